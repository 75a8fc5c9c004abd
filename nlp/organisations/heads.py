"""Finds the sentences in which a head noun of an organisation's name may stand: of most texts a few."""

from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from nlp.organisations.pack import load_organisation_pack
from nlp.organisations.word import Word, read_words
from nlp.text_view import TextView


def read_sentences_with_heads(view: TextView) -> Iterator[Sequence[Word]]:
    """Yield the words of each sentence that holds the letters of a head noun; names do not go beyond a sentence."""
    last = -1
    for _, start, _ in sorted(_load_finder(view.language).find_matches_as_indexes(view.folded), key=_start_of):
        index = view.sentence_index(start)
        if index != last:
            sentence = view.sentences[index]
            yield read_words(view, sentence.start, sentence.end)
            last = index


def _start_of(hit: tuple[int, int, int]) -> int:
    return hit[1]


@cache
def _load_finder(language: str) -> AhoCorasick:
    """Finds the first words of head nouns, and the stems of names in one word, as letters: also within words."""
    pack = load_organisation_pack(language)
    return AhoCorasick(sorted({*pack.first_words, *pack.joined}))
