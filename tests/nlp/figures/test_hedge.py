"""Hedges before, after and inside a number give it its modifier, and the interval that the words allow."""

from decimal import Decimal

import pytest

from nlp.interval import bound
from tests.nlp.figures.telling import find, tell

HEDGES = [
    ("en", "They sold more than 40 tonnes.", "more_than"),
    ("en", "They sold over 40 tonnes.", "more_than"),
    ("en", "They sold at least 40 tonnes.", "at_least"),
    ("en", "They sold no fewer than 40 tonnes.", "at_least"),
    ("en", "They sold 40 tonnes or more.", "at_least"),
    ("en", "They sold 40+ tonnes.", "more_than"),
    ("en", "They sold nearly 40 tonnes.", "about"),
    ("en", "They sold some 40 tonnes.", "about"),
    ("en", "They sold just over 40 tonnes.", "more_than"),
    ("en", "They sold 40-odd tonnes.", "more_than"),
    ("en", "They sold fewer than 40 tonnes.", "less_than"),
    ("en", "They sold under 40 tonnes.", "less_than"),
    ("en", "They sold up to 40 tonnes.", "up_to"),
    ("en", "They sold as much as 40 tonnes.", "up_to"),
    ("en", "They sold no more than 40 tonnes.", "up_to"),
    ("en", "They sold a maximum of 40 tonnes.", "up_to"),
    ("en", "They sold roughly 40 tonnes or so.", "about"),
    ("en", "They sold an estimated 40 tonnes.", "exact"),
    ("en", "They sold exactly 40 tonnes.", "exact"),
    ("en", "Sales topped 40 tonnes.", "more_than"),
    ("en", "Sales surpassed the 40 tonnes mark.", "more_than"),
    ("en", "They sold well over 40 tonnes.", "more_than"),
    ("fr", "Ils ont vendu plus de 40 tonnes.", "more_than"),
    ("fr", "Ils ont vendu près de 40 tonnes.", "about"),
    ("fr", "Ils ont vendu quelque 40 tonnes.", "about"),
    ("fr", "Ils ont vendu au moins 40 tonnes.", "at_least"),
    ("fr", "Ils ont vendu moins de 40 tonnes.", "less_than"),
    ("fr", "Ils ont vendu jusqu'à 40 tonnes.", "up_to"),
    ("fr", "Les ventes ne dépassent pas 40 tonnes.", "up_to"),
    ("fr", "Les ventes n'excèdent pas 40 tonnes.", "up_to"),
    ("fr", "Les ventes dépassent les 40 tonnes.", "more_than"),
    ("fr", "Ils ont vendu 40 tonnes environ.", "about"),
    ("fr", "Les ventes frôlent les 40 tonnes.", "about"),
    ("fr", "Ils ont vendu 40 tonnes maximum.", "up_to"),
    ("fr", "Les ventes ont franchi le cap des 40 tonnes.", "more_than"),
    ("es", "Vendieron más de 40 toneladas.", "more_than"),
    ("es", "Vendieron unas 40 toneladas.", "about"),
    ("es", "Vendieron casi 40 toneladas.", "about"),
    ("es", "Vendieron cuando menos 40 toneladas.", "at_least"),
    ("es", "Vendieron cuando mucho 40 toneladas.", "up_to"),
    ("es", "Vendieron hasta 40 toneladas.", "up_to"),
    ("es", "Vendieron menos de 40 toneladas.", "less_than"),
    ("es", "Las ventas rozaron las 40 toneladas.", "about"),
    ("es", "Las ventas superan las 40 toneladas.", "more_than"),
    ("es", "Se prevé que la venta supere 40 toneladas.", "more_than"),
    ("es", "Vendieron 40 toneladas aproximadamente.", "about"),
    ("es", "Las ventas no superan las 40 toneladas.", "up_to"),
    ("es", "Vendieron cerca de 40 toneladas.", "about"),
    ("es", "Vendieron 40 y pico toneladas.", "more_than"),
    ("ru", "Продали более 40 тонн.", "more_than"),
    ("ru", "Продали свыше 40 тонн.", "more_than"),
    ("ru", "Продали около 40 тонн.", "about"),
    ("ru", "Продали почти 40 тонн.", "about"),
    ("ru", "Продали порядка 40 тонн.", "about"),
    ("ru", "Продали не менее 40 тонн.", "at_least"),
    ("ru", "Продали до 40 тонн.", "up_to"),
    ("ru", "Продали менее 40 тонн.", "less_than"),
    ("ru", "Продали не более 40 тонн.", "up_to"),
    ("ru", "Продали 40 с лишним тонн.", "more_than"),
    ("ru", "Продали 40 тонн и более.", "at_least"),
    ("ru", "Продажи превысили 40 тонн.", "more_than"),
    ("ru", "Помогли людям старше 40 лет.", "more_than"),
    ("ru", "Взяли заём под 40% годовых.", "exact"),
    ("ru", "Продали тонн 40.", "about"),
    ("ar", "باعوا أكثر من 40 طنا.", "more_than"),
    ("ar", "باعوا ما يزيد على 40 طنا.", "more_than"),
    ("ar", "تجاوزت المبيعات 40 طنا.", "more_than"),
    ("ar", "باعوا نحو 40 طنا.", "about"),
    ("ar", "باعوا قرابة 40 طنا.", "about"),
    ("ar", "باعوا ما يقرب من 40 طنا.", "about"),
    ("ar", "باعوا ما لا يقل عن 40 طنا.", "at_least"),
    ("ar", "باعوا 40 طنا على الأقل.", "at_least"),
    ("ar", "باعوا أقل من 40 طنا.", "less_than"),
    ("ar", "باعوا ما يصل إلى 40 طنا.", "up_to"),
    ("ar", "قرض لا يتجاوز 40 دولارا.", "up_to"),
    ("ar", "باعوا 40 طنا تقريبا.", "about"),
    ("ar", "باعوا زهاء 40 طنا.", "about"),
    ("ar", "باعوا 40 طنا أو يزيد.", "more_than"),
    ("zh", "卖出超过40吨。", "more_than"),
    ("zh", "卖出逾40吨。", "more_than"),
    ("zh", "卖出40余吨。", "more_than"),
    ("zh", "卖出40多吨。", "more_than"),
    ("zh", "卖出近40吨。", "about"),
    ("zh", "卖出约40吨。", "about"),
    ("zh", "卖出40吨左右。", "about"),
    ("zh", "卖出40吨以上。", "at_least"),
    ("zh", "卖出至少40吨。", "at_least"),
    ("zh", "卖出不到40吨。", "less_than"),
    ("zh", "卖出40吨以下。", "less_than"),
    ("zh", "最多卖出40吨。", "up_to"),
    ("zh", "卖出不超过40吨。", "up_to"),
    ("zh", "卖出将近40吨。", "about"),
    ("zh", "销量突破40吨。", "more_than"),
    ("zh", "卖出整整40吨。", "exact"),
    ("zh", "可达40吨。", "exact"),
]


@pytest.mark.parametrize(("language", "text", "modifier"), HEDGES)
def test_a_hedge_gives_the_modifier(language, text, modifier):
    figures = find(language, text)
    assert [(figure.quantity.value, figure.modifier) for figure in figures] == [(40, modifier)]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "It cost over 420,000 yuan (58,900 U.S. dollars).", "more_than 420000 CNY; more_than 58900 USD"),
        ("ar", "تجاوز الدعم 3 مليارات يوان (800 مليون دولار).", "more_than 3000000000 CNY; more_than 800000000 USD"),
        ("ru", "На сумму около 420 тыс. юаней (58,9 тыс. долл.).", "about 420000 CNY; about 58900 USD"),
        ("zh", "卖出超过42万元（约5.9万美元）。", "more_than 420000 CNY; about 59000 USD"),
        ("es", "Que la superficie supere 1 millón de mu (unas 66.667 hectáreas).",
         "more_than 1000000 mu; about 66667 hectare"),
        ("fr", "Soit 40 tonnes (88 000 livres).", "40 tonne; 88000 pound"),
    ],
)  # fmt: skip
def test_a_conversion_in_brackets_bears_the_hedge_of_what_it_converts(language, text, told):
    assert tell(language, text) == told


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "They earned 4.8 billion yuan.", 4_750_000_000, 4_850_000_000),
        ("en", "They sold 40 tonnes.", 40, 40),
        ("en", "They sold about 40 tonnes.", 36, 44),
        ("en", "They sold nearly 40 tonnes.", 36, 40),
        ("en", "They sold more than 40 tonnes.", 40, None),
        ("en", "They sold up to 40 tonnes.", None, 40),
        ("en", "They sold 20 to 30 tonnes.", 20, 30),
        ("zh", "卖出40余万斤。", 400_000, 500_000),
        ("zh", "卖出5000余斤。", 5000, 6000),
        ("zh", "卖出500多万斤。", 5_000_000, 6_000_000),
        ("zh", "卖出超过5000余斤。", 5000, 6000),
        ("zh", "卖出近40万斤。", 360_000, 400_000),
        ("zh", "卖出40万斤以上。", 400_000, None),
        ("ru", "Продали 85 с лишним млн тонн.", 85_000_000, 86_000_000),
        ("en", "Two thirds of households left.", Decimal(200) / 3, Decimal(200) / 3),
    ],
)
def test_the_interval_is_what_the_words_bound(language, text, low, high):
    figure = find(language, text)[0]
    expected = [None if one is None else pytest.approx(float(one)) for one in (low, high)]
    assert [None if one is None else float(one) for one in (figure.low, figure.high)] == expected


def test_half_a_step_bounds_a_rounded_number():
    told = bound(
        Decimal("1.25"), None, "exact", step=Decimal("0.01"), rounded=True, hedge_inside=False, lower_side_only=False
    )
    assert told == (Decimal("1.245"), Decimal("1.255"))


DENIED = [
    ("ar", "لم تتجاوز الكمية 500 طن.", "up_to 500 tonne"),
    ("ar", "لم يقل عدد الزوار عن 5000 زائر.", "at_least 5000 person"),
    ("fr", "Il n'a jamais gagné plus de 300 euros.", "up_to 300 EUR"),
    ("fr", "Le lait n'est pas vendu à moins de 2 euros.", "at_least 2 EUR"),
    ("fr", "Non seulement plus de 500 familles vivent ici.", "more_than 500 household"),
    ("es", "Nunca cobró menos de 300 euros.", "at_least 300 EUR"),
    ("es", "No hay más de 500 familias.", "up_to 500 household"),
    ("es", "No solo más de 500 familias viven aquí.", "more_than 500 household"),
    ("ru", "Он не платит меньше 300 рублей.", "at_least 300 RUB"),
    ("ru", "Не только более 500 семей живут тут.", "more_than 500 household"),
    ("en", "They did not pay less than $5 a kilo.", "at_least 5 USD/kg"),
    ("en", "They didn't get more than $5 a kilo.", "up_to 5 USD/kg"),
    ("en", "Not only did more than 500 families come.", "more_than 500 household"),
]


@pytest.mark.parametrize(("language", "text", "told"), DENIED)
def test_a_denied_verb_turns_its_hedge(language, text, told):
    assert tell(language, text) == told
