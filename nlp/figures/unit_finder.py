"""The unit of a number: money before it, a measure or counted noun after it, a rate."""

from dataclasses import dataclass
from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.phrase import Match
from nlp.unit import UnitWord

_NOUN_PHRASE_WORDS = 5
"""How many words may stand between a number and its noun: 26 thousand active JForce agents."""
_HAN_SCAN = 14
"""How many signs after a Chinese classifier are searched for its noun."""
_SHORT_PREFIX = 2
_UNKNOWN_NOUN_CONFIDENCE = 0.6
_COUNTRY_HABIT_CONFIDENCE = 0.8
_TENTHS = {"成": Decimal(10), "折": Decimal(10)}
_TIME_RATES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_AREAS = frozenset(("hectare", "mu", "acre", "feddan", "dunam", "square_km", "square_metre", "manzana", "sotka"))
_SPEEDS = frozenset(("km", "mile", "metre"))


@dataclass(frozen=True, slots=True)
class UnitFound:
    """Unit id, what kind of word named it, the tokens [first, last) of its words, and how sure."""

    unit: str | None
    kind: str
    first: int
    last: int
    start: int
    end: int
    share: Decimal = Decimal(1)
    confidence: float = 0.95


def find_unit(scene: Scene, grammar: Grammar, draft: Draft) -> UnitFound | None:
    """The unit of the draft's number, or None where no word tells it."""
    before = _money_before(scene, grammar, draft)
    if before is not None:
        return before
    after = draft.number.last
    if scene.language == "zh":
        return _after_chinese(scene, grammar, after)
    linked = _skip_link(scene, grammar, after, draft)
    direct = _direct(scene, grammar, linked)
    if direct is not None:
        return _with_rate(scene, grammar, _longest_noun(scene, grammar, direct))
    counted_before = _definite_noun_before(scene, grammar, draft)
    if counted_before is not None:
        return counted_before
    return _noun_phrase(scene, grammar, linked, draft)


def _found(scene: Scene, match: Match[UnitWord], *, confidence: float = 0.95) -> UnitFound:
    word = match.payload
    unit, by_habit = word.resolve(scene.country)
    return UnitFound(
        unit=unit,
        kind=word.kind,
        first=match.first,
        last=match.last,
        start=match.start,
        end=match.end,
        share=word.share,
        confidence=min(confidence, _COUNTRY_HABIT_CONFIDENCE) if by_habit else confidence,
    )


def _money_before(scene: Scene, grammar: Grammar, draft: Draft) -> UnitFound | None:
    """$50, Rs 500, RMB 5 million. A lone letter must be a capital and stand glued to the digits."""
    found = grammar.units.prefix.match_before(scene.tokens, draft.number.first)
    if found is None or draft.number.kind not in ("digits", "words"):
        return None
    written = scene.body[found.start : found.end]
    short = written.isalpha() and len(written) <= _SHORT_PREFIX
    if short and (not written[0].isupper() or (len(written) == 1 and not scene.glued(draft.number.first))):
        return None
    if written[0].isalpha() and scene.glued(found.first) and scene.tokens[found.first - 1].kind == "word":
        return None
    return _found(scene, found)


def _skip_link(scene: Scene, grammar: Grammar, index: int, draft: Draft) -> int:
    """Skip the "de" of "2,57 millions de yuans", the "of" of "hundreds of", the hyphen of "200-hectare"."""
    found = grammar.link.match(scene.tokens, index)
    if found is None:
        return index
    if scene.norm(index) == "-":
        return found.last if scene.glued(index) and scene.glued(found.last) else index
    open_kinds = ("vague", "rounded", "fraction")
    if scene.language in ("fr", "es") and (draft.number.scale >= 1_000_000 or draft.number.kind in open_kinds):
        if scene.norm(found.last) in ("la", "las", "los", "le", "les", "l", "sus", "ses", "nos"):
            return found.last + 1
        return found.last
    if draft.number.kind in open_kinds:
        return found.last + 1 if scene.norm(found.last) in ("the", "its", "all", "their", "our") else found.last
    return index


def _direct(scene: Scene, grammar: Grammar, index: int) -> UnitFound | None:
    """A unit word right after the number."""
    found = grammar.units.after.match(scene.tokens, index)
    if found is None:
        return None
    written = scene.body[found.start : found.end]
    glued = scene.glued(index)
    if len(written) == 1 and written.isalpha() and scene.language != "zh":
        # m, t, g, л, т: a lone letter is a unit when written small, and not before an apostrophe
        if not (written.islower() or (written == "F" and scene.language == "fr")) or scene.norm(found.last) == "'":
            return None
        if scene.language == "en" and not glued and written in ("t", "g", "m"):
            return _found(scene, found, confidence=0.8)
    return _found(scene, found)


def _longest_noun(scene: Scene, grammar: Grammar, found: UnitFound) -> UnitFound:
    """English heads stand last: farm households, village stores, user accounts."""
    if scene.language != "en" or found.kind not in ("count", "person"):
        return found
    while True:
        following = grammar.units.after.match(scene.tokens, found.last)
        if following is None or following.payload.kind not in ("count", "person"):
            return found
        if scene.norm(found.last) in grammar.stop:
            return found
        longer = _found(scene, following)
        found = UnitFound(longer.unit, longer.kind, found.first, longer.last, found.start, longer.end, confidence=0.9)


def _definite_noun_before(scene: Scene, grammar: Grammar, draft: Draft) -> UnitFound | None:
    """المحافظات الـ 66: a plural noun before a number with the article; after a singular it is an ordinal."""
    if scene.language != "ar" or scene.norm(draft.number.first - 1) != "ال":
        return None
    found = grammar.units.after.match_before(scene.tokens, draft.number.first - 1)
    if found is None or found.payload.kind not in ("count", "person"):
        return None
    noun = scene.norm(found.last - 1)
    return _found(scene, found) if _is_arabic_plural(noun) else None


_AR_PLURAL_ENDINGS = ("ات", "ين", "ون")
_AR_BROKEN_PLURALS = frozenset(
    ("قري", "مدن", "دول", "اسر", "مناطق", "مشاريع", "منازل", "متاجر", "مزارع", "مصانع", "بلدان")
)


def _is_arabic_plural(noun: str) -> bool:
    bare = noun.removeprefix("ال")
    return bare.endswith(_AR_PLURAL_ENDINGS) or bare in _AR_BROKEN_PLURALS


def _noun_phrase(scene: Scene, grammar: Grammar, index: int, draft: Draft) -> UnitFound | None:
    """A known counted noun behind adjectives; else the unknown noun itself, kept as found."""
    sentence = scene.sentence_of[draft.number.first]
    at, words = index, 0
    while at < len(scene.tokens) and words < _NOUN_PHRASE_WORDS and scene.sentence_of[at] == sentence:
        token = scene.tokens[at]
        if token.kind == "num" or (token.kind == "sym" and token.norm not in "-«“\"'‘"):
            break
        if token.norm in grammar.stop and token.norm not in grammar.leading:
            break
        if token.kind == "word":
            found = grammar.units.after.match(scene.tokens, at)
            if found is not None and found.payload.kind in ("count", "person") and at > index:
                return _longest_noun(scene, grammar, _found(scene, found, confidence=0.85))
            if found is not None and found.payload.kind in ("money", "measure") and words <= 1 and at > index:
                return _with_rate(scene, grammar, _found(scene, found, confidence=0.8))
            words += 1
            if scene.language in ("fr", "es", "ar") and token.norm not in grammar.leading:
                break  # the noun comes first there
            if scene.language == "ru" and not token.norm.endswith(grammar.adjective_endings):
                break
        at += 1
    return _unknown_noun(scene, grammar, index, draft)


def _unknown_noun(scene: Scene, grammar: Grammar, index: int, draft: Draft) -> UnitFound | None:
    """The head noun as found: the first word that looks like one, in lower case."""
    if draft.number.kind == "fraction" or (draft.number.kind == "words" and draft.value <= 10):
        return None
    at = index
    for _ in range(_NOUN_PHRASE_WORDS - 2):
        if at >= len(scene.tokens) or scene.tokens[at].kind != "word":
            return None
        token = scene.tokens[at]
        if token.norm in grammar.stop and token.norm not in grammar.leading:
            return None
        if token.norm not in grammar.leading and _looks_like_noun(scene, grammar, at):
            unit = _singular(token.norm) if scene.language == "en" else token.norm
            return UnitFound(unit, "count", at, at + 1, token.start, token.end, confidence=_UNKNOWN_NOUN_CONFIDENCE)
        at += 1
    return None


def _looks_like_noun(scene: Scene, grammar: Grammar, at: int) -> bool:
    token = scene.tokens[at]
    written = scene.body[token.start : token.end]
    if len(token.norm) < 3 or (written[:1].isupper() and scene.language in ("en", "fr", "es", "ru")):
        return False
    if scene.language == "en":
        return token.norm.endswith("s") and not token.norm.endswith(("ss", "us", "is"))
    if scene.language in ("fr", "es"):
        return token.norm.endswith(("s", "x")) or not scene.norm(at)
    if scene.language == "ru":
        return not token.norm.endswith(grammar.adjective_endings)
    return not token.norm.startswith(("ال", "لل", "و"))


def _singular(noun: str) -> str:
    """English plural to singular, by its ending.

    >>> _singular("beehives"), _singular("factories"), _singular("boxes")
    ('beehive', 'factory', 'box')
    """
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("xes", "ches", "shes", "sses", "zes")):
        return noun[:-2]
    return noun[:-1]


def _after_chinese(scene: Scene, grammar: Grammar, index: int) -> UnitFound | None:
    """Unit, classifier with the noun behind it, 成 and 折."""
    norm = scene.norm(index)
    if norm in _TENTHS and scene.norm(index + 1) not in ("为", "功", "立", "员", "本", "品", "果", "扣"):
        end = scene.tokens[index].end
        return UnitFound("percent", "tenths", index, index + 1, scene.tokens[index].start, end)
    direct = grammar.units.after.match(scene.tokens, index)
    if direct is not None and not _is_head(scene, grammar, direct):
        direct = None
    classifier_at = index
    classifier = norm if norm in grammar.units.classifiers else ""
    for length in (2, 1):
        word = "".join(scene.norm(index + offset) for offset in range(length))
        if word in grammar.units.classifiers:
            classifier, classifier_at = word, index + length
            break
    if direct is not None and (not classifier or direct.last - direct.first > len(classifier)):
        return _with_rate(scene, grammar, _found(scene, direct))
    noun = _chinese_noun(scene, grammar, classifier_at) if classifier else None
    if noun is not None:
        return UnitFound(
            noun.payload.unit,
            noun.payload.kind,
            index,
            noun.last,
            scene.tokens[index].start,
            noun.end,
            confidence=0.9,
        )
    if classifier and grammar.units.classifiers[classifier]:
        unit = grammar.units.classifiers[classifier]
        token = scene.tokens[classifier_at - 1]
        return _with_rate(
            scene, grammar, UnitFound(unit, "count", index, classifier_at, scene.tokens[index].start, token.end)
        )
    if direct is not None:
        return _with_rate(scene, grammar, _found(scene, direct))
    return None


def _is_head(scene: Scene, grammar: Grammar, match: Match[UnitWord]) -> bool:
    """国家级贫困县 counts counties, not countries."""
    if match.payload.kind not in ("count", "person"):
        return True
    return not (scene.norm(match.last) in grammar.not_head and scene.glued(match.last))


def _chinese_noun(scene: Scene, grammar: Grammar, index: int) -> Match[UnitWord] | None:
    """The counted noun behind a classifier: the first head in the noun phrase, longest match first."""
    at = index
    while at < min(index + _HAN_SCAN, len(scene.tokens)):
        if scene.tokens[at].kind not in ("han", "word") or (scene.norm(at) in grammar.stop and at > index):
            return None
        found = grammar.units.nouns.match(scene.tokens, at)
        if found is not None and _is_head(scene, grammar, found):
            following = grammar.units.nouns.match(scene.tokens, found.last)
            while following is not None and _is_head(scene, grammar, following):
                found = following
                following = grammar.units.nouns.match(scene.tokens, found.last)
            return found
        at = found.last if found is not None else at + 1
    return None


def _with_rate(scene: Scene, grammar: Grammar, found: UnitFound) -> UnitFound:
    """Join a second unit: yuan per kg, 元/斤, دينار للكيلوغرام. Times stay frequencies (but km/hour)."""
    if found.unit is None or found.unit in ("percent", "times", "percentage_point", "per_mille"):
        return found
    second = _second_unit(scene, grammar, found.last)
    if found.kind in ("count", "person") and (second is None or second.unit not in _AREAS):
        return found
    if second is None or second.unit is None or second.unit == found.unit:
        return found
    if second.unit in _TIME_RATES and found.unit not in _SPEEDS:
        return found
    if second.kind not in ("measure", "count") or second.unit in ("person", "household", "percent", "times"):
        return found
    return UnitFound(
        f"{found.unit}/{second.unit}",
        "rate",
        found.first,
        second.last,
        found.start,
        second.end,
        found.share,
        min(found.confidence, 0.9),
    )


def _second_unit(scene: Scene, grammar: Grammar, index: int) -> UnitFound | None:
    tokens = scene.tokens
    per = grammar.per.match(tokens, index)
    if per is not None:
        second = grammar.units.after.match(tokens, per.last)
        if second is None and scene.norm(per.last) == "'":
            second = grammar.units.after.match(tokens, per.last + 1)
        if second is not None and second.payload.kind in ("measure", "count"):
            if scene.language in ("fr", "es", "en") and second.payload.kind == "count" and scene.norm(index) != "per":
                return None  # "50 yuan a farmer": no rate by the article alone but of measures
            return _found(scene, second)
    if scene.language == "ar" and scene.norm(index).startswith("لل"):
        token = tokens[index]
        bare = token._replace(norm=token.norm[2:], start=token.start + 2)
        second = grammar.units.after.match([*tokens[:index], bare, *tokens[index + 1 : index + 3]], index)
        if second is not None and second.payload.kind == "measure":
            return _found(scene, second)
    return None
