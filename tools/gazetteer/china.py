"""China's units down to the county, with English labels by rule and names in six languages."""

from collections.abc import Iterable, Iterator
from typing import Any

from tools.gazetteer.arabic import spell_in_arabic
from tools.gazetteer.pinyin import join_syllables, load_chinese_names, read_syllables
from tools.gazetteer.record import OTHER, OWN, WEAK, Draft
from tools.gazetteer.russian import decline, spell_in_russian

_SUFFIXES = {
    "特别行政区": ("city", ""), "自治区": ("province", ""), "省": ("province", ""),
    "自治州": ("prefecture", "Autonomous Prefecture"), "地区": ("prefecture", "Prefecture"),
    "盟": ("prefecture", "League"),
    "自治县": ("county", "Autonomous County"), "自治旗": ("county", "Autonomous Banner"), "县": ("county", "County"),
    "旗": ("county", "Banner"), "特区": ("county", "Special District"), "林区": ("county", "Forestry District"),
    "矿区": ("county", "Mining District"), "新区": ("county", "New Area"), "区": ("county", "District"),
    "市": ("city", ""),
}  # fmt: skip
_DIRECTIONS = {
    "左翼": "Left", "右翼": "Right", "左": "Left", "右": "Right", "前": "Front", "中": "Middle", "后": "Rear",
    "联合": "United",
}  # fmt: skip
_RENAMED = ("更名", "撤县设市", "撤县设区", "撤地设市", "撤市设区", "撤区设区", "撤旗设区", "撤销")
_FIRST_YEAR = 1980
_PROVINCE, _PREFECTURE, _COUNTY = 1, 2, 3


def make_china(divisions: dict[str, Any], changes: dict[str, Any]) -> list[Draft]:
    """Return the drafts of China's provinces, prefectures and counties, in the order of the source."""
    drafts: list[Draft] = []
    for name, province in divisions["provinces"].items():
        if name == "台湾省":
            continue
        top = _make_unit(province["code"], name, parent="place:cn", level=_PROVINCE)
        drafts.append(top)
        for city_name, city in province["cities"].items():
            holder = top
            if city_name and city["code"]:
                holder = _make_unit(city["code"], city_name, parent=top.id, level=_PREFECTURE)
                drafts.append(holder)
            for county_name, code in city["counties"].items():
                drafts.append(_make_unit(code, county_name, parent=holder.id, level=_COUNTY))
    by_code = {draft.codes["adcode"]: draft for draft in drafts}
    _add_former_names(by_code, changes["events"])
    return drafts


def split_name(name: str) -> tuple[str, tuple[str, ...], str, str, str]:
    """Return stem, peoples, English suffix, kind and Chinese suffix of an official name.

    >>> split_name("石林彝族自治县")
    ('石林', ('Yi',), 'Autonomous County', 'county', '自治县')
    """
    suffix = next((one for one in _SUFFIXES if name.endswith(one) and len(name) > len(one)), "")
    kind, english = _SUFFIXES.get(suffix, ("county", ""))
    stem = name.removesuffix(suffix)
    peoples: list[str] = []
    # 内蒙古 keeps its 蒙古: the region is not named after a stem 内.
    if suffix.startswith("自治") and name != "内蒙古自治区":
        table = sorted(load_chinese_names()["peoples"].items(), key=lambda row: -len(row[0]))
        while True:
            found = next((row for row in table if stem.endswith(row[0])), None)
            # 东乡族自治县 is named after its people: a stem must remain.
            if found is None or (len(stem) == len(found[0])):
                break
            stem = stem.removesuffix(found[0])
            peoples.insert(0, found[1])
    return stem, tuple(peoples), english, kind, suffix


def _make_unit(code: str, name: str, *, parent: str, level: int) -> Draft:
    adcode = code[:6]
    stem, peoples, english, kind, suffix = split_name(name)
    if level == _PROVINCE:
        kind = "city" if suffix in ("市", "特别行政区") else "province"
    elif level == _COUNTY:
        kind = "county"
    tables = load_chinese_names()
    base, ending = _english_stem(stem)
    label = tables["labels"].get(adcode) or " ".join(
        part for part in (base, _join_peoples(peoples), ending, english) if part
    )
    draft = Draft(
        id=f"place:cn-{adcode}", kind=kind, label=label, country="CN", parent=parent, level=level,
        labels={"en": label, "zh": name}, codes={"adcode": adcode},
    )  # fmt: skip
    for written, sureness in _chinese_names(stem, name, suffix, level):
        draft.add(written, sureness)
    if level == _PROVINCE and adcode in tables["labels"]:
        base = label
    _add_latin_names(draft, stem, name, base, label, suffix)
    return draft


def _english_stem(stem: str) -> tuple[str, str]:
    """The stem in Latin letters and what stands after it (Left, Front)."""
    stems = load_chinese_names()["stems"]
    if stem in stems:
        return stems[stem], ""
    for direction, word in _DIRECTIONS.items():
        bare = stem.removesuffix(direction)
        if bare != stem and bare in stems:
            return stems[bare], word
    return join_syllables(read_syllables(stem)), ""


def _join_peoples(peoples: tuple[str, ...]) -> str:
    if len(peoples) < 2:
        return "".join(peoples)
    return ", ".join(peoples[:-1]) + (", and " if len(peoples) > 2 else " and ") + peoples[-1]


def _chinese_names(stem: str, name: str, suffix: str, level: int) -> Iterator[tuple[str, int]]:
    yield name, OWN
    short = {"自治区": "", "自治州": "州", "自治县": "县", "自治旗": "旗", "特别行政区": "", "地区": "地区"}.get(suffix)
    if short:
        yield stem + short, OWN
    if suffix == "自治县" and name.removesuffix("自治县") != stem:
        yield name.removesuffix("自治县"), WEAK
    if len(stem) < 2:
        return
    # A district's bare name (新华, 桥西) is mostly a common word; a county's may be.
    yield stem, WEAK if suffix in ("区", "林区", "矿区", "特区", "新区") else (OTHER if level == _COUNTY else OWN)


def _add_latin_names(draft: Draft, stem: str, name: str, base: str, label: str, suffix: str) -> None:
    syllables = read_syllables(stem)
    pinyin = join_syllables(syllables)
    bare = WEAK if suffix in ("区", "林区", "矿区", "特区", "新区") else OWN
    # One syllable (Cao, Lin, She) is a name of a person rather than of a place.
    if len(syllables) == 1:
        bare = WEAK
    draft.add(label, OWN if " " in label else bare)
    spellings = [base, pinyin, *load_chinese_names()["spellings"].get(name, ())]
    spellings.extend(load_chinese_names()["spellings"].get(stem, ()) if suffix in ("市",) else ())
    for spelling in dict.fromkeys(spellings):
        draft.add(spelling, bare)
        draft.add(spelling.replace("'", "").replace("ü", "u"), bare)
        draft.add(spelling.replace("'", "-"), bare)
        if "ü" in spelling:
            draft.add(spelling.replace("ü", "yu"), bare)
            draft.add(spelling.replace("ü", "v"), bare)
    ends = {"县": ("xian",), "市": ("shi",), "区": ("qu",), "旗": ("qi",), "自治州": ("zhou",)}.get(suffix, ())
    for end in ends:
        draft.add(pinyin.replace("'", "") + end, OTHER if len(syllables) == 1 else WEAK)
    for spelling in spell_in_arabic(syllables):
        draft.add(spelling, bare if bare == WEAK else OTHER)
    with_end = {"县": "xian", "市": "shi"}.get(suffix)
    russian = spell_in_russian(syllables)
    if russian:
        draft.labels.setdefault("ru", russian)
        for form in decline(russian):
            draft.add(form, bare if bare == WEAK else OTHER)
    if with_end:
        longer = (*syllables, with_end)
        sureness = OTHER if len(syllables) == 1 else WEAK
        for spelling in spell_in_arabic(longer)[:20]:
            draft.add(spelling, sureness)
        longer_russian = spell_in_russian(longer)
        if longer_russian:
            for form in decline(longer_russian):
                draft.add(form, sureness)
    arabic = spell_in_arabic(syllables)
    if arabic:
        draft.labels.setdefault("ar", arabic[0])
    for language in ("fr", "es"):
        draft.labels.setdefault(language, base)


def _add_former_names(by_code: dict[str, Draft], events: Iterable[dict[str, Any]]) -> None:
    """Attach the names that units bore since 1980 to what holds their ground today."""
    forward: dict[str, str] = {}
    for event in events:
        old, new = (event.get("old") or {}).get("code"), (event.get("new") or {}).get("code")
        if old and new and old != new and event["type"] in (*_RENAMED, "同名改码"):
            forward[old[:6]] = new[:6]
    known = {(name, draft.parent) for draft in by_code.values() for name in draft.names}
    for event in events:
        old, new = event.get("old") or {}, event.get("new") or {}
        if event["type"] not in _RENAMED or not old.get("name") or not new.get("code") or event["year"] < _FIRST_YEAR:
            continue
        draft = by_code.get(_latest(new["code"][:6], by_code, forward))
        if draft is None or old["name"] in draft.names or (old["name"], draft.parent) in known:
            continue
        # The book of codes of the early years holds mix-ups: a name of another unit of today is not taken over.
        if any(old["name"] == other.labels["zh"] for other in by_code.values()):
            continue
        stem, _, _, _, suffix = split_name(old["name"])
        draft.add(old["name"], OTHER)
        if suffix and stem and split_name(draft.labels["zh"])[0] != stem and len(stem) > 1:
            sureness = WEAK
            draft.add(stem, sureness)
            syllables = read_syllables(stem)
            draft.add(join_syllables(syllables), sureness)
            for spelling in spell_in_arabic(syllables)[:12]:
                draft.add(spelling, sureness)
            russian = spell_in_russian(syllables)
            for form in decline(russian) if russian else ():
                draft.add(form, sureness)


def _latest(code: str, by_code: dict[str, Draft], forward: dict[str, str]) -> str:
    seen: set[str] = set()
    while code not in by_code and code in forward and code not in seen:
        seen.add(code)
        code = forward[code]
    return code
