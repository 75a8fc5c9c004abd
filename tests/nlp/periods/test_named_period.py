"""Fiscal years, seasons, plans, sales days, parts of months and years told by another are read in six languages."""

from datetime import UTC, datetime

import pytest

from nlp.context import Context
from nlp.periods.find import find_periods
from nlp.text_view import make_text_view

PUBLISHED = datetime(2024, 5, 20, tzinfo=UTC)
"""A Monday."""


def tell(language, text, country=None):
    """Periods as "start/end precision basis", a side left open by "..", joined by "; "."""
    context = Context(published_at=PUBLISHED, country=country)
    return "; ".join(_tell(one.period) for one in find_periods(make_text_view(text, language=language), context))


def _tell(period):
    if period.start is None and period.end is None:
        return f"{period.duration_days} days" if period.duration_days else "unresolved"
    start, end = (day.isoformat() if day else ".." for day in (period.start, period.end))
    return f"{start}/{end} {period.precision} {period.basis}"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "China built 300 km under its 13th Five-Year Plan."),
        ("fr", "La Chine a construit 300 km pendant le 13e plan quinquennal."),
        ("es", "China construyó 300 km durante el XIII plan quinquenal."),
        ("ru", "Китай построил 300 км в 13-й пятилетке."),
        ("ar", "بنت الصين 300 كم خلال الخطة الخمسية الثالثة عشرة."),
        ("zh", "“十三五”时期建成300公里。"),
    ],
)
def test_a_numbered_plan_of_china_is_its_five_years(language, text):
    assert tell(language, text) == "2016-01-01/2020-12-31 range stated"


def test_a_numbered_plan_of_another_country_keeps_its_words_alone():
    assert tell("en", "India built 300 km under its 12th Five-Year Plan.") == "unresolved"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Orders rose on Singles' Day."),
        ("fr", "Les commandes ont bondi lors de la Fête des célibataires."),
        ("es", "Los pedidos subieron en el Día del Soltero."),
        ("ru", "Заказы выросли в День холостяка."),
        ("ar", "ارتفعت الطلبات في يوم العزاب."),
        ("zh", "双11期间订单增长。"),
    ],
)
def test_a_sales_day_is_the_last_one(language, text):
    assert tell(language, text) == "2023-11-11/2023-11-11 day relative"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales rose in the first week of March 2023."),
        ("fr", "Les ventes ont augmenté la première semaine de mars 2023."),
        ("es", "Las ventas subieron en la primera semana de marzo de 2023."),
        ("ru", "Продажи выросли в первую неделю марта 2023 года."),
        ("ar", "ارتفعت المبيعات في الأسبوع الأول من مارس 2023."),
        ("zh", "2023年3月第一周销售额增长。"),
    ],
)
def test_a_week_of_a_month_is_seven_days(language, text):
    assert tell(language, text) == "2023-03-01/2023-03-07 range stated"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales rose in the summer of 2023."),
        ("fr", "Les ventes ont augmenté à l'été 2023."),
        ("es", "Las ventas subieron en el verano de 2023."),
        ("ru", "Продажи выросли летом 2023 года."),
        ("ar", "ارتفعت المبيعات في صيف 2023."),
        ("zh", "2023年夏季销售额增长。"),
    ],
)
def test_a_season_is_three_months_of_the_half_of_the_world(language, text):
    assert tell(language, text) == "2023-06-01/2023-08-31 range stated"
    assert tell(language, text, "AR") == "2022-12-01/2023-02-28 range stated"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They plan to sell 300 tonnes by the end of the year."),
        ("fr", "Ils comptent vendre 300 tonnes d'ici la fin de l'année."),
        ("es", "Piensan vender 300 toneladas antes de fin de año."),
        ("ru", "Они намерены продать 300 тонн до конца года."),
        ("ar", "يعتزمون بيع 300 طن قبل نهاية العام."),
        ("zh", "计划年底前销售300吨。"),
    ],
)
def test_the_end_of_the_year_is_that_of_the_publication(language, text):
    assert tell(language, text) == "../2024-12-31 day relative"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the first quarter of 2023 sales rose 12% over the same period of 2022."),
        ("fr", "Au premier trimestre 2023, les ventes ont augmenté de 12 % sur la même période de 2022."),
        ("es", "En el primer trimestre de 2023 las ventas subieron 12 % sobre el mismo periodo de 2022."),
        ("ru", "В первом квартале 2023 года продажи выросли на 12% к аналогичному периоду 2022 года."),
        ("ar", "في الربع الأول من عام 2023 ارتفعت المبيعات 12% عن الفترة نفسها من عام 2022."),
        ("zh", "2023年一季度销售额比2022年同期增长12%。"),
    ],
)
def test_the_same_period_of_another_year_is_as_long_as_the_one_before(language, text):
    assert tell(language, text) == "2023-01-01/2023-03-31 quarter stated; 2022-01-01/2022-03-31 range stated"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Firms settled there in 2019. In that year 300 people came."),
        ("es", "Las firmas llegaron en 2019. Ese año vinieron 300 personas."),
        ("fr", "Les firmes sont arrivées en 2019. Cette année-là, 300 personnes sont venues."),
        ("ru", "Фирмы пришли в 2019 году. В том же году приехали 300 человек."),
        ("ar", "جاءت الشركات في عام 2019. وفي العام نفسه جاء 300 شخص."),
        ("zh", "企业2019年入驻。当年来了300人。"),
    ],
)
def test_that_year_is_the_one_told_before(language, text):
    assert tell(language, text) == "2019-01-01/2019-12-31 year stated; 2019-01-01/2019-12-31 year inherited"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales rose in recent years."),
        ("fr", "Les ventes ont augmenté ces dernières années."),
        ("es", "Las ventas subieron en los últimos años."),
        ("ru", "В последние годы продажи растут."),
        ("ar", "ارتفعت المبيعات في السنوات الأخيرة."),
        ("zh", "近年来销售额增长。"),
        ("en", "Sales rise during Ramadan."),
        ("fr", "Les ventes augmentent pendant le ramadan."),
        ("es", "Las ventas suben durante el ramadán."),
        ("ru", "Продажи растут во время рамадана."),
        ("ar", "ترتفع المبيعات خلال شهر رمضان."),
        ("zh", "春节期间销售额增长。"),
    ],
)
def test_vague_words_of_time_stay_words(language, text):
    assert tell(language, text) == "unresolved"


@pytest.mark.parametrize(
    ("country", "told"),
    [
        ("IN", "2022-04-01/2023-03-31 range stated"),
        ("BD", "2022-07-01/2023-06-30 range stated"),
        ("US", "2022-10-01/2023-09-30 range stated"),
        ("CN", "2022-01-01/2023-12-31 range stated"),
    ],
)
def test_a_fiscal_year_begins_where_its_country_begins_it(country, told):
    assert tell("en", "Output rose in 2022-23.", country) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Sales rose in the six months to March 2024.", "2023-10-01/2024-03-31 range stated"),
        ("en", "Sales rose in FY2023.", "2023-01-01/2023-12-31 year stated"),
        ("en", "Sales have risen since the 1990s.", "1990-01-01/.. decade stated"),
        ("ru", "За девять месяцев 2023 года продали 300 тонн.", "2023-01-01/2023-09-30 range stated"),
        ("ru", "В планах на 2022–2024 годы 300 км.", "2022-01-01/2024-12-31 range stated"),
        ("zh", "二〇二〇年销售额增长。", "2020-01-01/2020-12-31 year stated"),
        ("zh", "20年底销售额增长。", "2020-12-01/2020-12-31 month stated"),
        ("zh", "6月上旬销售额增长。", "2023-06-01/2023-06-10 range relative"),
        ("ar", "بلغ العدد 300 بنهاية 2023.", "../2023-12-31 day stated"),
        ("es", "Abrirá en octubre 180 tiendas.", "2023-10-01/2023-10-31 month relative"),
        ("en", "By the end of April they sold 300 tonnes.", "../2024-04-30 day relative"),
        ("en", "By the end of November they will sell 300 tonnes.", "../2024-11-30 day relative"),
        ("zh", "截至11月底，销售300吨。", "../2023-11-30 day relative"),
    ],
)
def test_other_constructions(language, text, told):
    assert tell(language, text) == told
