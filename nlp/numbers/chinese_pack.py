"""The signs with which Chinese writes numbers, from its pack."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nlp.pack import load_pack
from nlp.phrase import PhraseTable


@dataclass(frozen=True)
class ChineseNumerals:
    """Digits and scale words with their worth, and words that make a number vague or more than it says."""

    digit: dict[str, Decimal]
    scale: dict[str, Decimal]
    more: frozenset[str]
    about: frozenset[str]
    vague: frozenset[str]
    idiom: PhraseTable[Decimal]
    """Set phrases with the least that they allow: 成千上万."""


@cache
def load_chinese_numerals() -> ChineseNumerals:
    """The numerals; raises PackError where the pack is broken."""
    raw = load_pack("zh", "number")
    idiom: PhraseTable[Decimal] = PhraseTable()
    for phrase, value in raw["idiom"].items():
        idiom.add(phrase, Decimal(value))
    return ChineseNumerals(
        digit={sign: Decimal(value) for sign, value in raw["digit"].items()},
        scale={sign: Decimal(value) for sign, value in raw["scale"].items()},
        more=frozenset(raw["inside"]["more"]),
        about=frozenset(raw["inside"]["about"]),
        vague=frozenset(raw["inside"]["vague"]),
        idiom=idiom,
    )


def begins_chinese_number(norm: str) -> bool:
    """False where no number begins with this sign, digits aside."""
    pack = load_chinese_numerals()
    if norm in pack.digit or norm in pack.scale or norm in pack.vague:
        return True
    return norm == "半" or pack.idiom.begins(norm)
