"""A process of its own for one measurement: `python -m bench.stage_process STAGE WHO FOLDER [keep]`."""

import sys
from pathlib import Path
from typing import get_args

from bench.folder import RunFolder
from bench.measure import Reader
from bench.stage import STAGES, Who


def main(arguments: list[str]) -> int:
    """Measure, and print the measurement as a line of JSON."""
    name, who, root, *more = arguments
    folder = RunFolder(Path(root))
    if name == "pages":
        from bench.pages import make_pages

        folder.keep_pages(make_pages(int(who)))
        return 0
    if name == "hostile":
        from bench.hostile import measure_doublings

        print("[" + ",".join(one.model_dump_json() for one in measure_doublings(int(who))) + "]")
        return 0
    if name == "rivals":
        from bench.rivals import measure_reader

        (reader,) = (one for one in get_args(Reader) if one == who)
        measured = measure_reader(reader)
        print("null" if measured is None else measured.model_dump_json())
        return 0
    (whose,) = (one for one in get_args(Who) if one == who)
    print(STAGES[name].measure(whose, folder, keeps="keep" in more).model_dump_json())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
