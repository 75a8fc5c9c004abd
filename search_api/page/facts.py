"""What a claim says besides its number, as names and values that pages list."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from nlp.model.claim import Claim
from nlp.model.mention import Binding
from search_api.measure import measure_name
from search_api.page.wording import format_period, format_place

Link = Callable[[str, str], str | None]
"""Makes the address of the search for (filter, value); None where it would change nothing."""
ALWAYS_TOLD = ("Measure", "Place", "Period")
"""Where a text does not say them, that is told too."""


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value as it is shown; `is_verbatim`: in the author's own words, linked to nothing known."""

    text: str
    href: str | None = None
    is_verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A name with its values; none where the text does not say it."""

    name: str
    values: tuple[FactValue, ...] = ()


def list_facts(claim: Claim, link: Link, *, is_complete: bool = False) -> tuple[Fact, ...]:
    """Return what a claim says, in the order of reading; `is_complete`: with what it does not say of ALWAYS_TOLD."""
    facts = (
        Fact("Measure", tuple(_measure(claim, link))),
        Fact("Among", tuple(_words(claim.population.surface if claim.population else ""))),
        Fact("Place", tuple(_things("place", claim.places, link, format_place))),
        Fact("Period", tuple(_period(claim))),
        Fact("Product", tuple(_things("product", claim.products, link, _name))),
        Fact("About", tuple(_subject(claim, link))),
        Fact("Organisation", tuple(_things("organisation", _others(claim), link, _name))),
        Fact("Says", tuple(_things("organisation", filter(None, (claim.attribution,)), link, _name))),
    )
    return tuple(fact for fact in facts if fact.values or (is_complete and fact.name in ALWAYS_TOLD))


def _measure(claim: Claim, link: Link) -> Iterator[FactValue]:
    if claim.measure is not None:
        yield FactValue(measure_name(claim.measure), link("measure", claim.measure))


def _period(claim: Claim) -> Iterator[FactValue]:
    told = format_period(claim.period)
    if told and claim.period is not None:
        is_resolved = claim.period.start is not None or claim.period.end is not None
        yield FactValue(told, is_verbatim=not is_resolved and told == claim.period.surface)


def _subject(claim: Claim, link: Link) -> Iterator[FactValue]:
    if claim.subject is not None:
        kind = "organisation" if (claim.subject.concept_id or "").startswith("org:") else ""
        yield from _things(kind, (claim.subject,), link, _name)


def _others(claim: Claim) -> Iterator[Binding]:
    """Organisations besides the one that the claim is about anyway."""
    for one in claim.organisations:
        if claim.subject is None or (one.start, one.end) != (claim.subject.start, claim.subject.end):
            yield one


def _things(kind: str, bound: Iterable[Binding], link: Link, write: Callable[[Binding], str]) -> Iterator[FactValue]:
    told: set[str] = set()
    for one in bound:
        text = write(one)
        if text not in told:
            told.add(text)
            href = link(kind, one.concept_id) if kind and one.concept_id else None
            yield FactValue(text, href, is_verbatim=one.label is None)


def _words(surface: str) -> Iterator[FactValue]:
    if surface:
        yield FactValue(surface, is_verbatim=True)


def _name(binding: Binding) -> str:
    return binding.label or binding.surface
