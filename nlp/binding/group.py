"""Groups that a text speaks of: nouns for people, and for places and firms with a word that picks some of them out."""

from dataclasses import dataclass

from nlp.binding.cues import Cue, find_cues
from nlp.binding.population_pack import load_population_pack
from nlp.binding.stage import Stage
from nlp.model.span import Words

_NOUNS = ("class", "thing", "kind")
_QUALIFIES = ("restricts", "describes")
_HAN_BETWEEN = 8
"""Signs between a word that picks out and its noun: 规模以上大豆加工企业."""


@dataclass(frozen=True, slots=True)
class Group:
    """Words for a group, by the tokens [first, last): what its noun is, whether it picks some out or means each."""

    words: Words
    first: int
    last: int
    noun: str
    is_restricted: bool
    is_each: bool

    @property
    def is_class(self) -> bool:
        """True where it restricts whatever is counted of it: farmers, poor counties."""
        return self.noun == "class" or (self.noun == "kind" and self.is_restricted)


def find_groups(stage: Stage) -> tuple[Group, ...]:
    """All groups of a text in order."""
    cues = find_cues(stage.tokens, load_population_pack(stage.view.language).cues)
    groups: list[Group] = []
    for at, cue in enumerate(cues):
        if cue.says in _NOUNS:
            groups.append(_group(stage, cues, at))
    return tuple(groups)


def find_them(stage: Stage) -> list[Cue]:
    """Words that take up a group: of them, منهم."""
    return [
        cue for cue in find_cues(stage.tokens, load_population_pack(stage.view.language).cues) if cue.says == "them"
    ]


def _group(stage: Stage, cues: list[Cue], at: int) -> Group:
    noun = cues[at]
    start, end, first, last = noun.start, noun.end, noun.first, noun.last
    is_restricted = is_each = False
    gap = _HAN_BETWEEN if stage.view.language == "zh" else 0
    for before in reversed(cues[:at]):
        between = stage.tokens[before.last : first]
        if len(between) > gap or any(token.kind in ("sym", "num") for token in between):
            break
        if before.says in _QUALIFIES:
            start, first = before.start, before.first
            is_restricted = is_restricted or before.says == "restricts"
        elif before.says == "each" and noun.says != "thing":
            start, first, is_each = before.start, before.first, True
            break
        else:
            break
    if stage.view.language not in ("zh", "en"):
        for after in cues[at + 1 :]:
            if after.says not in _QUALIFIES or after.first != last:
                break
            end, last = after.end, after.last
            is_restricted = is_restricted or after.says == "restricts"
    if stage.view.language == "ar" and stage.view.folded[max(0, start - 2) : start] in ("ال", "لل"):
        start -= 2
    return Group(
        Words(start=start, end=end, surface=stage.view.body[start:end]), first, last, noun.says, is_restricted, is_each
    )
