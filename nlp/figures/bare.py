"""What a number without a unit of its own counts, where the sentence says so."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar

_LOOK_BACK = 10
_INFERRED_CONFIDENCE = 0.7
_YOUNGEST, _OLDEST = 5, 110
"""Ages in apposition: Han Mei, 24,"""


def infer_units(scene: Scene, grammar: Grammar, drafts: list[Draft]) -> None:
    """Give bare numbers the unit that their sentence tells, in place; the others keep none."""
    for position, draft in enumerate(drafts):
        if draft.unit is not None:
            continue
        unit = (
            _age(scene, grammar, draft)
            or _partner(scene, grammar, drafts, position)
            or _noun_before(scene, grammar, draft)
        )
        if unit is not None:
            draft.unit = unit
            draft.unit_kind = "inferred"
            draft.confidence = _INFERRED_CONFIDENCE


def _age(scene: Scene, grammar: Grammar, draft: Draft) -> str | None:
    """An age: after its words, or a name in apposition: "Han Mei, 24, sells"."""
    if (
        not _YOUNGEST <= draft.value <= _OLDEST
        or draft.number.scale != 1
        or draft.number.kind not in ("digits", "words")
    ):
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
        begins = grammar.change["from"].match_before(scene.tokens, draft.lead)
        ends = grammar.change["to"].match_before(scene.tokens, other.lead)
        if begins is not None and ends is not None and other.lead - draft.last <= _LOOK_BACK:
            return other.unit
    if position == 0:
        return None
    before = drafts[position - 1]
    if before.unit is None or scene.sentence_of[before.first] < scene.sentence_of[draft.first] - 1:
        return None
    if grammar.same.match(scene.tokens, draft.last) or grammar.same.match_before(scene.tokens, draft.lead):
        return before.unit
    same_sentence = scene.sentence_of[before.first] == scene.sentence_of[draft.first]
    begins = grammar.change["from"].match_before(scene.tokens, before.lead)
    ends = grammar.change["to"].match_before(scene.tokens, draft.lead)
    if same_sentence and begins is not None and ends is not None and draft.lead - before.last <= _LOOK_BACK:
        return before.unit
    return None


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
        if scene.norm(index) in (".", ";", "؛", "!", "?"):
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
