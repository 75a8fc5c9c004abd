"""Names explained behind a comma: FarmCart, an agritech firm; Tantsaha Mivoatra, une application."""

import re
from collections.abc import Sequence

from nlp.organisations.named import Named, OrganisationKind
from nlp.organisations.pack import OrganisationPack
from nlp.organisations.run import run_to
from nlp.organisations.word import Word
from nlp.text_view import TextView

_COMMA = re.compile(r",\s|\s[-–—]\s")
_LONGEST_PHRASE = 6
_NO_PHRASE = frozenset(("of", "in", "at", "by", "who", "with", "from", "for", "and", "de", "du", "del", "en"))


def find_apposed(
    view: TextView, words: Sequence[Word], at: int, last: int, kind: OrganisationKind, pack: OrganisationPack
) -> Named | None:
    """The name before a comma (or "is") and an article, where the noun [at, last) heads what follows; else None."""
    if words[at].has_capital or (last < len(words) and words[last].follows and words[last].norm in pack.roles):
        return None
    article = _article_before(words, at, pack)
    if article is None or article == 0:
        return None
    before = article - 1
    if not words[article].follows:
        if not _COMMA.fullmatch(view.body, words[before].end, words[article].start):
            return None
    elif words[before].norm in pack.copulas and words[before].follows:
        before -= 1
    else:
        return None
    start = run_to(words, before + 1, pack)
    if start > before:
        return None
    return Named(words[start].start, words[before].end, kind)


def _article_before(words: Sequence[Word], at: int, pack: OrganisationPack) -> int | None:
    """The article that opens the phrase which the noun ends; in French and Spanish the noun comes first in it."""
    longest = _LONGEST_PHRASE if pack.language == "en" else 1
    for before in range(at - 1, max(-1, at - 2 - longest), -1):
        if not words[before + 1].follows or words[before].norm in _NO_PHRASE:
            return None
        if words[before].norm in pack.articles:
            return before
    return None
