"""Words of time that stand between a figure and the words that tell it: 由2015年的5万元增长到2023年的126万元."""

from nlp.figures.draft import Scene


def time_before(scene: Scene, at: int) -> int | None:
    """Token where words of time begin that end right before this one, None where none do."""
    if not 0 < at < len(scene.tokens):
        return None
    end = scene.tokens[at - 1].end
    start = next((begin for begin, stop in scene.periods if stop == end), None)
    if start is None:
        return None
    return next((index for index in range(at - 1, -1, -1) if scene.tokens[index].start <= start), None)


def skip_time(scene: Scene, lead: int) -> int:
    """The token that the figure would begin at without "of 2023" before it (Chinese only)."""
    if scene.language != "zh":
        return lead
    at = lead - 1 if scene.norm(lead - 1) == "的" else lead
    begins = time_before(scene, at)
    return lead if begins is None else begins
