"""`python -m tools.gazetteer fetch FOLDER` and `build FOLDER [--check]`: from the sources to `nlp/data/gazetteer`."""

import argparse
import sys
import tempfile
from pathlib import Path

from nlp.gazetteer_layout import FILES, FOLDER
from tools.gazetteer.places import make_places
from tools.gazetteer.sources import Sources, fetch_sources
from tools.gazetteer.write import write_gazetteer

_SHIPPED = Path(__file__).parents[2] / "nlp" / FOLDER


def main() -> int:
    """Run one of the commands; 1 where `--check` finds that the shipped files are not what the sources give."""
    parser = argparse.ArgumentParser(prog="python -m tools.gazetteer", description=__doc__)
    parser.add_argument("command", choices=("fetch", "build"))
    parser.add_argument("folder", type=Path, help="where the sources are, or are put")
    parser.add_argument("--check", action="store_true", help="compare with the shipped files instead of writing them")
    arguments = parser.parse_args()
    if arguments.command == "fetch":
        fetch_sources(arguments.folder)
        return 0
    places = make_places(Sources(arguments.folder))
    if not arguments.check:
        sizes = write_gazetteer(places, _SHIPPED)
        sys.stdout.write(f"{len(places)} places, {sum(sizes.values()):,} bytes in {_SHIPPED}\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        write_gazetteer(places, Path(folder))
        other = [name for name in FILES if (Path(folder) / name).read_bytes() != (_SHIPPED / name).read_bytes()]
    if other:
        sys.stdout.write(
            f"{', '.join(other)}: not what the sources give; run `python -m tools.gazetteer build FOLDER`\n"
        )
    return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
