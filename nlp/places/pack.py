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
    compounds: frozenset[str]
    """Words that begin with the last sign of what looks like a Chinese name."""
    native: frozenset[str]
    """Countries whose press writes in this language: their places go without saying where they are."""
    lower_first: frozenset[str]
    """First words of the few names that begin with a small letter."""
    suffix: "SuffixRules | None"
    seat: "SeatWords"
    autonomous: dict[tuple[str, ...], tuple[PlaceKind, ...]]
    """Nouns that peoples stand between and a name: préfecture autonome miao et dong de Qiandongnan."""
    autonomous_joins: frozenset[str]
    sport: "SportWords"
    roles: frozenset[str]
    """Words for persons that their names follow: Farmer, اللاعب, 策展人."""
    role_endings: tuple[str, ...]
    """The same for Chinese."""
    no_article: frozenset[str]
    """Articles that towns never take: el Valencia is the club."""
    name_articles: frozenset[str]
    """Articles that open names, which have a capital behind: La Victoria, not "La victoria"."""


@dataclass(frozen=True)
class SportWords:
    """Stems that tell of sport, and the prepositions by which a place is told from a team even there."""

    cues: re.Pattern[str] | None
    locatives: frozenset[str]


@dataclass(frozen=True)
class SeatWords:
    """Words near a name that say whether the town is meant or the division named after it."""

    is_town_by_default: bool
    division_words: frozenset[str]
    town_words: frozenset[str]
    division_right_before: frozenset[str]
    town_right_before: frozenset[str]


@dataclass(frozen=True)
class SuffixRules:
    """Chinese: villages and townships are told by their last sign alone."""

    pattern: re.Pattern[str]
    opens: tuple[str, ...]
    """Words after which a name may begin."""
    longest: int
    foreign: re.Pattern[str]
    """A division abroad, written in signs that stand for sounds."""
    foreign_kinds: dict[str, PlaceKind]


@cache
def load_place_pack(language: str) -> PlacePack:
    """Return the pack of a language; raises PackError where it is missing or broken."""
    raw = load_pack(language, "place")
    seat, autonomous, sport = raw["seat"], raw["autonomous"], raw["sport"]
    roles = _read_roles(language)
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
        compounds=frozenset(reject.get("compounds", ())),
        native=frozenset(raw["support"]["native"]),
        lower_first=frozenset(map(normalize_name, reject["lower_first"])),
        suffix=_suffix_rules(unlisted) if "suffixes" in unlisted else None,
        seat=SeatWords(
            is_town_by_default=seat.pop("is_town_by_default"),
            **{name: frozenset(normalize_name(word).rstrip("'") for word in words) for name, words in seat.items()},
        ),
        sport=SportWords(
            cues=_stems(sport["cues"], language), locatives=frozenset(map(normalize_name, sport["locatives"]))
        ),
        roles=frozenset(roles) if language != "zh" else frozenset(),
        role_endings=(*roles, *map(normalize_name, reject["person_before"])) if language == "zh" else (),
        no_article=frozenset(map(normalize_name, reject.get("no_article", ()))),
        name_articles=frozenset(map(normalize_name, reject.get("name_articles", ()))),
        autonomous=_nouns(autonomous["nouns"]),
        autonomous_joins=frozenset(join for (join,) in _phrases(autonomous["joins"])),
    )


def _read_roles(language: str) -> list[str]:
    """The words of `person.toml` that stand right before a person's name."""
    raw = load_pack(language, "person")
    forms = [
        normalize_name(form)
        for key in ("titles", "before", "official")
        for pattern in raw.get(key, ())
        for form in expand_forms(pattern)
    ]
    # Without the article it is the governor of what follows.
    return [form for form in forms if form.startswith("ال")] if language == "ar" else forms


def _stems(cues: list[str], language: str) -> re.Pattern[str] | None:
    words = "|".join(map(re.escape, sorted(map(normalize_name, cues), key=len, reverse=True)))
    before = {"zh": "", "ar": r"\b[وفبلك]{0,2}(?:ال)?"}.get(language, r"\b")
    return re.compile(f"{before}(?:{words})") if words else None


def _suffix_rules(unlisted: dict[str, Any]) -> SuffixRules:
    suffixes = "|".join(sorted(unlisted["suffixes"], key=len, reverse=True))
    not_after = "|".join(unlisted["not_after"])
    return SuffixRules(
        pattern=re.compile(f"(?P<suffix>{suffixes})(?!{not_after})"),
        opens=tuple(sorted(unlisted["opens"], key=len, reverse=True)),
        longest=unlisted["longest"],
        foreign=re.compile(
            f"(?P<stem>[{unlisted['transliteration']}]{{2,6}}?)(?P<suffix>{'|'.join(unlisted['divisions'])})"
        ),
        foreign_kinds=unlisted["divisions"],
    )


def _nouns(raw: dict[str, list[PlaceKind]]) -> dict[tuple[str, ...], tuple[PlaceKind, ...]]:
    nouns = {_split(form): tuple(kinds) for pattern, kinds in raw.items() for form in expand_forms(pattern)}
    # The longest first: 自治州 before 州.
    return dict(sorted(nouns.items(), key=lambda row: -sum(map(len, row[0]))))


def _split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase; an elision at its end is joined to the name, and so read without its apostrophe."""
    pieces: list[str] = PIECE.findall(normalize_name(phrase))
    return (*pieces[:-1], pieces[-1].rstrip("'"))


def _phrases(raw: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(_split(form) for phrase in raw for form in expand_forms(phrase))
