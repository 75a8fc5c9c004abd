"""The search page: the box, the filters with their counts, and the claims found."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from search_api.index.protocol import Concepts
from search_api.index.record import ClaimHit, ClaimPage
from search_api.measure import load_measure_names
from search_api.page.address import (
    PAGING,
    Pairs,
    added_address,
    make_address,
    replaced_address,
    search_address,
)
from search_api.page.facts import Fact, list_facts
from search_api.page.marking import Mark, Piece, choose_marks, cut
from search_api.page.narrowing import list_chips, list_facet_boxes
from search_api.page.template import load_template
from search_api.problem import Problem
from search_api.query import ClaimQuery
from search_api.resolution import concept_label
from search_api.service import Service
from search_api.show import shown_hit

_IN_FORM = ("q", "value_min", "value_max", "value_unit", "period_from", "period_to", "published_from", "published_to",
            "sort", "match")  # fmt: skip
"""Fields of the form that hold one value; the others are added to and shown as chips."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")  # 2020-05-31
_TYPED = ("place", "product")
"""Fields of the form that add a value; one that was not understood stands there again, to be corrected."""
SORTS = {
    "": "Best match", "published:desc": "Newest", "published:asc": "Oldest", "value:desc": "Largest value",
    "value:asc": "Smallest value", "period:desc": "Latest period",
}  # fmt: skip
EXAMPLES: tuple[tuple[str, str], ...] = (
    ("livestream sales", "q=livestream+sales"),
    ("农村电商", "q=%E5%86%9C%E6%9D%91%E7%94%B5%E5%95%86"),
    ("مبيعات", "q=%D9%85%D8%A8%D9%8A%D8%B9%D8%A7%D8%AA"),
    ("sales over 1 billion yuan", "measure=sales_value&value_min=1000000000&value_unit=CNY"),
    ("land, 1,000 mu and more", "value_min=1000&value_unit=mu"),
    ("what held in 2019", "period_from=2019-01-01&period_to=2019-12-31"),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """The words of a claim that were met, and where; either may be empty."""

    words: str
    where: str


@dataclass(frozen=True, slots=True)
class CandidateLink:
    """One thing that an ambiguous name may mean, and the address of the search for it."""

    label: str
    parents: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that is wrong with the question, and what may have been meant."""

    error: str
    hint: str
    candidates: tuple[CandidateLink, ...]


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place that the operator follows, and how many claims are about it."""

    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Card:
    """A claim that was found, its quote in pieces."""

    hit: ClaimHit
    quote: tuple[Piece, ...]
    facts: tuple[Fact, ...]
    reasons: tuple[Reason, ...]


def render_search_page(
    pairs: Pairs, page: ClaimPage | None, problem: Problem | None, service: Service, *, is_start: bool
) -> str:
    """Return the page as HTML; `page` None where the query could not be answered, for the reason in `problem`."""
    wrong = tuple(_list_wrong(problem))
    fields = (*_IN_FORM, *_TYPED)
    typed = {name: value for name, value in pairs if name in _IN_FORM or (name in _TYPED and (name, value) in wrong)}
    values = {**dict.fromkeys(fields, ""), **typed}
    kept = tuple(pair for pair in pairs if pair[0] not in (*_IN_FORM, *PAGING) and not _is_wrong(pair, wrong))
    query_string = urlencode([pair for pair in pairs if pair[0] not in PAGING])
    return load_template("search.html").render(
        values=values,
        days=frozenset(name for name, value in values.items() if _DAY.fullmatch(value)),
        kept=kept,
        chips=list_chips(pairs, service),
        facets=list_facet_boxes(pairs, page, service) if page is not None else (),
        cards=tuple(_card(shown_hit(hit), pairs, service.concepts) for hit in page.hits) if page is not None else (),
        total=page.total if page is not None else None,
        next_page=_next_page(pairs, page.cursor) if page is not None and page.cursor else None,
        is_later_page=any(name == "cursor" for name, _ in pairs),
        first_page=make_address(pairs, *_kept_limit(pairs)),
        query_string=query_string,
        troubles=tuple(_troubles(pairs, problem)) if problem is not None else (),
        followed=tuple(_followed(service)) if is_start else (),
        is_start=is_start,
        examples=EXAMPLES,
        sorts=SORTS,
        measures=sorted((names["en"], measure) for measure, names in load_measure_names().items()),
        has_filters=any(name != "q" and name not in PAGING for name, _ in pairs),
    )


def _card(hit: ClaimHit, pairs: Pairs, concepts: Concepts | None) -> Card:
    claim, quote = hit.claim, hit.claim.quote
    words = (Mark(span.start, span.end, "word") for one in hit.matched_by if one.field == "quote" for span in one.spans)
    figure = Mark(claim.start - quote.start, claim.end - quote.start, "figure")
    marks = choose_marks((figure,), words, length=len(quote.text))
    return Card(
        hit=hit,
        quote=cut(quote.text, 0, len(quote.text), marks),
        facts=list_facts(claim, lambda name, value: added_address(pairs, name, value)),
        reasons=tuple(_reasons(hit, concepts)),
    )


def _reasons(hit: ClaimHit, concepts: Concepts | None) -> Iterable[Reason]:
    where = {"quote": "in the quote", "headline": "in the headline", "name": "as a name of what it is about"}
    for one in hit.matched_by:
        words = ", ".join(one.words)
        if one.field in where:
            yield Reason(words, where[one.field])
        elif one.field == "value":
            is_stated = one.value == "stated"
            yield Reason("", "its value within the range" if is_stated else "a value that the words leave possible")
        elif one.value is not None:
            label = concept_label(one.value, concepts)
            yield Reason(words, "" if words.casefold() == label.casefold() else f"in {label}")


def _each(problem: Problem | None) -> tuple[Problem, ...]:
    return () if problem is None else problem.problems or (problem,)


def _list_wrong(problem: Problem | None) -> Iterable[tuple[str, str]]:
    """Parameters that were not understood, with their values; an empty one stands for any."""
    return ((one.where, one.value) for one in _each(problem))


def _is_wrong(pair: tuple[str, str], wrong: Pairs) -> bool:
    return pair in wrong or (pair[0], "") in wrong


def _troubles(pairs: Pairs, problem: Problem) -> Iterable[Trouble]:
    """What is wrong, each with the addresses of the same search for what may have been meant."""
    for one in _each(problem):
        links = (
            CandidateLink(it.label, it.parents, replaced_address(pairs, one.where, one.value, it.id))
            for it in one.candidates or ()
        )
        yield Trouble(one.error, one.hint, tuple(links))


def _followed(service: Service) -> Iterable[PlaceLink]:
    """The places that the operator follows, in the order of the configuration."""
    for place in service.followed:
        number = service.index.count_claims(ClaimQuery(places=(place,)))
        yield PlaceLink(concept_label(place, service.concepts), number, search_address("place", place))


def _next_page(pairs: Pairs, cursor: str) -> str:
    return make_address(pairs, *_kept_limit(pairs), ("cursor", cursor))


def _kept_limit(pairs: Pairs) -> Pairs:
    return tuple(pair for pair in pairs if pair[0] == "limit")
