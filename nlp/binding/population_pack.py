"""The pack `population.toml` of a language: nouns for people and places, and words that pick some of them out."""

from dataclasses import dataclass
from functools import cache

from nlp.binding.cue_pack import load_words, make_cue_table
from nlp.pack import load_pack
from nlp.phrase import PhraseTable

_KEYS = ("void", "class", "thing", "restricts", "describes", "kind", "each", "them")


@dataclass(frozen=True)
class PopulationPack:
    """Cues by what they say (class, thing, kind and so on), and small words; the English pack explains the keys."""

    cues: PhraseTable[str]
    between: frozenset[str]
    """Small words between a share and its class: of, the."""
    of: frozenset[str]
    to: frozenset[str]
    generic: frozenset[str]
    """People counted without saying which: viewers, followers, inhabitants."""


@cache
def load_population_pack(language: str) -> PopulationPack:
    """Return the pack of a language; raises PackError where it is missing or broken."""
    raw = load_pack(language, "population")
    of = load_words(raw, "of")
    return PopulationPack(
        cues=make_cue_table(language, {key: raw[key] for key in _KEYS}),
        between=of | load_words(raw, "the") | {"'"},
        of=of,
        to=load_words(raw, "to"),
        generic=load_words(raw, "generic"),
    )
