"""Names of persons in English, French, Spanish and Russian text: two or three words with capitals."""

from collections.abc import Iterator, Sequence

from nlp.binding.person_pack import PersonPack
from nlp.matching import Cover
from nlp.model.span import Span
from nlp.organisations.pack import load_organisation_pack
from nlp.organisations.word import Word, read_words
from nlp.surroundings import is_title
from nlp.text_view import TextView

_MOST_WORDS = 4
_SENTENCE_EDGE = ".!?:;\n\"'“”«»(—–-|•…"
_PATRONYMIC = ("вич", "вна", "вича", "вны", "вичу", "вне", "вичем", "вной", "чна", "оглы", "кызы", "уулу")


def find_capitalised_persons(view: TextView, pack: PersonPack, taken: Cover) -> Iterator[Span]:
    """Yield names in text order; what is a place or an organisation (`taken`) parts them."""
    words = read_words(view)
    at = 0
    while at < len(words):
        end = _run_end(words, at, pack, taken, view)
        if end == at:
            at += 1
            continue
        name = _trimmed(view, words, at, end, pack)
        if name is not None and _is_name(view, words, at, name, pack):
            yield Span(start=name[0].start, end=name[-1].end)
        at = end


def _run_end(words: Sequence[Word], at: int, pack: PersonPack, taken: Cover, view: TextView) -> int:
    """The end of the run of words with capitals that begins here, particles within it."""
    end = at
    while end < len(words):
        word = words[end]
        if taken.overlaps(word.start, word.end) or (end > at and not _is_close(view, words[end - 1], word, pack)):
            break
        if word.has_capital:
            end += 1
            continue
        following = words[end + 1] if end + 1 < len(words) else None
        is_inner = end > at and word.norm in pack.particles and following is not None
        if (
            not is_inner
            or following is None
            or not following.has_capital
            or taken.overlaps(following.start, following.end)
        ):
            break
        end += 1
    return end


def _is_close(view: TextView, one: Word, other: Word, pack: PersonPack) -> bool:
    """One space between them, or the full stop of a title or an initial: M. Ka, K. Srinivas."""
    between = view.body[one.end : other.start]
    return between in (" ", "\u00a0", "") or (
        between in (". ", ".\u00a0", ".")
        and (one.norm in pack.titles or (one.end - one.start == 1 and one.has_capital))
    )


def _trimmed(view: TextView, words: Sequence[Word], at: int, end: int, pack: PersonPack) -> list[Word] | None:
    """The name without titles, roles and words that open the sentence; None where too little or too much is left."""
    first = at
    before = words[at - 1].norm if at > 0 and words[at].follows else ""
    has_title = before in pack.titles or before in pack.roles
    while first < end:
        norm = words[first].norm
        if norm in pack.titles:
            has_title = True
        elif norm not in pack.openers and norm not in pack.official and norm not in pack.roles:
            break
        first += 1
    opens = _begins_sentence(view, words[at].start)
    if view.language == "ru" and first == at and opens and end - first > 2 and not _is_patronymic(words[end - 2 : end]):
        first += 1  # Пасечник Геннадий Решетов
    if not has_title and end - first < 2:
        return None
    if all(word.end - word.start == 1 for word in words[first:end]):
        return None  # U.S.
    if words[end - 1].norm in pack.openers:
        return None  # 4 000 F. Le sac
    if end - first < 1 or end - first > _MOST_WORDS or is_title(view, words[at].start):
        return None
    start = first - 1 if has_title and first > at and end - first == 1 else first
    return list(words[start:end])


def _is_patronymic(words: Sequence[Word]) -> bool:
    return any(word.norm.endswith(_PATRONYMIC) for word in words)


def _begins_sentence(view: TextView, start: int) -> bool:
    before = view.body[max(0, start - 4) : start].rstrip(" \u00a0")
    return not before or before[-1] in _SENTENCE_EDGE


def _is_name(view: TextView, words: Sequence[Word], at: int, name: Sequence[Word], pack: PersonPack) -> bool:
    heads = load_organisation_pack(view.language).institution
    if any(_is_no_name(view, word, pack) or (word.norm,) in heads for word in name):
        return False
    return not _has_article(words, at, name, pack)


def _is_no_name(view: TextView, word: Word, pack: PersonPack) -> bool:
    surface = view.body[word.start : word.end]
    if word.norm in pack.titles:
        return False
    return (
        word.norm in pack.not_names
        or any(sign.isdigit() for sign in surface)
        or (surface.isupper() and len(surface) > 1)
        or (len(surface) == 1 and not view.body.startswith(".", word.end))
        or (view.language == "ru" and surface.isascii())
    )


def _has_article(words: Sequence[Word], at: int, name: Sequence[Word], pack: PersonPack) -> bool:
    """The Terrace Post, la Sierra Sur."""
    if at == 0 or name[0].start != words[at].start or not words[at].follows:
        return False
    return words[at - 1].norm in pack.articles
