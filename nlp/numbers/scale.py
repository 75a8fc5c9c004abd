"""Words that multiply the number before them: million, lakh, тыс., ألف, and letters glued to digits."""

from collections.abc import Sequence
from decimal import Decimal

from nlp.lexer import Token
from nlp.numbers.pack import NumberPack

_LONGEST_ABBREVIATION = 4
"""тыс. млн. млрд. mill.: a full stop glued to so short a scale word belongs to it."""
_CURRENCY_SIGNS = frozenset("$€£¥₹₦₵¢₱₩฿₫₴₺₽₸৳₲₡")


def find_scale(pack: NumberPack, tokens: Sequence[Token], index: int) -> tuple[Decimal, int] | None:
    """The scale word at this token with the index after it (and after the full stop of тыс.), or None."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return None
    token = tokens[index]
    for form, cut in pack.variants(token.norm):
        worth = pack.scale.get(form)
        if worth is None or (cut and not token.norm.startswith("ال")):
            continue
        after = index + 1
        if len(form) <= _LONGEST_ABBREVIATION and after < len(tokens):
            stop = tokens[after]
            if stop.norm == "." and stop.start == token.end:
                after += 1
        return worth, after
    return None


def find_glued_scale(pack: NumberPack, tokens: Sequence[Token], index: int) -> Decimal | None:
    """A letter right after the digits (50k, $1.2bn), where no unit of that letter is more usual."""
    token = tokens[index]
    if token.kind != "word" or token.start != tokens[index - 1].end:
        return None
    if token.norm == "m" and not _is_money(tokens, index - 2):
        return None
    return pack.scale_glued.get(token.norm)


def _is_money(tokens: Sequence[Token], index: int) -> bool:
    """A sign of money, or letters glued to the digits (R2m, RM5m): else m means metres."""
    if index < 0:
        return False
    token = tokens[index]
    return token.norm in _CURRENCY_SIGNS or (token.kind == "word" and token.end == tokens[index + 1].start)
