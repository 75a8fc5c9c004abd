"""What is said by whom in a text: each word of saying with its source and the stretch that it speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from nlp.binding.attribution_pack import AttributionPack, load_attribution_pack
from nlp.binding.cues import Cue, find_cues
from nlp.binding.person import Person
from nlp.binding.source import Source, has_pronoun, is_followed_by_that, is_inverted, source_after, source_before
from nlp.binding.source_zh import find_chinese_source
from nlp.binding.stage import Stage
from nlp.model.span import Span

_QUOTED = re.compile(r"“[^”\n]{4,800}”|«[^»\n]{4,800}»|「[^」\n]{4,400}」|\"[^\"\n]{4,800}\"")
_CLOSE, _FAR_CLOSE = 4, 24
"""Signs between a quotation and the word of saying behind it: », - рассказывает он."""
_SPEECH_ENDS = "，。！？,.!?…"
_SENTENCE_SIGNS = ".!?。！？\n"
_ENDS = ',.;)،؛。，"”»'


@dataclass(frozen=True, slots=True)
class Saying:
    """A source and the stretches of text that are on its word; its own words, verb and all, stand in [begins, ends)."""

    source: Source
    scope: tuple[Span, ...]
    begins: int
    ends: int

    def covers(self, offset: int) -> bool:
        """True where the text at this offset is on the source's word."""
        return any(span.start <= offset < span.end for span in self.scope)


def find_quotes(stage: Stage) -> tuple[Span, ...]:
    """Quotations of some length, signs and all."""
    return tuple(Span(start=one.start(), end=one.end()) for one in _QUOTED.finditer(stage.view.body))


def find_sayings(stage: Stage, persons: Sequence[Person]) -> tuple[Saying, ...]:
    """All sayings of a text in order."""
    pack = load_attribution_pack(stage.view.language)
    quotes = find_quotes(stage)
    sayings: list[Saying] = []
    last: Source | None = None
    looks_back: Span | None = None
    for cue in find_cues(stage.tokens, pack.cues):
        sentence = stage.view.sentence_at(cue.start)
        if cue.says == "back":
            looks_back = sentence
        if cue.says in ("back", "void") or (cue.says == "hopes" and _counts(stage, cue)):
            continue
        source = None if cue.says == "goes_on" else _find_source(stage, cue, sentence, pack, persons)
        if source is None and _goes_on(stage, cue, pack):
            source = _taken_up(stage, cue, pack, persons) or last
        if source is None:
            continue
        last = source
        here = sentence.start <= source.words.start < sentence.end
        start = min(cue.start, source.words.start) if here else cue.start
        end = max(cue.end, source.words.end, source.phrase_end) if here else cue.end
        scope = _scope(stage, cue, sentence, start, end, pack)
        spans = [*_with_quotes(stage, scope, start, quotes)]
        if looks_back == sentence:
            spans.append(stage.sentence_span(sentence, back=1))
        sayings.append(Saying(source, tuple(spans), start, end))
    return _carried_on(stage, sayings, quotes)


def _find_source(
    stage: Stage, cue: Cue, sentence: Span, pack: AttributionPack, persons: Sequence[Person]
) -> Source | None:
    if stage.view.language == "zh":
        return find_chinese_source(stage, cue, sentence, pack, persons)
    if has_pronoun(stage, cue, pack):
        return None
    if cue.says == "according":
        return source_after(stage, cue, sentence, pack, persons, is_told=True)
    if stage.view.language == "ar":
        if is_followed_by_that(stage, cue, pack):
            return None
        return source_after(stage, cue, sentence, pack, persons, is_told=False)
    before = partial(source_before, stage, cue, sentence, pack, persons)
    if cue.says == "hopes" or is_followed_by_that(stage, cue, pack):
        return before()
    # Behind a comma or a quotation the subject follows the verb: …, informó la Secretaría de Agricultura.
    after = partial(source_after, stage, cue, sentence, pack, persons, is_told=False)
    if stage.view.language == "en":
        return before() or (after() if is_inverted(stage, cue) else None)
    return after() or before() if is_inverted(stage, cue) else before() or after()


def _counts(stage: Stage, cue: Cue) -> bool:
    """La région compte 1,9 million de bovins: a number stands right behind."""
    return cue.last < len(stage.tokens) and stage.tokens[cue.last].kind == "num"


def _goes_on(stage: Stage, cue: Cue, pack: AttributionPack) -> bool:
    """True where a pronoun, or nobody at all, says it: the speaker before goes on."""
    if cue.says == "hopes":
        return False
    if cue.says == "goes_on":
        return True
    if stage.view.language == "zh":
        return stage.view.body[max(0, cue.start - 2) : cue.start].endswith(tuple(pack.pronoun))
    if has_pronoun(stage, cue, pack):
        return True
    return cue.says == "says" and stage.view.language in ("ar", "es") and is_followed_by_that(stage, cue, pack)


def _taken_up(stage: Stage, cue: Cue, pack: AttributionPack, persons: Sequence[Person]) -> Source | None:
    """The person named last before a pronoun of persons; a verb without a subject goes on with the last source."""
    if stage.view.language != "zh" and cue.says != "goes_on" and not has_pronoun(stage, cue, pack):
        return None
    before = [one for one in persons if one.end <= cue.start]
    return Source(before[-1].full, person=before[-1]) if before else None


def _scope(stage: Stage, cue: Cue, sentence: Span, start: int, end: int, pack: AttributionPack) -> Span:
    """The whole sentence where the saying is put in or behind, what follows it where it opens the sentence."""
    if cue.says in ("according", "goes_on"):
        return sentence
    body = stage.view.body
    first = stage.token_at(start)
    while first > 0 and stage.tokens[first - 1].norm in pack.skip and stage.tokens[first - 1].start >= sentence.start:
        first -= 1  # …, the ministry said
        start = stage.tokens[first].start
    before = body[sentence.start : start].rstrip(" \u00a0-–—")
    after = body[end : sentence.end].lstrip()[:1]
    if (
        before
        and before[-1] in ',"”»’，」'
        and (not after or after in _ENDS or _is_put_behind(stage, cue, sentence, start, end, pack))
    ):
        return sentence
    if stage.view.language == "zh" and after in ("。", "："):
        return sentence
    return Span(start=end, end=sentence.end)


def _is_put_behind(stage: Stage, cue: Cue, sentence: Span, start: int, end: int, pack: AttributionPack) -> bool:
    """Sales rose to 5 million, the office said on Tuesday: what is told stands before it, and no number behind."""
    if stage.view.language == "zh" or is_followed_by_that(stage, cue, pack):
        return False
    rest = Span(start=end, end=min(stage.clause_at(end).end, sentence.end)) if end < sentence.end else None
    told = stage.figures_in(Span(start=sentence.start, end=start))
    return bool(told) and (rest is None or not stage.figures_in(rest))


def _with_quotes(stage: Stage, scope: Span, start: int, quotes: Sequence[Span]) -> tuple[Span, ...]:
    """The scope, with the quotation that ends right before the saying, and to the end of one that begins in it."""
    spans = [scope]
    for quote in quotes:
        reach = _FAR_CLOSE if stage.view.body[quote.end - 2] in _SPEECH_ENDS else _CLOSE
        between = stage.view.body[quote.end : start]
        if 0 <= start - quote.end <= reach and not any(sign in between for sign in _SENTENCE_SIGNS):
            spans.append(quote)
        elif scope.start <= quote.start < scope.end < quote.end:
            spans.append(Span(start=quote.start, end=quote.end))
    return tuple(spans)


def _carried_on(stage: Stage, sayings: Sequence[Saying], quotes: Sequence[Span]) -> tuple[Saying, ...]:
    """The sayings, each with the quotation that the next sentence goes on with.

    “We sold 40,” said Mary. “They paid us in cash.”
    """
    said = sorted((one for one in sayings if one.source.person is not None), key=lambda one: one.begins)
    more: dict[int, list[Span]] = {}
    for quote in quotes:
        if any(one.covers(quote.start) for one in sayings) or not _opens_sentence(stage, quote):
            continue
        before = [one for one in said if one.begins < quote.start]
        if before and _follows(stage, before[-1], quote, quotes):
            more.setdefault(before[-1].begins, []).append(quote)
    return tuple(Saying(one.source, (*one.scope, *more.get(one.begins, ())), one.begins, one.ends) for one in sayings)


def _opens_sentence(stage: Stage, quote: Span) -> bool:
    return stage.view.sentence_at(quote.start).start >= quote.start - 1


def _follows(stage: Stage, saying: Saying, quote: Span, quotes: Sequence[Span]) -> bool:
    """True where the quotation stands in the sentence right behind the saying, which had a quotation itself."""
    speaks = any(span.start <= one.start < span.end for span in saying.scope for one in quotes)
    gap = stage.view.sentence_index(quote.start) - stage.view.sentence_index(saying.begins)
    return speaks and 0 <= gap <= 1
