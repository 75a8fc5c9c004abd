"""What a number without a unit of its own counts, where the sentence says so."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.figures.left_out import find_left_out
from nlp.unit import dimension_of

_LOOK_BACK = 10
_NOUN_REACH = 25
_INFERRED_CONFIDENCE = 0.7
_ELLIPSIS_CONFIDENCE = 0.6
_YOUNGEST, _OLDEST = 5, 110
_HARD = frozenset((".", ";", "؛", "!", "?"))
_COUNTED = ("count", "person")


def infer_units(scene: Scene, grammar: Grammar, drafts: list[Draft]) -> None:
    """Give bare numbers the unit that their sentence tells, in place; the others keep none."""
    for position, draft in enumerate(drafts):
        if draft.unit is not None or draft.unit_kind == "money":
            continue
        told = _age(scene, grammar, draft)
        source = None if told is not None else _partner(scene, grammar, drafts, position)
        if told is None and source is None:
            told = _noun_meant(scene, grammar, draft)
        if told is None and source is None:
            told = _noun_before(scene, grammar, draft)
        draft.confidence = _INFERRED_CONFIDENCE
        if told is None and source is None:
            source = find_left_out(scene, grammar, drafts, position)
            draft.confidence = _ELLIPSIS_CONFIDENCE
        if source is not None:
            draft.unit = source.unit
            if source.unit_kind == "measure":
                draft.value *= source.share  # с 1 до 20 Мбит/с
            draft.unit_kind = "money" if source.unit is None else "inferred"
        elif told is not None:
            draft.unit, draft.unit_kind = told, "inferred"


def _age(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """An age: after its words, or a name in apposition: "Han Mei, 24, sells"."""
    is_plain = draft.number.scale == 1 and draft.number.kind in ("digits", "words")
    if not _YOUNGEST <= draft.value <= _OLDEST or not is_plain:
        return None
    if grammar.age_before.match_before(scene.tokens, draft.lead) is not None:
        return "year_of_age"
    if grammar.age_limit.match_before(scene.tokens, draft.first) is not None:
        return "year_of_age"
    if scene.language in ("ar", "zh") or scene.norm(draft.first - 1) != "," or draft.number.kind != "digits":
        return None
    if draft.last < len(scene.tokens) and scene.norm(draft.last) not in (",", ".", "—", "-", ")", "and"):
        return None
    name = scene.tokens[draft.first - 2] if draft.first >= 2 else None
    return "year_of_age" if name is not None and scene.body[name.start].isupper() and name.kind == "word" else None


def _partner(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> Draft | None:
    """From A to B: the one with a unit tells the other; "4 000 of them" counts what was counted before."""
    draft = drafts[position]
    for other in drafts[position + 1 : position + 2]:
        is_told = other.unit is not None or other.unit_kind == "money"
        same_sentence = scene.sentence_of[other.first] == scene.sentence_of[draft.first]
        if is_told and same_sentence and _leads(scene, grammar, draft, other):
            return other
    if position == 0:
        return None
    before = drafts[position - 1]
    if before.unit is None and before.unit_kind != "money":
        return None
    if scene.sentence_of[before.first] < scene.sentence_of[draft.first] - 1:
        return None
    if grammar.same.match(scene.tokens, draft.last) or grammar.same.match_before(scene.tokens, draft.lead):
        return before if dimension_of(before.unit) != "money" else None
    same_sentence = scene.sentence_of[before.first] == scene.sentence_of[draft.first]
    return before if same_sentence and _leads(scene, grammar, before, draft) else None


def _noun_meant(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """Tea pluckers ..., tens of thousands of them: the last counted noun of the sentence before."""
    if grammar.same.match(scene.tokens, draft.last) is None:
        return None
    for at in range(draft.lead, max(0, draft.lead - _NOUN_REACH), -1):
        if scene.sentence_of[at - 1] != scene.sentence_of[draft.first]:
            return None
        found = grammar.units.after.match_before(scene.tokens, at)
        if found is not None and found.payload.kind in _COUNTED:
            return found.payload.unit
    return None


def _leads(scene: Scene, grammar: Grammar, before: Draft, after: Draft) -> bool:
    """True for "from A to B"."""
    begins = grammar.change["from"].match_before(scene.tokens, before.lead)
    ends = grammar.change["to"].match_before(scene.tokens, after.lead)
    return begins is not None and ends is not None and after.lead - before.last <= _LOOK_BACK


def _noun_before(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """A following of 90,000; the number of users reached 3 million; households (some 320,000); 围观网友近百万."""
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
    # A hedge that is a verb links as well: orders exceeding 100,000, طلبيات تزيد عن 100 ألف.
    reached = at < draft.first
    found = grammar.units.after.match_before(scene.tokens, at)
    if reached and scene.language != "zh" and found is not None and found.payload.kind in _COUNTED:
        return found.payload.unit
    return _in_apposition(scene, grammar, draft) or _number_of_noun(scene, grammar, at)


def _in_apposition(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """Between dashes or brackets right behind the noun: of households – some 320,000 –, магазинов (156)."""
    opens = scene.norm(draft.lead - 1)
    closes = scene.norm(draft.last)
    pairs = (("-", "-"), ("(", ")"), (",", ",")) if draft.modifier != "exact" else (("-", "-"), ("(", ")"))
    if (opens, closes) not in pairs or scene.glued(draft.lead):
        return None
    found = grammar.units.after.match_before(scene.tokens, draft.lead - 1)
    plural = draft.number.scale > 1 or draft.value >= 3
    return found.payload.unit if found is not None and found.payload.kind in _COUNTED and plural else None


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
            if noun is not None and noun.payload.kind in _COUNTED:
                return noun.payload.unit
        return None
    return None
