"""Claims as a table for people: what, how much, where, for which product and when."""

from collections.abc import Mapping
from decimal import Decimal

from rich.console import Group
from rich.table import Table
from rich.text import Text as RichText

from nlp.model.article import Reading
from nlp.model.claim import Claim
from nlp.model.period import Period
from search_api.measure import measure_name

_LEFT_SHARE, _RIGHT_SHARE = 2, 3

_HEDGES = {
    "exact": "", "about": "about ", "more_than": "over ", "at_least": "at least ",
    "less_than": "under ", "up_to": "up to ", "range": "",
}  # fmt: skip
_CHANGES = {
    "increase_by": "rise by ", "increase_to": "rise to ", "decrease_by": "fall by ", "decrease_to": "fall to ",
    "from": "from ",
}  # fmt: skip


def make_claim_table(title: str, reading: Reading) -> Table:
    """A table with a row per claim, in text order: the claim on the left, the words that say so on the right."""
    table = make_two_columns("claim", "in the text", title=title)
    surfaces = {claim.id: claim.surface for claim in reading.claims}
    for claim in reading.claims:
        table.add_row(describe_claim(claim, surfaces=surfaces), mark_quote(claim))
    return table


def make_two_columns(left: str, right: str, *, title: str | None = None) -> Table:
    """An empty table whose right column, for the author's words, is the wider one."""
    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    table.add_column(left, ratio=_LEFT_SHARE, overflow="fold")
    table.add_column(right, ratio=_RIGHT_SHARE, overflow="fold")
    return table


def describe_claim(claim: Claim, *, surfaces: Mapping[str, str] | None = None) -> Group:
    """What was counted, how much, for what, where, when and by whom, a line each; nulls are left out.

    With the `surfaces` of the text's claims by id, its relations to them, status, aspect and level are told too.
    """
    period = describe_period(claim.period) + (f" per {claim.frequency}" if claim.frequency else "")
    told = (claim.status, claim.aspect, claim.level) if surfaces is not None else (claim.status,)
    lines = [
        measure_name(claim.measure) if claim.measure else "",
        ", ".join(one.label or one.surface for one in claim.products),
        ", ".join(f"{one.role or ''} {one.label or one.surface}".strip() for one in claim.places),
        f"by {claim.subject.label or claim.subject.surface}" if claim.subject else "",
        f"among {claim.population.surface}" if claim.population else "",
        period.strip(),
        ", ".join(word for word in told if word not in (None, "reported")),
    ]
    if surfaces is not None:
        lines += [f"{one.kind.replace('_', ' ')}: {surfaces.get(one.claim, '')}" for one in claim.relations]
        lines += [f"said by {claim.attribution.surface}"] if claim.attribution else []
    quantity = RichText(describe_quantity(claim), style="bold")
    return Group(quantity, *(RichText(line) for line in lines if line))


def mark_quote(claim: Claim) -> RichText:
    """The quote with the figure marked, on one line; what may not be shown is said to be so."""
    quote = claim.quote
    if not quote.text:
        return RichText("(its source may only be linked to)", style="dim")
    text = RichText(quote.text.replace("\n", " "))
    text.stylize("bold", claim.start - quote.start, claim.end - quote.start)
    return text


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
