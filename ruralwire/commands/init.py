"""`ruralwire init`: asks for, or takes, what a real crawl needs, and writes the configuration."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar, cast

import typer

from nlp.pack import LANGUAGES
from ruralwire.concepts import KnownConcepts
from ruralwire.config_text import Choices, write_config
from ruralwire.console import err, fail, say, show, warn
from ruralwire.name_check import require_known_sources, resolve_places
from ruralwire.options import find_new_config_file
from ruralwire.summary import count
from settings.config import Language, Settings, find_config_file
from settings.error import ConfigError, suggest_name
from settings.source import Source, load_catalogue

_T = TypeVar("_T")


def init(
    context: typer.Context,
    contact: Annotated[
        str | None, typer.Option(metavar="EMAIL|URL", help="What the user agent shows to the sites that are visited.")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="ar, zh, en, fr, es or ru; repeatable; else all six.")
    ] = None,
    place: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME|ID",
            help="A place to follow, in any language; repeatable. The start page counts what is said of it and of all "
            "that lies in it; nothing is left out of the crawl.",
        ),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A source to watch; repeatable; else all in the chosen languages."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing: what is not given stays open.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a configuration that is there.")] = False,
) -> None:
    """Write a configuration: your contact, languages, places and sources.

    On a terminal it asks for what is not given. The file goes to the data folder, and the data will lie beside it;
    another folder is named before the command: ruralwire --data-dir FOLDER init. All sources are crawled whatever
    places you follow: the start page leads to what is said of those, and `search --followed` finds nothing else.

    Example: ruralwire init --contact desk@example.org --language en --language zh --place Yunnan
    """
    file = find_new_config_file(context)
    if file.exists() and not force:
        fail(f"{file} is there already: edit it, or say --force to replace it")
    catalogue = load_catalogue()
    asks = _is_terminal() and not yes
    if contact is None and not asks and not yes:
        fail("--contact is missing: an email address or a web page; --yes goes on without it")
    choices = Choices(
        contact=_get(contact, asks, "Contact (email or web page, shown to the sites you visit)", check_contact),
        languages=_get(_join(language), asks, f"Languages, of {' '.join(LANGUAGES)} (empty: all)", check_languages),
        **_name_places(
            _get(_join(place), asks, "Places to follow, separated by commas (may stay empty)", check_places)
        ),
        sources=_get(
            _join(source),
            asks,
            f"Sources, of {len(catalogue)} in the catalogue (empty: all in these languages)",
            lambda text: check_sources(text, catalogue),
        ),
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(write_config(choices), encoding="utf-8")
    _tell_next_steps(file, choices, catalogue)


def check_contact(text: str) -> str:
    """Return a contact that site operators can use; raises ConfigError."""
    contact = text.strip()
    name, at, host = contact.removeprefix("mailto:").partition("@")
    is_mail = bool(name and at and "." in host) and not set(contact) & set(" \t<>")
    if contact and not is_mail and not contact.startswith(("http://", "https://")):
        raise ConfigError(f'"{contact}" is neither an email address nor a web page: desk@example.org is right.')
    return contact


def check_languages(text: str) -> tuple[Language, ...]:
    """Return the languages of a list, all six where it is empty; raises ConfigError."""
    chosen = _split(text.lower())
    for wrong in (one for one in chosen if one not in LANGUAGES):
        raise ConfigError(f'no language "{wrong}": {suggest_name(wrong, LANGUAGES)}.')
    return cast("tuple[Language, ...]", tuple(dict.fromkeys(chosen)) or Settings.model_fields["languages"].default)


def check_places(text: str) -> tuple[str, ...]:
    """Return the ids of places by their names; raises ConfigError for an unknown or ambiguous one."""
    return resolve_places(_split(text, on_spaces=False), KnownConcepts()) if text.strip() else ()


def check_sources(text: str, catalogue: tuple[Source, ...]) -> tuple[str, ...]:
    """Return the ids of sources; raises ConfigError for an unknown one, with the nearest."""
    ids = _split(text)
    require_known_sources(ids, catalogue)
    return ids


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _get(given: str | None, asks: bool, question: str, check: Callable[[str], _T]) -> _T:
    """The checked answer: what was given as an option, or what is typed, asked again until it is right."""
    if given is not None or not asks:
        return check(given or "")
    while True:
        answer = err.input(f"{question}: ", markup=False)
        try:
            return check(answer)
        except ConfigError as error:
            say(str(error))


def _name_places(ids: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    if not ids:
        return {}
    concepts = KnownConcepts()
    return {
        "places": ids,
        "place_labels": tuple(concept.label if (concept := concepts.get(one)) else one for one in ids),
    }


def _join(given: list[str] | None) -> str | None:
    return ",".join(given) if given else None


def _split(text: str, *, on_spaces: bool = True) -> tuple[str, ...]:
    words = text.replace("،", ",").replace("，", ",").split(",")
    if on_spaces:
        words = [part for word in words for part in word.split()]
    return tuple(word.strip() for word in words if word.strip())


def _tell_next_steps(file: Path, choices: Choices, catalogue: tuple[Source, ...]) -> None:
    watched = choices.sources or tuple(one.id for one in catalogue if one.language in choices.languages)
    show(f"{file} is written: {count(len(watched), 'source')} will be watched.")
    if not choices.contact:
        warn("no contact is set: only this machine's own pages can be crawled until one stands in the file")
    prefix = f'ruralwire --config "{file}"' if _is_elsewhere(file) else "ruralwire"
    say("Next:")
    say(f"  {prefix} doctor    checks that all is in place")
    say(f"  {prefix} crawl     visits the sources, keeps what is new and indexes it; run it every hour or so")
    say(f"  {prefix} serve     opens the search pages and the API")


def _is_elsewhere(file: Path) -> bool:
    return file.absolute() != find_config_file().absolute()
