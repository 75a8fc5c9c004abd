"""Both streams of tokens of a text, and the words of a query that meet them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.analysis.analyser import analyse, han_bigrams, normalize_number
from search_api.analysis.query_words import analyse_query
from search_api.index.matching import find_words

LANGUAGES = ("ar", "zh", "en", "fr", "es", "ru", "und")


def stems(text: str, language: str) -> list[str]:
    return [token.text for token in analyse(text, language).stems]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "农村电商 sold 10,000 eggs", ["农村", "村电", "电商", "sold", "10000", "eggs"]),
        ("zh", "茶", ["茶"]),
        ("zh", "貧困縣", ["贫困", "困县"]),
        ("en", "The farmers' counties", ["the", "farmer", "counti"]),
        ("ar", "صادرات المزارعين", ["صادر", "مزارع"]),
        ("ru", "в деревнях", ["в", "деревн"]),
        ("es", "1.234.567 y 4,8", ["1234567", "y", "4.8"]),
        ("und", "Ärger sells", ["arger", "sells"]),
    ],
)
def test_a_text_has_stems(language: str, text: str, expected: list[str]) -> None:
    assert stems(text, language) == expected


def test_single_chinese_characters_stand_in_the_exact_stream() -> None:
    assert [token.text for token in analyse("贫困县 Tea", "zh").exact] == ["贫", "困", "县", "tea"]


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [
        ("10,000", "en", "10000"),
        ("10 000", "fr", "10000"),
        ("10\u202f000,5", "fr", "10000.5"),
        ("1.234.567", "es", "1234567"),
        ("4.8", "en", "4.8"),
        ("4,8", "ru", "4.8"),
        ("12٫5", "ar", "12.5"),
        ("12٬500", "ar", "12500"),
        ("10'000", "en", "10000"),
    ],
)
def test_numbers_lose_their_grouping(number: str, language: str, expected: str) -> None:
    assert normalize_number(number, language) == expected


def test_bigrams_overlap() -> None:
    assert han_bigrams("农村电商") == ("农村", "村电", "电商")
    assert han_bigrams("茶") == ("茶",)


def is_found(query: str, text: str, language: str) -> bool:
    analysis = analyse(text, language)
    words = analyse_query(query)
    return bool(words) and all(find_words(analysis, word) for word in words)


@pytest.mark.parametrize(
    ("language", "query", "text"),
    [
        ("en", "farmer", "Farmers sold rice."),
        ("en", "LIVESTREAM", "three livestreams"),
        ("en", "Puer", "Pu'er tea"),
        ("en", "Xi'an", "a shop in Xian"),
        ("en", "10,000", "10000 eggs"),
        ("en", "10000", "10,000 eggs"),
        ("zh", "贫困县", "832个贫困县"),
        ("zh", "貧困縣", "832个贫困县"),
        ("zh", "贫困县", "832個貧困縣"),
        ("zh", "茶", "茶叶销售"),
        ("zh", "茶", "普洱茶"),
        ("zh", "农村电商", "农村地区的电商"),
        ("zh", "１２３", "共123家"),
        ("ar", "مزارع", "قال المزارعون"),
        ("ar", "مقاطعة شيلين", "في بمقاطعة شيلين"),
        ("ar", "٤٥", "45 طنا"),
        ("fr", "huile", "l’huile d’olive"),
        ("fr", "agricole", "produits agricoles"),
        ("fr", "marche", "les marchés"),
        ("es", "exportacion", "las exportaciones"),
        ("es", "1234567", "1.234.567 pesos"),
        ("ru", "деревня", "в деревнях"),
        ("ru", "Елка", "ёлки"),
    ],
)
def test_a_query_finds_other_forms(language: str, query: str, text: str) -> None:
    assert is_found(query, text, language)


@pytest.mark.parametrize(
    ("language", "query", "text"),
    [
        ("zh", "贫困县", "贫困人口和县城"),
        ("zh", "鱼", "茶叶"),
        ("en", "rice farmers", "rice"),
        ("ar", "ولاية", "لا يوجد"),
        ("en", "Xi'an", "an apple"),
        ("en", "!?", "!?"),
    ],
)
def test_a_query_does_not_find_what_only_looks_alike(language: str, query: str, text: str) -> None:
    assert not is_found(query, text, language)


def test_a_word_that_stands_twice_in_a_query_counts_once() -> None:
    assert len(analyse_query("rice Rice RICE")) == 1


@given(st.text(alphabet=st.characters(), max_size=200), st.sampled_from(LANGUAGES))
def test_tokens_lie_in_any_text_and_hold_no_space(text: str, language: str) -> None:
    analysis = analyse(text, language)
    for token in (*analysis.stems, *analysis.exact):
        assert 0 <= token.start < token.end <= len(text)
        assert token.text
        assert not any(character.isspace() for character in token.text)


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_a_text_is_found_by_its_own_words(text: str, language: str) -> None:
    analysis = analyse(text, language)
    for word in analyse_query(text):
        if word.least > 1 or word.surface.isdecimal() or not word.surface.isalpha():
            continue
        assert find_words(analysis, word), word


@given(st.text(alphabet=st.characters(), max_size=1000))
def test_any_query_is_read(text: str) -> None:
    for word in analyse_query(text):
        assert word.terms
        assert 1 <= word.least <= len(word.terms)
