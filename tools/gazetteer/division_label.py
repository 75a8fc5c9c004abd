"""English labels of divisions as newspapers write them."""

import re

from tools.gazetteer.script import make_plain
from tools.gazetteer.trim import trim_names

_FORMER_UNION = frozenset(("RU", "BY", "UA", "KZ", "KG", "UZ", "TJ", "TM"))
_KIND_IN_RUSSIAN = (("область", "Oblast"), ("край", "Krai"))
"""What the divisions of Russia are called; those of its neighbours are regions in English."""
_COUNTIES = frozenset(("KE",))
"""Countries whose divisions of first rank are always called counties."""
_DISTRICT_WORD = re.compile(r"^(Rayon )?(?P<stem>.+?)( (Rayon|Raion|rajon|District|Tumani|Aūdany|Etrap|etraby))$")
_SCHOLARLY = re.compile(r"(?<=[a-z])[yi]y\b|(?<=[a-z])iy\b")


def make_label(english: str) -> str:
    """Return the English name of a division of first rank without the word for its kind.

    >>> make_label("Kuyavian-Pomeranian Voivodeship"), make_label("State of Mexico")
    ('Kuyavian-Pomeranian', 'Mexico')
    """
    english = re.sub(r"[²³0-9]+$", "", english).strip()
    bare = re.sub(r" (Province|Governorate|Region|State|Department|Prefecture|Voivodeship|Parish)$", "", english)
    return re.sub(r"^(Province|State|Department) of ", "", bare)


def complete_label(label: str, country: str, russian: str, *, is_top: bool) -> str:
    """Return a label with the word for its kind where the press always writes it, to tell oblasts from their towns.

    >>> complete_label("Vologda", "RU", "Вологодская область", is_top=True)
    'Vologda Oblast'
    """
    if not is_top:
        return label
    if country == "RU":
        kind = next((english for word, english in _KIND_IN_RUSSIAN if word in russian.lower()), "")
    else:
        kind = "Region" if country in _FORMER_UNION and "область" in russian.lower() else ""
        kind = "County" if country in _COUNTIES else kind
    if not kind or label.endswith((" Oblast", " Region", " Krai", " County")):
        return label
    return f"{label} {kind}"


def make_second_label(name: str, aliases: list[str], country: str) -> str:
    """Return the English name of a division of second rank from those that GeoNames has.

    >>> make_second_label("Zhlobinskiy Rayon", ["Zhlobin District"], "BY")
    'Zhlobin District'
    >>> make_second_label("Zuyevskiy Rayon", [], "RU")
    'Zuyevsky District'
    """
    if country not in _FORMER_UNION:
        return next(iter(trim_names(name, "en")), name)
    plain = [make_plain(one).replace("'", "") for one in (name, *aliases)]
    found = [one for one in plain if one.endswith(" District")]
    best = next(iter(found), None) or next((one for one in plain if _DISTRICT_WORD.match(one)), plain[0])
    district = _DISTRICT_WORD.match(best)
    stem = district["stem"] if district else best
    return f"{_SCHOLARLY.sub('y', stem)} District" if district else stem
