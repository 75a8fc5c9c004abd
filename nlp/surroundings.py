"""What stands around a name decides whether an ambiguous word means a thing of the lexicon."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.fold import fold
from nlp.matching import Name
from nlp.pack import load_pack
from nlp.text_view import TextView

_WINDOW = {"zh": 40}
_DEFAULT_WINDOW = 110
"""Code points on either side in which cue words are looked for: about a sentence."""
_SUBSTRING_LANGUAGES = ("zh", "ar")
"""Cue words are found inside words: Chinese does not divide them, Arabic joins clitics to them."""
_SHORTEST_TITLE_WORD = 4
"""Shorter words (of, and, the) stay small in a headline."""
_LONGEST_TITLE = 160
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class ProductCues:
    """The pack `product.toml` of a language."""

    goods: re.Pattern[str]
    """Words that speak of growing, selling and weighing goods."""
    blockers: tuple[str, ...]
    before_one_character: tuple[str, ...]
    """Chinese: what must stand before a name of one character (养鱼, 斤茶)."""


@cache
def load_product_cues(language: str) -> ProductCues:
    """Return the cue words of a language; raises PackError where its pack is missing or broken."""
    pack = load_pack(language, "product")
    return ProductCues(
        goods=_cue_pattern(tuple(fold(cue) for cue in pack["cues"]), language),
        blockers=tuple(fold(blocker) for blocker in pack.get("blockers", ())),
        before_one_character=tuple(fold(cue) for cue in pack.get("before_one_character", ())),
    )


@cache
def _cue_pattern(cues: tuple[str, ...], language: str) -> re.Pattern[str]:
    """Cue words are stems: they match at the beginning of a word, e.g. "harvest" in "harvested"."""
    stems = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True))
    if not stems:
        return re.compile(r"(?!)")
    return re.compile(f"(?:{stems})" if language in _SUBSTRING_LANGUAGES else rf"\b(?:{stems})")


def is_forbidden(view: TextView, name: Name, start: int, end: int) -> bool:
    """True where the words beside a name say that it means something else."""
    folded = view.folded
    if name.not_after and folded[:start].rstrip(" \"'«“").endswith(name.not_after):
        return True
    if name.not_before and folded[end : end + _DEFAULT_WINDOW].lstrip(" \"'»”").startswith(name.not_before):
        return True
    return (
        bool(name.not_near) and _cue_pattern(name.not_near, view.language).search(_around(view, start, end)) is not None
    )


def speaks_of_goods(view: TextView, name: Name, start: int, end: int) -> bool:
    """True where a cue word of the language, or of the name itself, stands near."""
    around = _around(view, start, end)
    if name.needs:
        return _cue_pattern(name.needs, view.language).search(around) is not None
    return load_product_cues(view.language).goods.search(around) is not None


def _around(view: TextView, start: int, end: int) -> str:
    """The words before and after a name on its line, without the name."""
    window = _WINDOW.get(view.language, _DEFAULT_WINDOW)
    before = view.folded[max(0, start - window) : start].rpartition("\n")[2]
    after = view.folded[end : end + window].partition("\n")[0]
    return f"{before} {after}"


def is_part_of_name(view: TextView, start: int, end: int) -> bool:
    """True for a capitalised word next to another one within a sentence: Susan Rice, Orange County.

    Never in an English headline in title case, where each word has a capital.
    """
    body = view.body
    if not body[start].isupper() or " " in body[start:end]:
        return False
    before, after = body[max(0, start - 30) : start], body[end : end + 30]
    stripped = before.rstrip(" ")
    if not stripped or stripped[-1] in ".!?:;\n\"'“«(—–-|•…":
        return _starts_with_capital(after) and not is_title(view, start)
    return not is_title(view, start)


def _starts_with_capital(after: str) -> bool:
    return len(after) > 2 and after[0] == " " and after[1].isupper() and after[2].islower()


def is_title(view: TextView, offset: int) -> bool:
    """True in an English headline in title case, where each word has a capital."""
    if view.language != "en":
        return False
    line_start = view.body.rfind("\n", 0, offset) + 1
    line_end = view.body.find("\n", offset)
    line = view.body[line_start : line_end if line_end >= 0 else None].rstrip()
    if len(line) > _LONGEST_TITLE or line.endswith((".", "!", "?")):
        return False
    words = _WORD.findall(line)
    long_words = [word for word in words if len(word) >= _SHORTEST_TITLE_WORD]
    return len(long_words) < 2 or sum(word[0].isupper() for word in long_words) * 2 > len(long_words)
