"""Persons who act through a platform, persons without a name, and where a text ends speaking of somebody."""

import pytest

from tests.nlp.binding.reading import claim_of

_Row = tuple[str, str, str, str | None, str | None]
"""Language, text, what the figure holds, subject, level."""

MEANS: tuple[_Row, ...] = (
    (
        "en",
        "A farmer from Niphad sold 86 quintals of onions through an app run by a farmer producer company.",
        "86 quintals",
        "farmer from Niphad",
        "individual",
    ),
    (
        "es",
        "Felipa Condori teje en Puno. Su vecino Hilario Mamani vendió 120 arrobas de papa mediante una subasta "
        "organizada por la Federación de Productores del Altiplano.",
        "120 arrobas",
        "Hilario Mamani",
        "individual",
    ),
    (
        "fr",
        "Mariam Coulibaly vit à Korhogo. Grâce à l'application Sènè, elle a écoulé 3 tonnes de mangues.",
        "3 tonnes",
        "Mariam Coulibaly",
        "individual",
    ),
    (
        "zh",
        "28岁的潘秋月是雷山县的绣娘。她在快手上开了账号，直播间里最多的一次有近10万人观看。",
        "10万人",
        "潘秋月",
        "individual",
    ),
    (
        "ar",
        'تعمل حليمة بن صالح في نسج الزرابي. وعبر منصة "صنعة بلادي" باعت العام الماضي 35 زربية.',
        "35 زربية",
        "حليمة بن صالح",
        "individual",
    ),
)

DESCRIBED: tuple[_Row, ...] = (
    ("en", "One villager said he had saved 9,000 rupees on transport.", "9,000", "villager", "individual"),
    (
        "es",
        "Una agricultora de la vereda Puente de Piedra contó que ganaba 400.000 pesos mensuales.",
        "400.000 pesos",
        "agricultora de la vereda Puente de Piedra",
        "individual",
    ),
    (
        "fr",
        "Un agriculteur de Sinématiali dit avoir gagné 200 000 francs de plus. Son verger ne couvre que 2 hectares.",
        "2 hectares",
        "agriculteur de Sinématiali",
        "individual",
    ),
    (
        "ru",
        "Одна из жительниц села рассказала, что зарабатывает 25 тысяч рублей в месяц.",
        "25 тысяч",
        "Одна из жительниц",
        "individual",
    ),
    ("zh", "一位村民说，他去年卖了500斤稻花鱼。", "500斤", "村民", "individual"),
    ("ar", "وقالت إحدى نساء القرية إنها تكسب 250 دينارا في الشهر.", "250 دينارا", "إحدى نساء", "individual"),
)

ON_PLATFORMS: tuple[_Row, ...] = (
    ("en", "Orders of tea on Taobao rose by 30 percent.", "30 percent", "Taobao", "platform"),
    ("es", "Los pedidos de papa en Rappi crecieron un 25 %.", "25 %", "Rappi", "platform"),
    ("ru", "Заказы сыра на Wildberries выросли на 30%.", "30%", "Wildberries", "platform"),
    ("zh", "淘宝上苗绣的订单增加了三成。", "三成", "淘宝", "platform"),
    ("ar", "وكان هناك 1500 منتج على منصة جوميا.", "1500 منتج", "جوميا", "platform"),
)

ENDS: tuple[_Row, ...] = (
    (
        "fr",
        "La coopérative Yéyé Sôrô compte 1 150 membres. Elle vend des mangues.\n"
        "Dans la région du Poro, 58 % des ménages sont pauvres. Près de 12 000 tonnes de mangues y pourrissent.",
        "12 000 tonnes",
        None,
        "area",
    ),
    (
        "ru",
        "Кооператив «Горный край» объединяет 64 хозяйства. Он отправил 38 тонн сыра.\n"
        "За чертой бедности живут 14,7% сельчан. Открыто 2,3 тысячи пунктов выдачи.",
        "2,3 тысячи",
        None,
        "area",
    ),
)

WHOLE_NAMES: tuple[_Row, ...] = (
    (
        "en",
        "Under the Rural Access Project, 420 kilometres of road are to be paved.",
        "420 kilometres",
        "Rural Access Project",
        "programme",
    ),
    (
        "ar",
        "يملك المزارع سالم الحربي مزرعة مساحتها 12 هكتارا في محافظة العلا.",
        "12 هكتارا",
        "سالم الحربي",
        "individual",
    ),
)


@pytest.mark.parametrize(
    ("language", "text", "number", "subject", "level"),
    [*MEANS, *DESCRIBED, *ON_PLATFORMS, *ENDS, *WHOLE_NAMES],
)
def test_a_number_is_of_who_acts_not_of_the_means(
    language: str, text: str, number: str, subject: str | None, level: str | None
) -> None:
    claim = claim_of(language, text, number)
    assert (claim.subject.surface if claim.subject is not None else None, claim.level) == (subject, level)


def test_a_passing_person_takes_nothing_over() -> None:
    text = "Agnes Mwikali lives in Wote. A neighbour showed her an app. Last season she sold 86 crates of tomatoes."
    claim = claim_of("en", text, "86 crates")
    assert claim.subject is not None
    assert claim.subject.surface == "Agnes Mwikali"
