"""Places in running text: which words are places, and which place each is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.context import Context
from nlp.pack import LANGUAGES
from nlp.places.find import find_places
from nlp.text_view import make_text_view


def _found(text: str, language: str, *, country: str | None = None) -> list[tuple[str, str | None]]:
    places = find_places(make_text_view(text, language=language), Context(country=country))
    return [(place.surface, place.label) for place in places]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Growers in Danzhai County in southwest China's Guizhou Province sold tea.",
         [("Danzhai County", "Danzhai County"), ("China", "China"), ("Guizhou Province", "Guizhou")]),
        ("en", "Traders in Meru and Nairobi, Kenya, pay more.",
         [("Meru", "Meru"), ("Nairobi", "Nairobi"), ("Kenya", "Kenya")]),
        ("zh", "陕西省延安市洛川县的苹果远销广东。",
         [("陕西省", "Shaanxi"), ("延安市", "Yan'an"), ("洛川县", "Luochuan County"), ("广东", "Guangdong")]),
        ("zh", "黔東南州從江縣的茶葉賣到臺北。",
         [("黔東南州", "Qiandongnan Miao and Dong Autonomous Prefecture"), ("從江縣", "Congjiang County"),
          ("臺北", "Taipei")]),
        ("ar", "في محافظة شيلين بمقاطعة يوننان الصينية، ارتفع الدخل في الصين.",
         [("شيلين", "Shilin Yi Autonomous County"), ("يوننان", "Yunnan"), ("الصين", "China")]),
        ("ar", "باع مزارعون في بعقوبة بالعراق التمور.", [("بعقوبة", "Baqubah"), ("العراق", "Iraq")]),
        ("fr", "Dans le comté de Yongsheng, au Yunnan, et au Sénégal.",
         [("Yongsheng", "Yongsheng County"), ("Yunnan", "Yunnan"), ("Sénégal", "Senegal")]),
        ("es", "En el condado de Fengdu, municipio de Chongqing, en China.",
         [("Fengdu", "Fengdu County"), ("Chongqing", "Chongqing"), ("China", "China")]),
        ("ru", "В уезде Юнфу (Гуанси-Чжуанский автономный район) и в Китае.",
         [("Юнфу", "Yongfu County"), ("Гуанси-Чжуанский автономный район", "Guangxi"), ("Китае", "China")]),
        ("ru", "Фермеры Вологодской области поставляют молоко в Москву.",
         [("Вологодской области", "Vologda Oblast"), ("Москву", "Moscow")]),
    ],
)  # fmt: skip
def test_places_are_linked_in_every_language(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("قرية صغيرة في ولاية وينشان بمقاطعة يوننان.", "ar", "prefecture"),
        ("في مدينة وينشان بمقاطعة يوننان.", "ar", "county"),
        ("The sales in Wenshan Prefecture, Yunnan, doubled.", "en", "prefecture"),
        ("青海省海南州的牦牛肉。", "zh", "prefecture"),
        ("海南的芒果上市了。", "zh", "province"),
    ],
)
def test_the_noun_decides_between_units_of_one_name(text: str, language: str, kind: str) -> None:
    places = find_places(make_text_view(text, language=language), Context())
    named = [place for place in places if place.surface.startswith(("وينشان", "Wenshan", "海南"))]
    assert [place.place_kind for place in named] == [kind]


@pytest.mark.parametrize(
    ("text", "language", "name", "kind", "parent"),
    [
        ("In the village of Rasidpura in Sikar district, Rajasthan.", "en", "Rasidpura", "village", "Sikar"),
        ("Dans le village de Ndiobène, dans la région de Louga.", "fr", "Ndiobène", "village", "Louga"),
        ("En la aldea de Xejuyup, en Chimaltenango, Guatemala.", "es", "Xejuyup", "village", "Chimaltenango"),
        ("Житель деревни Лунцзян Хуан Мэй из уезда Юнфу, Гуанси.", "ru", "Лунцзян", "village", "Yongfu County"),
        ("في قرية دنغشي بولاية تشياندونغنان بمقاطعة قويتشو.", "ar", "دنغشي", "village",
         "Qiandongnan Miao and Dong Autonomous Prefecture"),
        ("在湘西州花垣县双龙镇十八洞村，游客很多。", "zh", "十八洞村", "village", "Huayuan County"),
    ],
)  # fmt: skip
def test_a_village_that_no_gazetteer_holds_is_named_and_keeps_its_parent(
    text: str, language: str, name: str, kind: str, parent: str
) -> None:
    places = find_places(make_text_view(text, language=language), Context())
    village = next(place for place in places if place.surface == name)
    assert (village.concept_id, village.label, village.place_kind) == (None, None, kind)
    assert parent in village.parents[:2]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It is a nice day for reading, and Mobile phones sell well.", "en"),
        ("Susan Rice met Paris Hilton; Jordan Belfort paid 500 US dollars.", "en"),
        ("他们开展合作，社会太平，共和的理念深入人心。", "zh"),
        ("بدأوا العمل نحو الساعة العاشرة، وهو أعلى من ذي قبل.", "ar"),
        ("Nous lisons ensemble, tour à tour, dans le sens du vent.", "fr"),
        ("Fueron juntos a ver la granada y la paz.", "es"),
        ("Они купили орла и лису; рост на 5 процентов, 100 долл. США.", "ru"),
    ],
)
def test_common_words_persons_and_currencies_are_no_places(text: str, language: str) -> None:
    assert _found(text, language) == []


def test_the_outlets_country_decides_between_towns_of_one_name() -> None:
    text = "Prices rose in Birmingham."
    labels = {
        country: find_places(make_text_view(text, language="en"), Context(country=country))[0].parents[-1]
        for country in ("GB", "US")
    }
    assert labels == {"GB": "United Kingdom", "US": "United States"}


def test_what_cannot_be_told_apart_names_its_candidates() -> None:
    places = find_places(make_text_view("La provincia de San José creció.", language="es"), Context())
    assert places[0].candidates
    assert places[0].confidence <= 0.5


def test_a_language_that_is_not_read_gives_nothing() -> None:
    assert _found("Berlin ist groß.", "und") == []


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200), language=st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_surfaces_stand_where_they_say(text: str, language: str) -> None:
    for place in find_places(make_text_view(text, language=language), Context()):
        assert text[place.start : place.end] == place.surface


def test_a_name_of_a_megabyte_is_read_in_time() -> None:
    text = "China " + "x" * 1_000_000 + " قرية " + "ب" * 1_000
    assert _found(text, "en")[0] == ("China", "China")
