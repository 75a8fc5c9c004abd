"""Checks what texts are read with: language packs, lexicons, gazetteer and models."""

from collections.abc import Callable, Iterator
from functools import partial

from ruralwire.checks.finding import Finding
from settings.config import Language

# Everything else is imported in the function that checks it: that it can be imported is what is checked.

_LANGUAGES: tuple[Language, ...] = ("ar", "zh", "en", "fr", "es", "ru")
_REINSTALL = "Install ruralwire anew: files of it are missing or changed."
_CHINA = "place:cn"
_SAMPLE = "25%"


def check_language() -> Iterator[Finding]:
    """Yield whether each part loads and works."""
    for language in _LANGUAGES:
        yield _try(f"language pack: {language}", partial(_read_sample, language))
    yield _try("lexicons", _load_lexicons)
    yield _try("gazetteer", _look_up_place)
    yield _try("language identification (py3langid)", _identify)
    yield _try("Russian forms (pymorphy3)", _analyse)
    yield Finding("ok", "trained models: none are used; packs, lexicons and gazetteer read the texts")


def _read_sample(language: str) -> str:
    from nlp.reader import read_text

    reading = read_text(_SAMPLE, article_id="", language=language)
    if not reading.claims:
        raise ValueError(f"no figure is found in {_SAMPLE!r}")
    return "reads"


def _load_lexicons() -> str:
    from nlp.lexicon import load_organisations, load_products

    return f"{len(load_products())} products, {len(load_organisations())} organisations"


def _look_up_place() -> str:
    from nlp.gazetteer import load_gazetteer

    concept = load_gazetteer().get(_CHINA)
    if concept is None:
        raise ValueError(f"{_CHINA} is not in it")
    return "answers"


def _identify() -> str:
    from nlp.language import identify_language

    language = identify_language("农村电商带动了山区水果的销售。")
    if language != "zh":
        raise ValueError(f"takes Chinese for {language!r}")
    return "loads"


def _analyse() -> str:
    import pymorphy3

    forms = pymorphy3.MorphAnalyzer().parse("мёда")
    return "loads" if forms[0].normal_form == "мёд" else "loads, with another dictionary than expected"


def _try(what: str, work: Callable[[], str]) -> Finding:
    try:
        told = work()
    except Exception as error:  # whatever is broken in an installation is what is looked for here
        return Finding("problem", f"{what}: {type(error).__name__}: {error}", _REINSTALL)
    return Finding("ok", f"{what}: {told}")
