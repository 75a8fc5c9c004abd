"""Checks the configuration: the file, the contact, what is watched and followed."""

from collections.abc import Iterator
from pathlib import Path

from ruralwire.checks.finding import Finding, Level
from ruralwire.concepts import KnownConcepts
from ruralwire.index_folder import find_index_folder
from ruralwire.name_check import resolve_places
from settings.config import Settings
from settings.error import ConfigError
from settings.source import choose_watched, load_all_sources


def check_configuration(settings: Settings, file: Path) -> Iterator[Finding]:
    """Yield what is right and wrong with settings that could be loaded; `file` is where they are looked for."""
    if file.is_file():
        yield Finding("ok", f"configuration: {file}")
    else:
        yield Finding("warning", f"configuration: none at {file}, defaults hold", "`ruralwire init` writes one.")
    if settings.contact:
        yield Finding("ok", f"contact: {settings.contact}")
    else:
        advice = 'Set "contact" in the configuration; `ruralwire init` asks for it.'
        yield Finding("warning", "contact: none, so only this machine's own pages can be crawled", advice)
    try:
        known = load_all_sources(settings)
        watched = choose_watched(known, settings)
        level: Level = "ok" if watched else "warning"
        yield Finding(level, f"sources: {len(watched)} watched, {len(known)} known")
    except ConfigError as error:
        yield Finding("problem", f"sources: {error}")
    try:
        places = resolve_places(settings.places, KnownConcepts())
        yield Finding("ok", f"places: {len(places)} followed" if places else "places: none followed in particular")
    except ConfigError as error:
        yield Finding("problem", f"places: {error}")
    try:
        find_index_folder(settings)
    except ConfigError as error:
        yield Finding("problem", str(error))
