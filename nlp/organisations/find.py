"""Finds the organisations and programmes that a text names and no lexicon holds."""

import re
from collections.abc import Iterable, Iterator, Sequence

from nlp.matching import Cover
from nlp.model.mention import Mention
from nlp.model.span import Span
from nlp.organisations.arabic import find_arabic
from nlp.organisations.capitalised import find_capitalised
from nlp.organisations.chinese import find_chinese
from nlp.organisations.named import Named
from nlp.organisations.pack import OrganisationPack, load_organisation_pack
from nlp.pack import LANGUAGES
from nlp.text_view import TextView

_CONFIDENCE = 0.6
"""Lower than of what a lexicon holds."""
_ACRONYM = re.compile(r"\s?[(（](?P<name>[^\W\d_][\w-]{1,11})[)）]")
_DATELINE = re.compile(r"[(](?P<name>[A-ZÀ-Þ][A-Za-zÀ-ÿ]{1,11})[)]\s?\.?\s?[-–—]")
"""The agency in front of its report: Louga, 11 fév (APS) -."""
_PROGRAMME_BODIES = ("Programme ", "Programa ")
_LONGEST_DATELINE = 60
_SHORTEST = 2


def find_named(view: TextView, *, places: Sequence[Span], known: Sequence[Span]) -> tuple[Named, ...]:
    """Return unlisted organisations and programmes in text order, without overlaps among them or with `known`.

    >>> from nlp.text_view import make_text_view
    >>> view = make_text_view("The Tana Dairy Board and a start-up, Twende Soko.", language="en")
    >>> [(view.body[one.start : one.end], one.kind) for one in find_named(view, places=(), known=())]
    [('Tana Dairy Board', 'agency')]
    """
    if view.language not in LANGUAGES:
        return ()
    pack = load_organisation_pack(view.language)
    taken = Cover(len(view.body))
    for listed in known:
        taken.add(listed.start, listed.end)
    kept: list[Named] = []
    for one in sorted(
        (_checked(view, one) for one in _all(view, pack, places)), key=lambda named: named.start - named.end
    ):
        if one.end - one.start >= _SHORTEST and not taken.overlaps(one.start, one.end):
            taken.add(one.start, one.end)
            kept.append(one)
    short = [*_acronyms(view, (*kept, *known)), *_datelines(view, places)]
    for one in (*short, *_again(view, [*kept, *short])):
        if not taken.overlaps(one.start, one.end):
            taken.add(one.start, one.end)
            kept.append(one)
    return tuple(sorted(kept))


def make_organisation_mentions(view: TextView, named: Iterable[Named]) -> tuple[Mention, ...]:
    """Return what was found as mentions without a concept; programmes are none."""
    return tuple(
        Mention(
            start=one.start,
            end=one.end,
            surface=view.body[one.start : one.end],
            kind="organisation",
            confidence=_CONFIDENCE,
        )
        for one in named
        if one.is_organisation
    )


def _all(view: TextView, pack: OrganisationPack, places: Sequence[Span]) -> Iterator[Named]:
    if view.language == "zh":
        return find_chinese(view, pack, {one.start: one.end for one in places})
    starts = frozenset(one.start for one in places)
    if view.language == "ar":
        return find_arabic(view, pack, starts)
    return find_capitalised(view, pack, starts)


def _checked(view: TextView, one: Named) -> Named:
    """A programme is no organisation, but for those that French and Spanish write like one: Programme alimentaire."""
    is_body = view.language in ("fr", "es") and view.body.startswith(_PROGRAMME_BODIES, one.start)
    return one if one.kind != "programme" or is_body else one._replace(is_organisation=False)


def _acronyms(view: TextView, named: Iterable[Span | Named]) -> Iterator[Named]:
    """The short name in brackets behind the long one: Ministerio de Desarrollo Agrario y Riego (Midagri)."""
    for one in named:
        found = _ACRONYM.match(view.body, one.end)
        if found is not None and found["name"][0].isupper():
            yield Named(found.start("name"), found.end("name"), one.kind if isinstance(one, Named) else "body")


def _datelines(view: TextView, places: Sequence[Span]) -> Iterator[Named]:
    starts = {one.start for one in places}
    for paragraph in view.paragraphs:
        found = _DATELINE.search(view.body, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_DATELINE))
        if found is not None and found.start("name") not in starts:
            yield Named(found.start("name"), found.end("name"), "media")


def _again(view: TextView, named: Sequence[Named]) -> Iterator[Named]:
    """The same names elsewhere, as whole words."""
    looked_for: set[str] = set()
    for one in named:
        name = view.body[one.start : one.end]
        at = -1 if name in looked_for else view.body.find(name)
        looked_for.add(name)
        while at >= 0:
            end = at + len(name)
            is_whole = view.language == "zh" or not (
                view.body[at - 1 : at].isalnum() or view.body[end : end + 1].isalnum()
            )
            if is_whole and at != one.start:
                yield Named(at, end, one.kind, one.is_organisation)
            at = view.body.find(name, end)
