"""The unit of a Chinese number: a measure, a classifier with the noun behind or before it, 成 and 折."""

from decimal import Decimal

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.money import UnitFound, make_found
from nlp.figures.rate import with_rate
from nlp.figures.time_words import time_before
from nlp.phrase import Match
from nlp.unit import UnitWord

_TENTHS = {"成": Decimal(10), "折": Decimal(10)}
_NO_TENTHS_BEFORE = frozenset("功立员本品果扣就交都长熟型色分语效人")
_HAN_SCAN = 14
"""How many signs after a classifier are searched for its noun."""
_BACK_STEPS = 5
"""How many words (达, 已, 约) may stand between a noun and the number that counts it."""
_SELF = frozenset(
    (
        "person_time",
        "view",
        "household",
        "person",
        "village",
        "county",
        "township",
        "town",
        "city",
        "province",
        "country",
    )
)
"""户, 人, 村 say what is counted: no noun behind them is looked for."""
_CONTAINERS = frozenset(("package", "bottle", "basket", "can", "bucket"))
"""6万8000盒果肉 counts boxes, whatever is in them."""
_COUNTED = ("count", "person")
_GENERIC = frozenset(("piece", "company", "transaction", "product_type", "kind", "head", "bird", "animal", "fish"))
"""What a classifier means by itself, unless a noun before the number says more: 包裹4500件."""


def find_chinese_unit(scene: Scene, grammar: Grammar, draft: Draft) -> UnitFound | None:
    """The unit of the draft's number, or None where no word tells it."""
    at = draft.number.last
    if draft.number.kind == "vague" and scene.norm(at) == "的":
        at += 1  # 成千上万的游客
    if scene.norm(at) == "+":
        at += 1  # 10w+粉丝
    norm = scene.norm(at)
    if norm in _TENTHS and scene.norm(at + 1) not in _NO_TENTHS_BEFORE:
        end = scene.tokens[at].end
        return UnitFound("percent", "tenths", at, at + 1, scene.tokens[at].start, end)
    direct = _direct(scene, grammar, at)
    classifier, behind = _classifier(scene, grammar, at)
    if direct is not None and (not classifier or direct.last > behind or direct.payload.kind not in _COUNTED):
        return _with_rate(scene, grammar, _by_context(scene, grammar, make_found(scene, direct)))
    if not classifier:
        return _behind_attribute(scene, grammar, at)
    own = grammar.units.classifiers.get(classifier) or (direct.payload.unit if direct is not None else "")
    if own in _CONTAINERS:
        return _named(scene, grammar, at, behind, own)
    if own in _SELF and classifier not in ("家", "口"):
        return _named(scene, grammar, at, behind, own or "")
    if classifier == "口":  # 一家五口
        noun = grammar.units.nouns.match(scene.tokens, behind)
        if noun is None:
            return _named(scene, grammar, at, behind, "person")
    noun = _noun_behind(scene, grammar, behind)
    if noun is not None:
        start = scene.tokens[at].start
        return UnitFound(noun.payload.unit, noun.payload.kind, at, noun.last, start, noun.end, confidence=0.9)
    before = _noun_before(scene, grammar, draft) if not own or own in _GENERIC else None
    if before is not None:
        return _named(scene, grammar, at, behind, before)
    return _named(scene, grammar, at, behind, own) if own else None


def _named(scene: Scene, grammar: Grammar, at: int, behind: int, unit: str) -> UnitFound:
    kind = "person" if unit == "person" else "count"
    found = UnitFound(unit, kind, at, behind, scene.tokens[at].start, scene.tokens[behind - 1].end)
    return _with_rate(scene, grammar, _by_context(scene, grammar, found))


def _direct(scene: Scene, grammar: Grammar, at: int) -> Match[UnitWord] | None:
    """A unit word right after the number; a lone Latin letter only where it is written small."""
    direct = grammar.units.after.match(scene.tokens, at)
    while direct is not None and not _is_head(scene, grammar, direct):
        shorter = grammar.units.after.match(scene.tokens[at : direct.last - 1], 0)
        direct = None if shorter is None else shorter._replace(first=at, last=at + shorter.last)
    if direct is None:
        return None
    written = scene.body[direct.start : direct.end]
    if len(written) == 1 and written.isascii() and written.isalpha() and not written.islower():
        return None
    return direct


def _behind_attribute(scene: Scene, grammar: Grammar, at: int) -> UnitFound | None:
    """1.2万贫困户, 3000建档立卡贫困人口: the head behind attributes, where there is no classifier."""
    head = at
    while (attribute := grammar.attribute.match(scene.tokens, head)) is not None and scene.glued(head):
        head = attribute.last
    direct = _direct(scene, grammar, head) if head > at and scene.glued(head) else None
    if direct is None or direct.payload.kind not in _COUNTED:
        return None
    start = scene.tokens[at].start
    return UnitFound(direct.payload.unit, direct.payload.kind, at, direct.last, start, direct.end, confidence=0.9)


def _classifier(scene: Scene, grammar: Grammar, at: int) -> tuple[str, int]:
    """The classifier at this token (of two signs, then of one) and the token behind it."""
    for length in (2, 1):
        if at + length > len(scene.tokens):
            continue
        word = "".join(scene.norm(at + offset) for offset in range(length))
        if word in grammar.units.classifiers:
            return word, at + length
    return "", at


def _is_head(scene: Scene, grammar: Grammar, match: Match[UnitWord]) -> bool:
    """国家级贫困县 counts counties, not countries."""
    if match.payload.kind not in _COUNTED:
        return True
    word = "".join(scene.norm(at) for at in range(match.first, match.last))
    if scene.norm(match.last) and scene.norm(match.last) in grammar.no_word_before.get(word, ""):
        return False  # 上千人参加 counts people, not ginseng
    return not (scene.norm(match.last) in grammar.not_head and scene.glued(match.last))


def _noun_behind(scene: Scene, grammar: Grammar, index: int) -> Match[UnitWord] | None:
    """The counted noun behind a classifier: the first head in the noun phrase, longest match first."""
    at = index
    while at < min(index + _HAN_SCAN, len(scene.tokens)):
        if scene.tokens[at].kind not in ("han", "word") or grammar.stop_phrase.match(scene.tokens, at) is not None:
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


def _noun_before(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """The noun that a number with a classifier follows: 网店1200余家, 站点15.3万个, 业务量达到268.5万件."""
    at = draft.number.first
    for _ in range(_BACK_STEPS):
        told = grammar.reach_noun.match_before(scene.tokens, at)
        if told is not None:
            return told.payload
        noun = grammar.units.nouns.match_before(scene.tokens, at)
        if noun is not None:
            return noun.payload.unit
        skip = (
            grammar.hedge_before.match_before(scene.tokens, at)
            or grammar.hedge_between.match_before(scene.tokens, at)
            or grammar.reach.match_before(scene.tokens, at)
            or grammar.change["to"].match_before(scene.tokens, at)
        )
        time = time_before(scene, at) if skip is None else None
        if skip is None and time is None:
            return _behind_bracket(scene, grammar, at)
        at = skip.first if skip is not None else time or 0
    return None


def _behind_bracket(scene: Scene, grammar: Grammar, at: int) -> str | None:
    """网商（店）达: the noun before a short bracket, or within it."""
    if scene.norm(at - 1) != ")":
        return None
    for begin in range(at - 2, max(at - 8, 0), -1):
        if scene.norm(begin) == "(":
            inner = grammar.units.nouns.match_before(scene.tokens, at - 1)
            outer = grammar.units.nouns.match_before(scene.tokens, begin)
            found = outer or inner
            return None if found is None else found.payload.unit
    return None


def _by_context(scene: Scene, grammar: Grammar, found: UnitFound) -> UnitFound:
    """人次 of those who watch are views."""
    if found.unit != "person_time":
        return found
    sentence = scene.sentence_of[found.first]
    for at in range(max(0, found.first - 30), min(len(scene.tokens), found.last + 12)):
        if scene.sentence_of[at] == sentence and grammar.view.match(scene.tokens, at) is not None:
            return found._replace(unit="view")
    return found


def _with_rate(scene: Scene, grammar: Grammar, found: UnitFound) -> UnitFound:
    """With the small money behind it (5元3毛, 两块五) and a second unit (元/斤)."""
    last = found.last
    if scene.norm(last) in ("多", "余", "餘") and scene.glued(last):
        last += 1
    return with_rate(scene, grammar, found, after=last)
