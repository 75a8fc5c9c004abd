"""What a search found, as a table for people: the claim on the left, its evidence on the right."""

from collections.abc import Iterable

from rich.console import Group
from rich.table import Table
from rich.text import Text as RichText

from ruralwire.claim_table import describe_period, describe_quantity
from search_api.index.record import ArticleHit, ArticleSummary, ClaimHit
from search_api.measure import measure_name
from search_api.show import shown_hit

_LEFT_SHARE, _RIGHT_SHARE = 2, 3


def make_claim_hit_table(hits: Iterable[ClaimHit]) -> Table:
    """A row per claim: what was counted, how much, where, for what and when; its quote, article and link."""
    table = _make_table("claim", "evidence")
    for hit in map(shown_hit, hits):
        table.add_row(_describe_claim(hit), Group(_mark_quote(hit), *_describe_article(hit.article)))
    return table


def make_article_hit_table(hits: Iterable[ArticleHit]) -> Table:
    """A row per article: its headline; where it meets the words asked for, and its link."""
    table = _make_table("article", "where it says so")
    for hit in hits:
        title = RichText(hit.article.title or "(without a headline)", style="bold")
        claims = RichText(f"{hit.article.language}, {hit.claim_count} claims", style="dim")
        extract = RichText(" ".join(hit.extract.split()))
        table.add_row(Group(title, claims), Group(extract, *_describe_article(hit.article)))
    return table


def _make_table(left: str, right: str) -> Table:
    table = Table(show_lines=True, expand=True)
    table.add_column(left, ratio=_LEFT_SHARE, overflow="fold")
    table.add_column(right, ratio=_RIGHT_SHARE, overflow="fold")
    return table


def _describe_claim(hit: ClaimHit) -> Group:
    claim = hit.claim
    period = describe_period(claim.period) + (f" per {claim.frequency}" if claim.frequency else "")
    lines = (
        measure_name(claim.measure) if claim.measure else "",
        ", ".join(_name(one.label, one.surface) for one in claim.products),
        ", ".join(f"{one.role or ''} {_name(one.label, one.surface)}".strip() for one in claim.places),
        period,
        claim.status if claim.status not in (None, "reported") else "",
    )
    quantity = RichText(describe_quantity(claim), style="bold")
    return Group(quantity, *(RichText(line) for line in lines if line))


def _mark_quote(hit: ClaimHit) -> RichText:
    """The quote with the figure marked; white space as it stands, but for line breaks."""
    claim, quote = hit.claim, hit.claim.quote
    if not quote.text:
        return RichText("(its source may only be linked to)", style="dim")
    text = RichText(quote.text.replace("\n", " "))
    text.stylize("bold", claim.start - quote.start, claim.end - quote.start)
    return text


def _describe_article(article: ArticleSummary) -> tuple[RichText, RichText]:
    day = f"{article.published_at:%Y-%m-%d}" if article.published_at else ""
    where = ", ".join(filter(None, (article.source_name, day)))
    if article.url is None:
        return RichText(where, style="dim"), RichText(f"article {article.id}", style="dim")
    # As a link of the terminal's too: one that is folded cannot be clicked otherwise.
    return RichText(where, style="dim"), RichText(article.url, style=f"dim link {article.url}")


def _name(label: str | None, surface: str) -> str:
    return label or surface
