"""Writes the gazetteer's files in the layout that `nlp.gazetteer` reads."""

import json
import zlib
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import marisa_trie

from nlp.gazetteer_layout import (
    BLOCK_KEYS,
    BLOCK_PLACES,
    COUNTRY_CODE,
    DETAILS_FILE,
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
from tools.gazetteer.record import Draft

_MOST_PLACES_OF_A_NAME = 24
"""San José: the largest are kept."""


def write_gazetteer(places: Sequence[Draft], folder: Path) -> dict[str, int]:
    """Write the four files into a folder and return their sizes in bytes. `places`: parents before children."""
    folder.mkdir(parents=True, exist_ok=True)
    index_of = {draft.id: index for index, draft in enumerate(places)}
    contents = {
        **_encode_names(places),
        PLACES_FILE: _encode_places(places, index_of),
        DETAILS_FILE: _encode_details(places),
    }
    for name, content in contents.items():
        # Beside and renamed: processes that have mapped the old file keep it whole.
        partial = folder / f"{name}.tmp"
        partial.write_bytes(content)
        partial.replace(folder / name)
    return {name: len(content) for name, content in contents.items()}


def _encode_names(places: Sequence[Draft]) -> dict[str, bytes]:
    """The trie of names, and for the key of each the places that it may name with how surely."""
    by_name: dict[str, dict[int, int]] = {}
    for index, draft in enumerate(places):
        by_name[ID_PREFIX + draft.id] = {index: 0}
        for name, sureness in draft.names.items():
            known = by_name.setdefault(normalize_name(name), {})
            known[index] = min(sureness, known.get(index, sureness))
    by_name.pop("", None)
    trie = marisa_trie.Trie(sorted(by_name))
    bases, counts, postings = array("I"), bytearray(), bytearray()
    for key in range(len(trie)):
        named = sorted(
            by_name[trie.restore_key(key)].items(),
            key=lambda one: (one[1], places[one[0]].level, -places[one[0]].population, one[0]),
        )[:_MOST_PLACES_OF_A_NAME]
        if key % BLOCK_KEYS == 0:
            bases.append(len(postings) // POSTING_BYTES)
        counts.append(len(named))
        for index, sureness in named:
            postings += (index << SURENESS_BITS | sureness).to_bytes(POSTING_BYTES, "little")
    head = array("I", [len(trie)])
    return {
        NAMES_FILE: trie.tobytes(),
        POSTINGS_FILE: head.tobytes() + bases.tobytes() + bytes(counts) + bytes(postings),
    }


def _encode_places(places: Sequence[Draft], index_of: dict[str, int]) -> bytes:
    rows = bytearray()
    for draft in places:
        parent = index_of.get(draft.parent or "", NO_PARENT)
        has_point = draft.latitude is not None and draft.longitude is not None
        rows += ROW.pack(
            KINDS.index(draft.kind),
            draft.level,
            (draft.country or COUNTRY_CODE).encode(),
            parent,
            min(draft.population, 2**32 - 1),
            float(draft.latitude) if has_point and draft.latitude is not None else float("nan"),
            float(draft.longitude) if has_point and draft.longitude is not None else float("nan"),
        )
    return bytes(rows)


def _encode_details(places: Sequence[Draft]) -> bytes:
    """Ids, labels and codes as JSON lines in compressed blocks, with a table of where each block begins."""
    blocks = []
    for first in range(0, len(places), BLOCK_PLACES):
        lines = (json.dumps(_details(draft), ensure_ascii=False) for draft in places[first : first + BLOCK_PLACES])
        blocks.append(zlib.compress("\n".join(lines).encode(), 9))
    offsets = array("I", [0])
    for block in blocks:
        offsets.append(offsets[-1] + len(block))
    head = array("I", [len(blocks)])
    return head.tobytes() + offsets.tobytes() + b"".join(blocks)


def _details(draft: Draft) -> dict[str, Any]:
    labels = {language: label for language, label in sorted(draft.labels.items()) if label != draft.label}
    return {"id": draft.id, "label": draft.label, "labels": labels, "codes": dict(sorted(draft.codes.items()))}
