"""What has been read of a Chinese amount: the sections that 万 and 亿 close, and the one that is still open."""

from decimal import Decimal
from typing import Literal, NamedTuple

_LARGE = Decimal(10000)
_TOO_MUCH = Decimal(10) ** 24
"""What nothing is counted to: scale words heaped without end are no amount."""
LEAST_SHORTENED = Decimal(100)
"""两万五 is 25,000 and 一百五 is 150: the last digit counts tenths of the scale before it; 二十五 is 25."""


class AmountState(NamedTuple):
    """An amount as far as it is read; each sign makes a new state."""

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    current: Decimal | None = None
    largest: Decimal = Decimal(0)
    unit: Decimal = Decimal(1)
    """Worth of one unit of the last digit written."""
    last_scale: Decimal = Decimal(1)
    """Worth of the scale word right before, 1 where a zero or nothing stands there."""
    inside: Literal["more_than", "about"] | None = None
    decimals: int = 0
    scaled: bool = False
    with_digits: bool = False

    @property
    def value(self) -> Decimal:
        current = self.current or Decimal(0)
        if self.last_scale >= LEAST_SHORTENED and current < 10 and not self.decimals:
            current *= self.last_scale / 10
        return self.total + self.section + current

    def scaled_by(self, worth: Decimal, *, at_start: bool) -> "AmountState | None":
        """The state after a scale word; None where it cannot stand there."""
        if worth < _LARGE:
            if self.current is None and self.section and not self.inside:
                return None
            amount = self.current if self.current is not None else Decimal(1)
            section = self.section + amount * worth
            return self._replace(section=section, current=None, unit=worth, last_scale=worth, scaled=True)
        amount = self.section + (self.current or 0)
        if amount == 0 and self.total == 0 and not at_start and self.inside is None:
            return None
        if self.total and worth > self.largest:
            total = (self.total + amount) * worth
        elif amount == 0 and self.total:
            total = self.total * worth  # 万亿
        else:
            total = self.total + (amount if amount else Decimal(1)) * worth
        if total >= _TOO_MUCH:
            return None
        unit = (self.unit if self.current is not None or self.section else Decimal(1)) * worth
        return self._replace(
            total=total,
            section=Decimal(0),
            current=None,
            largest=worth,
            unit=unit,
            last_scale=worth,
            scaled=True,
        )
