"""Numbers that are names, ratings, addresses, scores or times of day by the words beside them."""

from dataclasses import dataclass
from functools import cache

from nlp.figures.draft import Draft, Scene
from nlp.fold import fold
from nlp.morphology import arabic_variants
from nlp.numbers.number import Number
from nlp.pack import expand_forms, load_pack
from nlp.phrase import PhraseTable

_HOURS = 24
_STREET_WORDS = 3
"""Capitalised words of a street's name at most: 45 Kwame Nkrumah Road."""
_SIGNS_OF_RANGE = frozenset("-–—")
_MOST_NAMED = 10_000
"""Buses, rooms and units are numbered below this."""


@dataclass(frozen=True)
class Traps:
    """Tables of `trap.toml`; the head of the English pack says what each holds."""

    behind: PhraseTable[bool]
    named: PhraseTable[bool]
    before: PhraseTable[bool]
    timed: PhraseTable[bool]
    street: frozenset[str]
    open_hours: PhraseTable[bool]
    word: PhraseTable[bool]


@cache
def load_traps(language: str) -> Traps:
    """The traps of a language with a pack; raises PackError for a broken one."""
    raw = load_pack(language, "trap")
    tables = {
        name: _table(raw[name], language) for name in ("behind", "named", "before", "timed", "open_hours", "word")
    }
    return Traps(street=frozenset(fold(word) for word in raw["street"]), **tables)


def _table(phrases: list[str], language: str) -> PhraseTable[bool]:
    table: PhraseTable[bool] = PhraseTable(arabic_variants if language == "ar" else None)
    for phrase in phrases:
        for form in expand_forms(phrase):
            table.add(form, True)
    return table


def is_trap(scene: Scene, number: Number) -> bool:
    """True where the words right beside the number make it a name or a rating."""
    if number.scale != 1 or number.value > _MOST_NAMED:
        return scene.language == "zh" and _begins_word(scene, load_traps("zh"), number)
    traps = load_traps(scene.language)
    return (
        traps.behind.match(scene.tokens, number.last) is not None
        or _is_named(scene, traps, number)
        or _is_address(scene, traps, number)
        or _is_timed(scene, traps, number)
        or _is_score(scene, number)
        or (scene.language == "zh" and _begins_word(scene, traps, number))
    )


def is_opening(scene: Scene, draft: Draft) -> bool:
    """Hours of the day, no length of time: abre de 9 a 14 horas, обед с 13 до 14 часов."""
    if draft.unit != "hour" or draft.value_max is None or draft.value_max > _HOURS or draft.number.scale != 1:
        return False
    if scene.language == "ru":
        return scene.norm(draft.first - 1) in ("с", "со")
    table = load_traps(scene.language).open_hours
    here = scene.sentence_of[draft.first]
    begin, end = max(0, draft.first - 2 * _HOURS), min(len(scene.tokens), draft.last + _HOURS)
    around = (at for at in range(begin, end) if scene.sentence_of[at] == here)
    return any(table.match(scene.tokens, at) is not None for at in around)


def _is_named(scene: Scene, traps: Traps, number: Number) -> bool:
    """Bus 38, Gate 12, корпус 2, البند 3; the English names bear a capital."""
    if number.kind != "digits":
        return False
    if traps.before.match_before(scene.tokens, number.first) is not None:
        return True
    found = traps.named.match_before(scene.tokens, number.first)
    return found is not None and scene.body[found.start].isupper() and not _begins_sentence(scene, found.first)


def _begins_sentence(scene: Scene, first: int) -> bool:
    return first == 0 or scene.sentence_of[first - 1] != scene.sentence_of[first]


def _is_address(scene: Scene, traps: Traps, number: Number) -> bool:
    """45 Kwame Nkrumah Road: capitalised words, the last of which names a street."""
    if not traps.street or number.kind != "digits":
        return False
    for at in range(number.last, min(number.last + _STREET_WORDS + 1, len(scene.tokens))):
        token = scene.tokens[at]
        if token.kind != "word" or not scene.body[token.start].isupper():
            return False
        if token.norm in traps.street and at > number.last:
            return True
    return False


def _is_timed(scene: Scene, traps: Traps, number: Number) -> bool:
    """The 12.15 train."""
    written = scene.norm(number.first)
    hour, sign, minute = written.partition(".")
    is_time = bool(sign) and len(minute) == 2 and hour.isdigit() and int(hour) < _HOURS
    return is_time and traps.timed.match(scene.tokens, number.last) is not None


def _is_score(scene: Scene, number: Number) -> bool:
    """52-48, 3-1: a larger number before a smaller one is no range; the years 2019-20 are periods."""
    if number.kind != "digits" or scene.language == "zh":
        return False
    for sign, other, is_first in ((number.last, number.last + 1, True), (number.first - 1, number.first - 2, False)):
        if not 0 <= other < len(scene.tokens) or scene.norm(sign) not in _SIGNS_OF_RANGE:
            continue
        if not (scene.glued(max(sign, other)) and scene.glued(number.first if sign < number.first else sign)):
            continue
        written = scene.norm(other)
        if written.isdigit() and len(written) <= 2 and number.value < 100:
            larger, smaller = (number.value, int(written)) if is_first else (int(written), number.value)
            behind = number.last if not is_first else other + 1
            ends = behind >= len(scene.tokens) or scene.tokens[behind].kind != "word" or not scene.norm(behind)
            return larger > smaller and (ends or scene.norm(behind) in _SCORE_GOES_ON)
    return False


_SCORE_GOES_ON = frozenset(
    ("after", "in", "on", "at", "to", "against", "with", "by", "and", "but", "for", "over", "win", "victory", "defeat",
     "en", "à", "au", "face", "contre", "dans", "devant", "grâce", "et", "a", "al", "ante", "con", "frente", "y",
     "в", "на", "и", "во", "في", "على", "علي", "امام")
)  # fmt: skip


def _begins_word(scene: Scene, traps: Traps, number: Number) -> bool:
    """三轮车, 百强县: the numeral is the first sign of a word."""
    return number.last - number.first == 1 and traps.word.match(scene.tokens, number.first) is not None
