"""Which unit a name means: a town or its division, the district beside its noun, the one in the country named."""

import pytest

from nlp.context import Context
from nlp.model.mention import Mention
from nlp.places.find import find_places
from nlp.text_view import make_text_view


def _places(text: str, language: str) -> dict[str, Mention]:
    found: dict[str, Mention] = {}
    for place in find_places(make_text_view(text, language=language), Context()):
        found.setdefault(place.surface, place)
    return found


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "Onion prices at the Sikar mandi fell, traders in Rajasthan, India, said.", "Sikar", "city"),
        ("en", "Kaduna ginger farmers in Nigeria received loans.", "Kaduna", "province"),
        ("en", "Buyers at Maradi in Niger pay more for millet.", "Maradi", "city"),
        ("fr", "Au marché de Tahoua, au Niger, le mil a augmenté.", "Tahoua", "city"),
        ("fr", "Les éleveurs de Tahoua, au Niger, vendent leurs bêtes.", "Tahoua", "province"),
        ("fr", "Dans la Creuse, en France, la châtaigne manque.", "Creuse", "province"),
        ("fr", "Le raphia arrive à Mahajanga, à Madagascar.", "Mahajanga", "city"),
        ("es", "Los productores de Puno y Ayacucho, en Perú, venden quinua.", "Ayacucho", "province"),
        ("es", "Los alquileres en Almería y Barcelona, en España, suben.", "Barcelona", "city"),
        ("es", "Los olivareros de Jaén, en España, recogen menos.", "Jaén", "province"),
        ("es", "La feria de Oruro, en Bolivia, reunió a 300 criadores.", "Oruro", "city"),
        ("es", "Mujeres de Tecpán Guatemala, Chimaltenango, exportan arveja a México.", "Chimaltenango", "province"),
        ("ar", "باع مزارعو القيروان في تونس الزيتون.", "القيروان", "province"),
        ("ar", "ارتفعت الأسعار في سوق القيروان بتونس.", "القيروان", "city"),
        ("ar", "وصلت الشحنات إلى القاهرة في مصر.", "القاهرة", "city"),
        ("ru", "Самарканд и Бухара в Узбекистане продают изюм на рынках.", "Самарканд", "city"),
    ],
)
def test_words_near_a_bare_name_tell_the_town_from_the_division(language: str, text: str, name: str, kind: str) -> None:
    assert _places(text, language)[name].place_kind == kind


@pytest.mark.parametrize(
    ("language", "text", "name", "label", "parents"),
    [
        ("ru", "Хозяйства Бурзянского района Башкортостана собирают мед.", "Бурзянского района", "Burzyansky District",
         ("Bashkortostan", "Russia")),
        ("ru", "Овцы Ургутского района Узбекистана дали шерсть.", "Ургутского района", "Urgut District",
         ("Samarkand Region", "Uzbekistan")),
        ("ru", "Фермы Браславского района Белоруссии растут.", "Браславского района", "Braslaw District",
         ("Vitebsk Region", "Belarus")),
        ("ru", "Сады Воронежской области России цветут.", "Воронежской области", "Voronezh Oblast", ("Russia",)),
        ("fr", "Les coopératives de la région de l'Ouest, au Cameroun, plantent du café.", "Ouest", "West",
         ("Cameroon",)),
        ("fr", "Dans la préfecture autonome miao et dong de Qiandongnan, au Guizhou, on plante du thé.",
         "Qiandongnan", "Qiandongnan Miao and Dong Autonomous Prefecture", ("Guizhou", "China")),
        ("es", "En la prefectura autónoma yi de Liangshan, en Sichuan, crece la papa.", "Liangshan",
         "Liangshan Yi Autonomous Prefecture", ("Sichuan", "China")),
        ("ru", "Цяньдуннань-Мяо-Дунский автономный округ в провинции Гуйчжоу беден.",
         "Цяньдуннань-Мяо-Дунский автономный округ", "Qiandongnan Miao and Dong Autonomous Prefecture",
         ("Guizhou", "China")),
        ("en", "Rain fell in the Northern Region of Ghana near Tamale.", "Northern Region", "Northern", ("Ghana",)),
        ("en", "Cattle were sold in Castlerea, Co Roscommon, in Ireland.", "Castlerea", "Castlerea",
         ("Roscommon", "Connacht", "Ireland")),
        ("en", "Typhoon damage in Bato town, Catanduanes, in the Philippines.", "Bato town", "Bato",
         ("Catanduanes", "Bicol", "Philippines")),
        ("ar", "زرع الأهالي الزيتون في معتمدية تستور بولاية باجة في تونس.", "معتمدية تستور", "Testour",
         ("Béja", "Tunisia")),
    ],
)  # fmt: skip
def test_the_noun_and_what_holds_a_place_decide_which_one_it_is(
    language: str, text: str, name: str, label: str, parents: tuple[str, ...]
) -> None:
    place = _places(text, language)[name]
    assert (place.label, place.parents) == (label, parents)


@pytest.mark.parametrize(
    ("language", "text", "name", "holder"),
    [
        ("en", "Xuanwei town in Danzhai County, Guizhou, grows tea.", "Xuanwei town", "Danzhai County"),
        ("en", "Murang'a farmers in Kenya wait. The road from Thika to Gacharage village is cut.",
         "Gacharage village", "Kenya"),
        ("fr", "Le bourg de Huimin, dans le comté de Lancang, au Yunnan, en Chine.", "Huimin",
         "Lancang Lahu Autonomous County"),
        ("es", "La aldea de Heishui, en Dingxi, Gansu, China.", "Heishui", "Dingxi"),
        ("ru", "В поселке Сюаньвэй уезда Даньчжай провинции Гуйчжоу.", "Сюаньвэй", "Danzhai County"),
        ("ru", "Деревня Верхний Нугуш Бурзянского района Башкортостана.", "Верхний Нугуш", "Burzyansky District"),
        ("ru", "Село Тополиное Томпонского улуса, Якутия.", "Тополиное", "Yakutia"),
        ("ar", "في قرية تشاوبا بمحافظة يانيوان بمقاطعة سيتشوان.", "تشاوبا", "Yanyuan County"),
        ("zh", "肯尼亚穆朗阿郡的鳄梨出口。", "穆朗阿郡", "Kenya"),
        ("zh", "贵州省丹寨县排调镇远景村的茶叶。", "远景村", "Danzhai County"),
    ],
)  # fmt: skip
def test_a_place_that_is_not_held_keeps_what_holds_it_and_no_homonym(
    language: str, text: str, name: str, holder: str
) -> None:
    place = _places(text, language)[name]
    assert place.concept_id is None
    assert holder in place.parents


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The coach said the striker scored twice as Liverpool beat Chelsea 3-2 in the league."),
        ("fr", "L'attaquant a marqué deux buts, Lens a battu Reims 3-1 en championnat."),
        ("es", "El delantero marcó dos goles y el Sevilla venció al Valencia 3-1 en la liga."),
        ("ru", "Нападающий забил два гола, Ростов обыграл Оренбург 3:1 в чемпионате."),
        ("ar", "سجل المهاجم هدفين في مباراة الدوري وفازت جدة على دمشق."),
        ("zh", "球队主教练说，前锋梅开二度，山东3比1战胜浙江。"),
        ("ru", "Клуб «Ростов» подписал контракт."),
        ("ru", "За поправку была «Единая Россия»."),
        ("ar", "يعرض فيلم «بغداد» غدا."),
        ("fr", "Le cargo « Marseille » a été vendu."),
        ("en", 'He sang "Nairobi" again.'),
        ("es", "La victoria fue justa y la paz, breve."),
        ("fr", "L'est et l'ouest sont partagés."),
        ("ru", "Депутат Николай Орлов был против. По словам Орлова, денег нет."),
        ("ar", "وقال اللاعب رياض محرز إن الفريق تعب."),
        ("zh", "策展人高平介绍，其中三幅从未公开。"),
        ("zh", "社会太平来之不易，共和的理念要坚持，共建和平、安宁的社会。"),
        ("fr", "Selon La Croix, la réforme attendra."),
    ],
)
def test_teams_quoted_names_persons_and_words_at_the_head_of_a_sentence_are_no_places(language: str, text: str) -> None:
    assert list(_places(text, language)) == []


def test_a_chinese_name_does_not_begin_with_the_sign_that_joins_it() -> None:
    assert list(_places("茶叶卖到河南省郑州和安阳。", "zh")) == ["河南省", "郑州", "安阳"]


def test_a_chinese_name_does_not_end_with_the_sign_that_begins_a_word() -> None:
    assert list(_places("凉山州的贫困县全部建成县级公共服务中心。", "zh")) == ["凉山州"]
    assert list(_places("丹寨县域经济发展很快，贵州省级财政也有支持。", "zh")) == ["丹寨", "贵州"]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The striker scored twice in the league match in Manchester.", "Manchester"),
        ("fr", "L'attaquant a marqué deux buts lors du match à Nantes.", "Nantes"),
        ("es", "El delantero marcó dos goles en Guadalajara en un partido de liga.", "Guadalajara"),
        ("ru", "Нападающий забил гол в матче чемпионата в Казани.", "Казани"),
        ("ar", "سجل المهاجم هدفين في مباراة أقيمت في الدوحة.", "الدوحة"),
        ("zh", "球队前锋在广州的比赛中梅开二度。", "广州"),
    ],
)
def test_a_preposition_tells_a_place_from_a_team_in_sport(language: str, text: str, name: str) -> None:
    assert name in _places(text, language)
