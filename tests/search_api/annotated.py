"""Turns the annotated texts of tests/corpus/dev into what the index takes: articles with a reading."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from nlp.model.article import Article, Provenance, Reading, Text
from nlp.model.claim import Claim
from nlp.model.identity import make_article_id, make_claim_id, make_text_id
from nlp.model.mention import Binding, Mention
from nlp.model.period import Period
from nlp.model.span import Quote, Words
from nlp.text_view import make_text_view
from nlp.unit import dimension_of
from search_api.index.record import IndexedArticle

CORPUS = Path(__file__).parent.parent / "corpus" / "dev"
INDEXED_AT = datetime(2026, 11, 1, 8, tzinfo=UTC)
_MEASURES = {"money": "sales_value", "area": "planted_area", "mass": "output"}


def load_annotated(*names: str) -> list[IndexedArticle]:
    """The articles of these files (`en-01`), or of all of them."""
    files = [CORPUS / f"{name}.json" for name in names] or sorted(CORPUS.glob("*.json"))
    return [make_indexed(json.loads(file.read_text(encoding="utf-8"))) for file in files]


def make_indexed(row: dict[str, Any], *, indexed_at: datetime = INDEXED_AT) -> IndexedArticle:
    """An annotated text as an article with its figures turned into claims."""
    body = row["text"]
    url = f"https://{row['language']}.news.example/{row['id']}"
    article_id, text_id = make_article_id(url), make_text_id(body)
    view = make_text_view(body, language=row["language"])
    title = body[view.headline.start : view.headline.end] if view.headline else ""
    published = row.get("published_at")
    things = _Things(row)
    claims, cursor = [], 0
    for figure in row["figures"]:
        start = body.find(figure["surface"], cursor)
        if start < 0:
            continue
        cursor = start + 1
        claims.append(_claim(figure, start, body, article_id, text_id, things, view.sentence_at(start)))
    article = Article(
        id=article_id,
        url=url,
        source_id=f"{row['language']}-news",
        title=title,
        published_at=datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None,
        language=row["language"],
        text_ids=(text_id,),
    )
    provenance = Provenance(
        source_id=article.source_id,
        url=url,
        capture_id=f"capture-{row['id']}",
        captured_by="crawl",
        captured_by_name="tests@example.org",
        captured_at=INDEXED_AT,
        extractor="by hand",
        reader="annotated",
    )
    return IndexedArticle(
        article=article,
        text=Text(id=text_id, body=body, headline=view.headline, language=row["language"]),
        reading=Reading(
            article_id=article_id,
            text_id=text_id,
            language=row["language"],
            mentions=tuple(things.mentions(body)),
            claims=tuple(claims),
            provenance=provenance,
        ),
        capture_ids=(f"capture-{row['id']}",),
        source_name=f"{row['language'].upper()} Rural News",
        indexed_at=indexed_at,
    )


@dataclass(frozen=True)
class _Things:
    """What the annotation says about each surface: (kind, id, label, place kind, parents)."""

    row: dict[str, Any]

    def find(self, surface: str) -> tuple[str, str | None, str | None, str | None, tuple[str, ...]]:
        for place in self.row.get("places", ()):
            if place["surface"] == surface:
                parents = tuple(filter(None, (place.get("parent") or "").split(", ")))
                return "place", _slug("place", place["canonical_en"]), place["canonical_en"], place["kind"], parents
        for product in self.row.get("products", ()):
            surface_of, label = (product, product) if isinstance(product, str) else _product(product)
            if surface_of == surface:
                return "product", _slug("product", label), label, None, ()
        return "place", None, None, None, ()

    def mentions(self, body: str) -> list[Mention]:
        found = []
        rows = [*self.row.get("places", ()), *self.row.get("products", ()), *self.row.get("organisations", ())]
        for row in rows:
            surface = row if isinstance(row, str) else row["surface"]
            start = body.find(surface)
            if start < 0:
                continue
            kind, concept_id, label, place_kind, parents = self.find(surface)
            if row in self.row.get("organisations", ()):
                kind, concept_id, label = "organisation", _slug("org", surface), surface
            found.append(
                Mention(
                    start=start,
                    end=start + len(surface),
                    surface=surface,
                    kind=kind,
                    concept_id=concept_id,
                    label=label,
                    place_kind=place_kind,
                    parents=parents,
                    parent_ids=tuple(filter(None, (_slug("place", parent) for parent in parents))),
                )
            )
        return sorted(found, key=lambda mention: mention.start)


def _product(row: dict[str, Any]) -> tuple[str, str]:
    return row["surface"], row.get("concept_en") or row["surface"]


def _slug(prefix: str, label: str | None) -> str | None:
    return f"{prefix}:{label.lower().replace(' ', '-')}" if label else None


def _claim(
    figure: dict[str, Any], start: int, body: str, article_id: str, text_id: str, things: _Things, sentence: Any
) -> Claim:
    value = Decimal(str(figure["value"]))
    value_max = None if figure.get("value_max") is None else Decimal(str(figure["value_max"]))
    unit, modifier = figure["unit"], figure["modifier"]
    dimension = dimension_of(unit)
    low, high = _interval(value, value_max, modifier)
    period = figure["period"]
    return Claim(
        id=make_claim_id(article_id, text_id, start),
        start=start,
        end=start + len(figure["surface"]),
        surface=figure["surface"],
        value=value,
        value_max=value_max,
        unit=unit,
        dimension=dimension,
        modifier=modifier,
        low=low,
        high=high,
        change=figure["change"],
        measure=_MEASURES.get(dimension or ""),
        status=figure["status"],
        aspect=figure["aspect"],
        level=figure["level"],
        subject=_binding(figure["subject"], body, things),
        population=_words(figure["population"], body),
        places=_bindings([(place["surface"], place["role"]) for place in figure["places"]], body, things),
        products=_bindings([(surface, None) for surface in figure["products"]], body, things),
        organisations=_bindings([(surface, None) for surface in figure["organisations"]], body, things),
        period=Period.model_validate(period) if period else None,
        frequency=figure["frequency"],
        attribution=_binding(figure["attribution"], body, things),
        quote=Quote(start=sentence.start, end=sentence.end, text=body[sentence.start : sentence.end]),
    )


def _interval(value: Decimal, value_max: Decimal | None, modifier: str) -> tuple[Decimal | None, Decimal | None]:
    if value_max is not None:
        return value, value_max
    if modifier in ("more_than", "at_least"):
        return value, None
    if modifier in ("less_than", "up_to"):
        return None, value
    if modifier == "about":
        return value * Decimal("0.9"), value * Decimal("1.1")
    return value, value


def _words(surface: str | None, body: str) -> Words | None:
    start = body.find(surface) if surface else -1
    return Words(start=start, end=start + len(surface or ""), surface=surface or "") if start >= 0 else None


def _binding(surface: str | None, body: str, things: _Things) -> Binding | None:
    bound = _bindings([(surface, None)], body, things) if surface else ()
    return bound[0] if bound else None


def _bindings(surfaces: list[tuple[str, str | None]], body: str, things: _Things) -> tuple[Binding, ...]:
    found = []
    for surface, role in surfaces:
        words = _words(surface, body)
        if words is None:
            continue
        _, concept_id, label, _, parents = things.find(surface)
        found.append(Binding(**words.model_dump(), concept_id=concept_id, label=label, role=role, parents=parents))
    return tuple(found)
