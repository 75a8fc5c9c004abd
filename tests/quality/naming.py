"""When two names of a thing count as the same: surfaces that overlap, labels that differ in form alone."""

import re
import unicodedata

_GENERIC = frozenset(
    ("province", "city", "prefecture", "county", "district", "town", "township", "village", "state", "governorate",
     "oblast", "krai", "region", "department", "municipality", "autonomous", "municipal", "sub-prefecture", "commune",
     "republic", "area", "the", "of", "mountains", "mountain")
)  # fmt: skip
"""Words that tell the kind of a place: names are compared without them, kinds apart."""
_WORD = re.compile(r"[\w-]+")
_KINDS_ALIKE = ({"city", "prefecture"}, {"city", "county"}, {"township", "city"}, {"province", "region"})
"""Kinds that annotators and gazetteers draw differently: Yichun is a prefecture-level city."""


def same_surface(one: str, other: str) -> bool:
    """True where one surface holds the other, letter case and spaces aside ("Danzhai" in "Danzhai County")."""
    first, second = _plain(one), _plain(other)
    return bool(first and second) and (first in second or second in first)


def same_label(one: str | None, other: str | None) -> bool:
    """True where two English names differ at most in accents, hyphens and words for the kind of place.

    >>> same_label("Shaanxi", "Shaanxi Province"), same_label("Li County", "Lixian")
    (True, False)
    """
    if not one or not other:
        return one == other
    return _core(one) == _core(other) or _plain(one) == _plain(other)


def same_kind(one: str | None, other: str | None) -> bool:
    """True for equal kinds of place, and for those that are drawn differently."""
    return one == other or any({one, other} == pair for pair in _KINDS_ALIKE)


def same_product(one: str | None, other: str | None) -> bool:
    """True where two names of goods have the same words, the plural aside."""
    if not one or not other:
        return False
    first, second = ({_singular(word) for word in _WORD.findall(_plain(name))} for name in (one, other))
    return first == second


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(bare.replace("’", "'").replace("-", " ").replace("'", "").split())


def _core(name: str) -> tuple[str, ...]:
    words = _WORD.findall(_plain(name))
    kept = tuple(word for word in words if word not in _GENERIC)
    return kept or tuple(words)
