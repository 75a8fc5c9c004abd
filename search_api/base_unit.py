"""Converts a value into the base unit of its dimension, so that mu and hectares are compared."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from nlp.unit import load_units


@dataclass(frozen=True, slots=True)
class BaseUnit:
    """`factor` times a value in a unit is the value in `id`; a unit that nothing converts is its own base."""

    id: str
    factor: Decimal


@cache
def base_unit(unit: str) -> BaseUnit:
    """Return the base of a unit or rate; money and counted things stand for themselves.

    >>> base_unit("jin").id, base_unit("jin").factor, base_unit("CNY/jin").id, base_unit("egg").id
    ('kg', Decimal('0.5'), 'CNY/kg', 'egg')
    """
    upper, slash, lower = unit.partition("/")
    if slash:
        above, below = base_unit(upper), base_unit(lower)
        return BaseUnit(f"{above.id}/{below.id}", above.factor / below.factor)
    known = load_units().get(unit)
    if known is None or known.factor is None:
        return BaseUnit(unit, Decimal(1))
    return BaseUnit(known.base or unit, known.factor)
