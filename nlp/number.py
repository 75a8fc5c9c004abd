"""Numbers as a text writes them: in digits, in words, and in mixtures of both."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from nlp.digits import DigitStyle, read_digits
from nlp.lexer import Token
from nlp.morphology import arabic_variants, plain_variants
from nlp.number_pack import NumberPack, load_number_pack
from nlp.phrase import Match

NumberKind = Literal["digits", "words", "fraction", "vague", "multiple", "rounded"]
_HUNDRED = 100
_LONGEST_ABBREVIATION = 4
"""тыс. млн. млрд. mill.: a full stop glued to so short a scale word belongs to it."""


@dataclass(frozen=True, slots=True)
class Number:
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
    mantissa: Decimal | None = None
    """What the digits alone say before the scale word: `20` in "20 to 30 thousand" may borrow the scale."""


class NumberReader:
    """Reads the number that begins at a token, by the number words of one language."""

    def __init__(self, pack: NumberPack, style: DigitStyle) -> None:
        self._pack = pack
        self._style = style
        self._variants = arabic_variants if pack.language == "ar" else plain_variants

    def read(self, tokens: list[Token], first: int) -> Number | None:
        """The longest number that begins at this token, or None."""
        token = tokens[first]
        if token.kind == "num":
            digits = self._read_digits(tokens, first)
            return None if digits is None else self._with_half(digits, tokens)
        if token.kind != "word":
            return None
        fraction = self._read_fraction(tokens, first)
        spelled = self._read_spelled(tokens, first)
        vague = self._read_vague(tokens, first)
        found = max((one for one in (vague, fraction, spelled) if one), key=lambda one: one.last, default=None)
        if found is None:
            return None
        return self._with_rest(self._with_half(found, tokens), tokens) if found.kind == "words" else found

    # -- digits -------------------------------------------------------------------------------------------------

    def _read_digits(self, tokens: list[Token], first: int) -> Number | None:
        read = read_digits(tokens, first, self._style, is_scale=lambda index: self._scale(tokens, index) is not None)
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
            mantissa=value,
        )
        return self._with_rest(self._with_scales(number, tokens), tokens)

    def _with_rest(self, number: Number, tokens: list[Token]) -> Number:
        """Arabic adds smaller parts with و: 412 ألفا و350 طنا, مليونا و200 ألف."""
        if self._pack.language != "ar" or number.scale == 1 or number.last + 1 >= len(tokens):
            return number
        if tokens[number.last].norm != "و" or tokens[number.last + 1].kind != "num":
            return number
        rest = self._read_digits(tokens, number.last + 1)
        if rest is None or rest.value >= number.scale or rest.value * 1000 < number.scale:
            return number
        return replace(
            number, value=number.value + rest.value, last=rest.last, end=rest.end, step=rest.step, rounded=rest.rounded
        )

    def _with_scales(self, number: Number, tokens: list[Token]) -> Number:
        """Multiply by the scale words that follow: 2.5 million, 1.5 lakh crore, 2 тыс. 500 is left apart."""
        last, scale = number.last, Decimal(1)
        while last < len(tokens):
            after = last
            glued = self._glued_scale(tokens, after) if scale == 1 else None
            if glued is not None:
                scale, last = scale * glued, after + 1
                break
            # French and Spanish put a "de" between scales only in "milliers de milliards": not read as one number
            one = self._scale(tokens, after)
            if one is None and tokens[after].norm == "-" and tokens[after].start == tokens[after - 1].end:
                one = self._scale(tokens, after + 1)
                after += 1 if one else 0
            if one is None:
                break
            scale, last = scale * one[0], one[1]
        if scale == 1:
            return number
        return replace(
            number,
            value=number.value * scale,
            last=last,
            end=tokens[last - 1].end,
            step=None if number.step is None else number.step * scale,
            rounded=True,
            scale=scale,
        )

    def _scale(self, tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
        """The scale word at this token with the index after it (and after the full stop of тыс.)."""
        if index >= len(tokens) or tokens[index].kind != "word":
            return None
        for form, cut in self._variants(tokens[index].norm):
            if form in self._pack.scale and (cut == 0 or tokens[index].norm.startswith("ال")):
                after = index + 1
                if (
                    len(form) <= _LONGEST_ABBREVIATION
                    and after < len(tokens)
                    and tokens[after].norm == "."
                    and tokens[after].start == tokens[index].end
                ):
                    after += 1
                return self._pack.scale[form], after
        return None

    def _glued_scale(self, tokens: list[Token], index: int) -> Decimal | None:
        """A letter right after the digits (50k, $1.2bn), where no unit of that letter is more usual."""
        token = tokens[index]
        if token.kind != "word" or token.start != tokens[index - 1].end:
            return None
        if token.norm == "m" and (index < 2 or tokens[index - 2].norm not in _CURRENCY_SIGNS):
            return None
        return self._pack.scale_glued.get(token.norm)

    # -- words --------------------------------------------------------------------------------------------------

    def _read_spelled(self, tokens: list[Token], first: int) -> Number | None:
        """Words that add up: groups below a thousand, each multiplied by the scale word after it."""
        total, group, largest = Decimal(0), _Group(), Decimal(0)
        index, begin, seen = first, tokens[first].start, 0
        if tokens[first].norm in self._pack.articles and self._pack.language == "en":
            if not (self._scale(tokens, first + 1) or self._hundred(tokens, first + 1)):
                return None
            group, index, seen = _Group(ones=Decimal(1)), first + 1, 1
        while index < len(tokens):
            at = self._skip_joiner(tokens, index) if seen else index
            value = self._value(tokens, at)
            if value is not None:
                amount, after, cut = value
                grown = group.plus(amount, language=self._pack.language, direct=at == index and cut == 0)
                if grown is None or (seen and not self._may_add(tokens, at, cut, direct=at == index)):
                    break
                group, begin = grown, begin + (cut if not seen else 0)
            elif (hundred := self._hundred(tokens, at)) is not None:
                grown = group.times_hundred(may_stand_alone=self._pack.language == "fr")
                if grown is None:
                    break
                group, after = grown, hundred[1]
            elif group.is_empty and (dual := self._dual(tokens, at)) is not None:
                amount, cut = dual
                if seen and (amount >= largest or not cut):
                    break
                total, largest, after = total + amount, amount / 2, at + 1
                begin += cut if not seen else 0
            elif (found := self._scale_word(tokens, at, direct=at == index, seen=seen)) is not None:
                worth, after, cut = found
                begin += cut if not seen else 0
                if largest and worth > largest:  # mil millones, 1.5 lakh crore
                    total = (total + group.amount) * worth
                elif group.is_empty and seen:
                    total = total * worth if worth == largest else total + worth
                else:
                    total += (group.amount if not group.is_empty else Decimal(1)) * worth
                group, largest = _Group(), worth
            else:
                break
            seen += 1
            index = after
        if not seen:
            return None
        return Number(
            value=total + group.amount,
            first=first,
            last=index,
            start=begin,
            end=tokens[index - 1].end,
            kind="words",
            scale=largest or Decimal(1),
        )

    def _value(self, tokens: list[Token], index: int) -> tuple[Decimal, int, int] | None:
        """The additive number word at this token: value, index after it, characters before its own words."""
        if index >= len(tokens) or tokens[index].kind != "word":
            return None
        found = self._pack.value.match(tokens, index)
        return None if found is None else (found.payload, found.last, found.start - tokens[index].start)

    def _scale_word(
        self, tokens: list[Token], index: int, *, direct: bool, seen: int
    ) -> tuple[Decimal, int, int] | None:
        """A scale word within a number in words: worth, index after it, characters cut off before it."""
        if index >= len(tokens) or tokens[index].kind != "word":
            return None
        for form, cut in self._variants(tokens[index].norm):
            if form not in self._pack.scale:
                continue
            alone = form in self._pack.scale_alone
            if not seen and not alone:
                return None
            if seen and self._pack.language == "ar" and cut and not alone:
                return None
            if seen and not direct and not alone:
                return None
            return self._pack.scale[form], index + 1, cut
        return None

    def _skip_joiner(self, tokens: list[Token], index: int) -> int:
        """Index after a hyphen or an "and" inside a number in words, else the index itself."""
        token = tokens[index]
        if index + 1 >= len(tokens) or token.norm not in self._pack.joiners:
            return index
        if token.norm == "-":
            glued = token.start == tokens[index - 1].end and tokens[index + 1].start == token.end
            return index + 1 if glued else index
        return index + 1

    def _may_add(self, tokens: list[Token], at: int, cut: int, *, direct: bool) -> bool:
        """English says "and" only after hundreds; Arabic adds with و; others just go on."""
        if self._pack.language == "ar":
            if tokens[at].norm.startswith("و") and cut:
                return True
            return not direct or any(form in _AR_DIRECT for form, _ in self._variants(tokens[at].norm))
        if self._pack.language == "en" and not direct and tokens[at - 1].norm == "and":
            return tokens[at - 2].norm in _EN_BEFORE_AND
        if self._pack.language == "es" and not direct and tokens[at - 1].norm == "y":
            return tokens[at - 2].norm.endswith("nta")  # treinta y cinco
        if self._pack.language == "fr" and not direct and tokens[at - 1].norm == "et":
            return tokens[at].norm in ("un", "une", "onze")  # vingt et un
        return True

    def _hundred(self, tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
        if index >= len(tokens) or tokens[index].kind != "word":
            return None
        worth = self._pack.hundred.get(tokens[index].norm)
        return None if worth is None else (worth, index + 1)

    def _dual(self, tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
        if index >= len(tokens) or tokens[index].kind != "word" or not self._pack.dual_scale:
            return None
        for form, cut in self._variants(tokens[index].norm):
            if form in self._pack.dual_scale:
                return self._pack.dual_scale[form], cut
        return None

    # -- halves, fractions, vague amounts -----------------------------------------------------------------------

    def _with_half(self, number: Number, tokens: list[Token]) -> Number:
        """Add the half of "two and a half million", "dos millones y medio", مليونان ونصف."""
        found = self._pack.half_after.match(tokens, number.last)
        if found is None:
            return number
        scale = number.scale
        grown = replace(number, value=number.value + scale / 2, last=found.last, end=found.end, kind="words", step=None)
        if scale == 1:
            after = self._with_scales(replace(grown, step=None), tokens)
            return replace(after, rounded=False)
        return grown

    def _read_fraction(self, tokens: list[Token], first: int) -> Number | None:
        pack = self._pack
        half = pack.half_before.match(tokens, first)
        if half is not None:
            scale = self._scale(tokens, half.last)
            if scale is not None:
                worth, last = scale
                return Number(worth / 2, first, last, half.start, tokens[last - 1].end, "words", scale=worth)
        count = self._value(tokens, first)
        numerator, at, begin = Decimal(1), first, tokens[first].start
        if count is not None and count[0] < 10 and count[1] < len(tokens):
            numerator, at, begin = count[0], self._skip_joiner(tokens, count[1]), begin + count[2]
        elif tokens[first].norm in pack.articles and first + 1 < len(tokens):
            at = first + 1
        found = self._fraction_word(tokens, at)
        if found is None and at != first:
            numerator, at, begin = Decimal(1), first, tokens[first].start
            found = self._fraction_word(tokens, at)
        if found is None or not self._is_fraction(tokens, found, counted=at != first):
            return None
        above, below = found.payload
        start = begin if at != first else found.start
        percent = numerator * above * 100 / below
        return Number(percent, first, found.last, start, found.end, "fraction")

    def _fraction_word(self, tokens: list[Token], at: int) -> Match[tuple[Decimal, Decimal]] | None:
        """The word of a fraction, in Arabic also with a pronoun: ثلثهن, أرباعها."""
        found = self._pack.fraction.match(tokens, at)
        if found is not None or self._pack.language != "ar" or at >= len(tokens):
            return found
        token = tokens[at]
        for pronoun in _AR_PRONOUNS:
            if token.norm.endswith(pronoun) and len(token.norm) > len(pronoun) + 2:
                bare = token._replace(norm=token.norm.removesuffix(pronoun))
                return self._pack.fraction.match([*tokens[:at], bare], at)
        return None

    def _is_fraction(self, tokens: list[Token], found: Match[tuple[Decimal, Decimal]], *, counted: bool) -> bool:
        """خمس السكان is a fifth of them, خمس محافظات are five: a definite noun follows the fraction."""
        if self._pack.language != "ar" or self._value(tokens, found.first) is None:
            return True
        if tokens[found.first].norm.endswith(_AR_PRONOUNS):
            return True
        follows = tokens[found.last].norm if found.last < len(tokens) else ""
        return not counted and follows.startswith("ال") and follows[2:3] != ""

    def _read_vague(self, tokens: list[Token], first: int) -> Number | None:
        found = self._pack.vague.match(tokens, first)
        if found is not None:
            return Number(found.payload, first, found.last, found.start, found.end, "vague", inside="more_than")
        at = first + 1 if tokens[first].norm in self._pack.articles and first + 1 < len(tokens) else first
        rounded = self._pack.rounded.match(tokens, at)
        if rounded is None:
            return None
        number = Number(
            rounded.payload, first, rounded.last, tokens[first].start, rounded.end, "rounded", inside="about"
        )
        last = number.last
        if last < len(tokens) and tokens[last].norm in self._pack.fraction_of:
            last += 1
        scale = self._scale(tokens, last)
        if scale is None:
            return number
        return replace(number, value=number.value * scale[0], last=scale[1], end=tokens[scale[1] - 1].end)


_CURRENCY_SIGNS = frozenset("$€£¥₹")


_AR_DIRECT = frozenset(("عشر", "عشرة", "مئة", "مائة"))
"""May follow a ones word without و: ثلاثة عشر, ثلاث مئة."""
_AR_PRONOUNS = ("هم", "هن", "ها", "هما")
_EN_BEFORE_AND = frozenset(("hundred", "thousand", "million", "billion"))


@dataclass(frozen=True, slots=True)
class _Group:
    """Hundreds, tens and ones of a number below a thousand."""

    hundreds: Decimal = Decimal(0)
    tens: Decimal = Decimal(0)
    ones: Decimal = Decimal(0)

    @property
    def amount(self) -> Decimal:
        return self.hundreds + self.tens + self.ones

    @property
    def is_empty(self) -> bool:
        return self.amount == 0

    def plus(self, amount: Decimal, *, language: str, direct: bool) -> "_Group | None":
        """The group with a number word added, None where its place is taken."""
        arabic = language == "ar"
        if amount == amount.to_integral_value() and amount < 10:
            return None if self.ones or 10 <= self.tens < 20 else replace(self, ones=amount)
        if amount >= _HUNDRED:
            if arabic and direct and amount == _HUNDRED and 2 < self.ones < 10 and not self.tens + self.hundreds:
                return _Group(hundreds=self.ones * _HUNDRED)
            return replace(self, hundreds=amount) if self.is_empty else None
        if amount != amount.to_integral_value():  # полтора
            return _Group(ones=amount) if self.is_empty else None
        if language == "fr" and amount < 20 and self.tens in (60, 80) and not self.ones:
            return replace(self, tens=self.tens + amount)  # soixante-dix, quatre-vingt-quinze
        if self.tens or (self.ones and not arabic):
            return None
        return replace(self, tens=amount)

    def times_hundred(self, *, may_stand_alone: bool) -> "_Group | None":
        """The group before "hundred", multiplied: two hundred, fifteen hundred, cent."""
        if self.hundreds or (self.is_empty and not may_stand_alone):
            return None
        return _Group(hundreds=max(self.amount, Decimal(1)) * _HUNDRED)


@cache
def load_number_reader(language: str, style: DigitStyle) -> NumberReader:
    """The reader of a language's numbers; `style` says what points and commas mean in this text."""
    return NumberReader(load_number_pack(language), style)
