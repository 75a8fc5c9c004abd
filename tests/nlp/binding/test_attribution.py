"""On whose word a figure stands, in sentences written for these tests."""

import pytest

from tests.nlp.binding.reading import claim_of

CASES = (
    (
        "en",
        "Prices have dropped to 15,000 dong per kg, the provincial trade department said.",
        "15,000",
        "provincial trade department",
    ),
    (
        "en",
        "Sales rose to 5 million dollars, the Kisumu Trade Office said on Tuesday.",
        "5 million",
        "Kisumu Trade Office",
    ),
    ("en", "A World Bank report shows rural internet use rose to 35 percent.", "35", "World Bank"),
    (
        "en",
        "“Prices have halved this year,” said Mary Wanjiku, who grows beans. “We got 40 shillings a kilo.”",
        "40",
        "Mary Wanjiku",
    ),
    ("en", "Some 3,000 shops closed, the association's chairman, Peter Njoroge, said.", "3,000", "Peter Njoroge"),
    ("en", "Twende Foods, a start-up, sold 40 tonnes of beans in May.", "40", None),
    (
        "es",
        "Las exportaciones llegaron a 300 millones de dólares, detalló el viceministro Pedro Solís.",
        "300",
        "Pedro Solís",
    ),
    ("es", "De acuerdo con el INEI, la pobreza rural bajó al 39 %.", "39", "INEI"),
    (
        "es",
        "La ministra destacó que 3.000 familias recibieron semillas. Agregó que se invirtieron 4 millones de dólares.",
        "4 millones",
        "ministra",
    ),
    ("es", "La plataforma cuenta con 3.200 vendedores.", "3.200", None),
    (
        "fr",
        "Le ministre de l'Agriculture, Ali Bongo, a annoncé que 40 000 hectares avaient été semés.",
        "40",
        "Ali Bongo",
    ),
    ("fr", "D'après l'Insee, la pauvreté rurale est tombée à 39 %.", "39", "Insee"),
    ("fr", "La région compte 40 000 bovins.", "40", None),
    ("ru", "По данным Росстата, бедность на селе снизилась до 20%.", "20", "Росстата"),
    ("ru", "К 2030 году власти рассчитывают снизить бедность до 5%.", "5", "власти"),
    ("ru", "Экспорт достиг 300 млн долларов, уточнили в ведомстве.", "300", "ведомстве"),
    ("ru", "В районе открыли 12 магазинов. Об этом сообщил губернатор Олег Волков.", "12", "Олег Волков"),
    ("ru", "Губернатор Олег Волков открыл ярмарку. По его словам, создано 300 рабочих мест.", "300", "Олег Волков"),
    ("zh", "“我们卖了40箱。”合作社理事长王志强说。", "40", "王志强"),
    ("zh", "商务部数据显示，农村网络零售额达到2万亿元，增长9%。", "9%", "商务部"),
    ("zh", "记者从县商务局获悉，全县网店达到1800家。", "1800", "县商务局"),
    ("zh", "协会主席陈国兴指出，今季收成仅8500公吨。", "8500", "陈国兴"),
    ("ar", "وقالت رئيستها منية العبيدي (48 عاما) إن عدد العضوات بلغ 180 امرأة.", "180", "منية العبيدي"),
    ("ar", "وبحسب البنك الدولي، انخفض الفقر الريفي إلى 20%.", "20%", "البنك الدولي"),
    (
        "ar",
        "وأعلن وزير الزراعة سالم الحربي أن المساحة بلغت 40 ألف هكتار. وأضاف أن الاستثمارات وصلت إلى 4 ملايين دينار.",
        "4 ملايين",
        "وزير الزراعة سالم الحربي",
    ),
    ("ar", "وأوضح المدير العام للشركة، خالد المنصوري، أن المبيعات ارتفعت بنسبة 12%.", "12%", "خالد المنصوري"),
)


@pytest.mark.parametrize(("language", "text", "number", "source"), CASES)
def test_a_number_stands_on_the_word_of_whoever_tells_it(
    language: str, text: str, number: str, source: str | None
) -> None:
    claim = claim_of(language, text, number)
    assert (claim.attribution.surface if claim.attribution is not None else None) == source
