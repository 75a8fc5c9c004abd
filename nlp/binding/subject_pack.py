"""The pack `subject.toml` of a language: words that take up what was named before, or turn to something else."""

from dataclasses import dataclass
from functools import cache

from nlp.morphology import arabic_variants
from nlp.pack import expand_forms, load_pack
from nlp.phrase import PhraseTable

_KEYS = ("void", "one_of", "pronoun", "pronoun_any", "keep", "first_one", "first", "other", "area", "act")


@dataclass(frozen=True)
class SubjectPack:
    """Cues by what they say ("ref:firm" for [refs]), and small words; the English pack explains the keys."""

    cues: PhraseTable[str]
    definite: frozenset[str]
    own: frozenset[str]
    relative: frozenset[str]
    via: frozenset[str]
    longest_via: int


@cache
def load_subject_pack(language: str) -> SubjectPack:
    """Return the pack of a language; raises PackError where it is missing or broken."""
    raw = load_pack(language, "subject")
    cues: PhraseTable[str] = PhraseTable(arabic_variants if language == "ar" else None)
    for kind, patterns in raw["refs"].items():
        for pattern in patterns:
            for form in expand_forms(pattern):
                cues.add(form, f"ref:{kind}")
    for key in _KEYS:
        for pattern in raw[key]:
            for form in expand_forms(pattern):
                cues.add(form, key)
    via = frozenset(form for pattern in raw["via"] for form in expand_forms(pattern))
    return SubjectPack(
        cues=cues,
        relative=frozenset(form for pattern in raw["relative"] for form in expand_forms(pattern)),
        own=frozenset(form for pattern in raw["own"] for form in expand_forms(pattern)),
        definite=frozenset(form for pattern in raw["definite"] for form in expand_forms(pattern)),
        via=via,
        longest_via=max(map(len, via), default=0),
    )
