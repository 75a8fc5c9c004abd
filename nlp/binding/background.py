"""Tells the times that say when something else was: a report, a founding, the crop or plan of a year."""

import re
from collections.abc import Sequence

from nlp.binding.attribution_pack import load_attribution_pack
from nlp.binding.cues import find_cues
from nlp.binding.stage import Stage
from nlp.binding.time_pack import TimePack
from nlp.model.period import PeriodMention
from nlp.model.span import Span

_FOUNDING_REACH = 24
_NAME_BEFORE = re.compile(
    r"\w[^\w]+[A-ZÀ-ÖØ-ÞА-ЯЁ][\w’'-]+(?: [a-zà-ÿа-я]{4,})? [«\"“]?$"
    r"|(?:رؤية|أجندة|خطة|استراتيجية)(?: \w+){0,3} $"
)
_NOUN_BEHIND = re.compile(
    r" (?!in\b|and\b|to\b|at\b|by\b|for\b|with\b|was\b|were\b|on\b|from\b|when\b|as\b|the\b|but\b|or\b)[a-z]{3,}"
)
_SAYING_REACH = 8
"""Characters between a verb of saying and its time: room for a preposition and an article."""
_VERB_FIRST = ("ar", "es")
"""Languages whose verbs of saying often stand before their subject."""
_SUBJECT_REACH = 60
"""Characters between a day and the verb of saying behind it: its subject stands between."""


def is_apart(stage: Stage, sentence: Span, mention: PeriodMention, reporting: Sequence[Span]) -> bool:
    """True for a time that governs no figure: the day of a report, the years of a plan's name."""
    return _is_of_report(stage, mention, reporting) or _is_in_name(stage, sentence, mention)


def is_background(stage: Stage, pack: TimePack, sentence: Span, mention: PeriodMention) -> bool:
    """True for a time that governs at most the figures beside it: founded in 2012, the 2023 crop."""
    return _is_attribute(stage, mention) or _is_founding(stage, pack, sentence, mention)


def find_reporting(stage: Stage, pack: TimePack, sentence: Span) -> list[Span]:
    """Words of saying and reporting in the sentence."""
    tokens = stage.tokens[stage.token_at(sentence.start) : stage.token_at(sentence.end)]
    cues = find_cues(tokens, load_attribution_pack(stage.view.language).cues)
    told = [Span(start=one.start(), end=one.end())
            for one in pack.telling.finditer(stage.view.folded, sentence.start, sentence.end)]  # fmt: skip
    return [one.span for one in cues if one.says == "says"] + told


def _is_of_report(stage: Stage, mention: PeriodMention, reporting: Sequence[Span]) -> bool:
    """True for the day of a report, which stands beside its verb: the ministry said on Tuesday, 记者18日获悉."""
    if mention.period.precision not in ("day", "month"):
        return False
    clause = stage.phrase_at(mention.start)
    is_day = mention.period.precision == "day"
    is_verb_first = is_day and stage.view.language in _VERB_FIRST
    for saying in reporting:
        if not clause.start <= saying.start < clause.end:
            continue
        if 0 <= mention.start - saying.end <= _SAYING_REACH:
            return True
        if is_verb_first and _is_behind_subject(stage, saying, mention):
            return True
        between = Span(start=mention.end, end=max(mention.end, saying.start))
        reach = _SUBJECT_REACH if is_day else _SAYING_REACH
        if 0 <= saying.start - mention.end <= reach and not stage.figures_in(between):
            return True
    return False


def _is_behind_subject(stage: Stage, saying: Span, mention: PeriodMention) -> bool:
    """True where only the subject stands between the verb and its day: قالت الوزارة يوم الثلاثاء إن."""
    if not 0 <= mention.start - saying.end <= _SUBJECT_REACH:
        return False
    tokens = stage.tokens[stage.token_at(saying.end) : stage.token_at(mention.start)]
    openers = load_attribution_pack(stage.view.language).that
    return not any(token.kind == "num" or token.norm in openers for token in tokens)


def _is_in_name(stage: Stage, sentence: Span, mention: PeriodMention) -> bool:
    """True for the years of a plan's name: Vision 2030, Politique bioalimentaire 2018-2025, رؤية 2030."""
    body = stage.view.body
    if not body[mention.start : mention.start + 1].isdigit() or mention.period.precision not in ("year", "range"):
        return False
    return _NAME_BEFORE.search(body[sentence.start : mention.start]) is not None


def _is_attribute(stage: Stage, mention: PeriodMention) -> bool:
    """True for the 2023 crop: the year says which crop, not when the rest of the sentence happened."""
    if stage.view.language != "en" or not mention.surface.lower().startswith("the "):
        return False
    return _NOUN_BEHIND.match(stage.view.folded, mention.end) is not None


def _is_founding(stage: Stage, pack: TimePack, sentence: Span, mention: PeriodMention) -> bool:
    """True beside a verb that says since when there is something: founded in 2012."""
    folded = stage.view.folded
    start = max(sentence.start, mention.start - _FOUNDING_REACH)
    before = any(not stage.figures_in(Span(start=one.end(), end=mention.start))
                 for one in pack.founding.finditer(folded, start, mention.start))  # fmt: skip
    return (
        before
        or pack.founding_after.match(folded, mention.end) is not None
        or (pack.founding_after.match(folded, mention.end + 1) is not None)
    )
