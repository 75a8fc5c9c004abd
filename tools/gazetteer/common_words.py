"""Marks names that are common words of a language too: Reading, Nice, 合作, بدأوا."""

import gzip
import json
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from nlp.matching import normalize_name
from tools.gazetteer.record import COMMON, Draft
from tools.gazetteer.script import script_of

_LANGUAGES = {"latn": ("en", "es", "fr"), "cyrl": ("ru",), "arab": ("ar",)}
_RARE = {"en": 2000, "es": 400, "fr": 400, "ru": 60, "ar": 400}
"""Occurrences in the word lists below which a word is hardly met; the lists are of different lengths."""
_RARE_CHINESE = 60
_NAME_TAGS = ("ns", "nr", "nt", "nz", "nrt", "nrfg")
"""Parts of speech of jieba's dictionary that mean a place, person or other name."""
_PROMINENT, _PROMINENT_IN_ARABIC = 1_000_000, 300_000
_CHINESE_LEVELS = (1, 2)
"""Provinces and prefectures keep their Chinese names."""


def read_common_words(folder: Path) -> dict[str, frozenset[str]]:
    """Return the common words of each script: word lists of pyspellchecker and jieba (both MIT), normalized."""
    wheel = next(folder.glob("pyspellchecker-*.whl"))
    found: dict[str, frozenset[str]] = {}
    with zipfile.ZipFile(wheel) as archive:
        for script, languages in _LANGUAGES.items():
            words: set[str] = set()
            for language in languages:
                counts = json.loads(gzip.decompress(archive.read(f"spellchecker/resources/{language}.json.gz")))
                words.update(normalize_name(word) for word, count in counts.items() if count >= _RARE[language])
            found[script] = frozenset(words)
    with tarfile.open(next(folder.glob("jieba-*.tar.gz"))) as archive:
        member = next(one for one in archive.getmembers() if one.name.endswith("/jieba/dict.txt"))
        stream = archive.extractfile(member)
        lines = stream.read().decode().splitlines() if stream is not None else []
    rows = (line.split(" ") for line in lines)
    found["hani"] = frozenset(
        normalize_name(word) for word, count, tag in rows if int(count) >= _RARE_CHINESE and tag not in _NAME_TAGS
    )
    return found


def mark_common_names(places: Iterable[Draft], words: dict[str, frozenset[str]], always: frozenset[str]) -> int:
    """Lower the names that are common words, except those of prominent places; return how many.

    `always`: normalized names that are more often a word than the place, however prominent (الشرقية, the eastern).
    """
    marked = 0
    for draft in places:
        for name in draft.names:
            script = script_of(name)
            normalized = normalize_name(name)
            if script is None or (_is_prominent(draft, script) and normalized not in always):
                continue
            if normalized in words[script]:
                draft.names[name] = COMMON
                marked += 1
    return marked


def _is_prominent(draft: Draft, script: str) -> bool:
    """A country, a large city (of which a name in another script may still be a word), a unit of China in Chinese."""
    if draft.level == 0 or (draft.country == "CN" and draft.level in _CHINESE_LEVELS and script == "hani"):
        return True
    # The word list of Arabic holds the names of its own cities and provinces too.
    if script == "arab" and draft.country != "CN" and (draft.level == 1 or draft.population >= _PROMINENT_IN_ARABIC):
        return True
    return draft.population >= _PROMINENT
