"""Whether a noun takes up what was named before: the company, her shop, la cooperativa; not "362 companies"."""

from nlp.binding.cues import Cue
from nlp.binding.turn import Scene

_RELATIVE_TOKENS = 4
_ENGLISH_ARTICLES = frozenset(("a", "an", "the", "this", "that", "one", "another"))
_OF = frozenset(("of", "de", "d", "из"))
_OPENING_QUOTES = ("«", '"', "“", "„", "「", "《")
_ARABIC_ARTICLES = ("ال", "لل")


def is_definite(scene: Scene, cue: Cue) -> bool:
    """The company, la cooperativa, التعاونية: nouns that take up; "a company" and "кооператив «X»" do not."""
    stage, pack = scene.stage, scene.pack
    language, tokens = stage.view.language, stage.tokens
    if language == "ar":
        return stage.view.folded[max(0, cue.start - 2) : cue.start] in _ARABIC_ARTICLES
    if stage.view.body[cue.end : cue.end + 2].lstrip()[:1] in _OPENING_QUOTES:
        return False
    if language == "zh":
        opens = cue.start == stage.clause_at(cue.start).start
        return opens or stage.view.folded.endswith(tuple(pack.definite), 0, cue.start)
    if not pack.definite:
        return True
    before = cue.first - 1
    if before > 0 and tokens[before].norm == "'":
        before -= 1
    if language == "en":  # the fisheries department
        return any(token.norm in pack.definite for token in tokens[max(0, cue.first - 3) : cue.first])
    return before >= 0 and tokens[before].norm in pack.definite


def is_own(scene: Scene, cue: Cue) -> bool:
    """Her shop, 她的网店."""
    if scene.stage.view.language == "zh":
        return scene.stage.view.folded.endswith(tuple(scene.pack.own), 0, cue.start)
    return any(token.norm in scene.pack.own for token in scene.stage.tokens[max(0, cue.first - 2) : cue.first])


def is_told_of(scene: Scene, cue: Cue) -> bool:
    """A workshop where 45 women work, ورشة تضم 160 امرأة: what follows is of it."""
    following = scene.stage.tokens[cue.last : cue.last + _RELATIVE_TOKENS]
    return any(token.norm in scene.pack.relative for token in following)


def is_counted(scene: Scene, cue: Cue) -> bool:
    """362 companies, a group of 240 farmers: no name of one."""
    tokens, language = scene.stage.tokens, scene.stage.view.language
    if language == "zh" and not is_definite(scene, cue):
        return True
    before = tokens[cue.first - 1] if cue.first else None
    if before is not None and before.kind == "num":
        return True
    if language == "en":  # farm losses
        near = [token.norm for token in tokens[max(0, cue.first - 3) : cue.first]]
        if not _ENGLISH_ARTICLES.intersection(near):
            return True
    following = tokens[cue.last : cue.last + 2]
    return len(following) == 2 and following[0].norm in _OF and following[1].kind == "num"
