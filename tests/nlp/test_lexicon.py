"""The lexicons are sound, and a broken row is told with its file, line and id."""

from collections import defaultdict
from pathlib import Path

import pytest

from nlp.lexicon import load_organisations, load_products, make_names, read_entries
from nlp.pack import LANGUAGES, PackError, load_toml

DATA = Path(__file__).parents[2] / "nlp" / "data"
LEXICON_FILES = sorted([*(DATA / "products").glob("*.toml"), DATA / "organisations.toml"])
EGG = {"id": "egg", "label": "egg", **{language: ["egg"] for language in LANGUAGES}}


def goods():
    return [entry for entry in load_products().values() if entry.forms]


def test_a_thousand_goods_and_one_hundred_and_fifty_organisations_are_known():
    assert len(goods()) >= 1000
    assert len(load_organisations()) >= 150


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("load", [load_products, load_organisations])
def test_every_row_has_every_language(load, language):
    lacking = [entry.concept.id for entry in load().values() if entry.forms and not entry.forms.get(language)]
    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("load", [load_products, load_organisations])
def test_no_form_belongs_to_two_rows_without_saying_so(load, language):
    owners = defaultdict(set)
    for entry in load().values():
        said = {form.form for form in entry.forms.get(language, ()) if form.shared}
        for name in make_names([entry], language, proper=load is load_organisations):
            if name.written_as not in said:
                owners[name.text].add(entry.concept.id)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_no_two_goods_have_the_same_english_name():
    labels = [entry.concept.label for entry in goods()]
    assert len(labels) == len(set(labels))


def test_every_good_has_a_class_that_is_no_good_of_its_own_kind():
    assert [entry.concept.id for entry in goods() if not entry.concept.broader] == []
    assert load_products()["product:yellow-peach"].concept.broader == ("product:peach", "product:fruit", "product:crop")


@pytest.mark.parametrize("file", LEXICON_FILES, ids=lambda file: file.name)
def test_every_file_says_what_it_is_where_it_is_from_its_licence_and_date(file):
    head = "".join(line for line in file.read_text(encoding="utf-8").splitlines(True)[:10] if line.startswith("#"))
    assert "Source:" in head
    assert "Licence:" in head
    assert "Date:" in head


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({**EGG, "colour": "white"}, "unknown key 'colour'; the keys are"),
        ({key: value for key, value in EGG.items() if key != "ru"}, "no forms in ru: give each language at least one"),
        ({**EGG, "ru": [{"form": "яйцо", "short": True}]}, "only short names in ru: give it a full one too"),
        ({**EGG, "en": "egg"}, "en has the form 'egg': a list of texts and tables is right"),
        ({**EGG, "en": [{"form": "egg", "ambiguos": True}]}, "a list of texts and tables is right"),
        ({**EGG, "en": [{"form": "egg", "needs": "hen"}]}, "a list of texts and tables is right"),
        ({**EGG, "en": [""]}, "a list of texts and tables is right"),
        ({**EGG, "label": ""}, "it needs its English name"),
        ({**EGG, "broader": "bird"}, "its class 'bird' is no row"),
        ({**EGG, "broader": "egg"}, "'egg' is its own parent"),
        ({**EGG, "id": "Hen Egg"}, "an id is lower-case words joined by hyphens"),
    ],
)
def test_a_broken_row_is_told_with_its_file_and_id(row, told):
    with pytest.raises(PackError) as raised:
        read_entries({"data/products/none.toml": [row]}, "product")
    assert "nlp/data/products/none.toml" in str(raised.value)
    assert f'row "{row["id"]}"' in str(raised.value)
    assert told in str(raised.value)


def test_a_row_of_a_file_is_told_with_its_line():
    rows = [dict(row) for row in load_toml("data/products/fruit.toml")["product"]]
    rows[1]["colour"] = "green"
    line = next(
        number
        for number, text in enumerate((DATA / "products" / "fruit.toml").read_text(encoding="utf-8").splitlines(), 1)
        if text == f'id = "{rows[1]["id"]}"'
    )
    with pytest.raises(PackError, match=f"fruit.toml, line {line}, row"):
        read_entries({"data/products/fruit.toml": rows}, "product")


def test_an_id_used_twice_is_told():
    with pytest.raises(PackError, match="this id is used twice"):
        read_entries({"data/products/none.toml": [EGG, EGG]}, "product")


def test_an_organisation_of_an_unknown_type_is_told():
    with pytest.raises(PackError, match="type 'shop' is none of platform, ministry"):
        read_entries({"data/organisations.toml": [{**EGG, "type": "shop"}]}, "organisation")


@pytest.mark.parametrize(("file", "key"), [("counted_nouns", "id"), ("person_nouns", "role")])
def test_counted_nouns_stand_once_in_each_language(file, key):
    nouns = load_toml(f"data/{file}.toml")["noun"]
    assert len({noun[key] for noun in nouns}) == len(nouns)
    for language in LANGUAGES:
        forms = [form for noun in nouns for form in noun[language]]
        assert len(forms) == len(set(forms)) > 200
