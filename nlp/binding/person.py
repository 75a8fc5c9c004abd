"""Persons whom a text names: named, never linked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nlp.binding.person_arabic import find_arabic_persons
from nlp.binding.person_capitalised import find_capitalised_persons
from nlp.binding.person_chinese import find_chinese_persons
from nlp.binding.person_pack import PersonPack, load_person_pack
from nlp.binding.stage import Stage
from nlp.matching import Cover
from nlp.model.span import Span, Words
from nlp.organisations.word import read_words

_ROLE_BEFORE, _ROLE_AFTER = 5, 9
"""Words before and after a name in which a role is looked for: Peter Kamau, founder of the firm."""
_CHINESE_ROLE_BEFORE = 6


@dataclass(frozen=True, slots=True)
class Person:
    """A name where it stands; `full` is the first and longest form of it, `is_official` who speaks for an office."""

    words: Words
    full: Words
    is_official: bool
    is_described: bool = False
    """Without a name, called by what is said of them: one villager."""

    @property
    def start(self) -> int:
        """Where this occurrence begins."""
        return self.words.start

    @property
    def end(self) -> int:
        """Where this occurrence ends."""
        return self.words.end

    @property
    def surface(self) -> str:
        """This occurrence as written."""
        return self.words.surface


def find_persons(stage: Stage, taken: Iterable[Span] = ()) -> tuple[Person, ...]:
    """Names of persons in text order, by the shapes that names have; places and organisations are left out.

    A name that only the headline has is left out too: headlines are full of capitals.
    """
    view = stage.view
    pack = load_person_pack(view.language)
    cover = Cover(len(view.body))
    # بن is coffee, and "son of"; with the article it is never within a name: يزرع محمد العتيبي الطماطم
    named = [one for one in stage.mentions if one.kind != "product" or one.surface.startswith("ال")]
    for one in (*named, *taken):
        cover.add(one.start, one.end)
    if view.language == "zh":
        spans = find_chinese_persons(view, cover)
    elif view.language == "ar":
        spans = find_arabic_persons(view, pack, cover)
    else:
        spans = find_capitalised_persons(view, pack, cover)
    found = _without_overlaps(spans)
    body = [one for one in found if not stage.in_headline(one.start)]
    told = {view.folded[one.start : one.end] for one in body}
    kept = [one for one in found if not stage.in_headline(one.start) or view.folded[one.start : one.end] in told]
    return _joined(stage, kept, cover, pack)


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _joined(stage: Stage, spans: Sequence[Span], cover: Cover, pack: PersonPack) -> tuple[Person, ...]:
    """Persons with all places where they are named, by the full name or by a part of it (Wu, Ms Pan)."""
    view = stage.view
    first: dict[str, Words] = {}
    official: dict[str, bool] = {}
    all_spans = list(spans)
    parts: dict[str, str] = {}
    for span in spans:
        name = view.folded[span.start : span.end]
        first.setdefault(name, Words(start=span.start, end=span.end, surface=view.body[span.start : span.end]))
        official[name] = official.get(name, False) or _is_official(stage, span, pack)
        if view.language not in ("zh", "ar"):
            parts.update((part, name) for part in name.split() if part not in pack.titles)
    if view.language == "ar":
        all_spans.extend(_quoted_parts(stage, spans, parts))
    elif parts:
        for span in spans:
            cover.add(span.start, span.end)
        for word in read_words(view):
            if word.has_capital and word.norm in parts and not cover.overlaps(word.start, word.end):
                all_spans.append(Span(start=word.start, end=word.end))
    persons: list[Person] = []
    for span in sorted(all_spans, key=lambda one: one.start):
        name = _full_name(view.folded[span.start : span.end], first, parts, pack)
        surface = view.body[span.start : span.end]
        persons.append(Person(Words(start=span.start, end=span.end, surface=surface), first[name], official[name]))
    return tuple(persons)


def _quoted_parts(stage: Stage, spans: Sequence[Span], parts: dict[str, str]) -> Iterator[Span]:
    """“بان” for بان نيان بوه: Arabic has no capitals, and puts the short form of a strange name in quotes."""
    view = stage.view
    for span in spans:
        name = view.folded[span.start : span.end]
        short = name.split()[0]
        if short == name:
            continue
        for found in re.finditer(f'[«"“”](?P<name>{re.escape(short)})[»"”“]', view.folded):
            parts[short] = name
            yield Span(start=found.start("name"), end=found.end("name"))


def _full_name(name: str, first: dict[str, Words], parts: dict[str, str], pack: PersonPack) -> str:
    """Ms Pan and Pan are Pan Xiulan, where the text names her so."""
    last = name.split()[-1]
    longer = [full for full in first if len(full) > len(name) and (last in full.split() or full.startswith(name + " "))]
    if longer and (name not in first or name.split()[0] in pack.titles or longer[0].startswith(name + " ")):
        return longer[0]
    return name if name in first else parts[name]


def _is_official(stage: Stage, span: Span, pack: PersonPack) -> bool:
    """True where a role of an office stands right before the name, or behind it after a comma."""
    view = stage.view
    if view.language == "zh":
        before = view.body[max(0, span.start - _CHINESE_ROLE_BEFORE) : span.start]
        return before.endswith(tuple(pack.official))
    sentence = view.sentence_at(span.start)
    tokens = stage.tokens
    at, last = stage.token_at(span.start), stage.token_at(span.end)
    for index in range(at - 1, max(-1, at - 1 - _ROLE_BEFORE), -1):
        if tokens[index].start < sentence.start or tokens[index].norm in ".;:!?":
            break
        if tokens[index].norm in pack.official:
            return True
    if last < len(tokens) and tokens[last].norm in ",،(-":
        for token in tokens[last + 1 : last + 1 + _ROLE_AFTER]:
            if token.start >= sentence.end or token.norm in ".;":
                return False
            if token.norm in pack.official:
                return True
    return False
