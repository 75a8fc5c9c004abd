"""Places named in a text, linked to the gazetteer where it holds them."""

from collections.abc import Sequence

from nlp.context import Context
from nlp.gazetteer import Gazetteer, load_gazetteer
from nlp.matching import Cover
from nlp.model.mention import Mention, MentionCandidate
from nlp.model.span import Span
from nlp.organisation import find_organisations
from nlp.pack import LANGUAGES
from nlp.places.candidates import NormalizedText, find_named, make_normalized_text
from nlp.places.decide import decide_places
from nlp.places.decision import CLOSE, Decision
from nlp.places.holder import find_holder
from nlp.places.pack import load_place_pack
from nlp.places.score import SURE
from nlp.places.unlisted import Unlisted, find_unlisted
from nlp.text_view import TextView

_MOST_CANDIDATES = 5
_SURE_CONFIDENCE, _LIKELY_CONFIDENCE, _AMBIGUOUS_CONFIDENCE, _UNLISTED_CONFIDENCE = 0.95, 0.8, 0.5, 0.7


def find_places(view: TextView, context: Context, *, masked: Sequence[Span] | None = None) -> tuple[Mention, ...]:
    """Return the places of a text in order; none in a text of another language than the six.

    `masked` are spans in which no place is looked for; by default the organisations of the text.

    >>> from nlp.text_view import make_text_view
    >>> view = make_text_view("Growers in Danzhai County, Guizhou, sold tea.", language="en")
    >>> [(one.surface, one.label, one.parents[0]) for one in find_places(view, Context())][1]
    ('Guizhou', 'Guizhou', 'China')
    """
    if view.language not in LANGUAGES:
        return ()
    cover = Cover(len(view.body))
    for span in find_organisations(view) if masked is None else masked:
        cover.add(span.start, span.end)
    normalized, pack, gazetteer = make_normalized_text(view), load_place_pack(view.language), load_gazetteer()
    found = find_named(normalized, pack, gazetteer, cover)
    decisions = decide_places(normalized, found, pack, gazetteer, outlet_country=context.country)
    taken = Cover(len(normalized.text))
    for decision in decisions:
        taken.add(decision.named.start, decision.named.full_end)
    mentions = [_make_mention(normalized, decision, gazetteer) for decision in decisions]
    for one in find_unlisted(normalized, pack, decisions, taken, gazetteer):
        if not cover.overlaps(*normalized.body_span(one.start, one.end)):
            holder = find_holder(one, decisions, gazetteer, pack, text=normalized.text)
            mentions.append(_make_unlisted(normalized, one, holder, gazetteer))
    return tuple(sorted(mentions, key=lambda one: one.start))


def _make_mention(normalized: NormalizedText, decision: Decision, gazetteer: Gazetteer) -> Mention:
    start, end = normalized.body_span(decision.named.start, decision.named.full_end)
    place = gazetteer.place(decision.index)
    close = [(index, score) for index, score in decision.ranked[1:] if index in decision.close]
    confidence = _SURE_CONFIDENCE if decision.score >= SURE else _LIKELY_CONFIDENCE
    return Mention(
        start=start,
        end=end,
        surface=normalized.view.body[start:end],
        kind="place",
        concept_id=gazetteer.concept_id(place.index),
        label=gazetteer.label(place.index),
        place_kind=place.kind,
        parents=tuple(gazetteer.label(parent) for parent in place.parents),
        parent_ids=tuple(gazetteer.concept_id(parent) for parent in place.parents),
        candidates=tuple(
            MentionCandidate(
                concept_id=gazetteer.concept_id(index),
                label=gazetteer.label(index),
                score=round(_AMBIGUOUS_CONFIDENCE * (1 - (decision.score - score) / (2 * CLOSE)), 2),
            )
            for index, score in close[:_MOST_CANDIDATES]
        ),
        confidence=_AMBIGUOUS_CONFIDENCE if close else confidence,
    )


def _make_unlisted(normalized: NormalizedText, one: Unlisted, holder: int | None, gazetteer: Gazetteer) -> Mention:
    start, end = normalized.body_span(one.start, one.end)
    chain = () if holder is None else (holder, *gazetteer.place(holder).parents)
    return Mention(
        start=start,
        end=end,
        surface=normalized.view.body[start:end],
        kind="place",
        place_kind=one.kind,
        parents=tuple(gazetteer.label(index) for index in chain),
        parent_ids=tuple(gazetteer.concept_id(index) for index in chain),
        confidence=_UNLISTED_CONFIDENCE,
    )
