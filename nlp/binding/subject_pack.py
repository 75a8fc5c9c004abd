"""The pack `subject.toml` of a language: words that take up what was named before, or turn to something else."""

from dataclasses import dataclass
from functools import cache

from nlp.binding.cue_pack import load_words, make_cue_table
from nlp.pack import load_pack
from nlp.phrase import PhraseTable

_KEYS = ("void", "one_of", "pronoun", "pronoun_any", "keep", "first_one", "first", "other", "area", "act", "on_it")


@dataclass(frozen=True)
class SubjectPack:
    """Cues by what they say ("ref:firm" for [refs]), and small words; the English pack explains the keys."""

    cues: PhraseTable[str]
    definite: frozenset[str]
    own: frozenset[str]
    relative: frozenset[str]
    via: frozenset[str]
    agent: frozenset[str]
    room: frozenset[str]


@cache
def load_subject_pack(language: str) -> SubjectPack:
    """Return the pack of a language; raises PackError where it is missing or broken."""
    raw = load_pack(language, "subject")
    rows = {f"ref:{kind}": patterns for kind, patterns in raw["refs"].items()}
    return SubjectPack(
        cues=make_cue_table(language, {**rows, **{key: raw[key] for key in _KEYS}}),
        definite=load_words(raw, "definite"),
        own=load_words(raw, "own"),
        relative=load_words(raw, "relative"),
        via=load_words(raw, "via"),
        agent=load_words(raw, "agent"),
        room=load_words(raw, "room"),
    )
