"""Names decided by the other goods of a text: doubtful ones supported, short ones completed, two names joined."""

import re
from collections.abc import Mapping, Sequence

from nlp.lexicon import Entry
from nlp.matching import Cover, Hit
from nlp.product_reading import FoundName, ProductReading
from nlp.text_view import TextView
from nlp.topic import Topic

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
_ENOUGH_ALONE = 2
"""Words of rural life in a sentence that outweigh what the text is about: one alone may be a figure of speech too."""
_NAME_GAPS = ("", " ", "-")
_LANGUAGES_WITH_HEAD_FIRST = ("ar", "es", "fr", "ru")


def stands_for_itself(view: TextView, one: FoundName, topic: Topic) -> bool:
    """True where the sentence alone speaks of goods, in a text that is about something else."""
    if one.name.ambiguous:
        return False
    sentence = view.sentence_at(one.hit.start)
    span = (one.hit.start, one.hit.end)
    speaks_of_goods = topic.rural.stand_within(sentence.start, sentence.end, outside=span, at_least=_ENOUGH_ALONE)
    return speaks_of_goods and not topic.elsewhere.stand_within(sentence.start, sentence.end)


def find_supported(view: TextView, reading: ProductReading) -> list[FoundName]:
    """Return the doubtful names that are goods: the text names the same good surely, or another one beside them.

    A word that needs cues of its own (prices rose, date) must stand in a list with another good, or be known in
    the same form.
    """
    doubtful, sure = reading.doubtful(), reading.sure()
    if not doubtful:
        return []
    known = {one.concept_id for one in sure}
    # Not of words with a not_after: rose growers do not make "prices rose" a flower.
    known_forms = {one.name.text for one in sure if not one.name.not_after}
    goods, near = Cover(len(view.body)), Cover(len(view.body))
    for one in sure:
        goods.add(one.hit.start, one.hit.end)
        near.add(one.hit.start - _NEAR, one.hit.end + _NEAR)
    supported: list[FoundName] = []
    for one in doubtful:
        start, end = one.hit.start, one.hit.end
        if goods.overlaps(start, end):
            continue
        if one.name.needs:
            is_good = one.name.text in known_forms or _is_listed(view, one.hit, goods)
        else:
            is_good = one.concept_id in known or near.overlaps(start, end)
        if is_good:
            goods.add(start, end)
            supported.append(one)
    return supported


def _is_listed(view: TextView, hit: Hit, goods: Cover) -> bool:
    """True where only a comma or "and" stands between the word and a good."""
    after = _LIST_GAP.match(view.folded, hit.end)
    if after and goods.overlaps(after.end(), after.end() + 1):
        return True
    before = _LIST_GAP_BEFORE.search(view.folded, max(0, hit.start - _LONGEST_LIST_GAP), hit.start)
    return before is not None and goods.overlaps(before.start() - 1, before.start())


def complete_short_names(
    sure: Sequence[FoundName], short: Sequence[FoundName], entries: Mapping[str, Entry]
) -> list[FoundName]:
    """Return the sure names with those short for one good that the text names in full: the oil, of olive oil.

    Where the short name has a sense of its own (beetroot, of sugar beet) the other is meant, unless the text
    names its own sense in another way.
    """
    if not short:
        return list(sure)
    short_texts = {one.name.text for one in short}
    named_in_full = {one.concept_id for one in sure if one.name.text not in short_texts}
    with_wider = named_in_full.union(*(entries[concept_id].concept.broader for concept_id in named_in_full))
    meant: dict[tuple[int, int], list[FoundName]] = {}
    for one in short:
        if one.concept_id in with_wider:
            meant.setdefault((one.hit.start, one.hit.end), []).append(one)
    by_span = {(one.hit.start, one.hit.end): one for one in sure}
    for span, owners in meant.items():
        wider = {parent for one in owners for parent in entries[one.concept_id].concept.broader}
        narrowest = [one for one in owners if one.concept_id not in wider]
        own_sense = by_span.get(span)
        if len(narrowest) == 1 and (own_sense is None or own_sense.concept_id not in named_in_full):
            by_span[span] = narrowest[0]
    return list(by_span.values())


def join_names(
    view: TextView, ordered: Sequence[FoundName], entries: Mapping[str, Entry]
) -> list[tuple[int, int, FoundName]]:
    """Return start, end and name of each good, two names of one good side by side as one: грибы муэр."""
    joined: list[tuple[int, int, FoundName]] = []
    for one in ordered:
        start, end = one.hit.start, one.hit.end
        if joined and view.body[joined[-1][1] : start] in _NAME_GAPS:
            before = joined[-1][2]
            meant = _joint_meaning(before, one, entries, view.language)
            if meant is not None:
                joined[-1] = (joined[-1][0], end, meant)
                continue
        joined.append((start, end, one))
    return joined


def _joint_meaning(
    first: FoundName, second: FoundName, entries: Mapping[str, Entry], language: str
) -> FoundName | None:
    """The narrower of two names side by side of which one is a kind of the other, None where none is."""
    if first.concept_id == second.concept_id or second.concept_id in entries[first.concept_id].concept.broader:
        return first
    if first.concept_id in entries[second.concept_id].concept.broader:
        return second
    parents = [entries[one.concept_id].concept.broader[:1] for one in (first, second)]
    are_kinds_of_one_good = parents[0] == parents[1] and any(entries[parent].forms for parent in parents[0])
    # Dried mushrooms, wood ear: the name that follows says what is dried.
    return second if are_kinds_of_one_good and language in _LANGUAGES_WITH_HEAD_FIRST else None
