"""Numbers are read as each language writes them: in digits, in words, and in mixtures of both."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from nlp.fold import fold
from nlp.lexer import tokenize
from nlp.numbers.chinese import ChineseNumberReader
from nlp.numbers.digits import infer_digit_style
from nlp.numbers.number import load_number_reader
from nlp.pack import LANGUAGES


def read(language, words, around=""):
    """The number that begins the words, with how many of their characters it takes."""
    folded = fold(words)
    style = infer_digit_style(fold(around or words), language)
    reader = ChineseNumberReader(style) if language == "zh" else load_number_reader(language, style)
    number = reader.read(tokenize(folded), 0)
    return (None, 0) if number is None else (number.value, number.end)


NUMBERS = [
    # digits
    ("en", "1,234.5", "1234.5"),
    ("en", "12,34,567", "1234567"),
    ("en", "0.75", "0.75"),
    ("en", "2.5 million", "2500000"),
    ("en", "1.5 lakh crore", "1500000000000"),
    ("en", "$", None),
    ("fr", "1 234 567,8", "1234567.8"),
    ("fr", "150\u202f000", "150000"),
    ("fr", "47,50", "47.50"),
    ("fr", "1.500", "1500"),
    ("es", "1.234,5", "1234.5"),
    ("es", "3.150 millones", "3150000000"),
    ("es", "2,575 millones", "2575000"),
    ("es", "4 millones 250,000", "4250000"),
    ("es", "1 millón 200 mil", "1200000"),
    ("es", "25 mil 400", "25400"),
    ("ru", "1 234 567,8", "1234567.8"),
    ("ru", "7,3 млрд", "7300000000"),
    ("ru", "12,5 тыс.", "12500"),
    ("ru", "1 миллион 620 тысяч", "1620000"),
    ("ru", "3 тыс. 200", "3200"),
    ("ru", "85 с лишним млн", "85000000"),
    ("ar", "٨٥٬٣٠٠", "85300"),
    ("ar", "٤٫٨", "4.8"),
    ("ar", "2.5 مليون", "2500000"),
    ("ar", "412 ألفا و350", "412350"),
    ("ar", "مليونا و200 ألف", "1200000"),
    ("ar", "مليارين و400 مليون", "2400000000"),
    ("ar", "3 ملايين و250 ألفا", "3250000"),
    ("ar", "18,600", "18600"),
    ("ar", "1.3 مليون", "1300000"),
    ("zh", "3万4000", "34000"),
    ("zh", "1萬2500", "12500"),
    ("zh", "1,100万", "11000000"),
    ("zh", "１２．５万", "125000"),
    ("zh", "2亿3000万", "230000000"),
    ("zh", "1.2万亿", "1200000000000"),
    # words
    ("en", "twenty-five", "25"),
    ("en", "three hundred and twelve", "312"),
    ("en", "two and a half million", "2500000"),
    ("en", "half a million", "500000"),
    ("en", "a quarter of a million", "250000"),
    ("en", "a dozen", "12"),
    ("en", "two dozen", "24"),
    ("en", "a hundred thousand", "100000"),
    ("en", "one and a half", "1.5"),
    ("en", "fifteen hundred", "1500"),
    ("en", "one million two hundred thousand", "1200000"),
    ("fr", "quatre-vingt mille", "80000"),
    ("fr", "quatre-vingt-dix-sept", "97"),
    ("fr", "soixante et onze", "71"),
    ("fr", "deux millions et demi", "2500000"),
    ("fr", "un million et demi", "1500000"),
    ("fr", "un demi-million", "500000"),
    ("fr", "trois cents", "300"),
    ("fr", "mille deux cents", "1200"),
    ("fr", "une douzaine", "12"),
    ("fr", "une centaine", "100"),
    ("fr", "une vingtaine de milliers", "20000"),
    ("fr", "vingt et un mille", "21000"),
    ("fr", "une trentaine", "30"),
    ("es", "dos millones y medio", "2500000"),
    ("es", "medio millón", "500000"),
    ("es", "treinta y cinco mil", "35000"),
    ("es", "mil quinientos", "1500"),
    ("es", "veintidós", "22"),
    ("es", "ciento veinte", "120"),
    ("es", "mil millones", "1000000000"),
    ("es", "un millón y medio", "1500000"),
    ("es", "una docena", "12"),
    ("es", "un centenar", "100"),
    ("es", "una decena", "10"),
    ("es", "un millar", "1000"),
    ("ru", "полтора миллиона", "1500000"),
    ("ru", "двадцать пять тысяч", "25000"),
    ("ru", "сто двадцать", "120"),
    ("ru", "три с половиной тысячи", "3500"),
    ("ru", "полмиллиона", "500000"),
    ("ru", "два с половиной миллиона", "2500000"),
    ("ru", "тысяча двести", "1200"),
    ("ru", "полутора тысяч", "1500"),
    ("ru", "двух тысяч", "2000"),
    ("ru", "пятисот", "500"),
    ("ru", "сотня", "100"),
    ("ru", "дюжина", "12"),
    ("ar", "عشرة آلاف", "10000"),
    ("ar", "مليونين", "2000000"),
    ("ar", "مليونا ونصف المليون", "1500000"),
    ("ar", "مليون ونصف مليون", "1500000"),
    ("ar", "مليونين ونصف المليون", "2500000"),
    ("ar", "خمسة وعشرين ألفا", "25000"),
    ("ar", "ثلاثمائة وخمسين", "350"),
    ("ar", "مائة وعشرين", "120"),
    ("ar", "ألفين وخمسمائة", "2500"),
    ("ar", "ألفي", "2000"),
    ("ar", "نصف مليون", "500000"),
    ("ar", "مئة وخمسين ألفا", "150000"),
    ("ar", "أربعة ملايين", "4000000"),
    ("ar", "خمسة عشر ألفا", "15000"),
    ("ar", "ألف وخمسمئة", "1500"),
    ("zh", "一万五千亿", "1500000000000"),
    ("zh", "二十万亿", "20000000000000"),
    ("zh", "三百二十五", "325"),
    ("zh", "一千零五十", "1050"),
    ("zh", "两万五", "25000"),
    ("zh", "三点五万", "35000"),
    ("zh", "十二万", "120000"),
    ("zh", "两千三", "2300"),
    ("zh", "一百五", "150"),
    ("zh", "九成", "9"),
    ("zh", "两百万", "2000000"),
    ("zh", "半", "0.5"),
    ("zh", "5千", "5000"),
]


@pytest.mark.parametrize(("language", "words", "value"), NUMBERS)
def test_a_number_is_read_with_its_value(language, words, value):
    if value is None:
        assert read(language, words)[0] is None or read(language, words)[1] < len(words)
    else:
        assert read(language, words)[0] == Decimal(value)


@pytest.mark.parametrize(("language", "words", "value"), [row for row in NUMBERS if row[2] and row[1] != "九成"])
def test_a_number_is_read_to_its_end(language, words, value):
    assert read(language, words)[1] == len(words)


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("es", "2.500", "2500"),
        ("es", "1,500 pesos, 3.5 %", "1500"),
        ("es", "1.500 euros, 3,5 %", "1500"),
        ("ru", "2,5", "2.5"),
        ("en", "2,500", "2500"),
        ("ar", "1,500", "1500"),
        ("ar", "1.500 دينار و2,5 كيلوغرام", "1500"),
    ],
)
def test_a_sign_before_three_digits_means_what_the_text_and_language_make_of_it(language, words, value):
    assert read(language, words)[0] == Decimal(value)


@pytest.mark.parametrize(
    ("language", "words", "value", "inside"),
    [
        ("zh", "40余万", "400000", "more_than"),
        ("zh", "三十万多亿", "30000000000000", "more_than"),
        ("zh", "500多万", "5000000", "more_than"),
        ("zh", "5000余", "5000", "more_than"),
        ("zh", "十几万", "100000", "more_than"),
        ("zh", "几十万", "100000", "more_than"),
        ("zh", "数千", "1000", "more_than"),
        ("zh", "百余", "100", "more_than"),
        ("ru", "85 с лишним млн", "85000000", "more_than"),
        ("en", "hundreds of thousands", "100000", "more_than"),
        ("fr", "des milliers", "1000", "more_than"),
        ("es", "cientos de miles", "100000", "more_than"),
        ("ru", "сотни тысяч", "100000", "more_than"),
        ("ru", "десятками тысяч", "10000", "more_than"),
        ("ar", "مئات الآلاف", "100000", "more_than"),
        ("fr", "une centaine", "100", "about"),
        ("es", "un centenar", "100", "about"),
    ],
)
def test_vague_amounts_take_the_least_that_the_words_allow(language, words, value, inside):
    folded = fold(words)
    style = infer_digit_style(folded, language)
    reader = ChineseNumberReader(style) if language == "zh" else load_number_reader(language, style)
    number = reader.read(tokenize(folded), 0)
    assert (number.value, number.inside) == (Decimal(value), inside)


@pytest.mark.parametrize(
    ("words", "value", "upper"),
    [
        ("四五百", 400, 500),
        ("七八十", 70, 80),
        ("两三", 2, 3),
        ("十五六", 15, 16),
        ("三五", 3, 5),
        ("两三万", 20000, 30000),
    ],
)
def test_two_chinese_digits_in_a_row_are_a_range(words, value, upper):
    number = ChineseNumberReader(infer_digit_style(words, "zh")).read(tokenize(words), 0)
    assert (number.value, number.upper, number.end) == (value, upper, len(words))


@pytest.mark.parametrize("words", ["二〇二〇", "一二三", "五四"])
def test_chinese_digits_in_a_row_that_count_nothing_are_no_range(words):
    number = ChineseNumberReader(infer_digit_style(words, "zh")).read(tokenize(words), 0)
    assert number is None or number.upper is None


FRACTIONS = [
    ("en", "two-thirds", "66.6667"),
    ("en", "a third", "33.3333"),
    ("en", "three quarters", "75"),
    ("en", "half", "50"),
    ("fr", "deux tiers", "66.6667"),
    ("fr", "un quart", "25"),
    ("fr", "moitié", "50"),
    ("es", "dos tercios", "66.6667"),
    ("es", "una quinta parte", "20"),
    ("es", "mitad", "50"),
    ("ru", "две трети", "66.6667"),
    ("ru", "четверть", "25"),
    ("ru", "восьмая часть", "12.5"),
    ("ru", "половина", "50"),
    ("ar", "ثلثي", "66.6667"),
    ("ar", "ثلاثة أرباع", "75"),
    ("ar", "نصف", "50"),
    ("zh", "三分之一", "33.3333"),
    ("zh", "百分之三十五", "35"),
    ("zh", "四分之三", "75"),
    ("zh", "一半", "50"),
    ("zh", "百分之12.5", "12.5"),
    ("zh", "十分之一", "10"),
    ("zh", "过半", None),
    ("en", "a fifth of them", "20"),
    ("en", "a fifth shop", None),
    ("en", "two fifths", "40"),
    ("fr", "deux cinquièmes", "40"),
    ("fr", "un cinquième magasin", None),
    ("es", "dos quintos", "40"),
    ("ru", "две пятых", "40"),
    ("ru", "пятая школа", None),
]


@pytest.mark.parametrize(("language", "words", "percent"), FRACTIONS)
def test_parts_of_a_whole_are_read_as_percent(language, words, percent):
    folded = fold(words)
    style = infer_digit_style(folded, language)
    reader = ChineseNumberReader(style) if language == "zh" else load_number_reader(language, style)
    number = reader.read(tokenize(folded), 0)
    value = number.value if number is not None and number.kind == "fraction" else None
    assert value is None if percent is None else abs(value - Decimal(percent)) < Decimal("0.001")


@pytest.mark.parametrize(
    ("language", "locale"), [("en", "en_GB"), ("fr", "fr"), ("es", "es"), ("ru", "ru"), ("ar", "ar_EG"), ("zh", "zh")]
)
@given(number=st.one_of(st.integers(0, 10**11), st.decimals(0, 10**6, places=2, allow_nan=False)))
def test_digits_in_a_language_s_own_style_are_read_back(language, locale, number):
    written = format_decimal(Decimal(number), locale=locale)
    value, end = read(language, written, around=f"{written} {format_decimal(Decimal('1234567.5'), locale=locale)}")
    assert (value, end) == (Decimal(number), len(written))


@pytest.mark.parametrize("language", LANGUAGES)
@given(words=st.text(max_size=40))
def test_any_text_whatever_is_read_without_an_exception(language, words):
    folded = fold(words)
    style = infer_digit_style(folded, language)
    reader = ChineseNumberReader(style) if language == "zh" else load_number_reader(language, style)
    tokens = tokenize(folded)
    for first in range(len(tokens)):
        number = reader.read(tokens, first)
        assert number is None or (first < number.last <= len(tokens) and number.start < number.end <= len(words))
