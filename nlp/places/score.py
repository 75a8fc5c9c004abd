"""How well a place fits a name where it stands: by what it is, the words beside it and the rest of the text."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from nlp.gazetteer import Gazetteer, Option, Place
from nlp.gazetteer_layout import COMMON, OTHER, OWN, WEAK
from nlp.matching import Cover
from nlp.places.candidates import Named
from nlp.places.noun import RUSSIAN_ADJECTIVE
from nlp.places.pack import PlacePack
from nlp.places.words_beside import NAME_PART, PERSON, follows_person

ACCEPTED = 3.0
"""From this score on a name is taken for a place."""
SURE = 4.5
"""From this score on it needs no other place of the text to vouch for it."""
_HOPELESS = -9.0

_COUNTRY, _REGION = 6.0, 5.0
_FIRST_LEVEL, _CHINESE_PROVINCE = 4.5, 6.0
_PROVINCE_BELOW = 4.0
_PREFECTURE, _CHINESE_COUNTY, _SECOND_LEVEL, _TOWNSHIP = 5.0, 2.5, 2.0, 0.5
_BY_POPULATION = ((5_000_000, 5.5), (1_000_000, 5.0), (500_000, 4.5), (200_000, 3.5), (100_000, 3.0), (30_000, 2.0))
_SMALL_TOWN = 1.0
_VILLAGE_SIZE = 50_000
"""A town larger than this is not called a village."""
_SURENESS = {OWN: 0.0, OTHER: -0.5, WEAK: -2.5, COMMON: -3.0}
_COMMON_WITH_CAPITAL = -1.5
_FITTING_NOUN, _SECOND_KIND, _WRONG_NOUN = 3.5, -0.3, -3.0
_IN_NAMED_PARENT, _IN_NAMED_COUNTRY, _BESIDE_PARENT = 2.5, 1.5, 1.5
_IN_NAMED_NEAREST = 2.5
"""The unit that holds it directly is named: Bato of Catanduanes, where all of Bicol is named too."""
_OTHER_COUNTRY = -1.0
_HOLDS_NAMED = 1.0
_OUTLET_COUNTRY = 2.25
_NATIVE = 1.25
_NAMED_BEFORE, _COMMON_NAMED_BEFORE = 3.0, 1.0
_NEXT_TO_CAPITAL = -8.0
_TEAM = -6.0
"""A bare name in a paragraph of sport, or behind an article that no town takes."""
_OF_PERSON = -2.5
"""The surname of somebody named in full elsewhere: Susan Rice, and then Rice."""
_GENERATED_UNCASED = -1.0
"""Made spellings of Arabic and Chinese county names meet persons and common words: nothing tells a name there."""
_ALONE_UNCASED = -1.5
"""A place of which neither country nor parent is named, in a language without capitals."""
_BESIDE_SIBLING = 2.0
_PREFECTURE_LEVEL, _COUNTY_LEVEL, _TOWN_LEVEL = 2, 3, 4
_DIVISION_LEVELS = (1, 2)
_BESIDE = 40
"""Characters within which a parent stands beside a name."""
CASED = ("en", "es", "fr", "ru")
"""Languages in which names have capitals."""


Witness = frozenset[int]
"""The places that an accepted name may mean: one, or several that cannot be told apart."""


@dataclass(frozen=True)
class Around:
    """What the rest of the text says: places accepted so far with where they stand, and what they imply."""

    accepted: Mapping[int, Sequence[int]]
    """Place to the offsets at which it was accepted, in order."""
    holders: Mapping[int, Set[Witness]]
    """Parents of accepted places, with the names that told them: none vouches for itself."""
    countries: Mapping[str, Set[Witness]]
    """Countries of accepted places, with the names that told them."""
    outlet_country: str | None
    spans: Sequence[tuple[int, int]]
    """Where the accepted places stand: a capital of theirs beside a name is no part of it."""
    witnessed: Set[int]
    """All places that an accepted name may mean."""
    covered: Cover = field(compare=False)
    """The same as `spans`, to be asked by offset."""
    sport: Sequence[tuple[int, int]] = ()
    """Where the text tells of sport."""
    of_persons: Set[str] = frozenset()
    """Names that stand beside another capitalised word somewhere in the text."""


def score_option(named: Named, option: Option, around: Around, gazetteer: Gazetteer, pack: PlacePack) -> float:
    """Return how well a place fits; the constants above are the scale."""
    place = gazetteer.place(option.index)
    return (
        _prior(place)
        + _sureness(named, place, option, around, pack)
        + _noun(named, place, option, around)
        + _context(named, place, option, around, gazetteer, pack)
        + _capitals(named, place.kind == "country", around, pack)
        + _names_else(named, place, around, gazetteer, pack)
    )


def _names_else(named: Named, place: Place, around: Around, gazetteer: Gazetteer, pack: PlacePack) -> float:
    """What says that a team, a firm or a person bears the name."""
    if named.noun is not None:
        return 0.0
    score = 0.0
    if pack.language == "ru" and place.kind == "country" and follows_person(named, pack):
        score -= PERSON  # президент Египта: the country follows its president without a preposition
    # Policy regions are quoted, towns are not.
    if named.is_quoted and not (place.kind == "region" and " " in named.key) and pack.language != "zh":
        score += NAME_PART
    if not named.is_located and any(start <= named.start < end for start, end in around.sport):
        score += _TEAM
    if named.words_before and named.words_before[-1] in pack.no_article and place.kind != "country":
        is_of_town = any(gazetteer.place(option.index).level == _TOWN_LEVEL for option in named.options)
        score += _TEAM if is_of_town else 0.0
    if place.kind != "country" and named.key in around.of_persons:
        score += _OF_PERSON
    return score


def _capitals(named: Named, is_country: bool, around: Around, pack: PlacePack) -> float:
    """A word of a longer name (Susan Rice), unless a noun says that it is a place."""
    beside = [at for at in named.beside_capitals if not around.covered.overlaps(at, at + 1)]
    if not beside or named.noun is not None:
        return 0.0
    # In Kenya President Ruto said: a preposition before a country closes its name.
    follows = is_country and all(at > named.start for at in beside)
    if follows and named.words_before and named.words_before[-1] in pack.support_before:
        return 0.0
    return _NEXT_TO_CAPITAL


def _prior(place: Place) -> float:
    if place.kind == "country":
        return _COUNTRY
    if place.kind == "region":
        return _REGION
    if place.level == 1:
        return _CHINESE_PROVINCE if place.country == "CN" else _FIRST_LEVEL
    if place.country == "CN" and place.level == 2:
        return _PREFECTURE
    if place.level == 3:
        return _CHINESE_COUNTY
    if place.level == 5:
        return _TOWNSHIP
    if place.level == 2:
        return _PROVINCE_BELOW if place.kind == "province" else _SECOND_LEVEL
    return next((score for least, score in _BY_POPULATION if place.population >= least), _SMALL_TOWN)


def _sureness(named: Named, place: Place, option: Option, around: Around, pack: PlacePack) -> float:
    if pack.language == "ru" and named.noun is None and RUSSIAN_ADJECTIVE.search(named.key):
        return _HOPELESS  # Бийский is no place without its район
    if pack.language in CASED:
        # The Centre, the North and the Lot are mostly no divisions, whatever their capitals.
        is_division = place.level in _DIVISION_LEVELS and named.noun is None
        has_capital = option.sureness == COMMON and not named.begins_sentence and not is_division
        return _COMMON_WITH_CAPITAL if has_capital else _SURENESS[option.sureness]
    is_told = named.noun is not None and place.kind in named.noun.kinds
    if pack.language == "ar":
        is_told = is_told or any(at != named.start for at in around.accepted.get(place.index, ()))
    if option.sureness == WEAK:
        is_told = is_told or any(_is_beside(named, around.accepted.get(parent, ())) for parent in place.parents)
    if option.sureness >= WEAK and not is_told:
        return _HOPELESS
    is_bare_county = option.sureness == OTHER and place.level == 3 and named.noun is None
    return _SURENESS[option.sureness] + (_GENERATED_UNCASED if is_bare_county and pack.language == "ar" else 0.0)


def _noun(named: Named, place: Place, option: Option, around: Around) -> float:
    if named.noun is None:
        return 0.0
    kinds = named.noun.kinds
    if kinds[0] in ("township", "village") and place.level <= 1 and named.noun.end <= named.start:
        return 0.0  # the villages of Guizhou: горные деревни Гуйчжоу
    if kinds[0] in ("township", "village") and place.country == "CN" and place.level <= _COUNTY_LEVEL:
        return _HOPELESS  # A town or village of China is never one of the counties of its name.
    if place.kind not in kinds:
        if named.key.endswith(named.noun.phrase[-1]) and named.noun.end == named.end:
            return 0.0  # 广州 is a name of which 州 is a part
        # A town is a village to some: small ones of the world are all "city" here.
        is_small = place.kind == "city" and place.level == 4 and place.population < _VILLAGE_SIZE
        if is_small and ("village" in kinds or "township" in kinds):
            return 0.0
        # The village of Kalama is no province of a country that the text does not speak of.
        is_told = place.country == around.outlet_country or _is_told(place, around.countries.get(place.country or ""))
        return _WRONG_NOUN if option.sureness < WEAK and is_told else _HOPELESS
    rank = kinds.index(place.kind)
    # محافظة is a county in China and a governorate elsewhere.
    if (place.country == "CN" and place.kind == "county") or (place.country != "CN" and place.kind == "province"):
        rank = 0
    return _FITTING_NOUN + rank * _SECOND_KIND


def _context(
    named: Named, place: Place, option: Option, around: Around, gazetteer: Gazetteer, pack: PlacePack
) -> float:
    score = 0.0
    # A town is not vouched for by the province of its own name.
    others = [parent for parent in place.parents if parent not in named.meant]
    named_units = [parent for parent in others if parent in around.accepted]
    if any(
        parent in around.accepted or _is_told(place, around.holders.get(parent))
        for parent in others
        if parent != place.parents[-1]
    ):
        score += _IN_NAMED_PARENT
    if len(others) > 1 and others[0] in named_units:
        score += _IN_NAMED_NEAREST
    elsewhere = _countries_told(place, around)
    # Singapore the city is not told by Singapore the country, which the same name may mean.
    may_be_country = bool(place.parents) and place.parents[-1] in named.meant
    if place.country in elsewhere and not may_be_country:
        score += _IN_NAMED_COUNTRY
    elif place.level > 0 and place.kind != "region" and _is_elsewhere(place, elsewhere, pack):
        score += _OTHER_COUNTRY
    is_native = place.country in pack.native
    if pack.language in CASED and is_native and place.level > 0:
        score += _NATIVE
    if pack.language not in CASED and not is_native and place.level > 0 and named.noun is None:
        is_told = place.country in elsewhere or place.country == around.outlet_country
        is_known = place.country == "CN" and place.level <= _PREFECTURE_LEVEL
        score += 0.0 if is_told or is_known else _ALONE_UNCASED
    if place.country is not None and place.country == around.outlet_country:
        score += _OUTLET_COUNTRY
    if any(_is_beside(named, around.accepted[parent]) for parent in named_units):
        score += _BESIDE_PARENT
    elif place.parents and _has_sibling_beside(named, place, around, gazetteer):
        score += _BESIDE_SIBLING
    if place.index in around.holders:
        score += _HOLDS_NAMED
    if any(at != named.start for at in around.accepted.get(place.index, ())):
        score += _COMMON_NAMED_BEFORE if option.sureness == COMMON else _NAMED_BEFORE
    return score


def _countries_told(place: Place, around: Around) -> Set[str]:
    """Countries that other names than those of this very place told."""
    if place.index not in around.witnessed:
        return around.countries.keys()
    return {country for country, witnesses in around.countries.items() if _is_told(place, witnesses)}


def _is_elsewhere(place: Place, told: Set[str], pack: PlacePack) -> bool:
    """True where the text tells of other countries; of its language's own only another of these counts."""
    return bool(told & pack.native) if place.country in pack.native else bool(told) and place.level > 1


def _is_told(place: Place, witnesses: Set[Witness] | None) -> bool:
    """True where another name than one that may mean this very place told it."""
    return witnesses is not None and any(place.index not in witness for witness in witnesses)


def _has_sibling_beside(named: Named, place: Place, around: Around, gazetteer: Gazetteer) -> bool:
    """In a list with another unit of the same parent: Kachia, Jaba and Kagarko."""
    children = {index for witness in around.holders.get(place.parents[0], ()) for index in witness}
    return any(
        index != place.index
        and gazetteer.place(index).parents[:1] == place.parents[:1]
        and _is_beside(named, around.accepted.get(index, ()))
        for index in children
    )


def _is_beside(named: Named, offsets: Sequence[int]) -> bool:
    """True where one of the offsets, which stand in order, is near and not that of the name itself."""
    at = bisect_left(offsets, named.start - _BESIDE)
    near = offsets[at : at + 3]
    return any(offset != named.start and offset <= named.start + _BESIDE for offset in near)
