"""Rates: money and yields per unit, glued, after a bracket, or told by what the clause prices."""

import pytest

from tests.nlp.figures.telling import tell

RATES = [
    ("en", "Prices slumped to Rs 6 a kg from Rs 14 in February.", "6 INR/kg decrease_to; 14 INR/kg from"),
    ("en", "Prices dropped to 15,000 dong ($0.58) per kg, from 22,000 dong a year earlier.",
     "15000 VND/kg decrease_to; 0.58 USD/kg decrease_to; 22000 VND/kg from"),
    ("en", "Farmers get up to Sh3,200 for a 50-kilogramme bag, nearly twice the Sh1,700 paid by brokers.",
     "up_to 3200 KES/package; 50 kg; about 2 times; 1700 KES/package"),
    ("en", "A 100kg bag of ginger jumped from N70,000 to N400,000.",
     "100 kg; 70000 NGN/package from; 400000 NGN/package increase_to"),
    ("en", "A kilo of coffee sells for 280 rupees.", "280 INR/kg"),
    ("en", "The price of a litre of milk was 45 rupees.", "45 INR/litre"),
    ("en", "They sell eggs at 12 yuan per kilogram.", "12 CNY/kg"),
    ("en", "It costs 3 yuan/kg.", "3 CNY/kg"),
    ("en", "Each household received 3,000 yuan.", "3000 CNY/household"),
    ("en", "They sold tonnes of tea worth 5 million yuan.", "5000000 CNY"),
    ("en", "Delivery costs $4 per order.", "4 USD/order"),
    ("en", "She earns 3,000 yuan a month.", "3000 CNY"),
    ("en", "Incomes reached 12,000 yuan per person.", "12000 CNY"),
    ("es", "El kilo se vende en 280 soles; los coyotes pagaban 95 soles.", "280 PEN/kg; 95 PEN/kg"),
    ("es", "El precio medio del litro de aceite rozó los 9,80 euros, frente a los 6,15 euros de un año antes.",
     "about 9.8 EUR/litre; 6.15 EUR/litre from"),
    ("es", "Una arroba de papa, por la que pagan 14 euros, se vende allí a 19,50.", "14 EUR/arroba; 19.5 EUR/arroba"),
    ("es", "Vendieron 12,800 quintales, a un promedio de Q385 cada uno.", "12800 quintal; 385 GTQ/quintal"),
    ("es", "Vendió 38 toneladas a un precio de S/ 7.80 por kilo.", "38 tonne; 7.8 PEN/kg"),
    ("es", "Cobra 5 dólares la caja.", "5 USD/package"),
    ("fr", "Le même kilo se négocie entre 2 300 et 2 500 ariary.", "range 2300..2500 MGA/kg"),
    ("fr", "La productrice touche 650 gourdes par caisse (environ 5 dollars), contre 400 gourdes sur le marché.",
     "650 HTG/package; about 5 USD/package; 400 HTG/package"),
    ("fr", "Les frais ont grimpé à 6,75\u00a0€ par commande, contre 4,25\u00a0€ en 2022.",
     "6.75 EUR/order increase_to; 4.25 EUR/order from"),
    ("fr", "Il vend le thé 425 Fcfa le kilo.", "425 XOF/kg"),
    ("fr", "Le litre de lait coûte 1,20 euro.", "1.2 EUR/litre"),
    ("ru", "Цена опустилась с 31 до 24,5 рубля за килограмм.", "31 RUB/kg from; 24.5 RUB/kg decrease_to"),
    ("ru", "Килограмм уходил в среднем по 60 сомов, тогда как перекупщики дают 25–30 сомов.",
     "60 KGS/kg; range 25..30 KGS/kg"),
    ("ru", "Доход с одного му достигает 7-8 тысяч юаней.", "range 7000..8000 CNY/mu"),
    ("ru", "Огурцы продают по 450 тенге за кило.", "450 KZT/kg"),
    ("ru", "Литр молока стоит 80 рублей.", "80 RUB/litre"),
    ("ar", "ويباع اللتر بـ450 دينارا تونسيا.", "450 TND/litre"),
    ("ar", "ارتفع سعر رطل السمسم من 800 إلى 1100 دولار.", "800 USD/pound from; 1100 USD/pound increase_to"),
    ("ar", "سعر الكيلوغرام الواحد تراوح بين 500 و750 يوانا.", "range 500..750 CNY/kg"),
    ("ar", "تصل كلفة توصيل الطرد إلى دولارين.", "2 USD/parcel"),
    ("ar", "حددت الحكومة سعر الإردب بألفي دولار.", "2000 USD/ardeb"),
    ("ar", "يباع بسعر 12 يوانا للكيلوغرام.", "12 CNY/kg"),
    ("ar", "بلغ دخل الأسرة 12 ألف يوان.", "12000 CNY"),
    ("zh", "地头只能卖两块多一斤，网上能卖到5元一斤。", "more_than 2 CNY/jin; 5 CNY/jin increase_to"),
    ("zh", "產地價格每公斤由去年的65元漲到82元。", "65 CNY/kg from; 82 CNY/kg increase_to"),
    ("zh", "企业每斤加价两毛钱收。", "0.2 CNY/jin increase_by"),
    ("zh", "每亩纯收入能有四五百元。", "range 400..500 CNY/mu"),
    ("zh", "每户最高补助3万元。", "up_to 30000 CNY/household"),
    ("zh", "收购价12元/公斤。", "12 CNY/kg"),
    ("zh", "村民寄一单快递运费12元。", "12 CNY/parcel"),
    ("zh", "人均纯收入8700元。", "8700 CNY"),
    ("zh", "每月收入3000元。", "3000 CNY"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "told"), RATES)
def test_a_rate_is_told_with_what_it_is_per(language, text, told):
    assert tell(language, text) == told
