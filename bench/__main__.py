"""The command: `python -m bench`, or `make bench`."""

import argparse
import sys
from pathlib import Path

from bench.run import BenchError, run_benchmark
from bench.table import make_table

_ARTICLES = 600
_ROUNDS = 3
_QUICK_ARTICLES = 16
_HOSTILE, _QUICK_HOSTILE = 20_000, 2_000
"""Characters of the shorter of two hostile texts of a kind.

Names of places heaped up take nearly three times at twice the length.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark, print the table, and return the exit code."""
    asked = _read_arguments(arguments)
    articles = asked.articles or (_QUICK_ARTICLES if asked.quick else _ARTICLES)
    hostile = _QUICK_HOSTILE if asked.quick else _HOSTILE
    rounds = asked.rounds or (1 if asked.quick else _ROUNDS)
    try:
        report = run_benchmark(
            articles=articles, rounds=rounds, hostile=hostile, tell=lambda said: print(said, file=sys.stderr)
        )
        if asked.json:
            asked.json.write_text(report.model_dump_json(indent=1) + "\n", encoding="utf-8")
    except (BenchError, OSError) as error:
        print(f"The benchmark stopped: {error}", file=sys.stderr)
        return 1
    print(make_table(report))
    return 0


def _read_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measures articles per second and peak memory of extraction, annotation, indexing and query, each "
        "beside its baseline in the same run.",
        epilog="example: python -m bench --articles 2000 --json bench.json",
    )
    parser.add_argument("--articles", type=_positive, metavar="N", help=f"pages to take (default: {_ARTICLES})")
    parser.add_argument("--rounds", type=_positive, metavar="N", help=f"runs of each step (default: {_ROUNDS})")
    parser.add_argument(
        "--quick", action="store_true", help=f"one round over {_QUICK_ARTICLES} pages: shows that it runs, not how fast"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all that was measured there too")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not 1 or more")
    return number


if __name__ == "__main__":
    sys.exit(main())
