"""Counted nouns that no list holds: kept as found, where the word after the number looks like a noun."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.money import UnitFound
from nlp.numbers.pack import load_number_pack
from nlp.unit import singular

_MOST_WORDS = 3
"""How many words after the number are looked at."""
_SMALL = 10
"""Small numbers in words are counted only with a known noun or a hedge: au moins six chalutiers."""
_CONFIDENCE = 0.6
_LONGEST_HEADLINE = 160
_SHORTEST_TITLE_WORD = 4
_CASED = ("en", "fr", "es", "ru")
_LEAST_ENDING = 3
"""Letters before the ending that shows a person: rizi-culteurs."""


def find_unknown_noun(scene: Scene, grammar: Grammar, index: int, draft: Draft) -> UnitFound | None:
    """The head noun as found: the first word that looks like one, in lower case (English in the singular)."""
    told = grammar.number_of.match_before(scene.tokens, draft.number.first)
    if told is not None and told.payload:
        return None  # a team of 14 handles calls
    is_small = draft.number.kind == "words" and draft.value <= _SMALL
    is_hedged = is_small and grammar.hedge_before.match_before(scene.tokens, draft.number.first) is not None
    if draft.number.kind == "fraction" or (is_small and not is_hedged):
        return None
    for at in range(index, min(index + _MOST_WORDS, len(scene.tokens))):
        token = scene.tokens[at]
        if token.kind != "word" or (token.norm in grammar.stop and token.norm not in grammar.leading):
            return None
        if scene.language == "ar" and load_number_pack("ar").begins_number(token.norm):
            return None  # بين ألفين وثلاثة آلاف
        if _is_person(grammar, token.norm):
            return UnitFound("person", "person", at, at + 1, token.start, token.end, confidence=0.8)
        if token.norm not in grammar.leading and _looks_like_noun(scene, grammar, at):
            unit = singular(token.norm) if scene.language == "en" else token.norm
            return UnitFound(unit, "count", at, at + 1, token.start, token.end, confidence=_CONFIDENCE)
    return None


def is_name(scene: Scene, found: UnitFound) -> bool:
    """A counted noun with a capital is part of a name ("its 1,000 Digital Villages Initiative"), but not in a title."""
    if found.kind not in ("count", "person") or scene.language not in _CASED:
        return False
    noun = scene.tokens[found.last - 1]
    written = scene.body[noun.start : noun.end]
    if not written[:1].isupper() or written.isupper():
        return False
    return not _is_title(scene, noun.start)


def _is_title(scene: Scene, offset: int) -> bool:
    """True where most words of the line have a capital."""
    begin = scene.body.rfind("\n", 0, offset) + 1
    end = scene.body.find("\n", offset)
    line = scene.body[begin : end if end >= 0 else len(scene.body)]
    if line.rstrip().endswith((".", "!", "?", "…")):
        return False
    words = [word for word in line.split() if len(word) >= _SHORTEST_TITLE_WORD and word[0].isalpha()]
    return len(line) <= _LONGEST_HEADLINE and sum(word[0].isupper() for word in words) * 3 > len(words) * 2


def _is_person(grammar: Grammar, norm: str) -> bool:
    """A word whose ending makes it a person: riziculteurs, овощеводов."""
    if norm in grammar.units.not_persons:
        return False
    return any(
        norm.endswith(ending) and len(norm) >= len(ending) + _LEAST_ENDING for ending in grammar.units.person_endings
    )


def _looks_like_noun(scene: Scene, grammar: Grammar, at: int) -> bool:
    token = scene.tokens[at]
    written = scene.body[token.start : token.end]
    if len(token.norm) < 3 or (written[:1].isupper() and scene.language in _CASED):
        return False
    if scene.language == "en":
        return token.norm.endswith("s") and not token.norm.endswith(("ss", "us", "is"))
    if scene.language in ("fr", "es"):
        return token.norm.endswith(("s", "x"))
    if scene.language == "ru":
        return not token.norm.endswith(grammar.adjective_endings) and not token.norm.endswith(grammar.verb_endings)
    return not token.norm.startswith(("ال", "لل", "و"))
