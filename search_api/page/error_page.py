"""The page that says what went wrong, for browsers."""

from search_api.page.template import load_template
from search_api.problem import Problem


def render_error_page(status: int, problem: Problem) -> str:
    """Return the page as HTML."""
    return load_template("error.html").render(status=status, problem=problem)
