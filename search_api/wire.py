"""The shapes that the API answers with, apart from those that are stored."""

from datetime import datetime

from nlp.model.article import Provenance
from nlp.model.claim import Claim
from nlp.model.mention import Mention
from nlp.model.span import Record, Span
from search_api.index.protocol import Concepts
from search_api.index.record import (
    ArticleHit,
    ArticlePage,
    ArticleSummary,
    ClaimHit,
    ClaimPage,
    Facet,
    IndexedArticle,
    IndexStatus,
    Matched,
    ShowPolicy,
    Total,
)
from search_api.measure import measure_name
from search_api.resolution import concept_label
from search_api.show import may_show_capture, shown_claim, shown_hit

_CONCEPT_FIELDS = frozenset(("place", "product", "organisation"))


class WireArticle(Record):
    """An article in short, with where its page and its capture are found here."""

    id: str
    title: str
    url: str | None
    source: str | None
    source_name: str
    published_at: datetime | None
    language: str
    indexed_at: datetime
    captured_at: datetime | None
    show: ShowPolicy
    """What the source allows: its full text, extracts (the sentences with figures), or a link without any quote."""
    link: str
    """Path of the article in this service."""
    capture_link: str | None
    """Path of the archived page, None for texts that were given without one, or that may only be linked to."""


class WireClaim(Claim):
    """A claim under the names of the document model, with its article and why it was found.

    The text of `quote` is empty where the source may only be linked to (`article.show`).
    """

    # Inherits so that the fields of the model are the fields of the answer, whatever is added to them.
    article: WireArticle
    matched_by: tuple[Matched, ...] = ()


class WireArticleHit(Record):
    """An article that was found."""

    article: WireArticle
    authors: tuple[str, ...]
    claim_count: int
    extract: str
    extract_start: int
    matched_by: tuple[Matched, ...]


class WireFacetValue(Record):
    """A value with its name and how many of the rows have it."""

    value: str
    label: str
    count: int


class WireClaims(Record):
    """A page of claims."""

    total: Total
    hits: tuple[WireClaim, ...]
    facets: dict[str, tuple[WireFacetValue, ...]]
    cursor: str | None


class WireArticles(Record):
    """A page of articles."""

    total: Total
    hits: tuple[WireArticleHit, ...]
    facets: dict[str, tuple[WireFacetValue, ...]]
    cursor: str | None


class WireFullArticle(Record):
    """An article with its body, as far as it may be shown, and what was read in it."""

    article: WireArticle
    authors: tuple[str, ...]
    show: ShowPolicy
    body: str | None
    """None where the source allows extracts or a link only; offsets count code points of the body even so."""
    headline: Span | None
    text_id: str
    text_ids: tuple[str, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    claims_left_out: int
    """Details about individuals, shown with level=individual."""
    capture_ids: tuple[str, ...]
    provenance: Provenance


class WireHealth(Record):
    """The service runs."""

    status: str


class WireReadiness(Record):
    """The service answers from this index."""

    status: str
    index: IndexStatus


def to_wire_article(summary: ArticleSummary) -> WireArticle:
    """Return an article in short."""
    has_capture = summary.capture_id is not None and may_show_capture(summary.show)
    return WireArticle(
        **summary.model_dump(exclude={"text_id", "capture_id"}),
        link=f"/articles/{summary.id}",
        capture_link=f"/articles/{summary.id}/capture" if has_capture else None,
    )


def to_wire_claim(hit: ClaimHit) -> WireClaim:
    """Return a claim that was found, as far as it may be shown."""
    hit = shown_hit(hit)
    # The parts are checked already: going through validation again would double the cost of a row.
    return WireClaim.model_construct(**dict(hit.claim), article=to_wire_article(hit.article), matched_by=hit.matched_by)


def to_wire_article_hit(hit: ArticleHit) -> WireArticleHit:
    """Return an article that was found."""
    return WireArticleHit(
        article=to_wire_article(hit.article),
        authors=hit.authors,
        claim_count=hit.claim_count,
        extract=hit.extract,
        extract_start=hit.extract_start,
        matched_by=hit.matched_by,
    )


def to_wire_claims(page: ClaimPage, concepts: Concepts | None) -> WireClaims:
    """Return a page of claims; `concepts` names the values of facets."""
    return WireClaims.model_construct(
        total=page.total,
        hits=tuple(to_wire_claim(hit) for hit in page.hits),
        facets=to_wire_facets(page.facets, concepts),
        cursor=page.cursor,
    )


def to_wire_articles(page: ArticlePage, concepts: Concepts | None) -> WireArticles:
    """Return a page of articles; `concepts` names the values of facets."""
    return WireArticles(
        total=page.total,
        hits=tuple(to_wire_article_hit(hit) for hit in page.hits),
        facets=to_wire_facets(page.facets, concepts),
        cursor=page.cursor,
    )


def to_wire_facets(facets: tuple[Facet, ...], concepts: Concepts | None) -> dict[str, tuple[WireFacetValue, ...]]:
    """Return facets by name, each value with its label."""
    return {
        facet.field: tuple(
            WireFacetValue(value=one.value, label=facet_label(facet.field, one.value, concepts), count=one.count)
            for one in facet.values
        )
        for facet in facets
    }


def facet_label(field: str, value: str, concepts: Concepts | None) -> str:
    """Return the English name of a value of a facet."""
    if field in _CONCEPT_FIELDS:
        return concept_label(value, concepts)
    return measure_name(value) if field == "measure" else value


def to_wire_full_article(
    indexed: IndexedArticle, summary: ArticleSummary, claims: tuple[Claim, ...], left_out: int
) -> WireFullArticle:
    """Return an article with the claims that are to be shown."""
    return WireFullArticle(
        article=to_wire_article(summary),
        authors=indexed.article.authors,
        show=indexed.show,
        body=indexed.text.body if indexed.show == "full" else None,
        headline=indexed.text.headline,
        text_id=indexed.text.id,
        text_ids=indexed.article.text_ids,
        mentions=indexed.reading.mentions,
        claims=tuple(shown_claim(claim, indexed.show) for claim in claims),
        claims_left_out=left_out,
        capture_ids=indexed.capture_ids,
        provenance=indexed.reading.provenance,
    )
