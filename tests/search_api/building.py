"""Builds small articles with claims, and what stands beside an index: concepts and an archive of captures."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from nlp.model.article import Article, Provenance, Reading, Text
from nlp.model.claim import Claim
from nlp.model.concept import Concept, ConceptKind
from nlp.model.identity import make_article_id, make_claim_id, make_text_id
from nlp.model.mention import Binding, Mention
from nlp.model.period import Period
from nlp.model.span import Quote, Span, Words
from nlp.unit import dimension_of
from search_api.archive import CapturedPage
from search_api.index.record import IndexedArticle, ShowPolicy

INDEXED_AT = datetime(2026, 11, 1, 8, tzinfo=UTC)
_PREFIXES = {"place": "place:", "product": "product:", "org": "org:"}


@dataclass(frozen=True)
class Said:
    """A figure to be found in the body: its surface, value, unit and whatever else its claim says.

    Things are written `surface=concept_id`, or bare for what no gazetteer holds.
    """

    surface: str
    value: Any
    unit: str | None = None
    places: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    subject: str | None = None
    more: dict[str, Any] = field(default_factory=dict)


def said(surface: str, value: Any, unit: str | None = None, **more: Any) -> Said:
    """Shorthand of `Said`: fields of the claim that it does not name are taken as they are."""
    own = {name: more.pop(name) for name in ("places", "products", "organisations", "subject") if name in more}
    return Said(surface, value, unit, **own, more=more)


def make_article(
    name: str,
    body: str,
    *figures: Said,
    language: str = "en",
    title: str | None = None,
    source: str | None = "daily",
    source_name: str = "",
    published_at: str | None = "2020-05-01T08:00:00+08:00",
    mentions: Sequence[str] = (),
    show: ShowPolicy = "full",
    indexed_at: datetime = INDEXED_AT,
    capture_ids: tuple[str, ...] | None = None,
    url: str | None = None,
    authors: tuple[str, ...] = (),
) -> IndexedArticle:
    """An article as the index takes it; its first line is the headline. Sentences end with a full stop or a line."""
    url = url or f"https://news.example/{name}"
    article_id, text_id = make_article_id(url), make_text_id(body)
    first_line = body.split("\n", 1)[0]
    has_headline = "\n" in body
    claims = tuple(_make_claim(one, body, article_id, text_id) for one in figures)
    bound = [one for figure in figures for one in (*figure.places, *figure.products, *figure.organisations)]
    captures = (f"capture-{name}",) if capture_ids is None else capture_ids
    return IndexedArticle(
        article=Article(
            id=article_id,
            url=url,
            source_id=source,
            title=first_line if title is None and has_headline else title or "",
            authors=authors,
            published_at=datetime.fromisoformat(published_at) if published_at else None,
            language=language,
            text_ids=(text_id,),
        ),
        text=Text(id=text_id, body=body, headline=Span(start=0, end=len(first_line)) if has_headline else None),
        reading=Reading(
            article_id=article_id,
            text_id=text_id,
            language=language,
            mentions=tuple(_make_mentions(dict.fromkeys((*bound, *mentions)), body)),
            claims=claims,
            provenance=Provenance(
                source_id=source,
                url=url,
                capture_id=captures[-1] if captures else None,
                captured_by="crawl",
                captured_at=INDEXED_AT,
                reader="ruralwire test",
            ),
        ),
        capture_ids=captures,
        source_name=source_name,
        show=show,
        indexed_at=indexed_at,
    )


def year(number: int) -> Period:
    """The period of a year."""
    return Period(start=date(number, 1, 1), end=date(number, 12, 31), precision="year", surface=str(number))


def _make_claim(figure: Said, body: str, article_id: str, text_id: str) -> Claim:
    start = _find(body, figure.surface)
    fields = dict(figure.more)
    value = Decimal(str(figure.value))
    quote = _sentence(body, start)
    if "population" in fields:
        fields["population"] = _words(fields["population"], body)
    if "attribution" in fields:
        fields["attribution"] = _bind(fields["attribution"], body)
    if fields.get("value_max") is not None:
        fields["value_max"] = Decimal(str(fields["value_max"]))
        fields.setdefault("modifier", "range")
    exact = fields.get("modifier", "exact") == "exact"
    fields.setdefault("low", value if exact else None)
    fields.setdefault("high", value if exact else None)
    return Claim(
        id=make_claim_id(article_id, text_id, start),
        start=start,
        end=start + len(figure.surface),
        surface=figure.surface,
        value=value,
        unit=figure.unit,
        dimension=dimension_of(figure.unit),
        places=tuple(_bind(one, body) for one in figure.places),
        products=tuple(_bind(one, body) for one in figure.products),
        organisations=tuple(_bind(one, body) for one in figure.organisations),
        subject=_bind(figure.subject, body) if figure.subject else None,
        quote=quote,
        **fields,
    )


def _sentence(body: str, at: int) -> Quote:
    starts = [body.rfind(mark, 0, at) + len(mark) for mark in ("\n", ". ", "。", "؟ ") if body.rfind(mark, 0, at) >= 0]
    start = max(starts, default=0)
    ends = [found + len(mark.rstrip("\n")) for mark in ("\n", ". ", "。") if (found := body.find(mark, at)) >= 0]
    end = min(ends, default=len(body))
    text = body[start:end]
    return Quote(start=start, end=start + len(text.rstrip()), text=text.rstrip())


def _find(body: str, surface: str) -> int:
    start = body.find(surface)
    assert start >= 0, f"{surface!r} does not stand in {body!r}"
    return start


def _words(surface: str, body: str) -> Words:
    start = _find(body, surface)
    return Words(start=start, end=start + len(surface), surface=surface)


def _bind(told: str, body: str) -> Binding:
    surface, _, concept_id = told.partition("=")
    known = CONCEPTS.get(concept_id) if concept_id else None
    return Binding(
        **_words(surface, body).model_dump(), concept_id=concept_id or None, label=known.label if known else None
    )


def _make_mentions(told: Iterable[str], body: str) -> Iterable[Mention]:
    kinds: dict[str, ConceptKind] = {"place": "place", "product": "product", "org": "organisation"}
    for one in told:
        surface, _, concept_id = one.partition("=")
        known = CONCEPTS.get(concept_id) if concept_id else None
        yield Mention(
            **_words(surface, body).model_dump(),
            kind=kinds[(concept_id or "place:").partition(":")[0]],
            concept_id=concept_id or None,
            label=known.label if known else None,
            parent_ids=known.broader if known else (),
        )


class KnownConcepts:
    """Concepts by id and by any of their names."""

    def __init__(self, *concepts: Concept) -> None:
        self._by_id = {concept.id: concept for concept in concepts}

    def get(self, concept_id: str) -> Concept | None:
        return self._by_id.get(concept_id)

    def resolve(self, kind: ConceptKind, name: str) -> Sequence[Concept]:
        wanted = name.casefold()
        return [
            concept
            for concept in self._by_id.values()
            if concept.kind == kind and wanted in {one.casefold() for one in (concept.label, *concept.labels.values())}
        ]

    def suggest(self, kind: ConceptKind, name: str) -> Sequence[Concept]:
        labels = {concept.label: concept for concept in self._by_id.values() if concept.kind == kind}
        return [labels[label] for label in difflib.get_close_matches(name, labels, cutoff=0.8)]


def _concept(concept_id: str, label: str, *broader: str, **labels: str) -> Concept:
    kinds: dict[str, ConceptKind] = {"place": "place", "product": "product", "org": "organisation"}
    kind = kinds[concept_id.partition(":")[0]]
    return Concept(id=concept_id, kind=kind, label=label, labels=labels, broader=broader)


CONCEPTS = KnownConcepts(
    _concept("place:china", "China", zh="中国", ar="الصين", fr="Chine", es="China", ru="Китай"),
    _concept("place:yunnan", "Yunnan", "place:china", zh="云南", ar="يوننان", ru="Юньнань", fr="Yunnan"),
    _concept("place:shilin", "Shilin", "place:yunnan", "place:china", zh="石林", ar="شيلين", ru="Шилинь"),
    _concept("place:guizhou", "Guizhou", "place:china", zh="贵州", ar="قويتشو", ru="Гуйчжоу"),
    _concept("place:li-hunan", "Li County", "place:hunan", "place:china", zh="澧县"),
    _concept("place:li-gansu", "Li County", "place:gansu", "place:china", zh="礼县"),
    _concept("place:hunan", "Hunan", "place:china", zh="湖南"),
    _concept("place:gansu", "Gansu", "place:china", zh="甘肃"),
    _concept("product:fruit", "Fruit", zh="水果", ar="فواكه", fr="fruits", es="fruta", ru="фрукты"),
    _concept("product:apple", "Apple", "product:fruit", zh="苹果", ar="تفاح", fr="pomme", es="manzana", ru="яблоко"),
    _concept("product:tea", "Tea", zh="茶叶", ar="شاي", fr="thé", es="té", ru="чай"),
    _concept("org:pinduoduo", "Pinduoduo", zh="拼多多", ar="بيندوودو", ru="Пиньдодо"),
)


class KeptCaptures:
    """An archive of pages in memory."""

    def __init__(self, **pages: tuple[bytes, str]) -> None:
        self._pages = {name.replace("_", "-"): page for name, page in pages.items()}

    def read_capture(self, capture_id: str) -> CapturedPage:
        content, media_type = self._pages[capture_id]
        return CapturedPage(content, media_type, INDEXED_AT, "https://news.example/page?a=1")
