"""Which of the four scripts a name is written in, judged by the letters that the six languages use."""

import re
import unicodedata

_SCRIPTS = {
    "latn": re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿʻʼ'’‘ .\-/]*"),
    "cyrl": re.compile(r"[А-ЯЁа-яё][А-ЯЁа-яё \-]*"),
    "arab": re.compile(r"[ء-غف-ي][ء-غف-ي \-]*"),
    "hani": re.compile(r"[一-鿿][一-鿿·]*"),
}
_OTHER_TONGUES = re.compile(r"( (шаары|хот|муж|аймак|аудандық|қаласы|област|оноасть|хошуу|öлкесі)(?![а-я]))|ъ$|ى ")
_KEPT_APART = {
    "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ı": "i", "ħ": "h", "ŋ": "n", "æ": "ae",
    "œ": "oe", "þ": "th", "ð": "d",
}  # fmt: skip


def script_of(name: str) -> str | None:
    """Return latn, cyrl, arab or hani; None for names in other letters or of other tongues in these scripts.

    >>> script_of("Нижний Новгород"), script_of("Лагос шаары"), script_of("کاشغر")
    ('cyrl', None, None)
    """
    for script, pattern in _SCRIPTS.items():
        if pattern.fullmatch(name):
            if script == "cyrl" and re.search(_OTHER_TONGUES, name) and " " in name:
                return None
            return script
    return None


def make_plain(name: str) -> str:
    """Return a Latin name without diacritics and odd apostrophes.

    >>> make_plain("Kafr ash Shaykh"), make_plain("Ḩalwān"), make_plain("São Paulo")
    ('Kafr ash Shaykh', 'Halwan', 'Sao Paulo')
    """
    decomposed = unicodedata.normalize("NFD", name)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub("[ʻʼ‘’`]", "'", "".join(_KEPT_APART.get(letter, letter) for letter in bare))
