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
_BEFORE_CUE = {"zh": "", "ar": r"\b[وف]?(?:ال|بال|كال|لل|[بكلس])?"}
_BEFORE_CUE_ELSEWHERE = r"\b"
"""What a cue word stands after: nothing in Chinese, which does not divide words, in Arabic the clitics of a word."""
_SHORTEST_TITLE_WORD = 4
"""Shorter words (of, and, the) stay small in a headline."""
_LONGEST_TITLE = 160
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_OPENERS = ".!?:;\n\"'“«(—–-|•…„"
_QUOTE_BEFORE = re.compile(r"""["'“‘«„「『] \s* (?: [^\W\d_]{1,5} \s+ ){0,2} $""", re.VERBOSE)  # « pour une
_QUOTE_AFTER = re.compile(r"""\s* [,.!]? ["'”’»“」』]""", re.VERBOSE)
_LONGEST_QUOTE_OPENING = 16


@dataclass(frozen=True)
class ProductCues:
    """The pack `product.toml` of a language, as far as it concerns the words right beside a name."""

    goods: re.Pattern[str]
    """Words that speak of growing, selling and weighing goods."""
    blockers: tuple[str, ...]
    before_one_character: tuple[str, ...]
    """Chinese: what must stand before a name of one character (养鱼, 斤茶)."""
    before_noun: frozenset[str]
    """Spanish, French: words after which a word that is an adjective too is a noun."""


@cache
def load_product_cues(language: str) -> ProductCues:
    """Return the cue words of a language; raises PackError where its pack is missing or broken."""
    pack = load_pack(language, "product")
    return ProductCues(
        goods=_cue_pattern(tuple(fold(cue) for cue in pack["cues"]), language),
        blockers=tuple(fold(blocker) for blocker in pack.get("blockers", ())),
        before_one_character=tuple(fold(cue) for cue in pack.get("before_one_character", ())),
        before_noun=frozenset(fold(word) for word in pack.get("before_noun", ())),
    )


@cache
def _cue_pattern(cues: tuple[str, ...], language: str) -> re.Pattern[str]:
    """Cue words are stems, e.g. "harvest" in "harvested"; a space at their end makes them whole words."""
    stems = "|".join(
        re.escape(cue.rstrip(" ")) + (r"\b" if cue.endswith(" ") else "") for cue in sorted(cues, key=len, reverse=True)
    )
    return re.compile(_BEFORE_CUE.get(language, _BEFORE_CUE_ELSEWHERE) + f"(?:{stems})" if stems else r"(?!)")


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


def line_around(view: TextView, start: int, end: int) -> tuple[int, int]:
    """Where the words around a name begin and end: within its line, about a sentence to either side."""
    window = _WINDOW.get(view.language, _DEFAULT_WINDOW)
    low, high = max(0, start - window), min(len(view.body), end + window)
    line_start, line_end = view.body.rfind("\n", low, start), view.body.find("\n", end, high)
    return (low if line_start < 0 else line_start + 1), (high if line_end < 0 else line_end)


def _around(view: TextView, start: int, end: int) -> str:
    """The words before and after a name on its line, without the name."""
    low, high = line_around(view, start, end)
    return f"{view.folded[low:start]} {view.folded[end:high]}"


def is_adjective_here(view: TextView, start: int) -> bool:
    """True where the word before says that a word is an adjective: huipiles bordados, mangues mûres.

    A noun stands after a determiner, a preposition, a number, a comma, or opens the sentence.
    """
    before = view.folded[max(0, start - 24) : start]
    if not before or not before[-1].isspace():
        return False
    words = before.split()
    if not words or not words[-1][-1].isalpha():
        return False
    known = load_product_cues(view.language).before_noun
    return words[-1] not in known and " ".join(words[-2:]) not in known


def is_quoted(view: TextView, start: int, end: int) -> bool:
    """True for a name alone between quotation marks, short words before it aside: « un navet », “韭菜”."""
    return (
        _QUOTE_AFTER.match(view.body, end) is not None
        and _QUOTE_BEFORE.search(view.body[max(0, start - _LONGEST_QUOTE_OPENING) : start]) is not None
    )


def is_part_of_name(view: TextView, start: int, end: int) -> bool:
    """True for a capitalised word next to another one within a sentence: Susan Rice, Orange County, d'Orange.

    Never in an English headline in title case, or a line in capitals, where each word has one.
    """
    body = view.body
    if not body[start].isupper() or " " in body[start:end]:
        return False
    if _opens_sentence(body, start):
        return _starts_with_capital(body[end : end + 30]) and not is_title(view, start)
    return not is_title(view, start) and not _is_in_capitals(body, start, end)


def _opens_sentence(body: str, start: int) -> bool:
    before = body[max(0, start - 30) : start].rstrip(" ")
    if not before:
        return True
    if before[-1] in "'’" and before[-2:-1].isalpha():
        return False  # an elision, no quotation mark: cadre d'Orange
    return before[-1] in _SENTENCE_OPENERS


def _is_in_capitals(body: str, start: int, end: int) -> bool:
    """True where the words beside a word in capitals have them too: EL CAFÉ SUBE."""
    around = body[max(0, start - 12) : start] + body[end : end + 12]
    return body[start:end].isupper() and sum(map(str.isupper, around)) > sum(map(str.islower, around))


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
