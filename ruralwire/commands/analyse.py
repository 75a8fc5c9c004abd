"""`ruralwire analyse`: reads texts and writes what they say, without keeping anything."""

import sys
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from crawlers.given_text import GivenText, parse_moment
from crawlers.url import parse_link
from nlp.context import Context
from nlp.model.identity import make_article_id
from nlp.pack import LANGUAGES
from nlp.reader import read_text
from ruralwire.analysis_record import make_record, to_json
from ruralwire.article_input import BadInput, iterate_articles
from ruralwire.claim_table import make_claim_table
from ruralwire.console import EXIT_PARTLY, fail, out, say


class Format(StrEnum):
    """How the result is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def analyse(
    files: Annotated[
        list[str] | None, typer.Argument(help="Text files, .json, .jsonl, or - for standard input.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Of all texts that do not say: ar, zh, en, fr, es or ru.")
    ] = None,
    published_at: Annotated[str | None, typer.Option(help="Of all texts that do not say: 2020-03-23.")] = None,
    format: Annotated[Format | None, typer.Option(help="table on a terminal, else jsonl.")] = None,
) -> None:
    """Read texts and write every number in them as a claim.

    Example: echo "Farmers in Kenya sold 2.5 tonnes of honey in 2019." | ruralwire analyse -
    """
    if language is not None and language not in LANGUAGES:
        fail(f"--language is {language!r}; the six are {', '.join(LANGUAGES)}")
    try:
        moment = parse_moment(published_at) if published_at else None
    except ValueError as error:
        fail(f"--published-at: {error}")
    written = format or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)
    if not files and sys.stdin.isatty():
        fail("no text: name files, or pipe one in and name it -")
    if not _write_all(files or ["-"], language, moment, written):
        raise typer.Exit(EXIT_PARTLY)


def _write_all(names: list[str], language: str | None, published_at: datetime | None, written: Format) -> bool:
    """Write each article as soon as it is read, so that memory stays flat; False where some input was refused."""
    is_whole = True
    separator = "["
    for article in iterate_articles(names, language=language, published_at=published_at):
        if isinstance(article, BadInput):
            say(f"ruralwire: {article.message}")
            is_whole = False
            continue
        if written is Format.JSON:
            sys.stdout.write(separator + "\n")
            separator = ","
        _write_article(article, written)
    if written is Format.JSON:
        sys.stdout.write("[]\n" if separator == "[" else "]\n")
    sys.stdout.flush()
    return is_whole


def _write_article(article: GivenText, written: Format) -> None:
    reading = read_text(
        article.text,
        # The same as `add` gives the article, so that claims have the same ids.
        article_id=make_article_id((article.url and parse_link(article.url, article.url)) or article.id),
        language=article.language,
        title=article.title,
        context=Context(published_at=article.published_at, country=article.country),
    )
    if written is Format.TABLE:
        out.print(make_claim_table(f"{article.id} ({reading.language})", reading))
        return
    record = make_record(article.id, article.text, reading)
    sys.stdout.write(to_json(record, indent=1 if written is Format.JSON else None) + "\n")
