"""Rows of articles, texts and captures, to records and back, within a transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, select, update

from crawlers.archive import Location
from crawlers.database import insert_new, upsert
from crawlers.outcome import Outcome, ReadArticle
from crawlers.tables import article, article_text, capture, capture_text, text
from nlp.model.article import Article, Capture, Text
from nlp.model.span import Span


@dataclass(frozen=True)
class StoredText:
    """A text of an article, with where its body stands in the archive."""

    article: Article
    text: Text
    """Without its body."""
    capture: Capture
    """The first that showed it."""
    file: str
    offset: int


def put_article(connection: Connection, read: ReadArticle, outcome: Outcome, bodies: dict[str, Location]) -> None:
    """Write an article of an outcome, with its text where the text is new."""
    one = read.article
    if (place := bodies.get(read.text_id)) is not None:
        values = {
            "id": read.text_id,
            "warc_file": place.file,
            "warc_offset": place.offset,
            "headline_start": read.headline.start if read.headline else None,
            "headline_end": read.headline.end if read.headline else None,
            "language": one.language,
            "extractor": outcome.extractor,
        }
        insert_new(connection, text, values)
    published = one.published_at.isoformat() if one.published_at else None
    known = connection.execute(select(article.c.published_at).where(article.c.id == one.id)).scalar()
    upsert(
        connection,
        article,
        {
            "id": one.id,
            "url": one.url,
            "given_id": one.given_id,
            "source_id": one.source_id,
            "title": one.title,
            "authors": list(one.authors),
            # A revision may state its own date: the first stays, relative periods hang on it.
            "published_at": known or published,
            "language": one.language,
            "country": one.country,
        },
    )


def replace_texts(connection: Connection, outcome: Outcome, captured_at: datetime) -> None:
    """Put the texts of a capture's outcome in place of those of an earlier one."""
    mine = capture_text.c.capture_id == outcome.capture_id
    before = connection.execute(select(capture_text.c.article_id, capture_text.c.text_id).where(mine)).all()
    connection.execute(delete(capture_text).where(mine))
    for read in outcome.articles:
        pair = {"article_id": read.article.id, "text_id": read.text_id}
        insert_new(connection, article_text, {**pair, "first_captured_at": captured_at})
        connection.execute(
            update(article_text)
            .where(article_text.c.article_id == read.article.id, article_text.c.text_id == read.text_id)
            .where(article_text.c.first_captured_at > captured_at)
            .values(first_captured_at=captured_at)
        )
        insert_new(connection, capture_text, {"capture_id": outcome.capture_id, **pair})
    for old in before:
        # A text that no capture shows any more, since the extractor reads it otherwise, is no revision.
        shown = exists().where(capture_text.c.article_id == old.article_id, capture_text.c.text_id == old.text_id)
        connection.execute(
            delete(article_text).where(
                article_text.c.article_id == old.article_id, article_text.c.text_id == old.text_id, ~shown
            )
        )


def load_article_row(connection: Connection, article_id: str) -> Article | None:
    """Return an article with the ids of its texts, oldest first; None where there is none."""
    row = connection.execute(select(article).where(article.c.id == article_id)).first()
    if row is None:
        return None
    texts = connection.execute(
        select(article_text.c.text_id)
        .where(article_text.c.article_id == article_id)
        .order_by(article_text.c.first_captured_at, article_text.c.text_id)
    ).scalars()
    return Article(
        id=row.id,
        url=row.url,
        given_id=row.given_id,
        source_id=row.source_id,
        title=row.title,
        authors=tuple(row.authors),
        published_at=datetime.fromisoformat(row.published_at) if row.published_at else None,
        language=row.language,
        country=row.country,
        text_ids=tuple(texts),
    )


def load_text_row(connection: Connection, article_id: str, text_id: str) -> StoredText:
    """Return a text of an article, without its body."""
    found = load_article_row(connection, article_id)
    row = connection.execute(select(text).where(text.c.id == text_id)).one()
    captures = connection.execute(
        select(capture)
        .join(capture_text, capture_text.c.capture_id == capture.c.id)
        .where(capture_text.c.article_id == article_id, capture_text.c.text_id == text_id)
        .order_by(capture.c.captured_at, capture.c.id)
    ).all()
    assert found is not None
    assert captures
    stored = Text(
        id=text_id,
        body="",
        headline=None if row.headline_start is None else Span(start=row.headline_start, end=row.headline_end),
        language=row.language,
        capture_ids=tuple(one.id for one in captures),
        extractor=row.extractor,
    )
    return StoredText(found, stored, make_capture_record(captures[0]), row.warc_file, row.warc_offset)


def make_capture_record(row: Row[Any]) -> Capture:
    """Return the capture of a row."""
    return Capture.model_validate({name: getattr(row, name) for name in Capture.model_fields})
