"""What the surroundings of a text say of its calendar: date of publication, fiscal year, seasons, whose plans."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from nlp.context import Context
from nlp.pack import load_toml
from nlp.text_view import TextView

_CHINA = re.compile(r"\bchin|кита|الصين|صيني|中国|\bprc\b")


@dataclass(frozen=True)
class Setting:
    """The calendar that a text goes by, told by the outlet's country or else by the money that the text counts in.

    What has to be looked for in the text is looked for when a season or a plan asks.
    """

    view: TextView
    context: Context

    @property
    def published(self) -> date | None:
        """In the outlet's own time zone."""
        return self.context.published_at.date() if self.context.published_at else None

    @cached_property
    def fiscal_month(self) -> int | None:
        """The first month of its fiscal year, None where that is not known."""
        tables = load_toml("data/calendars.toml")
        by_country = next(
            (int(month) for month, countries in tables["fiscal_month"].items() if self.context.country in countries),
            None,
        )
        if by_country:
            return by_country
        rows = tables["fiscal_money"]
        return next((row["month"] for row in rows if re.search(row["words"], self.view.folded) is not None), None)

    @property
    def is_southern(self) -> bool:
        """True where summer is in January."""
        return self.context.country in load_toml("data/calendars.toml")["southern"]

    @cached_property
    def is_chinese(self) -> bool:
        """True where numbered five-year plans are China's."""
        return self.view.language == "zh" or _CHINA.search(self.view.folded) is not None
