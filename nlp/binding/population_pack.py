"""The pack `population.toml` of a language: nouns for people and places, and words that pick some of them out."""

from dataclasses import dataclass
from functools import cache

from nlp.morphology import arabic_variants
from nlp.pack import expand_forms, load_pack
from nlp.phrase import PhraseTable

_KEYS = ("void", "class", "thing", "restricts", "kind", "each", "them")


@dataclass(frozen=True)
class PopulationPack:
    """Cues by what they say (class, thing, kind, restricts, each, them), and small words; see the English pack."""

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
    cues: PhraseTable[str] = PhraseTable(arabic_variants if language == "ar" else None)
    for key in _KEYS:
        for pattern in raw[key]:
            for form in expand_forms(pattern):
                cues.add(form, key)
    of = frozenset(form for pattern in raw["of"] for form in expand_forms(pattern))
    the = frozenset(form for pattern in raw["the"] for form in expand_forms(pattern))
    to = frozenset(form for pattern in raw["to"] for form in expand_forms(pattern))
    generic = frozenset(form for pattern in raw["generic"] for form in expand_forms(pattern))
    return PopulationPack(cues, of | the | {"'"}, of, to, generic)
