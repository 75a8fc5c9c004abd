"""What the names of the packages need: each is ours, and the document model stands alone."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", ["ruralwire", "settings", "crawlers", "nlp", "search_api"])
def test_a_package_is_the_one_of_this_repository(name: str) -> None:
    """PyPI has a distribution called nlp, and settings is a common folder name."""
    package = importlib.import_module(name)
    assert package.__file__ is not None
    assert Path(package.__file__).is_relative_to(_ROOT)


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("nlp.model.claim", ("spacy", "scrapy", "tantivy", "fastapi")),
        ("search_api.app", ("spacy", "scrapy")),
        ("settings.config", ("spacy", "scrapy", "tantivy")),
        ("ruralwire.main", ("spacy", "scrapy", "trafilatura", "uvicorn")),
    ],
)
def test_a_module_loads_without_what_it_does_not_need(module: str, unwanted: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*[name for name in {unwanted!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=_ROOT, check=True)
    assert loaded.stdout.split() == []
