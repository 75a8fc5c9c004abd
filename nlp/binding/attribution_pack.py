"""The pack `attribution.toml` of a language: words of saying, and what makes a source."""

from dataclasses import dataclass
from functools import cache

from nlp.morphology import arabic_variants
from nlp.pack import expand_forms, load_pack
from nlp.phrase import PhraseTable

_KINDS = ("according", "says", "hopes")


@dataclass(frozen=True)
class AttributionPack:
    """Cues by what they say (according, says, hopes), and words folded; the English pack explains the keys."""

    cues: PhraseTable[str]
    nouns: frozenset[str]
    data: frozenset[str]
    that: frozenset[str]
    pronoun: frozenset[str]
    skip: frozenset[str]


@cache
def load_attribution_pack(language: str) -> AttributionPack:
    """Return the pack of a language; raises PackError where it is missing or broken."""
    raw = load_pack(language, "attribution")
    cues: PhraseTable[str] = PhraseTable(arabic_variants if language == "ar" else None)
    for kind in _KINDS:
        for pattern in raw[kind]:
            for form in expand_forms(pattern):
                cues.add(form, kind)

    def forms(key: str) -> frozenset[str]:
        return frozenset(form for pattern in raw[key] for form in expand_forms(pattern))

    return AttributionPack(cues, forms("nouns"), forms("data"), forms("that"), forms("pronoun"), forms("skip"))
