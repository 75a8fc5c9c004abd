"""Who or what a number is about, and whose number it is, in sentences written for these tests."""

import pytest

from tests.nlp.binding.reading import claim_of

_Row = tuple[str, str, str, str | None, str | None]
"""Language, text, what the figure holds, subject, level."""

INDIVIDUALS: tuple[_Row, ...] = (
    ("en", "Grace Chepkemoi, a mother of two in Bomet, keeps 40 hens.", "40 hens", "Grace Chepkemoi", "individual"),
    (
        "en",
        "Grace Chepkemoi sells eggs online. She earned 52,000 shillings last year. In March alone she sold 900 eggs.",
        "52,000",
        "Grace Chepkemoi",
        "individual",
    ),
    (
        "en",
        "Grace Chepkemoi sells eggs online. She earned 52,000 shillings last year. In March alone she sold 900 eggs.",
        "900 eggs",
        "Grace Chepkemoi",
        "individual",
    ),
    (
        "en",
        "Samuel Otieno grows onions. His 3-acre plot yields 12 tonnes a season.",
        "12 tonnes",
        "Samuel Otieno",
        "individual",
    ),
    (
        "en",
        "“I sold 300 kilos in one evening,” said Samuel Otieno, a farmer in Homa Bay.",
        "300 kilos",
        "Samuel Otieno",
        "individual",
    ),
    (
        "en",
        "“I sold 300 kilos in one evening,” said Samuel Otieno, a farmer. “The trader offered me 45 shillings a kilo.”",
        "45 shillings",
        "Samuel Otieno",
        "individual",
    ),
    (
        "es",
        "Rosa Quispe vive en Huancané. Su finca produce 800 kilos de quinua al año.",
        "800 kilos",
        "Rosa Quispe",
        "individual",
    ),
    (
        "es",
        "Rosa Quispe teje desde niña. El mes pasado vendió 45 mantas por internet. Gana unos 900 soles al mes.",
        "45 mantas",
        "Rosa Quispe",
        "individual",
    ),
    (
        "es",
        "Rosa Quispe teje desde niña. Con sus mantas gana unos 900 soles al mes.",
        "900 soles",
        "Rosa Quispe",
        "individual",
    ),
    (
        "es",
        "«Vendí 300 kilos en una tarde», cuenta Julián Mamani, agricultor de Puno.",
        "300 kilos",
        "Julián Mamani",
        "individual",
    ),
    (
        "fr",
        "Aïcha Diallo cultive l'oignon à Kayes. Elle a vendu 2 tonnes par téléphone cette année.",
        "2 tonnes",
        "Aïcha Diallo",
        "individual",
    ),
    (
        "fr",
        "Aïcha Diallo cultive l'oignon à Kayes. Son champ de 3 hectares lui rapporte 450 000 francs CFA.",
        "450 000 francs",
        "Aïcha Diallo",
        "individual",
    ),
    (
        "fr",
        "« J'ai gagné 300 000 francs CFA en un mois », raconte Moussa Traoré, maraîcher.",
        "300 000 francs",
        "Moussa Traoré",
        "individual",
    ),
    (
        "ru",
        "Фермер Олег Захаров живет в Урюпинске. Его ферма дает 20 тонн молока в месяц.",
        "20 тонн",
        "Олег Захаров",
        "individual",
    ),
    (
        "ru",
        "Фермер Олег Захаров живет в Урюпинске. Он продал через интернет 400 килограммов сыра.",
        "400 килограммов",
        "Олег Захаров",
        "individual",
    ),
    (
        "ru",
        "«Я продала 300 баночек за неделю», - рассказывает пасечница Марина Белова.",
        "300 баночек",
        "Марина Белова",
        "individual",
    ),
    ("zh", "村民李桂芳种了12亩苹果。去年她家收入8万元。", "8万元", "李桂芳", "individual"),
    ("zh", "村民李桂芳种了12亩苹果。开网店后，一年卖出3000斤。", "3000斤", "李桂芳", "individual"),
    ("zh", "“我一个晚上卖了300斤。”果农张建国说。", "300斤", "张建国", "individual"),
    (
        "ar",
        "تعيش فاطمة الزهراني في عسير. وباعت زوجها وعائلتها 200 كيلوغرام من العسل.",
        "200 كيلوغرام",
        "فاطمة الزهراني",
        "individual",
    ),
    ("ar", "يزرع محمد العتيبي الطماطم. وتبلغ مساحة مزرعته 5 هكتارات.", "5 هكتارات", "محمد العتيبي", "individual"),
    (
        "ar",
        'وقال المزارع محمد العتيبي: "بعت 300 كيلوغرام في ليلة واحدة".',
        "300 كيلوغرام",
        "محمد العتيبي",
        "individual",
    ),
)

ORGANISATIONS: tuple[_Row, ...] = (
    (
        "en",
        "Twiga Foods works with small shops. The company delivered 9,000 tonnes of produce last year.",
        "9,000 tonnes",
        "Twiga Foods",
        "firm",
    ),
    (
        "en",
        "Jumia opened in Kisii in 2019. The platform now ships 4,000 parcels a day.",
        "4,000 parcels",
        "Jumia",
        "platform",
    ),
    (
        "en",
        "Taobao counts many villages. Orders of tea on the platform rose by 30 percent.",
        "30 percent",
        "Taobao",
        "platform",
    ),
    ("en", "Under the programme, 4,500 women received phones.", "4,500 women", "programme", "programme"),
    (
        "en",
        "The Green Valleys Project ended in June. It paved 320 kilometres of road.",
        "320 kilometres",
        "Green Valleys Project",
        "programme",
    ),
    (
        "en",
        "The Ministry of Agriculture allocated 2 billion shillings to seed vouchers.",
        "2 billion",
        "Ministry of Agriculture",
        "programme",
    ),
    ("es", "La cooperativa Inti Wasi agrupa a 240 familias.", "240 familias", "Inti Wasi", "firm"),
    (
        "es",
        "Mercado Libre llegó a la sierra en 2020. La plataforma despacha 5.000 paquetes diarios.",
        "5.000 paquetes",
        "Mercado Libre",
        "platform",
    ),
    ("es", "El programa entregó 3.200 tabletas a escuelas rurales.", "3.200 tabletas", "programa", "programme"),
    (
        "es",
        "El Ministerio de Agricultura invertirá 40 millones de soles en riego.",
        "40 millones",
        "Ministerio de Agricultura",
        "programme",
    ),
    (
        "fr",
        "Jumia s'est installée à Thiès. La plateforme y livre 700 colis par jour.",
        "700 colis",
        "Jumia",
        "platform",
    ),
    ("fr", "Le projet a formé 1 200 jeunes au commerce en ligne.", "1 200 jeunes", "projet", "programme"),
    (
        "fr",
        "Le ministère de l'Agriculture a débloqué 3 milliards de francs CFA pour les semences.",
        "3 milliards",
        "ministère de l'Agriculture",
        "programme",
    ),
    (
        "ru",
        "Маркетплейс Ozon открыл пункты в селах. Платформа доставляет 6000 посылок в день.",
        "6000 посылок",
        "Ozon",
        "platform",
    ),
    (
        "ru",
        "Министерство сельского хозяйства выделило 500 млн рублей на дороги.",
        "500 млн",
        "Министерство сельского хозяйства",
        "programme",
    ),
    ("ru", "В рамках программы построено 14 складов.", "14 складов", "программы", "programme"),
    ("zh", "拼多多发布了年报。该平台去年农产品销售额达到1200亿元。", "1200亿元", "拼多多", "platform"),
    ("zh", "绿源农业科技有限公司落户该县。公司带动了600户农户增收。", "600户", "绿源农业科技有限公司", "firm"),
    ("zh", "农业农村部安排资金3亿元支持冷库建设。", "3亿元", "农业农村部", "programme"),
    ("ar", "أطلقت شركة جوميا خدمة جديدة في الصعيد. وسلمت الشركة 9 آلاف طرد.", "9 آلاف", "جوميا", "platform"),
    ("ar", "خصصت وزارة الزراعة 50 مليون درهم لدعم الفلاحين.", "50 مليون", "وزارة الزراعة", "programme"),
    ("ar", "ويهدف المشروع إلى تدريب 800 امرأة.", "800 امرأة", "المشروع", "programme"),
)

AREAS: tuple[_Row, ...] = (
    (
        "en",
        "Grace Chepkemoi sells eggs online. Across the county, 12,000 households keep poultry.",
        "12,000 households",
        None,
        "area",
    ),
    (
        "en",
        "Poverty in the district fell to 8 percent in 2020, said the governor, Paul Kibet.",
        "8 percent",
        None,
        "area",
    ),
    (
        "en",
        "According to the Ministry of Agriculture, maize output rose to 3 million tonnes.",
        "3 million tonnes",
        None,
        "area",
    ),
    ("en", "Farm losses reached 4 million dollars after the storm.", "4 million dollars", None, "area"),
    ("en", "A group of 240 women farm the slopes above the town.", "240 women", None, "area"),
    (
        "es",
        "Según el Ministerio de Agricultura, la producción de papa llegó a 5 millones de toneladas.",
        "5 millones",
        None,
        "area",
    ),
    ("es", "En el distrito viven 4.300 familias.", "4.300 familias", None, "area"),
    (
        "fr",
        "Selon le ministère de l'Agriculture, la récolte de mil a atteint 900 000 tonnes.",
        "900 000 tonnes",
        None,
        "area",
    ),
    ("fr", "Dans la région, 62 % des ménages ruraux ont un téléphone.", "62 %", None, "area"),
    ("ru", "По данным Министерства сельского хозяйства, урожай составил 80 тысяч тонн.", "80 тысяч тонн", None, "area"),
    ("ru", "В районе живут 5600 семей.", "5600 семей", None, "area"),
    ("zh", "村民李桂芳种了苹果。全县苹果种植面积达到20万亩。", "20万亩", None, "area"),
    ("zh", "据农业农村局统计，全县网店达到1800家。", "1800家", None, "area"),
    ("ar", "ووفقا لوزارة الزراعة، بلغ إنتاج القمح 3 ملايين طن.", "3 ملايين طن", None, "area"),
    ("ar", "ويعيش في المحافظة 90 ألف أسرة.", "90 ألف أسرة", None, "area"),
)


@pytest.mark.parametrize(("language", "text", "number", "subject", "level"), [*INDIVIDUALS, *ORGANISATIONS, *AREAS])
def test_a_number_is_about_whom_the_text_speaks_of(
    language: str, text: str, number: str, subject: str | None, level: str | None
) -> None:
    claim = claim_of(language, text, number)
    assert (claim.subject.surface if claim.subject is not None else None, claim.level) == (subject, level)
