"""Each figure gets the time that governs its clause: not one it is compared with, nor that of a report."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.context import Context
from nlp.reader import read_text

PUBLISHED = datetime(2024, 5, 20, tzinfo=UTC)


def tell(language, text):
    """Surface of the number and years of its period, as "300 2019"; "-" without dates."""
    reading = read_text(text, article_id="a", language=language, context=Context(published_at=PUBLISHED))
    return "; ".join(f"{claim.value:g} {_tell(claim.period)}" for claim in reading.claims)


def _tell(period):
    if period is None or (period.start is None and period.end is None):
        return "-"
    return "..".join(dict.fromkeys(str(day.year) if day else "" for day in (period.start, period.end)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2021 the county sold 300 tonnes of apples, 28 percent more than in 2020."),
        ("fr", "En 2021, le district a vendu 300 tonnes de pommes, soit 28 % de plus qu'en 2020."),
        ("es", "En 2021 el distrito vendió 300 toneladas de manzanas, un 28 % más que en 2020."),
        ("ru", "В 2021 году район продал 300 тонн яблок, на 28% больше, чем в 2020 году."),
        ("ar", "في عام 2021 باعت المحافظة 300 طن من التفاح، بزيادة 28% مقارنة بعام 2020."),
        ("zh", "2021年全县销售苹果300吨，比2020年增长28%。"),
    ],
)
def test_growth_holds_for_its_own_year_not_for_the_one_compared_with(language, text):
    assert tell(language, text) == "300 2021; 28 2021"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Incomes rose from 3,000 yuan in 2015 to 9,000 yuan in 2020."),
        ("fr", "Les revenus sont passés de 3 000 yuans en 2015 à 9 000 yuans en 2020."),
        ("es", "Los ingresos pasaron de 3.000 yuanes en 2015 a 9.000 yuanes en 2020."),
        ("ru", "Доходы выросли с 3000 юаней в 2015 году до 9000 юаней в 2020 году."),
        ("ar", "ارتفع الدخل من 3000 يوان في عام 2015 إلى 9000 يوان في عام 2020."),
        ("zh", "收入从2015年的3000元提高到2020年的9000元。"),
        ("zh", "收入由2015年的3000元增加到2020年的9000元。"),
    ],
)
def test_each_side_of_a_change_has_its_own_year(language, text):
    assert tell(language, text) == "3000 2015; 9000 2020"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2023 farmers sold 300 tonnes of apples against 200 tonnes in 2022."),
        ("fr", "En 2023, les paysans ont vendu 300 tonnes de pommes, contre 200 tonnes en 2022."),
        ("es", "En 2023 vendieron 300 toneladas de manzanas, frente a 200 toneladas en 2022."),
        ("ru", "В 2023 году продали 300 тонн яблок против 200 тонн в 2022 году."),
        ("ar", "في عام 2023 باع المزارعون 300 طن من التفاح مقابل 200 طن في عام 2022."),
    ],
)
def test_what_a_figure_is_compared_with_keeps_its_own_time(language, text):
    assert tell(language, text) == "300 2023; 200 2022"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The cooperative, founded in 2012, has 300 members."),
        ("fr", "La coopérative, fondée en 2012, compte 300 membres."),
        ("es", "La cooperativa, fundada en 2012, cuenta con 300 socios."),
        ("ru", "Кооператив, основанный в 2012 году, объединяет 300 человек."),
        ("ar", "وتضم التعاونية، التي تأسست سنة 2012، 300 امرأة."),
        ("zh", "合作社成立于2012年，有300名社员。"),
    ],
)
def test_a_founding_does_not_date_what_there_is(language, text):
    assert tell(language, text) == "300 -"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry said on Tuesday that 300 villages have a shop."),
        ("fr", "Le ministère a annoncé mardi que 300 villages ont un magasin."),
        ("es", "El ministerio informó el martes que 300 aldeas tienen una tienda."),
        ("ru", "Министерство сообщило во вторник, что магазин есть в 300 деревнях."),
        ("ar", "قالت الوزارة يوم الثلاثاء إن 300 قرية لديها متجر."),
        ("zh", "商务部18日表示，300个村有商店。"),
    ],
)
def test_the_day_of_a_report_dates_no_figure(language, text):
    assert tell(language, text) == "300 -"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2023 Li Mei, 41, sold 300 tonnes of apples."),
        ("es", "En 2023, Li Mei, de 41 años, vendió 300 toneladas de manzanas."),
        ("ru", "В 2023 году 41-летняя Ли Мэй продала 300 тонн яблок."),
        ("zh", "41岁的李梅2023年销售苹果300吨。"),
    ],
)
def test_an_age_has_no_period(language, text):
    assert "41 -" in tell(language, text)
    assert "300 2023" in tell(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Currently, the county has 300 shops."),
        ("fr", "Actuellement, le district compte 300 magasins."),
        ("es", "Actualmente, el distrito tiene 300 tiendas."),
        ("ru", "В настоящее время в районе 300 магазинов."),
        ("ar", "حاليا، تضم المحافظة 300 متجر."),
        ("zh", "目前，全县有商店300家。"),
    ],
)
def test_now_is_the_day_of_publication(language, text):
    assert tell(language, text) == "300 2024"


def test_what_will_happen_in_a_month_without_a_year_is_still_to_come():
    text = "The firm will open 300 shops in March."
    reading = read_text(text, article_id="a", language="en", context=Context(published_at=PUBLISHED))
    assert reading.claims[0].period.start.isoformat() == "2025-03-01"


def test_the_years_of_a_name_date_no_figure():
    assert tell("en", "Funds of Agenda Vision 2030 paid for 300 shops.") == "300 -"


PIECES = {
    "en": [
        "In 2020",
        " from",
        " 300 tonnes",
        " than",
        " by May",
        ", which",
        ";",
        " (",
        ")",
        " last year",
        " and",
        " said",
    ],
    "zh": ["2020年", "从", "300吨", "比", "截至5月底", "，", "；", "（", "）", "去年", "的", "表示"],
    "ar": [
        "في 2020",
        " من",
        " 300 طن",
        " مقارنة",
        " حتى مايو",
        "، التي",
        "؛",
        " (",
        ")",
        " العام الماضي",
        " و",
        " قال",
    ],
    "ru": ["В 2020 году", " с", " 300 тонн", " чем", " к маю", ", который", ";", " (", ")", " в прошлом году", " и"],
}
"""Words that bear on times, to be put together in any order."""


@pytest.mark.parametrize("language", PIECES)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_words_of_time_in_any_order_are_read_and_every_period_re_locates(language, data):
    text = "".join(data.draw(st.lists(st.sampled_from(PIECES[language]), max_size=14)))
    reading = read_text(text, article_id="a", language=language, context=Context(published_at=PUBLISHED))
    for claim in reading.claims:
        if claim.period is not None:
            start, end = claim.period.span
            assert text[start:end] == claim.period.surface
