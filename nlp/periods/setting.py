"""What the surroundings of a text say of its calendar: date of publication, fiscal year, seasons, whose plans."""

import re
from dataclasses import dataclass
from datetime import date

from nlp.context import Context
from nlp.pack import load_toml
from nlp.text_view import TextView

_CHINA = re.compile(r"\bchin|кита|الصين|صيني|中国|\bprc\b")


@dataclass(frozen=True, slots=True)
class Setting:
    """The calendar that a text goes by."""

    published: date | None = None
    """In the outlet's own time zone."""
    fiscal_month: int | None = None
    """The first month of its fiscal year, None where that is not known."""
    is_southern: bool = False
    """True where summer is in January."""
    is_chinese: bool = False
    """True where numbered five-year plans are China's."""


def make_setting(view: TextView, context: Context) -> Setting:
    """Return the setting of a text, by the outlet's country or else by the money that the text counts in."""
    tables = load_toml("data/calendars.toml")
    folded = view.folded
    by_money = next(
        (row["month"] for row in tables["fiscal_money"] if re.search(row["words"], folded) is not None), None
    )
    by_country = next(
        (int(month) for month, countries in tables["fiscal_month"].items() if context.country in countries), None
    )
    return Setting(
        published=context.published_at.date() if context.published_at else None,
        fiscal_month=by_country or by_money,
        is_southern=context.country in tables["southern"],
        is_chinese=view.language == "zh" or _CHINA.search(folded) is not None,
    )
