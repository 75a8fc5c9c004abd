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
    return "\n".join((report.machine.describe(), told, "", *lines, "", *apart))


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
