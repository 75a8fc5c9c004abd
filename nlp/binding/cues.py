"""The cue words of a language, found once per text."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from nlp.fold import fold
from nlp.model.span import Span
from nlp.morphology import arabic_variants
from nlp.pack import expand_forms, load_pack, load_toml
from nlp.phrase import PhraseTable


@dataclass(frozen=True, slots=True)
class Cue:
    """Words with a job at a place of the text: (start, end), what they say, and the tokens [first, last)."""

    start: int
    end: int
    says: str
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Its span."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True)
class CueTables:
    """Phrase tables of `claim.toml`, each from words to what they say."""

    status: PhraseTable[str]
    aspect: PhraseTable[str]
    attribution: PhraseTable[str]
    part: PhraseTable[str]
    equal: PhraseTable[str]
    """Words between a quantity and the same in another unit."""
    now: PhraseTable[str]
    own: PhraseTable[str]
    programme: PhraseTable[str]
    role: dict[str, PhraseTable[str]]
    unit_noun: PhraseTable[str]
    """Nouns alone that speak of a place named before, with its kinds joined by a space: the county, 全县."""


@cache
def load_cues(language: str) -> CueTables:
    """The cues of a language; raises PackError for a broken pack."""
    raw = load_pack(language, "claim")
    return CueTables(
        status=_named(raw["status"], language),
        aspect=_named(raw["aspect"], language),
        attribution=_named(raw["attribution"], language),
        part=_named({"part": raw["part"]}, language),
        equal=_named({"equal": raw["equal"]}, language),
        now=_named({"now": raw["now"]}, language),
        own=_named({"own": raw["own"]}, language),
        programme=_named({"programme": raw["programme"]}, language),
        unit_noun=_unit_nouns(raw["unit_noun"], language),
        role={name: _named({name: words}, language) for name, words in raw["role"].items()},
    )


@cache
def load_measures() -> dict[str, dict[str, Any]]:
    """Rows of `data/measures.toml` by id."""
    return {row["id"]: row for row in load_toml("data/measures.toml")["measure"]}


def _unit_nouns(raw: dict[str, list[str]], language: str) -> PhraseTable[str]:
    """One noun may be said of several kinds (المحافظة)."""
    kinds: dict[str, list[str]] = {}
    for kind, patterns in raw.items():
        for pattern in patterns:
            for form in expand_forms(pattern):
                kinds.setdefault(form, []).append(kind)
    table: PhraseTable[str] = PhraseTable(arabic_variants if language == "ar" else None)
    for form, named in kinds.items():
        table.add(form, " ".join(named))
    return table


def _named(raw: dict[str, list[str]], language: str) -> PhraseTable[str]:
    table: PhraseTable[str] = PhraseTable(arabic_variants if language == "ar" else None)
    for name, phrases in raw.items():
        for phrase in phrases:
            table.add(fold(phrase), name)
    return table


def find_cues(tokens: list[Any], table: PhraseTable[str]) -> list[Cue]:
    """All places where a phrase of the table stands, longest first, without overlaps."""
    found: list[Cue] = []
    index = 0
    while index < len(tokens):
        match = table.match(tokens, index) if tokens[index].kind not in ("sym", "num") else None
        if match is None:
            index += 1
            continue
        found.append(Cue(match.start, match.end, match.payload, match.first, match.last))
        index = match.last
    return found
