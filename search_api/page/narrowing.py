"""The facets and filters of the search page: what narrows an answer down, and what widens it again."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from search_api.index.record import ClaimPage
from search_api.measure import measure_name
from search_api.page.address import PAGING, Pairs, toggle_address
from search_api.page.wording import LANGUAGE_NAMES, format_number, in_words
from search_api.resolution import concept_label
from search_api.service import Service

FACETS = {
    "lang": "Language", "measure": "What is counted", "place": "Place", "product": "Product", "unit": "Unit",
    "status": "Status", "organisation": "Organisation", "source": "Source",
}  # fmt: skip
_SHOWN_VALUES = 6
_MOST_DIGITS = 18
_CHIP_NAMES = {
    "value_min": "at least", "value_max": "at most", "value_unit": "in", "period_from": "from", "period_to": "until",
    "published_from": "published from", "published_to": "published until", "level": "level", "modifier": "modifier",
    "aspect": "aspect", "article": "article", "indexed_since": "indexed since", "min_confidence": "confidence",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on, and the address of the page without it."""

    name: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value of a facet, and the address of the page with it switched on or off."""

    label: str
    count: int
    href: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A facet: the commonest values, and the rest behind a fold."""

    title: str
    first: tuple[FacetLink, ...]
    rest: tuple[FacetLink, ...]


def list_facet_boxes(pairs: Pairs, page: ClaimPage, service: Service) -> tuple[FacetBox, ...]:
    """Return the facets of a page that have any values."""
    boxes = []
    for facet in page.facets:
        links = tuple(
            FacetLink(
                label=_value_label(facet.field, one.value, service),
                count=one.count,
                href=toggle_address(pairs, facet.field, one.value),
                is_on=(facet.field, one.value) in pairs,
            )
            for one in facet.values
        )
        if links:
            boxes.append(FacetBox(FACETS[facet.field], links[:_SHOWN_VALUES], links[_SHOWN_VALUES:]))
    return tuple(boxes)


def _value_label(field: str, value: str, service: Service) -> str:
    if field == "lang":
        return LANGUAGE_NAMES.get(value, value)
    if field == "source":
        return service.source_name(value)
    if field in ("place", "product", "organisation"):
        return concept_label(value, service.concepts) if ":" in value else value
    if field == "measure":
        return measure_name(value)
    if field in ("value_min", "value_max"):
        return _number_label(value)
    return in_words(value)


def list_chips(pairs: Pairs, service: Service) -> tuple[Chip, ...]:
    """Return the filters that are on, in the order of the address."""
    shown = (pair for pair in pairs if pair[0] not in ("q", "sort", "match", *PAGING))
    return tuple(
        Chip(
            name=(FACETS.get(name) or _CHIP_NAMES.get(name, in_words(name))).lower(),
            value=_value_label(name, value, service),
            without=toggle_address(pairs, name, value),
        )
        for name, value in shown
    )


def _number_label(value: str) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    # Written out, 1e999999 would be a million digits.
    is_readable = number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS
    return format_number(number) if is_readable else value
