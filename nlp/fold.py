"""Folding of characters that keeps every offset: one code point in, one code point out."""

import unicodedata

_ARABIC_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ک": "ك", "ی": "ي", "ھ": "ه", "ہ": "ه"}


def _fold_character(character: str) -> str:
    if character in _ARABIC_LETTERS:
        return _ARABIC_LETTERS[character]
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"
    compatible = unicodedata.normalize("NFKC", character)
    if len(compatible) != 1:
        compatible = character
    lowered = compatible.lower()
    if len(lowered) != 1:
        lowered = compatible
    if lowered.isdecimal():
        return str(unicodedata.decimal(lowered))
    if lowered in "’‘ʼ`´":
        return "'"
    if lowered in "‐‑‒–—−﹣－":
        return "-"
    return {"ё": "е", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u3000": " "}.get(lowered, lowered)


class _Folded(dict[int, str]):
    """What each code point becomes, worked out when it is first met: texts use few of them, over and over."""

    def __missing__(self, code_point: int) -> str:
        folded = self[code_point] = _fold_character(chr(code_point))
        return folded


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Return the text in lower case, digits as ASCII, letter variants joined; same length, same offsets.

    Arabic alif and ya variants become one letter, ё becomes е, full-width forms ASCII, odd spaces a space,
    typographic apostrophes and dashes plain ones, unpaired surrogates U+FFFD. Diacritics stay.

    >>> fold("ＡＢ３ ٤٥ أربعة Ёлка’s")
    "ab3 45 اربعة елка's"
    """
    return text.translate(_FOLDED)
