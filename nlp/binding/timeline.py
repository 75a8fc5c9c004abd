"""The times of a text by sentence: in which stretch each stands, and whether it governs or is compared with."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from nlp.binding.background import find_reporting, is_apart, is_background
from nlp.binding.compared import find_owner, is_compared
from nlp.binding.cues import Cue
from nlp.binding.segment import Segment, cut_sentence
from nlp.binding.stage import Stage
from nlp.binding.time_pack import TimePack, load_time_pack
from nlp.model.period import Period, PeriodMention
from nlp.model.quantity import Figure
from nlp.model.span import Span

_OPENING_WORDS = 16
"""Characters in which a sentence says that it tells of a part."""
_OPENING = 2
"""Characters before a word for now that opens its sentence: a quotation mark, a conjunction."""


@dataclass(frozen=True, slots=True)
class Governor:
    """A time that governs figures: the segment it stands in, and whether it may govern beyond it."""

    mention: PeriodMention
    segment: int
    is_local: bool


@dataclass(frozen=True)
class DatedSentence:
    """A sentence with its segments, the times that govern freely, and those that belong to one figure alone."""

    segments: tuple[Segment, ...]
    governors: tuple[Governor, ...]
    owned: tuple[tuple[Figure, PeriodMention], ...]

    def segment_at(self, offset: int) -> int:
        """Index of the segment that holds this offset."""
        return max((at for at, one in enumerate(self.segments) if one.start <= offset), default=0)

    def owned_by(self, figure: Figure) -> PeriodMention | None:
        """The time that belongs to this figure alone."""
        return next((mention for owner, mention in self.owned if owner is figure), None)


@dataclass
class Timeline:
    """The dated sentences of a text, each made when it is first asked for; words for now are times as well."""

    stage: Stage
    now_cues: tuple[Cue, ...]
    _made: dict[int, DatedSentence] = field(default_factory=dict)

    def sentence_of(self, figure: Span) -> DatedSentence:
        """The sentence of a figure."""
        sentence = self.stage.sentence_span(figure)
        if sentence.start not in self._made:
            pack = load_time_pack(self.stage.view.language)
            self._made[sentence.start] = _date(self.stage, pack, sentence, self.now_cues)
        return self._made[sentence.start]

    def tells_future(self, figure: Span) -> bool:
        """True where a verb before the figure in its segment speaks of what is still to come."""
        dated = self.sentence_of(figure)
        start = dated.segments[dated.segment_at(figure.start)].start
        pack = load_time_pack(self.stage.view.language)
        return pack.future.search(self.stage.view.folded, start, figure.start) is not None

    def opens_with_part(self, figure: Span) -> bool:
        """True for a sentence that tells of a part of what was told before: 其中, of these."""
        sentence = self.stage.sentence_span(figure)
        pack = load_time_pack(self.stage.view.language)
        end = min(figure.start, sentence.start + _OPENING_WORDS)
        return pack.part.search(self.stage.view.folded, sentence.start, end) is not None


def _date(stage: Stage, pack: TimePack, sentence: Span, now_cues: tuple[Cue, ...]) -> DatedSentence:
    here = [one for one in stage.periods if sentence.start <= one.start < sentence.end and _anchors(one)]
    figures = stage.figures_in(sentence)
    sayings = find_reporting(stage, pack, sentence)
    segments = cut_sentence(stage, pack, sentence, here)
    dated = DatedSentence(segments, (), ())
    owned: list[tuple[Figure, PeriodMention]] = []
    free: list[Governor] = []
    for mention in here:
        owner = find_owner(stage, pack, sentence, figures, mention)
        if owner is not None:
            owned.append((owner, mention))
        elif not (is_compared(stage, pack, sentence, mention) or is_apart(stage, sentence, mention, sayings)):
            at = dated.segment_at(mention.start)
            is_local = segments[at].is_subordinate or is_background(stage, pack, sentence, mention)
            free.append(Governor(mention, at, is_local))
    free.extend(_nows(stage, dated, sentence, now_cues, here))
    return DatedSentence(segments, tuple(sorted(free, key=lambda one: one.mention.start)), tuple(owned))


def _nows(
    stage: Stage, dated: DatedSentence, sentence: Span, cues: tuple[Cue, ...], here: list[PeriodMention]
) -> Iterator[Governor]:
    """Words for now mean the day of publication: in their segment, or in all of a sentence that they open."""
    published = stage.context.published_at
    if published is None:
        return
    day = published.date()
    taken = (*here, *stage.frequencies)
    for cue in cues:
        if not sentence.start <= cue.start < sentence.end or any(one.overlaps(cue.span) for one in taken):
            continue
        surface, span = stage.view.body[cue.start : cue.end], (cue.start, cue.end)
        period = Period(start=day, end=day, precision="day", basis="publication", surface=surface, span=span)
        mention = PeriodMention(start=cue.start, end=cue.end, surface=surface, period=period)
        yield Governor(mention, dated.segment_at(cue.start), cue.start - sentence.start > _OPENING)


def _anchors(mention: PeriodMention) -> bool:
    """Minutes and hours say how long something took, not when."""
    period = mention.period
    return not (period.duration_days == 0 and period.start is None and period.end is None)
