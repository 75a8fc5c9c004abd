"""The parameters of the API as they are written in a URL, each named once with its description and examples."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from nlp.model.claim import Aspect, Level, Status
from nlp.model.quantity import Modifier
from search_api.moment import parse_days, parse_moments
from search_api.query import LONGEST_TEXT, MOST_ROWS, MOST_VALUES, ArticleFacet, ClaimFacet

LanguageCode = Literal["ar", "zh", "en", "fr", "es", "ru", "und"]
Format = Literal["json", "jsonl", "csv"]
_LARGEST_VALUE = Decimal(10) ** 18
_SORT = r"^[a-z]+(:(asc|desc))?$"

Value = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Values = Annotated[list[Value], Field(max_length=MOST_VALUES)]
Number = Annotated[Decimal, Field(ge=-_LARGEST_VALUE, le=_LARGEST_VALUE, allow_inf_nan=False)]
_WRITTEN = WithJsonSchema({"type": "string"})
FirstMoment = Annotated[datetime, BeforeValidator(lambda text: parse_moments(str(text))[0]), _WRITTEN]
LastMoment = Annotated[datetime, BeforeValidator(lambda text: parse_moments(str(text))[1]), _WRITTEN]
FirstDay = Annotated[date, BeforeValidator(lambda text: parse_days(str(text))[0]), _WRITTEN]
LastDay = Annotated[date, BeforeValidator(lambda text: parse_days(str(text))[1]), _WRITTEN]

_WHEN = "A year, month or day (all of it counts, in UTC) or a time with offset."
_WHICH_DAYS = "A year, a month or a day."
_THING = "A concept id or a name in any language; repeatable (any of them). "


class SearchParameters(BaseModel):
    """What claims and articles are both asked with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: str = Field(
        "",
        max_length=LONGEST_TEXT,
        description="Words to find, in any of the languages; all of them must be met, inflected forms count.",
        examples=["livestream sales", "贫困县 网店", "مبيعات"],
    )
    lang: list[LanguageCode] = Field([], description="Language of the text; repeatable.", examples=[["zh", "ar"]])
    source: Values = Field([], description="Id of a source; repeatable.", examples=[["xinhua-en"]])
    place: Values = Field([], description=_THING + "What lies in a place is found with it.", examples=[["Yunnan"]])
    product: Values = Field([], description=_THING + "A class finds its goods.", examples=[["product:tea"]])
    organisation: Values = Field([], description=_THING, examples=[["org:pinduoduo"]])
    measure: Values = Field(
        [], description="What is counted: id of the vocabulary, or its name; repeatable.", examples=[["sales_value"]]
    )
    unit: Values = Field(
        [],
        description="Unit as written in the text: one of the vocabulary (ISO 4217 for money), or any counted thing "
        "that the index holds; repeatable.",
        examples=[["CNY", "person"]],
    )
    published_from: FirstMoment | None = Field(
        None, description=f"Published then or later. {_WHEN}", examples=["2020-01-01"]
    )
    published_to: LastMoment | None = Field(
        None, description=f"Published then or earlier. {_WHEN}", examples=["2020-12-31"]
    )
    indexed_since: FirstMoment | None = Field(
        None, description=f"Indexed then or later: what is new here. {_WHEN}", examples=["2026-11-01T08:00:00Z"]
    )
    limit: int | None = Field(
        None,
        ge=1,
        le=1_000_000,
        description=f"Rows: 20 where not given, at most {MOST_ROWS} as JSON; other formats: all.",
    )
    cursor: str | None = Field(None, max_length=1000, description="`cursor` of the page before: asks for the next one.")
    format: Format = Field("json", description="json: a page; csv, jsonl: every row found, streamed.")
    bom: bool = Field(
        False,
        description="true: a byte order mark before the CSV, by which Excel knows that it is UTF-8 (Arabic, Chinese).",
    )


class ClaimParameters(SearchParameters):
    """What claims are asked with."""

    article: Values = Field([], description="Id of an article: only its claims; repeatable.")
    status: list[Status] = Field([], description="Reported, or merely planned, forecast, estimated; repeatable.")
    aspect: list[Aspect] = Field([], description="Stock, flow, cumulative, average or peak; repeatable.")
    level: list[Level] = Field(
        [], description="Whose number it is; repeatable. Details about individuals are found only with `individual`."
    )
    modifier: list[Modifier] = Field([], description="Exact, about, more_than …; repeatable.")
    value_min: Number | None = Field(
        None,
        description="The stated value reaches this. Needs `unit`, `value_unit` or `measure`.",
        examples=["4800000000"],
    )
    value_max: Number | None = Field(None, description="The stated value is at most this.", examples=["5000000000"])
    value_unit: Value | None = Field(
        None,
        description="Unit of value_min and value_max; claims in units that convert into it are met too. Without it "
        "the numbers are compared as they are written.",
        examples=["mu"],
    )
    match: Literal["stated", "possible"] = Field(
        "stated", description="possible: also what the words leave open ('over 300' for 1 billion)."
    )
    period_from: FirstDay | None = Field(
        None, description=f"The claim's period ends then or later. {_WHICH_DAYS}", examples=["2017"]
    )
    period_to: LastDay | None = Field(
        None, description=f"The claim's period begins then or earlier. {_WHICH_DAYS}", examples=["2021-12-31"]
    )
    min_confidence: float | None = Field(None, ge=0, le=1, description="Least confidence of the figure.")
    facet: list[ClaimFacet] = Field([], description="Count the commonest values of these; repeatable.")
    sort: str = Field(
        "relevance:desc",
        pattern=_SORT,
        description="relevance, published, indexed, period, value (in base units), confidence or id, with :asc or "
        ":desc. The id is always the last key, nulls stand last.",
        examples=["published:desc"],
    )


class ArticleParameters(SearchParameters):
    """What articles are asked with; place, product, measure … meet what stands in the article."""

    facet: list[ArticleFacet] = Field([], description="Count the commonest values of these; repeatable.")
    sort: str = Field(
        "relevance:desc",
        pattern=_SORT,
        description="relevance, published, indexed or id, with :asc or :desc.",
        examples=["published:desc"],
    )


class OneArticleParameters(BaseModel):
    """What one article is asked with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    level: list[Level] = Field(
        [], description="`individual`: show details about individuals too. Other levels only: leave the rest out."
    )


class CaptureParameters(BaseModel):
    """What a captured page is asked with."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    capture: Value | None = Field(None, description="Id of one of the article's captures; else the newest.")
    download: bool = Field(False, description="Send it as a file rather than to be shown.")


class NoParameters(BaseModel):
    """Nothing can be asked here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def takes_many(model: type[BaseModel], name: str) -> bool:
    """True where a parameter of a model is repeatable."""
    annotation = model.model_fields[name].annotation
    return list in (get_origin(annotation), *(get_origin(one) for one in get_args(annotation)))
