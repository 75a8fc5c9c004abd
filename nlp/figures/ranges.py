"""Two numbers that bound one figure: 20 to 30 thousand, between two and four days, 20至30万元."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.money import UnitFound
from nlp.figures.rate import with_rate
from nlp.figures.share import Reader
from nlp.figures.unit_finder import find_unit
from nlp.numbers.number import Number

_DASHES = frozenset("-–—~～")
_PLUS_MINUS = "±"
_CHANGE_REACH = 12


def join_range(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader, own: UnitFound | None) -> bool:
    """Make the draft a range, with the unit of its second number, where a second number bounds it; else False.

    `own`: the unit of the first number, where it has one of its own.
    """
    if scene.norm(draft.number.last) == _PLUS_MINUS:
        return _join_tolerance(scene, grammar, draft, reader)
    if own is not None and own.kind != "rate" and _says_step(scene, grammar, min(own.first, draft.number.first)):
        return False
    for after, first_unit in _ends(draft, own):
        second = _second(scene, grammar, reader, draft, after)
        if second is None:
            continue
        upper = Draft(second, second.value, second.first, second.last, second.start, second.end)
        unit = find_unit(scene, grammar, upper)
        if first_unit is not None and (unit is None or unit.unit != first_unit.unit):
            continue
        if first_unit is None and own is not None and own.last > draft.number.last:
            continue
        low, high = _borrow_scale(draft.number, second)
        if low >= high:
            continue
        prefix = own if own is not None and own.first < draft.number.first else None
        if prefix is not None and unit is None:
            prefix = with_rate(scene, grammar, prefix, after=second.last)
        _fill(draft, second, low, high, unit or prefix)
        return True
    return False


def _join_tolerance(scene: Scene, grammar: Grammar, draft: Draft, reader: Reader) -> bool:
    """5 ± 2 tonnes is 3 to 7."""
    after = draft.number.last + 1
    second = reader.read(scene.tokens, after) if after < len(scene.tokens) else None
    if second is None or second.kind != "digits" or second.value > draft.number.value:
        return False
    unit = find_unit(scene, grammar, Draft(second, second.value, second.first, second.last, second.start, second.end))
    low, high = draft.number.value - second.value, draft.number.value + second.value
    if low < high:
        _fill(draft, second, low, high, unit)
    return low < high


def _ends(draft: Draft, own: UnitFound | None) -> list[tuple[int, UnitFound | None]]:
    """Where a connector may stand: right after the number, or after its own unit (10% à 15%, 20元至30元)."""
    ends: list[tuple[int, UnitFound | None]] = [(draft.number.last, None)]
    if own is not None and own.last > draft.number.last:
        ends.append((own.last, own))
    return ends


def _second(scene: Scene, grammar: Grammar, reader: Reader, draft: Draft, after: int) -> Number | None:
    tokens = scene.tokens
    if after >= len(tokens):
        return None
    at = _connector(scene, grammar, draft, after)
    if at is None or at >= len(tokens):
        return None
    if scene.norm(at) in grammar.range_articles:
        at += 1  # entre un 20 y un 25 por ciento
    prefix = grammar.units.prefix.match(tokens, at)
    if prefix is not None and prefix.last < len(tokens) and tokens[prefix.last].kind == "num":
        at = prefix.last
    if at >= len(tokens) or tokens[at].kind == "sym":
        return None
    number = reader.read(tokens, at)
    if number is None or number.kind not in ("digits", "words") or number.first != at:
        return None
    return number


def _connector(scene: Scene, grammar: Grammar, draft: Draft, after: int) -> int | None:
    """Token of the second number, where a connector of ranges stands before it."""
    tokens = scene.tokens
    first = _without_prefix(grammar, scene, draft)
    between = grammar.between.match_before(tokens, draft.number.first) or grammar.between.match_before(tokens, first)
    if between is None and scene.norm(first - 1) in grammar.range_articles:
        between = grammar.between.match_before(tokens, first - 1)
    joined = grammar.range_and.match(tokens, after)
    if _is_glued_and(scene, after) and between is not None and _is_between(scene, between.first, between.last):
        return after
    if joined is not None and between is not None and _is_between(scene, between.first, between.last):
        return joined.last
    found = grammar.range.match(tokens, after)
    if found is None:
        return None
    norm = scene.norm(after)
    if norm in _DASHES:
        return found.last
    if scene.language == "ar" and norm == "و":
        return None
    if scene.language == "ar" and found.end < tokens[after].end:
        return None
    if _says_change(scene, grammar, first):
        return None
    if scene.language in ("fr", "es", "ru") and between is None:
        # "5 à 6 heures" and "20 a 30 mil" need no "de"; "до" and "a" alone are too common otherwise
        return found.last if scene.tokens[found.last : found.last + 1] and tokens[found.last].kind == "num" else None
    return found.last


def _is_glued_and(scene: Scene, at: int) -> bool:
    """Arabic و at the head of a number word: بين ألفين وثلاثة آلاف."""
    norm = scene.norm(at)
    return scene.language == "ar" and norm.startswith("و") and len(norm) > 2


def _without_prefix(grammar: Grammar, scene: Scene, draft: Draft) -> int:
    prefix = grammar.units.prefix.match_before(scene.tokens, draft.number.first)
    return prefix.first if prefix is not None else draft.number.first


_BETWEEN_WORDS = frozenset(("between", "entre", "между", "بين", "介"))


def _is_between(scene: Scene, first: int, last: int) -> bool:
    return any(
        scene.norm(at).lstrip("و") in _BETWEEN_WORDS or scene.norm(at) in _BETWEEN_WORDS for at in range(first, last)
    )


def _says_change(scene: Scene, grammar: Grammar, first: int) -> bool:
    """A word of change before "from A to B" makes it two levels; "rose 5 to 10 percent" stays a range."""
    begins = grammar.change["from"].match_before(scene.tokens, first)
    if begins is None or grammar.change["span"].match_before(scene.tokens, begins.first) is not None:
        return False  # losses run from $2 million to $3 million
    if grammar.change["moved"].match_before(scene.tokens, begins.first) is not None:
        return True
    for at in range(first, max(0, first - _CHANGE_REACH), -1):
        if scene.norm(at - 1) in (".", ";", "。", "؛", "!", "?"):
            return False
        if any(grammar.change[name].match_before(scene.tokens, at) is not None for name in ("cue", "weak")):
            return True
    return False


def _says_step(scene: Scene, grammar: Grammar, first: int) -> bool:
    """Raised by Rs 150 to Rs 2,275: a step with a unit of its own, and the level reached."""
    by = grammar.change["by"].match_before(scene.tokens, first)
    if by is None:
        return False
    return any(
        grammar.change[name].match_before(scene.tokens, by.first) is not None for name in ("cue", "weak", "noun")
    )


def _borrow_scale(lower: Number, upper: Number) -> tuple[Decimal, Decimal]:
    """20 to 30 thousand: the first number borrows the scale when its digits alone are the smaller ones."""
    if lower.scale == 1 and upper.scale != 1 and lower.value < upper.value / upper.scale:
        return lower.value * upper.scale, upper.value
    return lower.value, upper.value


def _fill(draft: Draft, second: Number, low: Decimal, high: Decimal, unit: UnitFound | None) -> None:
    draft.value, draft.value_max = low, high
    draft.last, draft.end = second.last, second.end
    draft.number = draft.number._replace(step=None, rounded=False)
    if unit is None:
        return
    share = Decimal(10) if unit.kind == "tenths" and high < 10 else unit.share
    draft.value, draft.value_max = low * share, high * share
    draft.unit, draft.unit_kind, draft.unit_span = unit.unit, unit.kind, (unit.start, unit.end)
    draft.confidence = min(draft.confidence, unit.confidence)
    draft.first, draft.start = min(draft.first, unit.first), min(draft.start, unit.start)
    draft.last, draft.end = max(draft.last, unit.last), max(draft.end, unit.end)
