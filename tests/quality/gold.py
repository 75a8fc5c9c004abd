"""Annotated articles as frozen records, with every gold surface found again in its text."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
REFERENCE_VARIABLE = "RURALWIRE_REFERENCE"
"""Folder with the annotated reference articles; what needs it is skipped where it is not set."""


@dataclass(frozen=True)
class GoldPeriod:
    """When a figure holds, as dates written in ISO format or None."""

    start: str | None
    end: str | None


@dataclass(frozen=True)
class GoldFigure:
    """A figure as the annotator read it; `start` and `end` are where its surface stands."""

    surface: str
    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    modifier: str
    change: str | None
    status: str | None
    aspect: str | None
    level: str | None
    frequency: str | None
    period: GoldPeriod | None
    subject: str | None
    population: str | None
    attribution: str | None
    places: tuple[tuple[str, str | None], ...]
    """Surface and role of each."""
    products: tuple[str, ...]
    organisations: tuple[str, ...]
    relations: tuple[tuple[str, int], ...]
    """Kind, and the position of the figure it points to; -1 where that is no figure of the article."""
    has_period: bool = True
    """False where the annotator left open when it holds, so that nothing is asked."""


@dataclass(frozen=True)
class GoldName:
    """A surface of a place, product or organisation with its English name and, for places, kind and parents."""

    surface: str
    label: str
    kind: str | None = None
    parents: tuple[str, ...] = ()


@dataclass(frozen=True)
class GoldArticle:
    """An annotated article; spans are (start, end) in code points of its text."""

    id: str
    language: str
    text: str
    published_at: datetime | None
    figures: tuple[GoldFigure, ...]
    places: tuple[GoldName, ...]
    products: tuple[GoldName, ...]
    organisations: tuple[GoldName, ...] | None
    """None where the annotation does not list them."""
    neutral: tuple[tuple[int, int], ...]
    not_figures: tuple[tuple[int, int], ...]
    asks_figures_only: bool = False
    """True where of figures only value, unit, modifier, change and period are annotated, and of names nothing."""


def load_half(half: str) -> tuple[GoldArticle, ...]:
    """Articles of one half of the corpus ("dev", "gate"), or of the "reference" folder, by id."""
    reference = Path(os.environ.get(REFERENCE_VARIABLE, "")) / "articles"
    folder = reference if half == "reference" else CORPUS / half
    paths = sorted(folder.glob("*.json"))
    if not paths:
        hint = f"; set {REFERENCE_VARIABLE}" if half == "reference" else ""
        raise SystemExit(f"no annotated articles in {folder}: expected <id>.json files{hint}")
    return tuple(parse_article(json.loads(path.read_text(encoding="utf-8"))) for path in paths)


def parse_article(raw: dict[str, Any]) -> GoldArticle:
    """Return the article of an annotation; raises ValueError where a surface is not in the text."""
    text = raw["text"]
    published = raw.get("published_at")
    organisations = raw.get("organisations")
    return GoldArticle(
        id=raw["id"],
        language=raw["language"],
        text=text,
        # a bare date is midnight at the outlet: only its local date matters, so any one offset will do
        published_at=datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None,
        figures=_figures(raw["id"], text, raw["figures"]),
        places=tuple(_place(row) for row in raw.get("places", ())),
        products=tuple(GoldName(row["surface"], row["concept_en"]) for row in raw.get("products", ())),
        organisations=None
        if organisations is None
        else tuple(GoldName(row["surface"], row["name_en"]) for row in organisations),
        neutral=tuple(span for words in raw.get("neutral", ()) for span in occurrences(text, words)),
        not_figures=tuple(span for words in raw.get("not_figures", ()) for span in occurrences(text, words)),
    )


def _place(row: dict[str, Any]) -> GoldName:
    parents = tuple(part.strip() for part in (row["parent"] or "").split(",") if part.strip())
    return GoldName(row["surface"], row["canonical_en"], row["kind"], parents)


def _figures(article_id: str, text: str, rows: list[dict[str, Any]]) -> tuple[GoldFigure, ...]:
    spans = locate([row["surface"] for row in rows], text, article_id)
    return tuple(
        _figure(row, span, rows, position) for position, (row, span) in enumerate(zip(rows, spans, strict=True))
    )


def _figure(row: dict[str, Any], span: tuple[int, int], rows: list[dict[str, Any]], position: int) -> GoldFigure:
    period = row.get("period")
    value_max = row.get("value_max")
    return GoldFigure(
        surface=row["surface"],
        start=span[0],
        end=span[1],
        value=Decimal(str(row["value"])),
        value_max=None if value_max is None else Decimal(str(value_max)),
        unit=row.get("unit"),
        modifier=row.get("modifier", "exact"),
        change=row.get("change"),
        status=row.get("status"),
        aspect=row.get("aspect"),
        level=row.get("level"),
        frequency=row.get("frequency"),
        period=None if period is None else GoldPeriod(period.get("start"), period.get("end")),
        subject=row.get("subject"),
        population=row.get("population"),
        attribution=row.get("attribution"),
        places=tuple((place["surface"], place["role"]) for place in row.get("places", ())),
        products=tuple(row.get("products", ())),
        organisations=tuple(row.get("organisations", ())),
        relations=tuple((one["kind"], _target(one["to"], rows, position)) for one in row.get("relations", ())),
    )


def _target(surface: str, rows: list[dict[str, Any]], position: int) -> int:
    """Position of the figure that a relation names by its surface: of several the nearest, never itself."""
    exact = [at for at, row in enumerate(rows) if at != position and row["surface"] == surface]
    alike = exact or [
        at for at, row in enumerate(rows) if at != position and (surface in row["surface"] or row["surface"] in surface)
    ]
    return min(alike, key=lambda at: abs(at - position), default=-1)


def locate(surfaces: list[str], text: str, article_id: str) -> list[tuple[int, int]]:
    """Spans of surfaces that stand in text order; one that repeats is found again behind the one before."""
    spans: list[tuple[int, int]] = []
    cursor = 0
    for surface in surfaces:
        found = [span for span in occurrences(text, surface) if span not in spans]
        span = next((one for one in found if one[0] >= cursor), found[0] if found else None)
        if span is None:
            raise ValueError(f"{article_id}: the surface {surface!r} is not in the text: expected an exact substring")
        spans.append(span)
        cursor = max(cursor, span[0])
    return spans


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """All places of the words in the text; where some stand as words of their own, only those."""
    found = list(_all(text, words))
    whole = [(start, end) for start, end in found if not _cuts(text, start) and not _cuts(text, end)]
    return whole or found


def _all(text: str, words: str) -> Iterator[tuple[int, int]]:
    at = text.find(words)
    while at >= 0 and words:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _cuts(text: str, offset: int) -> bool:
    """True where the offset lies within a number (15 of 1.5) or a word of letters."""
    if not 0 < offset < len(text):
        return False
    before, after = text[offset - 1], text[offset]
    if after.isdigit() and before in ".," and offset > 1 and text[offset - 2].isdigit():
        return True
    if after in ".," and before.isdigit() and offset + 1 < len(text) and text[offset + 1].isdigit():
        return True
    if before.isdigit() or after.isdigit():
        return before.isdigit() and after.isdigit()
    return before.isalpha() and after.isalpha() and not _is_han(before) and not _is_han(after)


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
