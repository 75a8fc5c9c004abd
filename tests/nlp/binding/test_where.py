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
