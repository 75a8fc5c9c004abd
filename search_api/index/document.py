"""What an engine indexes of a claim or an article: flat fields, the same for every engine."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache

from pydantic_core import PydanticSerializationError

from nlp.model.claim import Claim
from nlp.model.identity import ID_HEX_DIGITS
from nlp.model.mention import Binding, Mention
from search_api.analysis.analyser import Analysis, Token, analyse
from search_api.base_unit import base_unit
from search_api.index.interval import Interval, possible_interval, stated_interval
from search_api.index.naming import ConceptGetter, Naming
from search_api.index.record import ArticleSummary, BriefArticle, IndexedArticle, IndexedClaim
from search_api.index.surrogate import replace_surrogates

NAME_BREAK = "¶"
"""Stands between two names so that no phrase reaches over both; never a token of a text."""
_KEPT_QUOTES = 64
"""Remembered: the figures of a sentence follow one another."""
_KEPT_NAMES = 50_000
"""Remembered: every claim about China carries its names in six languages."""
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()
_ORDER_HEX_DIGITS = 16
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class TextTokens:
    """The tokens of one text field: stems (or bigrams) and exact forms."""

    stems: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Fields by name; None and empty values are left out by the engine. `json` is the record itself."""

    id: str
    json: str
    texts: dict[str, TextTokens]
    keywords: dict[str, tuple[str, ...]]
    numbers: dict[str, int | float | None] = field(default_factory=dict)


def make_documents(
    indexed: IndexedArticle, *, concepts: ConceptGetter | None, measure_names: dict[str, dict[str, str]]
) -> tuple[Document, list[Document]]:
    """Return the document of an article and those of its claims.

    `concepts` gives names and parents of what is bound (None: the reading's own labels and parents serve);
    `measure_names`: names of each measure by language. Unpaired surrogates stand as U+FFFD, offsets stay.
    """
    try:
        return _make_documents(indexed, concepts, measure_names)
    except PydanticSerializationError:
        return _make_documents(replace_surrogates(indexed), concepts, measure_names)


def _make_documents(
    indexed: IndexedArticle, concepts: ConceptGetter | None, measure_names: dict[str, dict[str, str]]
) -> tuple[Document, list[Document]]:
    summary = summarize(indexed)
    known = Naming(indexed.reading, concepts, measure_names)
    headline = _tokens(analyse(summary.title, summary.language))
    claims = [_claim_document(claim, summary, headline, known) for claim in indexed.reading.claims]
    return _article_document(indexed, summary, headline, known), claims


def summarize(indexed: IndexedArticle | BriefArticle) -> ArticleSummary:
    """Return what the claims of an article say about it."""
    article, provenance = indexed.article, indexed.reading.provenance
    return ArticleSummary(
        id=article.id,
        text_id=indexed.text.id,
        title=article.title or _headline(indexed),
        url=article.url,
        source=article.source_id,
        source_name=indexed.source_name or article.source_id or "",
        published_at=article.published_at,
        language=indexed.reading.language if indexed.reading.language != "und" else article.language,
        capture_id=indexed.capture_ids[-1] if indexed.capture_ids else provenance.capture_id,
        captured_at=provenance.captured_at,
        indexed_at=indexed.indexed_at,
        show=indexed.show,
    )


def order_of(record_id: str) -> int:
    """Return the number that sorts as an id does: its first 16 hex digits (64 bits)."""
    if len(record_id) == ID_HEX_DIGITS:
        try:
            return int(record_id[:_ORDER_HEX_DIGITS], 16)
        except ValueError:
            pass
    return int(hashlib.sha256(record_id.encode("utf-8", "surrogatepass")).hexdigest()[:_ORDER_HEX_DIGITS], 16)


def to_microseconds(moment: datetime) -> int:
    """Return microseconds since 1970 in UTC; a time without offset counts as UTC."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    since = aware - _EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def _claim_document(claim: Claim, summary: ArticleSummary, headline: TextTokens, known: Naming) -> Document:
    bound = (*claim.places, *claim.products, *claim.organisations)
    names = [name for one in bound for name in known.names(one)]
    if claim.subject is not None:
        names.extend(known.names(claim.subject))
    if claim.attribution is not None:
        names.extend(known.names(claim.attribution))
    names.extend(_measure_names(claim, known))
    stated, possible = stated_interval(claim), possible_interval(claim)
    base = base_unit(claim.unit) if claim.unit else None
    period = claim.period
    return Document(
        id=claim.id,
        json=IndexedClaim(
            claim=claim,
            article=summary,
            place_ids=tuple(tuple(known.ids(one)) for one in claim.places),
            product_ids=tuple(tuple(known.ids(one)) for one in claim.products),
            organisation_ids=tuple(tuple(known.ids(one)) for one in claim.organisations),
        ).model_dump_json(exclude_defaults=True),
        texts={
            "quote": _tokens_of_quote(claim.quote.text, summary.language),
            "headline": headline,
            "name": _name_tokens(names),
        },
        keywords={
            "article_id": (summary.id,),
            "lang": (summary.language,),
            "source": _one(summary.source),
            "place": _ids(claim.places, known),
            "product": _ids(claim.products, known),
            "organisation": _ids((*claim.organisations, *_linked_organisations(claim)), known),
            "measure": _one(claim.measure),
            "unit": _one(claim.unit),
            "base_unit": _one(base.id if base else None),
            "status": _one(claim.status),
            "aspect": _one(claim.aspect),
            "level": _one(claim.level),
            "modifier": (claim.modifier,),
        },
        numbers={
            **_ends("stated", stated),
            **_ends("possible", possible),
            **(_ends("stated_base", stated.times(base.factor)) if base else {}),
            **(_ends("possible_base", possible.times(base.factor)) if base else {}),
            "value": float(claim.value * base.factor) if base else float(claim.value),
            "confidence": claim.confidence,
            "period": period.start.toordinal() if period and period.start else None,
            "period_start": _period_start(claim),
            "period_end": _period_end(claim),
            **_article_numbers(claim.id, summary),
        },
    )


def _article_document(
    indexed: IndexedArticle, summary: ArticleSummary, headline: TextTokens, known: Naming
) -> Document:
    mentions = indexed.reading.mentions
    told = [claim for claim in indexed.reading.claims if claim.level != "individual"]
    names = [name for mention in mentions for name in known.names(mention)]
    names.extend(name for claim in told for name in _measure_names(claim, known))
    return Document(
        id=summary.id,
        json=indexed.model_dump_json(exclude_defaults=True),
        texts={
            "headline": headline,
            "body": _tokens(analyse(indexed.text.body, summary.language)),
            "name": _name_tokens(names),
        },
        keywords={
            "lang": (summary.language,),
            "source": _one(summary.source),
            "place": _ids((mention for mention in mentions if mention.kind == "place"), known),
            "product": _ids((mention for mention in mentions if mention.kind == "product"), known),
            "organisation": _ids((mention for mention in mentions if mention.kind == "organisation"), known),
            "measure": tuple(dict.fromkeys(claim.measure for claim in told if claim.measure)),
            "unit": tuple(dict.fromkeys(claim.unit for claim in told if claim.unit)),
        },
        numbers=_article_numbers(summary.id, summary),
    )


def _article_numbers(record_id: str, summary: ArticleSummary) -> dict[str, int | float | None]:
    return {
        "order": order_of(record_id),
        "published": to_microseconds(summary.published_at) if summary.published_at else None,
        "indexed": to_microseconds(summary.indexed_at),
    }


def _period_start(claim: Claim) -> int | None:
    if claim.period is None or (claim.period.start is None and claim.period.end is None):
        return None
    return claim.period.start.toordinal() if claim.period.start else _FIRST_DAY


def _period_end(claim: Claim) -> int | None:
    if claim.period is None or (claim.period.start is None and claim.period.end is None):
        return None
    return claim.period.end.toordinal() if claim.period.end else _LAST_DAY


def _linked_organisations(claim: Claim) -> Iterator[Binding]:
    for bound in (claim.subject, claim.attribution):
        if bound is not None and bound.concept_id and bound.concept_id.startswith("org:"):
            yield bound


def _measure_names(claim: Claim, known: Naming) -> Iterator[tuple[str, str]]:
    if claim.measure is not None:
        yield claim.measure.replace("_", " "), "en"
        yield from ((name, language) for language, name in known.measure_names.get(claim.measure, {}).items())


def _ids(bound: Iterable[Binding | Mention], known: Naming) -> tuple[str, ...]:
    return tuple(dict.fromkeys(concept_id for one in bound for concept_id in known.ids(one)))


def _ends(name: str, interval: Interval) -> dict[str, int | float | None]:
    return {f"{name}_low": interval.low, f"{name}_high": interval.high}


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _tokens(analysis: Analysis) -> TextTokens:
    return TextTokens(_texts(analysis.stems), _texts(analysis.exact))


def _texts(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(token.text for token in tokens)


def _name_tokens(names: Iterable[tuple[str, str]]) -> TextTokens:
    stems: list[str] = []
    exact: list[str] = []
    for name, language in dict.fromkeys(names):
        tokens = _tokens_of_name(name, language)
        stems += [*tokens.stems, NAME_BREAK]
        exact += [*tokens.exact, NAME_BREAK]
    return TextTokens(tuple(stems), tuple(exact))


@lru_cache(maxsize=_KEPT_QUOTES)
def _tokens_of_quote(quote: str, language: str) -> TextTokens:
    return _tokens(analyse(quote, language))


@lru_cache(maxsize=_KEPT_NAMES)
def _tokens_of_name(name: str, language: str) -> TextTokens:
    return _tokens(analyse(name, language))


def _headline(indexed: IndexedArticle | BriefArticle) -> str:
    span = indexed.text.headline
    return indexed.text.body[span.start : span.end] if span else ""
