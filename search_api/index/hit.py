"""Makes hits of stored records: what was found, and why."""

from collections.abc import Sequence

from search_api.analysis.query_words import QueryWord
from search_api.index.document import summarize
from search_api.index.matching import match_article, match_claim
from search_api.index.record import ArticleHit, BriefArticle, ClaimHit, IndexedClaim, Matched
from search_api.query import ArticleQuery, ClaimQuery

_EXTRACT_LENGTH = 280
_EXTRACT_BEFORE = 80
"""Code points before the first word asked for."""
_CUT_WITHIN = 30
"""An extract is cut at white space where there is some this near."""


def make_claim_hit(indexed: IndexedClaim, query: ClaimQuery, words: Sequence[QueryWord]) -> ClaimHit:
    """Return the hit of a stored claim."""
    return ClaimHit(claim=indexed.claim, article=indexed.article, matched_by=match_claim(indexed, query, words))


def make_article_hit(raw: bytes, query: ArticleQuery, words: Sequence[QueryWord]) -> ArticleHit:
    """Return the hit of a stored article (its JSON); no extract where its source may only be linked to."""
    brief = BriefArticle.model_validate_json(raw)
    summary = summarize(brief)
    matched = match_article(summary, brief.text.body, brief.reading.mentions, query, words)
    start, end = (0, 0) if brief.show == "link" else _cut_extract(brief.text.body, matched, len(summary.title))
    return ArticleHit(
        article=summary,
        authors=brief.article.authors,
        claim_count=sum(1 for claim in brief.reading.claims if claim.level != "individual"),
        extract=brief.text.body[start:end],
        extract_start=start,
        matched_by=matched,
    )


def _cut_extract(body: str, matched: Sequence[Matched], headline_length: int) -> tuple[int, int]:
    spans = [span for one in matched if one.field == "body" for span in one.spans]
    beyond = [span.start for span in spans if span.start >= headline_length]
    first = min(beyond, default=headline_length)
    start = 0 if first <= _EXTRACT_BEFORE else first - _EXTRACT_BEFORE
    end = min(len(body), start + _EXTRACT_LENGTH)
    while start > 0 and first - start > _EXTRACT_BEFORE - _CUT_WITHIN and not body[start - 1].isspace():
        start += 1
    while end < len(body) and start + _EXTRACT_LENGTH - end < _CUT_WITHIN and not body[end].isspace():
        end -= 1
    while start < end and body[start].isspace():
        start += 1
    return start, end
