"""Divisions of the first and second level from GeoNames: those that CLDR lacks, and the names of those it has."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any

from tools.gazetteer.division_label import complete_label, make_label, make_second_label
from tools.gazetteer.record import OTHER, WEAK, Draft
from tools.gazetteer.russian import decline_adjective, spell_adjectives
from tools.gazetteer.script import make_plain, script_of
from tools.gazetteer.trim import trim_names
from tools.gazetteer.world import ARAB_COUNTRIES, PROVINCES_SECOND, adcode_of, add_forms, add_named, is_wanted

_SAME_NAME = 0.8
_NOT_DIVIDED = frozenset(("CN", "HK", "MO"))
_RUSSIAN_DISTRICT = re.compile(r"(?P<stem>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*(?:ск|цк)ий)( [Рр]айон)?")
_SPELLED_IN_RUSSIAN = frozenset(("UZ", "TJ", "TM", "KZ", "KG"))
"""Countries whose districts GeoNames mostly names in their own tongue alone."""


def add_geonames_divisions(
    rows: Iterable[Mapping[str, Any]],
    drafts: dict[str, Draft],
    china: Mapping[str, Draft],
    cldr_names: Mapping[str, Mapping[str, str]],
) -> Iterator[Draft]:
    """Attach GeoNames ids to the divisions that are there; yield those that are not."""
    by_code: dict[str, Draft] = {}
    named: set[tuple[str, str]] = {(draft.country, name) for draft in drafts.values() for name in draft.names}
    rows = sorted(rows, key=lambda one: int(one["level"]))
    renumbered = _find_renumbered(rows, drafts)
    for row in rows:
        draft = _existing(row, drafts, china) or renumbered.get(row["id"])
        if draft is not None:
            draft.codes.setdefault("geonames", row["id"])
            by_code[row["code"]] = draft
            for name in (row["name"], *row["aliases"]):
                if is_wanted(name):
                    add_forms(draft, name, OTHER)
            continue
        country = row["code"][:2]
        if country in _NOT_DIVIDED or f"place:{country.lower()}" not in drafts:
            continue
        if row["level"] == "1":
            made = _make_first_level(row, cldr_names)
            if made.id not in drafts:
                by_code[row["code"]] = made
                yield made
            continue
        if int(row["level"]) != 2:
            continue
        parent = by_code.get(row["code"].rpartition(".")[0])
        holder = parent.id if parent else f"place:{country.lower()}"
        if holder not in drafts and parent is None:
            continue
        made = _make_second_level(row, holder)
        if made.names and (country, made.label) not in named:
            yield made


def merge_doubles(drafts: dict[str, Draft]) -> None:
    """Drop the first-level divisions that CLDR has under an old code beside the new one, giving over their names."""
    current = {
        (draft.country, make_plain(make_label(draft.label))): draft
        for draft in drafts.values()
        if draft.level == 1 and "geonames" in draft.codes
    }
    merged: dict[str, Draft] = {}
    for draft in list(drafts.values()):
        other = current.get((draft.country, make_plain(make_label(draft.label))))
        if draft.level == 1 and "geonames" not in draft.codes and draft.country != "CN" and other is not None:
            merged[draft.id] = other
            for name, sureness in draft.names.items():
                other.add(name, sureness)
            for language, label in draft.labels.items():
                other.labels.setdefault(language, label)
            del drafts[draft.id]
    for draft in drafts.values():
        if draft.parent in merged:
            draft.parent = merged[draft.parent].id


def _find_renumbered(rows: list[Mapping[str, Any]], drafts: Mapping[str, Draft]) -> dict[str, Draft]:
    """Return the first-level divisions that ISO 3166-2 renumbered since CLDR 41, by the GeoNames id of each."""
    codes = {row["iso"] for row in rows}
    left: dict[str, list[Draft]] = {}
    for draft in drafts.values():
        if draft.level == 1 and draft.codes.get("iso") not in codes:
            left.setdefault(draft.country, []).append(draft)
    new = [row for row in rows if row["level"] == "1" and f"place:{row['iso'].lower()}" not in drafts]
    likeness = sorted(
        ((_likeness(row, draft), row["id"], draft.id) for row in new for draft in left.get(row["code"][:2], ())),
        reverse=True,
    )
    found: dict[str, Draft] = {}
    taken: set[str] = set()
    for ratio, row_id, draft_id in likeness:
        if ratio >= _SAME_NAME and row_id not in found and draft_id not in taken:
            found[row_id] = drafts[draft_id]
            taken.add(draft_id)
    return found


def _likeness(row: Mapping[str, Any], draft: Draft) -> float:
    names = [make_plain(name).lower() for name in (row["name"], *row["aliases"]) if script_of(name) == "latn"]
    own = make_plain(draft.label).lower()
    return max((SequenceMatcher(None, own, name).ratio() for name in names), default=0.0)


def _make_second_level(row: Mapping[str, Any], holder: str) -> Draft:
    country = row["code"][:2]
    label = make_second_label(row["name"], row["aliases"], country)
    if country in ARAB_COUNTRIES:
        label = make_plain(label).removeprefix("Markaz ").removeprefix("Qada' ")
    made = Draft(
        id=f"place:gn-{row['id']}", kind="province" if country in PROVINCES_SECOND else "county", label=label,
        country=country, parent=holder, level=2, codes={"geonames": row["id"]}, labels={"en": label},
    )  # fmt: skip
    made.add(label, WEAK)
    for name in (row["name"], *row["aliases"]):
        if is_wanted(name):
            _add_weak_names(made, name)
    if country in _SPELLED_IN_RUSSIAN and not any(script_of(name) == "cyrl" for name in made.names):
        for form in spell_adjectives(label.removesuffix(" District")):
            made.add(form, WEAK)
    return made


def _add_weak_names(made: Draft, name: str) -> None:
    """Add the name of a district with its Russian cases: Бурзянский, Бурзянского … stand before района."""
    district = _RUSSIAN_DISTRICT.fullmatch(name)
    if district is not None:
        for form in decline_adjective(district["stem"]):
            made.add(form, WEAK)
        return
    script = script_of(name)
    for one in trim_names(name, {"arab": "ar", "cyrl": "ru"}.get(script or "", "en")):
        if script == "cyrl":
            add_forms(made, one, WEAK)
        made.add(one, WEAK)
        made.add(make_plain(one), WEAK)


def _make_first_level(row: Mapping[str, Any], cldr_names: Mapping[str, Mapping[str, str]]) -> Draft:
    """A first-level division that CLDR lacks, or has under an older code."""
    country = row["code"][:2]
    has_code = bool(row["iso"])
    # Of what ISO has no code for the names are those of people and saints too: Sofia, Diana, Santa Rita.
    sureness = OTHER if has_code else WEAK
    names = [name for name in (row["name"], *row["aliases"]) if is_wanted(name)]
    english = next((name for name in names[1:] if make_plain(name) == name and script_of(name) == "latn"), row["name"])
    label = complete_label(make_label(english), country, " ".join(names), is_top=True)
    draft = Draft(
        id=f"place:{row['iso'].lower()}" if has_code else f"place:gn-{row['id']}",
        kind="province", label=label, country=country, parent=f"place:{country.lower()}", level=1,
        labels={"en": label}, codes={"geonames": row["id"], **({"iso": row["iso"]} if has_code else {})},
    )  # fmt: skip
    for name in names:
        for one in (*trim_names(name, "ar" if script_of(name) == "arab" else "en"), make_plain(name)):
            add_forms(draft, one, sureness)
    for code, by_language in cldr_names.items():
        if code[:2].upper() == country and any(_is_same(by_language.get("en", ""), name) for name in names):
            for language, name in by_language.items():
                add_named(draft, language, name)
    return draft


def _is_same(one: str, other: str) -> bool:
    first, second = make_plain(make_label(one)).lower(), make_plain(make_label(other)).lower()
    return SequenceMatcher(None, first, second).ratio() >= _SAME_NAME


def _existing(row: Mapping[str, Any], drafts: Mapping[str, Draft], china: Mapping[str, Draft]) -> Draft | None:
    if row["iso"]:
        adcode = adcode_of(row["iso"])
        return china.get(adcode) if adcode else drafts.get(f"place:{row['iso'].lower()}")
    parts = row["code"].split(".")
    if parts[0] == "CN" and len(parts) == 3 and re.fullmatch(r"\d{4}", parts[2]):
        return china.get(f"{parts[2]}00")
    return None
