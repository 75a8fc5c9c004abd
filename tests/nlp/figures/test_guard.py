"""What is no figure: dates, ordinals, codes, names with numbers in them, list markers, durations that say when."""

import pytest

from nlp.pack import LANGUAGES
from tests.nlp.figures.telling import tell

NO_FIGURES = [
    ("en", "On June 3, 2020 at 8 p.m. she went live."),
    ("en", "The first phase ended in the 2022-23 season."),
    ("en", "The 14th Five-Year Plan and G20, 5G, COVID-19."),
    ("en", "Route 66 and Highway 7."),
    ("en", "Call 0800 123 456 or +254 722 000 111."),
    ("en", "The team won 3-2."),
    ("en", "The 1,000 Digital Villages Initiative grew."),
    ("en", "The Three Regions and Three Prefectures were helped."),
    ("en", "1. Buy local.\n2) Sell online."),
    ("en", "Six months after the launch, sales began."),
    ("en", "Figures for the six months to June are due."),
    ("en", "Version 2.0 of the app."),
    ("en", "The ISO 9001 norm and the A380."),
    ("en", "In the 1990s the road was built."),
    ("fr", "Le 14 novembre 2023 à 10h30."),
    ("fr", "Cinq ans après son ouverture, le marché vit."),
    ("fr", "Trois ans à peine après sa création."),
    ("fr", "La RN171 et la Route nationale 5."),
    ("fr", "Le 2e marché et la 3ème édition."),
    ("fr", "Au XXIe siècle, le Covid-19 et la 5G."),
    ("fr", "Appelez le 33 967 12 40."),
    ("fr", "D'ici à 2027 et en 2022."),
    ("fr", "Les trois premiers trimestres de l'année."),
    ("es", "El 21 de noviembre de 2024."),
    ("es", "La campaña 2023/24 y la Ruta 40."),
    ("es", "El 3.º lugar y la 2ª edición."),
    ("es", "Cuatro años después volvió."),
    ("es", "Llame al 555 123 4567."),
    ("ru", "13 ноября 2023 года в 10:30."),
    ("ru", "Первые десять месяцев 2023 года."),
    ("ru", "Постановление № 274 и 5-й этаж."),
    ("ru", "В 2020-х годах и 48-го года."),
    ("ru", "Через три недели вернулись."),
    ("ar", "في 15 أبريل الماضي عام 2016."),
    ("ar", "الخط الساخن 19280."),
    ("ar", "الدورة السابعة عشرة والمركز الثالث."),
    ("ar", "خلال ست سنوات من العمل."),
    ("ar", "الخطة الخمسية الرابعة عشرة 2021-2025."),
    ("zh", "2022年10月6日上午12点。"),
    ("zh", "屏東縣政府18日表示。"),
    ("zh", "截至17日的订单。"),
    ("zh", "三区三州和一村一品，5G网络。"),
    ("zh", "“十四五”期间的第一书记和十八洞村。"),
    ("zh", "双11当天，电话0800-015-158。"),
    ("zh", "第3届农博会，G20峰会。"),
    ("zh", "一些村民，一种产品，一个月。"),
    ("zh", "二十大报告和中央一号文件。"),
    ("zh", "今年前11个月。"),
]


@pytest.mark.parametrize(("language", "text"), NO_FIGURES)
def test_what_is_no_figure_is_left_out(language, text):
    assert tell(language, text) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_is_no_quantity_and_a_quantity_no_year(language):
    lines = {
        "ar": ("بيع 2019 طنا عام 2019.", "2019 tonne"),
        "en": ("They sold 2,019 tonnes in 2019.", "2019 tonne"),
        "es": ("Vendieron 2019 toneladas en 2019.", "2019 tonne"),
        "fr": ("Ils ont vendu 2019 tonnes en 2019.", "2019 tonne"),
        "ru": ("Продали 2019 тонн в 2019 году.", "2019 tonne"),
        "zh": ("2019年卖出2019吨。", "2019 tonne"),
    }
    text, told = lines[language]
    assert tell(language, text) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "A livestream of two hours drew buyers.", "2 hour"),
        ("en", "Delivery takes three days.", "3 day"),
        ("fr", "La livraison prend neuf heures.", "9 hour"),
        ("fr", "Les fonds arrivent sous quarante-huit heures.", "up_to 48 hour"),
        ("es", "El viaje dura 22 horas.", "22 hour"),
        ("ru", "Доставка занимает два часа.", "2 hour"),
        ("ar", "يتسلم المزارعون مستحقاتهم خلال 48 ساعة.", "up_to 48 hour"),
        ("zh", "送货只要两天。", "2 day"),
    ],
)
def test_a_duration_that_measures_something_is_a_figure(language, text, told):
    assert tell(language, text) == told
