"""Runs of words with capitals, as names are."""

from collections.abc import Sequence

from nlp.organisations.pack import OrganisationPack
from nlp.organisations.word import Word

_LONGEST_RUN = 6


def run_from(words: Sequence[Word], at: int, pack: OrganisationPack) -> int:
    """Where the name that begins at a word ends (`at` where none does): Panier charlevoisien keeps its adjective."""
    end = at
    while end < len(words) and end - at < _LONGEST_RUN and words[end].has_capital:
        if end > at and not words[end].follows:
            break
        end += 1
    if end - at == 1 and end < len(words) and words[end].follows and is_demonym(words[end], pack):
        end += 1
    return end


def run_to(words: Sequence[Word], end: int, pack: OrganisationPack) -> int:
    """Where the name that ends before a word begins (`end` where none does); articles and the like are left out."""
    start = end
    while start > 0 and end - start < _LONGEST_RUN and words[start - 1].has_capital:
        if start < end and not words[start].follows:
            break
        start -= 1
    named = start > 0 and words[start].follows and words[start - 1].norm in pack.articles and end - start > 1
    while (
        not named
        and start < end
        and words[start].norm in pack.vague_words
        and words[start].norm not in ("la", "el", "le")
    ):
        start += 1
    return start


def is_modifier(word: Word, pack: OrganisationPack) -> bool:
    """True for a word with the ending of an adjective, or listed as one."""
    if word.has_capital or word.norm in pack.inner:
        return False
    return bool(pack.modifier_endings) and word.norm.endswith(pack.modifier_endings)


def is_demonym(word: Word, pack: OrganisationPack) -> bool:
    """True for an adjective of a place with a small letter: charlevoisien."""
    return not word.has_capital and bool(pack.demonym_endings) and word.norm.endswith(pack.demonym_endings)
