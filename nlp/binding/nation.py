"""The country that a text is of, and which country is meant where the text says "the country"."""

from collections import Counter

from nlp.binding.place_role import load_nation_words
from nlp.binding.stage import Stage
from nlp.model.mention import Binding, Mention

_OPENING_TOKENS = 4
"""A country this near to the start of its sentence is what the sentence is about."""
_MAIN_SHARE = 0.5
"""Less than this of the places named, and the text is of several countries."""


def find_country(place: Mention | Binding) -> str | None:
    """The English label of the country (or continent) that a place is or lies in, None where that is not known."""
    return place.parents[-1] if place.parents else place.label


def find_home(stage: Stage) -> str | None:
    """The country of more than half of the places that the text names."""
    named = [one for one in stage.mentions if one.kind == "place" and (one.place_kind == "country" or one.parents)]
    counts = Counter(find_country(one) for one in named)
    if not counts:
        return None
    label, count = counts.most_common(1)[0]
    return label if count > _MAIN_SHARE * counts.total() else None


def is_abroad(place: Mention | Binding, home: str | None) -> bool:
    """True for a place that is known to lie in another country than the text's."""
    return home is not None and find_country(place) not in (None, home)


def find_meant(stage: Stage, home: str | None, start: int, *, passed_over: frozenset[int]) -> Mention | None:
    """The country that "the country" at `start` means, None where the text names none.

    That is one named before it in the sentence, or what the sentence before opens with, else the text's own.
    `passed_over`: starts of places that things go to or come from.
    """
    named = [one for one in stage.mentions if one.kind == "place" and one.place_kind == "country"]
    told = [one for one in named if one.start not in passed_over]
    index = stage.view.sentence_index(start)
    here = stage.view.sentences[index]
    earlier = [one for one in told if here.start <= one.start < start]
    if earlier:
        return earlier[-1]
    if index and not stage.in_headline(stage.view.sentences[index - 1].start):
        before = stage.view.sentences[index - 1]
        opening = stage.token_at(before.start) + _OPENING_TOKENS
        topics = [one for one in told if before.start <= one.start < before.end]
        topic = next(
            (one for one in topics if stage.token_at(one.start) < opening and not _is_neighbour(stage, one)), None
        )
        if topic is not None:
            return topic
    if home is None and len({one.label for one in told}) == 1:
        home = told[0].label
    own = [one for one in named if one.label is not None and one.label == home]
    return next((one for one in reversed(own) if one.start < start), own[0] if own else None)


def _is_neighbour(stage: Stage, country: Mention) -> bool:
    """Neighbouring Uganda, la Mauritanie voisine: the text turns back from it to its own country."""
    words = load_nation_words(stage.view.language).neighbour
    first, last = stage.token_at(country.start), stage.token_at(country.end)
    return words.match_before(stage.tokens, first) is not None or words.match(stage.tokens, last) is not None
