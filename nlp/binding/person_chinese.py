"""Names of persons in Chinese text: a surname and one or two signs beside a role or a word of saying."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from nlp.binding.person_pack import PersonPack, load_person_pack, load_surnames
from nlp.matching import Cover
from nlp.model.span import Span
from nlp.text_view import TextView

_LONGEST_FOREIGN = 5
_BEFORE_AGE = re.compile(r"(?P<name>[㐀-鿿]{2,4})[（(，,]?(?:今年|現年|现年)?[0-9]{1,2}[岁歲]")
_FOREIGN_END = re.compile(r"一家|[，。、（说說表家在和是的]")


def find_chinese_persons(view: TextView, taken: Cover) -> Iterator[Span]:
    """Yield the names beside roles, ages and words of saying, then the same names wherever they stand."""
    pack = load_person_pack("zh")
    body = view.body
    names: dict[str, None] = {}
    for start in _starts(body, pack):
        name = _after_age(body, start, taken) or _name_at(body, start, pack, taken)
        if name:
            names.setdefault(name)
    for end in _says(pack).finditer(body):
        name = _name_before(body, end.start(), pack, taken)
        if name:
            names.setdefault(name)
    for found in _nicknames(pack).finditer(body):
        names.setdefault(found["name"] or found["old"] or found["stage"])
    for found in _before_things(pack).finditer(body):
        name = _name_before(body, found.start(), pack, taken)
        if name:
            names.setdefault(name)
    for found in _BEFORE_AGE.finditer(body):
        name = _name_before(body, found.end("name"), pack, taken)
        if name:
            names.setdefault(name)
    for name in names:
        at = body.find(name)
        while at >= 0:
            if not taken.overlaps(at, at + len(name)):
                yield Span(start=at, end=at + len(name))
            at = body.find(name, at + len(name))


@cache
def _says(pack: PersonPack) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(pack.says, key=len, reverse=True)))


@cache
def _before_things(pack: PersonPack) -> re.Pattern[str]:
    """刘芳的直播间: what stands behind a name that opens a clause; 高兴地说."""
    return re.compile(_any(pack.things) + "|[㐀-鿿]{2,3}地(?=[说說])")


@cache
def _nicknames(pack: PersonPack) -> re.Pattern[str]:
    """王大姐, 老杨说, 主播“阿珍”."""
    one, _ = load_surnames()
    surname = "[" + "".join(sorted(one)) + "]"
    return re.compile(
        f"(?P<name>{surname}{_any(pack.honorifics)})|(?<![㐀-鿿])(?P<old>老{surname})(?=[说說家的今一种養养])"
        f"|(?:主播|网红|網紅|博主|达人)[“「](?P<stage>[㐀-鿿A-Za-z]{{2,6}})[”」]"
    )


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


@cache
def _roles(pack: PersonPack) -> re.Pattern[str]:
    return re.compile("(?=(" + "|".join(re.escape(word) for word in pack.before) + "))")


def _starts(body: str, pack: PersonPack) -> Iterator[int]:
    for found in _roles(pack).finditer(body):
        yield found.end(1)


def _name_at(body: str, start: int, pack: PersonPack, taken: Cover) -> str:
    """Surname and given name: two signs, unless the second one is a word of its own."""
    length = _surname_length(body, start)
    if not length or taken.overlaps(start, start + length + 1) or body.startswith(tuple(pack.not_names), start):
        return ""
    if body.startswith(pack.before, start):
        return ""  # 党委书记主任
    long, short = body[start : start + length + 2], body[start : start + length + 1]
    if not _is_han(short) or len(short) < length + 1 or short[-1] in pack.not_third:
        return ""
    if len(long) < length + 2 or not _is_han(long) or taken.overlaps(start, start + length + 2):
        return short if body.startswith(pack.after, start + length + 1) or len(long) < length + 2 else ""
    repeats = body.count(long)
    if repeats > 1 and body.count(short) == repeats:
        return long
    if long[-1] in pack.not_third:
        return short
    if body.startswith(pack.after, start + length + 2) or not body.startswith(pack.after, start + length + 1):
        return long
    return short


def _name_before(body: str, end: int, pack: PersonPack, taken: Cover) -> str:
    """A name that ends right before a word of saying, after punctuation."""
    for length in (3, 2):
        start = end - length
        if start < 0 or not _is_han(body[start:end]) or not _surname_length(body, start):
            continue
        opens = start == 0 or body[start - 1] in "。，！？；：“”」』（）、 \n…——"
        is_taken = taken.overlaps(start, end) or body.startswith(tuple(pack.not_names), start)
        if opens and not is_taken:
            return body[start:end]
    return ""


def _after_age(body: str, start: int, taken: Cover) -> str:
    """53岁的洛古有格一家: a name of another people, told by the age before it."""
    if not body.startswith(("岁的", "歲的"), start - 2):
        return ""
    found = _FOREIGN_END.search(body, start, start + _LONGEST_FOREIGN + 1)
    name = body[start : found.start()] if found else ""
    pack = load_person_pack("zh")
    is_name = len(name) in (4, 5) and _is_han(name) and not taken.overlaps(start, start + len(name))
    return name if is_name and not any(role in name for role in pack.before) else ""


def _surname_length(body: str, start: int) -> int:
    one, two = load_surnames()
    if body[start : start + 2] in two:
        return 2
    return 1 if body[start : start + 1] in one else 0


def _is_han(text: str) -> bool:
    return all("㐀" <= sign <= "鿿" for sign in text)
