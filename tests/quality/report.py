"""Prints the scores of a part of the corpus by language and field, or each miss with its sentence.

python -m tests.quality.report                            # the development half
python -m tests.quality.report --half gate                # scores alone: that half is the measure
python -m tests.quality.report --kind sentences           # of articles or sentences alone
python -m tests.quality.report --errors ru --field unit   # what went wrong, to read
"""

import argparse
from collections.abc import Mapping, Sequence

from tests.quality.measuring import KINDS, measure_half
from tests.quality.tally import Outcome, Tally, add_up

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh", "all")
FIELDS = (
    "figure",
    "value",
    "value_unit",
    "not_figures",
    "modifier",
    "change",
    "change_told",
    "status",
    "aspect",
    "aspect_told",
    "level",
    "frequency",
    "frequency_told",
    "period",
    "period_told",
    "measure",
    "relation",
    "subject",
    "population",
    "attribution",
    "place_surface",
    "place_role",
    "product",
    "organisation",
    "place_found",
    "place_linked",
    "product_found",
    "product_linked",
    "organisation_found",
)
"""All fields in the order of the table; F1 of the figure's fields is taken over matched figures."""
_COUNTED = ("not_figures",)
"""Shown as how many were taken: there is nothing to find."""


def format_table(tallies: Mapping[tuple[str, str], Tally]) -> str:
    """The F1 of each field in each language as a table of plain text; a dash where there was nothing to compare."""
    head = f"{'field':<20}" + "".join(f"{language:>8}" for language in LANGUAGES)
    lines = [head, "-" * len(head)]
    for field in FIELDS:
        cells = (_cell(tallies.get((language, field)), field) for language in LANGUAGES)
        lines.append(f"{field:<20}" + "".join(f"{cell:>8}" for cell in cells))
    return "\n".join(lines)


def _cell(tally: Tally | None, field: str) -> str:
    if field in _COUNTED:
        return str(tally.given if tally else 0)
    return "-" if tally is None or not tally.asked + tally.given else f"{tally.f1:.3f}"


def format_errors(outcomes: Sequence[Outcome], field: str) -> str:
    """Each miss of a field: article, what was asked, what was given, and the sentence."""
    misses = [one for one in outcomes if one.field == field and one.is_miss]
    blocks = [f"{one.article}  {one.gold or 'nothing'}\n   read: {one.found}\n   {one.sentence}" for one in misses]
    return "\n".join([*blocks, f"{len(misses)} misses of {field}"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table or the errors; errors of the gate half are not shown, so that no rule is shaped to them."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.report", description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=("dev", "gate", "reference"), default="dev")
    parser.add_argument("--kind", choices=KINDS, default="all")
    parser.add_argument("--errors", metavar="LANG", choices=LANGUAGES)
    parser.add_argument("--field", choices=FIELDS, default="value_unit")
    options = parser.parse_args(arguments)
    if options.errors is None:
        print(format_table(add_up(measure_half(options.half, kind=options.kind))))
        return 0
    if options.half == "gate":
        parser.error("errors of the gate half are not shown: rules are written by --half dev, and measured by gate")
    language = None if options.errors == "all" else options.errors
    print(format_errors(measure_half(options.half, language=language, kind=options.kind), options.field))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
