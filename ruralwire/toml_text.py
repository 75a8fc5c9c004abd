"""Values as TOML, for the few files that commands write (the standard library only reads it)."""

import json
from collections.abc import Iterable, Mapping

from settings.source import Source


def to_toml(value: object) -> str:
    """Return a string, number, truth value or list of these as TOML.

    >>> to_toml(["a \\"b\\"", 1.5, True])
    '["a \\\\"b\\\\"", 1.5, true]'
    """
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace(
            "\x7f", "\\u007f"
        )  # JSON's strings are TOML's, but for DEL
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, Iterable):
        return f"[{', '.join(to_toml(one) for one in value)}]"
    raise TypeError(f"no TOML for {type(value).__name__}: expected a string, number, truth value or list")


def write_sources(sources: Iterable[Source]) -> str:
    """Return the text of a source file."""
    return "\n".join(_write_source(source) for source in sources)


def _write_source(source: Source) -> str:
    values = source.model_dump(exclude_defaults=True, exclude_none=True)
    groups = {key: value for key, value in values.items() if isinstance(value, Mapping)}
    lines = ["[[source]]", *(f"{key} = {to_toml(value)}" for key, value in values.items() if key not in groups)]
    for name, group in groups.items():
        lines += [f"[source.{name}]", *(f"{key} = {to_toml(value)}" for key, value in group.items())]
    return "\n".join(lines) + "\n"
