"""The interval that the words of a figure allow: its lowest and highest value."""

from decimal import Decimal

from nlp.model.quantity import Modifier

_ABOUT = Decimal("0.1")
"""About: a tenth to each side (contract of the claim)."""


def bound(
    value: Decimal,
    value_max: Decimal | None,
    modifier: Modifier,
    *,
    step: Decimal | None,
    rounded: bool,
    hedge_inside: bool,
    lower_side_only: bool,
) -> tuple[Decimal | None, Decimal | None]:
    """Return (low, high) in the figure's unit; None on a side that the words leave open.

    `step`: worth of one unit of the last digit written; `rounded`: a scale word or a decimal fraction shows that
    the number is rounded; `hedge_inside`: 40余万; `lower_side_only`: nearly, 近. Rules: the contract of the claim.

    >>> bound(Decimal("4.8e9"), None, "exact", step=Decimal("1e8"), rounded=True, hedge_inside=False,
    ...       lower_side_only=False) == (Decimal("4.75e9"), Decimal("4.85e9"))
    True
    """
    if value_max is not None:
        return value, value_max
    if hedge_inside:
        return value, value + _last_place(value)
    if modifier in ("more_than", "at_least"):
        return value, None
    if modifier in ("less_than", "up_to"):
        return None, value
    if modifier == "about":
        margin = abs(value) * _ABOUT
        return value - margin, value if lower_side_only else value + margin
    if rounded and step is not None:
        return value - step / 2, value + step / 2
    return value, value


def _last_place(value: Decimal) -> Decimal:
    """Worth of the last digit other than zero: 100,000 for 400,000, 1,000,000 for 5,000,000."""
    if value == 0:
        return Decimal(1)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
