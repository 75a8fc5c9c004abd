"""Says why a hit was found, with the spans of the words in its own text: the same for every engine."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from nlp.model.mention import Binding, Mention
from nlp.model.span import Span, Words
from search_api.analysis.analyser import Analysis, analyse
from search_api.analysis.query_words import QueryWord
from search_api.base_unit import base_unit
from search_api.index.interval import asked_interval, stated_interval
from search_api.index.record import ArticleSummary, IndexedClaim, Matched, MatchedField
from search_api.query import ClaimQuery, Query

_KEPT_ANALYSES = 512
"""Of quotes and headlines: several claims of an answer share theirs, and pages are asked for again."""


def match_claim(indexed: IndexedClaim, query: ClaimQuery, words: Sequence[QueryWord]) -> tuple[Matched, ...]:
    """Return what of a claim met the query: words of the text, filters on things, the range of values."""
    claim = indexed.claim
    parts: tuple[tuple[MatchedField, str], ...] = (("quote", claim.quote.text), ("headline", indexed.article.title))
    found = list(_match_words(parts, indexed.article.language, words))
    found += _match_things("place", query.places, claim.places, indexed.place_ids)
    found += _match_things("product", query.products, claim.products, indexed.product_ids)
    found += _match_things("organisation", query.organisations, claim.organisations, indexed.organisation_ids)
    if query.has_value_range:
        found.append(Matched(field="value", words=(claim.surface,), value=_met_interval(indexed, query)))
    return tuple(found)


def match_article(
    summary: ArticleSummary, body: str, mentions: Sequence[Mention], query: Query, words: Sequence[QueryWord]
) -> tuple[Matched, ...]:
    """Return what of an article met the query; spans of the body are those of the first places only."""
    found = list(_match_words((("headline", summary.title),), summary.language, words, is_whole=False))
    in_body = list(_match_body(body, summary.language, words))
    found += in_body
    told = {word for one in found for word in one.words}
    by_name = tuple(word.surface for word in words if word.surface not in told)
    if by_name:
        found.append(Matched(field="name", words=by_name))
    kinds: tuple[tuple[MatchedField, tuple[str, ...]], ...] = (
        ("place", query.places),
        ("product", query.products),
        ("organisation", query.organisations),
    )
    for kind, wanted in kinds:
        bound = [mention for mention in mentions if mention.kind == kind]
        ids = [tuple(filter(None, (mention.concept_id, *mention.parent_ids))) for mention in bound]
        found += list(_match_things(kind, wanted, bound, ids))[:1]
    return tuple(found)


def find_words(analysis: Analysis, word: QueryWord) -> tuple[Span, ...]:
    """Return where a word of a query stands in an analysed text, empty where the text does not hold it."""
    terms = frozenset(word.terms)
    tokens = [token for token in (analysis.exact if word.exact else analysis.stems) if token.text in terms]
    if len({token.text for token in tokens}) < word.least:
        return ()
    return tuple(_joined(Span(start=token.start, end=token.end) for token in tokens))


@lru_cache(maxsize=_KEPT_ANALYSES)
def _analyse_again(text: str, language: str) -> Analysis:
    return analyse(text, language)


def _match_words(
    parts: Iterable[tuple[MatchedField, str]], language: str, words: Sequence[QueryWord], *, is_whole: bool = True
) -> Iterator[Matched]:
    """`is_whole`: these are all parts with a text, so that what none of them holds met a name."""
    if not words:
        return
    told: set[str] = set()
    for field, text in parts:
        analysis = _analyse_again(text, language)
        spans = {word.surface: find_words(analysis, word) for word in words}
        held = tuple(surface for surface, found in spans.items() if found)
        told.update(held)
        if held:
            merged = _joined(sorted((span for found in spans.values() for span in found), key=lambda one: one.start))
            yield Matched(field=field, words=held, spans=tuple(merged))
    by_name = tuple(word.surface for word in words if word.surface not in told)
    if by_name and is_whole:
        yield Matched(field="name", words=by_name)


def _match_body(body: str, language: str, words: Sequence[QueryWord]) -> Iterator[Matched]:
    """Reads on paragraph by paragraph only until each word was met: bodies are long."""
    missing = {word.surface: word for word in words}
    found: dict[str, tuple[Span, ...]] = {}
    start = 0
    for line in body.splitlines(keepends=True) if missing else ():
        analysis = analyse(line, language)
        for surface, word in list(missing.items()):
            spans = find_words(analysis, word)
            if spans:
                found[surface] = tuple(Span(start=start + span.start, end=start + span.end) for span in spans)
                del missing[surface]
        start += len(line)
        if not missing:
            break
    scattered = [word for word in missing.values() if word.least > 1]
    if scattered:  # a run of Chinese whose pairs stand in several paragraphs
        analysis = analyse(body, language)
        found.update((word.surface, spans) for word in scattered if (spans := find_words(analysis, word)))
    if found:
        told = sorted((span for spans in found.values() for span in spans), key=lambda one: one.start)
        yield Matched(field="body", words=tuple(found), spans=tuple(_joined(told)))


def _match_things(
    field: MatchedField,
    wanted: Sequence[str],
    bound: Sequence[Binding | Mention],
    ids: Sequence[Sequence[str]],
) -> Iterator[Matched]:
    for concept_id in wanted:
        met = [one for one, held in zip(bound, ids, strict=False) if concept_id in held]
        if met:
            yield Matched(field=field, words=tuple(dict.fromkeys(_surface(one) for one in met)), value=concept_id)


def _surface(words: Words) -> str:
    return words.surface


def _met_interval(indexed: IndexedClaim, query: ClaimQuery) -> str:
    """`possible` where only the open side of the words reaches into the range asked for."""
    stated = stated_interval(indexed.claim)
    if query.value_unit is not None and indexed.claim.unit is not None:
        stated = stated.times(base_unit(indexed.claim.unit).factor)
    return "stated" if stated.meets(asked_interval(query)) else "possible"


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Overlapping or touching spans as one: the bigrams of a run of Chinese."""
    last: Span | None = None
    for span in spans:
        if last is None:
            last = span
        elif span.start <= last.end:
            last = Span(start=last.start, end=max(last.end, span.end))
        else:
            yield last
            last = span
    if last is not None:
        yield last
