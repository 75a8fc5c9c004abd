"""Organisations named in a text, linked to the lexicon of platforms, ministries, agencies and firms."""

import re
from functools import cache

from nlp.lexicon import load_organisations, make_names
from nlp.matching import Cover, Hit, Matcher, Name
from nlp.model.mention import Mention
from nlp.pack import LANGUAGES
from nlp.surroundings import is_forbidden, speaks_of_goods
from nlp.text_view import TextView

_SURE, _LIKELY = 0.95, 0.75
_LONGEST_ACRONYM = 6
_BETWEEN_SPELLINGS = re.compile(r"[ \u00a0]*[-–—/،,]?[ \u00a0]*")
"""What may stand between two spellings of one name: بيندوودو- Pinduoduo."""


@cache
def load_organisation_matcher(language: str) -> Matcher:
    """Return the matcher of the organisations in one language; English names may stand in any text."""
    entries = load_organisations().values()
    names = [*make_names(entries, language, proper=True)]
    if language != "en":
        known = {(name.text, name.concept_id) for name in names}
        english = make_names(entries, "en", proper=True)
        names.extend(name for name in english if (name.text, name.concept_id) not in known)
    return Matcher(names)


def find_organisations(view: TextView) -> tuple[Mention, ...]:
    """Return the organisations of a text in order; none in a text of another language than the six.

    >>> from nlp.text_view import make_text_view
    >>> view = make_text_view("Alibaba's Taobao counts 100,000 farmers.", language="en")
    >>> [(found.surface, found.label) for found in find_organisations(view)]
    [('Alibaba', 'Alibaba'), ('Taobao', 'Taobao')]
    """
    if view.language not in LANGUAGES:
        return ()
    taken = Cover(len(view.body))
    found: list[tuple[Hit, Name]] = []
    for hit in load_organisation_matcher(view.language).find(view.folded):
        if taken.overlaps(hit.start, hit.end):
            continue
        name = next((name for name in hit.names if _is_meant(view, hit, name)), None)
        if name is not None:
            taken.add(hit.start, hit.end)
            found.append((hit, name))
    found.sort(key=lambda one: one[0].start)
    return tuple(_make_mention(view, start, end, name) for start, end, name in _joined(view, found))


def _is_meant(view: TextView, hit: Hit, name: Name) -> bool:
    if not _has_its_capitals(view.body[hit.start : hit.end], name.written_as):
        return False
    if view.folded.startswith("ال", hit.start) and not name.text.startswith("ال"):
        return False  # proper names take no article: الإبل are camels, not آبل
    if is_forbidden(view, name, hit.start, hit.end):
        return False
    return not name.ambiguous or speaks_of_goods(view, name, hit.start, hit.end)


def _has_its_capitals(surface: str, written_as: str) -> bool:
    """FAO is not fao, Amazon not amazon; names listed in lower case are taken in any."""
    if not written_as or not written_as[0].isupper() or not surface[0].isalpha():
        return True
    if written_as.isupper() and len(written_as) <= _LONGEST_ACRONYM:
        return surface[: len(written_as)].isupper()
    return not surface[0].islower()


def _joined(view: TextView, found: list[tuple[Hit, Name]]) -> list[tuple[int, int, Name]]:
    """Two spellings of one name side by side are one mention."""
    joined: list[tuple[int, int, Name]] = []
    for hit, name in found:
        if joined and joined[-1][2].concept_id == name.concept_id:
            start, end, _ = joined[-1]
            if _BETWEEN_SPELLINGS.fullmatch(view.body, end, hit.start):
                joined[-1] = (start, hit.end, name)
                continue
        joined.append((hit.start, hit.end, name))
    return joined


def _make_mention(view: TextView, start: int, end: int, name: Name) -> Mention:
    if name.concept_id is None:
        raise ValueError(f"{name.text!r} names no organisation: the lexicon of organisations has no blockers")
    concept = load_organisations()[name.concept_id].concept
    return Mention(
        start=start,
        end=end,
        surface=view.body[start:end],
        kind="organisation",
        concept_id=concept.id,
        label=concept.label,
        parents=tuple(load_organisations()[parent].concept.label for parent in concept.broader),
        parent_ids=concept.broader,
        confidence=_LIKELY if name.ambiguous else _SURE,
    )
