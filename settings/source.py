"""A source: an outlet that is watched, as a TOML file describes it."""

import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from settings.config import Language, Settings
from settings.error import ConfigError, suggest_name

Kind = Literal["newspaper", "broadcaster", "news agency", "farm press", "trade press", "institution", "blog"]


def _check_regex(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from None
    return pattern


def _check_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("not a web address: it should begin with http:// or https:// and name a host")
    return url


def _check_timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError('not a time zone of the tz database, e.g. "Asia/Shanghai"') from None
    return name


Url = Annotated[str, AfterValidator(_check_url)]
Regex = Annotated[str, AfterValidator(_check_regex)]


class ExtractHints(BaseModel):
    """What the general reading gets wrong for this outlet, if anything."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    remove: tuple[str, ...] = ()
    """XPath expressions of elements that are dropped before a page is read."""
    charset: str | None = None
    """Of pages that declare a wrong one."""


class Source(BaseModel):
    """An outlet that is watched."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    publisher: str
    owner: str | None = None
    language: Language
    country: str = Field(pattern=r"^[A-Z]{2}$")
    """ISO 3166-1 alpha-2: decides what "dollar" means there."""
    kind: Kind
    home: Url
    feeds: tuple[Url, ...] = ()
    sitemaps: tuple[Url, ...] = ()
    listings: tuple[Url, ...] = ()
    """Pages that link to articles; they need an `article_pattern`."""
    article_pattern: Regex | None = None
    """A regular expression searched in the URL; where it is given, nothing else is an article."""
    next_pattern: Regex | None = None
    """Of links to the following page of a listing; rel=next is always understood."""
    show: Literal["full", "extract", "link"] = "extract"
    """What of a text the outlet's terms allow to be shown."""
    timezone: Annotated[str, AfterValidator(_check_timezone)] = "UTC"
    """Of dates that state no offset."""
    delay_seconds: float | None = Field(default=None, ge=0)
    confidence: Literal["seen", "derived"] | None = None
    """Catalogue only: the address stands in a public list, or follows the outlet's own pattern."""
    extract: ExtractHints = ExtractHints()


def load_sources(paths: Path | Iterable[Path]) -> tuple[Source, ...]:
    """Load the sources of TOML files, or of all TOML files of folders, sorted by id.

    Raises ConfigError, whose text names the file, the source, the key and what is valid.
    """
    sources: dict[str, tuple[Source, Path]] = {}
    for file in _list_files([paths] if isinstance(paths, Path) else paths):
        for number, table in enumerate(_read_tables(file), start=1):
            source = _make_source(table, file, number)
            if source.id in sources:
                other = sources[source.id][1]
                raise ConfigError(f'{file}: the id "{source.id}" is taken by {other}: ids are unique.')
            sources[source.id] = (source, file)
    return tuple(sources[key][0] for key in sorted(sources))


def load_catalogue() -> tuple[Source, ...]:
    """Load the sources that ship with ruralwire."""
    with resources.as_file(resources.files("settings") / "sources") as folder:
        return load_sources(folder)


def load_all_sources(settings: Settings) -> tuple[Source, ...]:
    """Load the catalogue with the operator's own sources, which replace those of the same id."""
    own = load_sources(settings.source_files)
    ids = {source.id for source in own}
    kept = [source for source in load_catalogue() if source.id not in ids]
    return tuple(sorted([*own, *kept], key=lambda source: source.id))


def choose_watched(sources: Iterable[Source], settings: Settings) -> tuple[Source, ...]:
    """Return the sources that the settings name, or all in the chosen languages where they name none."""
    if settings.sources:
        return select_sources(sources, settings.sources)
    return tuple(source for source in sources if source.language in settings.languages)


def select_sources(sources: Iterable[Source], ids: Iterable[str]) -> tuple[Source, ...]:
    """Return the sources of these ids, in this order; raises ConfigError for an unknown one."""
    by_id = {source.id: source for source in sources}
    wanted = list(ids)
    for wrong in (name for name in wanted if name not in by_id):
        raise ConfigError(f'no source "{wrong}": {suggest_name(wrong, by_id)}.')
    return tuple(by_id[name] for name in wanted)


def _list_files(paths: Iterable[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(path.glob("*.toml"))
        elif path.is_file():
            files.append(path)
        else:
            raise ConfigError(f"{path}: no such source file or folder.")
    return files


def _read_tables(file: Path) -> list[dict[str, Any]]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: not valid TOML: {error}.") from None
    for wrong in (key for key in content if key != "source"):
        raise ConfigError(f'{file}: no key "{wrong}" here: sources are written as [[source]] tables.')
    tables = content.get("source", [])
    if not isinstance(tables, list):
        raise ConfigError(f"{file}: write [[source]] with two brackets, once per source.")
    return tables


def _make_source(table: dict[str, Any], file: Path, number: int) -> Source:
    where = f'{file}: source "{table.get("id", f"number {number}")}"'
    for wrong in (key for key in table if key not in Source.model_fields):
        raise ConfigError(f'{where}: no key "{wrong}": {suggest_name(wrong, Source.model_fields)}.')
    try:
        source = Source.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ConfigError(f'{where}: "{key}": {first["msg"].removeprefix("Value error, ")}.') from None
    if source.listings and source.article_pattern is None:
        raise ConfigError(f'{where}: "listings" need an "article_pattern" that tells articles from other links.')
    return source
