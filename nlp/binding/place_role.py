"""The role of a place: of it, from it, to it or at it, by what is counted and the words before the place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nlp.binding.cue_pack import make_cue_table
from nlp.binding.cues import Cue, find_cues
from nlp.binding.stage import Stage
from nlp.binding.things import GOODS_UNITS
from nlp.model.mention import Mention, Role
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
_WEIGHED = frozenset(("mass", "volume", "money"))


@dataclass(frozen=True)
class NationWords:
    """Words for the whole country: bodies that act for it, and what stands beside a country only compared with."""

    bodies: PhraseTable[str]
    compared: PhraseTable[str]
    compared_after: PhraseTable[str]
    neighbour: PhraseTable[str]
    """Beside a country that is mentioned as a neighbour of the text's own."""


@cache
def load_nation_words(language: str) -> NationWords:
    """The words of `place_role.toml` that speak of the whole country; raises PackError for a broken pack."""
    raw = load_pack(language, "place_role")
    return NationWords(
        bodies=make_cue_table(language, {"local": raw["local_body"], "nation": raw["nation_body"]}),
        compared=make_cue_table(language, {"compared": raw["compared"]}),
        compared_after=make_cue_table(language, {"compared": raw["compared_after"]}),
        neighbour=make_cue_table(language, {"neighbour": raw["neighbour"]}),
    )


@dataclass(frozen=True)
class _Pack:
    words: dict[str, PhraseTable[str]]
    between: PhraseTable[str]
    verbs: PhraseTable[str]
    source: PhraseTable[str]
    """Before where goods come from, after a verb of buying."""


@cache
def _load(language: str) -> _Pack:
    raw = load_pack(language, "place_role")
    return _Pack(
        words={name: make_cue_table(language, {name: raw[name]}) for name in _MARKED},
        between=make_cue_table(language, {"between": raw["between"]}),
        verbs=make_cue_table(language, {name: raw[name] for name in ("deliver", "send", "buy")}),
        source=make_cue_table(language, {"source": (*raw["leave"], *raw["bought_from"])}),
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
        return "at" if is_here and _is_spot(place) and _has(stage, place, "stand") else "of"
    if is_here and _is_traded(figure, measure):
        if _is_buyer(stage, place, told) or is_destination(stage, place):
            return "to"
        if _is_bought(stage, figure):
            return "from" if _has(stage, place, "source") else "to"
    if _leaves(figure, measure) or (measure is None and _is_sent(stage, figure)):
        return "from"
    return "at" if measure in _HELD else "of"


def _is_spot(place: Span) -> bool:
    """Small enough that something is sold at it, rather than in it."""
    return not (isinstance(place, Mention) and place.place_kind in ("country", "province", "region"))


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


def _is_traded(figure: Figure, measure: str | None) -> bool:
    if figure.quantity.dimension in _WAYS:
        return False
    return measure in _TRADED or (measure is None and figure.quantity.dimension in _WEIGHED)


def _is_buyer(stage: Stage, place: Span, told: Words | None) -> bool:
    """The place whose purchases the measure is."""
    verbs = _verbs(stage, stage.view.sentence_at(place.start))
    return told is not None and any(cue.says == "buy" and cue.start == told.start for cue in verbs)


def _is_bought(stage: Stage, figure: Figure) -> bool:
    """The last verb of trade before the figure in its clause is one of buying: the country imports 40 tonnes."""
    clause = stage.clause_at(figure.start)
    verbs = [cue for cue in _verbs(stage, clause) if cue.start < figure.start]
    if figure.quantity.dimension == "ratio":
        return False
    return bool(verbs) and verbs[-1].says == "buy"


def is_destination(stage: Stage, place: Span) -> bool:
    """Where goods go: to a place after a verb of sending, in a place after one of delivery."""
    before = [cue for cue in _verbs(stage, stage.view.sentence_at(place.start)) if cue.says != "buy"]
    before = [cue for cue in before if 0 <= place.start - cue.end <= _SEND_REACH]
    if any(cue.says == "deliver" for cue in before) and _has(stage, place, "stand"):
        return True
    return bool(before) and _has(stage, place, "reach")


def is_of_others(stage: Stage, figure: Figure, place: Span, *, measure: str | None) -> bool:
    """Where goods go that another figure counts: "grew 295 tonnes and sent 180 to Asia"."""
    if figure.quantity.dimension in _WAYS or measure == "price" or not is_destination(stage, place):
        return False
    if not (_is_traded(figure, measure) or _leaves(figure, measure) or figure.quantity.unit in _SHARES):
        return figure.quantity.unit not in GOODS_UNITS and not _is_sent(stage, figure)
    between = stage.figures_in(Span(start=figure.end, end=max(figure.end, place.start)))
    verbs = [cue for cue in _verbs(stage, stage.sentence_span(figure)) if cue.says != "buy" and cue.start < place.start]
    clause = stage.clause_at(figure.start)
    is_governed = any(clause.start <= cue.start < figure.start for cue in verbs)
    return bool(between) and not is_governed and any(cue.start >= figure.end for cue in verbs)


def _verbs(stage: Stage, sentence: Span) -> Sequence[Cue]:
    first, last = stage.token_at(sentence.start), stage.token_at(sentence.end)
    return find_cues(stage.view.simplified_tokens[first:last], _load(stage.view.language).verbs)


def _has(stage: Stage, place: Span, name: str) -> bool:
    """A word of this kind stands before the place, articles and nouns of its kind aside (a market also behind it)."""
    pack, tokens = _load(stage.view.language), stage.view.simplified_tokens
    words = pack.source if name == "source" else pack.words[name]
    index = stage.token_at(place.start)
    if index < len(tokens) and tokens[index].start < place.start:
        clitics = stage.view.folded[tokens[index].start : place.start]
        if (name == "stand" and "ب" in clitics) or (name == "reach" and "ل" in clitics):
            return True
    if name == "market" and words.match(tokens, stage.token_at(place.end)) is not None:
        return True
    for _ in range(_SKIPPED):
        if words.match_before(tokens, index) is not None:
            return True
        skipped = pack.between.match_before(tokens, index)
        if skipped is None:
            return False
        index = skipped.first
    return False
