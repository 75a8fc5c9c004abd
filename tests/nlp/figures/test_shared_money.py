"""Money whose name, sign or part several currencies share, or whose name the sentence leaves out."""

import pytest

from tests.nlp.figures.telling import tell

TOLD = [
    ("en", "South Africa's farmers received R350-million in relief.", "350000000 ZAR"),
    ("en", "Wool in Australia rose 14 cents to $12.20 a kilogram.", "0.14 AUD/kg increase_by; 12.2 AUD/kg increase_to"),
    ("en", "Wool rose 14 cents to A$12.20 a kilogram.", "0.14 AUD/kg increase_by; 12.2 AUD/kg increase_to"),
    ("en", "Milk prices fell 5 cents to $3.10 a gallon.", "0.05 USD/gallon decrease_by; 3.1 USD/gallon decrease_to"),
    ("fr", "En Suisse, le lait est payé 78 centimes le kilo.", "0.78 CHF/kg"),
    ("fr", "Le litre est vendu 95 centimes.", "0.95 EUR/litre"),
    ("fr", "Le Maroc y consacre 4 MMDH.", "4000000000 MAD"),
    ("fr", "Au Québec, l'aide atteint 1,3 G$, dont 45 M$ pour la relève.", "1300000000 CAD; 45000000 CAD"),
    ("fr", "En Suisse, le fonds dispose de Fr. 2,4 millions.", "2400000 CHF"),
    ("fr", "Le fonds verse 25 000 francs CFA aux femmes et 3 000 francs aux jeunes.", "25000 XOF; 3000 XOF"),
    ("fr", "Au Burundi, le kilo de café est fixé à 2 700 francs.", "2700 BIF/kg"),
    ("es", "En Nicaragua, el quintal de frijol cuesta C$2,400.", "2400 NIO/quintal"),
    ("es", "En Bolivia vendieron la quinua a $us 1.200 la tonelada.", "1200 USD/tonne"),
    ("es", "En Colombia el campesino recibe 1,7 millones por carga.", "1700000 COP/carga"),
    ("es", "La leche se paga a 48 céntimos el litro.", "0.48 EUR/litre"),
    ("es", "En Perú, la tasa es de 30 céntimos por kilo.", "0.3 PEN/kg"),
    ("ru", "В Белоруссии батон подорожал на 3 копейки, до 1,45 рубля.", "0.03 BYN increase_by; 1.45 BYN increase_to"),
    ("ru", "Килограмм муки продают по 6 сомони 50 дирамов.", "6.5 TJS/kg"),
    ("ru", "Килограмм хлопка оценили в 7 тыс. сумов.", "7000 UZS/kg"),
    ("ar", "سعر البيضة 150 فلسا في الأردن.", "0.15 JOD/egg"),
    ("ar", "في مصر سجل الطن 14 ألف جنيه.", "14000 EGP/tonne"),
    ("ar", "اشترت تونس القنطار بـ130 دينارا.", "130 TND/quintal"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "told"), TOLD)
def test_the_text_tells_which_currency_a_shared_name_means(language, text, told):
    assert tell(language, text) == told


NO_MONEY = [
    ("fr", "Le 12e tour et le KD 45 du G20."),
    ("en", "QR 20 and MT 15 are codes."),
    ("fr", "Ar 25, Fr. 12 et D 937."),
]


@pytest.mark.parametrize(("language", "text"), NO_MONEY)
def test_letters_of_money_need_their_country(language, text):
    assert tell(language, text) == ""
