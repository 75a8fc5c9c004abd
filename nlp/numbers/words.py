"""Numbers in words that add up: groups below a thousand, each multiplied by the scale word after it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from nlp.lexer import Token
from nlp.numbers.pack import NumberPack
from nlp.numbers.scale import find_scale

_HUNDRED = 100
_AR_DIRECT = frozenset(("عشر", "عشرة", "مئة", "مائة"))
"""May follow a ones word without و: ثلاثة عشر, ثلاث مئة."""
_AR_SINGULAR_ACCUSATIVES = frozenset(("الفا", "مليونا", "مليارا"))
"""Two of them before their noun (مليونا درهم), one where و goes on with the number (مليونا و200 ألف)."""
_AR_ONE = frozenset(("واحد", "واحدا", "واحدة"))
"""مليونا واحدا: one million, said with emphasis."""
_EN_BEFORE_AND = frozenset(("hundred", "thousand", "million", "billion"))


class Spelled(NamedTuple):
    """A number in words: tokens up to `last`, offsets [start, end), the worth of its last scale word."""

    value: Decimal
    last: int
    start: int
    end: int
    scale: Decimal


class _Word(NamedTuple):
    """A word of a number: value or worth, the token after it, characters of a clitic before it."""

    value: Decimal
    after: int
    cut: int = 0


def read_words(pack: NumberPack, tokens: Sequence[Token], first: int) -> Spelled | None:
    """The longest number in words that begins at this token, or None."""
    total, group, largest = Decimal(0), _Group(), Decimal(0)
    index, begin, seen = first, tokens[first].start, 0
    whole = first
    """Token after the last scale word: where the number ends when what follows turns out to be another one."""
    if pack.language == "en" and tokens[first].norm in pack.articles:
        if not (find_scale(pack, tokens, first + 1) or _hundred(pack, tokens, first + 1)):
            return None
        group, index, seen = _Group(ones=Decimal(1)), first + 1, 1
    while index < len(tokens):
        at = _skip_joiner(pack, tokens, index) if seen else index
        value = _value(pack, tokens, at)
        if value is not None:
            direct = at == index and value.cut == 0
            grown = group.plus(value.value, language=pack.language, direct=direct)
            if grown is None or (seen and not _may_add(pack, tokens, at, value.cut, direct=at == index)):
                break
            group, word = grown, value
        elif (hundred := _hundred(pack, tokens, at)) is not None:
            grown = group.times_hundred(may_stand_alone=pack.language == "fr")
            if grown is None:
                break
            group, word = grown, hundred
        elif group.is_empty and (dual := _dual(pack, tokens, at)) is not None:
            if seen and (dual.value >= largest or not dual.cut):
                break
            total, word, whole = total + dual.value, dual, dual.after
            largest = max(worth for worth in pack.scale.values() if worth <= dual.value)
        elif (scale := _scale_word(pack, tokens, at, direct=at == index, seen=seen)) is not None:
            worth = scale.value
            if worth == largest and not group.is_empty:  # بين ألفين وثلاثة آلاف
                group, index = _Group(), whole
                break
            if largest and worth > largest:  # mil millones, 1.5 lakh crore
                total = (total + group.amount) * worth
            elif group.is_empty and seen:
                total = total * worth if worth == largest else total + worth
            else:
                total += (group.amount if not group.is_empty else Decimal(1)) * worth
            group, largest, word, whole = _Group(), worth, scale, scale.after
        else:
            break
        begin += word.cut if not seen else 0
        seen += 1
        index = word.after
    if not seen:
        return None
    return Spelled(total + group.amount, index, begin, tokens[index - 1].end, largest or Decimal(1))


def _value(pack: NumberPack, tokens: Sequence[Token], index: int) -> _Word | None:
    """The additive number word at this token."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return None
    found = pack.value.match(tokens, index)
    return None if found is None else _Word(found.payload, found.last, found.start - tokens[index].start)


def _scale_word(pack: NumberPack, tokens: Sequence[Token], index: int, *, direct: bool, seen: int) -> _Word | None:
    """A scale word within a number in words."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return None
    for form, cut in pack.variants(tokens[index].norm):
        if form not in pack.scale:
            continue
        alone = form in pack.scale_alone
        if not alone and (not seen or not direct or (pack.language == "ar" and cut)):
            return None
        return _Word(pack.scale[form], index + 1, cut)
    return None


def _skip_joiner(pack: NumberPack, tokens: Sequence[Token], index: int) -> int:
    """Index after a hyphen or an "and" inside a number in words, else the index itself."""
    token = tokens[index]
    if index + 1 >= len(tokens) or token.norm not in pack.joiners:
        return index
    if token.norm == "-":
        glued = token.start == tokens[index - 1].end and tokens[index + 1].start == token.end
        return index + 1 if glued else index
    return index + 1


def _may_add(pack: NumberPack, tokens: Sequence[Token], at: int, cut: int, *, direct: bool) -> bool:
    """English says "and" only after hundreds; Arabic adds with و; others just go on."""
    before = tokens[at - 1].norm
    if pack.language == "ar":
        if tokens[at].norm.startswith("و") and cut:
            return True
        return not direct or any(form in _AR_DIRECT for form, _ in pack.variants(tokens[at].norm))
    if direct or before == "-":
        return True
    if pack.language == "en":
        return tokens[at - 2].norm in _EN_BEFORE_AND
    if pack.language == "es":
        return tokens[at - 2].norm.endswith("nta")  # treinta y cinco
    if pack.language == "fr":
        return tokens[at].norm in ("un", "une", "onze")  # vingt et un
    return True


def _hundred(pack: NumberPack, tokens: Sequence[Token], index: int) -> _Word | None:
    if index >= len(tokens) or tokens[index].kind != "word":
        return None
    worth = pack.hundred.get(tokens[index].norm)
    return None if worth is None else _Word(worth, index + 1)


def _dual(pack: NumberPack, tokens: Sequence[Token], index: int) -> _Word | None:
    """An Arabic scale word in the dual; its construct form is one of them where و goes on with the number."""
    if index >= len(tokens) or tokens[index].kind != "word" or not pack.dual_scale:
        return None
    for form, cut in pack.variants(tokens[index].norm):
        worth = pack.dual_scale.get(form)
        if worth is None:
            continue
        following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        goes_on = following == "و" or (following.startswith("و") and _goes_on(pack, tokens, index + 1))
        if form in _AR_SINGULAR_ACCUSATIVES and following in _AR_ONE:
            return _Word(worth / 2, index + 2, cut)
        if form in _AR_SINGULAR_ACCUSATIVES and goes_on:
            worth /= 2
        return _Word(worth, index + 1, cut)
    return None


def _goes_on(pack: NumberPack, tokens: Sequence[Token], index: int) -> bool:
    """True where a number word or a half with و stands at this token."""
    return pack.value.match(tokens, index) is not None or pack.half_after.match(tokens, index) is not None


class _Group(NamedTuple):
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
            return None if self.ones or 10 <= self.tens < 20 else self._replace(ones=amount)
        if amount >= _HUNDRED:
            if arabic and direct and amount == _HUNDRED and 2 < self.ones < 10 and not self.tens + self.hundreds:
                return _Group(hundreds=self.ones * _HUNDRED)
            return self._replace(hundreds=amount) if self.is_empty else None
        if amount != amount.to_integral_value():  # полтора
            return _Group(ones=amount) if self.is_empty else None
        if language == "fr" and amount < 20 and self.tens in (60, 80) and not self.ones:
            return self._replace(tens=self.tens + amount)  # soixante-dix, quatre-vingt-quinze
        if self.tens or (self.ones and not arabic):
            return None
        return self._replace(tens=amount)

    def times_hundred(self, *, may_stand_alone: bool) -> "_Group | None":
        """The group before "hundred", multiplied: two hundred, fifteen hundred, cent."""
        if self.hundreds or (self.is_empty and not may_stand_alone):
            return None
        return _Group(hundreds=max(self.amount, Decimal(1)) * _HUNDRED)
