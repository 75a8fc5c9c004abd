"""Where a sentence turns to a place: a name or a noun of one that opens a clause."""

import re
from collections.abc import Sequence

from nlp.binding.attribution_pack import load_attribution_pack
from nlp.binding.cues import Cue
from nlp.binding.stage import Stage
from nlp.binding.turn import NAME_REACH, Scene
from nlp.model.span import Span

_TOPIC_TOKENS = {"zh": 8}
_MOST_TOPIC_TOKENS = 4
"""A place opens its clause when no more tokens stand before it there."""
_MOST_TOKENS_AFTER_THAT = 3
_DATELINE = re.compile(r"[^.!?\n]{2,70}?(?:\([^)\n]{2,20}\)|/[^/\n]{2,20}/)?\s?\.?\s?(?:--|[-–—])\s")


def find_topic_places(scene: Scene, sentence: Span, cues: Sequence[Cue]) -> list[int]:
    """Return where places open a clause before the last figure of the sentence, datelines left out."""
    stage = scene.stage
    figures = stage.figures_in(sentence)
    last = figures[-1].start if figures else sentence.end
    begin = sentence.start
    if any(paragraph.start == sentence.start for paragraph in stage.view.paragraphs):
        dateline = _DATELINE.match(stage.view.body, sentence.start, sentence.end)
        begin = dateline.end() if dateline is not None else begin
    starts = [one.start for one in stage.mentions_in(sentence, "place")]
    starts.extend(cue.start for cue in cues if cue.says == "area")
    actors = scene.cast.between(sentence.start - NAME_REACH, sentence.end)
    return [
        start
        for start in sorted(starts)
        if begin <= start < last
        and opens_clause(stage, start)
        and not any(one.words.start <= start < one.words.end for one in actors)
    ]


def opens_clause(stage: Stage, start: int) -> bool:
    """True where few tokens stand before it in its clause, or in what "that" opens."""
    that = load_attribution_pack(stage.view.language).that
    clause = stage.token_at(stage.clause_at(start).start)
    here = stage.token_at(start)
    for at in range(here - 1, max(clause, here - _MOST_TOKENS_AFTER_THAT) - 1, -1):
        if stage.tokens[at].norm in that:
            return True
    return here - clause <= _TOPIC_TOKENS.get(stage.view.language, _MOST_TOPIC_TOKENS)


def opens_chinese_clause(stage: Stage, start: int) -> bool:
    """像她这样的“村播”，龙图村有17名: in Chinese a clause may have a topic of its own."""
    return stage.view.language == "zh" and stage.clause_at(start).start == start
