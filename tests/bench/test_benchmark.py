"""The benchmark runs, and tells each step beside its baseline."""

import json
import subprocess
import sys
from pathlib import Path

from bench.pages import make_pages, vary_numbers

ROOT = Path(__file__).parents[2]


def test_a_quick_run_prints_a_line_for_each_step_and_writes_what_it_measured(tmp_path: Path) -> None:
    file = tmp_path / "bench.json"
    command = [sys.executable, "-m", "bench", "--quick", "--articles", "3", "--json", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(file.read_text(encoding="utf-8"))
    assert [one["stage"] for one in report["comparisons"]] == ["extraction", "annotation", "indexing", "query"]
    for one in report["comparisons"]:
        assert one["items"] > 0
        assert one["ours_per_second"] > 0
        assert one["baseline_per_second"] > 0
        assert one["ours_peak_bytes"] > 1_000_000
        assert any(line.startswith(one["stage"]) and one["baseline"] in line for line in done.stdout.splitlines())


def test_a_wrong_option_is_refused() -> None:
    command = [sys.executable, "-m", "bench", "--articles", "0"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "0 is not 1 or more" in done.stderr


def test_pages_are_in_all_six_languages_and_differ_in_their_numbers() -> None:
    pages = make_pages(130)
    assert len({page.url for page in pages}) == 130
    assert len({page.payload for page in pages}) > 110
    assert len({page.url.split("/")[3] for page in pages[:8]}) >= 6
    charsets = {page.content_type.partition("charset=")[2] for page in pages}
    assert len(charsets) >= 2


def test_numbers_are_varied_but_not_years_markup_or_scripts() -> None:
    html = '<a href="/12345">In 2019: 1,250</a><script>var a = 1250 > 3</script><p>٤٥ 88</p>'
    assert vary_numbers(html, 0) == html
    varied = vary_numbers(html, 3)
    assert varied == '<a href="/12345">In 2019: 1,295</a><script>var a = 1250 > 3</script><p>٤٥ 82</p>'
