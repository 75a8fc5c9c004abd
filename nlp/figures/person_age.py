"""Ages of persons: 54 عاما after البالغ من العمر, 54 years old, "Jean, 54 ans,", una campesina de 45 años."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar

_OLDEST = 120
_YOUNGEST_IN_BRACKETS = 15
_YOUNGEST_OF = 5
_YOUNGEST_AT = 12
"""At 45 she opened a shop; à 2 ans is as often a length of time."""
_REACH = 7
"""Tokens before "de 45 años" in which the person must stand."""
_CLAUSE_END = frozenset(".;:!?")


def is_age(scene: Scene, grammar: Grammar, draft: Draft) -> bool:
    """True where the words around a number of years say that it is someone's age."""
    if draft.number.scale != 1 or not 0 < draft.value < _OLDEST or draft.unit != "year":
        return False
    first = draft.first
    if draft.value_max is not None and grammar.between.match_before(scene.tokens, first) is not None:
        first = grammar.between.match_before(scene.tokens, first).first  # type: ignore[union-attr]  # looked up above
    if any(grammar.age_before.match_before(scene.tokens, at) for at in {draft.first, draft.lead, first}):
        return True
    if grammar.age_at.match_before(scene.tokens, draft.first) is not None and draft.value >= _YOUNGEST_AT:
        return True
    if grammar.age_after.match(scene.tokens, draft.last) or grammar.age_after.match(scene.tokens, draft.number.last):
        return True
    if scene.language == "ar":
        bracketed = scene.norm(draft.first - 1) == "(" and scene.norm(draft.last) == ")"
        return bracketed and draft.value > _YOUNGEST_IN_BRACKETS
    return _in_apposition(scene, draft) or _of_person(scene, grammar, draft)


def _in_apposition(scene: Scene, draft: Draft) -> bool:
    """A name, the years, a comma: "Jean Diop, 54 ans, ..."."""
    name = scene.tokens[draft.first - 2] if draft.first >= 2 else None
    apposition = scene.norm(draft.first - 1) in (",", "(") and scene.norm(draft.last) in (",", ")", ".", "")
    capitalised = name is not None and scene.body[name.start].isupper()
    return apposition and capitalised and scene.language in ("en", "fr", "es", "ru")


def _of_person(scene: Scene, grammar: Grammar, draft: Draft) -> bool:
    """A person's noun or a name and a comma before "de 45 años"."""
    if scene.language not in ("fr", "es") or draft.value < _YOUNGEST_OF:
        return False
    at = draft.first - 1
    if scene.norm(at) == "entre" and draft.value_max is not None:
        at -= 1
    if scene.norm(at) != "de":
        return False
    at -= 1
    if at > 0 and scene.norm(at) == "," and scene.body[scene.tokens[at - 1].start].isupper():
        return True
    for index in range(at, max(-1, at - _REACH), -1):
        if scene.norm(index) in _CLAUSE_END or scene.sentence_of[index] != scene.sentence_of[draft.first]:
            return False
        person = grammar.units.after.match_before(scene.tokens, index + 1)
        kin = grammar.kin.match_before(scene.tokens, index + 1)
        if kin is not None or (person is not None and person.payload.kind == "person"):
            return True
        if scene.tokens[index].kind != "word":
            break
    name = scene.tokens[index - 1] if index > 0 and scene.norm(index) == "," else None
    return name is not None and scene.body[name.start].isupper()  # Li Yanhua, une torréfactrice de 29 ans
