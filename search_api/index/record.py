"""What is written to an index, and what comes back from it."""

from datetime import datetime
from typing import Literal

from pydantic import ConfigDict

from nlp.model.article import Article, Provenance, Reading, Text
from nlp.model.claim import Claim, Level
from nlp.model.mention import Mention
from nlp.model.span import Record, Span

ShowPolicy = Literal["full", "extract", "link"]
"""How much of a body may be shown: all of it, the sentences with figures, or nothing but the link."""
MatchedField = Literal["quote", "headline", "body", "name", "place", "product", "organisation", "value"]


class IndexedArticle(Record):
    """An article as it is written: with its current text, the reading of it, and where it came from."""

    article: Article
    text: Text
    reading: Reading
    capture_ids: tuple[str, ...] = ()
    """Newest last; empty for texts that were given without a page."""
    source_name: str = ""
    show: ShowPolicy = "full"
    indexed_at: datetime


class _BriefClaim(Record):
    model_config = ConfigDict(extra="ignore")

    level: Level | None = None


class _BriefReading(Record):
    model_config = ConfigDict(extra="ignore")

    language: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[_BriefClaim, ...] = ()
    provenance: Provenance = Provenance()


class BriefArticle(Record):
    """The part of a stored `IndexedArticle` that a hit shows: reading all its claims would cost ten times as much."""

    article: Article
    text: Text
    reading: _BriefReading
    capture_ids: tuple[str, ...] = ()
    source_name: str = ""
    show: ShowPolicy = "full"
    indexed_at: datetime


class ArticleSummary(Record):
    """What every claim says about the article that it stands in."""

    id: str
    text_id: str
    title: str = ""
    url: str | None = None
    source: str | None = None
    source_name: str = ""
    published_at: datetime | None = None
    language: str = "und"
    capture_id: str | None = None
    captured_at: datetime | None = None
    indexed_at: datetime
    show: ShowPolicy = "full"


class IndexedClaim(Record):
    """A claim as it is stored, with its article in short."""

    claim: Claim
    article: ArticleSummary
    place_ids: tuple[tuple[str, ...], ...] = ()
    """Of each of the claim's places in turn: its concept id and those of what it lies in, nearest first."""
    product_ids: tuple[tuple[str, ...], ...] = ()
    organisation_ids: tuple[tuple[str, ...], ...] = ()


class Matched(Record):
    """Why a hit was found: the words of the query that met this part of it, or the filter that did.

    `spans` count code points of the part: of the quote's text, the title, or the body.
    """

    field: MatchedField
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    value: str | None = None
    """The concept that a filter met, or `stated` or `possible` for a range of values."""


class ClaimHit(Record):
    """A claim that a query found."""

    claim: Claim
    article: ArticleSummary
    matched_by: tuple[Matched, ...] = ()


class ArticleHit(Record):
    """An article that a query found; `extract` is the part of the body with the words asked for."""

    article: ArticleSummary
    authors: tuple[str, ...] = ()
    claim_count: int = 0
    extract: str = ""
    extract_start: int = 0
    """Where the extract begins in the body, in code points."""
    matched_by: tuple[Matched, ...] = ()


class Total(Record):
    """How many rows there are; `relation` is `gte` where only so many were counted."""

    value: int
    relation: Literal["eq", "gte"] = "eq"


class FacetValue(Record):
    """One value of a field and how many of the rows found have it."""

    value: str
    count: int


class Facet(Record):
    """The commonest values of a field among the rows found, most frequent first."""

    field: str
    values: tuple[FacetValue, ...]


class ClaimPage(Record):
    """Some rows of an answer; `cursor` asks for those after them, None where there are none."""

    hits: tuple[ClaimHit, ...]
    total: Total
    facets: tuple[Facet, ...] = ()
    cursor: str | None = None


class ArticlePage(Record):
    """Some rows of an answer; `cursor` asks for those after them, None where there are none."""

    hits: tuple[ArticleHit, ...]
    total: Total
    facets: tuple[Facet, ...] = ()
    cursor: str | None = None


class IndexStatus(Record):
    """What an index is and holds."""

    engine: str
    where: str
    format: int
    articles: int
    claims: int
