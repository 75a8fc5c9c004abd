"""The benchmark runs, and tells each step beside its baseline."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.news import count_figures, count_words, load_filler, make_news
from bench.pages import make_pages, vary_numbers
from nlp.pack import LANGUAGES

ROOT = Path(__file__).parents[2]


def test_a_quick_run_prints_a_line_for_each_step_and_writes_what_it_measured(tmp_path: Path) -> None:
    file = tmp_path / "bench.json"
    command = [sys.executable, "-m", "bench", "--quick", "--articles", "3", "--json", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(file.read_text(encoding="utf-8"))
    assert [one["stage"] for one in report["comparisons"]] == [
        "extraction",
        "annotation",
        "indexing",
        "query",
        "figures and periods",
        "places and products",
    ]
    for one in report["comparisons"]:
        assert one["items"] > 0
        assert one["ours_per_second"] > 0
        assert one["baseline_per_second"] > 0
        assert one["ours_peak_bytes"] > 1_000_000
        assert any(line.startswith(one["stage"]) and one["baseline"] in line for line in done.stdout.splitlines())
    by_language = [one["parts"] for one in report["comparisons"] if one["parts"]]
    assert [sorted(parts) for parts in by_language] == [["ar", "en", "es", "fr", "ru", "zh"]] * 2
    assert report["readers"][0]["words_per_second"] > 0
    assert {one["reader"] for one in report["readers"]} == {"ruralwire", "recognizers-text", "quantulum3"}
    assert all(one["reader"] in done.stdout for one in report["readers"])
    assert all(one["twice_seconds"] > 0 for one in report["doublings"])


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_news_is_of_ordinary_density(language: str) -> None:
    texts = make_news(language, 1)
    words = sum(count_words(text, language) for text in texts)
    figures = sum(count_figures(text, language) for text in texts)
    assert 25 <= words / figures <= 40


def test_filler_holds_no_figure() -> None:
    for language in LANGUAGES:
        for sentence in load_filler()[language]:
            assert count_figures(sentence, language) == 0, sentence
