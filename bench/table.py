"""The report as a table for people."""

from bench.run import Comparison, Report

_MEBIBYTE = 1024**2
_HEADS = ("step", "ours", "peak memory", "baseline", "peak memory", "ratio", "beside")


def make_table(report: Report) -> str:
    """Return the machine and a table with a line for each step."""
    rows = [_HEADS, *(_row(one) for one in report.comparisons)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(_HEADS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "  ".join("-" * width for width in widths))
    told = f"{report.articles} pages in six languages, medians of {report.rounds} rounds, ours and baseline in turns"
    if report.rounds == 1:
        told = f"{report.articles} pages in six languages, a single round"
    apart = [
        f"{one.stage}: {one.apart}, {_speed(one.apart_per_second)} {one.unit}/s"
        for one in report.comparisons
        if one.apart_per_second is not None
    ]
    sections = (apart, _by_language(report), _readers(report), _doublings(report))
    further = [line for section in sections if section for line in (*section, "")]
    return "\n".join((report.machine.describe(), told, "", *lines, "", *further)).rstrip()


def _by_language(report: Report) -> list[str]:
    """Speeds of each language; Chinese is counted in characters, two for a word."""
    return [
        f"{one.stage}, {language}: {_speed(ours.per_second)} {ours.unit}/s, tokenising alone "
        f"{_speed(baseline.per_second)}; a figure in {ours.items // max(1, ours.figures)} {ours.unit}"
        for one in report.comparisons
        for language, (ours, baseline) in one.parts.items()
    ]


def _readers(report: Report) -> list[str]:
    """Each reader of quantities beside ours, which stands first."""
    if not report.readers:
        return []
    first = report.readers[0].words_per_second or 0.0
    lines = []
    for one in report.readers:
        if one.words_per_second is None:
            lines.append(f"{one.reader}: left out, it is not installed (pip install -e '.[bench]' adds it)")
        else:
            times = first / one.words_per_second
            lines.append(
                f"{one.reader}: {_speed(one.words_per_second)} words/s; ruralwire reads {times:,.0f} times that"
            )
    return ["Figures and periods in the same English text:", *lines]


def _doublings(report: Report) -> list[str]:
    """How much longer hostile texts take at twice the length: twice as long is linear."""
    return [
        f"hostile, {one.kind}: {one.characters:,} characters {one.seconds:.2f} s, "
        f"twice as many {one.twice_seconds:.2f} s: {one.ratio:.1f} times"
        for one in report.doublings
    ]


def _row(one: Comparison) -> tuple[str, ...]:
    return (
        one.stage,
        f"{_speed(one.ours_per_second)} {one.unit}/s",
        _memory(one.ours_peak_bytes),
        f"{_speed(one.baseline_per_second)} {one.unit}/s",
        _memory(one.baseline_peak_bytes),
        f"{one.ratio:.2f}",
        one.baseline,
    )


def _speed(per_second: float) -> str:
    return f"{per_second:,.0f}" if per_second >= 100 else f"{per_second:.1f}"


def _memory(peak_bytes: int | None) -> str:
    return "unknown" if peak_bytes is None else f"{peak_bytes / _MEBIBYTE:,.0f} MiB"
