"""Who says something in Chinese text: the signs before a word of saying, back to punctuation."""

import re
from collections.abc import Sequence

from nlp.binding.attribution_pack import AttributionPack
from nlp.binding.cues import Cue
from nlp.binding.person import Person
from nlp.binding.source import Source
from nlp.binding.stage import Stage
from nlp.model.span import Span, Words

_EDGE = re.compile(r"[，。；：、！？“”「」『』（）\n,;:()]")
_LATELY = re.compile(
    r"(?:近日|日前|昨日|昨天|今天|当日|今日|[0-9]{1,2}(?:月[0-9]{1,2})?日|近期|最新|已|也|还|還|笑着|告诉|分别|均|[对對]此|近年来|[㐀-鿿]{2,3}地)+\Z"
)
_LEARNT = re.compile(r"[从從](?P<source>[^，。从從]{3,24}?)(?P<verb>获悉|獲悉|了解到|得知|證實|证实)")
"""记者从县商务局获悉."""
_LONGEST = 20
_SHORTEST = 2


def find_chinese_source(
    stage: Stage, cue: Cue, sentence: Span, pack: AttributionPack, persons: Sequence[Person]
) -> Source | None:
    """The person or office that ends right before "说", or stands between "据" and words for data."""
    learnt = _LEARNT.search(stage.view.body, sentence.start, sentence.end)
    if learnt is not None and cue.start == learnt.start("verb"):
        segment: Words | None = _words(stage, learnt.start("source"), learnt.end("source"))
    else:
        segment = _after(stage, cue, sentence, pack) if cue.says == "according" else _before(stage, cue, sentence)
    if segment is None:
        return None
    inside = [one for one in persons if segment.start <= one.start and one.end <= segment.end]
    if inside and inside[-1].end == segment.end:
        return Source(inside[-1].words, person=inside[-1])
    for mention in stage.mentions:
        if mention.kind == "organisation" and mention.start >= segment.start and mention.end == segment.end:
            return Source(mention, mention=mention)
    text = segment.surface
    if len(text) < _SHORTEST or len(text) > _LONGEST or not text.endswith(tuple(pack.nouns)):
        return None
    return Source(segment)


def _before(stage: Stage, cue: Cue, sentence: Span) -> Words | None:
    start = sentence.start
    for edge in _EDGE.finditer(stage.view.body, sentence.start, cue.start):
        start = edge.end()
    return _words(stage, start, cue.start)


def _after(stage: Stage, cue: Cue, sentence: Span, pack: AttributionPack) -> Words | None:
    """据海伦市农业农村局统计: up to the first word for data."""
    edge = _EDGE.search(stage.view.body, cue.end, sentence.end)
    stop = edge.start() if edge else sentence.end
    ends = [at for word in pack.data if (at := stage.view.body.find(word, cue.end, stop)) > cue.end]
    return _words(stage, cue.end, min(ends, default=stop))


def _words(stage: Stage, start: int, end: int) -> Words | None:
    body = stage.view.body
    lately = _LATELY.search(body, start, end)
    if lately is not None:
        end = lately.start()
    for opening in ("据", "據", "对此", "此前"):
        if body.startswith(opening, start):
            start += len(opening)
    while start < end and body[start].isspace():
        start += 1
    return Words(start=start, end=end, surface=body[start:end]) if start < end else None
