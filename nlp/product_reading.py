"""Which of the names found in a text may be goods, by what stands right around each."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from nlp.lexicon import load_products
from nlp.matching import Cover, Hit, Name
from nlp.surroundings import (
    is_adjective_here,
    is_forbidden,
    is_part_of_name,
    is_quoted,
    line_around,
    load_product_cues,
    speaks_of_goods,
)
from nlp.text_view import TextView
from nlp.topic import Topic

_SCRIPTS_WITH_CAPITALS = ("en", "es", "fr", "ru")
_LANGUAGES_WITH_NOUN_FIRST = ("es", "fr")
_HOUSEHOLD_CLASSES = frozenset(
    f"product:{slug}" for slug in ("manufactured-good", "clothing", "shoes", "hat", "blanket", "jewellery", "carpet")
)


@dataclass(frozen=True)
class FoundName:
    """A name of a good where it stands. A `doubtful` one is a good only with support from elsewhere in the text."""

    hit: Hit
    name: Name
    doubtful: bool = False

    @property
    def concept_id(self) -> str:
        """The good's id; raises ValueError for a blocker, which names none."""
        if self.name.concept_id is None:
            raise ValueError(f"the blocker {self.name.text!r} names no good: it must not become a mention")
        return self.name.concept_id


@dataclass(frozen=True)
class ProductReading:
    """The names that may be goods, sure and doubtful, and those that are short for a good named in full elsewhere."""

    found: tuple[FoundName, ...]
    short: tuple[FoundName, ...]

    def sure(self) -> list[FoundName]:
        """Those that need no support from elsewhere."""
        return [one for one in self.found if not one.doubtful]

    def doubtful(self) -> list[FoundName]:
        """Those that do."""
        return [one for one in self.found if one.doubtful]


def read_names(view: TextView, hits: Iterable[Hit], topic: Topic, taken: Cover) -> ProductReading:
    """Return the names among `hits` that may be goods: of those that overlap the first that is sure.

    Spans of `taken` are left out, and those of sure goods and blockers are added to it.
    """
    sure: list[FoundName] = []
    doubtful: list[FoundName] = []
    short: list[FoundName] = []
    names_of_others: set[str] = set()
    for hit in hits:
        if taken.overlaps(hit.start, hit.end):
            continue
        if any(name.concept_id is None for name in hit.names):
            taken.add(hit.start, hit.end)
            continue
        if view.language in _SCRIPTS_WITH_CAPITALS and is_part_of_name(view, hit.start, hit.end):
            names_of_others.add(view.folded[hit.start : hit.end])
            continue
        is_in_quotes = is_quoted(view, hit.start, hit.end)
        names = [name for name in hit.names if not _is_excluded(view, hit, name, is_in_quotes=is_in_quotes)]
        short.extend(FoundName(hit, name) for name in names if name.short)
        for name in names:
            if name.short:
                continue
            if _is_only_used(view, hit, name, topic):
                continue
            if (name.ambiguous or is_in_quotes) and not _has_cue(view, name, hit, topic, is_in_quotes=is_in_quotes):
                doubtful.append(FoundName(hit, name, doubtful=True))
                continue
            taken.add(hit.start, hit.end)
            sure.append(FoundName(hit, name))
            break
    sure.extend(one for one in doubtful if not taken.overlaps(one.hit.start, one.hit.end))
    return ProductReading(tuple(_without_names(view, sure, names_of_others)), tuple(short))


def _is_excluded(view: TextView, hit: Hit, name: Name, *, is_in_quotes: bool) -> bool:
    if is_forbidden(view, name, hit.start, hit.end):
        return True
    if view.language in _SCRIPTS_WITH_CAPITALS and view.body[hit.start].isupper():
        # Chile, Granada, Turkey: a word that needs cues of its own is no good with a capital, wherever it stands.
        return is_in_quotes or (name.ambiguous and bool(name.needs or name.not_near))
    if name.adjective and view.language in _LANGUAGES_WITH_NOUN_FIRST:
        return is_adjective_here(view, hit.start)
    if view.language == "zh" and hit.end - hit.start == 1:
        before = load_product_cues("zh").before_one_character
        return not view.folded[: hit.start].rstrip(" ").endswith(before)
    return False


def _has_cue(view: TextView, name: Name, hit: Hit, topic: Topic, *, is_in_quotes: bool) -> bool:
    """True where a word beside the name, or all of the text, speaks of goods."""
    if name.needs:
        return speaks_of_goods(view, name, hit.start, hit.end)
    if topic.is_full_of_rural_life and not is_in_quotes:
        return True
    low, high = line_around(view, hit.start, hit.end)
    return topic.goods.stand_within(low, high, outside=(hit.start, hit.end))


@cache
def _household_things() -> frozenset[str]:
    """The goods that everybody has: clothes, furniture, toys."""
    concepts = [entry.concept for entry in load_products().values()]
    return frozenset(one.id for one in concepts if not _HOUSEHOLD_CLASSES.isdisjoint((one.id, *one.broader)))


def _is_only_used(view: TextView, hit: Hit, name: Name, topic: Topic) -> bool:
    """True for a thing of the household that nobody makes or sells here."""
    if name.concept_id not in _household_things():
        return False
    low, high = line_around(view, hit.start, hit.end)
    return not topic.made.stand_within(low, high, outside=(hit.start, hit.end))


def _without_names(view: TextView, found: list[FoundName], names_of_others: set[str]) -> list[FoundName]:
    """Without the words at the head of a sentence that are names in this text: shares of Apple fell; Apple says."""
    if not names_of_others:
        return found
    small = {view.folded[one.hit.start : one.hit.end] for one in found if not view.body[one.hit.start].isupper()}
    names = names_of_others - small
    return [
        one
        for one in found
        if not view.body[one.hit.start].isupper() or view.folded[one.hit.start : one.hit.end] not in names
    ]
