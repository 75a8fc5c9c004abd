"""The pack `person.toml` of a language: words that stand beside or in names of persons."""

from dataclasses import dataclass
from functools import cache

from nlp.binding.cue_pack import load_words
from nlp.pack import load_pack, load_toml


@dataclass(frozen=True)
class PersonPack:
    """Words folded; what the keys mean stands in the English, the Chinese and the Arabic pack."""

    titles: frozenset[str]
    official: frozenset[str]
    roles: frozenset[str]
    openers: frozenset[str]
    not_names: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    given: frozenset[str]
    compound: frozenset[str]
    ends: frozenset[str]
    says: frozenset[str]
    before: tuple[str, ...]
    """Chinese: all roles that stand before a name, the longest first."""
    after: tuple[str, ...]
    not_third: frozenset[str]
    honorifics: tuple[str, ...]
    things: tuple[str, ...]
    people: frozenset[str]
    single: frozenset[str]
    one_of: tuple[tuple[str, ...], ...]
    origin: frozenset[str]
    generic: frozenset[str]


@cache
def load_person_pack(language: str) -> PersonPack:
    """Return the pack of a language; raises PackError where it is missing or broken."""
    raw = load_pack(language, "person")
    return PersonPack(
        titles=load_words(raw, "titles"),
        official=load_words(raw, "official"),
        roles=load_words(raw, "roles"),
        openers=load_words(raw, "openers"),
        not_names=load_words(raw, "not_names"),
        particles=load_words(raw, "particles"),
        articles=load_words(raw, "articles"),
        given=load_words(raw, "given"),
        compound=load_words(raw, "compound"),
        ends=load_words(raw, "ends"),
        says=load_words(raw, "says"),
        before=tuple(sorted(load_words(raw, "before") | load_words(raw, "official"), key=_longest_first)),
        after=tuple(sorted(load_words(raw, "after"), key=_longest_first)),
        not_third=load_words(raw, "not_third"),
        honorifics=tuple(sorted(load_words(raw, "honorifics"), key=_longest_first)),
        things=tuple(sorted(load_words(raw, "things"), key=_longest_first)),
        people=load_words(raw, "people"),
        single=load_words(raw, "single"),
        one_of=tuple(tuple(phrase.split()) for phrase in sorted(load_words(raw, "one_of"), key=_longest_first)),
        origin=load_words(raw, "origin"),
        generic=load_words(raw, "generic"),
    )


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


@cache
def load_surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Chinese surnames of one and of two signs."""
    raw = load_toml("languages/zh/surnames.toml")
    return frozenset(raw["one"]), frozenset(raw["two"])
