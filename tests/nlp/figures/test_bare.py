"""What a number without a noun of its own counts: ages, what was counted before, what the sentence speaks of."""

import pytest

from tests.nlp.figures.telling import tell

LINES = [
    ("en", "Han Mei, 24, sells tea.", "24 year_of_age"),
    ("en", "The 31-year-old former worker sells tea.", "31 year_of_age"),
    ("en", "She has a following of 90,000.", "90000 person"),
    ("en", "The number of online stores reached 500.", "500 store"),
    ("en", "Of 86 villages, 79 have left poverty.", "86 village; 79 village"),
    ("en", "Some 2.9 billion people remain offline, and up to 828 million faced hunger.",
     "about 2900000000 person; up_to 828000000 person"),
    ("en", "They trained 300 women, 120 of them under 30.", "300 person; 120 person; less_than 30 year_of_age"),
    ("en", "It sold 500 boxes in May and 700 in June.", "500 package; 700 package"),
    ("en", "Total revenue was 40.", ""),
    ("fr", "Sur 530 foyers, 412 vivent du thé.", "530 household; 412 household"),
    ("fr", "412 foyers sur 530 vivent du thé.", "412 household; 530 household"),
    ("fr", "Elle a livré 10 000 caisses : « Nous n'en avons jeté que 1 200 ».", "10000 package; 1200 package"),
    ("fr", "Une éleveuse de vaches de 57 ans.", "57 year_of_age"),
    ("fr", "Aminata Diop, 34 ans, vend du riz.", "34 year_of_age"),
    ("es", "Hermelinda Pérez, de 29 años, vende café.", "29 year_of_age"),
    ("es", "Una campesina de 45 años del poblado.", "45 year_of_age"),
    ("es", "Mi hija de 16 años lleva las cuentas.", "16 year_of_age"),
    ("es", "Rubén Ortubia, de 62 años, fundador.", "62 year_of_age"),
    ("es", "Capacitó a 4.850 personas, de las cuales 1.900 son mujeres.", "4850 person; 1900 person"),
    ("es", "Pasaron de 480 millones de dólares a 3.150 millones.", "480000000 USD from; 3150000000 USD increase_to"),
    ("ru", "Уровень снизился с 11 до 8,9 процента.", "11 percent from; 8.9 percent decrease_to"),
    ("ru", "Из 86 деревень 79 уже выведены из бедности, остальные семь ждут.", "86 village; 79 village; 7 village"),
    ("ru", "Регион выделил 85 млн рублей, еще 40 млн добавил бюджет.", "85000000 RUB; 40000000 RUB"),
    ("ru", "34-летняя Айгуль продаёт мёд.", "34 year_of_age"),
    ("ru", "Анна Петрова, 45 лет, растит овец.", "45 year_of_age"),
    ("ru", "Жителям старше 60 лет помогли.", "more_than 60 year_of_age"),
    ("ar", "البالغة من العمر 52 عاما تبيع العسل.", "52 year_of_age"),
    ("ar", "دعم 93 ألف مزارع بعد 71 ألفا.", "93000 person; 71000 person"),
    ("ar", "بلغ عدد المزارعين 500.", "500 person"),
    ("ar", "تضم 300 أسرة، منها 120 في الجبل.", "300 household; 120 household"),
    ("zh", "33岁的张秀秀种苹果。", "33 year_of_age"),
    ("zh", "围观网友近百万。", "about 1000000 person"),
    ("zh", "全村326户，其中脱贫户151户。", "326 household; 151 household"),
    ("zh", "粉丝数超过12万。", "more_than 120000 person"),
    ("zh", "从业人员近5000人。", "about 5000 person"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "told"), LINES)
def test_a_bare_number_counts_what_its_sentence_tells(language, text, told):
    assert tell(language, text) == told


SHARES = [
    ("en", "One in five found buyers abroad.", "20 percent"),
    ("en", "It employs nearly seven in ten workers.", "about 70 percent"),
    ("en", "Four out of five farmers use it.", "80 percent"),
    ("en", "Every second order comes from town.", "50 percent"),
    ("fr", "Un client sur trois vient de Laval.", "33.3333 percent"),
    ("fr", "Neuf ménages sur dix sont raccordés.", "90 percent"),
    ("fr", "Près de la moitié ont été vendues.", "about 50 percent"),
    ("es", "Nueve de cada diez pedidos son locales.", "90 percent"),
    ("es", "Uno de cada tres clientes vuelve.", "33.3333 percent"),
    ("ru", "Каждый второй заказ делают пожилые.", "50 percent"),
    ("ru", "Каждая пятая семья продаёт в сети.", "20 percent"),
    ("ru", "Восьмая часть посевов погибла.", "12.5 percent"),
    ("ru", "Девять из десяти заказов — местные.", "90 percent"),
    ("ar", "تسعة من كل عشرة مزارعين يستخدمونه.", "90 percent"),
    ("ar", "واحد من كل خمسة مزارعين يبيع عبر الإنترنت.", "20 percent"),
    ("zh", "三成农户开了网店。", "30 percent"),
    ("zh", "打8折销售。", "80 percent"),
    ("zh", "超过一半的订单来自城市。", "more_than 50 percent"),
    ("zh", "三分之二的农户受益。", "66.6667 percent"),
    ("zh", "每三户就有一户开网店。", "33.3333 percent"),
    ("en", "The rate is 5 per mille.", "5 per_mille"),
    ("zh", "死亡率为5‰。", "5 per_mille"),
    ("zh", "八成五的收入来自直播。", "85 percent"),
]


@pytest.mark.parametrize(("language", "text", "told"), SHARES)
def test_a_share_is_percent_however_it_is_worded(language, text, told):
    assert tell(language, text) == told
