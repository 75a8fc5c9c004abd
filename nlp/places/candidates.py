"""Where names of the gazetteer stand in a text, with the nouns beside them; nothing is decided here."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.gazetteer import Gazetteer, Option
from nlp.matching import Cover, normalize_text
from nlp.places.noun import CLITICS, RUSSIAN_ADJECTIVE, Noun, find_chinese_noun, find_noun_after, find_noun_before
from nlp.places.pack import PlacePack
from nlp.places.words import words_before
from nlp.surroundings import is_title
from nlp.text_view import TextView
from nlp.word_table import WordTable

_LONGEST_NAME = 64
_SHORTEST_CHINESE = 2
_LONGEST_CHINESE_NAME = 16
_LONGEST_CHINESE_LOCATIVE = 3
_SHORTEST_ARABIC = 3
_LONGEST_ACRONYM = 3
_LONGEST_PARTICLE = 3
_WORD = re.compile(r"[^\W_]+")
_HAN = re.compile(r"[㐀-鿿]")
_JOINTS = frozenset("和与及在到从向由")
_RARE_CLITICS = ("ف", "ك")
_SENTENCE_EDGE = ".!?:;\n\"'“”«»(—–-|•…/。"
_QUOTE_OPENED = re.compile(r"(?:[«“„「『]\s*(?:[^\W\d_]+ ){0,2}|\")\Z")
_QUOTE_CLOSED = re.compile(r"(?: [^\W\d_]+){0,2}\s*[»”“」』]|\"")
"""A name of few words between quotation marks: «Единая Россия». Of straight ones none tells whether it opens."""
_LONGEST_QUOTE = 40
_GAP_EDGE = _SENTENCE_EDGE + ",)"


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the gazetteer where it stands in the normalized text."""

    start: int
    end: int
    key: str
    options: tuple[Option, ...]
    meant: frozenset[int]
    """The indexes of the options."""
    noun: Noun | None
    words_before: tuple[str, ...]
    begins_sentence: bool
    beside_capitals: tuple[int, ...]
    """Where capitalised words stand right before and after it, as they do in a longer name."""
    is_quoted: bool
    """Between quotation marks, alone or with few words: «Ростов», «Единая Россия»."""
    is_located: bool
    """Behind a preposition that stands before places alone: in Manchester, بالدوحة."""

    @property
    def full_end(self) -> int:
        """Where the name ends with the noun after it: Shandong Province."""
        return self.noun.end if self.noun is not None and self.noun.is_after else self.end


@dataclass(frozen=True)
class NormalizedText:
    """A body in the form in which names are looked up, with the way back to its code points."""

    view: TextView
    text: str
    offsets: Sequence[int] | None

    def body_span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the body where a stretch of the normalized text stands."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1

    def body_at(self, offset: int) -> str:
        """The character of the body at an offset of the normalized text, with its capitals."""
        return self.view.body[offset if self.offsets is None else self.offsets[offset]]


def make_normalized_text(view: TextView) -> NormalizedText:
    """Return a view's text as names are looked up in it."""
    return NormalizedText(view, *normalize_text(view.folded))


def find_named(normalized: NormalizedText, pack: PlacePack, gazetteer: Gazetteer, masked: Cover) -> list[Named]:
    """Return the names in the text, all lengths at each place, the longest first of one place."""
    found: list[Named] = []
    text = normalized.text
    for start, lookup, shift in _starts(normalized, pack, gazetteer):
        for key in reversed(gazetteer.find_prefixes(lookup)):
            end = start + len(key) - shift
            if not _is_whole(text, end, key) or masked.overlaps(*normalized.body_span(start, end)):
                continue
            if pack.language == "zh" and len(key) < _SHORTEST_CHINESE:
                break
            if pack.language == "zh" and _opens_with_joint(text, start, key, gazetteer):
                continue
            if text[end - 1 : end + 1] in pack.compounds:
                continue
            before, noun = _noun(normalized, start, end, pack)
            # The west is no place, the region of the West is one.
            is_told = noun is not None and pack.language != "zh" and len(key) > _LONGEST_PARTICLE
            if key in pack.blockers and not is_told:
                break
            options = gazetteer.find_options(key)
            if not _keeps_capital(normalized, start, key, pack):
                continue
            is_acronym = len(key) <= _LONGEST_ACRONYM and key.isascii() and gazetteer.place(options[0].index).level == 0
            if is_acronym and not normalized.view.body[start:end].isupper():
                continue  # us is no US; Lot is a département
            found.append(
                Named(
                    start,
                    end,
                    key,
                    options,
                    frozenset(option.index for option in options),
                    noun,
                    before,
                    begins_sentence=begins_sentence(text, start),
                    beside_capitals=_beside_capitals(normalized, start, end, before, pack),
                    is_quoted=_is_quoted(text, start, end, pack),
                    is_located=_is_located(text, start, before, pack),
                )
            )
    return found


def _starts(normalized: NormalizedText, pack: PlacePack, gazetteer: Gazetteer) -> Iterator[tuple[int, str, int]]:
    """Yield where a name may begin, the text to look up, and by how much that is longer than what stands there."""
    text, begins_name = normalized.text, gazetteer.begins_name
    if pack.language == "zh":
        for start in range(len(text)):
            if begins_name[text[start : start + _SHORTEST_CHINESE]] and _HAN.match(text, start):
                yield start, text[start : start + _LONGEST_CHINESE_NAME], 0
        return
    for word in _WORD.finditer(text):
        start = word.start()
        if pack.language == "ar":
            for offset, added in _load_arabic_openings(gazetteer)[word.group()]:
                yield start + offset, added + text[start + offset : start + _LONGEST_NAME], len(added)
        elif pack.language == "ru" and normalized.view.body[start - 1 : start] == "-":
            continue  # Джети-Огузский is no Огузский
        elif (normalized.body_at(start).isupper() or word.group() in pack.lower_first) and begins_name[word.group()]:
            yield start, text[start : start + _LONGEST_NAME], 0


@cache
def _load_arabic_openings(gazetteer: Gazetteer) -> WordTable[tuple[tuple[int, str], ...]]:
    """Arabic words, each with those of its cuts behind which a name begins."""
    begins_name = gazetteer.begins_name
    return WordTable(lambda word: tuple(cut for cut in _arabic_cuts(word) if begins_name[cut[1] + word[cut[0] :]]))


def _arabic_cuts(word: str) -> tuple[tuple[int, str], ...]:
    """Where a name may begin within a word, behind its clitics, and what to put before it; للصين is ل and الصين."""
    if len(word) < 2:
        return ()
    cuts: list[tuple[int, str]] = []
    for clitic in CLITICS:
        # ف and ك are taken off before an article alone: فقيرا is poor, not "so Guéra".
        if clitic[:1] in _RARE_CLITICS and not word.startswith("ال", len(clitic)):
            continue
        if not word.startswith(clitic) or len(word) - len(clitic) < (_SHORTEST_ARABIC if clitic else 2):
            continue
        cuts.append((len(clitic), ""))
        if clitic.endswith("ل") and word.startswith("ل", len(clitic)):
            cuts.append((len(clitic), "ا"))
    return tuple(cuts)


def _is_whole(text: str, end: int, key: str) -> bool:
    if end >= len(text) or "㐀" <= key[-1] <= "鿿":
        return True
    following = text[end]
    return not following.isalnum() or "㐀" <= following <= "鿿"


def _opens_with_joint(text: str, start: int, key: str, gazetteer: Gazetteer) -> bool:
    """和安阳: "and Anyang", since a longer name begins behind the sign that joins."""
    if key[0] not in _JOINTS:
        return False
    inner = gazetteer.find_prefixes(text[start + 1 : start + _LONGEST_CHINESE_NAME])
    return bool(inner) and len(inner[-1]) >= max(len(key), _SHORTEST_CHINESE)


def _keeps_capital(normalized: NormalizedText, start: int, key: str, pack: PlacePack) -> bool:
    """False for a word behind an article that has a capital only at the head of a sentence: La victoria, L'est."""
    for sign in (" ", "'"):
        article, gap, _ = key.partition(sign)
        if gap and article in pack.name_articles:
            return normalized.body_at(start + len(article) + 1).isupper()
    return True


def _is_located(text: str, start: int, before: tuple[str, ...], pack: PlacePack) -> bool:
    if pack.language == "zh":
        return text.endswith(tuple(pack.sport.locatives), max(0, start - _LONGEST_CHINESE_LOCATIVE), start)
    if pack.language == "ar" and text[start - 1 : start] == "ب":
        return True
    return bool(before) and before[-1] in pack.sport.locatives


def _is_quoted(text: str, start: int, end: int, pack: PlacePack) -> bool:
    before, after = text[max(0, start - _LONGEST_QUOTE) : start], text[end : end + _LONGEST_QUOTE]
    opening, closing = _QUOTE_OPENED.search(before), _QUOTE_CLOSED.match(after)
    if opening is None or closing is None:
        return False
    # Arabic quotes the names of programmes with their countries: «ريف السعودية».
    is_alone = len(opening.group().strip()) == 1 and len(closing.group().strip()) == 1
    return is_alone or pack.language != "ar"


def begins_sentence(text: str, start: int) -> bool:
    """True at the start of a text, and after what ends a sentence or opens a quotation."""
    before = text[max(0, start - 4) : start].rstrip(" ")
    return not before or before[-1] in _SENTENCE_EDGE


def _beside_capitals(
    normalized: NormalizedText, start: int, end: int, before: tuple[str, ...], pack: PlacePack
) -> tuple[int, ...]:
    """Susan Rice, Antonia Quesada; not "In Kenya" or "Eastern Kenya", whose first words go with places."""
    last_word = start + normalized.text[start:end].rfind(" ") + 1
    # Вологодской области: a noun with a small letter closes the name.
    if (
        not normalized.body_at(last_word).isupper()
        or pack.language in ("ar", "zh")
        or is_title(normalized.view, normalized.body_span(start, end)[0])
    ):
        return ()
    text, found = normalized.text, []
    if text[end : end + 1] == " " and end + 1 < len(text) and normalized.body_at(end + 1).isupper():
        found.append(end + 1)
    left = text[:start].rstrip(" ")
    is_open = bool(before) and bool(left) and left[-1] not in _GAP_EDGE and len(left) < start
    if is_open and _opens_title(normalized, len(left) - len(before[-1]), before[-1], pack):
        found.append(len(left) - len(before[-1]))
    elif is_open and before[-1] not in pack.support_before:
        word_start = len(left) - len(before[-1])
        # Russian joins nouns without prepositions: Фермеры Кении. The first word of a sentence is no sign there.
        is_first = pack.language == "ru" and begins_sentence(text, word_start)
        if normalized.body_at(word_start).isupper() and not is_first:
            found.append(word_start)
    return tuple(found)


def _opens_title(normalized: NormalizedText, start: int, word: str, pack: PlacePack) -> bool:
    """An article with a capital within a sentence: La Croix, El País."""
    return (
        word in pack.name_articles
        and normalized.body_at(start).isupper()
        and not begins_sentence(normalized.text, start)
    )


def _noun(normalized: NormalizedText, start: int, end: int, pack: PlacePack) -> tuple[tuple[str, ...], Noun | None]:
    """The words before a name, and the noun after or before it."""
    text = normalized.text
    before, before_end = words_before(text, start)
    if pack.language == "zh":
        return before, find_chinese_noun(text, start, end, pack)
    after = find_noun_after(text, end, pack)
    if pack.language == "ru" and after is not None and _opens_name(normalized, start, end, after):
        after = None
    return before, after or find_noun_before(before, before_end, pack)


def _opens_name(normalized: NormalizedText, start: int, end: int, noun: Noun) -> bool:
    """Сюаньвэй уезда Даньчжай: behind a name that is no adjective the noun is that of the next name."""
    if RUSSIAN_ADJECTIVE.search(normalized.text[start:end]):
        return False
    following = noun.end + 1
    is_inside = normalized.text[noun.end : following] == " " and following < len(normalized.text)
    return is_inside and normalized.body_at(following).isupper()
