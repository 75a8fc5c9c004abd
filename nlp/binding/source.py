"""Who says something: the person, organisation or words beside a word of saying."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.binding.attribution_pack import AttributionPack
from nlp.binding.cues import Cue
from nlp.binding.person import Person
from nlp.binding.stage import Stage
from nlp.lexer import Token
from nlp.model.mention import Mention
from nlp.model.span import Span, Words
from nlp.morphology import arabic_variants

_STOP = frozenset('.;:!?؟؛،,()（）«»"“”—')
_FAR = 60
_NEAR = 30
_MOST_WORDS = 11
_GAP = re.compile(r",?[^,.;:()«»\"“”]{0,25}")
_IN_QUOTES = re.compile(r"\s?[«\"“„][^«»\"“”„\n]{2,40}[»\"”“]")
_APPOSED = re.compile(r"\s?[,(][^.;:«»\"“”]{0,90}[,)]\s?[^,.;:]{0,15}")
"""What may stand between a name and its verb: ", who grows onions in Rasidpura village, "."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source where it stands; a person or a mention where it is one."""

    words: Words
    person: Person | None = None
    mention: Mention | None = None
    phrase_end: int = 0
    """Where the words that name it end: behind it, where more is said of it."""


def source_after(
    stage: Stage, cue: Cue, sentence: Span, pack: AttributionPack, persons: Sequence[Person], *, is_told: bool
) -> Source | None:
    """The source behind a cue. `is_told`: any words will do ("according to …"), else they need a noun of a source."""
    end = min(_end_of_phrase(stage, cue, sentence, pack), cue.end + _FAR)
    person = next((one for one in persons if cue.end <= one.start < end and _is_near(stage, cue.end, one)), None)
    if person is not None:
        return Source(person.words, person=person)
    phrase = _phrase(stage, cue.last, sentence, pack)
    phrase_end = phrase.end if phrase is not None else 0
    mention = next(
        (one for one in stage.mentions if one.kind == "organisation" and cue.end <= one.start < cue.end + _NEAR),
        None,
    )
    if mention is not None and (
        phrase is None or phrase.start <= mention.start < phrase.end or _is_survey_of(stage, phrase, mention, pack)
    ):
        return Source(mention, mention=mention, phrase_end=phrase_end)
    if phrase is None or not (is_told or _has_noun(stage, phrase, pack)):
        return None
    return Source(phrase)


def _is_survey_of(stage: Stage, phrase: Words, mention: Mention, pack: AttributionPack) -> bool:
    """Según un sondeo que la Universidad Austral aplicó: the survey is whose it is."""
    last = stage.token_at(phrase.end)
    between = stage.view.body[phrase.end : mention.start]
    is_survey = any(token.norm in pack.survey for token in stage.tokens[max(0, last - 2) : last])
    return is_survey and phrase.end <= mention.start and not any(sign in between for sign in ",.;:()")


def source_before(
    stage: Stage, cue: Cue, sentence: Span, pack: AttributionPack, persons: Sequence[Person]
) -> Source | None:
    """The source in front of a verb: a name, with an apposition between them or not, or a noun of a source."""
    body = stage.view.body
    named: list[Person | Mention] = [
        *(one for one in persons if sentence.start <= one.start and one.end <= cue.start),
        *(
            one
            for one in stage.mentions
            if one.kind == "organisation" and sentence.start <= one.start and one.end <= cue.start
        ),
    ]
    for one in sorted(named, key=lambda found: -found.end):
        if _GAP.fullmatch(body, one.end, cue.start) or _APPOSED.fullmatch(body, one.end, cue.start):
            if stage.figures_in(Span(start=one.end, end=cue.start)) and not _APPOSED.fullmatch(
                body, one.end, cue.start
            ):
                break
            return Source(one.words, person=one) if isinstance(one, Person) else Source(one, mention=one)
    phrase = _phrase_before(stage, _end_before_apposition(stage, cue, sentence), sentence, pack)
    return None if phrase is None or not _has_noun(stage, phrase, pack) else Source(phrase)


def is_followed_by_that(stage: Stage, cue: Cue, pack: AttributionPack) -> bool:
    """True where what is said follows at once: the speaker is the one before (وأضاف أن)."""
    return cue.last < len(stage.tokens) and stage.tokens[cue.last].norm in pack.that


def has_pronoun(stage: Stage, cue: Cue, pack: AttributionPack) -> bool:
    """True for "he said", said he, selon lui; not for "the firm says it …"."""
    tokens = stage.tokens
    if cue.first and tokens[cue.first - 1].norm in pack.pronoun:
        return True
    is_behind = cue.says == "according" or (is_inverted(stage, cue) and not _follows_comma(stage, cue))
    return is_behind and cue.last < len(tokens) and tokens[cue.last].norm in pack.pronoun


def is_inverted(stage: Stage, cue: Cue) -> bool:
    """True behind a comma or a quotation, where the subject follows the verb: …, informó la Secretaría."""
    return stage.view.body[: cue.start].rstrip(" \u00a0-–—")[-1:] in ('"', ",", "”", "»", "’")


def _follows_comma(stage: Stage, cue: Cue) -> bool:
    """Shamba Direct, a start-up, says it …: behind a bare comma English pronouns are objects."""
    return stage.view.language == "en" and stage.view.body[: cue.start].rstrip()[-1:] == ","


def _is_near(stage: Stage, start: int, person: Person) -> bool:
    between = stage.view.body[start : person.start]
    return not any(sign in between for sign in '.;:«»"“”') and between.count(",") + between.count("،") <= 1


def _end_of_phrase(stage: Stage, cue: Cue, sentence: Span, pack: AttributionPack) -> int:
    """Where what is said begins, or the sentence ends."""
    for token in stage.tokens[cue.last :]:
        if token.start >= sentence.end or token.norm in pack.that or token.norm in ".;:":
            return token.start
    return sentence.end


def _phrase(stage: Stage, first: int, sentence: Span, pack: AttributionPack) -> Words | None:
    """The words from a token on up to punctuation, a number or "that"; small words and words for data left out."""
    tokens = stage.tokens
    at = first
    while at < len(tokens) and _forms(stage, tokens[at]) & (pack.skip | pack.data):
        at += 1
    begin = at
    while at < len(tokens) and at - begin < _MOST_WORDS and tokens[at].start < sentence.end:
        if tokens[at].norm in _STOP or tokens[at].kind == "num" or tokens[at].norm in pack.that:
            break
        at += 1
    return _words(stage, tokens, begin, at)


def _end_before_apposition(stage: Stage, cue: Cue, sentence: Span) -> int:
    """The token at which the subject ends: The company, which received a grant, hopes …"""
    tokens = stage.tokens
    if cue.first == 0 or tokens[cue.first - 1].norm != ",":
        return cue.first
    for at in range(cue.first - 2, -1, -1):
        if tokens[at].start < sentence.start or tokens[at].norm in ".;:":
            break
        if tokens[at].norm == ",":
            return at
    return cue.first


def _phrase_before(stage: Stage, last: int, sentence: Span, pack: AttributionPack) -> Words | None:
    tokens = stage.tokens
    at = last
    # A time before the source is no part of its name: К 2030 году власти рассчитывают.
    dated = max((one.end for one in stage.periods if one.start < tokens[last - 1].start), default=0) if last else 0
    while at > 0 and last - at < _MOST_WORDS and tokens[at - 1].start >= max(sentence.start, dated):
        if tokens[at - 1].norm in _STOP or tokens[at - 1].kind == "num":
            break
        at -= 1
    while at < last and tokens[at].norm in pack.skip:
        at += 1
    end = last
    while end > at + 1 and (tokens[end - 1].norm in pack.skip or tokens[end - 1].norm in pack.data):
        end -= 1
    if end > at + 2 and tokens[end - 1].norm == "s" and tokens[end - 2].norm in "'’":
        end -= 2  # the agency's figures show
    return _words(stage, tokens, at, end)


def _words(stage: Stage, tokens: Sequence[Token], first: int, last: int) -> Words | None:
    if last <= first:
        return None
    start, end = tokens[first].start, tokens[last - 1].end
    quoted = _IN_QUOTES.match(stage.view.body, end)
    if quoted is not None:
        end = quoted.end()
    if stage.view.language == "ar":
        start += _preposition(tokens[first].norm)
    return Words(start=start, end=end, surface=stage.view.body[start:end])


def _preposition(norm: str) -> int:
    """Letters of ل before a source: وفقا لإدارة التجارة."""
    return 1 if norm.startswith("ل") and len(norm) > 4 and not norm.startswith("لل") else 0


def _has_noun(stage: Stage, phrase: Span, pack: AttributionPack) -> bool:
    for token in stage.tokens[stage.token_at(phrase.start) : stage.token_at(phrase.end)]:
        if _forms(stage, token) & pack.nouns:
            return True
    return False


def _forms(stage: Stage, token: Token) -> frozenset[str]:
    if stage.view.language != "ar" or token.kind != "word":
        return frozenset((token.norm,))
    return frozenset(form for form, _ in arabic_variants(token.norm))
