"""Relations between figures of one text, held by the secondary one."""

import re
from dataclasses import dataclass

from nlp.binding.cues import Cue
from nlp.binding.stage import Stage
from nlp.model.claim import RelationKind
from nlp.model.quantity import Figure
from nlp.model.span import Span

_CONVERTED = frozenset(("money", "area", "mass", "length", "volume"))
_BRACKET_REACH = 20
_GROWTH_REACH = 70
_PART_REACH = 25
_RIGHT_AFTER = 3
_RESTATE_TOLERANCE = 0.1
"""A headline rounds: 100 billion for 102.7."""


_GROWTH_TO_REACH = 40
_AGAIN_REACH = 45
_OF_THE = re.compile(
    r"""(?: \bof\ (?:the|its|these|those|their|all)?\s* | \bout\ of\ (?:the\ )?   # Of the 642 groups, 418 …
      | \bsur\ (?:les\ |ses\ )? | \bparmi\ (?:les\ )? | \bdes\                    # Sur les 120 villages, 45 …
      | \bde\ (?:los|las|sus|un\ total\ de)\ | \bentre\ (?:los|las)\               # De las 96 aldeas, 41 …
      | \bиз\ (?:этих\ )? | \bсреди\                                              # Из 300 деревень 120 …
      | \bمن\ (?:بين|أصل|اصل)\  | 在 )$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Before the number of a whole of which a part follows."""
_OUT_OF = re.compile(
    r"\s*(?:of the|of|out of(?: the)?|sur(?: les)?|de (?:los|las)|de un total de|из|من أصل|من اصل|من بين)\s*",
    re.IGNORECASE,
)
"""Between a part and its whole."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation by the positions of two figures in the text's list."""

    secondary: int
    kind: RelationKind
    main: int


def find_links(stage: Stage, statuses: list[str], part_cues: list[Cue], equal_cues: list[Cue]) -> list[Link]:
    """All relations that the words say plainly, at most one for each figure."""
    links: dict[int, Link] = {}
    figures = stage.figures
    for position, figure in enumerate(figures):
        link = (
            _converts(stage, figures, position, equal_cues)
            or _from_to(stage, figures, position)
            or _threshold(stage, figures, position, statuses)
            or _growth_to(stage, figures, position)
            or _growth(stage, figures, position, links)
            or _again(stage, figures, position, equal_cues)
            or _part(stage, figures, position, part_cues)
            or _out_of(stage, figures, position)
        )
        if link is not None:
            links[link.secondary] = link
        elif stage.in_headline(figure.start):
            restated = _restates(stage, figures, position)
            if restated is not None:
                links[position] = restated
    return list(links.values())


def _same_sentence(stage: Stage, one: Span, other: Span) -> bool:
    return stage.view.sentence_index(one.start) == stage.view.sentence_index(other.start)


def _converts(stage: Stage, figures: tuple[Figure, ...], position: int, equal_cues: list[Cue]) -> Link | None:
    """10,000 mu (about 667 hectares): the same quantity in another unit, in brackets or after "that is"."""
    if position == 0:
        return None
    figure, before = figures[position], figures[position - 1]
    between = stage.view.folded[before.end : figure.start]
    if len(between) > _BRACKET_REACH or ")" in between or "）" in between:
        return None
    in_brackets = any(sign in between for sign in "(（")
    if not in_brackets and not any(before.end <= cue.start and cue.end <= figure.start for cue in equal_cues):
        return None
    if _measured(figure) != _measured(before) or _measured(figure) not in _CONVERTED:
        return None
    return Link(position, "converts", position - 1) if figure.quantity.unit != before.quantity.unit else None


def _measured(figure: Figure) -> str | None:
    """The dimension; a price (15,000 dong a kilo) is converted as money is."""
    unit = figure.quantity.unit or ""
    if figure.quantity.dimension == "rate" and unit.partition("/")[0].isupper():
        return "money"
    return figure.quantity.dimension


def _from_to(stage: Stage, figures: tuple[Figure, ...], position: int) -> Link | None:
    """The later value to the earlier one, over a conversion between them."""
    figure = figures[position]
    following = figures[position + 1] if position + 1 < len(figures) else None
    if figure.change not in ("increase_to", "decrease_to"):
        is_compared = (
            figure.change is None
            and following is not None
            and following.change == "from"
            and following.quantity.unit == figure.quantity.unit
            and _same_sentence(stage, figure, following)
        )
        return Link(position, "from_to", position + 1) if is_compared else None
    for other in range(position - 1, max(-1, position - 3), -1):
        earlier = figures[other]
        if earlier.change == "from" and earlier.quantity.unit == figure.quantity.unit:
            return Link(position, "from_to", other) if _same_sentence(stage, earlier, figure) else None
    if following is not None and following.change == "from" and following.quantity.unit == figure.quantity.unit:
        return Link(position, "from_to", position + 1)
    return None


def _threshold(stage: Stage, figures: tuple[Figure, ...], position: int, statuses: list[str]) -> Link | None:
    """What each of the counted must exceed, to their number."""
    if statuses[position] != "threshold" or position == 0:
        return None
    before = figures[position - 1]
    counted = before.quantity.dimension == "count" and before.quantity.unit != figures[position].quantity.unit
    return (
        Link(position, "threshold_of", position - 1)
        if counted and _same_sentence(stage, before, figures[position])
        else None
    )


def _growth(stage: Stage, figures: tuple[Figure, ...], position: int, links: dict[int, Link]) -> Link | None:
    """Up 15 percent: to the level just before it in the sentence."""
    figure = figures[position]
    if figure.change not in ("increase_by", "decrease_by") or figure.quantity.unit not in ("percent", "times"):
        return None
    for other in range(position - 1, -1, -1):
        level = figures[other]
        if not _same_sentence(stage, level, figure) or figure.start - level.end > _GROWTH_REACH:
            return None
        if level.quantity.dimension == "ratio" or level.change in ("increase_by", "decrease_by"):
            continue
        if _is_threshold_like(stage, figures, other):
            continue
        converted = links.get(other)
        main = converted.main if converted is not None and converted.kind == "converts" else other
        return Link(position, "growth_of", main)
    return None


def _growth_to(stage: Stage, figures: tuple[Figure, ...], position: int) -> Link | None:
    """Rose 27.6 percent to 3.12 billion; by 18 points, to 83 percent: to the value that it came to, right behind."""
    figure = figures[position]
    following = figures[position + 1] if position + 1 < len(figures) else None
    if following is None or figure.change not in ("increase_by", "decrease_by"):
        return None
    is_to = following.change == figure.change.replace("_by", "_to") and _same_sentence(stage, figure, following)
    is_near = following.start - figure.end <= _GROWTH_TO_REACH
    return Link(position, "growth_of", position + 1) if is_to and is_near else None


def _again(stage: Stage, figures: tuple[Figure, ...], position: int, equal_cues: list[Cue]) -> Link | None:
    """160,000 euros, that is half of …: the share says the amount before it once more."""
    figure = figures[position]
    if position == 0 or figure.quantity.unit != "percent" or figure.change is not None:
        return None
    before = figures[position - 1]
    if before.quantity.dimension == "ratio" or not _same_sentence(stage, before, figure):
        return None
    told = any(before.end <= cue.start and cue.end <= figure.start for cue in equal_cues)
    return Link(position, "restates", position - 1) if told and figure.start - before.end <= _AGAIN_REACH else None


def _out_of(stage: Stage, figures: tuple[Figure, ...], position: int) -> Link | None:
    """Of the 642 groups, 418 …; 412 households out of 530: a smaller count to the one it is counted out of."""
    figure = figures[position]
    if figure.quantity.dimension != "count" or figure.change is not None:
        return None
    following = figures[position + 1] if position + 1 < len(figures) else None
    if following is not None and _is_larger(following, figure):
        between = stage.view.folded[figure.end : following.start]
        if _OUT_OF.fullmatch(between):
            return Link(position, "part_of", position + 1)
    if position == 0:
        return None
    whole = figures[position - 1]
    if not _same_sentence(stage, whole, figure) or not _is_larger(whole, figure):
        return None
    ahead = stage.view.folded[stage.view.sentence_at(whole.start).start : whole.start]
    return Link(position, "part_of", position - 1) if _OF_THE.search(ahead) else None


def _is_larger(whole: Figure, part: Figure) -> bool:
    return whole.quantity.unit == part.quantity.unit and whole.quantity.value > part.quantity.value


def _is_threshold_like(stage: Stage, figures: tuple[Figure, ...], position: int) -> bool:
    """A figure right behind another counted one ("1500 products with over 100,000 orders") is not what grew."""
    if position == 0:
        return False
    before = figures[position - 1]
    close = figures[position].start - before.end <= _PART_REACH and before.quantity.dimension == "count"
    between = stage.view.folded[before.end : figures[position].start]
    return close and "," not in between and "،" not in between and figures[position].modifier == "more_than"


def _part(stage: Stage, figures: tuple[Figure, ...], position: int, cues: list[Cue]) -> Link | None:
    """Of which 157,000: to the count before it of the same unit; a share "of them" to what it is a share of."""
    figure = figures[position]
    near = [
        cue
        for cue in cues
        if 0 <= figure.start - cue.end <= _PART_REACH or -_PART_REACH <= figure.end - cue.start <= _PART_REACH
    ]
    if not near or position == 0:
        return None
    for other in range(position - 1, max(-1, position - 4), -1):
        whole = figures[other]
        if stage.view.sentence_index(figure.start) - stage.view.sentence_index(whole.start) > 1:
            return None
        is_larger = whole.quantity.value > figure.quantity.value
        if figure.quantity.unit == whole.quantity.unit and is_larger:
            return Link(position, "part_of", other)
        # 34 collection points, of which 9 silos: right after such words the parts may have a name of their own.
        counts = figure.quantity.dimension == whole.quantity.dimension == "count"
        if counts and is_larger and any(0 <= figure.start - cue.end <= _RIGHT_AFTER for cue in near):
            return Link(position, "part_of", other)
        if (
            figure.quantity.unit == "percent"
            and whole.quantity.dimension == "count"
            and whole.quantity.unit != "year_of_age"
        ):
            return Link(position, "part_of", other)
    return None


def _restates(stage: Stage, figures: tuple[Figure, ...], position: int) -> Link | None:
    """The headline's figure to the body's of the same unit and about the same value."""
    headline = figures[position].quantity
    for other in range(position + 1, len(figures)):
        body = figures[other].quantity
        if stage.in_headline(figures[other].start) or body.unit != headline.unit or not headline.value:
            continue
        if abs(body.value - headline.value) <= abs(headline.value) * type(headline.value)(str(_RESTATE_TOLERANCE)):
            return Link(position, "restates", other)
    return None
