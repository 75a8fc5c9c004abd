"""Money that the words leave open: francs named in full elsewhere, 1,7 millones por carga, 总投资3.6亿."""

from collections import Counter
from decimal import Decimal

from nlp.figures.country import currency_of
from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.rate import find_second_unit, join_units
from nlp.unit import dimension_of

_PRICED_DIMENSIONS = ("mass", "volume")
_PRICED = ("package", "head", "order", "pair", "bottle", "piece")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_CONFIDENCE = 0.6
_TEN_THOUSAND = Decimal(10_000)
_STEPS = 4
"""Words (约, 超过, 了) that may stand between a Chinese word of money and its sum."""


def name_money(scene: Scene, grammar: Grammar, drafts: list[Draft]) -> None:
    """Give sums the currency that their own words leave out, in place."""
    for position, draft in enumerate(drafts):
        if draft.unit is None and draft.unit_kind == "money":
            _take_named(scene, grammar, drafts, position)
        elif draft.currencies and draft.unit is not None:
            _take_sum_beside(scene, drafts, position)
        elif draft.unit is None and draft.number.kind in ("digits", "words") and not _could_be_year(draft):
            _price_of_one(scene, grammar, drafts, position)
            if scene.language == "zh":
                _chinese_sum(scene, grammar, drafts, position)


def _take_named(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> None:
    """Francs or dinars of a text that says elsewhere whose they are; with the rate behind them."""
    draft = drafts[position]
    named = [one for one in _nearest(scene, drafts, position) if _currency(one) in draft.currencies]
    if not named:
        return
    draft.unit = _currency(named[0])
    draft.confidence = min(draft.confidence, _CONFIDENCE)
    _join_behind(scene, grammar, draft)


def _take_sum_beside(scene: Scene, drafts: list[Draft], position: int) -> None:
    """Cents are parts of the dollars that their sentence names: rose 14 cents to A$12.20."""
    draft = drafts[position]
    currency, slash, second = (draft.unit or "").partition("/")
    for other in _nearest(scene, drafts, position):
        if scene.sentence_of[other.first] != scene.sentence_of[draft.first]:
            break
        if not other.currencies and _currency(other) in draft.currencies and _currency(other) != currency:
            draft.unit = f"{_currency(other)}{slash}{second}"
            break


def _price_of_one(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> None:
    """A bare number right before "per kilo": money, of the currency or the country that the text speaks of."""
    draft = drafts[position]
    second = find_second_unit(scene, grammar, draft.last)
    if second is None or second.first != draft.last:
        return
    if second.payload.dimension not in _PRICED_DIMENSIONS and second.payload.unit not in _PRICED:
        return
    draft.unit, draft.unit_kind = _spoken(scene, drafts, position), "money"
    draft.confidence = min(draft.confidence, _CONFIDENCE)
    _join_behind(scene, grammar, draft)


def _chinese_sum(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> None:
    """总投资3.6亿, 赚了三万五, 营业额突破2000万: a sum in ten thousands behind a word of money, with no noun behind."""
    draft = drafts[position]
    if draft.number.scale < _TEN_THOUSAND or not _ends(scene, draft.last):
        return
    at = draft.lead
    for _ in range(_STEPS):
        if grammar.money_of.match_before(scene.tokens, at) is not None:
            draft.unit, draft.unit_kind = _yuan(scene, drafts, position), "money"
            draft.confidence = min(draft.confidence, _CONFIDENCE)
            return
        skip = (
            grammar.reach.match_before(scene.tokens, at)
            or grammar.hedge_before.match_before(scene.tokens, at)
            or grammar.change["to"].match_before(scene.tokens, at)
        )
        if skip is None:
            return
        at = skip.first


def _ends(scene: Scene, at: int) -> bool:
    """The clause ends, or goes on with a verb: nothing that is counted follows."""
    return (
        at >= len(scene.tokens) or scene.tokens[at].kind == "sym" or scene.sentence_of[at] != scene.sentence_of[at - 1]
    )


def _join_behind(scene: Scene, grammar: Grammar, draft: Draft) -> None:
    second = find_second_unit(scene, grammar, draft.last)
    if second is None or draft.unit is None:
        return
    unit = join_units(draft.unit, "money", second.payload)
    if unit is not None:
        draft.unit, draft.unit_kind = unit, "rate"
        if second.first < second.last:
            draft.last, draft.end = second.last, second.end


def _yuan(scene: Scene, drafts: list[Draft], position: int) -> str:
    """The money that most sums of the text are in, else what 元 would mean here."""
    named = Counter(currency for currency in map(_currency, drafts) if currency is not None).most_common(1)
    told = named[0][0] if named else None
    country = scene.countries.choose(("CN", "TW"), drafts[position].first, sign=False)
    return told or currency_of(country or "CN") or "CNY"


def _spoken(scene: Scene, drafts: list[Draft], position: int) -> str | None:
    """The currency of the nearest sum before, else of the country that the text names most."""
    for other in reversed(drafts[:position]):
        if _currency(other) is not None:
            return _currency(other)
    country = scene.countries.most_spoken()
    return currency_of(country) if country is not None else None


def _nearest(scene: Scene, drafts: list[Draft], position: int) -> list[Draft]:
    """The other drafts, those of the same sentence first, then by distance."""
    here = scene.sentence_of[drafts[position].first]
    others = [(at, one) for at, one in enumerate(drafts) if at != position]
    others.sort(key=lambda pair: (scene.sentence_of[pair[1].first] != here, abs(pair[0] - position)))
    return [one for _, one in others]


def _currency(draft: Draft) -> str | None:
    currency = (draft.unit or "").partition("/")[0]
    return currency if dimension_of(currency or None) == "money" else None


def _could_be_year(draft: Draft) -> bool:
    return draft.number.scale == 1 and _FIRST_YEAR <= draft.value <= _LAST_YEAR
