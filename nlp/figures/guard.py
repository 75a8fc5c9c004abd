"""What is no figure: ordinals, codes, clock times, dates in digits, telephone numbers, list markers."""

import re

from nlp.figures.clock import is_clock
from nlp.figures.draft import Scene
from nlp.figures.grammar import Grammar
from nlp.figures.money import find_money_before
from nlp.figures.trap import is_trap
from nlp.numbers.number import Number

_ORDINAL_TAIL = re.compile(
    r"st|nd|rd|th|er|re|ère|ères|e|es|ème|èmes|eme|os|as|o|a|er|ro|ra|to|ta|do|da|no|na|mo|ma|vo|va|го|й|я|е|му|м|ю|ой|ый|ая|ое|х|ых|ми|ти|ом|ого"
)  # 20th, 3ème, 48-го, 1er, 2do
_AR_CLITICS = frozenset(("و", "ب", "ل", "ف", "ك", "ال", "بال", "لل", "وال", "وب", "ول", "فال", "كال", "ـ"))
_AR_PARTS_OF_TIME = frozenset(
    ("الاول", "الاولي", "الثاني", "الثانية", "الثالث", "الرابع", "الاخير", "الماضي", "الحالي", "السنوي")
)
_AR_ORDINAL = re.compile(r"(?:و|ب|ل)?ال(?:حادي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)[ةه]?ي?[ةه]?")
_AR_TENS = ("عشر", "عشره", "عشرة", "العشرين", "والعشرين")
_GLUED_SEPARATORS = frozenset("/\\_@#")
_ORDINAL_MARKS = frozenset("ºª°")
_ZH_ORDINAL_AFTER = frozenset("号號届屆")
_ZH_DAY_GOES_ON = frozenset("内內间游遊程")
_ZH_LENGTHS = frozenset(("公里", "千米"))
_ZH_PLACES = frozenset("处處铺鋪桥橋河店村镇鎮乡鄉沟溝湾灣庄莊屯坪坡")
"""Signs that make a length before them a place."""
_LAST_DAY = 31
_LEAST_COUNTED = 20
_LONGEST_CODE = 2
_PHONE = re.compile(r"\+?[0-9][0-9 ()\-]{7,}[0-9]")
_LEAST_PHONE_DIGITS = 9
_PHONE_REACH = 16
_AR_HOUR = frozenset(("الساعه", "الساعة"))
_SECOND_HALF_EN = frozenset(("first", "second", "third", "fourth", "latter", "other"))


def is_no_figure(scene: Scene, grammar: Grammar, number: Number) -> bool:
    """True where the number at this place tells nothing of how much or how many."""
    if number.kind in ("fraction", "vague", "rounded"):
        return _is_part_of_time(scene, number) or _is_part_of_century(scene, grammar, number)
    before, after = number.first - 1, number.last
    if is_trap(scene, number):
        return True
    if number.kind == "words" and scene.language != "zh":
        return _is_glued_word(scene, number) or _is_arabic_ordinal(scene, number)
    return (
        _is_glued_code(scene, grammar, before, number)
        or _has_ordinal_tail(scene, after)
        or _is_in_series(scene, number)
        or _is_code_number(scene, grammar, number)
        or _is_list_marker(scene, number)
        or _is_phone(scene, number)
        or is_clock(scene, number)
        or _is_glued_name(scene, grammar, number)
    )


def _is_glued_word(scene: Scene, number: Number) -> bool:
    """A number word inside a hyphenated name or before an ordinal hyphen: один-два is left to ranges."""
    before = number.first - 1
    return scene.norm(before) == "-" and scene.glued(number.first) and scene.glued(before)


def _is_arabic_ordinal(scene: Scene, number: Number) -> bool:
    """السابعة عشرة: the teens of ordinals."""
    if scene.language != "ar" or scene.norm(number.first) not in _AR_TENS:
        return False
    return _AR_ORDINAL.fullmatch(scene.norm(number.first - 1)) is not None


def _is_part_of_time(scene: Scene, number: Number) -> bool:
    """The second half, النصف الأول, le premier tiers: parts of a year or a match, not shares."""
    if scene.norm(number.first - 1) in _SECOND_HALF_EN:
        return True
    if scene.language != "ar":
        return False
    of_hour = any(scene.norm(at) in _AR_HOUR for at in range(max(0, number.first - 3), number.first))
    return of_hour or scene.norm(number.last) in _AR_PARTS_OF_TIME  # الساعة الثامنة والنصف


def _is_part_of_century(scene: Scene, grammar: Grammar, number: Number) -> bool:
    return any(scene.norm(at) in grammar.no_whole for at in range(number.last, number.last + 3))


def _is_glued_code(scene: Scene, grammar: Grammar, before: int, number: Number) -> bool:
    """G20, COVID-19, F16, but not Rs500, $5, و30 or 第."""
    if before < 0 or not scene.glued(number.first):
        return False
    token = scene.tokens[before]
    if token.kind == "word":
        if scene.language == "ar" and token.norm in _AR_CLITICS:
            return False
        return find_money_before(scene, grammar, number) is None
    if token.norm == "-" and before > 0 and scene.glued(before):
        return scene.tokens[before - 1].kind == "word" and not _is_range_of_words(scene, before)
    return token.norm in _GLUED_SEPARATORS and scene.glued(before) and find_money_before(scene, grammar, number) is None


def _is_glued_name(scene: Scene, grammar: Grammar, number: Number) -> bool:
    """5G, 3D, 4K: capitals right behind the digits that are no unit."""
    at = number.last
    if not scene.glued(at) or scene.tokens[at].kind != "word" or number.scale != 1:
        return False
    token = scene.tokens[at]
    written = scene.body[token.start : token.end]
    if not (written.isascii() and written.isupper() and len(written) <= _LONGEST_CODE):
        return False
    unit = grammar.units.after.match(scene.tokens, at)
    return unit is None or len(written) == 1


def _is_range_of_words(scene: Scene, hyphen: int) -> bool:
    """A unit glued to digits before the hyphen: 10kg-20kg."""
    return hyphen >= 2 and scene.tokens[hyphen - 2].kind == "num" and scene.glued(hyphen - 1)


def _has_ordinal_tail(scene: Scene, after: int) -> bool:
    """20th, 3ème, 48-го, 2.º"""
    if not scene.glued(after):
        return False
    if scene.norm(after) in _ORDINAL_MARKS:
        return scene.norm(after + 1) != "c"
    at = after + 1 if scene.norm(after) in ("-", ".") else after
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
        tied = scene.glued(max(sign, other)) and scene.glued(number.first if sign < number.first else sign)
        if tied and scene.norm(sign) in (":", "/", "x", "×", "\\"):
            return True
    return False


def _is_code_number(scene: Scene, grammar: Grammar, number: Number) -> bool:
    """No. 48, Route 66, 第3号, المادة 5, 18日."""
    if scene.language == "zh":
        if scene.norm(number.first - 1) == "第" or grammar.code.match_before(scene.tokens, number.first) is not None:
            return True
        if (
            scene.norm(number.last) + scene.norm(number.last + 1) in _ZH_LENGTHS
            and scene.norm(number.last + 2) in _ZH_PLACES
        ):
            return True  # 132公里处
        if scene.norm(number.last) == "里" and number.kind == "words" and scene.norm(number.last + 1) in _ZH_PLACES:
            return True  # 十里铺, 八里桥
        if scene.norm(number.last) == "日":
            is_day = number.value <= _LAST_DAY and scene.norm(number.last + 1) not in _ZH_DAY_GOES_ON
            return is_day and scene.norm(number.first - 1) not in ("每", "近", "约", "余")
        return scene.norm(number.last) in _ZH_ORDINAL_AFTER and number.scale == 1
    found = grammar.code.match_before(scene.tokens, number.first)
    if found is None or number.scale != 1:
        return False
    if scene.language == "ar" and number.value >= _LEAST_COUNTED and _counts(scene, grammar, number):
        return False  # درب المركز 1300 فتاة
    return not (found.payload and scene.norm(found.first - 1) in ("the", "total"))


def _counts(scene: Scene, grammar: Grammar, number: Number) -> bool:
    """A unit or a counted noun stands right behind."""
    return grammar.units.after.match(scene.tokens, number.last) is not None


def _is_list_marker(scene: Scene, number: Number) -> bool:
    """ "1. " and "2) " at the beginning of a line."""
    if number.last - number.first != 1 or number.scale != 1 or scene.norm(number.last) not in (".", ")", "、"):
        return False
    line = scene.body.rfind("\n", 0, number.start) + 1
    return scene.body[line : number.start].strip(" (（") == "" and scene.glued(number.last)


def _is_phone(scene: Scene, number: Number) -> bool:
    begin, stop = max(0, number.start - _PHONE_REACH), min(len(scene.folded), number.end + _PHONE_REACH)
    for found in _PHONE.finditer(scene.folded, begin, stop):
        if found.start() <= number.start and number.end <= found.end():
            digits = re.sub(r"[^0-9]", "", found.group())
            if len(digits) < _LEAST_PHONE_DIGITS:
                return False
            spaced_groups = re.fullmatch(r"[0-9]{1,3}(?: [0-9]{3})+", found.group())
            pairs = re.fullmatch(r"\(?[0-9]{2,4}\)?(?:[ -][0-9]{2,4}){3,}", found.group())
            return spaced_groups is None and (found.group()[0] in "+0" or pairs is not None)
    return False
