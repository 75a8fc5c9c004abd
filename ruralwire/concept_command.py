"""What `place` and `product` do alike: resolve a name in any language and show what it means."""

import json
import sys
from collections.abc import Sequence
from enum import StrEnum

from nlp.model.concept import Concept, ConceptKind
from ruralwire.concept_card import describe, to_record
from ruralwire.concepts import KnownConcepts
from ruralwire.console import fail, say, show


class Format(StrEnum):
    """How the result is written."""

    TEXT = "text"
    JSON = "json"


def show_concept(kind: ConceptKind, name: str, *, limit: int, format: Format | None) -> None:
    """Show the best concept of a name or id in full, and up to `limit` others; end with code 2 where there is none."""
    known = KnownConcepts()
    found = _find(known, kind, name)
    if not found:
        fail(f"no {kind} is called {name!r}: give a name in one of the six languages, or an id")
    shown = found[: limit + 1]
    if (format or (Format.TEXT if sys.stdout.isatty() else Format.JSON)) is Format.JSON:
        first, *others = (to_record(one, known.get) for one in shown)
        sys.stdout.write(json.dumps({**first, "candidates": others}, ensure_ascii=False, indent=1) + "\n")
    else:
        for line in describe(shown[0], shown[1:], known.get):
            show(line)
    if len(found) > len(shown):
        say(f"{len(found) - len(shown)} more of this name: --limit {len(found) - 1} shows all.")


def _find(known: KnownConcepts, kind: ConceptKind, name: str) -> Sequence[Concept]:
    """What search takes a name for first, then all else that bears it."""
    if name.startswith(f"{kind}:"):
        concept = known.get(name)
        return [concept] if concept else []
    meant = {one.id: one for one in (*known.resolve(kind, name), *known.find_all(kind, name))}
    return list(meant.values())
