"""What a search found, as a table for people: the claim on the left, its evidence on the right."""

from collections.abc import Iterable

from rich.console import Group
from rich.table import Table
from rich.text import Text as RichText

from ruralwire.claim_table import describe_claim, make_two_columns, mark_quote
from search_api.index.record import ArticleHit, ArticleSummary, ClaimHit
from search_api.show import shown_hit


def make_claim_hit_table(hits: Iterable[ClaimHit]) -> Table:
    """A row per claim: what was counted, how much, where, for what and when; its quote, article and link."""
    table = make_two_columns("claim", "evidence")
    for hit in map(shown_hit, hits):
        table.add_row(describe_claim(hit.claim), Group(mark_quote(hit.claim), *_describe_article(hit.article)))
    return table


def make_article_hit_table(hits: Iterable[ArticleHit]) -> Table:
    """A row per article: its headline; where it meets the words asked for, and its link."""
    table = make_two_columns("article", "where it says so")
    for hit in hits:
        title = RichText(hit.article.title or "(without a headline)", style="bold")
        claims = RichText(f"{hit.article.language}, {hit.claim_count} claims", style="dim")
        extract = RichText(" ".join(hit.extract.split()))
        table.add_row(Group(title, claims), Group(extract, *_describe_article(hit.article)))
    return table


def _describe_article(article: ArticleSummary) -> tuple[RichText, RichText]:
    day = f"{article.published_at:%Y-%m-%d}" if article.published_at else ""
    where = ", ".join(filter(None, (article.source_name, day)))
    if article.url is None:
        return RichText(where, style="dim"), RichText(f"article {article.id}", style="dim")
    # As a link of the terminal's too: one that is folded cannot be clicked otherwise.
    return RichText(where, style="dim"), RichText(article.url, style=f"dim link {article.url}")
