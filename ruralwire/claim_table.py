"""Claims as a table for people: what, how much, where, for which product and when."""

from decimal import Decimal

from rich.table import Table
from rich.text import Text as RichText

from nlp.model.article import Reading
from nlp.model.claim import Claim
from nlp.model.period import Period

_HEDGES = {
    "exact": "", "about": "about ", "more_than": "over ", "at_least": "at least ",
    "less_than": "under ", "up_to": "up to ", "range": "",
}  # fmt: skip
_CHANGES = {
    "increase_by": "up by ", "increase_to": "up to level ", "decrease_by": "down by ",
    "decrease_to": "down to level ", "from": "from ",
}  # fmt: skip


def make_claim_table(title: str, reading: Reading) -> Table:
    """A table with one row per claim, in text order."""
    table = Table(title=title, title_justify="left", show_lines=False)
    for column in ("words", "quantity", "measure", "status", "where", "product", "subject", "when", "relation"):
        table.add_column(column, overflow="fold")
    surfaces = {claim.id: claim.surface for claim in reading.claims}
    for claim in reading.claims:
        table.add_row(
            RichText(claim.surface),
            describe_quantity(claim),
            claim.measure or "",
            " ".join(filter(None, (claim.status, claim.aspect, claim.level))),
            ", ".join(f"{one.role or ''} {one.label or one.surface}".strip() for one in claim.places),
            ", ".join(one.label or one.surface for one in claim.products),
            claim.subject.surface if claim.subject else "",
            describe_period(claim.period) + (f" per {claim.frequency}" if claim.frequency else ""),
            ", ".join(f"{one.kind} {surfaces.get(one.claim, '')}" for one in claim.relations),
        )
    return table


def describe_quantity(claim: Claim) -> str:
    """Value and unit in words: "over 4,800,000,000 CNY"."""
    value = format_number(claim.value)
    if claim.value_max is not None:
        value = f"{value} to {format_number(claim.value_max)}"
    return f"{_CHANGES.get(claim.change or '', '')}{_HEDGES[claim.modifier]}{value} {claim.unit or '(unit unknown)'}"


def format_number(value: Decimal) -> str:
    """Digits in groups of three, without needless zeros.

    >>> format_number(Decimal("4800000000.0")), format_number(Decimal("0.16"))
    ('4,800,000,000', '0.16')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def describe_period(period: Period | None) -> str:
    """The period as dates; its words where nothing resolved it."""
    if period is None:
        return ""
    if period.start is None and period.end is None:
        return f"“{period.surface}”"
    if period.start == period.end:
        return str(period.start)
    return f"{period.start or '…'} to {period.end or '…'}"
