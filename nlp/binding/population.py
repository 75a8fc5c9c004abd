"""The class that a figure is restricted to: poor counties, rural households, agents."""

import re
from collections.abc import Sequence

from nlp.binding.group import Group
from nlp.binding.population_pack import load_population_pack
from nlp.binding.stage import Stage
from nlp.binding.subject import Telling
from nlp.model.quantity import Figure
from nlp.model.span import Span, Words
from nlp.morphology import arabic_variants

_SHARES = frozenset(("percent", "per_mille"))
_PAID = frozenset(("money", "rate", "time"))
_BRACKET_REACH = 20
_BEFORE_REACH, _AFTER_REACH = 90, 40
_OF_TOKENS = 4
"""Tokens between a share and its class: of Uzbekistan's rural households."""
_THEM_REACH = 25
_CHINESE_PLACES = ("县", "村", "乡", "縣", "鄉")
_HUMANS = ("person", "official")
_AGE_REACH = 30
_MEASURES_OF_PEOPLE = ("名", "位")
_PEOPLE = re.compile(r"[㐀-鿿]{1,5}?(?:人|工|员|員|者|民|农|農|商|师|師|手|生|娘|妇女|婦女|青年|儿童|骨干|家)")


def find_population(
    telling: Telling, position: int, subject_kind: str | None, before: Sequence[Words | None]
) -> Words | None:
    """The group that the figure at a position counts, shares out or pays; None where the words name none.

    `before`: the populations of the figures before it.
    """
    stage = telling.stage
    figure = stage.figures[position]
    if figure.quantity.unit == "year_of_age":
        return None if subject_kind in _HUMANS else _aged(telling, figure)
    earlier = stage.figures[position - 1] if position else None
    if earlier is not None and _is_same(stage, earlier, figure):
        return before[position - 1]
    own = _own(telling, figure)
    if own is not None:
        return own
    if figure.quantity.unit in _SHARES:
        if _takes_up(telling, figure):
            return next(
                (words for words in reversed(before[max(0, position - 4) : position]) if words is not None), None
            )
        shared = _shared(telling, figure)
        if shared is not None:
            return shared.words
        if earlier is not None and _is_part(stage, earlier, figure):
            return before[position - 1]
    if subject_kind in _HUMANS:
        return None
    if figure.quantity.dimension == "count":
        return _of_place(telling, figure)
    return _paid(telling, figure)


def _is_same(stage: Stage, earlier: Figure, figure: Figure) -> bool:
    """The same amount in brackets, or the value that it rose or fell to."""
    between = stage.view.folded[earlier.end : figure.start]
    if len(between) <= _BRACKET_REACH and any(sign in between for sign in "(（") and ")" not in between:
        return earlier.quantity.dimension == figure.quantity.dimension
    steps = ("from", "increase_to", "decrease_to")
    here = stage.view.sentence_index(earlier.start) == stage.view.sentence_index(figure.start)
    return here and earlier.change in steps and figure.change in steps and earlier.quantity.unit == figure.quantity.unit


def _is_part(stage: Stage, earlier: Figure, figure: Figure) -> bool:
    """Of its 3,320 members, four-fifths …: a part in words of what its sentence has just counted."""
    here = stage.view.sentence_index(earlier.start) == stage.view.sentence_index(figure.start)
    if not here:
        return False
    grows = figure.change in ("increase_by", "decrease_by") and earlier.quantity.unit not in _SHARES
    is_word = not any(sign.isdigit() for sign in figure.surface)
    return grows or (is_word and earlier.quantity.dimension == "count")


def _own(telling: Telling, figure: Figure) -> Words | None:
    """The noun that the figure itself counts, with the words that pick some out beside it."""
    stage = telling.stage
    counts, shares = figure.quantity.dimension in ("count", None), figure.quantity.unit in _SHARES
    last = stage.token_at(figure.end)
    for group in telling.groups:
        if group.words.end <= figure.number.end:
            continue
        if group.first > last or (not counts and group.words.start >= figure.end):
            break
        fits = group.is_class if counts else group.is_class or group.noun == "thing" if shares else group.is_each
        if fits:
            return group.words
    if counts and figure.quantity.unit == "person" and figure.unit_words is not None and stage.view.language != "zh":
        tokens = stage.tokens[stage.token_at(figure.unit_words.start) : stage.token_at(figure.unit_words.end)]
        generic = load_population_pack(stage.view.language).generic
        is_generic = any(form in generic for token in tokens for form, _ in arabic_variants(token.norm))
        return None if is_generic or not tokens else figure.unit_words
    if stage.view.language == "zh":
        return _before_its_number(telling, figure) or _counted_in_chinese(telling, figure)
    return None


def _aged(telling: Telling, figure: Figure) -> Words | None:
    """Whose mean or least age it is: the average age of beekeepers is 58, девушек от 16 до 22 лет."""
    clause = telling.stage.clause_at(figure.start)
    for group in reversed(telling.groups):
        if group.is_class and clause.start <= group.words.start and group.words.end <= figure.start:
            return group.words if figure.start - group.words.end <= _AGE_REACH else None
    return None


def _counted_in_chinese(telling: Telling, figure: Figure) -> Words | None:
    """培训了1200名养蜂人: behind a measure word for people, the signs up to one that ends words for people."""
    body = telling.stage.view.body
    if figure.quantity.unit != "person" or not figure.surface.endswith(_MEASURES_OF_PEOPLE):
        return None
    found = _PEOPLE.match(body, figure.end)
    return None if found is None else Words(start=found.start(), end=found.end(), surface=found.group())


def _before_its_number(telling: Telling, figure: Figure) -> Words | None:
    """规模以上大豆加工企业已有26家: the noun may stand before the number."""
    stage = telling.stage
    if figure.quantity.dimension != "count":
        return None
    clause = stage.clause_at(figure.start)
    near = [one for one in telling.groups if clause.start <= one.words.start and one.words.end <= figure.start]
    near = [one for one in near if figure.start - one.words.end <= 4 and one.is_class]
    return near[-1].words if near else None


def _shared(telling: Telling, figure: Figure) -> Group | None:
    """What a share is of: 40 percent of the beneficiaries; else the class before it in its clause."""
    stage = telling.stage
    pack = load_population_pack(stage.view.language)
    last = stage.token_at(figure.end)
    for group in telling.groups:
        if group.first < last:
            continue
        between = [token.norm for token in stage.tokens[last : group.first]]
        if len(between) > _OF_TOKENS or any(norm in ",.;:،،؛" for norm in between):
            break
        opens = not between or between[0] in pack.of or between[0].startswith(("ال", "لل"))
        if not opens:
            break
        # Rural customers generate 60 percent of the orders
        makers = None if group.is_class else _last(telling, figure, stage.clause_at(figure.start).start)
        return makers or group
    return _last(telling, figure, stage.clause_at(figure.start).start)


def _last(telling: Telling, figure: Figure, start: int) -> Group | None:
    """The last class before a figure, from an offset on, that no other figure counts."""
    stage = telling.stage
    for group in reversed(telling.groups):
        if group.words.end > figure.start:
            continue
        if group.words.start < start or figure.start - group.words.end > _BEFORE_REACH:
            return None
        if group.is_class or group.is_each:
            between = Span(start=group.words.end, end=figure.start)
            return None if stage.figures_in(between) and not group.is_each else group
    return None


def _takes_up(telling: Telling, figure: Figure) -> bool:
    """A share of them: of whom the figure before counted."""
    return any(
        -_THEM_REACH <= cue.start - figure.end <= _THEM_REACH or 0 <= figure.start - cue.end <= _THEM_REACH
        for cue in telling.them
        if telling.stage.clause_at(cue.start).start <= figure.end
    )


def _of_place(telling: Telling, figure: Figure) -> Words | None:
    """Stores in poor counties: a class of places behind what is counted, or before it in its clause."""
    clause = telling.stage.clause_at(figure.start)
    for group in telling.groups:
        is_place = group.noun == "kind" or group.words.surface.endswith(_CHINESE_PLACES)
        if not is_place or not group.is_class:
            continue
        if clause.start <= group.words.start < clause.end and (
            0 <= group.words.start - figure.end <= _AFTER_REACH or 0 <= figure.start - group.words.end <= _AFTER_REACH
        ):
            return group.words
    return None


def _paid(telling: Telling, figure: Figure) -> Words | None:
    """Who earns, pays or waits: the class before the figure in its sentence, or right behind it after a preposition."""
    stage = telling.stage
    sentence = stage.sentence_span(figure)
    group = _last(telling, figure, sentence.start)
    if group is not None and (figure.quantity.dimension in _PAID or group.is_each or group.is_restricted):
        return group.words
    pack = load_population_pack(stage.view.language)
    for group in telling.groups:
        if 0 <= group.words.start - figure.end <= _AFTER_REACH and group.noun == "class" and group.first:
            before = [token.norm for token in stage.tokens[max(0, group.first - 2) : group.first]]
            between = stage.view.folded[figure.end : group.words.start]
            reaches = before[-1] in pack.to or (before[-1] in pack.between and before[0] in pack.to)
            counted = stage.figures_in(Span(start=figure.end, end=group.words.start))
            if (
                reaches
                and figure.quantity.dimension == "money"
                and not counted
                and not any(s in between for s in ",;.")
            ):
                return group.words
    return None
