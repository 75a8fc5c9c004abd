"""The examples in the docstrings of search_api hold."""

import doctest
import importlib
import pkgutil

import pytest

import search_api

MODULES = [module.name for module in pkgutil.walk_packages(search_api.__path__, "search_api.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    assert sum(bool(test.examples) for name in MODULES for test in finder.find(importlib.import_module(name))) > 15
