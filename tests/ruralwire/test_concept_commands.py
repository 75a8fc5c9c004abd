"""`place` and `product`: a name in any language, what it means, and what else it may mean."""

import json

import pytest

from tests.ruralwire.conftest import run

SHILIN = "place:cn-530126"


@pytest.mark.parametrize("name", ["Shilin Yi Autonomous County", "石林彝族自治县", "石林县", "Шилинь", SHILIN])
def test_a_county_is_shown_by_its_name_in_any_script_and_by_its_id(name: str) -> None:
    told = json.loads(run("place", name).stdout)
    assert (told["id"], told["label"], told["place_kind"]) == (SHILIN, "Shilin Yi Autonomous County", "county")
    assert [parent["label"] for parent in told["broader"]][-2:] == ["Yunnan", "China"]
    assert {"ar", "en", "ru", "zh"} <= set(told["labels"])
    assert told["latitude"] == pytest.approx(24.8, abs=0.5)


def test_a_place_is_told_in_lines_with_those_that_the_name_may_mean_too() -> None:
    told = run("place", "Córdoba", "--format", "text", "--limit", "2")
    lines = told.stdout.splitlines()
    assert lines[0].startswith("Córdoba  place:")
    assert [line.split()[0] for line in lines[1:3]] == ["kind", "lies"]
    assert len(lines[lines.index("The name may mean these too:") + 1 :]) == 2
    assert "--limit" in told.stderr


def test_the_source_of_coordinates_is_told() -> None:
    assert "(GeoNames)" in run("place", SHILIN, "--format", "text").stdout


@pytest.mark.parametrize("name", ["yellow peach", "黄桃", "product:yellow-peach"])
def test_a_product_is_shown_with_its_classes_and_names(name: str) -> None:
    told = json.loads(run("product", name).stdout)
    assert (told["id"], told["label"]) == ("product:yellow-peach", "yellow peach")
    assert "peach" in [parent["label"] for parent in told["broader"]]
    assert set(told["labels"]) >= {"ar", "es", "fr", "ru", "zh"}


@pytest.mark.parametrize("command", ["place", "product"])
@pytest.mark.parametrize("name", ["Xyzzyville", "", "place:nowhere", "product:nothing", "x" * 10_000])
def test_a_name_that_nothing_bears_ends_with_a_message(command: str, name: str) -> None:
    result = run(command, name)
    assert result.exit_code == 2
    assert f"no {command} is called" in result.stderr
