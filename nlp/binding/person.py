"""Persons whom a text names: named, never linked."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.binding.stage import Stage
from nlp.model.span import Span, Words
from nlp.pack import load_toml

_LATIN_NAME = re.compile(
    r"""(?<![^\W_]) [A-ZÀ-ÖØ-Þ][\w'’-]+ (?: \s (?:de|del|la|al|el|bin|ben|van|von)\b )?
        (?: \s [A-ZÀ-ÖØ-Þ][\w'’-]+ ){1,2} (?![^\W_])""",
    re.VERBOSE,
)
_CYRILLIC_NAME = re.compile(r"(?<![^\W_])[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:\s[А-ЯЁ][а-яё]+){1,2}(?![^\W_])")
_ARABIC_AFTER = re.compile(
    r"(?:يعيش|تزرع|يزرع|يدعي|تدعي|قال|قالت|السيد|السيدة|المزارع|المزارعة|الشاب|الفلاح|واكد|اكد|اوضح|اوضحت|قالت)\s"
    r"(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,3}?)(?=\s(?:البالغ|البالغة|وعمر|من|في|الذي|التي|و|ان|ل|،|رئيس|مدير|,)|[،,.؛])"
)
_ARABIC_BEFORE_AGE = re.compile(r"(?P<name>(?:[^\W\d_]+\s){1,3}[^\W\d_]+)[،,]?\s(?:البالغ|البالغة)\sمن\sالعمر")
_CHINESE_BEFORE = (
    "岁的", "农民", "村民", "院士", "县长", "书记", "主播", "支书", "主任", "创业者", "青年",
    "负责人", "果农", "茶农", "农户", "局长", "镇长",
)  # fmt: skip
_CHINESE_AFTER = (
    "说", "表示", "介绍", "告诉", "家", "坦言", "的", "和", "在", "是", "，", "（", "每", "种", "、",
    "带", "率", "今", "从", "把", "也", "已", "就", "两", "现",
)  # fmt: skip
_LONGEST_GIVEN = 2


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name as it stands."""

    words: Words


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    raw = load_toml("languages/zh/surnames.toml")
    return frozenset(raw["one"]), frozenset(raw["two"])


def find_persons(stage: Stage) -> tuple[Words, ...]:
    """Names of persons in text order, by the shapes that names have; what is a place or firm is left out."""
    language = stage.view.language
    if language == "zh":
        found = _chinese(stage)
    elif language == "ar":
        found = _arabic(stage)
    else:
        pattern = _CYRILLIC_NAME if language == "ru" else _LATIN_NAME
        found = [Span(start=one.start(), end=one.end()) for one in pattern.finditer(stage.view.body)]
    headline = stage.view.headline
    kept = [
        one
        for one in found
        if not (headline is not None and one.start < headline.end and one.start == headline.start)
        and not any(one.overlaps(mention) for mention in stage.mentions)
    ]
    body = stage.view.body
    return tuple(Words(start=one.start, end=one.end, surface=body[one.start : one.end]) for one in kept)


def _arabic(stage: Stage) -> list[Span]:
    spans = [
        Span(start=one.start("name"), end=one.end("name"))
        for pattern in (_ARABIC_AFTER, _ARABIC_BEFORE_AGE)
        for one in pattern.finditer(stage.view.folded)
    ]
    spans.sort(key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _chinese(stage: Stage) -> list[Span]:
    """A surname and one or two signs after a word for a role; later the same name wherever it stands."""
    body = stage.view.body
    one, two = _surnames()
    names: dict[str, None] = {}
    for role in _CHINESE_BEFORE:
        at = body.find(role)
        while at >= 0:
            start = at + len(role)
            length = 2 if body[start : start + 2] in two else 1 if body[start : start + 1] in one else 0
            if length:
                name = _name_at(body, start, length)
                if name:
                    names.setdefault(name)
            at = body.find(role, at + 1)
    spans: list[Span] = []
    for name in names:
        at = body.find(name)
        while at >= 0:
            spans.append(Span(start=at, end=at + len(name)))
            at = body.find(name, at + len(name))
    return sorted(spans, key=lambda span: span.start)


def _name_at(body: str, start: int, surname: int) -> str:
    """The longest name of surname and one or two signs that a fitting word or sign ends."""
    for given in (_LONGEST_GIVEN, 1):
        end = start + surname + given
        name = body[start:end]
        if name.isalpha() and len(name) == surname + given and body.startswith(_CHINESE_AFTER, end):
            return name
    name = body[start : start + surname + _LONGEST_GIVEN]
    return name if len(name) == surname + _LONGEST_GIVEN and name.isalpha() and body.count(name) > 1 else ""
