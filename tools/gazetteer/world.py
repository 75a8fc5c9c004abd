"""Countries, their divisions and towns, from CLDR, GeoNames and Babel."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from babel import Locale

from tools.gazetteer.division_label import complete_label, make_label
from tools.gazetteer.record import OTHER, OWN, WEAK, Draft
from tools.gazetteer.russian import decline
from tools.gazetteer.script import make_plain, script_of
from tools.gazetteer.trim import trim_names

LANGUAGES = ("en", "ar", "es", "fr", "ru", "zh")
_ISO_OF_CHINA = {
    "BJ": 11, "TJ": 12, "HE": 13, "SX": 14, "NM": 15, "LN": 21, "JL": 22, "HL": 23, "SH": 31, "JS": 32, "ZJ": 33,
    "AH": 34, "FJ": 35, "JX": 36, "SD": 37, "HA": 41, "HB": 42, "HN": 43, "GD": 44, "GX": 45, "HI": 46, "CQ": 50,
    "SC": 51, "GZ": 52, "YN": 53, "XZ": 54, "SN": 61, "GS": 62, "QH": 63, "NX": 64, "XJ": 65, "HK": 81, "MO": 82,
}  # fmt: skip
_COUNTIES_FIRST = frozenset(("KE", "RO", "HU", "HR", "EE", "IE", "LR", "SE", "NO", "SS"))
"""Countries whose first-level divisions are called counties."""
PROVINCES_SECOND = frozenset(("ES", "IT", "PH", "BE", "BF", "FR", "MA", "CI"))
"""Countries whose second-level divisions are provinces, or stand where others have them (départements)."""
_RENUMBERED = frozenset(("IR", "MA", "MG"))
"""Their divisions have new codes since CLDR 41, or are others: its names are matched by their English form."""
ARAB_COUNTRIES = frozenset(
    ("EG", "SD", "SA", "AE", "QA", "BH", "KW", "OM", "YE", "IQ", "SY", "LB", "JO", "PS", "LY", "MR")
)
"""GeoNames writes their places with scholarly signs (Ḩalab), which no newspaper does."""
_RUSSIAN_READ = frozenset(("RU", "BY", "UA", "KZ", "KG", "UZ", "TJ", "TM"))
_LEAST_OF_SMALL_TOWN = {
    **dict.fromkeys(("US", "FR", "ES", "MX", "PH", "CI", "UA", "GB", "AU", "CA", "RU"), 2000),
    **dict.fromkeys(("PE", "CO", "AR", "IN", "ID", "EC", "PA", "NG", "CH", "BE", "ZA", "AO", "HN", "YE", "MM", "IE",
                     "PS", "AF", "SY", "VE", "KH", "MA", "KZ", "GT", "BY", "KE", "DO", "NI", "PY", "UY", "UZ", "PK",
                     "KM", "BO", "JO", "VN", "CR", "CL", "CU", "SV", "SN", "ML", "BF", "NE", "TG", "BJ", "CM", "CD",
                     "CG", "GA", "GN", "TD", "CF", "MG", "HT", "TN", "DZ", "EG", "SD", "SS", "SO", "DJ", "ER", "ET",
                     "IQ", "LB", "LY", "MR", "OM", "SA", "AE", "QA", "BH", "KW", "KG", "TJ", "TM", "AZ", "AM", "GE",
                     "MD", "GH", "UG", "TZ", "ZM", "ZW", "MW", "MZ", "RW", "BI", "LS", "SZ", "BW", "NA", "SL", "LR",
                     "GM", "GW", "CV", "NP", "BD", "LK", "BT", "LA", "TH", "MY", "MN", "FJ", "PG", "JM", "TT", "GY",
                     "BZ", "NZ"), 1000),
}  # fmt: skip
"""Inhabitants from which towns below 5,000 are taken, by country: those whose rural news the six languages write."""
_WELL_KNOWN, _LARGE, _VERY_LARGE = 100_000, 300_000, 1_000_000
_IS_DIVISION = re.compile("(область|край|район|уезд|округ)$|省$|^(محافظة|ولاية|مقاطعة|قضاء) ")
"""A name of what lies around a town, among those of the town."""
_NOT_COUNTRIES = frozenset(
    ("HK", "MO", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "CP", "AC", "TA", "EA", "IC", "DG", "CQ")
)


def adcode_of(code: str) -> str | None:
    """Return the adcode of an ISO 3166-2 code of China, None for others.

    >>> adcode_of("CN-GZ")
    '520000'
    """
    country, _, part = code.partition("-")
    number = _ISO_OF_CHINA.get(part) if country == "CN" else None
    return f"{number}0000" if number else None


def make_countries(facts: Mapping[str, Any]) -> list[Draft]:
    """Return the countries of ISO 3166-1, named by CLDR in six languages."""
    locales = {language: Locale(language) for language in LANGUAGES}
    drafts = []
    for code, english in sorted(locales["en"].territories.items()):
        if len(code) != 2 or not code.isalpha() or code in _NOT_COUNTRIES:
            continue
        fact = facts.get(code, {})
        label = str(english).replace("’", "'").replace(" & ", " and ")
        draft = Draft(
            id=f"place:{code.lower()}", kind="country", label=label, country=code,
            population=int(fact.get("population") or 0), labels={"en": label}, codes={"iso": code},
        )  # fmt: skip
        if fact:
            draft.codes["geonames"] = str(fact["geonameid"])
        draft.add(label, OWN)
        for language, locale in locales.items():
            name = str(locale.territories[code]).replace("’", "'")
            draft.labels.setdefault(language, name)
            for one in {name, re.sub(r" ?[(（].*", "", name), name.replace(" & ", " and ")}:
                add_forms(draft, one, OWN)
        drafts.append(draft)
    return drafts


def add_forms(draft: Draft, name: str, sureness: int) -> None:
    """Add a name with its Russian cases where it is Cyrillic."""
    if script_of(name) == "cyrl":
        for form in decline(name):
            draft.add(form, sureness)
    else:
        draft.add(name, sureness)


def read_cldr(folder: Path) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Return the names of subdivisions by code and language, and the code of the parent of each."""
    names: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for node in ElementTree.parse(folder / "subdivisions" / f"{language}.xml").iter("subdivision"):
            if node.get("alt") is None and node.text:
                names.setdefault(str(node.get("type")), {})[language] = node.text.replace("’", "'").strip()
    parents: dict[str, str] = {}
    for node in ElementTree.parse(folder / "supplemental" / "subdivisions.xml").iter("subgroup"):
        holder = str(node.get("type")).lower()
        for part in str(node.get("contains")).split():
            parents[part.lower()] = holder
    return names, parents


def make_subdivisions(
    names: Mapping[str, Mapping[str, str]],
    parents: Mapping[str, str],
    china: Mapping[str, Draft],
    countries: Iterable[str],
) -> list[Draft]:
    """Return the subdivisions of CLDR; those of China give their names to the drafts that are there."""
    known = set(countries)
    drafts = []
    for code, by_language in sorted(names.items()):
        country, part = code[:2].upper(), code[2:].upper()
        english = by_language.get("en")
        if country not in known or not english or country in _RENUMBERED:
            continue
        if country == "CN":
            draft = china.get(adcode_of(f"CN-{part}") or "")
            if draft is not None:
                for language, name in by_language.items():
                    if language != "en":
                        add_named(draft, language, name)
            continue
        holder = parents.get(code, country.lower())
        is_top = len(holder) == 2
        label = complete_label(make_label(english), country, by_language.get("ru", ""), is_top=is_top)
        is_county = country in _COUNTIES_FIRST if is_top else country not in PROVINCES_SECOND
        if country == "TW":
            # Its counties and cities are of one rank.
            is_county = by_language.get("zh", "").endswith(("县", "縣"))
        kind = "county" if is_county else "province"
        draft = Draft(
            id=f"place:{country.lower()}-{part.lower()}", kind=kind, label=label, country=country,
            parent=f"place:{holder}" if is_top else f"place:{holder[:2]}-{holder[2:]}", level=1 if is_top else 2,
            labels={"en": label}, codes={"iso": f"{country}-{part}"},
        )  # fmt: skip
        draft.add(english, OTHER)
        if country == "TW" and by_language.get("zh", "").endswith(("县", "縣")) and not label.endswith("County"):
            draft.label = draft.labels["en"] = f"{label} County"
        for language, name in by_language.items():
            add_named(draft, language, name)
        drafts.append(draft)
    return drafts


def add_named(draft: Draft, language: str, name: str) -> None:
    sureness = OWN if draft.country == "CN" else OTHER
    trimmed = trim_names(name, language)
    draft.labels[language] = (
        trimmed[0] if language != "en" and draft.country != "CN" else draft.labels.get(language, trimmed[0])
    )
    if draft.country == "CN" and language != "zh":
        draft.labels[language] = draft.label if language == "en" else trimmed[0]
    for one in trimmed:
        add_forms(draft, one, sureness)
        if language in ("en", "fr", "es"):
            draft.add(make_plain(one), sureness)


def is_wanted(name: str) -> bool:
    """True for a name in one of the four scripts, in letters that the six languages use."""
    return script_of(name) is not None


def make_cities(
    rows: Iterable[Mapping[str, Any]], divisions: Mapping[tuple[str, str], Draft], countries: Mapping[str, Draft]
) -> Iterator[Draft]:
    """Yield towns outside China with their names; `divisions` by country and first-level code of GeoNames."""
    for row in rows:
        draft = _make_town(row, divisions, countries)
        if draft is not None:
            add_city_names(draft, row)
            yield draft


def make_small_towns(
    rows: Iterable[Mapping[str, Any]], divisions: Mapping[tuple[str, str], Draft], countries: Mapping[str, Draft]
) -> Iterator[Draft]:
    """Yield the small towns of the countries that the six languages write of most, by their own names alone.

    Their names are weak: many are surnames or words.
    """
    for row in rows:
        least = _LEAST_OF_SMALL_TOWN.get(row["countrycode"])
        draft = _make_town(row, divisions, countries) if least is not None and row["population"] >= least else None
        if draft is None:
            continue
        for name in {row["name"], make_plain(row["name"]), make_plain(draft.label)}:
            draft.add(name, WEAK)
        own = {"arab": ARAB_COUNTRIES, "cyrl": _RUSSIAN_READ}
        for name in row["alternatenames"]:
            if row["countrycode"] in own.get(script_of(name) or "", ()) and name[0].upper() == name[0]:
                add_forms(draft, name, WEAK)
        yield draft


def _make_town(
    row: Mapping[str, Any], divisions: Mapping[tuple[str, str], Draft], countries: Mapping[str, Draft]
) -> Draft | None:
    country = row["countrycode"]
    if country in ("CN", "HK", "MO") or country not in countries:
        return None
    parent = divisions.get((country, row["admin1code"])) or countries[country]
    label = make_plain(row["name"]) if country in ARAB_COUNTRIES else row["name"]
    return Draft(
        id=f"place:gn-{row['geonameid']}", kind="city", label=label, country=country, parent=parent.id,
        level=4,
        latitude=row["latitude"], longitude=row["longitude"], population=int(row["population"]),
        codes={"geonames": str(row["geonameid"])}, labels={"en": label},
    )  # fmt: skip


def add_city_names(draft: Draft, row: Mapping[str, Any]) -> None:
    """Add the names of a row of GeoNames that the six languages may use."""
    own = OWN if row["population"] >= _WELL_KNOWN else OTHER
    draft.add(row["name"], own)
    draft.add(make_plain(row["name"]), own)
    for name in row["alternatenames"]:
        script = script_of(name)
        if script is None or _IS_DIVISION.search(name) or (name.startswith(("ال", "ا")) and len(name) < 4):
            continue
        if script == "latn":
            # Of Latin spellings GeoNames does not say the language: only large cities are written of in many.
            if row["population"] < _LARGE or name.isupper() or not name[0].isupper() or len(name) < 4:
                continue
            draft.add(name, OTHER)
        else:
            if script == "cyrl" and not name[0].isupper():
                continue
            is_short = len(name) <= 3 and script != "hani" and row["population"] < _VERY_LARGE
            add_forms(draft, name, WEAK if is_short else own)
            draft.labels.setdefault({"cyrl": "ru", "arab": "ar", "hani": "zh"}[script], name)
