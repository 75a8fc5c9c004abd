"""The sample site as a function: from a path to what is answered."""

from urllib.parse import urlsplit

from ruralwire.sample_site.article_page import render_article_page
from ruralwire.sample_site.content import ArticlePage, Content, IndexPage, OddPage, load_content, make_article_path
from ruralwire.sample_site.index_page import render_index_page, render_robots
from ruralwire.sample_site.response import Response, make_response
from ruralwire.sample_site.template import load_template

OVERSIZED_BYTES = 32 * 1024 * 1024
"""Beyond what a crawl takes by default (20 MiB)."""
_OVERSIZED_BLOCK = b"<tr><td>2020</td><td>sample county</td><td>0</td><td>0</td></tr>\n" * 1024
_NOT_FOUND = 404
_MOVED = 301


def respond(path: str, *, base_url: str, visit: int = 1) -> Response:
    """Return the answer to a GET of a path, which may carry a query.

    `base_url`: what the addresses within pages begin with, without a final slash. `visit`: how often this path
    has been asked for, this time included.
    """
    content = load_content()
    name = urlsplit(path).path
    if name == "/robots.txt":
        return render_robots(content)
    if name == "/":
        text = load_template("index.html").render(outlets=content.outlets, base_url=base_url)
        return make_response(text, "text/html")
    match content.pages.get(name):
        case IndexPage() as page:
            return render_index_page(page, content, base_url=base_url)
        case ArticlePage() as page:
            return render_article_page(page, content, base_url=base_url, visit=visit)
        case OddPage() as page:
            return _render_odd_page(page, content, base_url)
        case None:
            return make_response(load_template("not_found.html").render(), "text/html", status=_NOT_FOUND)


def _render_odd_page(page: OddPage, content: Content, base_url: str) -> Response:
    match page.oddity.kind:
        case "members":
            return make_response(load_template("members.html").render(outlet=page.outlet), "text/html")
        case "moved":
            (target,) = (
                one for one in content.articles if (one.outlet, one.slug) == (page.outlet.id, page.oddity.target)
            )
            location = base_url + make_article_path(page.outlet, target)
            return make_response("", "text/html", status=_MOVED, headers={"Location": location})
        case "gone":
            return make_response(load_template("not_found.html").render(), "text/html", status=_NOT_FOUND)
        case "empty":
            return make_response("", "text/html")
        case "oversized":
            repeat = OVERSIZED_BYTES // len(_OVERSIZED_BLOCK) + 1
            return Response(headers={"Content-Type": "text/html"}, body=_OVERSIZED_BLOCK, repeat=repeat)
