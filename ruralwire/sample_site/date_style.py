"""Dates as each outlet prints them."""

from datetime import datetime

from ruralwire.sample_site.outlet import DateStyle

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def format_date(moment: datetime, style: DateStyle) -> str:
    """Return the date in the outlet's style, in the offset of the moment.

    >>> style = DateStyle(format="{day} {month} {year} à {hour:02}h{minute:02}", months=("janvier", "février", "mars"))
    >>> format_date(datetime(2020, 3, 23, 8, 15), style)
    '23 mars 2020 à 08h15'
    """
    return style.format.format(
        day=moment.day,
        day_arabic=str(moment.day).translate(_ARABIC_DIGITS),
        month=style.months[moment.month - 1] if style.months else moment.month,
        weekday=style.weekdays[moment.weekday()] if style.weekdays else "",
        year=moment.year,
        month_number=moment.month,
        hour=moment.hour,
        minute=moment.minute,
        hour_12=(moment.hour - 1) % 12 + 1,
        half_day="a.m." if moment.hour < 12 else "p.m.",
    )
