"""The pack `person.toml` of a language: words that stand beside or in names of persons."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from nlp.pack import expand_forms, load_pack, load_toml


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


@cache
def load_person_pack(language: str) -> PersonPack:
    """Return the pack of a language; raises PackError where it is missing or broken."""
    raw = load_pack(language, "person")

    def forms(key: str) -> Iterator[str]:
        for pattern in raw.get(key, ()):
            yield from expand_forms(pattern)

    return PersonPack(
        titles=frozenset(forms("titles")),
        official=frozenset(forms("official")),
        roles=frozenset(forms("roles")),
        openers=frozenset(forms("openers")),
        not_names=frozenset(forms("not_names")),
        particles=frozenset(forms("particles")),
        articles=frozenset(forms("articles")),
        given=frozenset(forms("given")),
        compound=frozenset(forms("compound")),
        ends=frozenset(forms("ends")),
        says=frozenset(forms("says")),
        before=tuple(sorted({*forms("before"), *forms("official")}, key=len, reverse=True)),
        after=tuple(forms("after")),
        not_third=frozenset(forms("not_third")),
        honorifics=tuple(forms("honorifics")),
        things=tuple(forms("things")),
    )


@cache
def load_surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Chinese surnames of one and of two signs."""
    raw = load_toml("languages/zh/surnames.toml")
    return frozenset(raw["one"]), frozenset(raw["two"])
