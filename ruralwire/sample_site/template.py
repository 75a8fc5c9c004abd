"""The templates of the sample site."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("ruralwire.sample_site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def load_template(name: str) -> Template:
    """Return a template; all of them escape what is put into them."""
    return _environment().get_template(name)
