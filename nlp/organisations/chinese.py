"""Organisations in Chinese text: a place with the signs up to a suffix, a name before a suffix, a name in quotes."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.organisations.named import Named, OrganisationKind
from nlp.organisations.pack import Heads, OrganisationPack
from nlp.text_view import TextView

_QUOTED = re.compile(r"[“「『《\"](?P<name>[^“”「」『』《》\"\n，。；]{2,16})[”」』》\"]")
_HAN_RUN = re.compile(r"[㐀-鿿·A-Za-z]+\Z")
_LONGEST_STEM = 12
_SHORTEST_STEM = 2
_NO_STEM = frozenset("的了在是个家把被让")
_NO_STEM_START = "有一多各与和、及等"
_NEAR = 8
"""Signs between a noun and a name in quotes: 电商平台“乡货通”."""
_CLAUSE_END = re.compile(r"[，。；：、！？\n,;:!?（）()]")


def find_chinese(view: TextView, pack: OrganisationPack, places: dict[int, int]) -> Iterator[Named]:
    """Yield the names, overlaps among them; `places` are where names of places begin and end."""
    yield from _by_suffix(view, pack, places)
    yield from _in_quotes(view, pack)
    for name in pack.named:
        for found in re.finditer(re.escape(name), view.folded):
            if not view.folded.startswith(pack.not_before, found.end()):
                yield Named(found.start(), found.end(), "ministry")


@cache
def _suffixes(heads: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(head) for head in sorted(heads, key=len, reverse=True)))


def _pattern(heads: Heads) -> re.Pattern[str]:
    return _suffixes(tuple(head for (head,) in heads))


def _by_suffix(view: TextView, pack: OrganisationPack, places: dict[int, int]) -> Iterator[Named]:
    text = view.folded
    place_ends = {end: start for start, end in places.items()}
    for found in _pattern(pack.institution).finditer(text):
        goes_on = any(text.startswith(head, found.end()) for (head,) in pack.institution)
        if goes_on and not text.startswith(("局局长", "厅厅长"), found.end() - 1):
            continue  # the name of 集团公司 goes on
        if text.startswith(pack.not_before, found.end()):
            continue  # a 局长 is a person
        kind = pack.institution[(found.group(),)]
        start = _start(text, found.start(), place_ends, places, pack, kind)
        if start is not None:
            yield Named(start, found.end(), kind)


def _start(
    text: str,
    stem_end: int,
    place_ends: dict[int, int],
    places: dict[int, int],
    pack: OrganisationPack,
    kind: OrganisationKind,
) -> int | None:
    """Where the name begins: at the chain of places before its stem, else, for firms, after a word that opens names."""
    run = _HAN_RUN.search(text, max(0, stem_end - _LONGEST_STEM - 10), stem_end)
    if run is None:
        return places.get(stem_end)
    for end in range(stem_end, max(run.start(), stem_end - _LONGEST_STEM) - 1, -1):
        if end in place_ends:
            stem = text[end:stem_end]
            if stem.startswith(tuple(_NO_STEM_START)) or any(sign in _NO_STEM for sign in stem):
                return None
            if kind in ("firm", "ngo") and (len(stem) < _SHORTEST_STEM or stem in pack.vague_words):
                return None
            return place_ends[end]  # the nearest place alone: 甘肃省陇南市礼县商务局 is the bureau of 礼县
    if kind == "agency":
        return None
    return _opened(text, run.start(), stem_end, pack)


def _opened(text: str, lowest: int, stem_end: int, pack: OrganisationPack) -> int | None:
    """A name of two to twelve signs after punctuation or a word that opens names, without vague parts."""
    for start in range(stem_end - _SHORTEST_STEM, max(lowest, stem_end - _LONGEST_STEM) - 1, -1):
        opens = start == lowest or text.endswith(pack.opens, lowest, start)
        if not opens:
            continue
        stem = text[start:stem_end]
        if stem.startswith(pack.vague) or stem in pack.vague_words or any(sign in _NO_STEM for sign in stem):
            return None
        return start
    return None


def _in_quotes(view: TextView, pack: OrganisationPack) -> Iterator[Named]:
    """平台「農村好物」, “乡货通”小程序."""
    text = view.body
    heads = _pattern(pack.beside)
    for found in _QUOTED.finditer(text):
        after = heads.match(view.folded, found.end())
        if after is not None:
            yield Named(found.start("name"), found.end("name"), pack.beside[(after.group(),)])
            continue
        before = view.folded[max(0, found.start() - _NEAR) : found.start()]
        for head in heads.finditer(before):
            if head.end() == len(before):
                yield Named(found.start("name"), found.end("name"), pack.beside[(head.group(),)])
