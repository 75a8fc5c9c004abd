"""On whose word a figure stands."""

import re

from nlp.binding.cues import Cue
from nlp.binding.stage import Stage
from nlp.binding.things import make_binding
from nlp.model.mention import Binding
from nlp.model.quantity import Figure
from nlp.model.span import Words

_SOURCE_WORDS = re.compile(r"[^,;:،؛，；：。.()（）\"“”«»\n]{2,60}")
_CONFIDENCE = 0.7
_REACH = 70


def find_attribution(stage: Stage, figure: Figure, cues: list[Cue], persons: tuple[Words, ...]) -> Binding | None:
    """The source that the figure's sentence names: after "according to", before "said"; else None."""
    sentence = stage.sentence_span(figure)
    for cue in cues:
        if not sentence.start <= cue.start < sentence.end:
            continue
        found = _after(stage, figure, cue) if cue.says == "before" else _before(stage, figure, cue, persons)
        if found is not None:
            return found
    return None


def _after(stage: Stage, figure: Figure, cue: Cue) -> Binding | None:
    named = [
        one
        for one in (*stage.mentions,)
        if one.kind == "organisation" and cue.end <= one.start <= cue.end + _REACH // 2
    ]
    if named:
        return make_binding(stage, figure, named[0])
    found = _SOURCE_WORDS.match(stage.view.body, cue.end)
    if found is None:
        return None
    start = cue.end + len(found.group()) - len(found.group().lstrip())
    surface = found.group().strip()
    if start <= figure.start < start + len(surface) or not surface or surface[0].isdigit():
        return None
    return _words(stage, figure, start, surface)


def _before(stage: Stage, figure: Figure, cue: Cue, persons: tuple[Words, ...]) -> Binding | None:
    named = [one for one in persons if 0 <= cue.start - one.end <= _REACH // 2]
    if named:
        return _words(stage, figure, named[-1].start, named[-1].surface)
    organisations = [
        one for one in stage.mentions if one.kind == "organisation" and 0 <= cue.start - one.end <= _REACH // 3
    ]
    if organisations:
        return make_binding(stage, figure, organisations[-1])
    after = [one for one in persons if 0 <= one.start - cue.end <= _REACH // 3]
    return _words(stage, figure, after[0].start, after[0].surface) if after else None


def _words(stage: Stage, figure: Figure, start: int, surface: str) -> Binding:
    words = Words(start=start, end=start + len(surface), surface=surface)
    return Binding(
        start=words.start,
        end=words.end,
        surface=words.surface,
        found_in=stage.found_in(figure, words),
        confidence=_CONFIDENCE,
    )
