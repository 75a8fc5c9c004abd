"""The steps that are measured: what each is called, what it counts, and what it stands beside."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

from bench.folder import RunFolder
from bench.measure import Measurement

Who = Literal["ours", "baseline"]


@dataclass(frozen=True)
class Stage:
    """A step; its module is loaded only in the process that measures it."""

    name: str
    unit: str
    baseline: str
    apart: str = ""
    """What the baseline was given ready, where that is timed too."""

    def measure(self, who: Who, folder: RunFolder, *, keeps: bool) -> Measurement:
        """Measure in this process. `keeps`: what the step makes is left for the next one."""
        module: Any = import_module(f"bench.{self.name.replace(' ', '_')}")
        if who == "baseline":
            run_baseline: Callable[[RunFolder], Measurement] = module.measure_baseline
            return run_baseline(folder)
        measured: Measurement = module.measure_ours(folder, keeps=keeps)
        return measured


STAGES = {
    stage.name: stage
    for stage in (
        Stage("extraction", "articles", "trafilatura alone"),
        Stage("annotation", "articles", "spacy.blank tokenising alone"),
        Stage(
            "indexing",
            "articles",
            "tantivy alone, same documents analysed before",
            apart="the analysis for search alone",
        ),
        Stage("query", "queries", "tantivy alone, same words and rows"),
        Stage("figures and periods", "words", "spacy.blank tokenising alone"),
        Stage("places and products", "words", "spacy.blank tokenising alone"),
    )
}
"""In the order in which each needs what the one before has left."""
