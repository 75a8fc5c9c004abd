"""What the words beside a name say of it, whichever place it means: a person, a part of a longer name, a place."""

from nlp.places.candidates import Named
from nlp.places.pack import PlacePack
from nlp.places.words import words_after

PERSON, NAME_PART = -5.0, -12.0
"""Scores, on the scale of `nlp.places.score`, of what names a person or is part of another name."""
_PREPOSITION = 1.0
_LONGEST_SUPPORT = 3
"""Signs of a Chinese word that goes before places."""
_LONGEST_ROLE = 6
"""Signs of a Chinese word for a person that a name follows."""
_LONGEST_ORGANISATION = 5
"""Words of an organisation's name before the place in it."""


def score_surroundings(named: Named, text: str, pack: PlacePack) -> float:
    """Return what the words beside a name say of it, whichever place it means."""
    score = 0.0
    if named.words_before:
        if named.words_before[-1] in pack.support_before:
            score += _PREPOSITION
        if follows_person(named, pack):
            score += PERSON
        if any(named.words_before[-count:] in pack.part_before for count in (1, 2)) or _ends_organisation(named, pack):
            score += NAME_PART
    if text.startswith("$", named.end):
        score += NAME_PART
    after = tuple(word for word, _ in words_after(text, named.end)[:2])
    if pack.language == "zh":
        if text.endswith(pack.support_endings, max(0, named.start - _LONGEST_SUPPORT), named.start):
            score += _PREPOSITION
        is_person = text[named.start - 1 : named.start] in pack.surnames
        is_person = is_person or text.endswith(pack.role_endings, max(0, named.start - _LONGEST_ROLE), named.start)
        if is_person and named.noun is None:
            score += PERSON
        following = text[named.end : named.end + 4]
        if any(following.startswith(phrase[0]) for phrase in pack.part_after):
            score += NAME_PART
        elif any(following.startswith(phrase[0]) for phrase in pack.person_after):
            score += PERSON
    elif any(after[:count] in pack.part_after for count in (1, 2)):
        score += NAME_PART
    elif any(after[:count] in pack.person_after for count in (1, 2)):
        score += PERSON
    return score


def follows_person(named: Named, pack: PlacePack) -> bool:
    """True behind a word for a person: President Sisi."""
    last = named.words_before[-1].rstrip(".") if named.words_before else ""
    return last in pack.person_before or (pack.language == "ar" and last in pack.roles)


def _ends_organisation(named: Named, pack: PlacePack) -> bool:
    """Université Gaston-Berger de Saint-Louis, Banco Agrícola de China: a head noun and the words that join."""
    words = named.words_before[-_LONGEST_ORGANISATION:]
    head = next((at for at in range(len(words) - 1, -1, -1) if words[at] in pack.organisation_heads), None)
    return head is not None and (head == len(words) - 1 or words[-1] in pack.organisation_joins)
