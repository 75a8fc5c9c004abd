"""Words, numbers and runs of Chinese: what a text is cut into before it is searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.analysis.words import LONGEST_WORD, split_words


def words_of(text: str) -> list[str]:
    return [word.text for word in split_words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Village stores, 10,000 eggs", ["village", "stores", "10,000", "eggs"]),
        ("l'huile d’Ivoire qu'il n'a", ["huile", "ivoire", "il", "a"]),
        ("aujourd'hui, lorsqu'elle, jusqu'à", ["aujourdhui", "lorsqu", "elle", "jusqu", "à"]),
        ("China's farmers' don't we've", ["china", "farmers", "don", "we"]),
        ("Pu'er tea from Xi’an's Ya'an", ["puer", "tea", "from", "xian", "yaan"]),
        ("'quoted' and ’so’", ["quoted", "and", "so"]),
        ("e-commerce/web_shop", ["e", "commerce", "web", "shop"]),
        ("农村电商2020年", ["农村电商", "2020", "年"]),
        ("二〇二〇年 人们", ["二〇二〇年", "人们"]),
        ("مُزَارِعُون", ["مزارعون"]),
        ("soft\u00adhyphen and zero\u200bwidth", ["softhyphen", "and", "zerowidth"]),
        ("ＫＧ １２，３４５", ["kg", "12,345"]),
        ("٤٥٫٥ ۱۲", ["45٫5", "12"]),
        ("1 234 567,8", ["1 234 567,8"]),
        ("in 2019 300 people", ["in", "2019", "300", "people"]),
        ("🌾 emoji 👩🏽‍🌾", ["emoji"]),
        ("Straße ΣΊΣΥΦΟΣ İstanbul", ["strasse", "σίσυφοσ", "istanbul"]),
        ("", []),
        ("…!? \ud800 \x00", []),
    ],
)
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_a_direction_mark_parts_no_word() -> None:
    assert words_of("\u202bمزار\u200fعون\u202c") == ["مزارعون"]


def test_composed_and_decomposed_letters_are_one_word() -> None:
    assert words_of("producci\u006f\u0301n росси\u0438\u0306ский") == words_of("producción российский")


def test_a_word_is_kept_only_so_far() -> None:
    (word,) = split_words("a" * 70_000)
    assert (len(word.text), word.start, word.end) == (LONGEST_WORD, 0, 70_000)


@given(st.text(alphabet=st.characters(), max_size=300))
def test_pieces_lie_in_any_text_in_order(text: str) -> None:
    at = 0
    for piece in split_words(text):
        assert at <= piece.start < piece.end <= len(text)
        assert piece.text
        # Only what one character splits into (℡) shares a span.
        at = piece.start if piece.kind == "word" else piece.end


@given(st.lists(st.sampled_from(["l", "qu", "Xi", "an", "s", "'", "’", "ʼ", " ", "re", "jusqu", "Ü"]), max_size=12))
def test_apostrophes_never_lose_a_long_word(parts: list[str]) -> None:
    text = "".join(parts)
    kept = "".join(words_of(text))
    for part in ("xi", "jusqu", "ü"):
        if part in text.casefold():
            assert part in kept
