"""The class that a figure is restricted to, in sentences written for these tests."""

import pytest

from tests.nlp.binding.reading import claim_of

CASES = (
    ("en", "The scheme trained 340 embroiderers and 1,200 beekeepers.", "340", "embroiderers"),
    ("en", "Poor households earn 40 dollars a month.", "40", "Poor households"),
    ("en", "Nearly 45% of shoppers live in towns.", "45%", "shoppers"),
    ("en", "Dairy farmers receive 45 rupees a litre.", "45", "Dairy farmers"),
    ("en", "Rural customers generate 60 percent of the orders.", "60", "Rural customers"),
    ("en", "The new mill will create 300 jobs.", "300", None),
    ("es", "El 62 % de los jornaleros trabaja sin contrato.", "62", "jornaleros"),
    ("es", "Las mujeres rurales ganan 900 pesos al mes.", "900", "mujeres rurales"),
    ("es", "La edad media de los apicultores es de 58 años.", "58", "apicultores"),
    ("es", "El precio subió un 12 % en marzo.", "12", None),
    ("fr", "62 % des journaliers travaillent sans contrat.", "62", "journaliers"),
    ("fr", "Les femmes rurales gagnent 900 dirhams par mois.", "900", "femmes rurales"),
    ("fr", "La banque a prêté 40 millions d'euros aux caféiculteurs.", "40", "caféiculteurs"),
    ("fr", "La récolte a baissé de 12 %.", "12", None),
    ("ru", "62% сезонных рабочих трудятся без договора.", "62", "сезонных рабочих"),
    ("ru", "Доходы сельских жителей выросли на 8%.", "8%", "сельских жителей"),
    ("ru", "Средний возраст пчеловодов — 58 лет.", "58", "пчеловодов"),
    ("ru", "В селе создано 200 рабочих мест.", "200", None),
    ("zh", "培训班培训了340名绣娘和1200名养蜂人。", "340", "绣娘"),
    ("zh", "培训班培训了340名绣娘和1200名养蜂人。", "1200", "养蜂人"),
    ("zh", "四成农村家庭没有网络。", "四成", "农村家庭"),
    ("zh", "直播间观众达到3万人。", "3万", None),
    ("ar", "ولا تملك 40% من الأسر الريفية اتصالا بالإنترنت.", "40%", "الأسر الريفية"),
    ("ar", "وارتفع دخل سكان الريف بنسبة 8%.", "8%", "سكان الريف"),
    ("ar", "وتسلمت كل أسرة 3000 جنيه.", "3000", "كل أسرة"),
    ("ar", "وبلغ سعر الطن 300 دولار.", "300", None),
)


@pytest.mark.parametrize(("language", "text", "number", "population"), CASES)
def test_a_number_is_restricted_to_the_class_that_the_words_pick_out(
    language: str, text: str, number: str, population: str | None
) -> None:
    claim = claim_of(language, text, number)
    assert (claim.population.surface if claim.population is not None else None) == population


@pytest.mark.parametrize(
    ("language", "text", "number", "level"),
    [
        ("en", "A 34-year-old farmer keeps bees.", "34", "individual"),
        ("es", "La edad media de los apicultores es de 58 años.", "58", "area"),
        ("fr", "L'âge moyen des apiculteurs est de 58 ans.", "58", "area"),
        ("ru", "Средний возраст пчеловодов — 58 лет.", "58", "area"),
        ("zh", "蜂农平均年龄58岁。", "58", "area"),
    ],
)
def test_the_mean_age_of_a_class_is_no_single_persons(language: str, text: str, number: str, level: str) -> None:
    assert claim_of(language, text, number).level == level
