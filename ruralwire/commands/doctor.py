"""`ruralwire doctor`: checks all parts, and says what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from ruralwire.checks.configuration import check_configuration
from ruralwire.checks.finding import Finding, Level
from ruralwire.checks.language import check_language
from ruralwire.checks.search_index import check_index
from ruralwire.checks.storage import check_archive, check_folder, check_state
from ruralwire.checks.web import check_hosts
from ruralwire.console import EXIT_PARTLY, out, show
from ruralwire.options import find_new_config_file, load_command_settings
from ruralwire.summary import count
from settings.config import Settings
from settings.error import ConfigError

_STYLES: dict[Level, str] = {"ok": "green", "warning": "yellow", "problem": "red"}
_WIDTH = max(len(level) for level in _STYLES)


def doctor(
    context: typer.Context,
    online: Annotated[
        bool, typer.Option("--online", help="Ask the hosts of the watched sources for their robots.txt too.")
    ] = False,
) -> None:
    """Check configuration, archive, state, index, models and disk, and say what to do.

    It changes nothing. Each line is ok, a warning or a problem; exit code 1 where there is a problem.

    Example: ruralwire doctor --online
    """
    levels: Counter[Level] = Counter()
    for finding in _check_all(context, online=online):
        levels[finding.level] += 1
        _show(finding)
    if levels["problem"] or levels["warning"]:
        show(f"{count(levels['problem'], 'problem')}, {count(levels['warning'], 'warning')}.")
    else:
        show("All is well.")
    if levels["problem"]:
        raise typer.Exit(EXIT_PARTLY)


def _check_all(context: typer.Context, *, online: bool) -> Iterator[Finding]:
    try:
        settings = load_command_settings(context)
    except ConfigError as error:
        yield Finding("problem", f"configuration: {error}", "Without it archive, state and index cannot be found.")
    else:
        yield from check_configuration(settings, find_new_config_file(context))
        yield from _check_data(settings)
        if online:
            yield from check_hosts(settings)
    yield from check_language()


def _check_data(settings: Settings) -> Iterable[Finding]:
    for check in (check_folder, check_state, check_archive, check_index):
        yield from check(settings)


def _show(finding: Finding) -> None:
    out.print(f"[{_STYLES[finding.level]}]{finding.level:{_WIDTH}}[/] ", end="")
    show(f" {finding.what}")
    if finding.advice:
        show(f"{'':{_WIDTH}}    {finding.advice}")
