"""Stems: inflected forms of a word meet in one token, per language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.analysis.arabic import arabic_query_stems, normalize_arabic, stem_arabic
from search_api.analysis.stem import fold_exact, query_stems, stem_word


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["farmer", "farmers"]),
        ("en", ["county", "counties"]),
        ("en", ["selling", "sells", "sell"]),
        ("fr", ["agricole", "agricoles"]),
        ("fr", ["vente", "ventes"]),
        ("es", ["campesino", "campesinos", "campesinas"]),
        ("es", ["exportación", "exportaciones"]),
        ("ru", ["деревня", "деревни", "деревнями", "деревню"]),
        ("ru", ["ёлка", "елка", "елки"]),
        ("ar", ["صادرات", "الصادرات", "والصادرات", "بالصادرات", "للصادرات", "وصادرات"]),
        ("ar", ["واردات", "الواردات", "والواردات", "بالواردات", "وواردات"]),
        ("ar", ["وزارة", "الوزارة", "والوزارة", "للوزارة"]),
        ("ar", ["ولاية", "الولاية", "والولاية"]),
        ("ar", ["مزارعون", "المزارعون", "مزارعين", "والمزارعين", "للمزارعين", "مزارع"]),
        ("ar", ["مَزْرَعَة", "مزرعة", "المزرعه"]),
        ("ar", ["أسعار", "الأسعار", "اسعار"]),
        ("ar", ["قری", "قرى"]),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, forms: list[str]) -> None:
    assert len({stem_word(form, language) for form in forms}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "ولاية", "لا"),
        ("ar", "الصادرات", "المصدر"),
        ("en", "rice", "price"),
        ("ru", "рис", "риск"),
    ],
)
def test_other_words_keep_stems_of_their_own(language: str, one: str, other: str) -> None:
    assert stem_word(one, language) != stem_word(other, language)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("مقاطعة", "بمقاطعة"),
        ("مقاطعة", "لمقاطعة"),
        ("بمقاطعة", "مقاطعة"),
        ("ورشة", "الورشة"),
        ("الورشة", "ورشة"),
        ("الورشة", "والورشة"),
        ("صادرات", "فالصادرات"),
    ],
)
def test_an_arabic_query_finds_words_with_and_without_clitics(asked: str, written: str) -> None:
    assert stem_arabic(normalize_arabic(written)) in arabic_query_stems(normalize_arabic(asked))


@pytest.mark.parametrize(
    ("asked", "language", "written"),
    [
        ("produccion", "es", "producción"),
        ("ventes", "fr", "vente"),
        ("counties", "en", "county"),
        ("counties", "zh", "counties"),
        ("деревня", "ru", "деревнями"),
        ("деревня", "zh", "деревнями"),
        ("китай", "ru", "китая"),
        ("китая", "ru", "китае"),
        ("чай", "ru", "чаем"),
        ("елка", "ru", "ёлок"),
    ],
)
def test_a_query_word_is_looked_for_under_the_stem_of_each_language(asked: str, language: str, written: str) -> None:
    assert stem_word(written, language) in query_stems(asked, ("en", "fr", "es"))


def test_exact_forms_join_letter_variants_only() -> None:
    assert fold_exact("أُسعارٌ") == "اسعار"
    assert fold_exact("producción") == "produccion"
    assert fold_exact("российский") == "российский"


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ", min_size=1, max_size=12))
def test_an_arabic_stem_is_never_empty_and_among_the_query_stems(word: str) -> None:
    stem = stem_arabic(normalize_arabic(word))
    assert stem
    assert stem in arabic_query_stems(normalize_arabic(word))


@given(st.text(min_size=1, max_size=30), st.sampled_from(["ar", "zh", "en", "fr", "es", "ru", "und", "xx"]))
def test_any_word_has_a_stem(word: str, language: str) -> None:
    assert isinstance(stem_word(word.casefold() or word, language), str)
