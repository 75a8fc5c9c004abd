"""Organisations in English, French, Spanish and Russian text: capitals beside a noun that says what they are."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.organisations.apposed import find_apposed
from nlp.organisations.heads import read_sentences_with_heads
from nlp.organisations.institution import find_institution
from nlp.organisations.named import Named, OrganisationKind
from nlp.organisations.pack import Heads, OrganisationPack, load_organisation_pack
from nlp.organisations.run import is_modifier, run_from, run_to
from nlp.organisations.word import Word
from nlp.text_view import TextView
from nlp.word_table import WordTable

_QUOTED = re.compile(r"\s?[«\"“„‘]\s?(?P<name>[^«»\"“”„\n]{2,48}?)\s?[»\"”“’]")
_LONGEST_BETWEEN = 2
"""Adjectives between a noun and the name beside it: la vitrina virtual Mercado Andino."""
_LONGEST_PLAIN_HEAD, _SHORTEST_JOINED_HEAD = 11, 7
_DEMONYM = re.compile(r"(?:an|ese|ish|ench|utch|iss|aqi|eli|hai|wegian|ani)$")
"""Endings of English adjectives of nations, which have a capital too: a Kenyan start-up."""


def find_capitalised(view: TextView, pack: OrganisationPack, places: frozenset[int]) -> Iterator[Named]:
    """Yield the names in text order, overlaps among them; `places` are where names of places begin."""
    for words in read_sentences_with_heads(view):
        yield from _in_sentence(view, words, pack, places)


def _in_sentence(
    view: TextView, words: Sequence[Word], pack: OrganisationPack, places: frozenset[int]
) -> Iterator[Named]:
    opens = _load_openers(pack.language)
    for at, word in enumerate(words):
        if not opens[word.norm]:
            continue
        head = _head_at(words, at, pack.institution, pack)
        if head is not None:
            found = find_institution(words, at, head[1], head[0], pack)
            if found is not None:
                yield found
        head = _head_at(words, at, pack.beside, pack)
        if head is not None:
            kind, last = head
            named = (
                _quoted(view, words, last, kind, pack)
                or _name_after(words, last, kind, pack, places)
                or find_apposed(view, words, at, last, kind, pack)
                or _name_before(words, at, last, kind, pack, places)
                or _told_by_place(words, at, last, kind, pack)
            )
            if named is not None:
                yield named
        if pack.joined and word.has_capital and word.norm.startswith(pack.joined):
            yield Named(word.start, word.end, "ministry")


@cache
def _load_openers(language: str) -> WordTable[bool]:
    """The words of a language, each with whether a head noun or a name in one word may begin with it."""
    pack = load_organisation_pack(language)
    return WordTable(lambda norm: norm in pack.first_words or norm.startswith(pack.joined) or _is_joined(norm, pack))


def _head_at(
    words: Sequence[Word], at: int, heads: Heads, pack: OrganisationPack
) -> tuple[OrganisationKind, int] | None:
    """Kind and end of the longest head noun at a word; Russian joins words before it (сельхозкооператив)."""
    for length in range(min(pack.longest_head, len(words) - at), 0, -1):
        kind = heads.get(tuple(word.norm for word in words[at : at + length]))
        if kind is not None:
            return kind, at + length
    kind = _joined_kind(words[at].norm, heads) if pack.language == "ru" else None
    return None if kind is None else (kind, at + 1)


def _is_joined(norm: str, pack: OrganisationPack) -> bool:
    heads = (pack.institution, pack.beside) if pack.language == "ru" else ()
    return any(_joined_kind(norm, one) is not None for one in heads)


def _joined_kind(norm: str, heads: Heads) -> OrganisationKind | None:
    """The kind of a Russian word that a head noun ends."""
    if len(norm) <= _LONGEST_PLAIN_HEAD:
        return None
    for (head, *rest), kind in heads.items():
        if not rest and len(head) >= _SHORTEST_JOINED_HEAD and norm.endswith(head):
            return kind
    return None


def _quoted(
    view: TextView, words: Sequence[Word], last: int, kind: OrganisationKind, pack: OrganisationPack
) -> Named | None:
    """Кооператив «Ак-Оргочор», la plateforme numérique « Jaaymbay »."""
    for at in range(last, min(last + _LONGEST_BETWEEN, len(words)) + 1):
        found = _QUOTED.match(view.body, words[at - 1].end)
        if found is not None:
            return Named(found.start("name"), found.end("name"), kind)
        if at >= len(words) or not words[at].follows or not _may_stand_between(words[at], pack):
            return None
    return None


def _name_after(
    words: Sequence[Word], last: int, kind: OrganisationKind, pack: OrganisationPack, places: frozenset[int]
) -> Named | None:
    """The start-up Shamba Direct, la cooperativa La Trenza."""
    if pack.language == "en" and words[last - 1].has_capital:
        return None  # World Bank Supports …: capitals of a headline, or of a longer name
    at = last
    while at < min(last + _LONGEST_BETWEEN, len(words)) and words[at].follows and _may_stand_between(words[at], pack):
        at += 1
    if at >= len(words) or not words[at].follows:
        return None
    if kind == "programme" and not words[at].has_capital and words[at].norm.startswith("e-"):
        return Named(words[last - 1].start, words[at].end, kind)
    end = run_from(words, at, pack)
    if end == at or words[at].start in places:
        return None
    if pack.language == "ru" and not _is_latin(words[at]):
        return None  # банк Казани, хозяйство Дорна: places and persons take capitals too
    if words[end - 1].norm in pack.roles or (end - at == 1 and words[at].norm in pack.vague_words):
        return None
    return Named(words[at].start, words[end - 1].end, kind)


def _name_before(
    words: Sequence[Word],
    at: int,
    last: int,
    kind: OrganisationKind,
    pack: OrganisationPack,
    places: frozenset[int],
) -> Named | None:
    """The Tililla cooperative: in English the noun may follow with a small letter."""
    if pack.language != "en" or words[at].has_capital or not words[at].follows or at == 0:
        return None
    if last < len(words) and words[last].follows and words[last].norm in pack.roles:
        return None
    start = run_to(words, at, pack)
    if start == at or any(word.start in places for word in words[start:at]):
        return None
    if at - start == 1 and (_DEMONYM.search(words[start].norm) or words[start].norm in pack.vague_words):
        return None
    if words[at - 1].norm.endswith("'s"):
        return None
    return Named(words[start].start, words[at - 1].end, kind)


def _told_by_place(
    words: Sequence[Word], at: int, last: int, kind: OrganisationKind, pack: OrganisationPack
) -> Named | None:
    """Le drive fermier de Craon: one of its kind there, though it has no name."""
    if pack.language not in ("fr", "es") or at == 0 or words[at].has_capital or not words[at].follows:
        return None
    if words[at - 1].norm not in pack.definite or kind not in ("firm", "platform") or words[at].norm in pack.places:
        return None
    place = last
    while place < len(words) and words[place].follows and is_modifier(words[place], pack) and place - last < 1:
        place += 1
    begin = place
    while place < len(words) and words[place].follows and words[place].norm in pack.inner:
        place += 1
    if place == begin or place >= len(words) or not words[place].follows or words[begin].norm not in pack.joins:
        return None
    end = run_from(words, place, pack)
    return Named(words[at].start, words[end - 1].end, kind, is_organisation=False) if end > place else None


def _is_latin(word: Word) -> bool:
    return word.norm[0].isascii()


def _may_stand_between(word: Word, pack: OrganisationPack) -> bool:
    return not word.has_capital and (word.norm in pack.called or is_modifier(word, pack))
