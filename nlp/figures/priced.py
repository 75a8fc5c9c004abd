"""Rates told from afar: the kilo that a clause prices, each of those counted before, what is compared with a rate."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.rate import PACKINGS, join_units
from nlp.phrase import Match
from nlp.unit import UnitWord, dimension_of, load_small_money

_REACH = 26
"""Tokens before a sum of money in which the thing that it prices may stand."""
_SUBJECT_REACH = 8
"""Tokens between a measure that is the subject (le kilo, الطن) and the sum told of it."""
_THOUSAND, _MILLION = 1000, 1_000_000
_MOST_COMPARED = 40
"""Figures before and after one that may belong to it: a sentence of a thousand is none."""
_LIKE = Decimal(40)
"""Two prices of one thing lie within this factor of each other."""
_PRICED_DIMENSIONS = ("mass", "volume", "area")
_OF = frozenset(("of", "из", "de", "des", "من"))
_PARTS = frozenset(("and", "et", "y", "и", "و", "while", "tandis", "mientras", "а", "而"))
_STEP_REACH = 4
_VERB_REACH = 3
_PER_REACH = 9
_HOLDERS = frozenset(("person", "household"))
_HARD = frozenset(".;؛。；!?！？")
_RATE_CONFIDENCE = 0.75


def apply_prices(scene: Scene, grammar: Grammar, drafts: list[Draft]) -> list[Draft]:
    """Make rates of sums of money that price one of something named elsewhere in their sentence.

    Returns the drafts without those that are no more than the one thing priced: "une tonne se vend 400 dollars".
    """
    taken = {at for draft in drafts if not _is_bare_one(draft) for at in range(draft.first, draft.last)}
    for position, draft in enumerate(drafts):
        if draft.unit is None or "/" in draft.unit:
            continue
        if dimension_of(draft.unit) == "money":
            second = (
                _each_behind(scene, grammar, drafts, position)
                or _each_before(scene, grammar, draft, taken)
                or _priced_before(scene, grammar, draft, taken)
                or _per_before(scene, grammar, draft)
                or _area_before(scene, grammar, draft)
            )
        elif dimension_of(draft.unit) in ("mass", "volume"):
            second = (
                _area_before(scene, grammar, draft)
                or _each_area(scene, grammar, draft, taken)
                or _yielding(scene, grammar, draft, taken)
            )
        else:
            continue
        if second is not None:
            _join(draft, second)
    for position, draft in enumerate(drafts):
        if draft.unit is not None and "/" in draft.unit:
            _spread(scene, grammar, drafts, position)
    for draft in drafts:
        _drop_holder(scene, grammar, draft)
    return [draft for draft in drafts if not _is_bare_one(draft)]


def _drop_holder(scene: Scene, grammar: Grammar, draft: Draft) -> None:
    """Income per person or household is an average of theirs, no price: 12,000 yuan per person."""
    unit, _, holder = (draft.unit or "").partition("/")
    if holder not in _HOLDERS:
        return
    begin = max(0, draft.first - _REACH)
    same = [at for at in range(begin, draft.first) if scene.sentence_of[at] == scene.sentence_of[draft.first]]
    is_regular = grammar.regular.match(scene.tokens, draft.last) is not None
    if is_regular or (same and _speaks_of_income(scene, grammar, same[0], draft.first)):
        draft.unit, draft.unit_kind = unit, "money"


def _is_bare_one(draft: Draft) -> bool:
    """One of a measure, in words and without a hedge: no statistic, but what a price is told of."""
    is_one = draft.number.kind == "words" and draft.value == 1 and draft.value_max is None
    return is_one and draft.modifier == "exact" and dimension_of(draft.unit) in _PRICED_DIMENSIONS


def _join(draft: Draft, second: str) -> None:
    word = UnitWord(second, dimension_of(second) or "count", "count")
    kind = "money" if dimension_of(draft.unit) == "money" else "measure"
    unit = join_units(draft.unit or "", kind, word)
    if unit is not None:
        draft.unit, draft.unit_kind = unit, "rate"
        draft.confidence = min(draft.confidence, _RATE_CONFIDENCE)


def _each_behind(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> str | None:
    """Q385 cada uno: of what was counted before; la pièce, за штуку: of pieces."""
    draft = drafts[position]
    piece = grammar.per_piece.match(scene.tokens, draft.last)
    if piece is not None:
        return piece.payload
    each = grammar.each_behind.match(scene.tokens, draft.last)
    if each is None:
        return None
    following = drafts[position + 1] if position + 1 < len(drafts) else None
    if following is not None and scene.norm(each.last) in _OF and following.lead - each.last <= 2:
        return following.unit  # каждой из 45 семей
    for other in reversed(drafts[max(0, position - _MOST_COMPARED) : position]):
        if scene.sentence_of[other.first] != scene.sentence_of[draft.first]:
            break
        if dimension_of(other.unit) in ("mass", "volume", "area", "count"):
            return other.unit
    for at in _back(scene, draft.lead):  # round bales are making €38 each
        unit = grammar.units.after.match(scene.tokens, at) if scene.tokens[at].kind == "word" else None
        is_many = unit is not None and (scene.language != "en" or scene.norm(unit.last - 1).endswith("s"))
        if unit is not None and is_many and unit.payload.kind == "count":
            return unit.payload.unit
    return None


def _each_before(scene: Scene, grammar: Grammar, draft: Draft, taken: set[int]) -> str | None:
    """Each household received, 每公斤由, каждый ящик по: the unit behind "each" in the sentence before the money."""
    for at in _back(scene, draft.lead):
        each = grammar.each.match_before(scene.tokens, at)
        if each is None:
            continue
        unit = _unit_at(scene, grammar, at, taken)
        if unit is None or unit.payload.dimension in ("time", "ratio") or unit.payload.kind == "money":
            return None
        if unit.payload.unit in _HOLDERS and _speaks_of_income(scene, grammar, at, draft.lead):
            return None
        return unit.payload.unit
    return None


def _priced_before(scene: Scene, grammar: Grammar, draft: Draft, taken: set[int]) -> str | None:
    """The price of a litre was; le kilo se négocie à; килограмм уходил по: one measure or packing that has a price."""
    for at in _back(scene, draft.lead):
        unit = _unit_at(scene, grammar, at, taken)
        if unit is None or not _is_one(scene, grammar, at, unit):
            continue
        known = unit.payload.unit
        if unit.payload.dimension not in _PRICED_DIMENSIONS and known not in PACKINGS:
            continue
        is_beside = scene.language == "zh" and draft.lead - unit.last <= 1  # 一斤两块五
        is_told = _is_subject(scene, unit, draft) or _is_told_plainly(scene, draft)
        if is_beside or is_told or _speaks_of_price(scene, grammar, at, draft):
            return known
    return None


def _is_subject(scene: Scene, unit: Match[UnitWord], draft: Draft) -> bool:
    """The kilo, le litre, الطن shortly before a sum, with no number between: what else than a price is told of it."""
    is_near = scene.language != "zh" and draft.lead - unit.last <= _SUBJECT_REACH
    if not is_near or unit.payload.dimension not in ("mass", "volume") or not _is_price_like(draft):
        return False
    return all(scene.tokens[at].kind != "num" and scene.norm(at) != "," for at in range(unit.last, draft.lead))


def _area_before(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """亩产340斤, 平均亩产达1200公斤."""
    for at in range(draft.lead, max(draft.lead - 5, 0), -1):
        found = grammar.yield_of.match_before(scene.tokens, at)
        if found is not None:
            return found.payload
    return None


def _each_area(scene: Scene, grammar: Grammar, draft: Draft, taken: set[int]) -> str | None:
    """每公顷1.2吨: a yield."""
    second = _each_before(scene, grammar, draft, taken)
    return second if dimension_of(second) == "area" else None


def _yielding(scene: Scene, grammar: Grammar, draft: Draft, taken: set[int]) -> str | None:
    """La manzana rinde 25 quintales, ينتج الفدان 4 أطنان: one unit of area that yields."""
    if draft.value_max is None and draft.number.scale > 1:
        return None
    for at in _back(scene, draft.lead):
        if scene.norm(at) == ",":
            return None
        unit = _unit_at(scene, grammar, at, taken)
        if unit is None or unit.payload.dimension != "area" or not _is_one(scene, grammar, at, unit):
            continue
        around = range(max(0, at - _VERB_REACH), draft.lead)
        return unit.payload.unit if any(grammar.yields.match(scene.tokens, near) for near in around) else None
    return None


def _per_before(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """На гектар выделяют 2 тысячи рублей, por hectárea se pagan 300 pesos: the rate first."""
    for at in range(draft.lead - 2, max(draft.lead - _PER_REACH, -1), -1):
        if scene.tokens[at].kind in ("sym", "num") or scene.sentence_of[at] != scene.sentence_of[draft.first]:
            return None
        per = grammar.per_first.match(scene.tokens, at)
        unit = grammar.units.after.match(scene.tokens, per.last) if per is not None else None
        if unit is not None and unit.last <= draft.lead and unit.payload.dimension in _PRICED_DIMENSIONS:
            return unit.payload.unit
    return None


def _back(scene: Scene, lead: int) -> range:
    """Tokens before the figure, nearest first, to the border of the sentence."""
    stop = lead
    while stop > 0 and lead - stop < _REACH:
        if scene.norm(stop - 1) in _HARD or scene.sentence_of[stop - 1] != scene.sentence_of[lead]:
            break
        stop -= 1
    return range(lead - 1, stop - 1, -1)


def _unit_at(scene: Scene, grammar: Grammar, at: int, taken: set[int]) -> Match[UnitWord] | None:
    if at in taken or scene.tokens[at].kind not in ("word", "han"):
        return None
    found = grammar.units.after.match(scene.tokens, at)
    return found if found is not None and found.payload.unit is not None else None


def _is_one(scene: Scene, grammar: Grammar, at: int, unit: Match[UnitWord]) -> bool:
    """True where the words speak of one of it: a singular behind an article (or no number at all)."""
    before, norm = scene.norm(at - 1), scene.norm(unit.last - 1)
    if scene.language == "zh":
        return before == "一"
    if scene.language == "ar":
        return norm.startswith(("ال", "لل", "وال")) or grammar.price.match_before(scene.tokens, at) is not None
    if scene.language == "ru":
        return not norm.endswith(("ов", "ей", "ами", "ям", "ах")) and scene.tokens[at - 1].kind != "num"
    if norm.endswith("s") or at == 0:
        return False
    if before in grammar.one:
        return True
    sized = at >= 2 and scene.tokens[at - 1].kind == "word" and _is_size(scene, grammar, at - 1)
    return sized or (before == "'" and scene.norm(at - 2) in ("l", "d"))


def _is_size(scene: Scene, grammar: Grammar, at: int) -> bool:
    """A 100kg bag, a 50-kilogramme bag: an article stands before the size."""
    if grammar.units.after.match(scene.tokens, at) is None:
        return False
    number = at - 1 if scene.tokens[at - 1].kind == "num" else at - 2
    return number > 0 and scene.tokens[number].kind == "num" and scene.norm(number - 1) in grammar.one


def _speaks_of_price(scene: Scene, grammar: Grammar, at: int, draft: Draft) -> bool:
    """A word of price or of change stands from the words before the unit up to the figure."""
    if not _is_price_like(draft):
        return False
    begin = max(0, draft.lead - _REACH, at - _REACH // 2)
    return any(
        grammar.price.match(scene.tokens, index) is not None
        or grammar.change["cue"].match(scene.tokens, index) is not None
        or grammar.change["weak"].match(scene.tokens, index) is not None
        for index in range(begin, draft.lead)
        if scene.sentence_of[index] == scene.sentence_of[draft.first]
    )


def _is_price_like(draft: Draft) -> bool:
    """Thousands at most, but millions where the money is small: no kilogram costs millions of euros."""
    return draft.number.scale <= _THOUSAND or (draft.unit in load_small_money() and draft.number.scale <= _MILLION)


def _is_told_plainly(scene: Scene, draft: Draft) -> bool:
    """Килограмм винограда — 8 леев, كيلو الطماطم بـ8 جنيهات: a dash or a preposition in place of the verb."""
    before = scene.norm(draft.lead - 1)
    if draft.number.scale > 1000:
        return False
    if scene.language == "ar":
        return before == "ب" or scene.norm(draft.lead).startswith("ب")
    return scene.language == "ru" and before == "-" and not scene.glued(draft.lead)


def _speaks_of_income(scene: Scene, grammar: Grammar, first: int, last: int) -> bool:
    return any(grammar.income.match(scene.tokens, index) is not None for index in range(first, last))


def _spread(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> None:
    """Sums compared with a rate are rates too: (about $0.58), from 22,000 dong, contre 4,25 €."""
    draft = drafts[position]
    currency, _, second = (draft.unit or "").partition("/")
    dimension = dimension_of(currency)
    if dimension not in ("money", "mass"):
        return
    for other in drafts[max(0, position - _MOST_COMPARED) : position + _MOST_COMPARED + 1]:
        if other is draft or other.unit is None or "/" in other.unit or dimension_of(other.unit) != dimension:
            continue
        if dimension == "mass" and (abs(draft.first - other.first) > _REACH or other.number.scale > 1):
            continue
        if scene.sentence_of[other.first] != scene.sentence_of[draft.first]:
            continue
        is_like = other.unit == currency and other.number.scale <= _THOUSAND and _alike(draft, other)
        if other.last <= draft.first and _is_parted(scene, other, draft):
            is_like = False
        if not is_like and other.unit == currency and other.last <= draft.lead:
            is_like = _is_step_to(scene, grammar, other, draft)
        if is_like or _is_bracketed(scene, draft, other):
            _join(other, second)


def _alike(one: Draft, other: Draft) -> bool:
    low, high = sorted((one.value, other.value))
    return low > 0 and high / low <= _LIKE


def _is_parted(scene: Scene, before: Draft, after: Draft) -> bool:
    """Another thing is told of behind "and": bread costs R19.50, and diesel R21 a litre."""
    return any(scene.norm(at) in _PARTS for at in range(before.last, after.lead))


def _is_step_to(scene: Scene, grammar: Grammar, step: Draft, level: Draft) -> bool:
    """Rose 14 cents to $12.20 a kilogram: the step is a rate as the level is, however small."""
    is_next = level.lead - step.last <= _STEP_REACH and step.value < level.value
    return is_next and grammar.change["to"].match_before(scene.tokens, level.lead) is not None


def _is_bracketed(scene: Scene, draft: Draft, other: Draft) -> bool:
    """The other stands in brackets right behind."""
    return draft.number.last <= other.lead and other.lead - draft.last <= 2 and "(" in (
        scene.norm(other.lead - 1), scene.norm(other.lead - 2)
    )  # fmt: skip
