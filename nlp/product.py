"""Products named in a text, linked to the lexicon of rural goods."""

import re
from collections.abc import Sequence
from functools import cache

from nlp.lexicon import Entry, load_products, make_names
from nlp.matching import Cover, Hit, Matcher, Name
from nlp.model.mention import Mention, MentionCandidate
from nlp.model.span import Span
from nlp.organisation import find_organisations
from nlp.pack import LANGUAGES
from nlp.surroundings import is_forbidden, is_part_of_name, load_product_cues, speaks_of_goods
from nlp.text_view import TextView

_NEAR = 60
"""Code points within which another good makes an ambiguous word a good too: mangoes, dates and figs."""
_LIST_GAP_TEXT = r"""
    (?: \s* [,،、;] \s* (?: (?: and|or|et|ou|y|e|o|и|или|و ) \b \s* )?     # figs, dates
      | \s+ (?: and|or|et|ou|y|e|o|и|или ) \s+ | \s+ و                     # figs and dates
      | [和与及或] )
    و? (?: (?: the|el|la|los|las|le|les|des|du ) \s+ | (?: l|d ) ' )?       # el maíz, el chile
"""
_LIST_GAP = re.compile(_LIST_GAP_TEXT, re.VERBOSE)
_LIST_GAP_BEFORE = re.compile(f"{_LIST_GAP_TEXT} $", re.VERBOSE)
_LONGEST_LIST_GAP = 12
_SURE, _LIKELY = 0.95, 0.75
_SHARED_SCORE = 0.3
_SCRIPTS_WITH_CAPITALS = ("en", "es", "fr", "ru")


@cache
def load_product_matcher(language: str) -> Matcher:
    """Return the matcher of the goods in one language, with the words that are mistaken for goods."""
    blockers = (Name(text=text, concept_id=None) for text in load_product_cues(language).blockers)
    return Matcher([*make_names(load_products().values(), language), *blockers])


def find_products(view: TextView, *, masked: Sequence[Span] | None = None) -> tuple[Mention, ...]:
    """Return the products of a text in order; none in a text of another language than the six.

    `masked` are spans in which a good is not looked for, names of places and organisations; by default those
    of the organisations of the text. Of names that overlap the longest is taken.

    >>> from nlp.text_view import make_text_view
    >>> view = make_text_view("Farmers sold 3 tonnes of yellow peaches.", language="en")
    >>> [(found.surface, found.label) for found in find_products(view)]
    [('yellow peaches', 'yellow peach')]
    """
    if view.language not in LANGUAGES:
        return ()
    hits = load_product_matcher(view.language).find(view.folded)
    if not hits:
        return ()
    taken = Cover(len(view.body))
    for span in find_organisations(view) if masked is None else masked:
        taken.add(span.start, span.end)
    accepted: list[tuple[Hit, Name, float]] = []
    uncertain: list[tuple[Hit, Name]] = []
    for hit in hits:
        if taken.overlaps(hit.start, hit.end):
            continue
        if any(name.concept_id is None for name in hit.names):
            taken.add(hit.start, hit.end)
            continue
        for name in hit.names:
            if _is_excluded(view, hit, name):
                continue
            if name.ambiguous and not speaks_of_goods(view, name, hit.start, hit.end):
                uncertain.append((hit, name))
                continue
            taken.add(hit.start, hit.end)
            accepted.append((hit, name, _LIKELY if name.ambiguous else _SURE))
            break
    accepted.extend(_supported(view, uncertain, accepted, taken))
    accepted.sort(key=lambda one: one[0].start)
    return tuple(_make_mention(view, hit, name, confidence) for hit, name, confidence in accepted)


def _is_excluded(view: TextView, hit: Hit, name: Name) -> bool:
    if is_forbidden(view, name, hit.start, hit.end):
        return True
    if view.language in _SCRIPTS_WITH_CAPITALS:
        # Chile, Granada, Turkey: a word that needs cues of its own is no good with a capital, wherever it stands.
        names_itself = bool(name.needs or name.not_near) and name.ambiguous and view.body[hit.start].isupper()
        return names_itself or is_part_of_name(view, hit.start, hit.end)
    if view.language == "zh" and hit.end - hit.start == 1:
        before = load_product_cues("zh").before_one_character
        return not view.folded[: hit.start].rstrip(" ").endswith(before)
    return False


def _supported(
    view: TextView,
    uncertain: Sequence[tuple[Hit, Name]],
    accepted: Sequence[tuple[Hit, Name, float]],
    taken: Cover,
) -> list[tuple[Hit, Name, float]]:
    """Ambiguous words that are goods because the text names the same good surely, or another one beside them.

    A word that needs cues of its own (prices rose, date) must stand in a list with another good.
    """
    if not uncertain:
        return []
    sure = {name.concept_id for _, name, _ in accepted}
    goods, near = Cover(len(view.body)), Cover(len(view.body))
    for hit, _, _ in accepted:
        goods.add(hit.start, hit.end)
        near.add(hit.start - _NEAR, hit.end + _NEAR)
    found = []
    for hit, name in uncertain:
        if taken.overlaps(hit.start, hit.end):
            continue
        beside = name.concept_id in sure or near.overlaps(hit.start, hit.end)
        if _is_listed(view, hit, goods) if name.needs else beside:
            taken.add(hit.start, hit.end)
            found.append((hit, name, _LIKELY))
    return found


def _is_listed(view: TextView, hit: Hit, goods: Cover) -> bool:
    """True where only a comma or "and" stands between the word and a good."""
    after = _LIST_GAP.match(view.folded, hit.end)
    if after and goods.overlaps(after.end(), after.end() + 1):
        return True
    before = _LIST_GAP_BEFORE.search(view.folded, max(0, hit.start - _LONGEST_LIST_GAP), hit.start)
    return before is not None and goods.overlaps(before.start() - 1, before.start())


def _make_mention(view: TextView, hit: Hit, name: Name, confidence: float) -> Mention:
    entries = load_products()
    concept = _entry(entries, name).concept
    others = dict.fromkeys(other.concept_id for other in hit.names if other.concept_id != name.concept_id)
    return Mention(
        start=hit.start,
        end=hit.end,
        surface=view.body[hit.start : hit.end],
        kind="product",
        concept_id=concept.id,
        label=concept.label,
        parents=tuple(entries[parent].concept.label for parent in concept.broader),
        parent_ids=concept.broader,
        candidates=tuple(
            MentionCandidate(concept_id=other, label=entries[other].concept.label, score=_SHARED_SCORE)
            for other in others
            if other is not None
        ),
        confidence=confidence,
    )


def _entry(entries: dict[str, Entry], name: Name) -> Entry:
    if name.concept_id is None:
        raise ValueError(f"the blocker {name.text!r} names no good: it must not become a mention")
    return entries[name.concept_id]
