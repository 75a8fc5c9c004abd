"""Russian spellings of pinyin after Palladius, and the case forms of place names."""

import re
from functools import cache
from typing import Any

import pymorphy3

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_INITIALS = {
    "": "", "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к",
    "h": "х", "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_FINALS = {
    "a": "а", "o": "о", "e": "э", "i": "и", "u": "у", "v": "юй", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу",
    "an": "ань", "en": "энь", "ang": "ан", "eng": "эн", "ong": "ун", "er": "эр", "ia": "я", "iao": "яо", "ie": "е",
    "iu": "ю", "ian": "янь", "iang": "ян", "in": "инь", "ing": "ин", "iong": "юн", "ua": "уа", "uo": "о", "uai": "уай",
    "ui": "уй", "uan": "уань", "un": "унь", "uang": "уан", "ue": "юэ", "ve": "юэ",
}  # fmt: skip
_WHOLE = {
    "yi": "и", "ya": "я", "yan": "янь", "yang": "ян", "yao": "яо", "ye": "е", "yin": "инь", "ying": "ин", "yong": "юн",
    "you": "ю", "yu": "юй", "yuan": "юань", "yue": "юэ", "yun": "юнь", "wa": "ва", "wai": "вай", "wan": "вань",
    "wang": "ван", "wei": "вэй", "wen": "вэнь", "weng": "вэн", "wo": "во", "wu": "у", "zhi": "чжи", "chi": "чи",
    "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы", "hui": "хуэй", "gui": "гуй", "ju": "цзюй",
    "qu": "цюй", "xu": "сюй", "juan": "цзюань", "quan": "цюань", "xuan": "сюань", "jun": "цзюнь", "qun": "цюнь",
    "xun": "сюнь", "jue": "цзюэ", "que": "цюэ", "xue": "сюэ", "er": "эр", "luo": "ло", "lv": "люй", "nv": "нюй",
    "bu": "бу", "wux": "у",
}  # fmt: skip
_SYLLABLE = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs]?)(.*)")
_AFTER_HARD = "гкхжшщч"


def spell_in_russian(syllables: tuple[str, ...]) -> str | None:
    """Return the Palladius spelling of a name, None where a syllable is unknown.

    >>> spell_in_russian(("nei", "jiang")), spell_in_russian(("xi", "an"))
    ('Нэйцзян', 'Сиань')
    """
    parts: list[str] = []
    for syllable in syllables:
        part = _WHOLE.get(syllable)
        if part is None:
            found = _SYLLABLE.fullmatch(syllable)
            if found is None or found.group(2) not in _FINALS:
                return None
            part = _INITIALS[found.group(1)] + _FINALS[found.group(2)]
        # Palladius divides n from a vowel by a hard sign: Чанъань.
        if parts and parts[-1].endswith("н") and re.match("[аоуэеяюи]", part):
            part = "ъ" + part
        parts.append(part)
    return "".join(parts).capitalize()


def decline(name: str) -> tuple[str, ...]:
    """Return the case forms of a Russian place name, the nominative first; more than exist, rather than fewer.

    >>> decline("Внутренняя Монголия")[1]
    'Внутренней Монголии'
    """
    words = name.split(" ")
    declined = [_decline_word(word, is_last=index == len(words) - 1) for index, word in enumerate(words)]
    forms: dict[str, None] = {name: None}
    longest = max(len(cases) for cases in declined)
    for case in range(longest):
        forms.setdefault(" ".join(cases[min(case, len(cases) - 1)] for cases in declined))
    return tuple(forms)


@cache
def _dictionary_forms(word: str) -> tuple[str, ...]:
    """The cases of a noun or adjective that the dictionary knows (Египет, Египта); empty where it does not."""
    if not word[:1].isupper() or "-" in word or not _analyzer().word_is_known(word):
        return ()
    parses = [
        parse
        for parse in _analyzer().parse(word)
        if "nomn" in parse.tag and parse.tag.POS in ("NOUN", "ADJF") and "Surn" not in parse.tag
    ]
    if not parses:
        return ()
    best = next((parse for parse in parses if "Geox" in parse.tag), parses[0])
    number = best.tag.number or "sing"
    cases = [{case, number} | ({best.tag.gender} if number == "sing" and best.tag.gender else set()) for case in _CASES]
    forms = [best.inflect(case) for case in cases]
    return tuple(form.word.capitalize() for form in forms if form is not None)


@cache
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer()


def _decline_word(word: str, *, is_last: bool) -> list[str]:
    """Nominative, genitive, dative, accusative, instrumental, prepositional, then variants."""
    # Chinese names in -ь are of either gender in the press, whatever the dictionary says: в Ухани, в Ухане.
    if not word.endswith("ь") and (known := _dictionary_forms(word)):
        return list(known)
    if "-" in word and is_last:
        head, _, tail = word.rpartition("-")
        if tail[:1].isupper():
            return [f"{head}-{form}" for form in _decline_word(tail, is_last=True)]
    if not re.search("[а-яё]$", word):
        return [word]
    for end, endings in _ADJECTIVES.items():
        if word.endswith(end) and len(word) > len(end) + 2 and (not is_last or end in ("ая", "яя", "ское", "ский")):
            return [word[: -len(end)] + ending for ending in endings]
    stem, last = word[:-1], word[-1]
    if not is_last and last not in "аяьйаы" and not word[0].isupper():
        return [word]
    if last == "а":
        soft = stem[-1:] in _AFTER_HARD
        return [stem + one for one in ("а", "и" if soft else "ы", "е", "у", "ой", "е", "ей")]
    if last == "я":
        oblique = "и" if stem.endswith("и") else "е"
        return [stem + one for one in ("я", "и", oblique, "ю", "ей", oblique)]
    if last == "ь":
        return [stem + one for one in ("ь", "и", "ю", "ь", "ем", "е", "я", "и", "ью", "ём")]
    if last == "й":
        return [stem + one for one in ("й", "я", "ю", "й", "ем", "е", "и")]
    if last == "ы" or (last == "и" and len(word) > 5):
        cut = stem
        return [word, cut, cut + "ам", word, cut + "ами", cut + "ах", cut + "ов"]
    if last == "о" and re.search("(ов|ев|ёв|ин|ын)о$", word):
        return [stem + one for one in ("о", "а", "у", "о", "ом", "е")]
    if last in "бвгджзклмнпрстфхцчшщ":
        fleeting = [stem[:-1] + "к" + one for one in ("а", "у", "ом", "е")] if word.endswith("ок") else []
        if word.endswith("ец"):
            fleeting = [word[:-2] + "ц" + one for one in ("а", "у", "ом", "е")]
        return [word, word + "а", word + "у", word, word + "ом", word + "е", word + "ем", *fleeting]
    return [word]


_ADJECTIVES = {
    "ская": ("ская", "ской", "ской", "скую", "ской", "ской"),
    "яя": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "ая": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "ский": ("ский", "ского", "скому", "ский", "ским", "ском"),
    "ний": ("ний", "него", "нему", "ний", "ним", "нем"),
    "ий": ("ий", "ого", "ому", "ий", "им", "ом"),
    "ый": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "ской": ("ской", "ского", "скому", "ской", "ским", "ском"),
    "ское": ("ское", "ского", "скому", "ское", "ским", "ском"),
    "ое": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "ие": ("ие", "их", "им", "ие", "ими", "их"),
    "ые": ("ые", "ых", "ым", "ые", "ыми", "ых"),
}


def decline_adjective(adjective: str) -> tuple[str, ...]:
    """Return the cases of the adjective that names a district.

    >>> decline_adjective("Бийский")
    ('Бийский', 'Бийского', 'Бийскому', 'Бийским', 'Бийском')
    """
    stem = adjective.removesuffix("ий")
    return tuple(stem + ending for ending in ("ий", "ого", "ому", "им", "ом"))


_CYRILLIC = (
    ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("o'", "у"),
    ("g'", "г"), ("a", "а"), ("b", "б"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"),
    ("j", "дж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"),
    ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "х"), ("y", "ы"), ("z", "з"),
)  # fmt: skip
_CYRILLIC_OF = dict(_CYRILLIC)
_LATIN_LETTER = re.compile("|".join(latin for latin, _ in _CYRILLIC))


def spell_adjectives(name: str) -> tuple[str, ...]:
    """Return the Russian adjective of a Central Asian district in all cases; none where its name has other letters.

    >>> spell_adjectives("Urgut")[1]
    'Ургутского'
    """
    lower = name.lower()
    spelled = _LATIN_LETTER.sub(lambda found: _CYRILLIC_OF[found.group()], lower)
    if not re.fullmatch("[а-яё]{3,}", spelled):
        return ()
    stem = re.sub("[аеиоуыюя]$", "", spelled).capitalize()
    return decline_adjective(f"{stem}ский")
