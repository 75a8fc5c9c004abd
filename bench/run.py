"""Runs the stages, ours and baseline in turns, each in a process of its own, and takes medians."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import get_args

from pydantic import TypeAdapter

from bench.machine import Machine, describe_machine
from bench.measure import Doubling, Measurement, Part, Reader, ReaderSpeed
from bench.stage import STAGES, Stage, Who
from nlp.model.span import Record

_DOUBLINGS = TypeAdapter(list[Doubling])
_ROOT = Path(__file__).parent.parent


class BenchError(Exception):
    """A process of the run failed; the text says which and how."""


class Comparison(Record):
    """A step beside its baseline: medians over the rounds."""

    stage: str
    unit: str
    items: int
    ours_per_second: float
    ours_peak_bytes: int | None
    baseline: str
    baseline_per_second: float
    baseline_peak_bytes: int | None
    apart: str = ""
    apart_per_second: float | None = None
    """Of what the baseline was given ready."""
    runs: dict[str, tuple[Measurement, ...]]

    parts: dict[str, tuple[Part, Part]] = {}
    """By language what ours and the baseline took, in the round that was ours at its median."""

    @property
    def ratio(self) -> float:
        """Our speed as a share of the baseline's."""
        return self.ours_per_second / self.baseline_per_second if self.baseline_per_second else 0.0


class Report(Record):
    """A whole run."""

    machine: Machine
    articles: int
    rounds: int
    comparisons: tuple[Comparison, ...]
    readers: tuple[ReaderSpeed, ...] = ()
    """Figures and periods beside other readers, on the same English text."""
    doublings: tuple[Doubling, ...] = ()


def run_benchmark(*, articles: int, rounds: int, hostile: int, tell: Callable[[str], None]) -> Report:
    """Return the report of a run over so many pages, and over hostile texts of so many characters.

    `tell` is told what is being done. Raises BenchError.
    """
    machine = describe_machine()
    with tempfile.TemporaryDirectory(prefix="ruralwire-bench-") as root:
        tell(f"making {articles} pages in six languages from the sample site")
        _run_process("pages", str(articles), root)
        comparisons = tuple(_compare(stage, Path(root), rounds, tell) for stage in STAGES.values())
        readers = tuple(_measure_reader(reader, root, tell) for reader in get_args(Reader))
        tell(f"hostile texts of {hostile:,} characters, and of twice as many")
        doublings = _DOUBLINGS.validate_json(_run_process("hostile", str(hostile), root))
    return Report(
        machine=machine,
        articles=articles,
        rounds=rounds,
        comparisons=comparisons,
        readers=readers,
        doublings=tuple(doublings),
    )


def _measure_reader(reader: Reader, root: str, tell: Callable[[str], None]) -> ReaderSpeed:
    tell(f"figures in English text: {reader}")
    printed = _run_process("rivals", reader, root)
    speed = None if printed == "null" else Measurement.model_validate_json(printed).per_second
    return ReaderSpeed(reader=reader, words_per_second=speed)


def _compare(stage: Stage, root: Path, rounds: int, tell: Callable[[str], None]) -> Comparison:
    runs: dict[Who, list[Measurement]] = {who: [] for who in get_args(Who)}
    for number in range(rounds):
        for who, measured in runs.items():
            tell(f"{stage.name}, round {number + 1} of {rounds}: {who}")
            keep = ("keep",) if number == 0 and who == "ours" else ()
            measured.append(Measurement.model_validate_json(_run_process(stage.name, who, str(root), *keep)))
    ours, baseline = runs["ours"], runs["baseline"]
    return Comparison(
        stage=stage.name,
        unit=stage.unit,
        items=ours[0].items,
        ours_per_second=median(one.per_second for one in ours),
        ours_peak_bytes=_median_peak(ours),
        baseline=stage.baseline,
        baseline_per_second=median(one.per_second for one in baseline),
        baseline_peak_bytes=_median_peak(baseline),
        apart=stage.apart,
        apart_per_second=_median_apart(baseline),
        runs={who: tuple(measured) for who, measured in runs.items()},
        parts=_pair_parts(ours, baseline),
    )


def _pair_parts(ours: list[Measurement], baseline: list[Measurement]) -> dict[str, tuple[Part, Part]]:
    middle = sorted(range(len(ours)), key=lambda at: ours[at].seconds)[len(ours) // 2]
    return {name: (part, baseline[middle].parts[name]) for name, part in ours[middle].parts.items()}


def _median_apart(measured: list[Measurement]) -> float | None:
    speeds = [one.items / one.apart_seconds for one in measured if one.apart_seconds]
    return median(speeds) if speeds else None


def _median_peak(measured: list[Measurement]) -> int | None:
    peaks = [one.peak_bytes for one in measured if one.peak_bytes is not None]
    return int(median(peaks)) if peaks else None


def _run_process(*arguments: str) -> str:
    command = [sys.executable, "-m", "bench.stage_process", *arguments]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise BenchError(f"{' '.join(arguments[:2])} ended with {done.returncode}:\n{done.stderr.strip()[-2000:]}")
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
