"""The role of a place: of it, from it, to it or at it, by what is counted and the words before the place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp.binding.cue_pack import make_cue_table
from nlp.binding.cues import Cue, find_cues
from nlp.binding.stage import Stage
from nlp.binding.things import GOODS_UNITS
from nlp.model.mention import Role
from nlp.model.quantity import Figure
from nlp.model.span import Span, Words
from nlp.pack import load_pack
from nlp.phrase import PhraseTable

_MOVED = frozenset(("sales_volume", "orders", "exports", "parcels"))
"""Measures of goods that leave the place they are bound to."""
_TRADED = frozenset(("sales_value", "sales_volume", "orders", "exports", "parcels", "output"))
_HELD = frozenset(("viewers", "livestreams"))
"""Measures of events, which are held at a place."""
_WAYS = frozenset(("time", "length"))
_SHARES = frozenset(("percent", "times"))
_SEND_REACH = 90
_SKIPPED = 4
"""Articles and nouns of kinds between a preposition and the name of a place."""
_SCENE_TOKENS = 4
"""A place this near to the start of its sentence is where it plays: À Kikwit, …."""
_MARKED = ("leave", "reach", "stand", "market", "event")


@dataclass(frozen=True)
class _Pack:
    words: dict[str, PhraseTable[str]]
    between: PhraseTable[str]
    verbs: PhraseTable[str]


@cache
def _load(language: str) -> _Pack:
    raw = load_pack(language, "place_role")
    return _Pack(
        words={name: make_cue_table(language, {name: raw[name]}) for name in _MARKED},
        between=make_cue_table(language, {"between": raw["between"]}),
        verbs=make_cue_table(language, {name: raw[name] for name in ("deliver", "send", "buy")}),
    )


def find_role(
    stage: Stage, figure: Figure, place: Span, *, measure: str | None, told: Words | None, is_here: bool = True
) -> Role:
    """The role of a place of the figure's sentence, or of one carried on to it (`is_here` false).

    `told`: the words that named the measure.
    """
    if figure.quantity.dimension in _WAYS:
        return _way(stage, place) if is_here else "of"
    if is_here and _has(stage, place, "market"):
        return "at"
    if measure == "price":
        return "at" if is_here and _has(stage, place, "stand") else "of"
    if is_here and measure in _TRADED and _is_destination(stage, place, told):
        return "to"
    if _leaves(figure, measure) or (measure is None and _is_sent(stage, figure)):
        return "from"
    return "at" if measure in _HELD else "of"


def is_aside(stage: Stage, place: Span) -> bool:
    """The place tells where something else happened: the war in …, than in …."""
    return _has(stage, place, "event")


def is_origin(stage: Stage, place: Span) -> bool:
    """Right behind "from": where somebody or something comes from."""
    return _has(stage, place, "leave")


def _leaves(figure: Figure, measure: str | None) -> bool:
    if figure.quantity.unit in _SHARES:
        return False
    return measure in _MOVED or (measure == "sales_value" and figure.quantity.unit in GOODS_UNITS)


def _is_sent(stage: Stage, figure: Figure) -> bool:
    """Things that no measure tells, and that are sold or sent: 46 saddles."""
    if figure.quantity.dimension != "count" or figure.quantity.unit == "person":
        return False
    clause = stage.clause_at(figure.start)
    verbs = _verbs(stage, stage.sentence_span(figure))
    return any(cue.says != "buy" and clause.start <= cue.start < clause.end for cue in verbs)


def _way(stage: Stage, place: Span) -> Role:
    """From one place to another: of distances, and of the time they take."""
    if _has(stage, place, "leave"):
        return "from"
    if not _has(stage, place, "reach"):
        return "of"
    opening = stage.token_at(place.start) - stage.token_at(stage.view.sentence_at(place.start).start)
    is_scene = opening <= _SCENE_TOKENS and _has(stage, place, "stand")
    return "of" if is_scene else "to"


def _is_destination(stage: Stage, place: Span, told: Words | None) -> bool:
    """Where goods go: to a place after a verb of sending, in a place after one of delivery, its buyer's place."""
    sentence = stage.view.sentence_at(place.start)
    verbs = _verbs(stage, sentence)
    if told is not None and any(cue.says == "buy" and cue.start == told.start for cue in verbs):
        return True
    before = [cue for cue in verbs if 0 <= place.start - cue.end <= _SEND_REACH]
    if any(cue.says == "deliver" for cue in before) and _has(stage, place, "stand"):
        return True
    return any(cue.says != "buy" for cue in before) and _has(stage, place, "reach")


def _verbs(stage: Stage, sentence: Span) -> Sequence[Cue]:
    first, last = stage.token_at(sentence.start), stage.token_at(sentence.end)
    return find_cues(stage.view.simplified_tokens[first:last], _load(stage.view.language).verbs)


def _has(stage: Stage, place: Span, name: str) -> bool:
    """A word of this kind stands before the place, articles and nouns of its kind aside (a market also behind it)."""
    pack, tokens = _load(stage.view.language), stage.view.simplified_tokens
    index = stage.token_at(place.start)
    if index < len(tokens) and tokens[index].start < place.start:
        clitics = stage.view.folded[tokens[index].start : place.start]
        if (name == "stand" and "ب" in clitics) or (name == "reach" and "ل" in clitics):
            return True
    if name == "market" and pack.words[name].match(tokens, stage.token_at(place.end)) is not None:
        return True
    for _ in range(_SKIPPED):
        if pack.words[name].match_before(tokens, index) is not None:
            return True
        skipped = pack.between.match_before(tokens, index)
        if skipped is None:
            return False
        index = skipped.first
    return False
