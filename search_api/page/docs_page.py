"""The page that describes the API, made from its OpenAPI description."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from search_api.page.template import load_template


@dataclass(frozen=True, slots=True)
class ShownParameter:
    """A parameter of a route."""

    name: str
    description: str
    type: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownRoute:
    """A route with its parameters."""

    path: str
    summary: str
    description: str
    parameters: tuple[ShownParameter, ...]


def render_docs_page(openapi: dict[str, Any]) -> str:
    """Return the page as HTML."""
    return load_template("docs.html").render(
        title=openapi["info"]["title"],
        version=openapi["info"]["version"],
        description=openapi["info"]["description"],
        routes=tuple(_routes(openapi)),
    )


def _routes(openapi: dict[str, Any]) -> Iterator[ShownRoute]:
    for path, operations in openapi["paths"].items():
        for operation in operations.values():
            yield ShownRoute(
                path=path,
                summary=operation.get("summary", ""),
                description=operation.get("description", ""),
                parameters=tuple(_parameter(row) for row in operation.get("parameters", ())),
            )


def _parameter(row: dict[str, Any]) -> ShownParameter:
    schema = row.get("schema", {})
    examples = schema.get("examples", ())
    flat = [one for example in examples for one in (example if isinstance(example, list) else [example])]
    return ShownParameter(
        name=row["name"],
        description=row.get("description", schema.get("description", "")),
        type=_type(schema),
        examples=tuple(f"{row['name']}={one}" for one in flat) if row.get("in") == "query" else (),
    )


def _type(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return " | ".join(str(one) for one in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type(one) for one in schema["anyOf"] if one.get("type") != "null"))
    if schema.get("type") == "array":
        return f"{_type(schema['items'])}, repeatable"
    return str(schema.get("format", schema.get("type", "")))
