"""Places that nouns alone speak of: the county, the country, what a government or ministry does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.binding.cues import Cue, find_cues, load_cues
from nlp.binding.nation import find_meant, is_abroad
from nlp.binding.place_role import is_destination, is_origin, load_nation_words
from nlp.binding.stage import Stage
from nlp.model.mention import Mention
from nlp.model.span import Span

_NAMES = re.compile(r"\s*(?:of|de|du|des|d'|del|de la)?\s*", re.IGNORECASE)
"""Between a noun and the name that it belongs to: the district of Danzhai, район Анди."""
_ADJECTIVE = re.compile(r"[А-ЯЁ][\w-]+(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую)\s$")
"""Before a Russian noun: a name that no gazetteer holds (Энской области)."""
_INSTEAD = {"county": "city", "prefecture": "city", "township": "city", "city": "county"}
"""Kinds whose place may have been named as another: the district after Nashik, 全市 after a county-level city."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A noun at a place of the text, and the place that it means (None: one that the text does not name)."""

    at: Span
    place: Mention | None
    is_country: bool = False
    is_body: bool = False
    """A national body, whose country is meant only where nothing else is named."""


def find_nouns(stage: Stage, home: str | None) -> tuple[Meant, ...]:
    """All nouns of a text that speak of a place, in order; `home`: the text's own country."""
    words = load_nation_words(stage.view.language)
    nouns = find_cues(stage.tokens, load_cues(stage.view.language).unit_noun)
    bodies = find_cues(stage.tokens, words.bodies)
    if not nouns and not bodies:
        return ()
    places = [one for one in stage.mentions if one.kind == "place"]
    passed_over = frozenset(one.start for one in places if is_destination(stage, one) or is_origin(stage, one))
    found = [
        Meant(one.span, _resolve(stage, home, one, places, passed_over), is_country="country" in one.says.split())
        for one in nouns
        if not _belongs_to_name(stage, one, places) and not _is_compared(stage, one)
    ]
    found.extend(
        Meant(one.span, find_meant(stage, home, one.start, passed_over=passed_over), is_country=True, is_body=True)
        for one in bodies
        if one.says == "nation"
    )
    return tuple(sorted(found, key=lambda one: one.at.start))


def _resolve(
    stage: Stage, home: str | None, noun: Cue, places: Sequence[Mention], passed_over: frozenset[int]
) -> Mention | None:
    kinds = noun.says.split()
    if "country" in kinds:
        return find_meant(stage, home, noun.start, passed_over=passed_over)
    told = [one for one in places if one.end <= noun.start and one.start not in passed_over]
    named = [one for one in told if not is_abroad(one, home)] or told
    found = next((one for one in reversed(named) if one.place_kind in kinds), None)
    if found is None and kinds[0] in _INSTEAD:
        return next((one for one in reversed(named) if one.place_kind == _INSTEAD[kinds[0]]), None)
    return found


def _belongs_to_name(stage: Stage, noun: Cue, places: Sequence[Mention]) -> bool:
    """It stands in a place's name, right before one, or behind the adjective of one."""
    folded = stage.view.folded
    if _ADJECTIVE.search(stage.view.body, max(0, noun.start - 40), noun.start):
        return True
    return any(
        (one.start < noun.end and noun.start < one.end)
        or (0 <= one.start - noun.end <= 8 and _NAMES.fullmatch(folded, noun.end, one.start) is not None)
        for one in places
    )


def _is_compared(stage: Stage, noun: Cue) -> bool:
    """The largest of the country, 占全国的80%: what is told is of a part of it."""
    words = load_nation_words(stage.view.language)
    before = words.compared.match_before(stage.tokens, noun.first)
    return before is not None or words.compared_after.match(stage.tokens, noun.last) is not None
