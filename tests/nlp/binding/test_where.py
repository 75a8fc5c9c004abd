"""Where a figure holds: the narrowest place it is said of, with its role."""

import pytest

from tests.nlp.binding.reading import claim_of

CASES = [
    # of an area, by whatever words
    ("en", "Guizhou sold 46 million yuan of tea in 2023.", "46", "Guizhou of"),
    ("en", "In Guizhou, 46 villages have a well.", "46", "Guizhou of"),
    ("fr", "Au Yunnan, 46 villages ont un puits.", "46", "Yunnan of"),
    ("es", "En Yunnan, 46 aldeas tienen pozo.", "46", "Yunnan of"),
    ("ru", "В Юньнани 46 деревень имеют колодец.", "46", "Юньнани of"),
    ("ar", "تضم مقاطعة يوننان 46 قرية.", "46", "يوننان of"),
    ("zh", "云南省有46个村通了快递。", "46", "云南省 of"),
    # of two that stand together the narrower one
    ("en", "In Danzhai County in Guizhou Province, 46 villages have a well.", "46", "Danzhai County of"),
    ("fr", "Dans le district de Danzhai, dans la province du Guizhou, 46 villages ont un puits.", "46", "Danzhai of"),
    ("es", "En el distrito de Danzhai, en la provincia de Guizhou, 46 aldeas tienen pozo.", "46", "Danzhai of"),
    ("zh", "贵州省丹寨县有46个村通了快递。", "46", "丹寨县 of"),
    # each clause has its own: the wider one of another clause is no parent there
    ("en", "Danzhai County has 46 wells, Guizhou has 4,600 wells.", "4,600", "Guizhou of"),
    # goods come from a place and go to another
    ("en", "The county sold 46 tonnes of plums from Jilin to Guangdong.", "46", "Jilin from; Guangdong to"),
    ("en", "Jilin exported 46 tonnes of ginseng to Japan.", "46", "Jilin from; Japan to"),
    ("fr", "Le Jilin a exporté 46 tonnes de ginseng vers le Japon.", "46", "Jilin from; Japon to"),
    ("es", "Jilin exportó 46 toneladas de ginseng a Japón.", "46", "Jilin from; Japón to"),
    ("ru", "Хозяйства Казахстана экспортировали 46 тонн меда в Китай.", "46", "Казахстана from; Китай to"),
    ("ar", "صدرت المغرب 46 طنا من الزيت إلى فرنسا.", "46", "المغرب from; فرنسا to"),
    ("zh", "吉林省46吨人参出口到日本。", "46", "吉林省 from; 日本 to"),
    # where it goes alone is named: from the place spoken of
    ("en", "Jilin grows ginseng. Last year 46 tonnes were exported to Japan.", "46", "Japan to; Jilin from"),
    # a price at a market
    ("fr", "Au marché de Tahoua, le kilo de mil se vend 460 francs CFA.", "460", "Tahoua at"),
    ("es", "En el mercado de Oruro, el kilo de charque cuesta 46 bolivianos.", "46", "Oruro at"),
    ("en", "Onions fetched 46 rupees a kg at the Lasalgaon market in Nashik.", "46", "Lasalgaon at"),
    # carried on while the text goes on about the same place, but not to where goods went
    ("en", "Jilin has 460 farms. Another 46 villages make noodles.", "46", "Jilin of"),
    ("zh", "云南省有460个合作社。另有46个村通了快递。", "46", "云南省 of"),
    ("en", "Jilin sold 460 tonnes of ginseng to Japan. It has 46 villages.", "46", "Jilin of"),
    # the country is that of the text, not the last place spoken of, nor where its goods went
    (
        "en",
        "India grows onions. Onions sell in Nashik and 460 tonnes went to Bangladesh. The country has 46 mills.",
        "46",
        "India of",
    ),
    (
        "fr",
        "Le Sénégal cultive l'oignon. À Potou, 460 paysans en vivent. Le pays compte 46 hangars.",
        "46",
        "Sénégal of",
    ),
    ("es", "Bolivia siembra quinua. En Oruro, 460 familias la cultivan. El país tiene 46 plantas.", "46", "Bolivia of"),
    (
        "ru",
        "Узбекистан выращивает томаты. В Термезе 460 семей держат теплицы. В стране 46 складов.",
        "46",
        "Узбекистан of",
    ),
    ("ar", "تزرع مصر التمور. وفي أسوان 460 مزرعة. وتضم البلاد 46 مصنعا.", "46", "مصر of"),
    ("zh", "中国重视木耳产业。柞水县有460户农民。全国有46个示范村。", "46", "中国 of"),
    # what the government does it does in the country; where the text names none, nothing is carried on to it
    ("en", "Kenya drinks milk. Nandi county has 460 tanks. The government has built 46 dairies.", "46", "Kenya of"),
    ("fr", "Le Sénégal mange du riz. Podor compte 460 puits. Le gouvernement a ouvert 46 écoles.", "46", "Sénégal of"),
    ("es", "Perú come papa. En Puno hay 460 pozos. El Gobierno abrió 46 escuelas.", "46", "Perú of"),
    ("zh", "柞水县有460户农民。全国有46个示范村。", "46", ""),
    # a part of what the country has is of whoever has it
    ("zh", "安岳县柠檬年产量60万吨，占全国的80%。", "80", "安岳县 of"),
    # a neighbour is not the country
    (
        "fr",
        "Le Sénégal mange du riz, à Podor aussi. En Mauritanie voisine, 460 puits sont vides. Le pays compte 46 puits.",
        "46",
        "Sénégal of",
    ),
    # all destinations of a list
    ("fr", "Le Cameroun a expédié 46 tonnes vers l'Europe et l'Asie.", "46", "Asie to; Cameroun from; Europe to"),
    ("es", "México exportó 46 toneladas a Canadá, Cuba y Japón.", "46", "Canadá to; Cuba to; Japón to; México from"),
    (
        "ru",
        "Узбекистан поставил 46 тонн помидоров в Россию и Казахстан.",
        "46",
        "Казахстан to; Россию to; Узбекистан from",
    ),
    # where some of it went is no place of what was grown, nor of those who grow it
    ("fr", "Le Cameroun a produit 460 tonnes et en a expédié 46 tonnes vers la France.", "460", "Cameroun of"),
    ("en", "The group in Kachia has 46 members and sold 460 tonnes to Japan.", "46", "Kachia of"),
    # goods that are bought come to the buyer
    ("en", "Kenya imports 46 tonnes of maize from Uganda.", "46", "Kenya to; Uganda from"),
    ("fr", "Le Sénégal importe 46 tonnes d'oignons des Pays-Bas.", "46", "Pays-Bas from; Sénégal to"),
    # the people of a settlement, whoever lives there
    ("en", "Sunil Jadhav, 41, lives in Nashik, a town of 9,000 people.", "9,000", "Nashik of"),
    # what happened elsewhere is no place of the figure
    ("en", "Jilin has 46 mills; since the war in Ukraine 12 of them stand still.", "12", "Jilin of"),
]


def tell_places(claim):
    return "; ".join(sorted(f"{one.surface} {one.role}" for one in claim.places))


@pytest.mark.parametrize(("language", "text", "surface", "places"), CASES)
def test_a_figure_is_bound_to_its_places_with_their_roles(language, text, surface, places):
    assert tell_places(claim_of(language, text, surface)) == "; ".join(sorted(places.split("; ")))


def test_a_dateline_is_no_place_of_a_figure():
    text = "Growers hope\nGUIYANG, May 3 (Xinhua) -- Some 46 villages have a well."
    assert claim_of("en", text, "46").places == ()


def test_details_of_a_person_are_bound_to_no_place():
    assert claim_of("en", "Li Na, 46, sells plums from Jilin.", "46").places == ()
