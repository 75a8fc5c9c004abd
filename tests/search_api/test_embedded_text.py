"""Words found in six languages, under names in any language, with the reason and the place told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search_api.analysis.analyser import analyse
from search_api.analysis.query_words import analyse_query
from search_api.index.embedded import EmbeddedIndex, open_embedded_index
from search_api.index.record import Matched
from search_api.query import ArticleQuery, ClaimQuery
from tests.search_api.building import CONCEPTS, make_article, said

MakeIndex = Callable[..., EmbeddedIndex]


def articles_of(index: EmbeddedIndex, text: str, **asked: Any) -> set[str]:
    """Names of the articles that a text finds, by their claims and by themselves."""
    by_claim = {str(hit.article.url) for hit in index.search_claims(ClaimQuery(text=text, **asked)).hits}
    by_article = {str(hit.article.url) for hit in index.search_articles(ArticleQuery(text=text, **asked)).hits}
    assert by_claim <= by_article
    return {url.rsplit("/", 1)[1] for url in by_article}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("livestream", {"apples"}),
        ("LIVESTREAMS", {"apples"}),
        ("farmer", {"apples"}),
        ("网络零售", {"yunnan"}),
        ("網絡零售額", {"yunnan"}),
        ("农村电商", set()),
        ("电商", {"yunnan"}),
        ("مزارع", {"tuffah"}),
        ("والمزارعين", {"tuffah"}),
        ("village", {"the"}),  # a word of French and of English
        ("coopératives", {"the"}),
        ("cooperative", {"the"}),
        ("деревня", {"yabloki"}),
        ("precios", {"precio"}),
        ("café", {"precio"}),
        ("cafe", {"precio"}),
        ("4.8", {"apples"}),
        ("70000", {"yabloki"}),
        ("７００００", {"yabloki"}),
        ("farmers unfindable", set()),
        ("!?…", set()),
    ],
)
def test_words_are_found_in_other_forms(index: EmbeddedIndex, text: str, expected: set[str]) -> None:
    assert articles_of(index, text) == expected


@pytest.mark.parametrize("name", ["apple", "apples", "苹果", "蘋果", "تفاح", "التفاح", "pommes", "manzana", "яблоки"])
def test_a_product_named_in_any_language_finds_articles_in_every_language(index: EmbeddedIndex, name: str) -> None:
    assert articles_of(index, name) == {"apples", "tuffah", "yabloki"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *(
            (name, {"apples", "yunnan"})
            for name in ("Yunnan", "yunnan", "云南", "雲南", "يوننان", "Юньнань", "Юньнани")
        ),
        *((name, {"apples", "yunnan"}) for name in ("Shilin", "石林", "شيلين", "Шилинь")),
        *((name, {"apples", "yunnan", "tuffah"}) for name in ("China", "中国", "الصين", "Chine", "Китай", "Китая")),
        *((name, {"apples"}) for name in ("Pinduoduo", "拼多多", "بيندوودو")),
        *((name, {"apples", "tuffah", "yabloki"}) for name in ("fruit", "水果", "فواكه")),
    ],
)
def test_a_place_organisation_or_class_named_in_any_language_does_so_too(
    index: EmbeddedIndex, name: str, expected: set[str]
) -> None:
    assert articles_of(index, name) == expected


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_names_in_another_language_are_found_within_the_texts_of_one(index: EmbeddedIndex, language: str) -> None:
    found = {"ar": "tuffah", "ru": "yabloki"}[language]
    for name in ("apples", "manzanas", "pommes", "苹果", "яблоко"):
        assert articles_of(index, name, languages=(language,)) == {found}


@pytest.mark.parametrize("measure", ["planted area", "种植面积", "المساحة المزروعة", "посевная площадь"])
def test_a_measure_named_in_any_language_finds_its_claims(index: EmbeddedIndex, measure: str) -> None:
    found = {hit.claim.surface for hit in index.search_claims(ClaimQuery(text=measure)).hits}
    assert found == {"1200亩", "80 هكتارا"}


def test_the_sentence_that_holds_the_words_stands_before_a_headline_that_does(make_index: MakeIndex) -> None:
    index = make_index(
        make_article("a", "Tea of the mountains\nThey sold 5 tonnes.", said("5 tonnes", 5, "tonne")),
        make_article("b", "News of the day\nThey sold 6 tonnes of mountain tea.", said("6 tonnes", 6, "tonne")),
    )
    hits = index.search_claims(ClaimQuery(text="mountain tea")).hits
    assert [hit.claim.surface for hit in hits] == ["6 tonnes", "5 tonnes"]


@pytest.mark.parametrize(
    ("text", "field", "cuts"),
    [
        ("farmer", "quote", ["farmers"]),
        ("livestream", "headline", ["Livestreams"]),
        ("yuan apples", "quote", ["yuan", "apples"]),
        ("零售额", "quote", ["零售额"]),
        ("額", "quote", ["额"]),
        ("电商发展", "headline", ["电商", "发展"]),
        ("مزارع", "quote", ["المزارعون"]),
        ("деревня", "quote", ["деревнях"]),
        ("tienda", "quote", ["tiendas"]),
        ("the", "quote", ["thé"]),
    ],
)
def test_a_hit_says_where_it_met_the_words(index: EmbeddedIndex, text: str, field: str, cuts: list[str]) -> None:
    hit = index.search_claims(ClaimQuery(text=text)).hits[0]
    told = {one.field: one for one in hit.matched_by}
    source = hit.claim.quote.text if field == "quote" else hit.article.title
    assert [source[span.start : span.end] for span in told[field].spans] == cuts


@pytest.mark.parametrize(
    ("asked", "field", "words", "value"),
    [
        ({"text": "яблоки", "languages": ("ar",)}, "name", ("яблоки",), None),
        ({"places": ("place:yunnan",), "languages": ("en",), "units": ("CNY",)}, "place", ("Yunnan",), "place:yunnan"),
        ({"places": ("place:china",), "units": ("order",)}, "place", ("Shilin",), "place:china"),
        ({"products": ("product:fruit",), "languages": ("ru",)}, "product", ("яблок",), "product:fruit"),
        ({"organisations": ("org:pinduoduo",)}, "organisation", ("Pinduoduo",), "org:pinduoduo"),
        ({"units": ("mu",), "value_min": 1200}, "value", ("1200亩",), "stated"),
        ({"value_unit": "mu", "value_min": 1200, "languages": ("ar",)}, "value", ("80 هكتارا",), "stated"),
        ({"units": ("order",), "value_min": 999, "match": "possible"}, "value", ("300 orders",), "possible"),
    ],
)
def test_a_hit_says_which_filter_or_name_it_met(
    index: EmbeddedIndex, asked: dict[str, Any], field: str, words: tuple[str, ...], value: str | None
) -> None:
    (hit,) = index.search_claims(ClaimQuery(**asked)).hits
    told: dict[str, Matched] = {one.field: one for one in hit.matched_by}
    assert (told[field].words, told[field].value) == (words, value)


def test_without_a_question_nothing_was_met(index: EmbeddedIndex) -> None:
    assert all(hit.matched_by == () for hit in index.search_claims(ClaimQuery()).hits)


def test_an_article_shows_the_part_that_holds_the_words(make_index: MakeIndex) -> None:
    body = "Market day\n" + "Many stalls were open. " * 60 + "The last stall sold mushrooms. " + "It rained. " * 60
    index = make_index(make_article("a", body))
    (hit,) = index.search_articles(ArticleQuery(text="mushroom")).hits
    assert "sold mushrooms" in hit.extract
    assert body[hit.extract_start : hit.extract_start + len(hit.extract)] == hit.extract
    (met,) = hit.matched_by
    assert [body[span.start : span.end] for span in met.spans] == ["mushrooms"]


def test_a_chinese_word_whose_pairs_stand_in_two_paragraphs_is_met_in_the_body(make_index: MakeIndex) -> None:
    body = "标题\n农村的村电站。\n电商平台很多。"
    index = make_index(make_article("a", body, language="zh"))
    (hit,) = index.search_articles(ArticleQuery(text="农村电商平台发展")).hits
    assert [one.field for one in hit.matched_by] == ["body"]
    assert [body[span.start : span.end] for span in hit.matched_by[0].spans] == ["农村", "村电", "电商平台"]


def test_an_article_whose_source_is_only_linked_to_shows_no_extract(make_index: MakeIndex) -> None:
    index = make_index(make_article("a", "Headline\nMushrooms were sold.", show="link"))
    (hit,) = index.search_articles(ArticleQuery(text="mushrooms")).hits
    assert hit.extract == ""


ODD_TEXTS = [
    "surrogate \ud800 and \udfff here",
    "\u202eright to left\u202c مرحبا",
    "emoji 👩🏽‍🌾 🌾🌾",
    "word" * 20_000,
    "农" * 30_000,
    "nul \x00 byte and \x1f unit",
    "e" + "\u0301" * 5_000,
    "\ufeffmark",
    "¶ ¶ ¶",
    "\u2028\u2029\x85 lines",
]


@pytest.mark.parametrize("odd", ODD_TEXTS, ids=range(len(ODD_TEXTS)))
def test_odd_texts_are_written_and_found(make_index: MakeIndex, odd: str) -> None:
    body = f"Headline {odd}\nMushrooms cost 5 yuan {odd}."
    index = make_index(make_article("a", body, said("5 yuan", 5, "CNY"), title="T"))
    (claim,) = index.search_claims(ClaimQuery(text="mushrooms")).hits
    assert claim.claim.surface == "5 yuan"
    (article,) = index.search_articles(ArticleQuery(text="mushrooms")).hits
    stored = index.get_article(article.article.id)
    assert stored is not None
    assert len(stored.text.body) == len(body)
    assert stored.text.body[claim.claim.start : claim.claim.end] == "5 yuan"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(), max_size=200))
def test_any_question_is_answered(index: EmbeddedIndex, text: str) -> None:
    index.search_claims(ClaimQuery(text=text, limit=2))
    index.search_articles(ArticleQuery(text=text, limit=2))


@pytest.mark.parametrize("text", ["a b " * 250, "农" * 1000, "农村电商" * 250, "١٢٣ " * 250, "a'" * 500, "x" * 1000])
def test_the_longest_question_is_answered(index: EmbeddedIndex, text: str) -> None:
    assert index.search_claims(ClaimQuery(text=text)).total.value == 0


@pytest.mark.parametrize("value", ["", "x" * 70_000, "place:\ud800", '"', "a\x00b", "*", "[1 TO 2]"])
def test_any_value_of_a_filter_finds_nothing(index: EmbeddedIndex, value: str) -> None:
    assert index.search_claims(ClaimQuery(places=(value,))).total.value == 0
    assert index.get_article(value) is None
    assert index.get_claim(value) is None


def test_a_word_of_70_000_bytes_is_found_by_its_beginning(make_index: MakeIndex) -> None:
    index = make_index(make_article("a", f"Headline\n{'ж' * 35_000} 5 yuan.", said("5 yuan", 5, "CNY")))
    assert index.search_claims(ClaimQuery(text="ж" * 900)).total.value == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), st.sampled_from(["ar", "zh", "en", "fr", "es", "ru", "und"]))
def test_highlights_lie_in_the_text_and_hold_the_words(text: str, language: str) -> None:
    from search_api.index.matching import find_words

    analysis = analyse(text, language)
    for word in analyse_query(text):
        for span in find_words(analysis, word):
            assert text[span.start : span.end].strip()


def test_without_concepts_the_reading_s_own_names_and_parents_serve(tmp_path: Path) -> None:
    article = make_article(
        "a", "In Shilin they sold 5 eggs.", said("5 eggs", 5, "egg", places=("Shilin=place:shilin",))
    )
    with open_embedded_index(tmp_path / "index", writable=True) as index:
        index.write_articles([article])
        index.commit()
        assert index.count_claims(ClaimQuery(places=("place:yunnan",))) == 1
        assert index.count_articles(ArticleQuery(places=("place:china",))) == 1
        assert index.count_claims(ClaimQuery(text="石林")) == 0
        (hit,) = index.search_claims(ClaimQuery(places=("place:yunnan",))).hits
        assert [(one.field, one.words, one.value) for one in hit.matched_by] == [("place", ("Shilin",), "place:yunnan")]


def test_a_village_that_no_gazetteer_holds_is_found_in_what_it_lies_in(tmp_path: Path) -> None:
    article = make_article("a", "In Yang village they sold 5 eggs.", said("5 eggs", 5, "egg", places=("Yang village",)))
    (mention,) = article.reading.mentions
    reading = article.reading.model_copy(
        update={"mentions": (mention.model_copy(update={"parent_ids": ("place:yunnan", "place:china")}),)}
    )
    with open_embedded_index(tmp_path / "index", writable=True, concepts=CONCEPTS) as index:
        index.write_articles([article.model_copy(update={"reading": reading})])
        index.commit()
        for query in (ClaimQuery(places=("place:yunnan",)), ClaimQuery(text="云南"), ClaimQuery(text="Yang")):
            assert index.count_claims(query) == 1
