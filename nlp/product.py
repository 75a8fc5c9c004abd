"""Products named in a text, linked to the lexicon of rural goods."""

from collections.abc import Sequence
from functools import cache

from nlp.lexicon import Entry, load_products, make_names, make_short_names
from nlp.matching import Cover, Matcher, Name
from nlp.model.mention import Mention, MentionCandidate
from nlp.model.span import Span
from nlp.organisation import find_organisations
from nlp.pack import LANGUAGES
from nlp.product_reading import FoundName, read_names
from nlp.product_support import complete_short_names, find_supported, join_names, stands_for_itself
from nlp.surroundings import load_product_cues
from nlp.text_view import TextView
from nlp.topic import read_topic

_SURE, _LIKELY = 0.95, 0.75
_SHARED_SCORE = 0.3


@cache
def load_product_matcher(language: str) -> Matcher:
    """Return the matcher of the goods in one language, with the words that are mistaken for goods."""
    goods = load_products().values()
    blockers = (Name(text=text, concept_id=None) for text in load_product_cues(language).blockers)
    return Matcher([*make_names(goods, language), *make_short_names(goods, language), *blockers])


def find_products(view: TextView, *, masked: Sequence[Span] | None = None) -> tuple[Mention, ...]:
    """Return the products of a text in order; none in a text of another language than the six.

    `masked` are spans in which a good is not looked for, names of places and organisations; by default those
    of the organisations of the text. Of names that overlap the longest is taken. In a text that is about
    something else (a match, a trial, shares) the names of goods are mostly figures of speech, and left.

    >>> from nlp.text_view import make_text_view
    >>> view = make_text_view("Farmers sold 3 tonnes of yellow peaches.", language="en")
    >>> [(found.surface, found.label) for found in find_products(view)]
    [('yellow peaches', 'yellow peach')]
    """
    if view.language not in LANGUAGES:
        return ()
    hits = load_product_matcher(view.language).find(view.folded)
    if not hits:
        return ()
    taken = Cover(len(view.body))
    for span in find_organisations(view) if masked is None else masked:
        taken.add(span.start, span.end)
    topic = read_topic(view)
    reading = read_names(view, hits, topic, taken)
    entries = load_products()
    goods = reading.sure()
    if topic.is_about_goods(len({one.concept_id for one in goods})):
        goods = complete_short_names([*goods, *find_supported(view, reading)], reading.short, entries)
    else:
        goods = [one for one in goods if stands_for_itself(view, one, topic)]
    goods.sort(key=lambda one: one.hit.start)
    return tuple(_make_mention(view, start, end, one, entries) for start, end, one in join_names(view, goods, entries))


def _make_mention(view: TextView, start: int, end: int, one: FoundName, entries: dict[str, Entry]) -> Mention:
    concept = entries[one.concept_id].concept
    others = _other_meanings(one)
    is_doubtful = one.doubtful or one.name.ambiguous or one.name.short
    return Mention(
        start=start,
        end=end,
        surface=view.body[start:end],
        kind="product",
        concept_id=concept.id,
        label=concept.label,
        parents=_parent_labels(concept.id),
        parent_ids=concept.broader,
        candidates=tuple(
            MentionCandidate(concept_id=other, label=entries[other].concept.label, score=_SHARED_SCORE)
            for other in others
        ),
        confidence=_LIKELY if is_doubtful else _SURE,
    )


def _other_meanings(one: FoundName) -> tuple[str, ...]:
    if len(one.hit.names) == 1:
        return ()
    return tuple(
        dict.fromkeys(
            name.concept_id
            for name in one.hit.names
            if not name.short and name.concept_id not in (None, one.concept_id)
        )
    )


@cache
def _parent_labels(concept_id: str) -> tuple[str, ...]:
    entries = load_products()
    return tuple(entries[parent].concept.label for parent in entries[concept_id].concept.broader)
