"""Arabic spellings of pinyin syllables, several each, as Arabic media write Chinese names."""

import re
from functools import cache
from itertools import product

_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)")
_INITIALS = {
    "": ("",), "b": ("ب",), "p": ("ب",), "m": ("م",), "f": ("ف",), "d": ("د",), "t": ("ت",), "n": ("ن",), "l": ("ل",),
    "g": ("ق", "غ", "ج", "ك"), "k": ("ك",), "h": ("ه", "خ"), "j": ("ج",), "q": ("تش",), "x": ("ش",),
    "zh": ("تش", "ج", "ز"), "ch": ("تش",), "sh": ("ش",), "r": ("ر",), "z": ("تس", "ز"), "c": ("تس", "س"), "s": ("س",),
    "y": ("ي",), "w": ("و",),
}  # fmt: skip
_FINALS = {
    "a": ("ا",), "o": ("و",), "e": ("ه", "", "ي", "ا"), "i": ("ي",), "u": ("و",), "v": ("ي", "و"), "ai": ("اي",),
    "ei": ("ي", "يي"), "ao": ("او",), "ou": ("و", "او"), "an": ("ان",), "en": ("ن", "ين"), "ang": ("انغ",),
    "eng": ("نغ", "ينغ"), "ong": ("ونغ",), "er": ("ار", "ير", "ر"), "ia": ("يا",), "iao": ("ياو",),
    "ie": ("يه", "ي", "يا"), "iu": ("يو",), "ian": ("يان",), "iang": ("يانغ",), "in": ("ين",), "ing": ("ينغ", "ين"),
    "iong": ("يونغ",), "ua": ("وا",), "uo": ("و", "وه", "وا"), "uai": ("واي",), "ui": ("وي",), "uan": ("وان",),
    "un": ("ون",), "uang": ("وانغ",), "ue": ("ويه", "وي", "يويه"), "ve": ("ويه", "وي"), "m": ("م",), "n": ("ن",),
}  # fmt: skip
# After y and w the final is written without the glide, and a bare vowel stands on an alif.
_WHOLE = {
    "a": ("ا",), "ai": ("اي",), "an": ("ان",), "ang": ("انغ",), "ao": ("او",), "e": ("ا", "اي", "ه"), "en": ("ان",),
    "er": ("ار", "ير"), "o": ("او",), "ou": ("او",), "yi": ("يي", "ي", "اي"), "ya": ("يا",), "yan": ("يان",),
    "yang": ("يانغ",), "yao": ("ياو",), "ye": ("يه", "ي"), "yin": ("ين", "يين"), "ying": ("ينغ", "يينغ"),
    "yong": ("يونغ",), "you": ("يو", "يوي"), "yu": ("يو", "يوي"), "yuan": ("يوان",), "yue": ("يويه", "يوي"),
    "yun": ("يون",), "wa": ("وا",), "wai": ("واي",), "wan": ("وان",), "wang": ("وانغ",), "wei": ("وي", "واي"),
    "wen": ("ون", "وين"), "weng": ("ونغ",), "wo": ("وو", "و"), "wu": ("وو", "و"), "zhi": ("تشي", "جي"),
    "shi": ("شي",), "si": ("سي",), "zi": ("تسي", "زي"), "ci": ("تسي", "سي"), "ri": ("ري",), "chi": ("تشي",),
}  # fmt: skip
_NASALS = ("نغ", "نج", "نق", "نك")
MOST_SPELLINGS = 60
"""Per name, the likeliest first: names of three and four syllables would else have thousands."""


@cache
def _spell_syllable(syllable: str) -> tuple[str, ...]:
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    found = _SYLLABLE.fullmatch(syllable)
    if found is None or found.group(2) not in _FINALS:
        return ()
    return tuple(a + b for b in _FINALS[found.group(2)] for a in _INITIALS[found.group(1)])


def spell_in_arabic(syllables: tuple[str, ...]) -> tuple[str, ...]:
    """Return Arabic spellings of a name, the likeliest first; empty where a syllable is unknown.

    >>> spell_in_arabic(("gui", "zhou"))[0]
    'قويتشو'
    """
    choices = [_spell_syllable(syllable) for syllable in syllables]
    if not all(choices):
        return ()
    ranked = sorted(
        product(*(tuple(enumerate(options)) for options in choices)), key=lambda picks: sum(rank for rank, _ in picks)
    )
    spelled: dict[str, None] = {}
    for picks in ranked[:MOST_SPELLINGS]:
        word = "".join(part for _, part in picks)
        spelled.setdefault(word)
    for word in tuple(spelled)[: MOST_SPELLINGS // 2]:
        if "نغ" in word:
            for nasal in _NASALS[1:]:
                spelled.setdefault(word.replace("نغ", nasal))
    return tuple(spelled)
