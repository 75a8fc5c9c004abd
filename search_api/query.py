"""The typed query: what may be asked of an index, in the same words as the API."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from nlp.model.claim import Aspect, Level, Status
from nlp.model.quantity import ExactNumber, Modifier
from nlp.model.span import Record
from search_api.index.surrogate import readable

ClaimSort = Literal["relevance", "published", "indexed", "period", "value", "confidence", "id"]
ArticleSort = Literal["relevance", "published", "indexed", "id"]
ClaimFacet = Literal[
    "lang", "source", "place", "product", "organisation", "measure", "unit", "status", "aspect", "level", "modifier"
]
ArticleFacet = Literal["lang", "source", "place", "product", "organisation", "measure", "unit"]

LONGEST_TEXT = 1000
"""Code points of `q`: a longer one is no question but a text."""
MOST_VALUES = 200
"""Of one filter."""
MOST_ROWS = 1000
"""Of one page; complete results are exported instead."""


class Candidate(Record):
    """What a wrong or ambiguous value may have meant: ask again with its `id`."""

    id: str
    label: str
    parents: tuple[str, ...] = ()


class QueryError(ValueError):
    """A query that cannot be answered: `where` names the parameter, `hint` says what would be right.

    `value` is what was given there, `candidates` what it may have meant, best first.
    """

    def __init__(
        self, error: str, *, where: str, hint: str, value: str = "", candidates: Sequence[Candidate] = ()
    ) -> None:
        super().__init__(error)
        self.where = where
        self.hint = hint
        self.value = value
        self.candidates = tuple(candidates)


class QueryRefusedError(ValueError):
    """All that is wrong with one query."""

    def __init__(self, errors: Sequence[QueryError]) -> None:
        super().__init__("; ".join(str(error) for error in errors))
        self.errors = tuple(errors)


def _to_readable(text: Any) -> Any:
    return readable(text) if isinstance(text, str) else text


class Query(Record):
    """What articles and claims have in common. Values of one filter are alternatives, filters all hold."""

    text: Annotated[str, BeforeValidator(_to_readable), Field(max_length=LONGEST_TEXT)] = ""
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Concept ids; what lies in a place is found with it."""
    products: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    published_from: datetime | None = None
    published_to: datetime | None = None
    """Inclusive, like published_from."""
    indexed_since: datetime | None = None
    sort: str = "relevance"
    descending: bool = True
    """Order of the sort; nulls stand last either way. As the last key the id ascends."""
    limit: int = Field(default=20, ge=1, le=MOST_ROWS)
    cursor: str | None = None

    @model_validator(mode="after")
    def _ranges_are_upright(self) -> Self:
        wrong = []
        for low, high in (("published_from", "published_to"), ("period_from", "period_to"), ("value_min", "value_max")):
            first, last = getattr(self, low, None), getattr(self, high, None)
            if first is not None and last is not None and first > last:
                error = f"{low} ({first}) lies above {high} ({last})"
                wrong.append(QueryError(error, where=low, hint=f"Exchange {low} and {high}."))
        if wrong:
            raise QueryRefusedError(wrong)
        return self

    @property
    def effective_sort(self) -> str:
        """The sort that is meant: without words nothing is more relevant, so the newest stand first."""
        return "published" if self.sort == "relevance" and not self.text.strip() else self.sort

    def conditions(self) -> dict[str, Any]:
        """What decides which rows are found in which order: a cursor belongs to exactly this."""
        return self.model_dump(mode="json", exclude={"limit", "cursor", "facets"})


class ArticleQuery(Query):
    """A question to the articles: a filter on products and the like meets what stands in the article."""

    sort: ArticleSort = "relevance"
    facets: tuple[ArticleFacet, ...] = ()


class ClaimQuery(Query):
    """A question to the claims."""

    sort: ClaimSort = "relevance"
    facets: tuple[ClaimFacet, ...] = ()
    article_ids: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    levels: tuple[Level, ...] = ()
    """Claims about individuals are found only where this names `individual`."""
    modifiers: tuple[Modifier, ...] = ()
    value_min: ExactNumber | None = None
    value_max: ExactNumber | None = None
    value_unit: str | None = None
    """Unit of the range: claims in any unit that converts into it are met. None: numbers as they are written."""
    match: Literal["stated", "possible"] = "stated"
    period_from: date | None = None
    period_to: date | None = None
    min_confidence: float | None = Field(default=None, ge=0, le=1)

    @property
    def has_value_range(self) -> bool:
        """True where a value is asked for."""
        return self.value_min is not None or self.value_max is not None

    @model_validator(mode="after")
    def _range_has_a_meaning(self) -> Self:
        if self.has_value_range and not (self.units or self.value_unit or self.measures):
            raise QueryError(
                "a range of values needs a unit or a measure: 5000 may be yuan, people or kilometres",
                where="value_min" if self.value_min is not None else "value_max",
                hint="Add unit=CNY, value_unit=mu (with all units that convert into it) or measure=sales_value.",
            )
        if self.value_unit is not None and not self.has_value_range:
            raise QueryError(
                "value_unit says what value_min and value_max are counted in, and neither is given",
                where="value_unit",
                hint="Add value_min or value_max, or use unit= to find what is counted in a unit.",
            )
        return self
