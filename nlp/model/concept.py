"""A thing that mentions name: a place, product or organisation with labels and parents."""

from typing import Literal

from nlp.model.span import Record

ConceptKind = Literal["place", "product", "organisation"]
PlaceKind = Literal["country", "province", "prefecture", "city", "county", "township", "village", "region"]


class Concept(Record):
    """A named thing. `id` is opaque and stable, prefixed `place:`, `product:` or `org:`."""

    id: str
    kind: ConceptKind
    label: str
    """The English name."""
    labels: dict[str, str] = {}
    """One preferred name per language code."""
    broader: tuple[str, ...] = ()
    """Ids of the parents, nearest first, up to the country or the widest class."""
    place_kind: PlaceKind | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2, places only."""
    latitude: float | None = None
    longitude: float | None = None
    codes: dict[str, str] = {}
    """Ids elsewhere: adcode, geonames, wikidata, agrovoc, hs."""
