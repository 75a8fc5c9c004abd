"""Aspect of a figure: what stands, what happens over a period, what adds up, means and peaks."""

import pytest

from tests.nlp.binding.reading import claim_of

CASES = [
    # what stands is a stock, also where its noun is in no vocabulary
    ("en", "The valley has 312 beekeepers and 46 ponds.", "46", "stock"),
    ("fr", "La vallée compte 312 apiculteurs et 46 étangs.", "46", "stock"),
    ("es", "El valle tiene 312 apicultores y 46 estanques.", "46", "stock"),
    ("ru", "В долине работают 312 пасечников и есть 46 прудов.", "46", "stock"),
    ("ar", "تضم المنطقة 46 بئرا.", "46", "stock"),
    ("zh", "全县共有网店460家。", "460", "stock"),
    # amounts over a period are flows
    ("en", "The cooperative sold 46 tonnes of plums in 2023.", "46", "flow"),
    ("fr", "La coopérative a vendu 46 tonnes de prunes en 2023.", "46", "flow"),
    ("es", "La cooperativa vendió 46 toneladas de ciruelas en 2023.", "46", "flow"),
    ("ru", "В 2023 году кооператив продал 46 тонн слив.", "46", "flow"),
    ("ar", "باعت التعاونية 46 طنا من البرقوق في عام 2023.", "46", "flow"),
    ("zh", "2023年合作社卖出李子46吨。", "46", "flow"),
    # what happened to things adds up, within an interval with both ends it is a flow
    ("en", "The project has handed out 460 bicycles.", "460", "cumulative"),
    ("en", "The project handed out 460 bicycles between 2018 and 2021.", "460", "flow"),
    ("fr", "Le projet a distribué 460 vélos.", "460", "cumulative"),
    ("fr", "Entre 2018 et 2021, le projet a distribué 460 vélos.", "460", "flow"),
    ("es", "El proyecto ya repartió 460 bicicletas.", "460", "cumulative"),
    ("es", "Entre 2018 y 2021 el proyecto repartió 460 bicicletas.", "460", "flow"),
    ("ru", "Фонд построил 46 школ.", "46", "cumulative"),
    ("ru", "В 2021 году фонд построил 46 школ.", "46", "flow"),
    ("ar", "وزع المشروع 460 دراجة.", "460", "cumulative"),
    ("zh", "项目已帮助460户贫困户。", "460", "cumulative"),
    # amounts up to a date add up
    ("en", "So far this year the cooperative has sold 46 tonnes of plums.", "46", "cumulative"),
    ("fr", "Depuis janvier, la coopérative a vendu 46 tonnes de prunes.", "46", "cumulative"),
    ("es", "Desde enero la cooperativa vendió 46 toneladas de ciruelas.", "46", "cumulative"),
    ("ru", "С начала года кооператив продал 46 тонн слив.", "46", "cumulative"),
    ("ar", "باعت التعاونية 46 طنا من البرقوق منذ مطلع العام.", "46", "cumulative"),
    ("zh", "今年以来，合作社累计卖出李子46吨。", "46", "cumulative"),
    # a mean is of the figure that follows it, not of the one before
    ("en", "The 73 farms earn on average 18,400 euros a year.", "73", "stock"),
    ("en", "The 73 farms earn on average 18,400 euros a year.", "18,400", "average"),
    ("fr", "Les 73 fermes gagnent en moyenne 18 400 euros par an.", "73", "stock"),
    ("fr", "Les 73 fermes gagnent en moyenne 18 400 euros par an.", "18", "average"),
    ("es", "El ingreso medio de las familias llegó a 18.400 euros.", "18", "average"),
    ("ru", "Средняя зарплата составила 46 тыс. рублей.", "46", "average"),
    ("ar", "بلغ متوسط الدخل 4600 يوان.", "4600", "average"),
    ("zh", "去年全村人均收入8700元。", "8700", "average"),
    # per item is a price, no mean
    ("en", "A drying rack costs 46 dollars each.", "46", None),
    # a peak
    ("en", "Sales reached a record 46 tonnes.", "46", "peak"),
    ("fr", "La récolte a atteint le record de 46 tonnes.", "46", "peak"),
    ("es", "La cosecha alcanzó el récord de 46 toneladas.", "46", "peak"),
    ("ru", "Урожай достиг рекордных 46 тонн.", "46", "peak"),
    ("ar", "بلغ الإنتاج رقما قياسيا قدره 46 طنا.", "46", "peak"),
    ("zh", "一场直播最高成交4.6万元。", "4.6", "peak"),
    # a share: of amounts a flow, of what stands a stock, a condition neither
    ("en", "Apples made up 46 percent of sales.", "46", "flow"),
    ("en", "Some 46 percent of households have a well.", "46", "stock"),
    ("en", "The platform charges a commission of 4 percent.", "4", None),
    ("fr", "Les pommes représentent 46 % des ventes.", "46", "flow"),
    ("fr", "La plateforme prélève une commission de 4 %.", "4", None),
    ("es", "Las manzanas suponen el 46 % de las ventas.", "46", "flow"),
    ("es", "La plataforma cobra una comisión del 4 %.", "4", None),
    ("ru", "На яблоки приходится 46% продаж.", "46", "flow"),
    ("ru", "Площадка берет комиссию 4%.", "4", None),
    ("ar", "يمثل التفاح 46 بالمئة من المبيعات.", "46", "flow"),
    ("ar", "تبلغ العمولة 4 بالمئة.", "4", None),
    ("zh", "平台收取4%的佣金。", "4", None),
    # a step has none, a capacity stands though told in tonnes
    ("en", "Sales rose 46 percent.", "46", None),
    ("en", "The cold store has a capacity of 4,600 tonnes.", "4,600", "stock"),
    ("fr", "L'entrepôt a une capacité de 4 600 tonnes.", "4", "stock"),
    ("es", "El almacén tiene una capacidad de 4.600 toneladas.", "4", "stock"),
    ("ru", "Мощность цеха составляет 4600 тонн.", "4600", "stock"),
    ("ar", "تبلغ طاقة المصنع 4600 طن.", "4600", "stock"),
    ("zh", "冷库储藏能力达4600吨。", "4600", "stock"),
]


@pytest.mark.parametrize(("language", "text", "surface", "aspect"), CASES)
def test_the_aspect_of_a_figure_is_told_by_its_measure_and_words(language, text, surface, aspect):
    assert claim_of(language, text, surface).aspect == aspect
