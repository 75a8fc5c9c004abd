"""What a number without a unit of its own counts, where the sentence says so."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.unit import dimension_of

_LOOK_BACK = 10
_INFERRED_CONFIDENCE = 0.7
_ELLIPSIS_CONFIDENCE = 0.6
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LEAST_LEFT_OUT = 3
"""Ones and twos in words are rarely statistics."""
_FACTOR = 1000
"""What is left out to say counts within this factor of what it goes back to."""
_HARD = frozenset((".", ";", "؛", "!", "?", "。"))


def infer_units(scene: Scene, grammar: Grammar, drafts: list[Draft]) -> None:
    """Give bare numbers the unit that their sentence tells, in place; the others keep none."""
    for position, draft in enumerate(drafts):
        if draft.unit is not None or draft.unit_kind == "money":
            continue
        unit = (
            _age(scene, grammar, draft)
            or _partner(scene, grammar, drafts, position)
            or _noun_before(scene, grammar, draft)
        )
        if unit is None:
            unit = _left_out(scene, grammar, drafts, position)
            draft.confidence = _ELLIPSIS_CONFIDENCE
        else:
            draft.confidence = _INFERRED_CONFIDENCE
        if unit is not None:
            draft.unit, draft.unit_kind = unit, "inferred"


def _age(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """An age: after its words, or a name in apposition: "Han Mei, 24, sells"."""
    if not 5 <= draft.value <= 110 or draft.number.scale != 1 or draft.number.kind not in ("digits", "words"):
        return None
    if grammar.age_before.match_before(scene.tokens, draft.lead) is not None:
        return "year_of_age"
    if scene.language in ("ar", "zh") or scene.norm(draft.first - 1) != "," or draft.number.kind != "digits":
        return None
    if draft.last < len(scene.tokens) and scene.norm(draft.last) not in (",", ".", "—", "-", ")", "and"):
        return None
    name = scene.tokens[draft.first - 2] if draft.first >= 2 else None
    return "year_of_age" if name is not None and scene.body[name.start].isupper() and name.kind == "word" else None


def _partner(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> str | None:
    """From A to B: the one with a unit tells the other; "4 000 of them" counts what was counted before."""
    draft = drafts[position]
    for other in drafts[position + 1 : position + 2]:
        if other.unit is None or scene.sentence_of[other.first] != scene.sentence_of[draft.first]:
            continue
        if _leads(scene, grammar, draft, other):
            return other.unit
    if position == 0:
        return None
    before = drafts[position - 1]
    if before.unit is None or scene.sentence_of[before.first] < scene.sentence_of[draft.first] - 1:
        return None
    if grammar.same.match(scene.tokens, draft.last) or grammar.same.match_before(scene.tokens, draft.lead):
        return before.unit
    same_sentence = scene.sentence_of[before.first] == scene.sentence_of[draft.first]
    return before.unit if same_sentence and _leads(scene, grammar, before, draft) else None


def _leads(scene: Scene, grammar: Grammar, before: Draft, after: Draft) -> bool:
    """True for "from A to B"."""
    begins = grammar.change["from"].match_before(scene.tokens, before.lead)
    ends = grammar.change["to"].match_before(scene.tokens, after.lead)
    return begins is not None and ends is not None and after.lead - before.last <= _LOOK_BACK


def _noun_before(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """A following of 90,000; the number of users reached 3 million; 围观网友近百万."""
    at = draft.lead
    noun = grammar.number_of.match_before(scene.tokens, at)
    if noun is not None and noun.payload:
        return noun.payload
    for _ in range(3):
        told = grammar.reach_noun.match_before(scene.tokens, at)
        if told is not None:
            return told.payload
        reach = grammar.reach.match_before(scene.tokens, at) or grammar.hedge_before.match_before(scene.tokens, at)
        if reach is None:
            break
        at = reach.first
    reached = at < draft.lead
    found = grammar.units.after.match_before(scene.tokens, at)
    if reached and scene.language != "zh" and found is not None and found.payload.kind in ("count", "person"):
        return found.payload.unit
    return _number_of_noun(scene, grammar, at)


def _number_of_noun(scene: Scene, grammar: Grammar, at: int) -> str | None:
    """The noun after "number of" in the clause before: the number of rural online stores reached 500."""
    if scene.language == "zh":
        return None
    for index in range(at - 1, max(-1, at - _LOOK_BACK - 4), -1):
        if scene.norm(index) in _HARD:
            return None
        found = grammar.number_of.match(scene.tokens, index)
        if found is None:
            continue
        if found.payload:
            return found.payload
        for after in range(found.last, min(found.last + 4, at)):
            noun = grammar.units.after.match(scene.tokens, after)
            if noun is not None and noun.payload.kind in ("count", "person"):
                return noun.payload.unit
        return None
    return None


def _left_out(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> str | None:
    """What the sentence has counted and does not say again: of 86 villages, 79 have; 412 foyers sur 530; 40 млн more.

    Only where no noun of its own follows, and where the figure it goes back to is near in size.
    """
    draft = drafts[position]
    if draft.number.kind not in ("digits", "words") or _could_be_year(draft):
        return None
    if draft.number.kind == "words" and draft.number.scale == 1 and draft.value < _LEAST_LEFT_OUT:
        return None
    if not _is_alone(scene, grammar, draft):
        return None
    whole = grammar.whole_before.match_before(scene.tokens, draft.lead) is not None
    told = drafts[position - 1] if position else None
    if told is not None and told.unit is not None and scene.sentence_of[told.first] == scene.sentence_of[draft.first]:
        if whole and told.last >= draft.lead - 4 and told.value < draft.value:
            return told.unit
        return told.unit if _may_go_back(scene, told, draft) else None
    if whole and position + 1 < len(drafts):
        following = drafts[position + 1]
        same = scene.sentence_of[following.first] == scene.sentence_of[draft.first]
        if same and following.unit is not None and dimension_of(following.unit) == "count":
            return following.unit if following.value < draft.value else None
    return None


def _could_be_year(draft: Draft) -> bool:
    return draft.number.scale == 1 and _FIRST_YEAR <= draft.value <= _LAST_YEAR and draft.number.kind == "digits"


def _is_alone(scene: Scene, grammar: Grammar, draft: Draft) -> bool:
    """No noun of its own follows: the sentence ends or goes on with a verb, a preposition or an adverb."""
    if draft.last >= len(scene.tokens) or scene.sentence_of[draft.last] != scene.sentence_of[draft.first]:
        return True
    token = scene.tokens[draft.last]
    if token.kind == "sym":
        return token.norm not in "-/:@#_*+=" or not scene.glued(draft.last)
    if token.kind == "num" or scene.glued(draft.last):
        return False
    if scene.body[token.start].isupper():
        return False
    if scene.language == "zh":
        return False
    return token.norm in grammar.stop or (bool(grammar.verb_endings) and token.norm.endswith(grammar.verb_endings))


def _may_go_back(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Money goes back to money of like size, counts to counts; a hard stop between them parts them."""
    if told.unit_kind == "inferred" and told.confidence <= _ELLIPSIS_CONFIDENCE and told.value > draft.value * _FACTOR:
        return False
    dimension = dimension_of(told.unit)
    if dimension not in ("count", "money", "rate", "mass", "area") or not draft.value:
        return False
    if told.unit in ("year_of_age",) or not 1 / _FACTOR <= float(told.value / draft.value) <= _FACTOR:
        return False
    return all(scene.norm(at) not in _HARD for at in range(told.last, draft.first))
