"""A figure in context, as the contract of the document model spells it out."""

from typing import Literal

from pydantic import Field

from nlp.model.mention import Binding
from nlp.model.period import Frequency, Period
from nlp.model.quantity import Alternative, Change, Dimension, ExactNumber, Modifier
from nlp.model.span import Quote, Record, Words

Status = Literal["reported", "estimate", "forecast", "target", "threshold", "denied"]
Aspect = Literal["stock", "flow", "cumulative", "average", "peak"]
Level = Literal["individual", "firm", "programme", "platform", "area"]
RelationKind = Literal["converts", "part_of", "from_to", "threshold_of", "growth_of", "restates"]


class Relation(Record):
    """Held by the secondary figure; `claim` is the id of the main one in the same text."""

    kind: RelationKind
    claim: str


class Claim(Record):
    """What one figure in one text says, with nothing the words do not carry. Null never equals null."""

    id: str
    start: int
    end: int
    surface: str
    value: ExactNumber
    value_max: ExactNumber | None = None
    unit: str | None = None
    dimension: Dimension | None = None
    modifier: Modifier = "exact"
    low: ExactNumber | None = None
    high: ExactNumber | None = None
    candidates: tuple[Alternative, ...] = ()
    change: Change | None = None
    measure: str | None = None
    measure_surface: Words | None = None
    status: Status | None = None
    aspect: Aspect | None = None
    level: Level | None = None
    subject: Binding | None = None
    population: Words | None = None
    places: tuple[Binding, ...] = ()
    products: tuple[Binding, ...] = ()
    organisations: tuple[Binding, ...] = ()
    period: Period | None = None
    frequency: Frequency | None = None
    relations: tuple[Relation, ...] = ()
    attribution: Binding | None = None
    quote: Quote
    confidence: float = Field(default=1.0, ge=0, le=1)
