"""What is no figure: ordinals, codes, clock times, dates in digits, telephone numbers, list markers."""

import re

from nlp.figures.draft import Scene
from nlp.figures.grammar import Grammar
from nlp.number import Number

_ORDINAL_TAIL = re.compile(r"st|nd|rd|th|er|re|ère|e|ème|eme|es|os|as|o|a|го|й|я|е|му|м|ю|ой|ый|ая|х|ых|ми|ти")
_AR_CLITICS = frozenset(("و", "ب", "ل", "ف", "ك", "ال", "بال", "لل", "وال", "وب", "ول", "فال", "كال"))
_GLUED_SEPARATORS = frozenset(":/\\_@#")
_ORDINAL_MARKS = frozenset("ºª°")
_ZH_ORDINAL_AFTER = frozenset("号號点點时時届屆")
_PHONE = re.compile(r"\+?[0-9][0-9 ()\-]{7,}[0-9]")
_LEAST_PHONE_DIGITS = 9
_SECOND_HALF_EN = frozenset(("first", "second", "third", "fourth", "latter", "other"))


def is_no_figure(scene: Scene, grammar: Grammar, number: Number) -> bool:
    """True where the number at this place tells nothing of how much or how many."""
    if number.kind in ("fraction", "vague", "rounded"):
        return _is_ordinal_part(scene, number)
    before, after = number.first - 1, number.last
    if number.kind == "words" and scene.language != "zh":
        return _is_glued_word(scene, number)
    return (
        _is_glued_code(scene, grammar, before, number)
        or _has_ordinal_tail(scene, after)
        or _is_in_series(scene, number)
        or _is_code_number(scene, grammar, number)
        or _is_list_marker(scene, number)
        or _is_phone(scene, number)
    )


def _is_glued_word(scene: Scene, number: Number) -> bool:
    """A number word inside a hyphenated name or before an ordinal hyphen: один-два is left to ranges."""
    before = number.first - 1
    return scene.norm(before) == "-" and scene.glued(number.first) and scene.glued(before)


def _is_ordinal_part(scene: Scene, number: Number) -> bool:
    """The second half, النصف الأول, le premier tiers: parts of a year or a match, not shares."""
    if scene.norm(number.first - 1) in _SECOND_HALF_EN:
        return True
    return scene.language == "ar" and scene.norm(number.last) in (
        "الاول", "الاولي", "الثاني", "الثانية", "الثالث", "الرابع", "الاخير", "الماضي", "الحالي", "السنوي",
    )  # fmt: skip


def _is_glued_code(scene: Scene, grammar: Grammar, before: int, number: Number) -> bool:
    """G20, COVID-19, F16, but not Rs500, $5, و30 or 第."""
    if before < 0:
        return False
    token = scene.tokens[before]
    if not scene.glued(number.first):
        return False
    if token.kind == "word":
        if scene.language == "ar" and token.norm in _AR_CLITICS:
            return False
        return grammar.units.prefix.match_before(scene.tokens, number.first) is None
    if token.norm == "-" and before > 0 and scene.glued(before):
        return scene.tokens[before - 1].kind == "word"
    return token.norm in _GLUED_SEPARATORS and scene.glued(before) and token.norm != ":"


def _has_ordinal_tail(scene: Scene, after: int) -> bool:
    """20th, 3ème, 48-го, 2.º"""
    if not scene.glued(after):
        return False
    if scene.norm(after) in _ORDINAL_MARKS:
        return True
    at = after + 1 if scene.norm(after) in "-." and scene.norm(after) else after
    if at != after and not scene.glued(at):
        return False
    token = scene.tokens[at] if at < len(scene.tokens) else None
    if token is None:
        return False
    return token.norm in _ORDINAL_MARKS or (token.kind == "word" and _ORDINAL_TAIL.fullmatch(token.norm) is not None)


def _is_in_series(scene: Scene, number: Number) -> bool:
    """10:30, 15/03/2020, 2020-03-15, 4x4: digits tied by signs to other digits."""
    for sign, other in ((number.first - 1, number.first - 2), (number.last, number.last + 1)):
        if not 0 <= other < len(scene.tokens) or scene.tokens[other].kind != "num":
            continue
        norm = scene.norm(sign)
        tied = scene.glued(max(sign, other)) and scene.glued(
            max(sign, other, number.first) if sign < number.first else sign
        )
        if tied and norm in (":", "/", "x", "×", "\\"):
            return True
    return False


def _is_code_number(scene: Scene, grammar: Grammar, number: Number) -> bool:
    """No. 48, Route 66, 第3号, المادة 5."""
    if scene.language == "zh":
        if scene.norm(number.first - 1) == "第":
            return True
        return scene.norm(number.last) in _ZH_ORDINAL_AFTER and number.scale == 1
    found = grammar.code.match_before(scene.tokens, number.first)
    if found is None:
        return False
    if found.payload and scene.norm(found.first - 1) in ("the", "total"):
        return False
    return number.scale == 1


def _is_list_marker(scene: Scene, number: Number) -> bool:
    """ "1. " and "2) " at the beginning of a line."""
    if number.last - number.first != 1 or number.scale != 1 or scene.norm(number.last) not in (".", ")", "、"):
        return False
    line = scene.body.rfind("\n", 0, number.start) + 1
    return scene.body[line : number.start].strip(" (（") == "" and scene.glued(number.last)


def _is_phone(scene: Scene, number: Number) -> bool:
    begin = max(0, number.start - 16)
    for found in _PHONE.finditer(scene.folded, begin, min(len(scene.folded), number.end + 16)):
        if found.start() <= number.start and number.end <= found.end():
            digits = re.sub(r"[^0-9]", "", found.group())
            spaced_groups = re.fullmatch(r"[0-9]{1,3}(?: [0-9]{3})+", found.group())
            return len(digits) >= _LEAST_PHONE_DIGITS and spaced_groups is None and found.group()[0] in "+0"
    return False
