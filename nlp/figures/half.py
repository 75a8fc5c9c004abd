"""The half behind a unit: three hectares and a half, ونصف الفدان."""

from nlp.figures.draft import Scene
from nlp.figures.grammar import Grammar


def find_half_behind(scene: Scene, grammar: Grammar, at: int, unit: str | None) -> tuple[int, int] | None:
    """Token and code point where a half that begins at a token ends, with the unit that it may repeat, or None."""
    half = grammar.half_after.match(scene.tokens, at)
    if half is None:
        return None
    again = grammar.units.after.match(scene.tokens, half.last)
    is_same = again is not None and again.payload.unit == unit
    return (again.last, again.end) if again is not None and is_same else (half.last, half.end)
