"""The unit of a number: money before it, a measure or counted noun after it."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.money import UnitFound, find_money_before, make_found
from nlp.figures.rate import skip_size, with_rate
from nlp.figures.unit_zh import find_chinese_unit
from nlp.figures.unknown_noun import find_unknown_noun, is_name
from nlp.model.quantity import Modifier
from nlp.phrase import Match
from nlp.unit import singular

_NOUN_PHRASE_WORDS = 5
"""How many words may stand between a number and its noun: 26 thousand active JForce agents."""
_MILLION = 1_000_000
_COLLECTIVES = (10, 12, 100)
_OPEN_KINDS = ("vague", "rounded", "fraction")
_ARTICLES_AFTER_LINK = frozenset(
    (
        "a",
        "an",
        "la",
        "las",
        "los",
        "le",
        "les",
        "l",
        "sus",
        "ses",
        "nos",
        "the",
        "its",
        "all",
        "their",
        "our",
        "nuestros",
    )
)
_COUNTED = ("count", "person")
_LEAST_PLURAL = 2
_PERCENT = ("%", "٪")
_PLAN_UNITS = frozenset(("year", "month", "week", "decade"))
_RU_PLURAL_ENDINGS = ("ов", "ей", "ек", "лет", "тонн", "раз", "человек", "семей", "гривен")


def find_unit(scene: Scene, grammar: Grammar, draft: Draft) -> UnitFound | None:
    """The unit of the draft's number, or None where no word tells it."""
    before = find_money_before(scene, grammar, draft.number)
    if before is not None and scene.language == "zh":
        before = _with_sign_behind(scene, grammar, before, draft.number.last)
    if before is not None:
        hedge = grammar.hedge_after.match(scene.tokens, draft.number.last)  # P17 or so a kilo
        return with_rate(scene, grammar, before, after=draft.number.last if hedge is None else hedge.last)
    if scene.language == "ar" and scene.norm(draft.number.first - 1) in _PERCENT and scene.glued(draft.number.first):
        sign = scene.tokens[draft.number.first - 1]  # ٪٣٨, typed as it is read aloud
        return UnitFound("percent", "measure", draft.number.first - 1, draft.number.first, sign.start, sign.end)
    after = draft.number.last
    if scene.language == "zh":
        return find_chinese_unit(scene, grammar, draft)
    # Before what follows: المحافظات الـ 66 الفقيرة are counties that are poor, not poor people.
    counted_before = _definite_noun_before(scene, grammar, draft)
    if counted_before is not None:
        return counted_before
    after = _skip_inside(scene, grammar, after)
    sized = skip_size(scene, grammar, after)
    linked = sized if sized != after else _skip_link(scene, grammar, after, draft)
    direct = _direct(scene, grammar, linked)
    if direct is not None and _is_plan(scene, grammar, draft, direct):
        return None
    if direct is not None:
        found = _head_behind(scene, grammar, _longest_noun(scene, grammar, direct))
        if is_name(scene, found) or _is_named_singular(scene, grammar, draft, found):
            return None
        return with_rate(scene, grammar, found)
    if scene.language == "ar":
        parted = _behind_of(scene, grammar, after)
        if parted is not None:
            return parted
    return _noun_phrase(scene, grammar, linked, draft) or _inverted(scene, grammar, draft)


def _with_sign_behind(scene: Scene, grammar: Grammar, before: UnitFound, at: int) -> UnitFound:
    """港幣6元5角: the name before tells whose money the 元 behind is."""
    behind = grammar.units.after.match(scene.tokens, at)
    if behind is None or behind.payload.kind != "money" or not behind.payload.by_country:
        return before
    return before._replace(last=behind.last, end=behind.end)


def _is_named_singular(scene: Scene, grammar: Grammar, draft: Draft, found: UnitFound) -> bool:
    """Android 9 phone: a number behind a name belongs to it where the noun is in the singular."""
    if (
        scene.language != "en"
        or found.kind not in _COUNTED
        or draft.value < _LEAST_PLURAL
        or scene.norm(found.first - 1) == "-"
    ):
        return False
    before = draft.number.first - 1
    if before <= 0 or scene.sentence_of[before - 1] != scene.sentence_of[before]:
        return False
    if scene.tokens[before].kind != "word" or not scene.body[scene.tokens[before].start].isupper():
        return False
    noun = scene.norm(found.last - 1)
    return f"{noun}s" in grammar.units.after and not noun.endswith("s")


def _is_plan(scene: Scene, grammar: Grammar, draft: Draft, found: UnitFound) -> bool:
    """A five-year plan, a 28-year high, the 14th Five-Year Plan: hyphenated times before such nouns name them."""
    if scene.language != "en" or found.unit not in _PLAN_UNITS or scene.norm(draft.number.last) != "-":
        return False
    if scene.body[found.start].isupper():
        return True
    return any(scene.norm(at) in grammar.after_plan for at in (found.last, found.last + 1))


def _skip_inside(scene: Scene, grammar: Grammar, index: int) -> int:
    """Past a hedge or a word of "more" between the number and its noun: 40+ tonnes, 40 с лишним тонн, 2,000 more."""
    hedge = grammar.hedge_after.match(scene.tokens, index)
    if hedge is not None and (hedge.payload == "more_than" or _is_before_noun(scene, grammar, hedge)):
        return hedge.last
    more = grammar.change["more"].match(scene.tokens, index) if scene.language == "en" else None
    return index if more is None else more.last


def _is_before_noun(scene: Scene, grammar: Grammar, hedge: Match[Modifier]) -> bool:
    """A hedge may stand before a known noun (5,000 or so farmers), one of several words before any noun phrase."""
    if grammar.units.after.match(scene.tokens, hedge.last) is not None:
        return True
    follows = scene.tokens[hedge.last] if hedge.last < len(scene.tokens) else None
    is_long = hedge.last - hedge.first > 1 and follows is not None and follows.kind == "word"
    return is_long and follows is not None and follows.norm not in grammar.stop


def _inverted(scene: Scene, grammar: Grammar, draft: Draft) -> UnitFound | None:
    """Russian says about by turning number and noun round: тонн 40, человек триста."""
    if scene.language != "ru" or draft.number.kind not in ("digits", "words"):
        return None
    found = grammar.units.after.match_before(scene.tokens, draft.number.first)
    if found is None or not scene.norm(found.last - 1).endswith(_RU_PLURAL_ENDINGS):
        return None
    if found.first > 0 and (scene.tokens[found.first - 1].kind == "num" or scene.norm(found.first - 1) in grammar.code):
        return None
    return make_found(scene, found, confidence=0.7)


def _skip_link(scene: Scene, grammar: Grammar, index: int, draft: Draft) -> int:
    """Skip the "de" of "2,57 millions de yuans", the "of" of "hundreds of", the hyphen of "200-hectare"."""
    found = grammar.link.match(scene.tokens, index)
    if found is None:
        half = draft.number.kind == "fraction" and scene.norm(index) in grammar.articles
        return index + 1 if half else index  # half a hectare
    if scene.norm(index) == "-":
        return found.last if scene.glued(index) and scene.glued(found.last) else index
    if scene.language in ("fr", "es"):
        is_open = draft.number.scale >= _MILLION or draft.number.kind in _OPEN_KINDS
        is_open = is_open or draft.number.scale in _COLLECTIVES  # una docena de técnicos
    else:
        is_open = draft.number.kind in _OPEN_KINDS
    if not is_open:
        return index
    return found.last + 1 if scene.norm(found.last) in _ARTICLES_AFTER_LINK else found.last


def _direct(scene: Scene, grammar: Grammar, index: int) -> UnitFound | None:
    """A unit word right after the number."""
    found = grammar.units.after.match(scene.tokens, index)
    if found is None:
        return None
    written = scene.body[found.start : found.end]
    if (
        found.payload.unit == "percentage_point"
        and written in ("point", "points")
        and not _speaks_of_rates(scene, index)
    ):
        return None
    if len(written) == 1 and written.isalpha():
        # m, t, g, л, т: a lone letter is a unit when written small, and not before an apostrophe
        if not (written.islower() or (written == "F" and scene.language == "fr")) or scene.norm(found.last) == "'":
            return None
        if scene.language == "en" and not scene.glued(index) and written in ("p", "c"):
            return None
        if scene.language == "en" and not scene.glued(index) and written in ("t", "g", "m"):
            return make_found(scene, found, confidence=0.8)
    return make_found(scene, found)


def _speaks_of_rates(scene: Scene, index: int) -> bool:
    """French "points" alone are of per cent where the sentence has a rate or another percentage."""
    sentence = scene.sentence_of[index]
    around = range(max(0, index - 30), min(len(scene.tokens), index + 30))
    return any(
        scene.sentence_of[at] == sentence and scene.norm(at) in ("%", "taux", "pourcentage", "part") for at in around
    )


def _longest_noun(scene: Scene, grammar: Grammar, found: UnitFound) -> UnitFound:
    """English heads stand last: farm households, village stores, user accounts."""
    if scene.language != "en" or found.kind not in _COUNTED or _is_hyphenated(scene, found):
        return found
    while True:
        following = grammar.units.after.match(scene.tokens, found.last)
        if following is None and _is_attribute(scene, grammar, found):
            head = scene.tokens[found.last]
            return UnitFound(
                singular(head.norm), "count", found.first, found.last + 1, found.start, head.end, confidence=0.6
            )
        if following is None or following.payload.kind not in _COUNTED or scene.norm(found.last) in grammar.stop:
            return found
        longer = make_found(scene, following)
        found = UnitFound(longer.unit, longer.kind, found.first, longer.last, found.start, longer.end, confidence=0.9)


def _is_attribute(scene: Scene, grammar: Grammar, found: UnitFound) -> bool:
    """774 local governments: a singular before a plural that no list holds."""
    noun, head = scene.norm(found.last - 1), scene.norm(found.last)
    is_plural = (
        len(head) > 3 and head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in grammar.stop
    )
    return is_plural and scene.tokens[found.last].kind == "word" and f"{noun}s" in grammar.units.after


def _behind_of(scene: Scene, grammar: Grammar, index: int) -> UnitFound | None:
    """Arabic: 300 ألف من صغار المنتجين counts the producers."""
    if scene.norm(index) != "من" or grammar.same.match(scene.tokens, index) is not None:
        return None
    for at in range(index + 1, min(index + 4, len(scene.tokens))):
        if scene.tokens[at].kind != "word" or scene.norm(at) in grammar.stop:
            return None
        found = grammar.units.after.match(scene.tokens, at)
        if found is not None:
            return make_found(scene, found, confidence=0.8) if found.payload.kind in _COUNTED else None
    return None


def _is_hyphenated(scene: Scene, found: UnitFound) -> bool:
    """320-member cooperative: the word tied to the number is what is counted."""
    return scene.norm(found.first - 1) == "-" and scene.glued(found.first)


def _head_behind(scene: Scene, grammar: Grammar, found: UnitFound) -> UnitFound:
    """A Russian adjective that names persons too, before its noun: 86 бедных деревень."""
    if scene.language != "ru" or found.kind != "person" or found.last - found.first > 1:
        return found
    if not scene.norm(found.first).endswith(grammar.adjective_endings):
        return found
    following = grammar.units.after.match(scene.tokens, found.last)
    if following is None or following.payload.kind not in _COUNTED:
        return found
    return make_found(scene, following, confidence=0.9)


def _definite_noun_before(scene: Scene, grammar: Grammar, draft: Draft) -> UnitFound | None:
    """المحافظات الـ 66: a plural noun before a number with the article; after a singular it is an ordinal."""
    if scene.language != "ar" or scene.norm(draft.number.first - 1) != "ال":
        return None
    found = grammar.units.after.match_before(scene.tokens, draft.number.first - 1)
    if found is None or found.payload.kind not in _COUNTED:
        return None
    noun = scene.norm(found.last - 1)
    return make_found(scene, found) if _is_arabic_plural(noun) else None


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
            found = grammar.units.after.match(scene.tokens, at) if at > index else None
            if found is not None and found.payload.kind in _COUNTED:
                longest = _longest_noun(scene, grammar, make_found(scene, found, confidence=0.85))
                longest = _head_behind(scene, grammar, longest)
                return None if is_name(scene, longest) else longest
            if found is not None and words <= 1:
                return with_rate(scene, grammar, make_found(scene, found, confidence=0.8))
            words += 1
            if scene.language in ("fr", "es", "ar") and token.norm not in grammar.leading:
                break  # the noun comes first there
            if scene.language == "ru" and not token.norm.endswith(grammar.adjective_endings):
                break
        at += 1
    return find_unknown_noun(scene, grammar, index, draft)
