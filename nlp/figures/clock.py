"""Times of day: 10h30, at 5 p.m., a las 10, в 18 часов, الساعة 8, 8点."""

from nlp.figures.draft import Scene
from nlp.numbers.number import Number

_HOURS, _MINUTES = 24, 60
_AFTER_EN = frozenset(("am", "pm", "a.m.", "p.m.", "o'clock", "hrs"))
_BEFORE_FR = frozenset(("à", "dès", "vers", "jusqu", "avant", "après", "a"))
_BEFORE_ES = frozenset(("las", "la"))
_RU_HOURS = frozenset(("час", "часа", "часов", "часам", "ч"))
_RU_MINUTES = frozenset(("минут", "минуты", "минуту"))
_RU_OF_DAY = frozenset(("утра", "вечера", "ночи", "дня"))
_AR_HOUR = frozenset(("الساعه", "الساعة"))
_AR_OF_DAY = frozenset(("صباحا", "مساء", "ظهرا", "عصرا", "فجرا", "ليلا"))
_ZH_HOUR = frozenset(("点", "點", "时", "時"))


def is_clock(scene: Scene, number: Number) -> bool:
    """True where the number of hours names a time of day; durations (1h30 de route) are left to figures."""
    if (
        number.scale != 1
        or number.value > (_HOURS if scene.language != "ru" else _MINUTES)
        or number.kind not in ("digits", "words")
    ):
        return False
    before, after, follows = scene.norm(number.first - 1), scene.norm(number.last), scene.norm(number.last + 1)
    if scene.language == "en":
        dotted = after in ("a", "p") and follows == "." and scene.norm(number.last + 2) == "m"
        return after in _AFTER_EN or dotted
    if scene.language == "fr":
        return _is_french(scene, number, before, after, follows)
    if scene.language == "es":
        return before in _BEFORE_ES and scene.norm(number.first - 2) in ("a", "de", "desde", "hasta", "sobre")
    if scene.language == "ru":
        if after in _RU_MINUTES:  # в 19 часов 30 минут
            return before in _RU_HOURS and scene.norm(number.first - 3) in ("в", "к", "до", "с")
        at_hour = before in ("в", "к") and (follows in (".", ",", "") or follows.isdigit())
        return after in _RU_HOURS and (follows in _RU_OF_DAY or at_hour)
    if scene.language == "ar":
        return before in _AR_HOUR or after in _AR_OF_DAY
    return after in _ZH_HOUR and follows not in ("钟", "鐘", "间")


def _is_french(scene: Scene, number: Number, before: str, after: str, follows: str) -> bool:
    """10h30, à 10 h, à 8 heures; but 1h30 de route and à 2 heures de route are durations."""
    if after in ("h", "heures", "heure"):
        minutes = scene.tokens[number.last + 1].kind == "num" if number.last + 1 < len(scene.tokens) else False
        tail = scene.norm(number.last + 2) if minutes else follows
        opens = before == "de" and tail == "à"  # de 9 h à 15 h
        return opens or (before in _BEFORE_FR and tail not in ("de", "d"))
    return False
