"""Names and parents of what claims are bound to, as far as the concepts or the reading itself tell them."""

from collections.abc import Iterator
from typing import Protocol

from nlp.model.article import Reading
from nlp.model.concept import Concept
from nlp.model.mention import Binding, Mention


class ConceptGetter(Protocol):
    """The part of `Concepts` that writing needs."""

    def get(self, concept_id: str) -> Concept | None:
        """The concept of this id with its parents, None where there is none."""


class Naming:
    """Names and parents of concepts, as far as the caller or the reading itself tells them."""

    def __init__(
        self, reading: Reading, concepts: ConceptGetter | None, measure_names: dict[str, dict[str, str]]
    ) -> None:
        self._concepts = concepts
        self.measure_names = measure_names
        self._by_id: dict[str, Mention] = {}
        self._by_span: dict[tuple[int, int], Mention] = {}
        for mention in reading.mentions:
            self._by_span[mention.start, mention.end] = mention
            if mention.concept_id:
                self._by_id.setdefault(mention.concept_id, mention)

    def ids(self, bound: Binding | Mention) -> Iterator[str]:
        """The concept bound and what it lies in; of an unlinked village, what it lies in."""
        mention = self._mention(bound)
        if bound.concept_id:
            yield bound.concept_id
            concept = self._concepts.get(bound.concept_id) if self._concepts else None
            if concept is not None:
                yield from concept.broader
                return
        if mention is not None:
            yield from mention.parent_ids

    def names(self, bound: Binding | Mention) -> Iterator[tuple[str, str]]:
        """(name, language) of the concept bound and of what it lies in, in every language that is known."""
        yield bound.surface, "und"
        for name in (bound.label, *bound.parents):
            if name:
                yield name, "en"
        for concept_id in self.ids(bound):
            concept = self._concepts.get(concept_id) if self._concepts else None
            if concept is not None:
                yield concept.label, "en"
                yield from ((name, language) for language, name in concept.labels.items())

    def _mention(self, bound: Binding | Mention) -> Mention | None:
        by_span = self._by_span.get((bound.start, bound.end))
        return by_span or (self._by_id.get(bound.concept_id) if bound.concept_id else None)
