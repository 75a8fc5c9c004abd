"""Countries, their divisions and towns, from CLDR, GeoNames and Babel."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from babel import Locale

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
_PROVINCES_SECOND = frozenset(("ES", "IT", "PH", "BE", "BF"))
"""Countries whose second-level divisions are what everybody calls their provinces."""
_RENUMBERED = frozenset(("IR", "MA"))
"""ISO 3166-2 gave their divisions new codes after CLDR 41: its names are matched by their English form."""
_SAME_NAME = 0.8
_ARAB_COUNTRIES = frozenset(
    ("EG", "SD", "SA", "AE", "QA", "BH", "KW", "OM", "YE", "IQ", "SY", "LB", "JO", "PS", "LY", "MR")
)
"""GeoNames writes their places with scholarly signs (Ḩalab), which no newspaper does."""
_WELL_KNOWN, _LARGE, _VERY_LARGE = 100_000, 300_000, 1_000_000
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
                        _add_named(draft, language, name)
            continue
        holder = parents.get(code, country.lower())
        label = _label(english)
        is_top = len(holder) == 2
        is_county = country in _COUNTIES_FIRST if is_top else country not in _PROVINCES_SECOND
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
            _add_named(draft, language, name)
        drafts.append(draft)
    return drafts


def _add_named(draft: Draft, language: str, name: str) -> None:
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


def _label(english: str) -> str:
    english = re.sub(r"[²³0-9]+$", "", english).strip()
    bare = re.sub(r" (Province|Governorate|Region|State|Department|Prefecture|Voivodeship|Parish)$", "", english)
    return re.sub(r"^(Province|State|Department) of ", "", bare)


def add_geonames_divisions(
    rows: Iterable[Mapping[str, Any]],
    drafts: dict[str, Draft],
    china: Mapping[str, Draft],
    cldr_names: Mapping[str, Mapping[str, str]],
) -> Iterator[Draft]:
    """Attach GeoNames ids to the divisions that are there; yield those that are not."""
    by_code: dict[str, Draft] = {}
    named: set[tuple[str, str]] = {(draft.country, name) for draft in drafts.values() for name in draft.names}
    for row in sorted(rows, key=lambda one: int(one["level"])):
        draft = _existing(row, drafts, china)
        if draft is not None:
            draft.codes.setdefault("geonames", row["id"])
            by_code[row["code"]] = draft
            for name in (row["name"], *row["aliases"]):
                if is_wanted(name):
                    add_forms(draft, name, OTHER)
            continue
        country = row["code"][:2]
        if row["level"] == "1" and row["iso"] and country != "CN":
            made = _make_first_level(row, cldr_names)
            by_code[row["code"]] = made
            yield made
            continue
        if country == "CN" or int(row["level"]) != 2:
            continue
        parent = by_code.get(row["code"].rpartition(".")[0])
        holder = parent.id if parent else f"place:{country.lower()}"
        if holder not in drafts and parent is None:
            continue
        usable = [name for name in (row["name"], *row["aliases"]) if is_wanted(name)]
        label = next((one for one in trim_names(row["name"], "en")), row["name"])
        if country in _ARAB_COUNTRIES:
            label = make_plain(label).removeprefix("Markaz ").removeprefix("Qada' ")
        if not usable or (country, label) in named:
            continue
        made = Draft(
            id=f"place:gn-{row['id']}", kind="county", label=label, country=country, parent=holder, level=2,
            codes={"geonames": row["id"]}, labels={"en": label},
        )  # fmt: skip
        for name in usable:
            for one in trim_names(name, "en"):
                made.add(one, WEAK)
                made.add(make_plain(one), WEAK)
        yield made


def _make_first_level(row: Mapping[str, Any], cldr_names: Mapping[str, Mapping[str, str]]) -> Draft:
    """A first-level division that CLDR lacks, or has under an older code."""
    country = row["iso"][:2]
    names = [name for name in (row["name"], *row["aliases"]) if is_wanted(name)]
    english = next((name for name in names[1:] if make_plain(name) == name and script_of(name) == "latn"), row["name"])
    label = _label(english)
    draft = Draft(
        id=f"place:{row['iso'].lower()}", kind="province", label=label, country=country,
        parent=f"place:{country.lower()}", level=1, labels={"en": label},
        codes={"iso": row["iso"], "geonames": row["id"]},
    )  # fmt: skip
    for name in names:
        for one in (*trim_names(name, "ar" if script_of(name) == "arab" else "en"), make_plain(name)):
            add_forms(draft, one, OTHER)
    for code, by_language in cldr_names.items():
        if code[:2].upper() == country and any(_is_same(by_language.get("en", ""), name) for name in names):
            for language, name in by_language.items():
                _add_named(draft, language, name)
    return draft


def _is_same(one: str, other: str) -> bool:
    first, second = make_plain(_label(one)).lower(), make_plain(_label(other)).lower()
    return SequenceMatcher(None, first, second).ratio() >= _SAME_NAME


def _existing(row: Mapping[str, Any], drafts: Mapping[str, Draft], china: Mapping[str, Draft]) -> Draft | None:
    if row["iso"]:
        adcode = adcode_of(row["iso"])
        return china.get(adcode) if adcode else drafts.get(f"place:{row['iso'].lower()}")
    parts = row["code"].split(".")
    if parts[0] == "CN" and len(parts) == 3 and re.fullmatch(r"\d{4}", parts[2]):
        return china.get(f"{parts[2]}00")
    return None


def is_wanted(name: str) -> bool:
    """True for a name in one of the four scripts, in letters that the six languages use."""
    return script_of(name) is not None


def make_cities(
    rows: Iterable[Mapping[str, Any]], divisions: Mapping[tuple[str, str], Draft], countries: Mapping[str, Draft]
) -> Iterator[Draft]:
    """Yield towns outside China with their names; `divisions` by country and first-level code of GeoNames."""
    for row in rows:
        country = row["countrycode"]
        if country in ("CN", "HK", "MO") or country not in countries:
            continue
        parent = divisions.get((country, row["admin1code"])) or countries[country]
        label = make_plain(row["name"]) if country in _ARAB_COUNTRIES else row["name"]
        draft = Draft(
            id=f"place:gn-{row['geonameid']}", kind="city", label=label, country=country, parent=parent.id,
            level=4,
            latitude=row["latitude"], longitude=row["longitude"], population=int(row["population"]),
            codes={"geonames": str(row["geonameid"])}, labels={"en": label},
        )  # fmt: skip
        add_city_names(draft, row)
        yield draft


def add_city_names(draft: Draft, row: Mapping[str, Any]) -> None:
    """Add the names of a row of GeoNames that the six languages may use."""
    own = OWN if row["population"] >= _WELL_KNOWN else OTHER
    draft.add(row["name"], own)
    draft.add(make_plain(row["name"]), own)
    for name in row["alternatenames"]:
        script = script_of(name)
        if script is None or (name.startswith(("ال", "ا")) and len(name) < 4):
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
