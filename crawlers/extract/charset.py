"""The character set of a page: what it declares, checked against what its bytes look like."""

import codecs
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from pydantic import BaseModel

from nlp.model.article import Rejection

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# <meta charset="gb2312">, <meta http-equiv=Content-Type content="text/html; charset=windows-1256">,
# <?xml version="1.0" encoding="koi8-r"?>
_DECLARATION = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_MARKUP = re.compile(rb"<script.*?</script>|<style.*?</style>|<[^>]*>", re.DOTALL | re.IGNORECASE)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

# Pages say the narrower name and use the wider set, as browsers know (WHATWG Encoding Standard).
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "cp936": "gb18030",
    "iso8859-1": "windows-1252",
    "ascii": "windows-1252",
    "cp1252": "windows-1252",
    "cp1251": "windows-1251",
    "cp1256": "windows-1256",
    "big5hkscs": "big5",
}
_HEAD_BYTES = 4096
_SAMPLE_BYTES = 20_000
_MIN_CHARACTERS = 8
"""Fewer letters outside ASCII tell nothing: the declaration is believed."""
_DECLARED_BONUS = 0.25
"""A declaration loses only to a set under which the text looks much more like a language."""
_MAX_BAD_UTF8 = 0.05
_MAX_BAD = 0.02
"""Share of characters that may be unreadable: a page cut within one, a stray byte."""


class _Charset(BaseModel):
    common: str
    share: float
    latin: bool = False


def decode_page(payload: bytes, *, content_type: str = "", hint: str | None = None) -> str | Rejection:
    """Return the page as text, or why its bytes cannot be read.

    `content_type` is the HTTP header; `hint` is what the source file says, which wins over all but a BOM.
    """
    for bom, name in _BOMS:
        if payload.startswith(bom):
            return _check(payload[len(bom) :].decode(name, "replace"))
    if hint:
        return _check(payload.decode(hint, "replace"))
    utf8 = payload.decode("utf-8", "replace")
    bad = utf8.count("\ufffd")
    if not bad or bad <= _MAX_BAD_UTF8 * sum(1 for character in utf8 if character > "\x7f"):
        # Legacy text is hardly ever valid UTF-8 by chance, whatever is declared.
        return _check(utf8)
    return _check(payload.decode(find_charset(payload, content_type=content_type), "replace"))


def find_charset(payload: bytes, *, content_type: str = "") -> str:
    """Return the name of the legacy character set that bytes which are not UTF-8 are in."""
    declared = list(_list_declared(payload, content_type))
    sample = _MARKUP.sub(b" ", payload)[:_SAMPLE_BYTES]
    candidates = dict.fromkeys([*declared, *_load_charsets()])
    scores = {name: _score(sample, name) for name in candidates}
    for place, name in enumerate(declared):
        scores[name] += _DECLARED_BONUS / (place + 1)
    return max(candidates, key=lambda name: scores[name])


def _list_declared(payload: bytes, content_type: str) -> Iterator[str]:
    found: list[str] = []
    if match := _HEADER_CHARSET.search(content_type):
        found.append(match.group(1))
    found += [raw.decode("ascii", "replace") for raw in _DECLARATION.findall(payload[:_HEAD_BYTES])]
    for name in found:
        try:
            known = codecs.lookup(name).name
        except LookupError:
            continue
        if known not in ("utf-8", "utf-16", "utf-32"):  # the bytes have shown that they are not
            yield _WIDER.get(known, known)


def _score(sample: bytes, name: str) -> float:
    """How much the text looks like a language under this set: about 1 where it does."""
    text = sample.decode(name, "replace")
    letters = [place for place, character in enumerate(text) if character > "\x7f" and character != "\xa0"]
    bad = text.count("\ufffd")
    charset = _load_charsets().get(name)
    if len(letters) < _MIN_CHARACTERS:
        # A page of another script has many more: these are the accents of a Latin one.
        return 0.0 if bad else 0.5 + 0.1 * bool(charset and charset.latin)
    if charset is None:
        return 0.0
    hits = sum(1 for place in letters if text[place] in charset.common)
    share = hits / len(letters) / charset.share
    among_ascii = sum(1 for place in letters if _has_ascii_neighbour(text, place)) / len(letters)
    if charset.latin:
        share *= among_ascii
    else:
        # Other scripts do not stand within Latin words, nor do Latin letters with accents within theirs.
        share *= 1 - among_ascii
        share -= sum(1 for place in letters if "À" <= text[place] <= "ÿ") / len(letters)
    return min(1.0, share) - 5 * bad / len(letters)


def _has_ascii_neighbour(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return any(character < "\x80" and character.isalpha() for character in around)


def _check(text: str) -> str | Rejection:
    bad = text.count("\ufffd") + len(_CONTROL.findall(text))
    if bad > _MAX_BAD * max(1, len(text)):
        return Rejection(stage="decode", reason="undecodable", detail=f"{bad} of {len(text)} characters unreadable")
    return text.replace("\x00", "")


@cache
def _load_charsets() -> dict[str, _Charset]:
    content = (resources.files("crawlers") / "data" / "charset.toml").read_text(encoding="utf-8")
    return {name: _Charset.model_validate(table) for name, table in tomllib.loads(content).items()}
