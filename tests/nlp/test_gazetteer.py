"""The gazetteer's files and what they tell."""

from pathlib import Path

import pytest

from nlp.gazetteer import Gazetteer, load_gazetteer
from nlp.gazetteer_layout import FILES, FOLDER
from nlp.pack import PackError


@pytest.mark.parametrize(
    "name", ["Guizhou", "贵州", "貴州", "贵州省", "قويتشو", "Гуйчжоу", "Гуйчжоуский", "Kweichow", "GUIZHOU"]
)
def test_one_place_has_its_names_in_every_language(name: str) -> None:
    found = [concept.id for concept in load_gazetteer().find_by_name(name)]
    assert found[:1] == ([] if name == "Гуйчжоуский" else ["place:cn-520000"])


def test_a_county_tells_its_parents_codes_and_where_its_coordinates_are_from() -> None:
    county = load_gazetteer().find_by_name("石林彝族自治县")[0]
    assert county.label == "Shilin Yi Autonomous County"
    assert [load_gazetteer().get(parent).label for parent in county.broader] == ["Kunming", "Yunnan", "China"]  # type: ignore[union-attr]  # all are there
    assert county.codes["adcode"] == "530126"
    assert county.latitude == pytest.approx(24.76, abs=0.5)


def test_former_names_lead_to_the_unit_of_today() -> None:
    assert [one.label for one in load_gazetteer().find_by_name("思茅市")] == ["Pu'er"]


def test_every_place_names_parents_that_are_there_and_no_circle() -> None:
    gazetteer = load_gazetteer()
    for index in range(0, len(gazetteer), 997):
        place = gazetteer.place(index)
        assert index not in place.parents
        assert gazetteer.get(gazetteer.concept_id(index)) == gazetteer.concept(index)


def test_an_unknown_id_and_an_unknown_name_are_told_as_such() -> None:
    assert load_gazetteer().get("place:nowhere") is None
    assert load_gazetteer().find_by_name("Xyzzyville") == []
    assert load_gazetteer().find_by_name("") == []


def test_a_missing_file_is_named_with_what_makes_it(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"names\.marisa: no such file; `python -m tools\.gazetteer build` writes it"):
        Gazetteer(tmp_path)


def test_files_of_different_builds_are_refused(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "nlp" / FOLDER
    for name in FILES:
        (tmp_path / name).write_bytes((shipped / name).read_bytes())
    (tmp_path / "postings.bin").write_bytes(b"\x05\x00\x00\x00" + b"\x00" * 40)
    with pytest.raises(PackError, match="not of one build"):
        Gazetteer(tmp_path)


def test_it_is_shipped_in_under_fifteen_megabytes() -> None:
    shipped = Path(__file__).parents[2] / "nlp" / FOLDER
    assert sum((shipped / name).stat().st_size for name in FILES) < 15_000_000
