"""Tables of the state: what was seen, captured, decided and indexed."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC: SQLite itself forgets offsets."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002 (SQLAlchemy names them)
        """To the database: UTC without offset."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002 (SQLAlchemy names them)
        """From the database: aware UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


warc_file = Table(
    "warc_file",
    metadata,
    Column("name", String, primary_key=True),
    Column("taken_in_bytes", Integer, nullable=False),
    comment="Up to where each file of the archive is known here",
)

capture = Table(
    "capture",
    metadata,
    Column("id", String, primary_key=True),
    Column("url", String, nullable=False, index=True),
    Column("source_id", String, index=True),
    Column("captured_at", Moment, nullable=False),
    Column("captured_by", String, nullable=False),
    Column("captured_by_name", String, nullable=False),
    Column("http_status", Integer),
    Column("media_type", String, nullable=False),
    Column("payload_digest", String, nullable=False),
    Column("warc_file", String, nullable=False),
    Column("warc_offset", Integer, nullable=False),
    Column("length_bytes", Integer, nullable=False),
    Column("hint", JSON, nullable=False),
    Column("outcome", String, comment="text or rejected; null while undecided"),
    Column("stage", String),
    Column("reason", String),
    Column("detail", String),
    Column("extractor", String),
    Column("decided_at", Moment),
)
Index("capture_outcome", capture.c.outcome, capture.c.captured_at)

text = Table(
    "text",
    metadata,
    Column("id", String, primary_key=True),
    Column("warc_file", String, nullable=False),
    Column("warc_offset", Integer, nullable=False),
    Column("headline_start", Integer, comment="null: none"),
    Column("headline_end", Integer),
    Column("language", String, nullable=False),
    Column("extractor", String, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("id", String, primary_key=True),
    Column("url", String),
    Column("given_id", String),
    Column("source_id", String, index=True),
    Column("title", Text, nullable=False),
    Column("authors", JSON, nullable=False),
    Column("published_at", String, comment="ISO, with the outlet's own offset"),
    Column("language", String, nullable=False),
    Column("country", String),
)

article_text = Table(
    "article_text",
    metadata,
    Column("article_id", ForeignKey("article.id"), primary_key=True),
    Column("text_id", ForeignKey("text.id"), primary_key=True),
    Column("first_captured_at", Moment, nullable=False),
    Column("indexed_at", Moment, index=True, comment="null: still to be read and indexed"),
)

capture_text = Table(
    "capture_text",
    metadata,
    Column("capture_id", ForeignKey("capture.id"), primary_key=True),
    Column("article_id", ForeignKey("article.id"), primary_key=True),
    Column("text_id", ForeignKey("text.id"), nullable=False),
)
Index("capture_text_pair", capture_text.c.article_id, capture_text.c.text_id)

page = Table(
    "page",
    metadata,
    Column("url", String, primary_key=True),
    Column("source_id", String, index=True),
    Column("hint", JSON, nullable=False),
    Column("found_at", Moment, nullable=False),
    Column("position", Integer, nullable=False, default=0, comment="in the index page that named it"),
    Column("first_captured_at", Moment),
    Column("visited_at", Moment, comment="null: found, not yet fetched"),
    Column("attempts", Integer, nullable=False, default=0),
    comment="The frontier: pages that feeds, sitemaps and listings name",
)
Index("page_due", page.c.source_id, page.c.visited_at)

validator = Table(
    "validator",
    metadata,
    Column("url", String, primary_key=True),
    Column("etag", String, nullable=False),
    Column("last_modified", String, nullable=False),
    comment="For conditional requests of feeds, sitemaps and listings",
)

visit = Table(
    "visit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_id", String, nullable=False, index=True),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment, comment="null: running, or killed"),
    Column("found", Integer, nullable=False, default=0, comment="pages named that were not known"),
    Column("captured", Integer, nullable=False, default=0),
    Column("not_captured", Integer, nullable=False, default=0),
)

problem = Table(
    "problem",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source_id", String, index=True),
    Column("url", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("stage", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("detail", String, nullable=False),
    comment="What gave no capture: forbidden, too large, unreachable; feeds that are none",
)

redirect = Table(
    "redirect",
    metadata,
    Column("url", String, primary_key=True),
    Column("target", String, nullable=False),
    Column("status", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)
