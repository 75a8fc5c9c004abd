"""The operator's configuration: values from the environment, then from config.toml, then defaults."""

import os
import tomllib
from collections.abc import Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from settings.error import ConfigError, suggest_name

APP_NAME = "ruralwire"
ENV_PREFIX = "RURALWIRE_"
CONFIG_FILE_NAME = "config.toml"
Language = Literal["ar", "zh", "en", "fr", "es", "ru"]

_MEBIBYTE = 1024 * 1024
_config_file: ContextVar[Path | None] = ContextVar("config_file", default=None)


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CrawlSettings(_Group):
    """How politely and how far the web is read."""

    delay_seconds: float = Field(default=2.0, ge=0)
    """Between two requests to one host; robots.txt and a source may ask for more, never for less."""
    concurrent_requests: int = Field(default=32, ge=1, le=256)
    """Over all hosts, those waiting for their turn included; one host never sees more than one at once."""
    timeout_seconds: float = Field(default=30.0, gt=0)
    max_response_bytes: int = Field(default=20 * _MEBIBYTE, ge=1024)
    retries: int = Field(default=2, ge=0)
    max_retry_after_seconds: float = Field(default=120.0, ge=0)
    """A server that asks for a longer pause is left alone until the next visit."""
    max_pages_per_visit: int = Field(default=200, ge=1)
    """Per source; what lies beyond waits for the next visit."""
    max_listing_pages: int = Field(default=3, ge=1)
    max_sitemaps_per_visit: int = Field(default=10, ge=1)
    visit_every_minutes: float = Field(default=60.0, ge=0)
    refetch_after_days: float = Field(default=30.0, ge=0)
    """A page captured within this time is not fetched anew when a feed names it again."""
    follow_revisions_days: float = Field(default=0.0, ge=0)
    """Pages first captured within this time are fetched anew at each visit, to see revisions. 0: never."""


class ExtractSettings(_Group):
    """How pages are read in worker processes."""

    timeout_seconds: float = Field(default=20.0, gt=0)
    """Per page: a page that takes longer becomes a rejection."""


class ArchiveSettings(_Group):
    """How captures are kept."""

    rotate_bytes: int = Field(default=512 * _MEBIBYTE, ge=_MEBIBYTE)
    """A WARC file that has grown beyond this is followed by a new one."""


class IndexSettings(_Group):
    """Where claims are searched."""

    engine: Literal["embedded", "elasticsearch"] = "embedded"
    url: str | None = None
    """Of the server, for `elasticsearch`."""
    api_key: SecretStr | None = None
    prefix: str = "ruralwire"
    """First part of the names of indexes on a shared server."""


class ApiSettings(_Group):
    """Where the service listens."""

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)


class Settings(BaseSettings):
    """All settings. Environment: `RURALWIRE_CONTACT`, `RURALWIRE_CRAWL__DELAY_SECONDS` and so on."""

    model_config = SettingsConfigDict(env_prefix=ENV_PREFIX, env_nested_delimiter="__", frozen=True, extra="forbid")

    data_dir: Path = Field(default_factory=lambda: user_data_path(APP_NAME, appauthor=False))
    contact: str = ""
    """The operator's email or URL: named in the user agent. A crawl of the real web needs it."""
    languages: tuple[Language, ...] = ("ar", "zh", "en", "fr", "es", "ru")
    places: tuple[str, ...] = ()
    """Names or ids of the places that are followed: where the start page leads to, and `search --followed` looks."""
    sources: tuple[str, ...] = ()
    """Ids of the sources that are watched; empty: all of the catalogue in the chosen languages."""
    source_files: tuple[Path, ...] = ()
    """The operator's own source files or folders, beside the catalogue."""
    state_url: str = ""
    """SQLAlchemy URL; empty: SQLite in the data folder."""
    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1)
    """Processes that extract and read pages."""
    crawl: CrawlSettings = CrawlSettings()
    extract: ExtractSettings = ExtractSettings()
    archive: ArchiveSettings = ArchiveSettings()
    index: IndexSettings = IndexSettings()
    api: ApiSettings = ApiSettings()

    @property
    def archive_dir(self) -> Path:
        """Folder of the WARC files."""
        return self.data_dir / "archive"

    @property
    def index_dir(self) -> Path:
        """Folder of the embedded index."""
        return self.data_dir / "index"

    @property
    def database_url(self) -> str:
        """SQLAlchemy URL of the state."""
        return self.state_url or f"sqlite:///{(self.data_dir / 'state.sqlite').as_posix()}"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (pydantic-settings names them)
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (the same)
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order of precedence: what code passes, the environment, the file."""
        file = _config_file.get()
        if file is None:
            return (init_settings, env_settings)
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=file))


def find_config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where config.toml is looked for; it need not exist.

    `RURALWIRE_CONFIG` names the file, else it lies in the folder `RURALWIRE_DATA_DIR`, else in the user's
    data folder.
    """
    if named := environ.get(f"{ENV_PREFIX}CONFIG"):
        return Path(named)
    folder = environ.get(f"{ENV_PREFIX}DATA_DIR")
    return (Path(folder) if folder else user_data_path(APP_NAME, appauthor=False)) / CONFIG_FILE_NAME


def load_settings(config_file: Path | None = None, **overrides: Any) -> Settings:
    """Load the settings; `overrides` win over the environment, that over the file.

    The file is looked for in `data_dir` where that is overridden, as it is for the variable of that name. A file that
    was named must exist; the default one may be missing. Raises ConfigError, whose text names file (or variable), key
    and what is valid.
    """
    named = config_file is not None or bool(os.environ.get(f"{ENV_PREFIX}CONFIG"))
    folder = {f"{ENV_PREFIX}DATA_DIR": str(overrides["data_dir"])} if "data_dir" in overrides else {}
    wanted = config_file or find_config_file({**os.environ, **folder})
    if named and not wanted.is_file():
        raise ConfigError(f"{wanted}: no such configuration file. `ruralwire init` writes one.")
    file = wanted if wanted.is_file() else None
    if file is not None:
        values = _read_toml(file)
        _check_keys(file, values, Settings, path="")
        if f"{ENV_PREFIX}DATA_DIR" not in os.environ and "data_dir" not in values:
            # The data belongs beside its configuration, unless the file says otherwise.
            overrides.setdefault("data_dir", file.resolve().parent)
    token = _config_file.set(file)
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise ConfigError(_describe(error, file)) from None
    finally:
        _config_file.reset(token)


def _read_toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: not valid TOML: {error}.") from None


def _check_keys(file: Path, values: Mapping[str, Any], model: type[BaseModel], *, path: str) -> None:
    for key, value in values.items():
        field = model.model_fields.get(key)
        if field is None:
            where = f"[{path}] " if path else ""
            raise ConfigError(f'{file}: {where}no setting "{key}": {suggest_name(key, model.model_fields)}.')
        group = field.annotation
        if isinstance(group, type) and issubclass(group, BaseModel):
            if not isinstance(value, Mapping):
                raise ConfigError(f'{file}: "{key}" is a group: write it as a table, [{key}].')
            _check_keys(file, value, group, path=key)


def _describe(error: ValidationError, file: Path | None) -> str:
    first = error.errors(include_url=False)[0]
    names = [str(part) for part in first["loc"]]
    variable = ENV_PREFIX + "__".join(name for name in names if not name.isdigit()).upper()
    where = variable if variable in os.environ else str(file or "settings")
    return f'{where}: "{".".join(names)}" is {first["input"]!r}: {first["msg"]}.'
