"""Fails where the quality of extraction on the gate half of the corpus falls below its pinned floors.

python -m tests.quality.gate                          # exit code 1 below a floor
python -m tests.quality.gate --raise-floors           # pin what is better now
python -m tests.quality.gate --lower-floors "LINE"    # only with LINE in CHANGELOG.md
"""

import argparse
from collections.abc import Sequence

from tests.quality.floors import (
    CHANGELOG,
    FLOORS,
    digest_corpus,
    find_falls,
    format_floors,
    load_floors,
    lower_floors,
    raise_floors,
)
from tests.quality.measuring import measure_half
from tests.quality.report import format_table
from tests.quality.tally import add_up


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, compare, and say what fell; exit code 0 where nothing did."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.gate", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--raise-floors", action="store_true", help="pin the floors at today's scores where higher")
    parser.add_argument("--lower-floors", metavar="LINE", help="pin them even where lower; LINE stands in CHANGELOG.md")
    options = parser.parse_args(arguments)
    floors, digest = load_floors(), digest_corpus()
    tallies = add_up(measure_half("gate"))
    print(format_table(tallies))
    if options.lower_floors is not None:
        changelog = CHANGELOG.read_text(encoding="utf-8") if CHANGELOG.exists() else ""
        try:
            floors = lower_floors(floors, tallies, digest=digest, line=options.lower_floors, changelog=changelog)
        except ValueError as refused:
            print(f"\nfloors not lowered: {refused}")
            return 1
        FLOORS.write_text(format_floors(floors), encoding="utf-8")
    elif options.raise_floors:
        floors = raise_floors(floors, tallies, digest=digest)
        FLOORS.write_text(format_floors(floors), encoding="utf-8")
    falls = find_falls(floors, tallies)
    if floors.digest != digest:
        falls = (f"tests/corpus/gate has digest {digest}, the floors were pinned for {floors.digest or 'none'}: "
                 "pin them anew with --raise-floors", *falls)  # fmt: skip
    if falls:
        print("\nquality gate: FAILED")
        print("\n".join(f"  {fall}" for fall in falls))
        print("See what went wrong: python -m tests.quality.report --errors LANG --field FIELD (development half)")
        return 1
    print(f"\nquality gate: passed, {len(floors.floors)} floors hold")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
