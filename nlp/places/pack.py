"""The pack `place.toml` of a language: nouns that say what kind of place a name is, and words that forbid one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from nlp.matching import normalize_name
from nlp.model.concept import PlaceKind
from nlp.pack import expand_forms, load_pack
from nlp.places.words import PIECE


@dataclass(frozen=True)
class PlacePack:
    """What `place.toml` holds, normalized; phrases of nouns are tuples of words."""

    language: str
    before: dict[tuple[str, ...], tuple[PlaceKind, ...]]
    """Nouns before a name with the kinds of place they are said of."""
    after: dict[tuple[str, ...], tuple[PlaceKind, ...]]
    longest_before: int
    longest_after: int
    unlisted_kinds: frozenset[str]
    """Kinds of which a name beside its noun is a place even where no gazetteer holds it."""
    unlisted_not_before: frozenset[tuple[str, ...]]
    unlisted_not_after: frozenset[tuple[str, ...]]
    not_names: frozenset[str]
    longest_name: int
    """Words of a name that no gazetteer holds."""
    inner_words: frozenset[str]
    """Small words within such a name; in Arabic those that a second word follows."""
    support_before: frozenset[str]
    support_endings: tuple[str, ...]
    """The same for Chinese, which does not divide words."""
    surnames: frozenset[str]
    """Chinese: signs that make a person of the name after them (赵定西)."""
    person_before: frozenset[str]
    person_after: frozenset[tuple[str, ...]]
    part_after: frozenset[tuple[str, ...]]
    part_before: frozenset[tuple[str, ...]]
    organisation_heads: frozenset[str]
    organisation_joins: frozenset[str]
    """Words that join a head noun to a place: the Bank of Kenya."""
    apposition: dict[tuple[str, ...], PlaceKind]
    """Nouns that may follow a name after a comma; articles before them are in `articles`."""
    articles: frozenset[str]
    blockers: frozenset[str]
    native: frozenset[str]
    """Countries whose press writes in this language: their places go without saying where they are."""
    lower_first: frozenset[str]
    """First words of the few names that begin with a small letter."""
    suffix: "SuffixRules | None"


@dataclass(frozen=True)
class SuffixRules:
    """Chinese: villages and townships are told by their last sign alone."""

    pattern: re.Pattern[str]
    opens: tuple[str, ...]
    """Words after which a name may begin."""
    longest: int


@cache
def load_place_pack(language: str) -> PlacePack:
    """Return the pack of a language; raises PackError where it is missing or broken."""
    raw = load_pack(language, "place")
    before, after = _nouns(raw["before"]), _nouns(raw["after"])
    unlisted, reject = raw["unlisted"], raw["reject"]
    return PlacePack(
        language=language,
        before=before,
        after=after,
        longest_before=max(map(len, before), default=0),
        longest_after=max(map(len, after), default=0),
        unlisted_kinds=frozenset(unlisted["kinds"]),
        unlisted_not_before=_phrases(unlisted.get("not_before", ())),
        unlisted_not_after=_phrases(unlisted.get("not_after", ())),
        not_names=frozenset(map(normalize_name, unlisted["not_names"])),
        longest_name=raw["name"]["longest_words"],
        inner_words=frozenset(map(normalize_name, raw["name"]["inner"])),
        support_before=frozenset(map(normalize_name, raw["support"]["before"])),
        support_endings=tuple(raw["support"]["before"]) if language == "zh" else (),
        surnames=frozenset(raw["reject"].get("surnames", "")),
        person_before=frozenset(map(normalize_name, reject["person_before"])),
        person_after=_phrases(reject["person_after"]),
        part_after=_phrases(reject["part_after"]),
        part_before=_phrases(reject["part_before"]),
        organisation_joins=frozenset(map(normalize_name, raw["organisation"]["joins"])),
        organisation_heads=frozenset(map(normalize_name, raw["organisation"]["heads"])),
        apposition={
            tuple(PIECE.findall(normalize_name(phrase))): kind for phrase, kind in raw["apposition"]["nouns"].items()
        },
        articles=frozenset(map(normalize_name, raw["apposition"]["articles"])),
        blockers=frozenset(map(normalize_name, reject["blockers"])),
        native=frozenset(raw["support"]["native"]),
        lower_first=frozenset(map(normalize_name, reject["lower_first"])),
        suffix=_suffix_rules(unlisted) if "suffixes" in unlisted else None,
    )


def _suffix_rules(unlisted: dict[str, Any]) -> SuffixRules:
    suffixes = "|".join(sorted(unlisted["suffixes"], key=len, reverse=True))
    not_after = "|".join(unlisted["not_after"])
    return SuffixRules(
        pattern=re.compile(f"(?P<suffix>{suffixes})(?!{not_after})"),
        opens=tuple(sorted(unlisted["opens"], key=len, reverse=True)),
        longest=unlisted["longest"],
    )


def _nouns(raw: dict[str, list[PlaceKind]]) -> dict[tuple[str, ...], tuple[PlaceKind, ...]]:
    nouns = {
        tuple(PIECE.findall(normalize_name(form))): tuple(kinds)
        for pattern, kinds in raw.items()
        for form in expand_forms(pattern)
    }
    # The longest first: 自治州 before 州.
    return dict(sorted(nouns.items(), key=lambda row: -sum(map(len, row[0]))))


def _phrases(raw: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(PIECE.findall(normalize_name(phrase))) for phrase in raw)
