"""The page of one article, with each figure marked where it stands."""

from dataclasses import dataclass

from nlp.model.claim import Claim
from search_api.index.record import ArticleSummary, IndexedArticle
from search_api.page.address import search_address
from search_api.page.facts import list_facts
from search_api.page.marking import Mark, Piece, choose_marks, cut, paragraphs
from search_api.page.template import load_template


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph, or a sentence of an extract, in pieces."""

    pieces: tuple[Piece, ...]


def render_article_page(
    indexed: IndexedArticle, summary: ArticleSummary, claims: tuple[Claim, ...], left_out: int
) -> str:
    """Return the page as HTML; `left_out` details about individuals are told of, not shown."""
    body = indexed.text.body
    marks = choose_marks(
        (Mark(claim.start, claim.end, "figure", claim=claim) for claim in claims),
        (Mark(one.start, one.end, one.kind, mention=one) for one in indexed.reading.mentions),
        length=len(body),
    )
    headline = indexed.text.headline
    head = (headline.start, headline.end) if headline is not None else None
    return load_template("article.html").render(
        article=summary,
        authors=indexed.article.authors,
        show=indexed.show,
        headline=cut(body, *head, marks) if head and indexed.show != "link" else (Piece(summary.title),),
        paragraphs=tuple(
            ShownParagraph(cut(body, start, end, marks))
            for start, end in _shown_spans(indexed, claims)
            if head is None or start >= head[1] or end <= head[0]
        ),
        claims=claims,
        left_out=left_out,
        provenance=indexed.reading.provenance,
        revisions=len(indexed.article.text_ids),
        claim_of={claim.id: claim for claim in claims},
        facts_of={claim.id: list_facts(claim, search_address, is_complete=True) for claim in claims},
    )


def _shown_spans(indexed: IndexedArticle, claims: tuple[Claim, ...]) -> tuple[tuple[int, int], ...]:
    """What the source allows: every paragraph, the sentences with figures, or nothing of the body."""
    if indexed.show == "full":
        return paragraphs(indexed.text.body)
    if indexed.show == "extract":
        return tuple(sorted({(claim.quote.start, claim.quote.end) for claim in claims}))
    return ()
