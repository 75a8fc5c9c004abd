"""What a sentence has counted and does not say again: of 86 villages, 79 have; 412 foyers sur 530; 已建成31个."""

from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import Grammar
from nlp.unit import dimension_of

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LEAST = 3
"""Ones and twos in words are rarely statistics."""
_DOZEN = 12
_FACTOR = 1000
"""What is left out to say counts within this factor of what it goes back to."""
_NEAR_FACTOR = 50
"""Across a semicolon."""
_INFERRED = 0.6
_HARD = frozenset((".", "؛", "!", "?", "。"))
_SOFT = frozenset((";", "；"))
_DIMENSIONS = ("count", "money", "rate", "mass", "area", "volume")
_GENERIC = frozenset(("piece", "company"))
_WHOLE_REACH = 5
_COORDINATED_REACH = 5


def find_left_out(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> Draft | None:
    """The figure of the same sentence whose unit a bare number shares, or None.

    Only where no noun of its own follows, and where the figure it goes back to is near in size.
    """
    draft = drafts[position]
    if draft.number.kind not in ("digits", "words") or _could_be_year(scene, draft):
        return None
    if draft.number.scale == _DOZEN and draft.unit is None:
        return None  # eggs at $3 a dozen
    if draft.number.kind == "words" and draft.number.scale == 1 and draft.value < _LEAST:
        return None
    whole = _whole_behind(scene, grammar, drafts, position) or _coordinated(scene, grammar, drafts, position)
    if whole is not None:
        return whole
    if not _is_alone(scene, grammar, draft):
        return None
    of_whole = grammar.whole_before.match_before(scene.tokens, draft.lead) is not None
    told = drafts[position - 1] if position else None
    if told is not None and scene.sentence_of[told.first] == scene.sentence_of[draft.first]:
        if told.unit is None and told.unit_kind != "money":
            return None
        if of_whole and told.last >= draft.lead - _WHOLE_REACH and told.value < draft.value:
            return told
        return told if _may_go_back(scene, told, draft) else None
    following = drafts[position + 1] if of_whole and position + 1 < len(drafts) else None
    if following is None or scene.sentence_of[following.first] != scene.sentence_of[draft.first]:
        return None
    is_part = dimension_of(following.unit) == "count" and following.value < draft.value
    return following if is_part else None


def repeat_nouns(scene: Scene, drafts: list[Draft]) -> None:
    """Units told once in full and then by a short word: 34 نقطة استلام ... 27 نقطة; 54个冷库 ... 31个, in place."""
    for position, draft in enumerate(drafts):
        if draft.unit_span is None or draft.unit_kind not in ("count", "person"):
            continue
        words = scene.folded[draft.unit_span[0] : draft.unit_span[1]]
        is_bare_classifier = scene.language == "zh" and len(words) == 1 and draft.unit in _GENERIC
        if " " in words or (scene.language == "zh" and not is_bare_classifier):
            continue
        for other in reversed(drafts[max(0, position - 3) : position]):
            if other.unit_span is None or other.unit == draft.unit or other.unit_kind not in ("count", "person"):
                continue
            if scene.sentence_of[draft.first] - scene.sentence_of[other.first] > 1:
                break
            longer = scene.folded[other.unit_span[0] : other.unit_span[1]]
            if longer.startswith(words) and (scene.language == "zh" or longer[len(words) : len(words) + 1] == " "):
                draft.unit, draft.confidence = other.unit, min(draft.confidence, _INFERRED)
                break


def _could_be_year(scene: Scene, draft: Draft) -> bool:
    plain = draft.number.scale == 1 and scene.norm(draft.number.first).isdigit()
    return plain and draft.number.last == draft.number.first + 1 and _FIRST_YEAR <= draft.value <= _LAST_YEAR


def _whole_behind(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> Draft | None:
    """3 of the 15 warehouses, 31 из 54 складов: what the whole counts."""
    draft = drafts[position]
    link = grammar.whole_before.match(scene.tokens, draft.last)
    if link is None or position + 1 >= len(drafts):
        return None
    whole = drafts[position + 1]
    words = scene.tokens[link.last : whole.lead]
    is_near = len(words) <= _WHOLE_REACH and all(word.kind == "word" or word.norm == "'" for word in words)
    is_next = is_near and whole.lead >= link.last and whole.unit is not None and dimension_of(whole.unit) == "count"
    return whole if is_next and whole.value > draft.value else None


def _coordinated(scene: Scene, grammar: Grammar, drafts: list[Draft], position: int) -> Draft | None:
    """12 full-time and 30 part-time staff: one noun for both."""
    if scene.language != "en" or position + 1 >= len(drafts):
        return None
    draft, following = drafts[position], drafts[position + 1]
    words = scene.tokens[draft.last : following.lead]
    if not 2 <= len(words) <= _COORDINATED_REACH or words[-1].norm not in ("and", "or"):
        return None
    plain = all(word.kind == "word" or word.norm == "-" for word in words)
    inner = [word.norm for word in words[:-1] if word.kind == "word"]
    is_counted = following.unit is not None and dimension_of(following.unit) == "count"
    return following if plain and is_counted and not any(word in grammar.stop for word in inner) else None


def _is_alone(scene: Scene, grammar: Grammar, draft: Draft) -> bool:
    """No noun of its own follows: the sentence ends or goes on with a verb, a preposition or an adverb."""
    if draft.last >= len(scene.tokens) or scene.sentence_of[draft.last] != scene.sentence_of[draft.first]:
        return True
    token = scene.tokens[draft.last]
    if token.kind == "sym":
        return token.norm not in "-/:@#_*+=" or not scene.glued(draft.last)
    if token.kind == "num" or scene.glued(draft.last) or scene.language == "zh":
        return False
    if scene.body[token.start].isupper() or grammar.link.match(scene.tokens, draft.last) is not None:
        return False
    return token.norm in grammar.stop or (bool(grammar.verb_endings) and token.norm.endswith(grammar.verb_endings))


def _may_go_back(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Money goes back to money of like size, counts to counts; a full stop between them parts them."""
    dimension = "money" if told.unit is None else dimension_of(told.unit)
    if dimension not in _DIMENSIONS or not draft.value or not told.value:
        return False
    ratio = float(max(told.value, draft.value) / min(told.value, draft.value))
    between = [scene.norm(at) for at in range(told.last, draft.first)]
    if any(sign in _HARD for sign in between):
        return False
    return ratio <= (_NEAR_FACTOR if any(sign in _SOFT for sign in between) else _FACTOR)
