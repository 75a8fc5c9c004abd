"""Finds the figures of a text: numbers with unit, hedge, range and change."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from nlp.context import Context
from nlp.digits import infer_digit_style
from nlp.figures.bare import infer_units
from nlp.figures.change import apply_changes
from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import FALLBACK, Grammar, load_grammar
from nlp.figures.guard import is_no_figure
from nlp.figures.hedge import apply_hedges
from nlp.figures.ranges import join_range
from nlp.figures.singles import read_multiple, read_noun_number
from nlp.figures.unit_finder import find_unit
from nlp.interval import bound
from nlp.lexer import tokenize
from nlp.model.quantity import Alternative, Figure, Quantity
from nlp.model.span import Span, Words
from nlp.number import Number, NumberReader, load_number_reader
from nlp.number_zh import ChineseNumberReader
from nlp.pack import LANGUAGES
from nlp.text_view import TextView
from nlp.unit import dimension_of

_ALTERNATIVE_UNITS = {"feddan": ("acre", 0.5), "acre": ("feddan", 0.3)}
"""Arabic فدان renders both; which is meant the country tells, and never for certain."""
_FEDDAN_COUNTRIES = frozenset(("EG", "SD", "SY", "OM", "YE"))
_LEAST_WORD_COUNT = 3
"""One and two in words before a counted noun are rarely statistics ("two companies")."""


def find_figures(view: TextView, context: Context, *, masked: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """Return the figures of a text in order, without overlaps.

    `masked`: spans whose numbers are no figures (years and dates, names of places with numbers in them).

    >>> from nlp.text_view import make_text_view
    >>> view = make_text_view("Farmers sold more than 2.5 tonnes.", language="en")
    >>> [(one.surface, one.quantity.unit, one.modifier) for one in find_figures(view, Context())]
    [('2.5 tonnes', 'tonne', 'more_than')]
    """
    language = view.language if view.language in LANGUAGES else FALLBACK
    grammar = load_grammar(language)
    scene = _make_scene(view, language, context.country)
    style = infer_digit_style(view.folded, language)
    reader = ChineseNumberReader(style) if language == "zh" else load_number_reader(language, style)
    drafts = _read(scene, grammar, reader, _Mask(masked), digits_only=view.language not in LANGUAGES)
    for draft in drafts:
        apply_hedges(scene, grammar, draft)
    infer_units(scene, grammar, drafts)
    kept = [draft for draft in drafts if draft.unit is not None or draft.unit_kind == "money"]
    apply_changes(scene, grammar, kept)
    return tuple(_finish(scene, draft) for draft in kept)


class _Mask:
    """Spans to leave out, asked by offset."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]

    def covers(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        # spans may nest: look a few back
        return any(
            (span.start <= start and end <= span.end) or (span.start < end and start < span.end)
            for span in self._spans[max(0, at - 2) : at + 2]
        )


def _make_scene(view: TextView, language: str, country: str | None) -> Scene:
    tokens = tokenize(view.folded)
    starts = [sentence.start for sentence in view.sentences]
    sentence_of = [bisect_right(starts, token.start) for token in tokens]
    return Scene(view.body, view.folded, tokens, language, country, sentence_of)


def _read(
    scene: Scene, grammar: Grammar, reader: NumberReader | ChineseNumberReader, mask: _Mask, *, digits_only: bool
) -> list[Draft]:
    drafts: list[Draft] = []
    index = 0
    while index < len(scene.tokens):
        token = scene.tokens[index]
        if token.kind == "sym" or (digits_only and token.kind != "num"):
            index += 1
            continue
        number = reader.read(scene.tokens, index)
        draft = None
        if number is None:
            draft = read_multiple(scene, grammar, index) or read_noun_number(scene, grammar, index)
        elif mask.covers(number.start, number.end) or is_no_figure(scene, grammar, number):
            index = max(number.last, index + 1) if number.kind == "digits" else index + 1
            continue
        else:
            draft = _make_draft(scene, grammar, reader, number)
        if draft is None or mask.covers(draft.start, draft.start + 1):
            index += 1
            continue
        drafts.append(draft)
        index = max(draft.last, index + 1)
    return drafts


def _make_draft(
    scene: Scene,
    grammar: Grammar,
    reader: NumberReader | ChineseNumberReader,
    number: Number,
) -> Draft | None:
    draft = Draft(number, number.value, number.first, number.last, number.start, number.end)
    ranged = join_range(scene, grammar, draft, reader)
    if not ranged:
        _apply_unit(scene, grammar, draft)
    if number.kind == "fraction" and draft.unit is None:
        draft.unit, draft.unit_kind = "percent", "fraction"
    if number.kind == "vague":
        draft.confidence = 0.5
    return draft if _is_worth(draft) else None


def _apply_unit(scene: Scene, grammar: Grammar, draft: Draft) -> None:
    found = find_unit(scene, grammar, draft)
    if found is None:
        return
    if draft.number.kind == "fraction":
        if found.kind in ("measure", "money", "rate") and found.unit != "percent":
            return
        draft.unit, draft.unit_kind = "percent", "fraction"
        draft.last, draft.end = max(draft.last, found.last), max(draft.end, found.end)
        return
    share = found.share
    if found.kind == "tenths":
        share = 10 if draft.value < 10 else 1  # type: ignore[assignment]  # 三成 is 30 percent, 85折 is 85
    draft.value *= share
    if share != 1:
        draft.number = replace(draft.number, step=None, rounded=False)
    draft.unit, draft.unit_kind = found.unit, found.kind
    draft.unit_span = (found.start, found.end)
    draft.confidence = min(draft.confidence, found.confidence)
    draft.first, draft.start = min(draft.first, found.first), min(draft.start, found.start)
    draft.last, draft.end = max(draft.last, found.last), max(draft.end, found.end)
    if found.unit == "feddan" and scene.language == "ar" and scene.country not in _FEDDAN_COUNTRIES:
        draft.unit = "acre" if "مو" in scene.folded.split() else "feddan"
    if draft.unit in _ALTERNATIVE_UNITS and scene.language == "ar":
        other, score = _ALTERNATIVE_UNITS[draft.unit]
        draft.candidates.append((draft.value, other, score))
    if draft.unit == "year" and _is_age(scene, grammar, draft):
        draft.unit = "year_of_age"


def _is_age(scene: Scene, grammar: Grammar, draft: Draft) -> bool:
    """54 عاما after البالغ من العمر, 54 years old, "Jean, 54 ans,"."""
    if draft.number.scale != 1 or not 0 < draft.value < 120:
        return False
    if grammar.age_before.match_before(scene.tokens, draft.first):
        return True
    if grammar.age_after.match(scene.tokens, draft.last) or grammar.age_after.match(scene.tokens, draft.number.last):
        return True
    if scene.language == "ar":
        return scene.norm(draft.first - 1) == "(" and scene.norm(draft.last) == ")" and draft.value > 15
    name = scene.tokens[draft.first - 2] if draft.first >= 2 else None
    apposition = scene.norm(draft.first - 1) in (",", "(") and scene.norm(draft.last) in (",", ")", ".")
    capitalised = name is not None and scene.body[name.start].isupper()
    return apposition and capitalised and scene.language in ("en", "fr", "es", "ru")


def _is_worth(draft: Draft) -> bool:
    """Spelled-out ones and twos before a noun are no statistics; nor is a bare 一."""
    number = draft.number
    if number.kind != "words" or draft.value_max is not None or number.scale != 1:
        return True
    if draft.unit_kind in ("count", "person", "inferred", None):
        return draft.value >= _LEAST_WORD_COUNT
    return draft.value != 1


def _finish(scene: Scene, draft: Draft) -> Figure:
    low, high = bound(
        draft.value,
        draft.value_max,
        draft.modifier,
        step=draft.number.step,
        rounded=draft.number.rounded,
        hedge_inside=draft.hedge_inside,
        lower_side_only=draft.lower_side_only,
    )
    body = scene.body
    number = draft.number
    return Figure(
        start=draft.start,
        end=draft.end,
        surface=body[draft.start : draft.end],
        number=Words(start=number.start, end=number.end, surface=body[number.start : number.end]),
        unit_words=None
        if draft.unit_span is None
        else Words(start=draft.unit_span[0], end=draft.unit_span[1], surface=body[slice(*draft.unit_span)]),
        quantity=Quantity(
            value=draft.value, value_max=draft.value_max, unit=draft.unit, dimension=dimension_of(draft.unit)
        ),
        modifier=draft.modifier,
        change=draft.change,
        low=low,
        high=high,
        candidates=tuple(Alternative(value=value, unit=unit, score=score) for value, unit, score in draft.candidates),
        confidence=draft.confidence,
    )
