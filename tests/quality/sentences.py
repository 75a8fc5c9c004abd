"""Annotated sentences that ask for figures alone: files of JSON lines, one for each language."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from nlp.model.quantity import Change, Modifier
from tests.quality.gold import CORPUS, GoldArticle, parse_article

SENTENCES = CORPUS / "sentences"
_KEYS = frozenset({"id", "language", "published_at", "text", "figures", "not_figures", "neutral"})
_FIGURE_KEYS = frozenset({"surface", "value", "value_max", "unit", "modifier", "change", "period"})
_OPTIONAL_FIGURE_KEYS = frozenset({"value_max", "period"})
_MODIFIERS = frozenset(get_args(Modifier))
_CHANGES = frozenset({None, *get_args(Change)})
_UNIT = re.compile(
    r"""
    (?: [A-Z]{3} | [a-z][a-z_]* )       # a currency, or a word of the vocabulary or lower-case English: CNY, mu, egg
    (?: / [a-z][a-z_]* )?               # a rate: CNY/kg
    """,
    re.VERBOSE,
)


def load_sentences(half: str, *, folder: Path = SENTENCES) -> tuple[GoldArticle, ...]:
    """Sentences of one half ("dev", "gate") as articles of which only figures are asked; none for "reference".

    Raises ValueError that names file and line where one is not as tests/corpus/sentences/README.md says.
    """
    return tuple(article for path in sorted((folder / half).glob("*.jsonl")) for article in _load_file(path))


def _load_file(path: Path) -> Iterator[GoldArticle]:
    seen: set[str] = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            article = parse_sentence(json.loads(line))
            if article.language != path.stem:
                raise ValueError(f"language {article.language!r}: expected {path.stem!r}, as the file is named")
            if article.id in seen:
                raise ValueError(f"id {article.id!r} stands on a line before: expected one of its own")
        except (ValueError, TypeError, AttributeError) as broken:
            raise ValueError(f"{path}, line {number}: {broken}") from broken
        seen.add(article.id)
        yield article


def parse_sentence(raw: dict[str, Any]) -> GoldArticle:
    """Return the sentence of an annotation; raises ValueError that says what is wrong and what would be right."""
    _expect_keys("the sentence", raw, _KEYS, _KEYS)
    for row in raw["figures"]:
        _expect_keys(f"the figure {row.get('surface')!r}", row, _FIGURE_KEYS - _OPTIONAL_FIGURE_KEYS, _FIGURE_KEYS)
        _check_figure(row)
    for words in (*raw["not_figures"], *raw["neutral"]):
        if words not in raw["text"]:
            raise ValueError(f"{words!r} of not_figures or neutral is not in the text: expected an exact substring")
    article = parse_article(raw)
    starts = [figure.start for figure in article.figures]
    if starts != sorted(starts):
        raise ValueError("the figures are out of order: expected them as they stand in the text")
    figures = (
        replace(figure, has_period="period" in row) for figure, row in zip(article.figures, raw["figures"], strict=True)
    )
    return replace(article, figures=tuple(figures), asks_figures_only=True)


def _expect_keys(what: str, row: dict[str, Any], needed: frozenset[str], allowed: frozenset[str]) -> None:
    missing, unknown = sorted(needed - row.keys()), sorted(row.keys() - allowed)
    if missing or unknown:
        raise ValueError(
            f"{what} lacks {', '.join(missing) or 'nothing'} and has the unknown {', '.join(unknown) or 'nothing'}: "
            f"expected {', '.join(sorted(needed))}"
        )


def _check_figure(row: dict[str, Any]) -> None:
    surface, unit, value_max = row["surface"], row["unit"], row.get("value_max")
    if row["modifier"] not in _MODIFIERS:
        raise ValueError(f"{surface!r}: modifier {row['modifier']!r}: expected one of {', '.join(sorted(_MODIFIERS))}")
    if row["change"] not in _CHANGES:
        told = ", ".join(sorted(str(change) for change in _CHANGES))
        raise ValueError(f"{surface!r}: change {row['change']!r}: expected one of {told}")
    if (value_max is not None) != (row["modifier"] == "range") or (value_max is not None and value_max < row["value"]):
        raise ValueError(f"{surface!r}: expected value_max, not below value, with the modifier range and only there")
    if unit is not None and not _UNIT.fullmatch(unit):
        raise ValueError(
            f"{surface!r}: unit {unit!r}: expected a currency, a lower-case singular, a rate of them or null"
        )
