"""Figures of a line in short notation, so that a table of lines can be read."""

from datetime import UTC, datetime

from nlp.context import Context
from nlp.figures.find import find_figures
from nlp.model.quantity import to_json_number
from nlp.periods.find import find_periods
from nlp.text_view import make_text_view

PUBLISHED = datetime(2024, 5, 20, tzinfo=UTC)


def find(language, text, *, country=None, published=PUBLISHED):
    """The figures of a text, its dates being no figures."""
    view = make_text_view(text, language=language)
    context = Context(published_at=published, country=country)
    return find_figures(view, context, periods=find_periods(view, context))


def tell(language, text, **options):
    """All figures of a text as "modifier value unit change", parts that say nothing left out, joined by "; ".

    >>> tell("en", "Sales rose 5 percent to more than 20 to 30 million yuan.")
    '5 percent increase_by; range 20000000..30000000 CNY'
    """
    return "; ".join(_tell(figure) for figure in find(language, text, **options))


def _tell(figure):
    quantity = figure.quantity
    value = str(round(to_json_number(quantity.value), 4))
    if quantity.value_max is not None:
        value += f"..{to_json_number(quantity.value_max)}"
    parts = (figure.modifier if figure.modifier != "exact" else None, value, quantity.unit, figure.change)
    return " ".join(part for part in parts if part)
