"""The gazetteer: places of the world by name and id, read from files that processes share."""

import json
import math
import mmap
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import marisa_trie

from nlp.gazetteer_layout import (
    BLOCK_KEYS,
    BLOCK_PLACES,
    COUNTRY_CODE,
    DETAILS_FILE,
    FILES,
    FOLDER,
    ID_PREFIX,
    KINDS,
    NAMES_FILE,
    NO_PARENT,
    PLACES_FILE,
    POSTING_BYTES,
    POSTINGS_FILE,
    ROW,
    SURENESS_BITS,
)
from nlp.matching import normalize_name
from nlp.model.concept import Concept, PlaceKind
from nlp.pack import PackError
from nlp.word_table import WordTable

_UINT = 4
"""Bytes of an offset."""
_KINDS: tuple[PlaceKind, ...] = KINDS
_CACHED_BLOCKS = 512
_CACHED_ROWS = 65_536
_CACHED_NAMES = 16_384
_OPENING = re.compile(r"[㐀-鿿]{1,2}|[^\W_㐀-鿿]+")
"""As much of a word as a name in it begins with: Chinese names may end within a run of signs, others with a word."""


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may mean; `sureness` is OWN, OTHER, WEAK or COMMON of the layout."""

    index: int
    sureness: int


@dataclass(frozen=True, slots=True)
class Place:
    """What decides between places: see `nlp.gazetteer_layout.ROW`. `parents` are indexes, nearest first."""

    index: int
    kind: PlaceKind
    level: int
    country: str | None
    parents: tuple[int, ...]
    population: int


class Gazetteer:
    """Places by index, name and id. Its files are mapped, not read: worker processes share their pages."""

    def __init__(self, folder: Path) -> None:
        """Map the files of a folder; raises PackError where one is missing or does not fit the others."""
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise PackError(f"{folder / missing[0]}: no such file; `python -m tools.gazetteer build` writes it")
        self._names = marisa_trie.Trie().mmap(str(folder / NAMES_FILE))
        self._postings = _map_file(folder / POSTINGS_FILE)
        self._rows = _map_file(folder / PLACES_FILE)
        self._details = _map_file(folder / DETAILS_FILE)
        keys = _uint(self._postings, 0)
        self._first_count = (1 + -(-keys // BLOCK_KEYS)) * _UINT
        self._first_posting = self._first_count + keys
        if keys != len(self._names) or len(self._rows) % ROW.size:
            raise PackError(
                f"{folder}: its files are not of one build; `python -m tools.gazetteer build` writes them anew"
            )
        self.place = lru_cache(_CACHED_ROWS)(self._read_place)
        self._block = lru_cache(_CACHED_BLOCKS)(self._read_block)
        self.find_options = lru_cache(_CACHED_NAMES)(self._read_options)
        self.begins_name = WordTable(self._may_begin, most_words=_CACHED_ROWS)
        """Words, each with whether a name may begin with it: most words of a text need not be looked up."""

    def __len__(self) -> int:
        """Number of places."""
        return len(self._rows) // ROW.size

    def find_prefixes(self, normalized: str) -> list[str]:
        """The names that a normalized text begins with, the shortest first."""
        found: list[str] = self._names.prefixes(normalized)
        return found

    def _may_begin(self, word: str) -> bool:
        opening = _OPENING.match(word)
        return opening is None or bool(self._names.has_keys_with_prefix(opening.group()))

    def _read_options(self, normalized_name: str) -> tuple[Option, ...]:
        """The places that a normalized name may mean, the surest first; empty where it is none."""
        key = self._names.get(normalized_name)
        if key is None:
            return ()
        block = key // BLOCK_KEYS
        counts = self._first_count + block * BLOCK_KEYS
        at = self._first_count + key
        before = _uint(self._postings, (1 + block) * _UINT) + sum(self._postings[counts:at])
        begin = self._first_posting + before * POSTING_BYTES
        end = begin + self._postings[at] * POSTING_BYTES
        data = self._postings[begin:end]
        packed = (
            int.from_bytes(data[low : low + POSTING_BYTES], "little") for low in range(0, len(data), POSTING_BYTES)
        )
        mask = (1 << SURENESS_BITS) - 1
        return tuple(Option(number >> SURENESS_BITS, number & mask) for number in packed)

    def _read_place(self, index: int) -> Place:
        kind, level, country, parent, population, _, _ = ROW.unpack_from(self._rows, index * ROW.size)
        parents = () if parent == NO_PARENT else (parent, *self.place(parent).parents)
        code = country.decode()
        return Place(index, _KINDS[kind], level, None if code == COUNTRY_CODE else code, parents, population)

    def label(self, index: int) -> str:
        """The English name."""
        label: str = self._read_details(index)["label"]
        return label

    def concept_id(self, index: int) -> str:
        """The id, `place:…`."""
        concept_id: str = self._read_details(index)["id"]
        return concept_id

    def concept(self, index: int) -> Concept:
        """The place in full."""
        details = self._read_details(index)
        place = self.place(index)
        *_, latitude, longitude = ROW.unpack_from(self._rows, index * ROW.size)
        return Concept(
            id=details["id"],
            kind="place",
            label=details["label"],
            labels={"en": details["label"], **details["labels"]},
            broader=tuple(self.concept_id(parent) for parent in place.parents),
            place_kind=place.kind,
            country=place.country,
            latitude=None if math.isnan(latitude) else round(latitude, 5),
            longitude=None if math.isnan(longitude) else round(longitude, 5),
            codes=details["codes"],
        )

    def get(self, concept_id: str) -> Concept | None:
        """The place of an id, None where there is none."""
        options = self.find_options(ID_PREFIX + concept_id)
        return self.concept(options[0].index) if options else None

    def population(self, concept_id: str) -> int:
        """Inhabitants of a place, 0 where they or the place are not known."""
        options = self.find_options(ID_PREFIX + concept_id)
        return self.place(options[0].index).population if options else 0

    def find_by_name(self, name: str) -> Sequence[Concept]:
        """The places that bear a name in any language, the surest and largest first."""
        normalized = normalize_name(name.strip())
        return [self.concept(option.index) for option in self.find_options(normalized)] if normalized else []

    def _read_details(self, index: int) -> dict[str, Any]:
        return self._block(index // BLOCK_PLACES)[index % BLOCK_PLACES]

    def _read_block(self, number: int) -> list[dict[str, Any]]:
        first = (_uint(self._details, 0) + 2) * _UINT
        begin = first + _uint(self._details, (1 + number) * _UINT)
        end = first + _uint(self._details, (2 + number) * _UINT)
        lines = zlib.decompress(self._details[begin:end]).decode().split("\n")
        return [json.loads(line) for line in lines]


def _map_file(path: Path) -> mmap.mmap:
    with path.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


def _uint(data: mmap.mmap, offset: int) -> int:
    return int.from_bytes(data[offset : offset + _UINT], "little")


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with the package; raises PackError where its files are missing or broken."""
    with resources.as_file(resources.files("nlp").joinpath(FOLDER)) as folder:
        return Gazetteer(folder)
