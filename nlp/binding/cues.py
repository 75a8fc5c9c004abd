"""The cue words of a language, found once per text."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from nlp.binding.cue_pack import make_cue_table, make_joined_table
from nlp.model.span import Span
from nlp.pack import load_pack, load_toml
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
    part: PhraseTable[str]
    equal: PhraseTable[str]
    """Words between a quantity and the same in another unit."""
    now: PhraseTable[str]
    unit_noun: PhraseTable[str]
    """Nouns alone that speak of a place named before, with its kinds joined by a space: the county, 全县."""


@cache
def load_cues(language: str) -> CueTables:
    """The cues of a language; raises PackError for a broken pack."""
    raw = load_pack(language, "claim")
    return CueTables(
        status=make_cue_table(language, raw["status"]),
        part=make_cue_table(language, {"part": raw["part"]}),
        equal=make_cue_table(language, {"equal": raw["equal"]}),
        now=make_cue_table(language, {"now": raw["now"]}),
        unit_noun=make_joined_table(language, raw["unit_noun"]),
    )


@cache
def load_measures() -> dict[str, dict[str, Any]]:
    """Rows of `data/measures.toml` by id."""
    return {row["id"]: row for row in load_toml("data/measures.toml")["measure"]}


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
