"""The templates of the pages."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from search_api.measure import measure_name
from search_api.page import wording
from search_api.show import may_show_capture


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("search_api", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        date=wording.format_date,
        place=wording.format_place,
        words=wording.in_words,
        period=wording.format_period,
        measure=measure_name,
        direction=wording.direction,
        value=wording.format_value,
    )
    environment.globals.update(
        language_names=wording.LANGUAGE_NAMES,
        modifier_words=wording.MODIFIER_WORDS,
        change_words=wording.CHANGE_WORDS,
        role_words=wording.ROLE_WORDS,
        may_show_capture=may_show_capture,
        unit_of=lambda claim: wording.format_unit(claim.unit, claim.dimension, claim.value_max or claim.value),
    )
    return environment


def load_template(name: str) -> Template:
    """Return a template of the package; all of them escape what is put into them."""
    return _environment().get_template(name)
