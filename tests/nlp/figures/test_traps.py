"""Numbers that name, rate or date something: no figure is read from them."""

import pytest

from tests.nlp.figures.telling import tell

NO_FIGURES = [
    ("en", "The market opens from 6am to 2pm on Route 12, at 45 Kwame Nkrumah Road."),
    ("en", "The hotel is rated 4.5 out of 5 stars."),
    ("en", "A four-star hotel at 5 Long Street got 4.2 stars on Google."),
    ("en", "The bill passed 52-48 after the 11th-hour deal."),
    ("en", "They met in Room 204 of Building 5, District 9."),
    ("en", "The 12.15 train to Leeds was late."),
    ("en", "Bus 38 left Gate 12 for Terminal 3."),
    ("fr", "Au 15 rue Pasteur, le bus 38 passe à 13 heures 30."),
    ("fr", "L'hôtel 4 étoiles a obtenu 8,5 sur 10."),
    ("fr", "L'article L. 411-1 du code rural et l'alinéa 3 ne s'appliquent pas."),
    ("fr", "Le marché est ouvert de 8 h à 13 heures, 12 rue de la Paix."),
    ("es", "La tienda abre de 9 a 14 y de 17 a 20 horas."),
    ("es", "El horario es de 8 a 15 h de lunes a viernes."),
    ("es", "Abierto de lunes a sábado de 8 a 20 horas."),
    ("es", "La aplicación tiene una valoración de 4,7 estrellas."),
    ("es", "La nota media fue un 7,5 sobre 10."),
    ("es", "El hotel de 4 estrellas, en la calle 72 con carrera 11."),
    ("ru", "Магазин работает с 9 до 21 часа."),
    ("ru", "Рейс 302 вылетел в 18 часов 30 минут."),
    ("ru", "Дом 5, корпус 2, офис 301."),
    ("ru", "Отель получил оценку 4,7 из 5."),
    ("ar", "في الساعة الثامنة والنصف مساء."),
    ("ar", "يفتح من 9 صباحا إلى 5 مساء."),
    ("ar", "المادة 14 والبند 3 من اللائحة."),
    ("ar", "فندق 5 نجوم في شارع 26."),
    ("ar", "يقع المحل في شارع 15 رقم 7."),
    ("zh", "他住2单元，坐12路车，走305国道。"),
    ("zh", "百姓、百强县、三农、三轮车、五金店、二手车。"),
    ("zh", "四星级酒店在1号楼3单元502室。"),
]

FIGURES = [
    ("en", "The trip takes 2 to 4 hours.", "range 2..4 hour"),
    ("en", "They planted 10-12 trees.", "range 10..12 tree"),
    ("en", "One in five farmers sells online.", "20 percent"),
    ("fr", "Il faut de 2 à 4 heures de route.", "range 2..4 hour"),
    ("es", "El viaje dura de 2 a 4 horas.", "range 2..4 hour"),
    ("ru", "Дорога занимает от 2 до 4 часов.", "range 2..4 hour"),
    ("ar", "تستغرق الرحلة من 2 إلى 4 ساعات.", "range 2..4 hour"),
    ("zh", "全村有三家店，养了四千只鸡。", "3 store; 4000 chicken"),
    ("zh", "距县城30公里。", "30 km"),
]


@pytest.mark.parametrize(("language", "text"), NO_FIGURES)
def test_numbers_that_name_or_rate_are_no_figures(language, text):
    assert tell(language, text) == ""


@pytest.mark.parametrize(("language", "text", "told"), FIGURES)
def test_numbers_that_look_like_those_stay_figures(language, text, told):
    assert tell(language, text) == told
