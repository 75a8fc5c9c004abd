"""Names of persons in Arabic text: a first name, or what follows a title or a word of saying up to a stop."""

import re
from collections.abc import Iterator, Sequence

from nlp.binding.person_pack import PersonPack
from nlp.matching import Cover
from nlp.model.span import Span
from nlp.organisations.word import Word, read_words
from nlp.text_view import TextView

_MOST_WORDS = 4
_VERB_SIGNS = ("ي", "ت")
"""Letters that verbs in the present begin with: يعيش is no first name."""
_FEWEST_WORDS = 2
_AND = "و"
_SERVANT = "عبد"
_PREPOSITION = "على"
"""Folded like the name علي, but written with another last letter."""
_COUNTED = re.compile(r"[0-9]")
_LONGEST_OFFICE = 7
_OWN = ("ها", "هم")
"""Its president: behind رئيستها stands her name, not what she presides over."""
_WITH_OWN = ("تها", "اتها", "اته")
"""Nouns with a pronoun: يملك سالم الحربي مزرعة مساحتها …"""
_OF = ("ال", "لل", "بال", "وال")
_AGE = re.compile(r"\s?[،,(]?\s?(?:و?عمر(?:ه|ها)|البالغة?|\(?\d{2}\s?(?:عاما|سنة))")
"""What may follow the name of somebody whose age is told."""


def find_arabic_persons(view: TextView, pack: PersonPack, taken: Cover) -> Iterator[Span]:
    """Yield the names in text order."""
    words = read_words(view)
    at = 0
    while at < len(words):
        end, start = at, words[at].start
        norm, cut = _without_clitic(words[at].norm, pack)
        if taken.overlaps(start, words[at].end) or view.body[start : words[at].end].endswith(_PREPOSITION):
            at += 1
            continue
        if norm in pack.given or _opens_compound(words, at, norm, pack):
            end = _name_end(words, at + 1, pack, taken, is_compound=norm in pack.compound)
            if end - at < _FEWEST_WORDS and not _is_told(words, at, pack):
                end = at
            start += cut
        elif at and _opens(words, at, pack) and words[at].norm not in pack.official:
            end = _strange_name_end(view, words, at, pack, taken)
        elif not words[at].follows and (aged := _aged_name_end(view, words, at, pack, taken)) > at:
            end = aged
        elif words[at].norm in pack.official:
            first = _past_office(words, at + 1, taken)
            end = _strange_name_end(view, words, first, pack, taken) if first > at else at
            if 0 < first < end:
                yield Span(start=words[first].start, end=words[end - 1].end)
            at = max(end, at + 1)
            continue
        if end > at:
            yield Span(start=start, end=words[end - 1].end)
        at = max(end, at + 1)


def _without_clitic(norm: str, pack: PersonPack) -> tuple[str, int]:
    if norm in pack.given or norm in pack.compound or norm[:1] != _AND:
        return norm, 0
    return (norm[1:], 1) if norm[1:] in pack.given or norm[1:] in pack.compound else (norm, 0)


def _opens_compound(words: Sequence[Word], at: int, norm: str, pack: PersonPack) -> bool:
    """عبد الله, and أم أحمد: أم alone means "or"."""
    if norm not in pack.compound or at + 1 >= len(words) or not words[at + 1].follows:
        return False
    return words[at + 1].norm.startswith("ال") if norm == _SERVANT else words[at + 1].norm in pack.given


def _name_end(words: Sequence[Word], at: int, pack: PersonPack, taken: Cover, *, is_compound: bool) -> int:
    """Past the words of the name after its first: a stop, a preposition or punctuation ends it."""
    first = at
    needs, has_surname = is_compound, False
    while at < len(words) and words[at].follows and at - first < _MOST_WORDS - 1:
        norm = words[at].norm
        if has_surname and not norm.startswith("ال"):
            break  # يملك سالم الحربي مزرعة
        if norm in pack.ends or norm in pack.says or norm in pack.official or _COUNTED.search(norm):
            break
        if taken.overlaps(words[at].start, words[at].end) and not needs:
            break
        if (norm.startswith(("لل", "بال", "وال", "كال")) or norm.endswith(_WITH_OWN)) and not needs:
            break
        has_surname = norm.startswith("ال") and not needs
        needs = norm in pack.compound
        at += 1
    return at


def _is_told(words: Sequence[Word], at: int, pack: PersonPack) -> bool:
    """One first name alone is a person's after a title or a word of saying."""
    return at > 0 and words[at].follows and (words[at - 1].norm in pack.titles or words[at - 1].norm in pack.says)


def _opens(words: Sequence[Word], at: int, pack: PersonPack) -> bool:
    before = words[at - 1].norm
    return words[at].follows and (before in pack.titles or before.removeprefix("و") in pack.says)


def _past_office(words: Sequence[Word], at: int, taken: Cover) -> int:
    """The word after an office and what it is of: رئيس الجمعية سفيان بوزيد."""
    first = at
    if words[at - 1].norm.endswith(_OWN):
        return at if at < len(words) and words[at].follows else 0
    while at < len(words) and words[at].follows and at - first < _LONGEST_OFFICE:
        is_of = words[at].norm.startswith(_OF) or taken.overlaps(words[at].start, words[at].end)
        if not is_of and not (at + 1 < len(words) and words[at + 1].norm.startswith("ال") and at == first):
            break
        at += 1
    return at if at < len(words) and words[at].follows else 0


def _aged_name_end(view: TextView, words: Sequence[Word], at: int, pack: PersonPack, taken: Cover) -> int:
    """A name of any language that opens a sentence and is followed by an age: بان نيان بوه، البالغ من العمر 54 عاما."""
    end = at
    while end < len(words) and end - at < _MOST_WORDS and (end == at or words[end].follows):
        norm = words[end].norm
        if (
            (norm in pack.ends and end > at)
            or norm.startswith("ال")
            or taken.overlaps(words[end].start, words[end].end)
        ):
            break
        end += 1
    if end - at < _FEWEST_WORDS or words[at].norm.startswith(_VERB_SIGNS):
        return at
    if words[at].norm in pack.ends and end - at < _FEWEST_WORDS + 1:
        return at
    return end if _AGE.match(view.folded, words[end - 1].end) is not None else at


def _strange_name_end(view: TextView, words: Sequence[Word], at: int, pack: PersonPack, taken: Cover) -> int:
    """A name that is no Arabic one (شيو قوي شيانغ): two to four words without articles, ended by a stop or an age."""
    end = at
    while end < len(words) and end - at < _MOST_WORDS and (end == at or words[end].follows):
        norm = words[end].norm
        if end == at + 1 and norm.startswith("ال") and words[at - 1].norm.endswith(_OWN):
            end += 1  # رئيستها منية العبيدي
            break
        no_name = norm in pack.ends or norm in pack.official or norm.startswith("ال") or norm[:1].isdigit()
        if no_name or norm in pack.says or norm in pack.titles or taken.overlaps(words[end].start, words[end].end):
            break
        end += 1
    after = view.folded[words[end - 1].end : words[end - 1].end + 12] if end > at else ""
    has_age = _AGE.match(after) is not None
    has_office = words[at - 1].norm.startswith(_OF) or words[at - 1].norm in pack.official
    if end - at < (_FEWEST_WORDS if has_age or has_office else _FEWEST_WORDS + 1):
        return at
    if not has_age and words[at - 1].norm in pack.titles and words[at - 1].norm.startswith("ال"):
        return at  # لأن الفلاح اشترى هاتفا: a farmer, not one of that name
    stops = end < len(words) and words[end].follows and words[end].norm in pack.ends
    return end if stops or has_age or after[:1] in "،,(." else at
