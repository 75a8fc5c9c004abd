"""The build of the gazetteer, on small sources made here."""

from pathlib import Path

import pytest

from nlp.gazetteer import Gazetteer
from tools.gazetteer.arabic import spell_in_arabic
from tools.gazetteer.china import make_china
from tools.gazetteer.common_words import mark_common_names
from tools.gazetteer.pinyin import join_syllables, read_syllables
from tools.gazetteer.record import COMMON, OTHER, OWN, Draft
from tools.gazetteer.russian import decline
from tools.gazetteer.world import make_subdivisions
from tools.gazetteer.write import write_gazetteer

_DIVISIONS = {
    "provinces": {
        "云南省": {
            "code": "530000000000",
            "cities": {
                "普洱市": {
                    "code": "530800000000",
                    "counties": {"思茅区": "530802000000", "澜沧拉祜族自治县": "530828000000"},
                }
            },
        }
    }
}
_RENAMING = {
    "year": 2007,
    "type": "更名",
    "old": {"code": "530800000000", "name": "思茅市"},
    "new": {"code": "530800000000", "name": "普洱市"},
}


def _china() -> dict[str, Draft]:
    return {draft.codes["adcode"]: draft for draft in make_china(_DIVISIONS, {"events": [_RENAMING]})}


@pytest.mark.parametrize(
    ("adcode", "kind", "label"),
    [
        ("530000", "province", "Yunnan"),
        ("530800", "city", "Pu'er"),
        ("530802", "county", "Simao District"),
        ("530828", "county", "Lancang Lahu Autonomous County"),
    ],
)
def test_a_unit_of_china_gets_its_kind_and_english_label_by_rule(adcode: str, kind: str, label: str) -> None:
    draft = _china()[adcode]
    assert (draft.kind, draft.label) == (kind, label)


def test_a_former_name_is_a_name_of_the_unit_of_today() -> None:
    assert "思茅市" in _china()["530800"].names


def test_names_are_spelled_in_arabic_and_russian() -> None:
    names = _china()["530828"].names
    assert {"لانتسانغ", "Ланьцан", "Ланьцане", "澜沧县"} <= set(names)


@pytest.mark.parametrize(
    ("name", "joined"), [("西安", "Xi'an"), ("长沙", "Changsha"), ("六安", "Lu'an"), ("乐山", "Leshan")]
)
def test_pinyin_is_read_and_joined_as_the_press_does(name: str, joined: str) -> None:
    assert join_syllables(read_syllables(name)) == joined


def test_the_likeliest_arabic_spelling_stands_first_and_unknown_syllables_give_none() -> None:
    assert spell_in_arabic(("qing", "hai"))[0] == "تشينغهاي"
    assert spell_in_arabic(("xyz",)) == ()


@pytest.mark.parametrize(
    ("name", "form"),
    [("Египет", "Египте"), ("Внутренняя Монголия", "Внутренней Монголии"), ("Шаньдун", "Шаньдуне"), ("Ухань", "Ухани")],
)
def test_russian_names_stand_in_every_case(name: str, form: str) -> None:
    assert form in decline(name)


def test_a_name_that_is_a_common_word_is_lowered_unless_the_place_is_prominent() -> None:
    town = Draft(id="place:1", kind="city", label="Reading", country="GB", population=200_000, level=4)
    metropolis = Draft(id="place:2", kind="city", label="Reading", country="GB", population=3_000_000, level=4)
    for draft in (town, metropolis):
        draft.add("Reading", OWN)
    words = {"latn": frozenset(("reading",)), "cyrl": frozenset(), "arab": frozenset(), "hani": frozenset()}
    assert mark_common_names([town, metropolis], words, frozenset()) == 1
    assert (town.names["Reading"], metropolis.names["Reading"]) == (COMMON, OWN)


def test_divisions_know_their_parents() -> None:
    names = {"frpdl": {"en": "Pays de la Loire"}, "fr53": {"en": "Mayenne", "ru": "Майен"}}
    region, department = make_subdivisions(names, {"fr53": "frpdl"}, {}, ["FR"])[::-1]
    assert (region.parent, region.level, department.parent, department.level) == ("place:fr", 1, "place:fr-pdl", 2)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    country = Draft(id="place:xx", kind="country", label="Xanadu", country="XX", codes={"iso": "XX"})
    country.add("Xanadu", OWN)
    town = Draft(
        id="place:xx-1", kind="city", label="Kubla", country="XX", parent="place:xx", level=4, population=7,
        latitude=1.5, longitude=-2.25,
    )  # fmt: skip
    for name in ("Kubla", "忽必烈", "Xanadu"):
        town.add(name, OTHER)
    write_gazetteer([country, town], tmp_path)
    gazetteer = Gazetteer(tmp_path)
    read = gazetteer.get("place:xx-1")
    assert read is not None
    assert (read.label, read.broader, read.latitude, read.longitude) == ("Kubla", ("place:xx",), 1.5, -2.25)
    assert [place.id for place in gazetteer.find_by_name("XANADU")] == ["place:xx", "place:xx-1"]
    assert gazetteer.place(1).population == 7
