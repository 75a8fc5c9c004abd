"""Numbers as Chinese writes them: numerals, digits, and digits with 万 and 亿 between them."""

from collections.abc import Sequence
from decimal import Decimal

from nlp.lexer import Token
from nlp.numbers.chinese_amount import LEAST_SHORTENED, AmountState
from nlp.numbers.chinese_pack import begins_chinese_number, load_chinese_numerals
from nlp.numbers.digits import DigitStyle, read_digits
from nlp.numbers.number import Number

_DENOMINATORS = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}
"""Of 百分之三十; a figure of one sign (三分之一) is its own."""
_TEN = Decimal(10)
_HALF = Decimal("0.5")
_THOUSAND = Decimal(1000)
_ROUGHLY = "把"
"""About, but only behind a lone scale word: 千把块; behind others it counts chairs."""
_UNITS_BEGUN_BY = {"千": "克米瓦焦卡赫伏", "兆": "瓦赫字比位帕焦带", "百": "帕"}
_COMES = frozenset("自到访訪源华華了的于於")
"""Signs before which 来 is the verb "come"."""
_LAMPS = frozenset("灯燈的功光电電充")
"""Signs behind a w that means watts."""
_APART = (1, 2)
"""How far the two digits of a range lie apart: 四五百, 三五天."""


class ChineseNumberReader:
    """Reads the number that begins at a token of a Chinese text."""

    def __init__(self, style: DigitStyle) -> None:
        self._pack = load_chinese_numerals()
        self._style = style

    def may_begin(self, token: Token) -> bool:
        """False where no number begins with this token: asked first, for speed."""
        return token.kind == "num" or begins_chinese_number(token.norm)

    def read(self, tokens: Sequence[Token], first: int) -> Number | None:
        """The longest number that begins at this token, or None.

        `kind` is "digits" where ASCII digits take part; 几十万 and 数十万 are vague, 三分之一 and 一半 fractions.
        """
        if not self.may_begin(tokens[first]):
            return None
        if tokens[first].norm == "半":
            return self._half(tokens, first)
        idiom = self._pack.idiom.match(tokens, first)
        if idiom is not None:
            return Number(idiom.payload, first, idiom.last, idiom.start, idiom.end, "vague", inside="more_than")
        number = (
            self._fraction(tokens, first)
            or self._tenths(tokens, first)
            or self._between(tokens, first)
            or self._amount(tokens, first)
        )
        return None if number is None else self._with_half(number, tokens)

    def _tenths(self, tokens: Sequence[Token], first: int) -> Number | None:
        """八五折: 8.5 tenths of the price."""
        if first + 2 >= len(tokens) or tokens[first + 2].norm != "折":
            return None
        tenths, hundredths = (self._pack.digit.get(tokens[first + place].norm) for place in (0, 1))
        if not tenths or not hundredths or (first > 0 and tokens[first - 1].norm in self._pack.digit):
            return None
        value = tenths + hundredths / 10
        return Number(value, first, first + 2, tokens[first].start, tokens[first + 1].end, "words")

    def _with_half(self, number: Number, tokens: Sequence[Token]) -> Number:
        """一个半小时, 两个半月: the half behind the classifier."""
        at = number.last
        is_whole = number.scale == 1 and number.upper is None and number.value == number.value.to_integral_value()
        if not is_whole or at + 2 >= len(tokens) or number.kind not in ("words", "digits"):
            return number
        if tokens[at].norm not in "个個" or tokens[at + 1].norm != "半" or tokens[at + 2].start != tokens[at + 1].end:
            return number
        return number._replace(value=number.value + _HALF, last=at + 2, end=tokens[at + 1].end, step=None)

    def _amount(self, tokens: Sequence[Token], first: int) -> Number | None:
        pack, state, index = self._pack, AmountState(), first
        vague = False
        while index < len(tokens):
            token = tokens[index]
            if index > first and token.start != tokens[index - 1].end:
                break
            if token.kind == "num":
                if state.current is not None:
                    break
                read = read_digits(tokens, index, self._style, is_scale=lambda at: self._is_scale(tokens, at))
                if read is None:
                    return None if index == first else self._finish(tokens, first, index, state, vague=vague)
                value, decimals, index = read
                unit = Decimal(1).scaleb(-decimals)
                if value < 10 and not decimals and state.last_scale >= LEAST_SHORTENED:
                    unit = state.last_scale / 10
                state = state._replace(current=value, decimals=decimals, unit=unit, with_digits=True, scaled=False)
                continue
            if token.norm in pack.digit:
                if state.current is not None:
                    break  # 二〇二〇 is no single amount
                state = state._replace(current=pack.digit[token.norm], unit=Decimal(1), decimals=0)
                if token.norm in "零〇":
                    state = state._replace(current=None, last_scale=Decimal(1))
            elif self._is_scale(tokens, index):
                grown = state.scaled_by(pack.scale[token.norm], at_start=index == first)
                if grown is None:
                    break
                state = grown
            elif token.norm in pack.vague and (index == first or state.section or state.total):
                if not self._is_scale(tokens, index + 1) and state.current is not None:
                    break
                if index == first and not self._is_scale(tokens, index + 1):
                    return None
                vague = True
                state = state._replace(inside="more_than")
            elif token.norm == _ROUGHLY and index == first + 1 and state.scaled:
                state = state._replace(inside="about")
                index += 1
                break
            elif index > first and (token.norm in pack.more or self._says_about(tokens, index, state)):
                state = state._replace(inside="more_than" if token.norm in pack.more else "about")
                index += 1
                if not self._is_scale(tokens, index):
                    break
                continue
            elif token.norm in "点點" and (state.current is not None or state.section) and not state.with_digits:
                after = self._spoken_decimals(tokens, index, state)
                if after is None:
                    break
                state, index = after
                continue
            else:
                break
            index += 1
        if index == first:
            return None
        return self._finish(tokens, first, index, state, vague=vague)

    def _says_about(self, tokens: Sequence[Token], index: int, state: AmountState) -> bool:
        """十来个, 三千来斤, 90来头; but 5000来自 is another word."""
        if tokens[index].norm not in self._pack.about:
            return False
        follows = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        is_round = state.current is not None and state.current >= _TEN and state.current % _TEN == 0
        return bool(state.section or state.total) or (is_round and follows not in _COMES and follows != "")

    def _finish(
        self, tokens: Sequence[Token], first: int, last: int, state: AmountState, *, vague: bool
    ) -> Number | None:
        if last == first:
            return None
        value = state.value
        if value == 0 and not state.with_digits:
            return None
        return Number(
            value=value,
            first=first,
            last=last,
            start=tokens[first].start,
            end=tokens[last - 1].end,
            kind="vague" if vague else "digits" if state.with_digits else "words",
            step=state.unit if state.with_digits else None,
            rounded=state.with_digits and (state.scaled or state.decimals > 0),
            scale=state.largest or Decimal(1),
            inside=state.inside,
        )

    def _between(self, tokens: Sequence[Token], first: int) -> Number | None:
        """Two digits in a row that count from one to the next: 四五百元, 七八十人, 两三天, 十五六岁."""
        at = first + 1 if tokens[first].norm == "十" else first
        if at + 1 >= len(tokens) or tokens[at + 1].start != tokens[at].end:
            return None
        low, high = self._pack.digit.get(tokens[at].norm), self._pack.digit.get(tokens[at + 1].norm)
        if low is None or high is None or not low or high - low not in _APART:
            return None
        if high - low == 2 and low != 3:
            return None  # 三五 is the only such pair in use
        after = at + 2
        if after < len(tokens) and (tokens[after].norm in self._pack.digit or tokens[after].kind == "num"):
            return None
        if first > 0 and tokens[first - 1].norm in self._pack.digit:
            return None
        factor = Decimal(1)
        while self._is_scale(tokens, after) and tokens[after].start == tokens[after - 1].end:
            factor *= self._pack.scale[tokens[after].norm]
            after += 1
        base = _TEN if at > first else Decimal(0)
        return Number(
            value=(base + low) * factor,
            first=first,
            last=after,
            start=tokens[first].start,
            end=tokens[after - 1].end,
            kind="words",
            scale=factor,
            upper=(base + high) * factor,
        )

    def _half(self, tokens: Sequence[Token], first: int) -> Number | None:
        """半 before a unit: 半天, 半个月, 半斤; the finder keeps it only where a measure follows."""
        last = first + 1
        if last < len(tokens) and tokens[last].norm in ("个", "個"):
            last += 1
        return Number(Decimal("0.5"), first, last, tokens[first].start, tokens[first].end, "words")

    def _fraction(self, tokens: Sequence[Token], first: int) -> Number | None:
        """百分之三十 and 三分之一 as percent, 一半 as 50."""
        if tokens[first].norm == "一" and first + 1 < len(tokens) and tokens[first + 1].norm == "半":
            end = tokens[first + 1].end
            return Number(Decimal(50), first, first + 2, tokens[first].start, end, "fraction")
        below, index = self._denominator(tokens, first)
        if below is None or index + 1 >= len(tokens) or tokens[index].norm + tokens[index + 1].norm != "分之":
            return None
        above = self._amount(tokens, index + 2) if index + 2 < len(tokens) else None
        if above is None:
            return None
        if below == _THOUSAND:  # 千分之四十
            return above._replace(first=first, start=tokens[first].start, kind="per_mille")
        return above._replace(
            value=above.value * 100 / below,
            first=first,
            start=tokens[first].start,
            kind="fraction",
            step=above.step if below == 100 else None,
        )

    def _denominator(self, tokens: Sequence[Token], first: int) -> tuple[Decimal | None, int]:
        below = _DENOMINATORS.get(tokens[first].norm)
        if below is not None:
            return below, first + 1
        if tokens[first].norm in self._pack.digit and first + 1 < len(tokens) and tokens[first + 1].norm == "分":
            return self._pack.digit[tokens[first].norm] or None, first + 1
        return None, first

    def _spoken_decimals(
        self, tokens: Sequence[Token], index: int, state: AmountState
    ) -> tuple[AmountState, int] | None:
        digits, at = "", index + 1
        while at < len(tokens) and tokens[at].norm in self._pack.digit:
            digits, at = digits + str(self._pack.digit[tokens[at].norm]), at + 1
        if not digits:
            return None
        value = state.section + (state.current or Decimal(0)) + Decimal(f"0.{digits}")
        return state._replace(section=Decimal(0), current=value, decimals=len(digits)), at

    def _is_scale(self, tokens: Sequence[Token], index: int) -> bool:
        """A scale word, but not the first sign of a unit: 千克, 千米, 兆瓦."""
        if index >= len(tokens) or tokens[index].norm not in self._pack.scale:
            return False
        following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        if tokens[index].norm == "w" and (index == 0 or tokens[index - 1].kind != "num" or following in _LAMPS):
            return False
        return not following or following not in _UNITS_BEGUN_BY.get(tokens[index].norm, "")
