"""What is known about places, products and organisations, as the index and the API ask for it."""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from nlp.fold import fold
from nlp.gazetteer import load_gazetteer
from nlp.lexicon import Entry, load_organisations, load_products, make_names
from nlp.model.concept import Concept, ConceptKind
from nlp.pack import LANGUAGES
from ruralwire.misspelling import suggest_places

_ARABIC_ARTICLE = "ال"
_METROPOLIS, _DWARFED = 500_000, 50
"""Inhabitants from which a town may hide others, and how many times fewer those have."""
_REMEMBERED_PLACES = 10_000
_MOST_SUGGESTED = 3
_LEAST_LIKENESS = 0.75
_SMALLER_THAN_PROVINCE = frozenset(("prefecture", "city", "county", "township", "village"))


class KnownConcepts:
    """Implements `search_api.index.protocol.Concepts` over the lexicons and the gazetteer."""

    def get(self, concept_id: str) -> Concept | None:
        """The concept of this id with its parents, None where there is none."""
        if concept_id.startswith("place:"):
            return _get_place(concept_id)
        entry = load_products().get(concept_id) or load_organisations().get(concept_id)
        return entry.concept if entry else None

    def resolve(self, kind: ConceptKind, name: str) -> Sequence[Concept]:
        """The concepts that a name in any language may mean, best first; empty where there is none."""
        if kind == "place":
            found = load_gazetteer().find_by_name(name)
            return choose_meant(drop_dwarfed(found, {one.id: load_gazetteer().population(one.id) for one in found}))
        finder = self._products if kind == "product" else self._organisations
        return choose_meant(finder.find(name))

    def suggest(self, kind: ConceptKind, name: str) -> Sequence[Concept]:
        """A few concepts with almost this name, likeliest first."""
        if kind == "place":
            return suggest_places(name)
        finder = self._products if kind == "product" else self._organisations
        return finder.suggest(name)

    def find_all(self, kind: ConceptKind, name: str) -> Sequence[Concept]:
        """All concepts that bear a name, also those that nobody means by it alone, the surest and largest first."""
        if kind == "place":
            return load_gazetteer().find_by_name(name)
        return (self._products if kind == "product" else self._organisations).find(name)

    @cached_property
    def _products(self) -> "_NameFinder":
        return _NameFinder(load_products())

    @cached_property
    def _organisations(self) -> "_NameFinder":
        return _NameFinder(load_organisations(), proper=True)


@lru_cache(maxsize=_REMEMBERED_PLACES)
def _get_place(concept_id: str) -> Concept | None:
    """The gazetteer unpacks a place each time; an article asks for the same few of them a hundred times."""
    return load_gazetteer().get(concept_id)


class _NameFinder:
    """Concepts by the names that a lexicon lists, and by their inflected forms."""

    def __init__(self, entries: dict[str, Entry], *, proper: bool = False) -> None:
        self._entries = entries
        self._proper = proper

    def find(self, name: str) -> Sequence[Concept]:
        """Those named exactly so; else those with an inflected form of that name."""
        key = _make_key(name)
        bare = key.removeprefix(_ARABIC_ARTICLE)
        ids = self._listed.get(key) or self._listed.get(bare) or self._inflected.get(key) or ()
        return [self._entries[concept_id].concept for concept_id in ids]

    def suggest(self, name: str) -> Sequence[Concept]:
        """Those with a listed name that is much like this one, the most alike first."""
        near = difflib.get_close_matches(_make_key(name), self._listed, n=_MOST_SUGGESTED, cutoff=_LEAST_LIKENESS)
        ids = dict.fromkeys(concept_id for key in near for concept_id in self._listed[key])
        return [self._entries[concept_id].concept for concept_id in ids][:_MOST_SUGGESTED]

    @cached_property
    def _listed(self) -> dict[str, tuple[str, ...]]:
        preferred = [
            (name, entry.concept.id)
            for entry in self._entries.values()
            for name in (entry.concept.label, *entry.concept.labels.values())
        ]
        others = [
            (form.form, entry.concept.id)
            for entry in self._entries.values()
            for forms in entry.forms.values()
            for form in forms
        ]
        # What is properly called so stands alone where there is any.
        return {**_group(others), **_group(preferred)}

    @cached_property
    def _inflected(self) -> dict[str, tuple[str, ...]]:
        names = (
            (one.text, one.concept_id)
            for language in LANGUAGES
            for one in make_names(self._entries.values(), language, proper=self._proper)
            if one.concept_id is not None
        )
        return _group(names)


def drop_dwarfed(found: Sequence[Concept], populations: Mapping[str, int]) -> Sequence[Concept]:
    """Return the places of a name without the small towns that a metropolis of the name puts in the shade.

    Cairo is in Egypt, not in Illinois; the two Birminghams stay.
    """
    largest = max(found, key=lambda one: populations[one.id], default=None)
    if largest is None or populations[largest.id] < _METROPOLIS:
        return found
    least = populations[largest.id] / _DWARFED
    return [
        one
        for one in found
        if one.place_kind not in ("city", "county") or one.country == largest.country or populations[one.id] >= least
    ]


def choose_meant(found: Sequence[Concept]) -> Sequence[Concept]:
    """Return the concepts of a name without those that nobody means by it alone; what is left is ambiguous.

    Left out is what lies in another one of the name, whose claims are found with it (Jilin City in Jilin); what is
    much smaller than a country of the name (China in Texas); and, where the best one is a province, what is smaller
    and properly called otherwise (Xinjiang County, Kainan as the Japanese reading of Hainan).
    """
    ids = {one.id for one in found}
    outer = [one for one in found if not ids & set(one.broader)]
    if any(one.place_kind == "country" for one in outer):
        return [one for one in outer if one.place_kind not in _SMALLER_THAN_PROVINCE]
    if outer and outer[0].place_kind == "province":
        label = outer[0].label
        return [one for one in outer if one.place_kind not in _SMALLER_THAN_PROVINCE or one.label == label]
    return outer


def _group(names: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = {}
    for name, concept_id in names:
        groups.setdefault(_make_key(name), {})[concept_id] = None
    return {key: tuple(ids) for key, ids in groups.items()}


def _make_key(name: str) -> str:
    """Case, accents, hyphens and repeated spaces make no difference.

    >>> _make_key(" Café-Crème ")
    'cafe creme'
    """
    bare = "".join(one for one in unicodedata.normalize("NFD", fold(name)) if not unicodedata.combining(one))
    return " ".join(bare.replace("-", " ").split())
