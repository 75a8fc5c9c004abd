"""Names in any language, resolved to what they mean, and left ambiguous where they are."""

from typing import Any

import pytest

from nlp.model.concept import Concept
from ruralwire.concepts import KnownConcepts, choose_meant
from search_api.query import QueryRefusedError
from search_api.resolution import resolve_names

CONCEPTS = KnownConcepts()


@pytest.mark.parametrize(
    ("kind", "name", "concept_id"),
    [
        ("product", "honey", "product:honey"),
        ("product", "Miel", "product:honey"),
        ("product", "мёдом", "product:honey"),
        ("product", "العسل", "product:honey"),
        ("product", "peaches", "product:peach"),
        ("product", "蜂蜜", "product:honey"),
        ("organisation", "pinduoduo", "org:pinduoduo"),
        ("organisation", "拼多多", "org:pinduoduo"),
        ("place", "Yunnan", "place:cn-530000"),
        ("place", "云南", "place:cn-530000"),
        ("place", "الصين", "place:cn"),
        ("place", "China", "place:cn"),
        ("place", "Jilin", "place:cn-220000"),
        ("place", "Xinjiang", "place:cn-650000"),
        ("place", "Cairo", "place:eg-c"),
    ],
)
def test_a_name_means_one_thing(kind: Any, name: str, concept_id: str) -> None:
    assert [one.id for one in CONCEPTS.resolve(kind, name)] == [concept_id]


@pytest.mark.parametrize(("kind", "name"), [("place", "Chaoyang"), ("place", "Georgia"), ("product", "raisin")])
def test_an_ambiguous_name_keeps_its_candidates(kind: Any, name: str) -> None:
    assert len(CONCEPTS.resolve(kind, name)) > 1


@pytest.mark.parametrize("kind", ["place", "product", "organisation"])
def test_nothing_has_a_nonsense_name(kind: Any) -> None:
    assert list(CONCEPTS.resolve(kind, "qqqq")) == []


@pytest.mark.parametrize("concept_id", ["place:cn", "product:honey", "org:pinduoduo"])
def test_concepts_are_had_by_id(concept_id: str) -> None:
    concept = CONCEPTS.get(concept_id)
    assert concept is not None
    assert concept.id == concept_id
    assert CONCEPTS.get(f"{concept_id}-none") is None


def make_place(place_id: str, kind: Any, label: str, *broader: str) -> Concept:
    return Concept(id=place_id, kind="place", label=label, place_kind=kind, broader=broader)


@pytest.mark.parametrize(
    ("found", "meant"),
    [
        ([make_place("p", "province", "Jilin"), make_place("c", "city", "Jilin", "p")], ["p"]),
        ([make_place("c", "city", "Cairo", "p"), make_place("p", "province", "Cairo")], ["p"]),
        ([make_place("n", "country", "China"), make_place("t", "city", "China")], ["n"]),
        ([make_place("n", "country", "Georgia"), make_place("p", "province", "Georgia")], ["n", "p"]),
        ([make_place("p", "province", "Hainan"), make_place("k", "city", "Kainan")], ["p"]),
        ([make_place("p", "province", "Córdoba"), make_place("k", "city", "Córdoba")], ["p", "k"]),
        ([make_place("c", "city", "Chaoyang"), make_place("d", "county", "Chaoyang District")], ["c", "d"]),
        ([], []),
    ],
)
def test_what_nobody_means_by_a_name_alone_is_left_out(found: list[Concept], meant: list[str]) -> None:
    assert [one.id for one in choose_meant(found)] == meant


@pytest.mark.parametrize(
    ("kind", "misspelt", "concept_id"),
    [
        ("place", "Yunan", "place:cn-530000"),
        ("place", "Guizou", "place:cn-520000"),
        ("place", "Sichaun", "place:cn-510000"),
        ("place", "Kenyaa", "place:ke"),
        ("place", "Москв", "place:ru-mow"),
        ("place", "القاهره", "place:eg-c"),
        ("product", "patatos", "product:potato"),
        ("organisation", "Pinduodo", "org:pinduoduo"),
    ],
)
def test_what_a_misspelt_name_was_meant_to_be_is_suggested_first(kind: Any, misspelt: str, concept_id: str) -> None:
    assert CONCEPTS.suggest(kind, misspelt)[0].id == concept_id


@pytest.mark.parametrize("name", ["", "x", "qqqqqq", "x" * 200, "\x00", "云"])
def test_nothing_is_suggested_for_what_is_no_name(name: str) -> None:
    assert list(CONCEPTS.suggest("place", name)) == []


def test_an_ambiguous_name_is_told_with_the_province_of_almost_that_name() -> None:
    with pytest.raises(QueryRefusedError) as caught:
        resolve_names("place", ["Yunan"], CONCEPTS)
    (error,) = caught.value.errors
    assert [one.label for one in error.candidates][:3] == ["Yunan County", "Yun'an District", "Yunnan"]
    assert "place:cn-530000 (Yunnan, China)" in error.hint
