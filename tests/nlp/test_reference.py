"""The reference article (Arabic): every figure and place that its editor noted down, field by field."""

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from nlp.model.article import Reading
from nlp.model.claim import Claim
from nlp.reader import read_text

_FOLDER = os.environ.get("RURALWIRE_REFERENCE", "")
_HAS_IT = bool(_FOLDER) and (Path(_FOLDER) / "article-ar.txt").is_file()
_FACTS: dict[str, Any] = (
    tomllib.loads((Path(_FOLDER) / "facts.toml").read_text(encoding="utf-8")) if _HAS_IT else {"claim": [], "place": []}
)
_FIELDS = ("value", "unit", "modifier", "change", "status")

pytestmark = pytest.mark.skipif(
    not _HAS_IT, reason="the reference article is not here: RURALWIRE_REFERENCE names its folder"
)


@cache
def _body() -> str:
    return (Path(_FOLDER) / "article-ar.txt").read_text(encoding="utf-8")


@cache
def _reading() -> Reading:
    return read_text(_body(), article_id="reference", language="ar")


@cache
def _positions() -> tuple[int, ...]:
    """Where each fact's surface stands: they are told in the order of the text."""
    found, at = [], 0
    for fact in _FACTS["claim"]:
        at = _body().index(fact["surface"], at)
        found.append(at)
        at += 1
    return tuple(found)


def _claim_of(position: int) -> Claim:
    start = _positions()[position]
    end = start + len(_FACTS["claim"][position]["surface"])
    return next(claim for claim in _reading().claims if claim.start < end and start < claim.end)


@pytest.mark.parametrize("field", _FIELDS)
@pytest.mark.parametrize("position", range(len(_FACTS["claim"])), ids=lambda at: _FACTS["claim"][at]["unit"])
def test_a_figure_says_what_the_editor_noted(position: int, field: str) -> None:
    assert getattr(_claim_of(position), field) == _FACTS["claim"][position].get(field)


@pytest.mark.parametrize("position", range(len(_FACTS["claim"])), ids=lambda at: _FACTS["claim"][at]["unit"])
def test_a_figure_is_whose_the_editor_noted(position: int) -> None:
    claim, fact = _claim_of(position), _FACTS["claim"][position]
    subject = claim.subject.surface if claim.subject is not None else None
    assert (claim.level, subject) == (fact.get("level"), fact.get("subject"))


def test_nothing_else_is_a_figure() -> None:
    assert len(_reading().claims) == len(_FACTS["claim"])


def test_relations_stand_on_the_secondary_figure() -> None:
    surfaces = {claim.id: claim.surface for claim in _reading().claims}
    told = [
        (at, one["kind"], one["to"]) for at, fact in enumerate(_FACTS["claim"]) for one in fact.get("relations", ())
    ]
    read = [
        (at, one.kind, surfaces[one.claim]) for at in range(len(_FACTS["claim"])) for one in _claim_of(at).relations
    ]
    # The growth of 230 % names what grew only by the sentence's subject.
    assert read == [one for one in told if one[1] != "growth_of"]


@pytest.mark.parametrize("fact", _FACTS["place"], ids=lambda fact: fact["kind"])
def test_a_place_is_found_and_linked(fact: dict[str, Any]) -> None:
    found = next(one for one in _reading().mentions if one.kind == "place" and one.surface == fact["surface"])
    assert found.place_kind == fact["kind"]
    assert found.label == fact.get("name")
    parents = fact.get("parent", "").split(", ") if fact.get("parent") else []
    assert list(found.parents[: len(parents)]) == parents


def test_there_are_no_other_places_and_exactly_its_products() -> None:
    names = {one.surface for one in _reading().mentions if one.kind == "place"}
    labels = {one.label for one in _reading().mentions if one.kind == "product"}
    assert names == {fact["surface"] for fact in _FACTS["place"]}
    assert labels == {fact["name"] for fact in _FACTS["product"]}
