"""Persons whom a text describes and does not name: one villager, إحدى نساء القرية, 一位村民."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.binding.opening import opens_clause
from nlp.binding.person import Person
from nlp.binding.person_pack import PersonPack, load_person_pack
from nlp.binding.stage import Stage
from nlp.model.span import Span, Words

_MOST_BETWEEN = 2
"""Adjectives between "a" and the noun: a young farmer."""
_NAME_NEAR = 45
"""Signs between a description and the name that it describes: a mother of two in Bomet, Grace Chepkemoi."""
_LONGEST_ORIGIN, _ORIGIN_WORDS = 5, 2
"""Words that may tell where somebody is from, and those of them before the name: de la vereda Puente de Piedra."""
_STEM = 4
"""Letters that a noun shares with its plural: одна из жительниц, una de las vecinas."""
_CLOSE = 3
_CHINESE = r"(?:有|另)?(?:一位|一名|一个|一個)(?:[㐀-鿿]{0,6}的)?"


def find_described(stage: Stage, persons: Sequence[Person]) -> tuple[Person, ...]:
    """Return them in text order, each by its noun and where it is from; `persons` have names and are left out."""
    pack = load_person_pack(stage.view.language)
    spans = _in_chinese(stage, pack) if stage.view.language == "zh" else _in_words(stage, pack)
    found: list[Person] = []
    for span in spans:
        if stage.in_headline(span.start) or _has_name(stage, span, persons):
            continue
        words = Words(start=span.start, end=span.end, surface=stage.view.body[span.start : span.end])
        found.append(Person(words, words, is_official=False, is_described=True))
    return tuple(found)


def _in_words(stage: Stage, pack: PersonPack) -> Iterator[Span]:
    tokens = stage.tokens
    for at, token in enumerate(tokens):
        if token.kind != "word":
            continue
        many = next((one for one in pack.one_of if _begins(stage, at, one)), None)
        if many is not None:
            noun = at + len(many)
            if noun < len(tokens) and _is_of_many(tokens[noun].norm, pack):
                yield Span(start=token.start, end=tokens[noun].end)
            continue
        single = _noun_at(stage, at, pack)
        if single is None:
            continue
        last = _past_origin(stage, single + 1, pack)
        following = tokens[last].norm if last < len(tokens) else ""
        if following not in pack.generic and (opens_clause(stage, token.start) or _follows_saying(stage, at, pack)):
            yield Span(start=tokens[single].start, end=tokens[last - 1].end)


def _begins(stage: Stage, at: int, words: Sequence[str]) -> bool:
    return [token.norm for token in stage.tokens[at : at + len(words)]] == list(words)


def _is_of_many(norm: str, pack: PersonPack) -> bool:
    """True for a plural of a noun for people, by its first letters."""
    bare = norm.removeprefix("ال")
    return bare in pack.people or any(bare.startswith(stem) for stem in _stems(pack))


@cache
def _stems(pack: PersonPack) -> frozenset[str]:
    return frozenset(
        one[: max(_STEM, len(one) - 2)]
        for one in (*pack.roles, *pack.people)
        if len(one) > _STEM and one not in pack.official
    )


def _noun_at(stage: Stage, at: int, pack: PersonPack) -> int | None:
    """The noun behind a word for "one"; in languages without such a word, a noun that opens its sentence."""
    tokens = stage.tokens
    if not pack.single:
        opens = stage.view.sentence_at(tokens[at].start).start == tokens[at].start
        return at if stage.view.language == "ru" and opens and tokens[at].norm in pack.people else None
    if tokens[at].norm not in pack.single:
        return None
    for noun in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(tokens))):
        if tokens[noun].kind != "word":
            return None
        if tokens[noun].norm in pack.people:
            return noun
    return None


def _past_origin(stage: Stage, at: int, pack: PersonPack) -> int:
    """Past where somebody is from: from Niphad, de la vereda Puente de Piedra, of two."""
    tokens, folded = stage.tokens, stage.view.body
    if at >= len(tokens) or tokens[at].norm not in pack.origin:
        return at
    last, end = at, at
    while last < len(tokens) and last - at <= _LONGEST_ORIGIN and tokens[last].kind in ("word", "num"):
        norm, sign = tokens[last].norm, folded[tokens[last].start]
        if tokens[last].kind == "num" and last - at > 1:
            break  # a farmer from Niphad sold 86 quintals
        if sign.isupper() or tokens[last].kind == "num":
            end = last + 1
        elif norm not in pack.origin and norm not in pack.particles and last - at > _ORIGIN_WORDS:
            break
        last += 1
    return end


def _follows_saying(stage: Stage, at: int, pack: PersonPack) -> bool:
    return at > 0 and stage.tokens[at - 1].norm in pack.says


def _has_name(stage: Stage, span: Span, persons: Sequence[Person]) -> bool:
    """True where a name beside the description says who it is, or the description is said of one."""
    sentence = stage.view.sentence_at(span.start)
    body = stage.view.body
    for one in persons:
        if not sentence.start <= one.start < sentence.end:
            continue
        if one.start < span.end and span.start < one.end:
            return True
        if one.end <= span.start:
            between = body[one.end : span.start]
            if "," in between[:_CLOSE] or "，" in between or "،" in between[:_CLOSE] or len(between) <= _NAME_NEAR:
                return True
        elif one.start - span.end <= _NAME_NEAR and not stage.figures_in(Span(start=span.end, end=one.start)):
            return True
    return False


@cache
def _chinese(pack: PersonPack) -> re.Pattern[str]:
    return re.compile(_CHINESE + "(?P<noun>" + "|".join(re.escape(word) for word in pack.before) + ")")


def _in_chinese(stage: Stage, pack: PersonPack) -> Iterator[Span]:
    for found in _chinese(pack).finditer(stage.view.body):
        if opens_clause(stage, found.start()) and found["noun"] not in pack.official:
            yield Span(start=found.start("noun"), end=found.end("noun"))
