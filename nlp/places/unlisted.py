"""Places that no gazetteer holds: a name beside the noun that says what it is (the village of Potou, 十八洞村)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.gazetteer import Gazetteer
from nlp.matching import Cover
from nlp.model.concept import PlaceKind
from nlp.places.candidates import NormalizedText, begins_sentence
from nlp.places.decision import Decision
from nlp.places.noun import find_noun_after, find_noun_before, load_arabic_nouns
from nlp.places.pack import PlacePack, SuffixRules
from nlp.places.words import words_after, words_before

_CAPITALISED = re.compile(r"[^\W\d_]+(?:['’]?[^\W\d_]+)*")
_HAN_RUN = re.compile(r"[㐀-鿿]+$")
_SHORTEST_ARABIC_NAME = 3
_ADJECTIVE_ENDING = re.compile("(ый|ий|ой|ая|яя|ое|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ей)$")


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A name with its noun, as a stretch of the normalized text; `name_end` leaves the noun after it out."""

    start: int
    end: int
    kind: PlaceKind
    name_start: int
    name_end: int


def find_unlisted(
    normalized: NormalizedText, pack: PlacePack, decisions: list[Decision], taken: Cover, gazetteer: Gazetteer
) -> list[Unlisted]:
    """Return names that stand beside a noun for a place and are not spoken for, and their repetitions."""
    if pack.suffix is not None:
        found = [
            *_abroad(normalized.text, pack.suffix, decisions, gazetteer),
            *_by_suffix(normalized.text, pack, decisions, taken),
        ]
    elif pack.language == "ar":
        found = list(_after_arabic_noun(normalized.text, pack, taken))
    else:
        found = list(_capitalised(normalized, pack, taken))
    kept: list[Unlisted] = []
    for one in found:
        if not taken.overlaps(one.start, one.end):
            taken.add(one.start, one.end)
            kept.append(one)
    for one in tuple(kept):
        for again in _repetitions(normalized, one, pack):
            if not taken.overlaps(again.start, again.end):
                taken.add(again.start, again.end)
                kept.append(again)
    return sorted(kept, key=lambda one: one.start)


def _capitalised(normalized: NormalizedText, pack: PlacePack, taken: Cover) -> Iterator[Unlisted]:
    """Runs of capitalised words with a noun before or after them."""
    words = list(_CAPITALISED.finditer(normalized.text))
    at = 0
    while at < len(words):
        if not normalized.body_at(words[at].start()).isupper():
            at += 1  # no run begins at most words
            continue
        last = _run_end(normalized, words, at, pack, taken)
        if last == at:
            at += 1
            continue
        if pack.language == "ru" and last - at > 1 and begins_sentence(normalized.text, words[at].start()):
            at += 1  # Фермеры Вологодской области: the first word is a noun of its own
        start, end = words[at].start(), words[last - 1].end()
        if not taken.overlaps(start, end):
            yield from _with_noun(normalized, pack, words[at:last])
        at = last


def _run_end(normalized: NormalizedText, words: list[re.Match[str]], at: int, pack: PlacePack, taken: Cover) -> int:
    """The index after the last word of the run of capitalised words that begins here (`at` where none does)."""
    last = at
    while last < len(words) and last - at < pack.longest_name + 1:
        word = words[last]
        if last > at and normalized.text[words[last - 1].end() : word.start()] not in (" ", "-"):
            break
        if taken.overlaps(word.start(), word.end()):
            break  # the linked place that holds it: Верхний Нугуш Бурзянского района
        if normalized.body_at(word.start()).isupper():
            last += 1
            continue
        # A small word stays inside a name only where a capital follows: Ol Kalou, Saint Louis du Nord.
        following = words[last + 1] if last + 1 < len(words) else None
        is_inner = last > at and word.group() in pack.inner_words and following is not None
        if not is_inner or following is None or not normalized.body_at(following.start()).isupper():
            break
        last += 1
    return last


def _with_noun(normalized: NormalizedText, pack: PlacePack, run: list[re.Match[str]]) -> Iterator[Unlisted]:
    text = normalized.text
    # In Kala village: words that are no names open the run, by standing first in the sentence.
    while len(run) > 1 and (run[0].group() in pack.not_names or run[0].group() in pack.support_before):
        run = run[1:]
    start, end = run[0].start(), run[-1].end()
    if pack.language == "ru":
        yield from _russian(normalized, pack, run)
        return
    # Danzhai County: the noun may have a capital and so be the run's last word.
    for count in range(len(run), 0, -1):
        after = find_noun_after(text, run[count - 1].end(), pack)
        if after is None or after.phrase in pack.unlisted_not_after or not _is_name(run[:count], pack):
            continue
        kind = _kind(after.kinds, pack)
        if kind is not None:
            yield Unlisted(start, after.end, kind, start, run[count - 1].end())
            return
    if not _is_name(run, pack):
        return
    words, words_end = words_before(text, start)
    before = find_noun_before(words, words_end, pack)
    kind = None if before is None or before.phrase in pack.unlisted_not_before else _kind(before.kinds, pack)
    kind = kind or _apposed_kind(text, end, pack)
    if kind is not None:
        # The village of Longjiang Huang Mei: beyond its length a person's name follows.
        end = end if len(run) <= pack.longest_name else run[0].end()
        yield Unlisted(start, end, kind, start, end)


def _apposed_kind(text: str, end: int, pack: PlacePack) -> PlaceKind | None:
    """Ndiobène, un village: the noun after a comma."""
    if not text.startswith(", ", end):
        return None
    words = [word for word, _ in words_after(text, end + 2)]
    if words and words[0] in pack.articles:
        words = words[1:]
    for count in (3, 2, 1):
        kind = pack.apposition.get(tuple(words[:count]))
        if kind is not None:
            return kind
    return None


def _russian(normalized: NormalizedText, pack: PlacePack, run: list[re.Match[str]]) -> Iterator[Unlisted]:
    """Село Тополиное Томпонского улуса: nouns after a name follow adjectives, nouns before it name what is left."""
    text = normalized.text
    after = find_noun_after(text, run[-1].end(), pack)
    first = len(run)
    if after is not None and after.phrase not in pack.unlisted_not_after:
        while first > 0 and _is_joined(normalized, run, first):
            if first == len(run) and not _ADJECTIVE_ENDING.search(run[-1].group()):
                break
            first -= 1
    if first < len(run):
        kind = _kind(after.kinds, pack) if after is not None else None
        if kind is not None and after is not None and _is_name(run[first:], pack):
            yield Unlisted(run[first].start(), after.end, kind, run[first].start(), run[-1].end())
        run = run[:first]
    if not run or not _is_name(run, pack):
        return
    words, words_end = words_before(text, run[0].start())
    before = find_noun_before(words, words_end, pack)
    kind = None if before is None or before.phrase in pack.unlisted_not_before else _kind(before.kinds, pack)
    kind = kind or _apposed_kind(text, run[-1].end(), pack)
    if kind is not None:
        # The village of Longjiang Huang Mei: a person's name follows; Верхний Нугуш is one name.
        last = 1 if _ADJECTIVE_ENDING.search(run[0].group()) and len(run) > 1 else 0
        end = run[-1].end() if len(run) <= pack.longest_name else run[last].end()
        yield Unlisted(run[0].start(), end, kind, run[0].start(), end)


def _is_joined(normalized: NormalizedText, run: list[re.Match[str]], first: int) -> bool:
    """True where the word before `first` goes with those after it: Мяо-Дунский, not Тополиное Томпонский."""
    return first == len(run) or normalized.body_at(run[first - 1].end()) == "-"


def _is_name(run: list[re.Match[str]], pack: PlacePack) -> bool:
    return run[0].group() not in pack.not_names and run[-1].group() not in pack.not_names


def _kind(kinds: tuple[PlaceKind, ...], pack: PlacePack) -> PlaceKind | None:
    return next((kind for kind in kinds if kind in pack.unlisted_kinds), None)


def _after_arabic_noun(text: str, pack: PlacePack, taken: Cover) -> Iterator[Unlisted]:
    """The word after قرية, بلدة and the like, with a second one after كفر, بني and the like."""
    words = list(_CAPITALISED.finditer(text))
    nouns = load_arabic_nouns()
    for position, word in enumerate(words[:-1]):
        if not nouns[word.group()]:
            continue
        noun = find_noun_before((word.group(),), word.end(), pack)
        if noun is None or noun.phrase in pack.unlisted_not_before:
            continue
        name = words[position + 1]
        gap = text[word.end() : name.start()].strip(" \"“”«»'")
        kind = _kind(noun.kinds, pack)
        if gap or kind is None or name.group() in pack.not_names or len(name.group()) < _SHORTEST_ARABIC_NAME:
            continue
        end = name.end()
        if name.group() in pack.inner_words and position + 2 < len(words):
            end = words[position + 2].end()
        if not taken.overlaps(name.start(), end):
            yield Unlisted(name.start(), end, kind, name.start(), end)


def _abroad(text: str, rules: SuffixRules, decisions: list[Decision], gazetteer: Gazetteer) -> Iterator[Unlisted]:
    """A division right behind its country: 肯尼亚穆朗阿郡."""
    for decision in decisions:
        place = gazetteer.place(decision.index)
        found = rules.foreign.match(text, decision.named.full_end)
        if found and place.kind == "country" and place.country != "CN":
            kind = rules.foreign_kinds[found["suffix"]]
            yield Unlisted(found.start(), found.end(), kind, found.start(), found.end("stem"))


def _by_suffix(text: str, pack: PlacePack, decisions: list[Decision], taken: Cover) -> Iterator[Unlisted]:
    """Up to four signs before 村 or 镇, after a place, a sign of punctuation or a word that opens a name."""
    rules = pack.suffix
    assert rules is not None
    ends = {one.named.full_end for one in decisions}
    for found in rules.pattern.finditer(text):
        stem_end = found.start("suffix")
        if taken.overlaps(stem_end, stem_end + 1):
            ends.add(found.end())
            continue
        start = _stem_start(text, stem_end, ends, pack)
        if start is None or taken.overlaps(start, found.end()):
            continue
        ends.add(found.end())
        kind: PlaceKind = "village" if found["suffix"] in ("村", "嘎查") else "township"
        yield Unlisted(start, found.end(), kind, start, stem_end)


def _stem_start(text: str, stem_end: int, ends: set[int], pack: PlacePack) -> int | None:
    rules = pack.suffix
    assert rules is not None
    run = _HAN_RUN.search(text, max(0, stem_end - rules.longest - 2), stem_end)
    if run is None:
        return None
    lowest = max(run.start(), stem_end - rules.longest)
    for start in range(stem_end - 2, lowest - 1, -1):
        stem = text[start:stem_end]
        if start in ends or start == run.start() or text.endswith(rules.opens, run.start(), start):
            is_name = not any(stem.endswith(word) or stem == word for word in pack.not_names)
            return start if is_name and not stem.startswith(tuple("的和与了个")) else None
    return None


def _repetitions(normalized: NormalizedText, one: Unlisted, pack: PlacePack) -> Iterator[Unlisted]:
    """The same name without its noun elsewhere in the text."""
    text = normalized.text
    name = text[one.name_start : one.name_end]
    if len(name) < (_SHORTEST_ARABIC_NAME if pack.language != "zh" else 2):
        return
    target = text[one.start : one.end] if pack.language == "zh" else name
    at = text.find(target)
    while at >= 0:
        end = at + len(target)
        is_whole = pack.language == "zh" or (not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum())
        has_capital = pack.language in ("zh", "ar") or normalized.body_at(at).isupper()
        if is_whole and has_capital and not one.start <= at < one.end:
            yield Unlisted(at, end, one.kind, at, end)
        at = text.find(target, end)
