"""Organisations in Arabic text: the words after a noun that says what they are, or the name in quotes beside it."""

import re
from collections.abc import Iterator, Sequence

from nlp.morphology import arabic_variants
from nlp.organisations.heads import read_sentences_with_heads
from nlp.organisations.named import Named, OrganisationKind
from nlp.organisations.pack import Heads, OrganisationPack
from nlp.organisations.word import Word
from nlp.text_view import TextView

_QUOTED = re.compile(r"\s?[«\"“„'‘]\s?(?P<name>[^«»\"“”„\n]{2,40}?)\s?[»\"”“'’]")
_LONGEST_BETWEEN = 6
"""Words between a noun and a name in quotes: برنامج التنمية الريفية الزراعية المستدامة «ريف السعودية»."""
_LONGEST_NAME = 6
_LONGEST_BARE = 2
_SHORTEST = 3
_OWN = ("تها", "ها")
"""مزرعة مساحتها 12 هكتارا: what is told of it."""
_DEFINITE = ("ال", "لل", "وال")
_VERB = re.compile(r"[يتن]\w{3,}")
"""What may be a verb right after the noun: شركة توفر."""


def find_arabic(view: TextView, pack: OrganisationPack, places: frozenset[int]) -> Iterator[Named]:
    """Yield the names in text order, overlaps among them."""
    for words in read_sentences_with_heads(view):
        yield from _in_sentence(view, words, pack, places)


def _in_sentence(
    view: TextView, words: Sequence[Word], pack: OrganisationPack, places: frozenset[int]
) -> Iterator[Named]:
    for at, word in enumerate(words):
        beside, institution = _head(word, pack.beside), _head(word, pack.institution)
        if beside is None and institution is None:
            continue
        kind, start, is_definite = beside or institution or ("body", 0, False)
        quoted = _quoted(view, words, at, kind, pack) if beside is not None else None
        if quoted is not None:
            yield quoted
            continue
        if at and words[at - 1].norm[:1].isdigit() and word.follows:
            continue  # 362 شركة: counted, not named
        if institution is not None:
            kind, start, is_definite = institution
            end = _definite_end(words, at + 1, pack, is_definite=is_definite)
            if end > at + 1:
                yield Named(start, words[end - 1].end, kind)
                continue
        if beside is not None:
            kind, start, is_definite = beside
            needs_quotes = is_definite or word.norm.endswith(pack.quoted_only)
            end = at + 1 if needs_quotes else _phrase_end(words, at + 1, kind, pack, places)
            if end > at + 1:
                yield Named(start, words[end - 1].end, kind)


def _head(word: Word, heads: Heads) -> tuple[OrganisationKind, int, bool] | None:
    """Kind of a head noun, where it begins without و and prepositions, and whether it has the article."""
    for form, cut in arabic_variants(word.norm):
        kind = heads.get((form,))
        if kind is not None:
            article = word.norm[max(0, cut - 2) : cut]
            start = word.start + (cut - 2 if article in ("ال", "لل") else cut)
            return kind, start, article in ("ال", "لل")
    return None


def _quoted(
    view: TextView, words: Sequence[Word], at: int, kind: OrganisationKind, pack: OrganisationPack
) -> Named | None:
    for last in range(at, min(at + _LONGEST_BETWEEN, len(words) - 1) + 1):
        found = _QUOTED.match(view.body, words[last].end)
        if found is not None:
            return Named(found.start("name"), found.end("name"), kind)
        if last + 1 >= len(words) or not words[last + 1].follows or words[last + 1].norm in pack.stops:
            return None
    return None


def _definite_end(words: Sequence[Word], first: int, pack: OrganisationPack, *, is_definite: bool) -> int:
    """Past the definite words after an institution's noun; after one with an article they must not be vague."""
    at = first
    while at < len(words) and at - first < _LONGEST_NAME and words[at].follows:
        norm = words[at].norm
        if norm in pack.stops or not norm.startswith(_DEFINITE) or len(norm) <= _SHORTEST:
            break
        if at == first and norm in pack.vague_words:
            return first
        at += 1
    return first if is_definite and at - first < _LONGEST_BARE else at


def _phrase_end(
    words: Sequence[Word], first: int, kind: OrganisationKind, pack: OrganisationPack, places: frozenset[int]
) -> int:
    """Past a name without quotes: programmes with all that they are for, firms with one or two words."""
    if first >= len(words) or not words[first].follows:
        return first
    norm = words[first].norm
    if norm in pack.stops or norm in pack.vague_words or words[first].start in places or norm[:1].isdigit():
        return first
    if norm.startswith("ل") and not norm.startswith("لل"):
        return first  # مبادرة لتطوير …
    if (
        norm.endswith(_OWN)
        or _VERB.fullmatch(norm)
        or len(norm) < _SHORTEST
        or (kind != "programme" and norm.startswith(_DEFINITE))
    ):
        return first  # شركة توفر: a verb; شركة الكهرباء: any company of the kind
    longest = _LONGEST_NAME if kind == "programme" else _LONGEST_BARE
    at = first + 1
    while at < len(words) and at - first < longest and words[at].follows:
        norm = words[at].norm
        fits = norm.startswith(_DEFINITE) and norm not in pack.stops
        if not fits:
            break
        at += 1
    return at
