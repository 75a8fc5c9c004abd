"""Where the words of a text stand that speak of goods, of rural life and of other fields of the news."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from nlp.chinese import to_simplified
from nlp.fold import fold
from nlp.pack import load_pack
from nlp.text_view import TextView

_KINDS = ("cues", "made", "rural", "elsewhere")
_ARABIC_CLITICS = frozenset(
    conjunction + rest for conjunction in ("", "و", "ف") for rest in ("", "ال", "بال", "كال", "لل", "ب", "ك", "ل", "س")
)
_LONGEST_CLITIC = 4
_RURAL_WEIGHT = 2
"""A word of rural life tells twice as much as the name of a good: ducks and turnips are figures of speech too."""
_MOST_GOODS = 4
_ENOUGH = 4
"""Two words of rural life, or one with a good that is grown or sold: the least that makes a text one about goods."""
_MOST_CUES = 2
_LIST = 3
"""Different goods that are a list of them, in a text without a word of rural life: rice, sugar and oil in a shop."""
_MUCH = 3
_SHORT = 100
"""Code points of a text too short to tell what it is about: a headline, a label."""


@dataclass(frozen=True)
class CuePlaces:
    """Where the cue words of one kind stand, in order, and how many different ones there are."""

    starts: Sequence[int]
    ends: Sequence[int]
    distinct: int

    def stand_within(self, low: int, high: int, *, outside: tuple[int, int] = (0, 0), at_least: int = 1) -> bool:
        """True where so many words lie in [low, high), clear of the span `outside`."""
        index = bisect_left(self.starts, low)
        found = 0
        while found < at_least and index < len(self.starts) and self.starts[index] < high:
            found += self.ends[index] <= high and (self.ends[index] <= outside[0] or self.starts[index] >= outside[1])
            index += 1
        return found >= at_least


@dataclass(frozen=True)
class Topic:
    """The cue words of a text.

    Beside those of `goods` an ambiguous word is a good, beside those of `made` a thing of the household.
    """

    goods: CuePlaces
    made: CuePlaces
    rural: CuePlaces
    elsewhere: CuePlaces
    is_short: bool

    @property
    def is_full_of_rural_life(self) -> bool:
        """True where so much of the text is about farms and crafts that a common word means the good."""
        return self.rural.distinct >= _MUCH and not self.elsewhere.distinct

    def is_about_goods(self, goods_named: int) -> bool:
        """True where a text that names so many different goods is about them, and not about sport or shares."""
        if not self.rural.distinct and (self.elsewhere.distinct or (not self.is_short and goods_named < _LIST)):
            return False
        if self.is_short and not self.elsewhere.distinct:
            return True
        evidence = (
            _RURAL_WEIGHT * self.rural.distinct + min(goods_named, _MOST_GOODS) + min(self.goods.distinct, _MOST_CUES)
        )
        return evidence >= _ENOUGH and evidence > _RURAL_WEIGHT * self.elsewhere.distinct


@dataclass(frozen=True)
class _CueFinder:
    automaton: AhoCorasick
    kinds: tuple[tuple[int, ...], ...]
    """For each word of the automaton the kinds it belongs to, as indexes into `_KINDS`."""
    whole: tuple[bool, ...]


@cache
def _load_cue_finder(language: str) -> _CueFinder:
    pack = load_pack(language, "product")
    kinds: dict[str, list[int]] = {}
    for index, kind in enumerate(_KINDS):
        for cue in pack[kind]:
            kinds.setdefault(fold(cue), []).append(index)
    return _CueFinder(
        automaton=AhoCorasick([cue.rstrip(" ") for cue in kinds]),
        kinds=tuple(tuple(dict.fromkeys(listed)) for listed in kinds.values()),
        whole=tuple(cue.endswith(" ") for cue in kinds),
    )


def read_topic(view: TextView) -> Topic:
    """Return the cue words of a text in one of the six languages; raises PackError where a pack is broken."""
    finder = _load_cue_finder(view.language)
    text = to_simplified(view.folded) if view.language == "zh" else view.folded
    starts: list[list[int]] = [[] for _ in _KINDS]
    ends: list[list[int]] = [[] for _ in _KINDS]
    distinct: list[set[int]] = [set() for _ in _KINDS]
    for index, start, end in finder.automaton.find_matches_as_indexes(text, overlapping=True):
        if view.language != "zh" and not _opens_word(text, start, view.language):
            continue
        if finder.whole[index] and end < len(text) and text[end].isalnum():
            continue
        for kind in finder.kinds[index]:
            starts[kind].append(start)
            ends[kind].append(end)
            distinct[kind].add(index)
    goods, made, rural, elsewhere = (
        _make_places(one, other, len(different)) for one, other, different in zip(starts, ends, distinct, strict=True)
    )
    return Topic(goods=goods, made=made, rural=rural, elsewhere=elsewhere, is_short=len(text) < _SHORT)


def _make_places(starts: list[int], ends: list[int], distinct: int) -> CuePlaces:
    ordered = sorted(zip(starts, ends, strict=True))
    return CuePlaces([start for start, _ in ordered], [end for _, end in ordered], distinct)


def _opens_word(text: str, start: int, language: str) -> bool:
    if not start or not text[start - 1].isalnum():
        return True
    if language != "ar":
        return False
    begin = start
    while begin and start - begin <= _LONGEST_CLITIC and text[begin - 1].isalnum():
        begin -= 1
    return text[begin:start] in _ARABIC_CLITICS
