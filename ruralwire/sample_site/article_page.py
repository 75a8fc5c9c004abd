"""Article pages, in their outlet's own layout."""

from datetime import timedelta

from ruralwire.sample_site.content import ArticlePage, Content, make_article_path
from ruralwire.sample_site.date_style import format_date
from ruralwire.sample_site.response import Response, make_response
from ruralwire.sample_site.sample_article import SampleArticle, parse_blocks
from ruralwire.sample_site.template import load_template

_RELATED = 4
_BUSY = 503


def render_article_page(page: ArticlePage, content: Content, *, base_url: str, visit: int) -> Response:
    """Return an article's page. `visit` counts from 1: some pages are busy at first, some are corrected later."""
    outlet, article = page.outlet, page.article
    if article.is_busy_once and visit == 1:
        return make_response("Service Unavailable", "text/plain", status=_BUSY, headers={"Retry-After": "1"})
    revision = article.revision if visit > 1 else None
    charset = article.charset or outlet.charset
    others = [one for one in content.list_articles(outlet) if one.slug != article.slug]
    blocks = parse_blocks(revision.body if revision else article.body)
    modified_at = revision.modified_at if revision else article.published_at + timedelta(minutes=7)
    text = load_template(f"{outlet.id}.html").render(
        outlet=outlet,
        words=outlet.words,
        article=article,
        title=(revision.title if revision else "") or article.title,
        blocks=blocks,
        note=revision.note if revision else "",
        charset=charset,
        url=base_url + make_article_path(outlet, article),
        base_url=base_url,
        home=base_url + outlet.home,
        direction="rtl" if outlet.language == "ar" else "ltr",
        published_at=article.published_at.isoformat(),
        modified_at=modified_at.isoformat(),
        printed_date=format_date(article.published_at, outlet.date),
        comments=article.comments or outlet.comments,
        related=[(one.title, base_url + make_article_path(outlet, one)) for one in _rotate(others, article.number)],
        members=[one for one in outlet.oddities if one.kind == "members"],
    )
    if article.is_cut:
        last = blocks[-1].lines[0]
        text = text[: text.rindex(last[-40:])]
    return make_response(text, "text/html", encoding=charset.encoding, header_charset=charset.header)


def _rotate(items: list[SampleArticle], start: int) -> list[SampleArticle]:
    """A few of the others, not the same ones on every page."""
    first = start % max(1, len(items))
    return (items[first:] + items[:first])[:_RELATED]
