"""Makes news texts of ordinary density: sentences of the sample site, thinned with sentences that hold no figure."""

import random
import tomllib
from functools import cache
from pathlib import Path

from bench.pages import vary_numbers
from nlp.context import Context
from nlp.figures.find import find_figures
from nlp.periods.find import find_periods
from nlp.text_view import make_text_view
from ruralwire.sample_site.content import load_content

_FILLER = Path(__file__).parent / "news_filler.toml"
WORDS_PER_FIGURE = 32
"""News has a figure in every 25 to 40 words; the sample site, which is all figures, one in 11 to 15."""
CHARACTERS_PER_WORD = 2
"""Of Chinese, which does not divide words: what is asked of it in characters is twice what is asked in words."""
_SENTENCES_PER_PARAGRAPH = 3
_SEED = 20


def make_news(language: str, copies: int) -> list[str]:
    """Return the articles of a language as running news, so many times over, each time with other numbers."""
    content = load_content()
    outlets = {outlet.id for outlet in content.outlets if outlet.language == language}
    articles = [f"{one.title}\n{one.body}" for one in content.articles if one.outlet in outlets]
    chance = random.Random(_SEED)
    return [_thin(vary_numbers(one, copy), language, chance) for copy in range(copies) for one in articles]


def count_words(text: str, language: str) -> int:
    """Return how many words a text has; of Chinese two characters count as one."""
    return len("".join(text.split())) // CHARACTERS_PER_WORD if language == "zh" else len(text.split())


def count_figures(text: str, language: str) -> int:
    """Return how many figures are found in a text."""
    view = make_text_view(text, language=language)
    return len(find_figures(view, Context(), periods=find_periods(view, Context())))


def _thin(text: str, language: str, chance: random.Random) -> str:
    """The text with sentences of filler between its own, until it is of ordinary density."""
    view = make_text_view(text, language=language)
    sentences = [text[sentence.start : sentence.end] for sentence in view.sentences]
    words, wanted = count_words(text, language), WORDS_PER_FIGURE * count_figures(text, language)
    filler: list[str] = []
    while words < wanted:
        filler.append(chance.choice(load_filler()[language]))
        words += count_words(filler[-1], language)
    mixed = list(sentences)
    for sentence in filler:
        mixed.insert(chance.randrange(1, len(mixed) + 1), sentence)
    gap = "" if language == "zh" else " "
    paragraphs = (
        gap.join(mixed[first : first + _SENTENCES_PER_PARAGRAPH])
        for first in range(1, len(mixed), _SENTENCES_PER_PARAGRAPH)
    )
    return "\n".join((mixed[0], *paragraphs))


@cache
def load_filler() -> dict[str, list[str]]:
    """Sentences without figures, by language."""
    filler: dict[str, list[str]] = tomllib.loads(_FILLER.read_text(encoding="utf-8"))["filler"]
    return filler
