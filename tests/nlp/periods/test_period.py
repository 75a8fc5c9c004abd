"""Words that say when are found and resolved to intervals, against the outlet's local date where they are relative."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.context import Context
from nlp.pack import LANGUAGES
from nlp.periods.find import find_periods
from nlp.periods.frequency import find_frequencies
from nlp.text_view import make_text_view

PUBLISHED = datetime(2024, 5, 20, tzinfo=UTC)
"""A Monday."""


def tell(language, text, published=PUBLISHED):
    """Periods as "start/end precision basis", a side left open by "..", joined by "; "."""
    found = find_periods(make_text_view(text, language=language), Context(published_at=published))
    return "; ".join(_tell(one.period) for one in found)


def _tell(period):
    if period.start is None and period.end is None:
        return f"{period.duration_days} days" if period.duration_days else "unresolved"
    start, end = (day.isoformat() if day else ".." for day in (period.start, period.end))
    return f"{start}/{end} {period.precision} {period.basis}"


STATED = [
    ("en", "in 2019", "2019-01-01/2019-12-31 year stated"),
    ("fr", "en 2019", "2019-01-01/2019-12-31 year stated"),
    ("es", "en 2019", "2019-01-01/2019-12-31 year stated"),
    ("ru", "в 2019 году", "2019-01-01/2019-12-31 year stated"),
    ("ar", "في عام 2019", "2019-01-01/2019-12-31 year stated"),
    ("ar", "في سنة ٢٠١٩", "2019-01-01/2019-12-31 year stated"),
    ("zh", "2019年", "2019-01-01/2019-12-31 year stated"),
    ("en", "on March 15, 2020", "2020-03-15/2020-03-15 day stated"),
    ("en", "on 15 March 2020", "2020-03-15/2020-03-15 day stated"),
    ("fr", "le 15 mars 2020", "2020-03-15/2020-03-15 day stated"),
    ("fr", "le 1er mars 2020", "2020-03-01/2020-03-01 day stated"),
    ("es", "el 15 de marzo de 2020", "2020-03-15/2020-03-15 day stated"),
    ("ru", "15 марта 2020 года", "2020-03-15/2020-03-15 day stated"),
    ("ar", "في 15 مارس 2020", "2020-03-15/2020-03-15 day stated"),
    ("ar", "في 15 آذار 2020", "2020-03-15/2020-03-15 day stated"),
    ("ar", "في 15 آذار/مارس 2020", "2020-03-15/2020-03-15 day stated"),
    ("zh", "2020年3月15日", "2020-03-15/2020-03-15 day stated"),
    ("en", "in March 2020", "2020-03-01/2020-03-31 month stated"),
    ("fr", "en mars 2020", "2020-03-01/2020-03-31 month stated"),
    ("es", "en marzo de 2020", "2020-03-01/2020-03-31 month stated"),
    ("es", "en marzo del 2020", "2020-03-01/2020-03-31 month stated"),
    ("ru", "в марте 2020 года", "2020-03-01/2020-03-31 month stated"),
    ("ar", "في مارس 2020", "2020-03-01/2020-03-31 month stated"),
    ("ar", "في شهر مارس من عام 2020", "2020-03-01/2020-03-31 month stated"),
    ("zh", "2020年3月", "2020-03-01/2020-03-31 month stated"),
    ("en", "in the first quarter of 2023", "2023-01-01/2023-03-31 quarter stated"),
    ("en", "in Q3 2023", "2023-07-01/2023-09-30 quarter stated"),
    ("fr", "au premier trimestre 2023", "2023-01-01/2023-03-31 quarter stated"),
    ("fr", "au deuxième trimestre de 2023", "2023-04-01/2023-06-30 quarter stated"),
    ("es", "en el primer trimestre de 2023", "2023-01-01/2023-03-31 quarter stated"),
    ("ru", "в первом квартале 2023 года", "2023-01-01/2023-03-31 quarter stated"),
    ("ru", "во II квартале 2023 года", "2023-04-01/2023-06-30 quarter stated"),
    ("ar", "في الربع الأول من عام 2023", "2023-01-01/2023-03-31 quarter stated"),
    ("zh", "2023年第一季度", "2023-01-01/2023-03-31 quarter stated"),
    ("zh", "2023年三季度", "2023-07-01/2023-09-30 quarter stated"),
    ("en", "in the first half of 2023", "2023-01-01/2023-06-30 half stated"),
    ("fr", "au premier semestre 2023", "2023-01-01/2023-06-30 half stated"),
    ("es", "en el primer semestre de 2023", "2023-01-01/2023-06-30 half stated"),
    ("ru", "в первом полугодии 2023 года", "2023-01-01/2023-06-30 half stated"),
    ("ar", "في النصف الأول من عام 2023", "2023-01-01/2023-06-30 half stated"),
    ("zh", "2023年上半年", "2023-01-01/2023-06-30 half stated"),
    ("en", "in the first nine months of 2023", "2023-01-01/2023-09-30 range stated"),
    ("fr", "au cours des neuf premiers mois de 2023", "2023-01-01/2023-09-30 range stated"),
    ("es", "en los primeros nueve meses de 2023", "2023-01-01/2023-09-30 range stated"),
    ("ru", "за первые девять месяцев 2023 года", "2023-01-01/2023-09-30 range stated"),
    ("ru", "за девять месяцев 2023 года", "2023-01-01/2023-09-30 range stated"),
    ("ru", "за январь-сентябрь 2023 года", "2023-01-01/2023-09-30 range stated"),
    ("ar", "في الأشهر التسعة الأولى من عام 2023", "2023-01-01/2023-09-30 range stated"),
    ("zh", "2023年1至9月", "2023-01-01/2023-09-30 range stated"),
    ("zh", "2023年前9个月", "2023-01-01/2023-09-30 range stated"),
    ("zh", "2023年前三季度", "2023-01-01/2023-09-30 range stated"),
    ("en", "from January to September 2023", "2023-01-01/2023-09-30 range stated"),
    ("fr", "de janvier à septembre 2023", "2023-01-01/2023-09-30 range stated"),
    ("es", "de enero a septiembre de 2023", "2023-01-01/2023-09-30 range stated"),
    ("es", "entre enero y septiembre de 2023", "2023-01-01/2023-09-30 range stated"),
    ("ar", "من يناير إلى سبتمبر 2023", "2023-01-01/2023-09-30 range stated"),
    ("en", "between 2016 and 2020", "2016-01-01/2020-12-31 range stated"),
    ("en", "from 2016 to 2020", "2016-01-01/2020-12-31 range stated"),
    ("fr", "entre 2016 et 2020", "2016-01-01/2020-12-31 range stated"),
    ("fr", "de 2016 à 2020", "2016-01-01/2020-12-31 range stated"),
    ("es", "entre 2016 y 2020", "2016-01-01/2020-12-31 range stated"),
    ("ru", "с 2016 по 2020 год", "2016-01-01/2020-12-31 range stated"),
    ("ru", "в 2016-2020 годах", "2016-01-01/2020-12-31 range stated"),
    ("ar", "بين عامي 2016 و2020", "2016-01-01/2020-12-31 range stated"),
    ("ar", "خلال الفترة 2016-2020", "2016-01-01/2020-12-31 range stated"),
    ("ar", "من 2016 إلى 2020", "2016-01-01/2020-12-31 range stated"),
    ("zh", "2016年至2020年", "2016-01-01/2020-12-31 range stated"),
    ("zh", "2016-2020年", "2016-01-01/2020-12-31 range stated"),
    ("en", "since 2015", "2015-01-01/.. year stated"),
    ("fr", "depuis 2015", "2015-01-01/.. year stated"),
    ("es", "desde 2015", "2015-01-01/.. year stated"),
    ("ru", "с 2015 года", "2015-01-01/.. year stated"),
    ("ar", "منذ عام 2015", "2015-01-01/.. year stated"),
    ("zh", "自2015年以来", "2015-01-01/.. year stated"),
    ("zh", "2015年以来", "2015-01-01/.. year stated"),
    ("en", "by the end of 2023", "../2023-12-31 day stated"),
    ("en", "as of December 31, 2023", "../2023-12-31 day stated"),
    ("en", "by 2025", "../2025-12-31 year stated"),
    ("en", "by the end of March 2024", "../2024-03-31 day stated"),
    ("fr", "d'ici 2025", "../2025-12-31 year stated"),
    ("fr", "d'ici à 2025", "../2025-12-31 year stated"),
    ("fr", "d'ici fin 2025", "../2025-12-31 day stated"),
    ("fr", "à la fin de 2023", "2023-12-01/2023-12-31 month stated"),
    ("fr", "fin 2023", "2023-12-01/2023-12-31 month stated"),
    ("es", "para 2025", "../2025-12-31 year stated"),
    ("es", "hasta 2025", "../2025-12-31 year stated"),
    ("es", "a finales de 2023", "2023-12-01/2023-12-31 month stated"),
    ("ru", "к 2025 году", "../2025-12-31 year stated"),
    ("ru", "к концу 2025 года", "../2025-12-31 day stated"),
    ("ru", "в конце 2023 года", "2023-12-01/2023-12-31 month stated"),
    ("ar", "بحلول عام 2025", "../2025-12-31 year stated"),
    ("ar", "بحلول نهاية عام 2025", "../2025-12-31 day stated"),
    ("ar", "حتى نهاية 2023", "../2023-12-31 day stated"),
    ("zh", "到2025年", "../2025-12-31 year stated"),
    ("zh", "截至2023年底", "../2023-12-31 day stated"),
    ("zh", "截至2023年12月31日", "../2023-12-31 day stated"),
    ("zh", "到2025年末", "../2025-12-31 day stated"),
    ("en", "in the 1990s", "1990-01-01/1999-12-31 decade stated"),
    ("fr", "dans les années 1990", "1990-01-01/1999-12-31 decade stated"),
    ("fr", "dans les années 90", "1990-01-01/1999-12-31 decade stated"),
    ("es", "en los años 90", "1990-01-01/1999-12-31 decade stated"),
    ("es", "en la década de 1990", "1990-01-01/1999-12-31 decade stated"),
    ("ru", "в 1990-х годах", "1990-01-01/1999-12-31 decade stated"),
    ("ar", "في تسعينيات القرن الماضي", "1990-01-01/1999-12-31 decade stated"),
    ("zh", "20世纪90年代", "1990-01-01/1999-12-31 decade stated"),
    ("zh", "“十三五”期间", "2016-01-01/2020-12-31 range stated"),
    ("zh", "“十四五”规划", "2021-01-01/2025-12-31 range stated"),
    ("en", "during the 13th Five-Year Plan period (2016-2020)", "2016-01-01/2020-12-31 range stated"),
    ("en", "in the 2022-23 season", "2022-01-01/2023-12-31 range stated"),
    ("en", "in the 2022/23 season", "2022-01-01/2023-12-31 range stated"),
    ("es", "la campaña 2023/24", "2023-01-01/2024-12-31 range stated"),
    ("fr", "la campagne 2023-2024", "2023-01-01/2024-12-31 range stated"),
]


@pytest.mark.parametrize(("language", "words", "told"), STATED)
def test_a_stated_period_needs_no_date_of_publication(language, words, told):
    lines = {"en": "Sales rose {}.", "fr": "Les ventes ont augmenté {}.", "es": "Las ventas subieron {}.",
             "ru": "Продажи выросли {}.", "ar": "ارتفعت المبيعات {}.", "zh": "{}销售额增长。"}  # fmt: skip
    text = lines[language].format(words)
    assert tell(language, text, None) == told
    assert tell(language, text) == told


RELATIVE = [
    ("en", "last year", "2023-01-01/2023-12-31 year relative"),
    ("en", "the previous year", "2023-01-01/2023-12-31 year relative"),
    ("en", "this year", "2024-01-01/2024-12-31 year relative"),
    ("en", "last month", "2024-04-01/2024-04-30 month relative"),
    ("en", "last October", "2023-10-01/2023-10-31 month relative"),
    ("en", "in March", "2024-03-01/2024-03-31 month relative"),
    ("en", "in December", "2023-12-01/2023-12-31 month relative"),
    ("en", "on May 3", "2024-05-03/2024-05-03 day relative"),
    ("en", "on Tuesday", "2024-05-14/2024-05-14 day relative"),
    ("en", "yesterday", "2024-05-19/2024-05-19 day relative"),
    ("en", "last week", "2024-05-13/2024-05-19 range relative"),
    ("en", "last quarter", "2024-01-01/2024-03-31 quarter relative"),
    ("en", "in the first quarter", "2024-01-01/2024-03-31 quarter relative"),
    ("en", "so far this year", "2024-01-01/2024-05-20 range relative"),
    ("en", "in the first four months of this year", "2024-01-01/2024-04-30 range relative"),
    ("en", "by the end of May", "../2024-05-31 day relative"),
    ("en", "over the past three years", "2021-05-21/2024-05-20 range relative"),
    ("en", "a decade ago", "2014-01-01/2014-12-31 year relative"),
    ("en", "three years ago", "2021-01-01/2021-12-31 year relative"),
    ("en", "a year earlier", "2023-01-01/2023-12-31 year relative"),
    ("en", "next year", "2025-01-01/2025-12-31 year relative"),
    ("fr", "l'an dernier", "2023-01-01/2023-12-31 year relative"),
    ("fr", "l'année dernière", "2023-01-01/2023-12-31 year relative"),
    ("fr", "l'année précédente", "2023-01-01/2023-12-31 year relative"),
    ("fr", "un an plus tôt", "2023-01-01/2023-12-31 year relative"),
    ("fr", "un an auparavant", "2023-01-01/2023-12-31 year relative"),
    ("fr", "il y a trois ans", "2021-01-01/2021-12-31 year relative"),
    ("fr", "cette année", "2024-01-01/2024-12-31 year relative"),
    ("fr", "le mois dernier", "2024-04-01/2024-04-30 month relative"),
    ("fr", "en mars", "2024-03-01/2024-03-31 month relative"),
    ("fr", "en octobre dernier", "2023-10-01/2023-10-31 month relative"),
    ("fr", "mardi", "2024-05-14/2024-05-14 day relative"),
    ("fr", "depuis le début de l'année", "2024-01-01/2024-05-20 range relative"),
    ("fr", "l'an prochain", "2025-01-01/2025-12-31 year relative"),
    ("fr", "au cours des trois dernières années", "2021-05-21/2024-05-20 range relative"),
    ("es", "el año pasado", "2023-01-01/2023-12-31 year relative"),
    ("es", "el año anterior", "2023-01-01/2023-12-31 year relative"),
    ("es", "un año antes", "2023-01-01/2023-12-31 year relative"),
    ("es", "hace tres años", "2021-01-01/2021-12-31 year relative"),
    ("es", "este año", "2024-01-01/2024-12-31 year relative"),
    ("es", "el mes pasado", "2024-04-01/2024-04-30 month relative"),
    ("es", "en marzo", "2024-03-01/2024-03-31 month relative"),
    ("es", "en octubre pasado", "2023-10-01/2023-10-31 month relative"),
    ("es", "en lo que va de año", "2024-01-01/2024-05-20 range relative"),
    ("es", "el martes", "2024-05-14/2024-05-14 day relative"),
    ("es", "el próximo año", "2025-01-01/2025-12-31 year relative"),
    ("es", "en los últimos tres años", "2021-05-21/2024-05-20 range relative"),
    ("es", "en el primer trimestre", "2024-01-01/2024-03-31 quarter relative"),
    ("ru", "в прошлом году", "2023-01-01/2023-12-31 year relative"),
    ("ru", "годом ранее", "2023-01-01/2023-12-31 year relative"),
    ("ru", "три года назад", "2021-01-01/2021-12-31 year relative"),
    ("ru", "в этом году", "2024-01-01/2024-12-31 year relative"),
    ("ru", "в прошлом месяце", "2024-04-01/2024-04-30 month relative"),
    ("ru", "в марте", "2024-03-01/2024-03-31 month relative"),
    ("ru", "в октябре прошлого года", "2023-10-01/2023-10-31 month relative"),
    ("ru", "с начала года", "2024-01-01/2024-05-20 range relative"),
    ("ru", "во вторник", "2024-05-14/2024-05-14 day relative"),
    ("ru", "в следующем году", "2025-01-01/2025-12-31 year relative"),
    ("ru", "за последние три года", "2021-05-21/2024-05-20 range relative"),
    ("ru", "в первом квартале", "2024-01-01/2024-03-31 quarter relative"),
    ("ar", "العام الماضي", "2023-01-01/2023-12-31 year relative"),
    ("ar", "في السنة الماضية", "2023-01-01/2023-12-31 year relative"),
    ("ar", "العام الجاري", "2024-01-01/2024-12-31 year relative"),
    ("ar", "هذا العام", "2024-01-01/2024-12-31 year relative"),
    ("ar", "الشهر الماضي", "2024-04-01/2024-04-30 month relative"),
    ("ar", "في أكتوبر الماضي", "2023-10-01/2023-10-31 month relative"),
    ("ar", "في نهاية شهر أكتوبر الماضي", "2023-10-01/2023-10-31 month relative"),
    ("ar", "قبل ثلاث سنوات", "2021-01-01/2021-12-31 year relative"),
    ("ar", "منذ بداية العام", "2024-01-01/2024-05-20 range relative"),
    ("ar", "خلال السنوات الثلاث الماضية", "2021-05-21/2024-05-20 range relative"),
    ("ar", "العام المقبل", "2025-01-01/2025-12-31 year relative"),
    ("ar", "يوم الثلاثاء", "2024-05-14/2024-05-14 day relative"),
    ("ar", "في الربع الأول من العام الجاري", "2024-01-01/2024-03-31 quarter relative"),
    ("zh", "去年", "2023-01-01/2023-12-31 year relative"),
    ("zh", "今年", "2024-01-01/2024-12-31 year relative"),
    ("zh", "明年", "2025-01-01/2025-12-31 year relative"),
    ("zh", "上个月", "2024-04-01/2024-04-30 month relative"),
    ("zh", "去年10月", "2023-10-01/2023-10-31 month relative"),
    ("zh", "今年3月", "2024-03-01/2024-03-31 month relative"),
    ("zh", "3月", "2024-03-01/2024-03-31 month relative"),
    ("zh", "5月3日", "2024-05-03/2024-05-03 day relative"),
    ("zh", "18日", "2024-05-18/2024-05-18 day relative"),
    ("zh", "今年以来", "2024-01-01/2024-05-20 range relative"),
    ("zh", "今年前4个月", "2024-01-01/2024-04-30 range relative"),
    ("zh", "今年1至4月", "2024-01-01/2024-04-30 range relative"),
    ("zh", "今年一季度", "2024-01-01/2024-03-31 quarter relative"),
    ("zh", "去年上半年", "2023-01-01/2023-06-30 half relative"),
    ("zh", "截至去年底", "../2023-12-31 day relative"),
    ("zh", "近三年来", "2021-05-21/2024-05-20 range relative"),
    ("zh", "三年前", "2021-01-01/2021-12-31 year relative"),
    ("zh", "双11期间", "2023-11-11/2023-11-11 day relative"),
    ("zh", "昨日", "2024-05-19/2024-05-19 day relative"),
]


@pytest.mark.parametrize(("language", "words", "told"), RELATIVE)
def test_a_relative_period_is_resolved_against_the_date_of_publication(language, words, told):
    lines = {"en": "Sales rose {}.", "fr": "Les ventes ont augmenté {}.", "es": "Las ventas subieron {}.",
             "ru": "Продажи выросли {}.", "ar": "ارتفعت المبيعات {}.", "zh": "{}销售额增长。"}  # fmt: skip
    text = lines[language].format(words)
    assert tell(language, text) == told
    assert tell(language, text, None) in ("unresolved", "1096 days")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "In six years 70 million left poverty.", "2192 days"),
        ("ar", "خلال ست سنوات تخلص 70 مليون ريفي من الفقر.", "2192 days"),
        ("fr", "En six ans, 70 millions de ruraux sont sortis de la pauvreté.", "2192 days"),
        ("es", "En seis años, 70 millones salieron de la pobreza.", "2192 days"),
        ("ru", "За шесть лет 70 миллионов вышли из бедности.", "2192 days"),
        ("zh", "六年间，7000万人脱贫。", "2192 days"),
    ],
)
def test_a_length_without_an_anchor_has_days_and_no_dates(language, text, told):
    assert tell(language, text, None) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They sold 2,019 tonnes."),
        ("en", "They sold 2019 tonnes."),
        ("en", "It may help."),
        ("en", "The march went on."),
        ("fr", "Ils ont vendu 2019 tonnes."),
        ("es", "Vendieron 2019 toneladas."),
        ("ru", "Продали 2019 тонн."),
        ("ar", "باعوا 2019 طنا."),
        ("zh", "卖出2019吨。"),
        ("en", "It cost $2020 in all."),
        ("en", "Traders pay Q150 a bag and Q1,250 a load."),
    ],
)
def test_a_quantity_is_no_period(language, text):
    assert tell(language, text) == ""


def test_the_local_date_of_the_outlet_decides():
    tokyo = timezone(timedelta(hours=9))
    assert (
        tell("en", "Sales rose today.", datetime(2024, 1, 1, 2, tzinfo=tokyo)) == "2024-01-01/2024-01-01 day relative"
    )


FREQUENCIES = [
    ("en", "She earns 3,000 yuan a month.", "month"),
    ("en", "Annual sales are high.", "year"),
    ("en", "They ship 300 boxes per day.", "day"),
    ("fr", "Il gagne 300 euros par mois.", "month"),
    ("fr", "La production annuelle augmente.", "year"),
    ("es", "Gana 300 euros al mes.", "month"),
    ("es", "La producción anual crece.", "year"),
    ("es", "Facturan 38 millones mensuales.", "month"),
    ("ru", "Получает 300 рублей в месяц.", "month"),
    ("ru", "Ежегодный доход растет.", "year"),
    ("ar", "يكسب 300 يوان شهريا.", "month"),
    ("ar", "الدخل السنوي يرتفع.", "year"),
    ("zh", "每月收入3000元。", "month"),
    ("zh", "年收入增长。", "year"),
    ("zh", "日均订单增长。", "day"),
]


@pytest.mark.parametrize(("language", "text", "frequency"), FREQUENCIES)
def test_a_frequency_is_kept_apart_from_a_period(language, text, frequency):
    view = make_text_view(text, language=language)
    assert [one.frequency for one in find_frequencies(view)] == [frequency]
    assert tell(language, text) == ""


@pytest.mark.parametrize("text", ["去年销售额增长。", "数据近日发布。", "2023年产量增长。"])
def test_words_of_one_time_are_no_frequency(text):
    assert find_frequencies(make_text_view(text, language="zh")) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_text_whatever_is_read_and_every_span_re_locates(language, text):
    view = make_text_view(text, language=language)
    for one in (*find_periods(view, Context(published_at=PUBLISHED)), *find_frequencies(view)):
        assert text[one.start : one.end] == one.surface
