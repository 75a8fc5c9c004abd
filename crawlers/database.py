"""The state's database: opened, with the few statements that differ between engines."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError

from crawlers import tables

_BUSY_SECONDS = 60
"""How long a writer waits for another: the crawl and the reading write side by side."""


class StateError(Exception):
    """The state cannot be read or written; the text says where and what to do."""


def open_database(url: str) -> Engine:
    """Open the database, making its tables where they are missing; raises StateError."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StateError(f'state_url "{url}" is not a database address, e.g. sqlite:////folder/state.sqlite.') from None
    if parsed.get_backend_name() != "sqlite":
        engine = create_engine(parsed, pool_pre_ping=True)
    else:
        if parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed, connect_args={"timeout": _BUSY_SECONDS})
        event.listen(engine, "connect", _prepare_sqlite)
    with convert_errors(engine):
        tables.metadata.create_all(engine)
    return engine


@contextmanager
def begin(engine: Engine) -> Iterator[Connection]:
    """One transaction; raises StateError where the database refuses."""
    with convert_errors(engine), engine.begin() as connection:
        yield connection


@contextmanager
def convert_errors(engine: Engine) -> Iterator[None]:
    """Convert the library's errors to StateError."""
    try:
        yield
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).strip()
        where = engine.url.render_as_string(hide_password=True)
        full = isinstance(error, OperationalError) and ("full" in cause or "disk I/O" in cause)
        advice = "Make room, then run the same command again: nothing was lost." if full else "Is it in use or damaged?"
        raise StateError(f"{where}: {cause}. {advice}") from None


def insert_new(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Insert a row unless one with its primary key is there; True where it was inserted."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(**values).on_conflict_do_nothing(index_elements=list(table.primary_key))
    return connection.execute(statement).rowcount > 0


def upsert(connection: Connection, table: Table, values: dict[str, Any]) -> None:
    """Insert a row, or give the one with its primary key these values."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    keys = [column.name for column in table.primary_key]
    changed = {name: value for name, value in values.items() if name not in keys}
    statement = insert(table).values(**values)
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed))


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    # A power failure may cost the last transactions, never the file: the archive brings them back.
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
