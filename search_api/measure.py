"""The names of measures in the six languages."""

from functools import cache

from nlp.pack import load_toml


@cache
def load_measure_names() -> dict[str, dict[str, str]]:
    """Return name by language code by measure id, from the vocabulary of measures."""
    return {row["id"]: dict(row["label"]) for row in load_toml("data/measures.toml")["measure"]}


def measure_name(measure: str, language: str = "en") -> str:
    """Return the name of a measure in a language, else in English, else its id in words.

    >>> measure_name("sales_value"), measure_name("boats_launched")
    ('Sales value', 'Boats launched')
    """
    names = load_measure_names().get(measure, {})
    return names.get(language) or names.get("en") or measure.replace("_", " ").capitalize()
