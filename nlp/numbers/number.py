"""Numbers as a text writes them: in digits, in words, and in mixtures of both."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from nlp.lexer import Token
from nlp.numbers.digits import VULGAR_FRACTIONS, DigitStyle, read_digits
from nlp.numbers.pack import NumberPack, load_number_pack
from nlp.numbers.part import read_fraction, read_half_scale, read_vague
from nlp.numbers.scale import find_glued_scale, find_scale
from nlp.numbers.words import read_words
from nlp.word_table import WordTable

NumberKind = Literal["digits", "words", "fraction", "per_mille", "vague", "multiple", "rounded"]
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_MILLION = 1_000_000
_GROUP = 1000
"""The smaller part of a mixed number lies in the next group of three digits or the one after: 1 million 620,000."""


class Number(NamedTuple):
    """A number where it stands: tokens [first, last), offsets [start, end) in the text.

    `step` is the worth of one unit of the last digit written, None for numbers in words; `rounded` tells that a
    scale word or a decimal fraction shows rounding; `inside` is a hedge within the digits (40余万).
    """

    value: Decimal
    first: int
    last: int
    start: int
    end: int
    kind: NumberKind
    step: Decimal | None = None
    rounded: bool = False
    scale: Decimal = Decimal(1)
    inside: Literal["more_than", "about"] | None = None
    upper: Decimal | None = None
    """The higher end of a number that is a range by itself: 四五百."""


class NumberReader:
    """Reads the number that begins at a token, by the number words of one language."""

    def __init__(self, pack: NumberPack, style: DigitStyle) -> None:
        self._pack = pack
        self._style = style
        self._begins = WordTable(pack.begins_number)

    def may_begin(self, token: Token) -> bool:
        """False where no number begins with this token: asked first, for speed."""
        if token.kind != "word":
            return token.kind == "num"
        return self._begins[token.norm]

    def read(self, tokens: Sequence[Token], first: int) -> Number | None:
        """The longest number that begins at this token, or None."""
        token = tokens[first]
        if not self.may_begin(token):
            return None
        if token.kind == "num":
            return self._read_digits(tokens, first)
        if token.norm in VULGAR_FRACTIONS:
            return self._vulgar(tokens, first)
        best: Number | None = None
        for found in self._in_words(tokens, first):
            if best is None or found.last > best.last:
                best = found
        return best

    def _vulgar(self, tokens: Sequence[Token], first: int) -> Number:
        """½ tonne as an amount, ¾ of the villagers as percent."""
        token = tokens[first]
        worth = VULGAR_FRACTIONS[token.norm]
        if first + 1 < len(tokens) and tokens[first + 1].norm in self._pack.fraction_of:
            return Number(worth * 100, first, first + 1, token.start, token.end, "fraction")
        return self._with_scales(Number(worth, first, first + 1, token.start, token.end, "digits"), tokens)

    def _in_words(self, tokens: Sequence[Token], first: int) -> Iterator[Number]:
        pack = self._pack
        kind: NumberKind
        inside: Literal["more_than", "about"] | None
        vague = read_vague(pack, tokens, first)
        if vague is not None:
            kind, inside = ("rounded", "about") if vague.is_rounded else ("vague", "more_than")
            yield Number(vague.value, first, vague.last, vague.start, vague.end, kind, scale=vague.scale, inside=inside)
        part = read_fraction(pack, tokens, first)
        if part is not None:
            kind = "fraction" if part.scale == 1 else "words"
            yield Number(part.value, first, part.last, part.start, part.end, kind, scale=part.scale)
        half = read_half_scale(pack, tokens, first)
        if half is not None:
            kind, inside = ("rounded", "about") if half.is_rounded else ("words", None)
            yield Number(half.value, first, half.last, half.start, half.end, kind, scale=half.scale, inside=inside)
        spelled = read_words(pack, tokens, first)
        if spelled is not None:
            number = Number(
                spelled.value, first, spelled.last, spelled.start, spelled.end, "words", scale=spelled.scale
            )
            yield self._with_rest(self._with_half(self._with_hedged_scale(number, tokens), tokens), tokens)

    def _read_digits(self, tokens: Sequence[Token], first: int) -> Number | None:
        read = read_digits(
            tokens, first, self._style, is_scale=lambda at: find_scale(self._pack, tokens, at) is not None
        )
        if read is None:
            return None
        value, decimals, last = read
        number = Number(
            value=value,
            first=first,
            last=last,
            start=tokens[first].start,
            end=tokens[last - 1].end,
            kind="digits",
            step=Decimal(1).scaleb(-decimals),
            rounded=decimals > 0,
        )
        if last < len(tokens) and decimals == 0 and tokens[last].norm in VULGAR_FRACTIONS:
            value += VULGAR_FRACTIONS[tokens[last].norm]
            number = number._replace(value=value, last=last + 1, end=tokens[last].end, step=None)
        number = self._with_scales(number, tokens)
        return self._with_rest(self._with_half(number, tokens), tokens)

    def _with_scales(self, number: Number, tokens: Sequence[Token]) -> Number:
        """Multiply by the scale words that follow: 2.5 million, 1.5 lakh crore, 85 с лишним млн."""
        last, scale, inside = number.last, Decimal(1), number.inside
        while last < len(tokens):
            glued = find_glued_scale(self._pack, tokens, last) if scale == 1 else None
            if glued is not None:
                scale, last = scale * glued, last + 1
                break
            hedge = self._pack.inside.match(tokens, last) if scale == 1 else None
            at = hedge.last if hedge is not None else last
            one = find_scale(self._pack, tokens, at)
            if one is None and hedge is None and tokens[at].norm == "-" and tokens[at].start == tokens[at - 1].end:
                one = find_scale(self._pack, tokens, at + 1)
            if one is None:
                break
            scale, last = scale * one[0], one[1]
            inside = "more_than" if hedge is not None else inside
        if scale == 1:
            return number
        return number._replace(
            value=number.value * scale,
            last=last,
            end=tokens[last - 1].end,
            step=None if number.step is None else number.step * scale,
            rounded=True,
            scale=scale,
            inside=inside,
        )

    def _with_hedged_scale(self, number: Number, tokens: Sequence[Token]) -> Number:
        """A number in words parted from its scale word by a hedge: две с лишним тысячи."""
        if number.scale != 1 or self._pack.inside.match(tokens, number.last) is None:
            return number
        return self._with_scales(number, tokens)._replace(rounded=False)

    def _with_half(self, number: Number, tokens: Sequence[Token]) -> Number:
        """Add the half of "two and a half million", "dos millones y medio", مليونان ونصف."""
        found = self._pack.half_after.match(tokens, number.last)
        if found is None:
            return number
        grown = number._replace(
            value=number.value + number.scale / 2, last=found.last, end=found.end, kind="words", step=None
        )
        return self._with_scales(grown, tokens)._replace(rounded=False) if number.scale == 1 else grown

    def _with_rest(self, number: Number, tokens: Sequence[Token]) -> Number:
        """Add a smaller part in digits: 4 millones 250,000, 1 миллион 620 тысяч, 412 ألفا و350."""
        at = number.last
        if number.scale == 1 or at >= len(tokens):
            return number
        if self._pack.language == "ar":
            if tokens[at].norm != "و":
                return number
            at += 1
        elif number.kind == "digits" and number.rounded and number.step is not None and number.step < number.scale:
            return number  # 2.5 million 300 is no one number
        if at >= len(tokens) or tokens[at].kind != "num":
            return number
        rest = self._read_digits(tokens, at)
        if rest is not None and self._pack.language == "es" and _is_thousands(number) and rest.scale == _MILLION:
            # mil 200 millones, 2 mil 500 millones: thousands and hundreds of one scale word
            hundreds = rest.value / rest.scale
            if hundreds < number.scale:
                value = (number.value + hundreds) * rest.scale
                return rest._replace(value=value, first=number.first, start=number.start)
        if rest is None or rest.value >= number.scale or rest.value * _GROUP < number.scale:
            return number
        if rest.scale == 1 and _FIRST_YEAR <= rest.value <= _LAST_YEAR:
            return number
        return number._replace(
            value=number.value + rest.value,
            last=rest.last,
            end=rest.end,
            step=rest.step,
            rounded=rest.rounded,
            scale=rest.scale,
        )


def _is_thousands(number: Number) -> bool:
    return number.scale == _GROUP and number.value < _MILLION


@cache
def load_number_reader(language: str, style: DigitStyle) -> NumberReader:
    """The reader of a language's numbers; `style` says what points and commas mean in this text."""
    return NumberReader(load_number_pack(language), style)
