"""What a crawl or an import gave, in lines for people."""

from collections import Counter
from collections.abc import Iterator

from ruralwire.crawling import CrawlSummary, SourceCrawl
from ruralwire.indexing import IndexingReport


def describe_crawl(summary: CrawlSummary) -> Iterator[str]:
    """Yield a line for each source that has something to tell, then one for all."""
    width = max((len(one.source.id) for one in summary.sources), default=0)
    quiet = 0
    for one in summary.sources:
        if line := _describe_source(one):
            yield f"{one.source.id:{width}}  {line}"
        else:
            quiet += 1
    if quiet:
        yield f"{count(quiet, 'source')} without anything new"
    yield f"{count(summary.report.captured, 'page')} captured; {describe_indexing(summary.indexing)}"


def describe_problems(summary: CrawlSummary) -> Iterator[str]:
    """Yield a line for each feed, sitemap or listing that could not be read."""
    for one in summary.sources:
        for event in one.problems:
            detail = f" ({event.detail})" if event.detail else ""
            yield f"{one.source.id}: {event.url}: {event.reason}{detail}"


def describe_indexing(report: IndexingReport) -> str:
    """What was indexed, in one sentence."""
    if not report.articles:
        return "nothing new to index"
    return f"{count(report.articles, 'article')} with {count(report.claims, 'claim')} indexed"


def describe_unread(report: IndexingReport) -> Iterator[str]:
    """Yield a line for each text that could not be read, the first ones by name."""
    for unread in report.unread:
        yield f"{unread}; it is indexed without claims, `ruralwire rebuild` tries again"
    if (more := report.unread_count - len(report.unread)) > 0:
        yield f"{count(more, 'further text')} could not be read"


def describe_reasons(reasons: Counter[str]) -> str:
    """Reasons with their counts, the commonest first.

    >>> describe_reasons(Counter({"extract:no_text": 1, "fetch:http_404": 3}))
    'fetch:http_404 3, extract:no_text 1'
    """
    return ", ".join(f"{reason} {number}" for reason, number in reasons.most_common() if number)


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "page"), count(1200, "page")
    ('1 page', '1,200 pages')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _describe_source(one: SourceCrawl) -> str:
    parts = []
    if one.captured or one.outcomes:
        parts.append(f"{one.captured} captured, {count(one.outcomes['text'], 'article')}")
    if one.rejections:
        parts.append(f"{one.rejections.total()} rejected ({describe_reasons(one.rejections)})")
    if one.not_captured:
        parts.append(f"{one.not_captured.total()} not captured ({describe_reasons(one.not_captured)})")
    if one.problems:
        parts.append(count(len(one.problems), "problem"))
    if one.has_failed and one.problems:
        parts.append("FAILED")
    return ", ".join(parts)
