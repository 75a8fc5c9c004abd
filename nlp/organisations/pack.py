"""The pack `organisation.toml` of a language: nouns that stand in or beside the names of organisations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from nlp.organisations.named import OrganisationKind
from nlp.pack import PackError, expand_forms, load_pack

_KINDS = frozenset(get_args(OrganisationKind))
Heads = Mapping[tuple[str, ...], OrganisationKind]
"""Nouns as folded words, with the kind of organisation that they tell."""


@dataclass(frozen=True)
class OrganisationPack:
    """Head nouns of two sorts, and the small words around names."""

    language: str
    institution: Heads
    beside: Heads
    small: frozenset[str] = frozenset()
    """Heads of institutions that are written with a small letter too."""
    inner: frozenset[str] = frozenset()
    """Small words within a name."""
    joins: frozenset[str] = frozenset()
    """Small words between the head of an institution and what it is for."""
    called: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    """Heads that are the places themselves: the market of a town is no organisation."""
    copulas: frozenset[str] = frozenset()
    vague: tuple[str, ...] = ()
    """Words that are no names, capital or not."""
    roles: frozenset[str] = frozenset()
    """People of an organisation: a company director is no company."""
    stops: frozenset[str] = frozenset()
    opens: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    """Stems of names in one word (минсельхоз)."""
    modifier_endings: tuple[str, ...] = ()
    quoted_only: tuple[str, ...] = ()
    """Heads that tell a name in quotes alone: markets and sites are of places and firms mostly."""
    demonym_endings: tuple[str, ...] = ()
    longest_head: int = 1
    first_words: frozenset[str] = frozenset()
    """With which a head noun begins."""

    @property
    def vague_words(self) -> frozenset[str]:
        """The vague words, for look-up."""
        return _frozen(self.vague)


@cache
def _frozen(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


@cache
def load_organisation_pack(language: str) -> OrganisationPack:
    """Return the pack of a language; raises PackError where it is missing or names an unknown kind."""
    raw = load_pack(language, "organisation")
    words = raw["words"]
    institution, beside = _heads(raw, "institution", language), _heads(raw, "beside", language)
    return OrganisationPack(
        language=language,
        institution=institution,
        beside=beside,
        small=frozenset(_forms(words, "small")),
        inner=frozenset(_forms(words, "inner")),
        joins=frozenset(_forms(words, "joins")),
        called=frozenset(_forms(words, "called")),
        articles=frozenset(_forms(words, "articles")),
        definite=frozenset(_forms(words, "definite")),
        places=frozenset(_forms(words, "places")),
        copulas=frozenset(_forms(words, "copulas")),
        vague=tuple(_forms(words, "vague")),
        roles=frozenset(_forms(words, "roles")),
        stops=frozenset(_forms(words, "stops")),
        opens=tuple(_forms(words, "opens")),
        named=tuple(_forms(words, "named")),
        not_before=tuple(_forms(words, "not_before")),
        joined=tuple(_forms(words, "joined")),
        modifier_endings=tuple(_forms(words, "modifier_endings")),
        quoted_only=tuple(_forms(words, "quoted_only")) or ("\0",),
        demonym_endings=tuple(_forms(words, "demonym_endings")),
        first_words=frozenset(head[0] for head in (*institution, *beside)),
        longest_head=max((len(head) for head in (*institution, *beside)), default=1),
    )


def _heads(raw: dict[str, Any], table: str, language: str) -> dict[tuple[str, ...], OrganisationKind]:
    heads: dict[tuple[str, ...], OrganisationKind] = {}
    for kind, patterns in raw[table].items():
        if kind not in _KINDS:
            raise PackError(
                f"nlp/languages/{language}/organisation.toml, [{table}]: {kind!r} is no kind of organisation; "
                f"the kinds are {', '.join(sorted(_KINDS))}"
            )
        for pattern in patterns:
            for form in expand_forms(pattern):
                heads.setdefault(tuple(form.split()), kind)
    return heads


def _forms(words: dict[str, list[str]], key: str) -> Iterator[str]:
    for pattern in words.get(key, ()):
        yield from expand_forms(pattern)
