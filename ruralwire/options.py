"""The options of the main command, and the settings that a command gets through them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from settings.config import CONFIG_FILE_NAME, Settings, find_config_file, load_settings


@dataclass(frozen=True)
class MainOptions:
    """What stands before the name of the command."""

    config_file: Path | None = None
    data_dir: Path | None = None


def load_command_settings(context: typer.Context) -> Settings:
    """Return the settings that a command runs with; raises ConfigError."""
    options: MainOptions = context.obj
    overrides: dict[str, Any] = {}
    if options.data_dir is not None:
        overrides["data_dir"] = options.data_dir
    return load_settings(options.config_file, **overrides)


def find_new_config_file(context: typer.Context) -> Path:
    """Return where a configuration is to be written."""
    options: MainOptions = context.obj
    if options.config_file is not None:
        return options.config_file
    return options.data_dir / CONFIG_FILE_NAME if options.data_dir is not None else find_config_file()
