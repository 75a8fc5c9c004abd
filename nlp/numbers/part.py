"""Parts of a whole (two thirds, ثلثا, восьмая часть), halves of a scale word, and vague amounts in words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from nlp.lexer import Token
from nlp.numbers.pack import NumberPack
from nlp.numbers.scale import find_scale
from nlp.phrase import Match

_AR_PRONOUNS = ("هم", "هن", "ها", "هما")
_MOST_NUMERATOR = 10
_EMPHATIC = frozenset(("bon", "bonne", "petit", "gros", "good", "full", "buen", "buena"))
"""Between an article and a fraction: un bon cinquième."""


class Part(NamedTuple):
    """A value in words: tokens up to `last`, offsets [start, end); fractions of a whole are in percent."""

    value: Decimal
    last: int
    start: int
    end: int
    scale: Decimal = Decimal(1)
    is_rounded: bool = False


def read_half_scale(pack: NumberPack, tokens: Sequence[Token], first: int) -> Part | None:
    """Half of a scale word: half a million, medio millón, نصف مليون."""
    half = pack.half_before.match(tokens, first)
    if half is None:
        return None
    scale = find_scale(pack, tokens, half.last)
    rounded = pack.rounded.match(tokens, half.last)
    if rounded is not None:  # medio centenar, une demi-douzaine
        return Part(rounded.payload / 2, rounded.last, half.start, rounded.end, is_rounded=True)
    if scale is None:  # un demi-hectare, media hectárea: the finder keeps it only before a measure
        return Part(Decimal("0.5"), half.last, half.start, half.end) if pack.language in ("fr", "es") else None
    worth, last = scale
    return Part(worth / 2, last, half.start, tokens[last - 1].end, scale=worth)


def read_fraction(pack: NumberPack, tokens: Sequence[Token], first: int) -> Part | None:
    """A fraction as percent, or as the amount that it is of a scale word after it (a quarter of a million)."""
    counted = _numerator(pack, tokens, first)
    numerator, at, begin = counted if counted is not None else (Decimal(1), first, tokens[first].start)
    found = _fraction_word(pack, tokens, at)
    if found is None and counted is not None:
        found = _ordinal(pack, tokens, at, by_article=tokens[first].norm in pack.articles)
    if found is None and at != first:
        numerator, at, begin = Decimal(1), first, tokens[first].start
        found = _fraction_word(pack, tokens, at)
    if found is None or not _is_fraction(pack, tokens, found, counted=at != first):
        return None
    above, below = found.payload
    start = begin if at != first else found.start
    share = numerator * above / below
    scaled = _of_scale(pack, tokens, found.last)
    if scaled is not None:
        worth, last = scaled
        return Part(share * worth, last, start, tokens[last - 1].end, scale=worth)
    return Part(share * 100, found.last, start, found.end)


def read_vague(pack: NumberPack, tokens: Sequence[Token], first: int) -> Part | None:
    """Hundreds of, مئات الآلاف (the least that the words allow), or a collective number: une vingtaine."""
    found = pack.vague.match(tokens, first)
    if found is not None:
        part = Part(found.payload, found.last, found.start, found.end)
        scale = find_scale(pack, tokens, found.last)
        if scale is None or scale[0] <= found.payload:
            return part
        # несколько десятков миллионов, varios cientos de miles
        return part._replace(value=part.value * scale[0], last=scale[1], end=tokens[scale[1] - 1].end)
    at = first + 1 if tokens[first].norm in pack.articles and first + 1 < len(tokens) else first
    rounded = pack.rounded.match(tokens, at)
    if rounded is None:
        return None
    part = Part(rounded.payload, rounded.last, tokens[first].start, rounded.end, is_rounded=True)
    last = part.last + 1 if part.last < len(tokens) and tokens[part.last].norm in pack.fraction_of else part.last
    scale = find_scale(pack, tokens, last)
    if scale is None:
        return part
    return part._replace(value=part.value * scale[0], last=scale[1], end=tokens[scale[1] - 1].end, scale=scale[0])


def _numerator(pack: NumberPack, tokens: Sequence[Token], first: int) -> tuple[Decimal, int, int] | None:
    """A number word or an article before the fraction: its value, the token after it, where it starts."""
    token = tokens[first]
    count = pack.value.match(tokens, first) if token.kind == "word" else None
    if count is not None and count.payload < _MOST_NUMERATOR and count.last < len(tokens):
        after = count.last
        glued = tokens[after].norm == "-" and tokens[after].start == tokens[after - 1].end
        return count.payload, after + 1 if glued else after, count.start
    if token.norm in pack.articles and first + 1 < len(tokens):
        at = first + 2 if tokens[first + 1].norm in _EMPHATIC and first + 2 < len(tokens) else first + 1
        return Decimal(1), at, token.start
    return None


def _fraction_word(pack: NumberPack, tokens: Sequence[Token], at: int) -> Match[tuple[Decimal, Decimal]] | None:
    """The word of a fraction, in Arabic also with a pronoun: ثلثهن, أرباعها."""
    found = pack.fraction.match(tokens, at)
    if found is not None or pack.language != "ar" or at >= len(tokens):
        return found
    token = tokens[at]
    for pronoun in _AR_PRONOUNS:
        if token.norm.endswith(pronoun) and len(token.norm) > len(pronoun) + 2:
            bare = token._replace(norm=token.norm.removesuffix(pronoun))
            alone = pack.fraction.match((bare,), 0)
            if alone is not None:
                return alone._replace(first=at, last=at + 1)
    return None


def _ordinal(
    pack: NumberPack, tokens: Sequence[Token], at: int, *, by_article: bool
) -> Match[tuple[Decimal, Decimal]] | None:
    """An ordinal as denominator: two fifths, a fifth of; not "a fifth shop"."""
    found = pack.ordinal.match(tokens, at)
    if found is None:
        return None
    if by_article and found.last < len(tokens):
        follows = tokens[found.last]
        if follows.kind != "sym" and follows.norm not in pack.ordinal_next:
            return None
    return Match((Decimal(1), found.payload), found.first, found.last, found.start, found.end)


def _is_fraction(
    pack: NumberPack, tokens: Sequence[Token], found: Match[tuple[Decimal, Decimal]], *, counted: bool
) -> bool:
    """خمس السكان is a fifth of them, خمس محافظات are five: a definite noun follows the fraction."""
    if pack.language != "ar" or pack.value.match(tokens, found.first) is None:
        return True
    if tokens[found.first].norm.endswith(_AR_PRONOUNS):
        return True
    follows = tokens[found.last].norm if found.last < len(tokens) else ""
    return not counted and follows.startswith("ال") and follows[2:3] != ""


def _of_scale(pack: NumberPack, tokens: Sequence[Token], at: int) -> tuple[Decimal, int] | None:
    """The scale word of "a quarter of a million", un quart de million, ربع مليون, with the token after it."""
    if at < len(tokens) and tokens[at].norm in pack.fraction_of:
        at += 1
        if at < len(tokens) and tokens[at].norm in pack.articles:
            at += 1
    found = find_scale(pack, tokens, at)
    return found if found is not None and found[0] >= 1000 else None
