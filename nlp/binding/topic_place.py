"""Where a sentence turns to a place: a name or a noun of one that opens a clause."""

import re
from collections.abc import Sequence

from nlp.binding.cues import Cue
from nlp.binding.opening import opens_clause
from nlp.binding.turn import NAME_REACH, Scene
from nlp.model.span import Span

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
