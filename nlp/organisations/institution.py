"""Institutions named by what they are for or where they are: Ministry of Agriculture, Kenya Dairy Board."""

from collections.abc import Sequence

from nlp.organisations.named import Named, OrganisationKind
from nlp.organisations.pack import OrganisationPack
from nlp.organisations.run import is_modifier, run_to
from nlp.organisations.word import Word

_MOST_LINKS = 4
_MOST_PLAIN_LINKS = 2
_MOST_ADJECTIVES = 2
_AND = frozenset(("and", "&", "et", "y", "e"))
_OF_STATE = frozenset(("ministry", "agency", "body", "bank"))
"""Kinds whose names go over "and": Ministry of Agriculture and Livestock, Food and Drug Authority."""


def find_institution(
    words: Sequence[Word], at: int, last: int, kind: OrganisationKind, pack: OrganisationPack
) -> Named | None:
    """The name around the head noun [at, last), or None where it names nothing: "the Ministry said"."""
    if pack.language == "ru":
        return _russian(words, at, last, kind, pack)
    is_small = not words[at].has_capital
    if is_small and words[at].norm not in pack.small and not _is_told_programme(words, at, kind, pack):
        return None
    start = at
    if pack.language == "en":
        if last < len(words) and words[last].follows and words[last].has_capital and _goes_on(words, last, pack):
            return None
        start = _left_end(words, at, kind, pack)
    end = _right_end(words, last, kind, pack, plain=_takes_small_words(words, at, kind, pack))
    named = [word for word in (*words[start:at], *words[last:end]) if _names(word, pack)]
    if all(is_modifier(word, pack) for word in named) or (
        is_small and kind != "programme" and not any(word.has_capital for word in named)
    ):
        return None
    return Named(words[start].start, words[end - 1].end, kind)


def _goes_on(words: Sequence[Word], at: int, pack: OrganisationPack) -> bool:
    """True where a later word of the run is a head too: Producer Company Limited."""
    while at < len(words) and words[at].follows and words[at].has_capital:
        if (words[at].norm,) in pack.institution:
            return True
        at += 1
    return False


def _left_end(words: Sequence[Word], at: int, kind: OrganisationKind, pack: OrganisationPack) -> int:
    if not words[at].follows:
        return at
    start = run_to(words, at, pack)
    joins = start >= 2 and words[start].follows and words[start - 1].norm in ("and", "&")
    if start < at and kind in _OF_STATE and joins and words[start - 2].has_capital and words[start - 1].follows:
        start = run_to(words, start - 1, pack)
    return start


def _right_end(words: Sequence[Word], last: int, kind: OrganisationKind, pack: OrganisationPack, *, plain: bool) -> int:
    """Where the name ends: capitals right after the head, then what small words join to them.

    `plain`: nouns with small letters are taken too, with their adjectives (Fonds de développement agricole).
    """
    end = at = _over(words, last, pack) if pack.language != "en" else last
    for link in range(_MOST_LINKS):
        noun = _over_small_words(words, at, kind, pack, first=link == 0)
        if noun is None:
            break
        if words[noun].has_capital:
            at = end = _over(words, noun, pack)
        elif plain and link < _MOST_PLAIN_LINKS and _names(words[noun], pack) and not _is_verb(words, noun, pack):
            at = end = _over_adjectives(words, noun + 1, pack)
        else:
            break
    return end


def _is_verb(words: Sequence[Word], at: int, pack: OrganisationPack) -> bool:
    """Acusó al Gobierno de mentir: an infinitive right behind "de"."""
    return pack.language == "es" and words[at - 1].norm == "de" and words[at].norm.endswith(("ar", "er", "ir"))


def _over(words: Sequence[Word], at: int, pack: OrganisationPack) -> int:
    """Past words with capitals, and adjectives with small letters behind them (Agricultura estatal)."""
    while at < len(words) and words[at].follows and words[at].has_capital:
        at += 1
    return _over_adjectives(words, at, pack)


def _over_adjectives(words: Sequence[Word], at: int, pack: OrganisationPack) -> int:
    first = at
    while at < len(words) and at - first < _MOST_ADJECTIVES and words[at].follows and is_modifier(words[at], pack):
        at += 1
    return at


def _over_small_words(
    words: Sequence[Word], at: int, kind: OrganisationKind, pack: OrganisationPack, *, first: bool
) -> int | None:
    """The word after "of the" and the like, None where no such words stand here."""
    begin = at
    while at < len(words) and words[at].follows and words[at].norm in pack.inner and not words[at].has_capital:
        at += 1
    if at == begin or at >= len(words) or not words[at].follows:
        return None
    adds = any(word.norm in _AND for word in words[begin:at])
    if adds and (kind not in _OF_STATE or at - begin > 1 or (words[at].norm,) in pack.institution):
        return None  # Universidad de San Andrés y la ONG …: another one
    return None if first and words[begin].norm not in pack.joins else at


def _takes_small_words(words: Sequence[Word], at: int, kind: OrganisationKind, pack: OrganisationPack) -> bool:
    """A head with a capital within a sentence is a name, whatever follows; one that opens it need not be."""
    if pack.language not in ("fr", "es"):
        return False
    if kind == "programme" and not words[at].has_capital:
        return True
    return words[at].has_capital if words[at].follows else kind in ("ministry", "ngo") and words[at].has_capital


def _is_told_programme(words: Sequence[Word], at: int, kind: OrganisationKind, pack: OrganisationPack) -> bool:
    """Le projet de transformation numérique: told by its article."""
    return (
        kind == "programme"
        and pack.language in ("fr", "es")
        and at > 0
        and words[at].follows
        and words[at - 1].norm in ("le", "la", "el", "du", "del")
    )


def _names(word: Word, pack: OrganisationPack) -> bool:
    return word.norm not in pack.vague_words and word.norm not in pack.inner


def _russian(words: Sequence[Word], at: int, last: int, kind: OrganisationKind, pack: OrganisationPack) -> Named | None:
    """Министерство сельского хозяйства Кыргызстана, Национальный банк."""
    start = run_to(words, at, pack) if words[at].follows and not words[at].has_capital else at
    end = last
    if words[at].has_capital or words[at].norm in pack.small:
        while end < len(words) and words[end].follows and end - last < _MOST_LINKS:
            joins = words[end].norm == "и" and end > last and end + 1 < len(words)
            if not is_modifier(words[end], pack) and not (joins and is_modifier(words[end + 1], pack)):
                break
            end += 1
    elif start == at:
        return None
    if end == last and start == at:
        return None
    while end < len(words) and words[end].follows and words[end].has_capital and end - last < _MOST_LINKS:
        end += 1
    return Named(words[start].start, words[end - 1].end, kind)
