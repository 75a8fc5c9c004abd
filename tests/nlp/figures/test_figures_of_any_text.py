"""What holds of any text: figures stand where they say, nothing raises, nothing hangs."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.context import Context
from nlp.figures.find import find_figures
from nlp.pack import LANGUAGES
from nlp.periods.find import find_periods
from nlp.periods.frequency import find_frequencies
from nlp.text_view import make_text_view
from tests.nlp.figures.telling import PUBLISHED

PIECES = (
    "3", "40", "1,234.5", "２０", "٤٨", "万", "多", "亿", "million", "тыс.", "ألف", "مليونا", "و", "%", "$", "€",
    "元/斤",
    "per kg", "от", "до", "from", "to", "between", "and", "(", ")", "about", "近", "以上", "—", "-", "2019", "年", "月",
    "years", "лет", "عاما", "un", "sur", "de cada", "one", "in", "five", "半", "每", "户", "\n", " ", ". ", ",", "。",
    "\u200f", "\u202b", "\ud800", "\x00", "½", "²", "third", "moitié", "дв", "а", "翻", "番", "成", "折", "rose", "by",
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
                  st.lists(st.sampled_from(PIECES), max_size=25).map("".join))  # fmt: skip


@pytest.mark.parametrize("language", [*LANGUAGES, "und"])
@given(text=TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_span_stands_in_the_body_as_its_surface_says(language, text):
    body = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    view = make_text_view(body, language=language)
    context = Context(published_at=PUBLISHED)
    periods = find_periods(view, context)
    figures = find_figures(view, context, periods=periods)
    for one in (*periods, *find_frequencies(view), *figures, *(figure.number for figure in figures)):
        assert body[one.start : one.end] == one.surface
        assert one.start < one.end
    assert all(before.end <= after.start for before, after in pairwise(figures))


HOSTILE = ("1", "1 ", "12,", "million ", "万", "(", "ألف و", "from 1 to ", "one in ", "3 kg ", "год ", "一半", "2019 ")


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("language", ["en", "zh", "ar"])
def test_hostile_text_takes_time_in_line_with_its_length(language, piece):
    def seconds(length):
        view = make_text_view(piece * (length // len(piece)), language=language)
        begin = time.perf_counter()
        context = Context(published_at=PUBLISHED)
        find_figures(view, context, periods=find_periods(view, context))
        return time.perf_counter() - begin

    seconds(1000)
    # No measure of speed: what grows with the square of the length takes minutes for such a text.
    assert seconds(40_000) < 60


def test_a_megabyte_of_digits_does_not_hang():
    view = make_text_view("7" * 1_000_000, language="en")
    begin = time.perf_counter()
    assert find_figures(view, Context()) == ()
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize(
    ("language", "word"), [("zh", "万亿"), ("zh", "百万"), ("en", "million "), ("ru", "миллион "), ("ar", "مليون ")]
)
def test_scale_words_heaped_without_end_are_no_number_beyond_bounds(language, word):
    view = make_text_view("3" + word * 100_000 + "吨", language=language)
    assert all(figure.quantity.value < 10**25 for figure in find_figures(view, Context()))
