"""`ruralwire sources`: what is watched, when it was visited last and what it gave."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from enum import StrEnum
from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text as RichText

from crawlers.state import State
from ruralwire.console import out, say, show
from ruralwire.options import load_command_settings
from ruralwire.source_status import SourceStatus, list_statuses
from ruralwire.summary import count, describe_reasons
from ruralwire.workspace import has_state
from settings.source import choose_watched, load_all_sources


class Format(StrEnum):
    """How the result is written."""

    TABLE = "table"
    JSON = "json"


def sources(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="The whole catalogue, watched or not.")] = False,
    format: Annotated[Format | None, typer.Option(help="table on a terminal, else json.")] = None,
) -> None:
    """Show what is watched, when it was visited and what it gave.

    Your own sources stand in files that the setting source_files names; they replace those of the catalogue with the
    same id.

    Example: ruralwire sources --all --format json
    """
    settings = load_command_settings(context)
    known = load_all_sources(settings)
    watched = choose_watched(known, settings)
    with ExitStack() as stack:
        state = stack.enter_context(State(settings.database_url)) if has_state(settings) else None
        statuses = list(list_statuses(known if everything else watched, watched, state))
    written = format or (Format.TABLE if sys.stdout.isatty() else Format.JSON)
    if written is Format.JSON:
        rows = [_to_row(one) for one in statuses]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return
    out.print(_make_table(statuses, with_mark=everything))
    _show_rejections(statuses)
    never = sum(1 for one in statuses if one.is_watched and one.visited_at is None)
    say(f"{count(len(watched), 'source')} watched, {never} of them never visited; {len(known)} known.")


def _make_table(statuses: Iterable[SourceStatus], *, with_mark: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False)
    table.add_column("source", no_wrap=True)
    table.add_column("lang", no_wrap=True)
    table.add_column("found by")
    table.add_column("last visit", no_wrap=True)
    table.add_column("captures", justify="right", no_wrap=True)
    table.add_column("articles", justify="right", no_wrap=True)
    if with_mark:
        table.add_column("", no_wrap=True)
    for one in statuses:
        table.add_row(
            RichText(one.source.id),
            one.source.language,
            ", ".join(one.access),
            _describe_visit(one),
            f"{one.captures:,}" if one.captures else "",
            f"{one.articles:,}" if one.articles else "",
            *((("" if one.is_watched else "not watched"),) if with_mark else ()),
        )
    return table


def _show_rejections(statuses: Iterable[SourceStatus]) -> None:
    """What did not become an article, below the table: in a column of its own it would not fit a terminal."""
    rejected = {
        one.source.id: Counter({kind: number for kind, number in one.outcomes if kind != "text"})
        + Counter(dict(one.problems))
        for one in statuses
    }
    if any(rejected.values()):
        show("Not captured, or no article read from it:")
    for source_id, reasons in rejected.items():
        if reasons:
            show(f"  {source_id}: {describe_reasons(reasons)}")


def _describe_visit(one: SourceStatus) -> str:
    if one.visited_at is None:
        return "never"
    return f"{one.visited_at:%Y-%m-%d %H:%M}" + (" (not ended)" if one.is_broken_off else "")


def _to_row(one: SourceStatus) -> dict[str, Any]:
    source = one.source
    return {
        "id": source.id,
        "name": source.name,
        "language": source.language,
        "country": source.country,
        "kind": source.kind,
        "home": source.home,
        "access": one.access,
        "show": source.show,
        "watched": one.is_watched,
        "visits": one.visits,
        "last_visit": one.visited_at.isoformat() if one.visited_at else None,
        "last_visit_ended": None if one.visited_at is None else not one.is_broken_off,
        "captures": one.captures,
        "articles": one.articles,
        "outcomes": dict(one.outcomes),
        "not_captured": dict(one.problems),
    }
