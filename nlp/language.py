"""Which of the six languages a text is written in, or none of them."""

import re

from nlp.pack import LANGUAGES

UNDETERMINED = "und"
_SAMPLE_CHARACTERS = 4000
"""Enough for the model; longer texts only take longer."""
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 2


def identify_language(text: str) -> str:
    """Return ar, en, es, fr, ru or zh, or `und` where none of them fits or no letters are there.

    >>> identify_language("农村电商带动了山区水果的销售。"), identify_language("12 345"), identify_language("")
    ('zh', 'und', 'und')
    """
    sample = text[:_SAMPLE_CHARACTERS]
    if len(_LETTER.findall(sample)) < _FEWEST_LETTERS:
        return UNDETERMINED
    # All languages of the model take part, so that German or Persian is told as such, not as English or Arabic.
    # Imported here: its model is read at import.
    from py3langid import classify

    language = str(classify(sample.encode("utf-8", "replace").decode("utf-8"))[0])
    return language if language in LANGUAGES else UNDETERMINED
