"""Values outside a closed vocabulary, one and several at once: each is named with the nearest valid one."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.search_api.building import make_article, said

Serve = Callable[..., TestClient]


class Outlets:
    """A catalogue of two outlets."""

    def source_name(self, source_id: str) -> str | None:
        return {"xinhua-en": "Xinhua", "terre-fr": "La Terre"}.get(source_id)

    def source_ids(self) -> list[str]:
        return ["terre-fr", "xinhua-en"]


@pytest.fixture
def asked(serve: Serve) -> TestClient:
    """One article with a counted thing that no vocabulary holds, and an outlet that the catalogue does not know."""
    text = "They sold 5 kwikwi. They keep 7 zumbas."
    figures = (said("5 kwikwi", 5, "kwikwi"), said("7 zumbas", 7, "zumba", level="individual"))
    return serve(make_article("a", text, *figures, source="village-radio"), catalogue=Outlets())


def refused(client: TestClient, question: str) -> Any:
    answer = client.get(f"/claims?{question}")
    assert answer.status_code == 422, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("question", "where", "error", "nearest"),
    [
        ("unit=zzz", "unit", "no unit is called 'zzz'", None),
        ("unit=yuan", "unit", "no unit is called 'yuan'", "CNY"),
        ("unit=cny", "unit", "no unit is called 'cny'", "CNY"),
        ("unit=people", "unit", "no unit is called 'people'", "person"),
        ("unit=亩", "unit", "no unit is called '亩'", "mu"),
        ("unit=tonnne", "unit", "no unit is called 'tonnne'", "tonne"),
        ("value_min=5&value_unit=hectar", "value_unit", "no value_unit is called 'hectar'", "hectare"),
        ("source=xinhua", "source", "no source has the id 'xinhua'", "xinhua-en"),
        ("source=La+Terre", "source", "no source has the id 'La Terre'", "terre-fr"),
        ("source=vilage-radio", "source", "no source has the id 'vilage-radio'", "village-radio"),
        ("lang=french", "lang", "lang cannot be 'french'", "fr"),
        ("measure=order", "measure", "no measure is called 'order'", "orders"),
        ("status=plan", "status", "status cannot be 'plan'", None),
        ("status=reportd", "status", "status cannot be 'reportd'", "reported"),
        ("aspect=stocks", "aspect", "aspect cannot be 'stocks'", "stock"),
        ("level=individuals", "level", "level cannot be 'individuals'", "individual"),
        ("modifier=morethan", "modifier", "modifier cannot be 'morethan'", "more_than"),
        ("organisation=Pinduodo", "organisation", "no organisation is called 'Pinduodo'", "org:pinduoduo"),
        ("organisation=org:pindodo", "organisation", "no organisation has the id 'org:pindodo'", None),
        ("product=product:apple-tree", "product", "no product has the id 'product:apple-tree'", None),
        ("place=place:atlantis", "place", "no place has the id 'place:atlantis'", None),
        ("place=Yunan", "place", "no place is called 'Yunan'", "place:yunnan"),
    ],
)
def test_a_value_outside_the_vocabulary_is_refused_with_the_nearest(
    asked: TestClient, question: str, where: str, error: str, nearest: str | None
) -> None:
    problem = refused(asked, question)
    assert (problem["where"], problem["error"]) == (where, error)
    assert problem["hint"]
    if nearest is not None:
        assert problem["candidates"][0]["id"] == nearest
        assert f"Did you mean {nearest}" in problem["hint"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("unit=kwikwi", 1),
        ("unit=zumba", 0),
        ("unit=zumba&level=individual", 1),
        ("unit=tonne", 0),
        ("unit=CNY/kg", 0),
        ("unit=UZS", 0),
        ("source=village-radio", 1),
        ("source=terre-fr", 0),
        ("value_min=1&value_unit=kwikwi", 1),
    ],
)
def test_what_the_vocabulary_or_the_index_holds_is_answered(asked: TestClient, question: str, found: int) -> None:
    assert asked.get(f"/claims?{question}").json()["total"]["value"] == found


def test_an_id_that_no_lexicon_knows_any_more_is_found_where_the_index_holds_it(serve: Serve) -> None:
    client = serve(make_article("a", "They sold 5 eggs.", said("5 eggs", 5, "egg", products=("eggs=product:old-egg",))))
    assert client.get("/claims?product=product:old-egg").json()["total"]["value"] == 1


@pytest.mark.parametrize(
    ("question", "wheres"),
    [
        ("plce=Yunnan&measur=orders", ["plce", "measur"]),
        ("lang=french&lang=chinese", ["lang", "lang"]),
        ("lang=french&unit=yuan&source=xinhua&place=Yunan", ["lang", "source", "unit", "place"]),
        ("unit=yuan&source=xinhua", ["source", "unit"]),
        ("place=Yunan&place=Atlantis", ["place", "place"]),
        ("sort=colour&measure=order&limit=5000", ["measure", "sort", "limit"]),
        ("period_from=2020&period_to=2019&published_from=2020&published_to=2019", ["published_from", "period_from"]),
        ("q=a&q=b&limit=1&limit=2&plce=x", ["q", "limit", "plce"]),
        ("limit=many&value_unit=hectar&value_min=5", ["limit", "value_unit"]),
    ],
)
def test_all_that_is_wrong_is_named_at_once(asked: TestClient, question: str, wheres: list[str]) -> None:
    problem = refused(asked, question)
    assert [one["where"] for one in problem["problems"]] == wheres
    assert problem["where"] == ", ".join(dict.fromkeys(wheres))
    for one in problem["problems"]:
        assert one["error"] in problem["error"]
        assert one["hint"]


def test_each_unknown_parameter_has_its_own_neighbour(asked: TestClient) -> None:
    hint = refused(asked, "plce=Yunnan&measur=orders")["hint"]
    assert "plce: Did you mean place?" in hint
    assert "measur: Did you mean measure?" in hint
    assert hint.count("Valid: ") == 1


def test_one_wrong_parameter_is_told_without_a_list(asked: TestClient) -> None:
    assert "problems" not in refused(asked, "plce=Yunnan")


def test_articles_are_asked_with_the_same_vocabularies(asked: TestClient) -> None:
    answer = asked.get("/articles?unit=yuan&source=xinhua")
    assert answer.status_code == 422
    assert [one["candidates"][0]["id"] for one in answer.json()["problems"]] == ["xinhua-en", "CNY"]
