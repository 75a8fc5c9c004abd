"""The pack `attribution.toml` of a language: words of saying, and what makes a source."""

from dataclasses import dataclass
from functools import cache

from nlp.binding.cue_pack import load_words, make_cue_table
from nlp.pack import load_pack
from nlp.phrase import PhraseTable

_KINDS = ("void", "goes_on", "back", "according", "says", "hopes")


@dataclass(frozen=True)
class AttributionPack:
    """Cues by what they say (according, says, hopes, goes_on, back, void), and words folded; see the English pack."""

    cues: PhraseTable[str]
    nouns: frozenset[str]
    data: frozenset[str]
    that: frozenset[str]
    pronoun: frozenset[str]
    skip: frozenset[str]
    survey: frozenset[str]


@cache
def load_attribution_pack(language: str) -> AttributionPack:
    """Return the pack of a language; raises PackError where it is missing or broken."""
    raw = load_pack(language, "attribution")
    return AttributionPack(
        cues=make_cue_table(language, {kind: raw[kind] for kind in _KINDS}),
        nouns=load_words(raw, "nouns"),
        data=load_words(raw, "data"),
        that=load_words(raw, "that"),
        pronoun=load_words(raw, "pronoun"),
        skip=load_words(raw, "skip"),
        survey=load_words(raw, "survey"),
    )
