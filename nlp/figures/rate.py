"""Rates that stand right beside the first unit: yuan per kg, 元/斤, دينار للكيلوغرام, 12 tonnes à l'hectare."""

from nlp.figures.draft import Scene
from nlp.figures.grammar import Grammar
from nlp.figures.money import UnitFound
from nlp.phrase import Match
from nlp.unit import UnitWord

_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_AREAS = frozenset(
    ("hectare", "mu", "acre", "feddan", "dunam", "square_km", "square_metre", "manzana", "sotka", "bigha")
)
_SPEEDS = frozenset(("km", "mile", "metre"))
_NEVER_FIRST = frozenset(("percent", "times", "percentage_point", "per_mille", "year_of_age", "degree_celsius"))
_NEVER_SECOND = _NEVER_FIRST
_ARTICLES = frozenset(("a", "an", "le", "la", "l", "l'", "el", "al", "les", "au", "à l'", "une", "un"))
"""Before a second unit these say "per" only of measures and packings: 5 dólares la caja, but not "a farmer"."""
PACKINGS = frozenset(
    ("pair", "bale", "package", "parcel", "bottle", "piece", "basket", "head", "order", "barrel", "can", "egg", "tree",
     "jar", "pot", "loaf", "bucket", "tray", "tin", "bunch", "cage", "roll", "stem", "bird", "chicken", "ticket",
     "copy", "fish", "melon", "watermelon", "pineapple", "coconut", "sheep", "goat", "cow", "calf", "pig", "piglet",
     "lamb")
)  # fmt: skip
"""What is sold one at a time."""
_BRACKET_REACH = 14
_CONFIDENCE = 0.9


def with_rate(scene: Scene, grammar: Grammar, found: UnitFound, *, after: int | None = None) -> UnitFound:
    """Join a second unit where one stands right behind, or behind a conversion in brackets.

    Times stay frequencies (but km/hour); a counted thing is first only of an area (80 trees per hectare).
    """
    if found.unit is None or found.unit in _NEVER_FIRST:
        return found
    last = found.last if after is None else max(after, found.last)
    second = find_second_unit(scene, grammar, last)
    extends = True
    if second is None:
        more = grammar.change["more"].match(scene.tokens, last) or grammar.change["after"].match(scene.tokens, last)
        if more is not None:  # 35 centimes de plus par litre
            second, extends = find_second_unit(scene, grammar, more.last), False
    if second is None and scene.norm(last) == "(":
        close = _closing(scene, last)
        second = find_second_unit(scene, grammar, close + 1) if close is not None else None
        extends = False
    if second is None:
        return found
    unit = join_units(found.unit, found.kind, second.payload)
    if unit is None:
        return found
    if not extends or second.first > second.last:
        return found._replace(unit=unit, kind="rate", confidence=_CONFIDENCE)
    return found._replace(unit=unit, kind="rate", last=second.last, end=second.end, confidence=_CONFIDENCE)


def join_units(first: str, kind: str, second: UnitWord) -> str | None:
    """The rate of two units (`CNY/kg`), None where they make none."""
    unit = second.unit
    if unit is None or unit == first or unit in _NEVER_SECOND or second.kind == "money":
        return None
    if unit in _TIMES:
        return f"{first}/{unit}" if first in _SPEEDS else None
    if kind == "money":
        return f"{first}/{unit}"
    return f"{first}/{unit}" if unit in _AREAS and first not in _AREAS else None


def _closing(scene: Scene, at: int) -> int | None:
    for close in range(at + 1, min(at + _BRACKET_REACH, len(scene.tokens))):
        if scene.norm(close) == ")":
            return close
    return None


def find_second_unit(scene: Scene, grammar: Grammar, index: int) -> Match[UnitWord] | None:
    """The unit behind "per", an article or لل, with the tokens from the "per" on; None where there is none."""
    tokens = scene.tokens
    per = grammar.per.match(tokens, index)
    if per is not None:
        return _behind_per(scene, grammar, per)
    if scene.language == "ar" and scene.norm(index).startswith("لل"):
        token = tokens[index]
        bare = token._replace(norm=token.norm[2:], start=token.start + 2)
        second = grammar.units.after.match((bare, *tokens[index + 1 : index + 3]), 0)
        if second is None:  # لل of a word that begins with ل: للتر
            bare = token._replace(norm=token.norm[1:], start=token.start + 1)
            second = grammar.units.after.match((bare, *tokens[index + 1 : index + 3]), 0)
        one = scene.norm(index + 1) in ("الواحد", "الواحدة")
        is_packing = second is not None and second.payload.unit in PACKINGS
        if second is not None and (
            second.payload.kind == "measure" or is_packing or (one and second.payload.kind != "money")
        ):
            return second._replace(first=index, last=index + second.last)
    return None


def _behind_per(scene: Scene, grammar: Grammar, per: Match[bool]) -> Match[UnitWord] | None:
    tokens, at = scene.tokens, per.last
    if scene.norm(at) == "'":
        at += 1
    while scene.norm(at) in grammar.per_between:
        at += 1
    sized = skip_size(scene, grammar, at)
    second = grammar.units.after.match(tokens, sized)
    if second is None:
        return None
    loose = scene.norm(per.last - 1) in _ARTICLES
    is_thing = scene.language == "en" and second.payload.kind == "count" and scene.norm(per.last - 1) in ("a", "an")
    if loose and second.payload.kind != "measure" and second.payload.unit not in PACKINGS and not is_thing:
        return None  # "50 yuan a farmer": no rate by the article alone but of measures and packings
    if scene.language != "zh" and loose and second.payload.unit == "piece" and scene.norm(at) == "one":
        return None
    if sized != at:  # for a 50-kilogramme bag: the size is a number of its own
        return second._replace(first=second.last + 1)
    return second._replace(first=per.first)


def skip_size(scene: Scene, grammar: Grammar, at: int) -> int:
    """Past the size of a packing: 50-kilogramme bag, 100kg bag, caja de 20 kilos stays as it is."""
    if at >= len(scene.tokens) or scene.tokens[at].kind != "num":
        return at
    after = at + 1
    if scene.norm(after) == "-":
        after += 1
    size = grammar.units.after.match(scene.tokens, after)
    if size is None or size.payload.kind != "measure":
        return at
    packing = grammar.units.after.match(scene.tokens, size.last)
    return size.last if packing is not None and packing.payload.unit in PACKINGS else at
