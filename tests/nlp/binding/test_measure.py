"""What a figure counts: by the verb of its clause, the noun beside it, and its unit."""

import pytest

from nlp.binding.cues import load_measures
from nlp.pack import LANGUAGES
from tests.nlp.binding.reading import claim_of

CASES = [
    # what is done with it tells more than a noun farther off
    ("en", "The orchard exported 46 tonnes of plums.", "46", "exports"),
    ("fr", "Le verger a exporté 46 tonnes de prunes.", "46", "exports"),
    ("es", "La finca exportó 46 toneladas de ciruelas.", "46", "exports"),
    ("ru", "Хозяйство экспортировало 46 тонн слив.", "46", None),
    ("ru", "Хозяйства экспортировали 46 тонн слив.", "46", "exports"),
    ("ar", "صدرت التعاونية 46 طنا من التمور.", "46", "exports"),
    ("zh", "全县出口李子46吨。", "46", "exports"),
    ("en", "They sold farm produce worth 46 billion yuan last year.", "46", "sales_value"),
    ("en", "The farms can produce 46 tonnes of tea a year.", "46", "output"),
    ("en", "Growers planted 460 hectares with plums.", "460", "planted_area"),
    ("en", "She earned 4,600 yuan a month in a shop.", "4,600", "income"),
    ("fr", "Elle gagne 4 600 yuans par mois dans une boutique.", "4", "income"),
    ("es", "Ella gana 4.600 yuanes al mes en una tienda.", "4", "income"),
    ("ru", "Она зарабатывает 46 тыс. рублей в месяц в магазине.", "46", "income"),
    ("ar", "تكسب 4600 يوان شهريا في متجر.", "4600", "income"),
    ("zh", "她在网店每月能挣4600元。", "4600", "income"),
    ("en", "The state invested 46 million yuan in cold stores.", "46", "investment"),
    ("fr", "L'État a investi 46 millions d'euros dans des entrepôts.", "46", "investment"),
    ("es", "El Estado invirtió 46 millones de pesos en almacenes.", "46", "investment"),
    ("ru", "На склады направили 46 млн рублей.", "46", "investment"),
    ("ar", "خصصت الحكومة 46 مليون درهم للتعاونيات.", "46", "investment"),
    ("zh", "当地投入4600万元建设冷库。", "4600", "investment"),
    # work given is jobs, not help
    ("zh", "产业园带动460人就业。", "460", "jobs"),
    ("en", "The park gave jobs to 460 people and helped others.", "460", "jobs"),
    ("es", "El parque creó empleo para 460 personas.", "460", "jobs"),
    ("fr", "Le parc a créé des emplois pour 460 personnes.", "460", "jobs"),
    # sellers are no sales
    ("en", "Some 460 farmers sell plums online.", "460", "people"),
    ("fr", "Quelque 460 agriculteurs vendent des prunes en ligne.", "460", "people"),
    ("es", "Unos 460 agricultores venden ciruelas por internet.", "460", "people"),
    ("ru", "Около 460 фермеров продают сливы в сети.", "460", "people"),
    ("ar", "يبيع 460 مزارعا التمور عبر الإنترنت.", "460", "people"),
    ("zh", "有460名农民在网上卖李子。", "460", "people"),
    # to follow somebody, and to go on
    ("es", "La siguen 46.000 personas en Douyin.", "46", "followers"),
    ("es", "Tras la tormenta, 460 personas siguen sin techo.", "460", "people"),
    ("ar", "صفحتها التي يتابعها 46 ألف شخص.", "46", "followers"),
    # cost and price
    ("ar", "تبلغ تكلفة المشروع 46 مليون دولار.", "46", "cost"),
    ("ar", "بلغ سعر الصندوق 46 دينارا.", "46", "price"),
    ("en", "The road was built at a cost of 46 million dollars.", "46", "cost"),
    ("fr", "Le coût de la route atteint 46 millions d'euros.", "46", "cost"),
    ("es", "El costo de la carretera llega a 46 millones de dólares.", "46", "cost"),
    ("ru", "Расходы на ремонт составили 46 млн рублей.", "46", "cost"),
    ("zh", "冷库造价460万元。", "460", "cost"),
    ("en", "A crate fetches 46 dollars.", "46", "price"),
    ("ru", "Буханка стоит 46 рублей.", "46", "price"),
    ("fr", "Le kilo se vend 46 euros au marché.", "46", "price"),
    ("en", "Plums went for 46 dollars a kilo.", "46", "price"),
    # poverty, with and without "rate", in percent and in points
    ("en", "Poverty fell by 4.6 percentage points.", "4.6", "poor_people"),
    ("fr", "La pauvreté a reculé de 4,6 points de pourcentage.", "4,6", "poor_people"),
    ("es", "La pobreza bajó 4,6 puntos porcentuales.", "4,6", "poor_people"),
    ("ru", "Бедность снизилась на 4,6 процентного пункта.", "4,6", "poor_people"),
    ("ar", "انخفض الفقر بنسبة 4.6 نقطة مئوية.", "4.6", "poor_people"),
    ("zh", "贫困发生率下降4.6个百分点。", "4.6", "poor_people"),
    # a growth is of what grew, a share is of what it is said of
    ("en", "Revenue rose 46 percent.", "46", "sales_value"),
    ("es", "Las exportaciones crecieron 46 %.", "46", "exports"),
    ("fr", "La production a reculé de 46 %.", "46", "output"),
    ("ru", "Экспорт вырос на 46%.", "46", "exports"),
    ("ar", "ارتفعت الصادرات بنسبة 46 بالمئة.", "46", "exports"),
    ("zh", "销售额同比增长46%。", "46", "sales_value"),
    ("en", "Export prices fell 46 percent.", "46", "price"),
    ("en", "Plums made up 46 percent of the orders.", "46", "orders"),
    ("en", "The platform takes a commission of 4 percent on each sale.", "4", "charges"),
    # others that news of the country is full of
    ("en", "The storm caused losses of 46 million dollars.", "46", "losses"),
    ("fr", "Les pertes atteignent 46 millions d'euros.", "46", "losses"),
    ("es", "Los daños suman 46 millones de pesos.", "46", "losses"),
    ("ru", "Ущерб составил 46 млн рублей.", "46", "losses"),
    ("ar", "بلغت الخسائر 46 مليون دينار.", "46", "losses"),
    ("zh", "经济损失达4600万元。", "4600", "losses"),
    ("en", "The village drew 46,000 visitors.", "46,000", "visitors"),
    ("zh", "全村接待游客4.6万人次。", "4.6", "visitors"),
    ("zh", "雲林縣鳳梨產量4600公噸。", "4600", "output"),
    ("en", "Workers paved 460 km of rural roads.", "460", "road_length"),
    ("ru", "Отремонтировано 460 км сельских дорог.", "460", "road_length"),
    # the next clause after a semicolon is of something else
    ("en", "The fund has 460 members; its herd lost weight.", "460", "members"),
]


@pytest.mark.parametrize(("language", "text", "surface", "measure"), CASES)
def test_the_measure_is_told_by_the_verb_the_noun_or_the_unit(language, text, surface, measure):
    assert claim_of(language, text, surface).measure == measure


@pytest.mark.parametrize("name", sorted(load_measures()))
def test_each_measure_has_a_label_and_words_in_every_language(name):
    row = load_measures()[name]
    assert set(row["label"]) == set(LANGUAGES)
    if name != "people":  # told by the counted noun alone
        assert all(row["nouns"].get(language) for language in LANGUAGES)
