"""The pinned floors of the gate: one score per language and field, with the digest of what it was measured on."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import floor
from pathlib import Path

from tests.quality.gold import CORPUS
from tests.quality.sentences import SENTENCES
from tests.quality.tally import Tally

FLOORS = Path(__file__).with_name("floors.toml")
CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
GATED = (
    "figure", "value", "value_unit", "modifier", "change", "status", "aspect", "level", "period", "frequency",
    "measure", "relation", "subject", "population", "attribution", "place_role", "product", "organisation",
    "place_found", "place_linked", "product_found", "product_linked", "organisation_found",
)  # fmt: skip
"""Fields that have a floor."""
_STEPS = 100
"""Floors are hundredths, rounded down: what changes less is no change of quality."""
_DIGEST_HEX_DIGITS = 16
_HEAD = """\
# Floors of extraction quality by language and field, F1 from 0 to 1, measured on tests/corpus/gate and
# tests/corpus/sentences/gate. Written by `python -m tests.quality.gate --raise-floors`; lowered only by
# `--lower-floors "LINE"`, where LINE stands in CHANGELOG.md. Licence: Apache-2.0, as the project.
"""


@dataclass(frozen=True)
class Floors:
    """Floor by (language, field); `lowered` are the lines of the changelog that lowering has used up."""

    digest: str = ""
    lowered: tuple[str, ...] = ()
    floors: Mapping[tuple[str, str], float] = field(default_factory=dict)


def digest_corpus(half: str = "gate") -> str:
    """Digest of the names and contents of a half's files, articles and sentences (16 hex digits)."""
    digest = hashlib.sha256()
    for path in (*sorted((CORPUS / half).glob("*.json")), *sorted((SENTENCES / half).glob("*.jsonl"))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:_DIGEST_HEX_DIGITS]


def load_floors(path: Path = FLOORS) -> Floors:
    """The floors of a file; none where there is no file yet."""
    if not path.exists():
        return Floors()
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    floors = {(language, name): value for language, row in raw.get("floor", {}).items() for name, value in row.items()}
    return Floors(raw.get("digest", ""), tuple(raw.get("lowered", ())), floors)


def format_floors(floors: Floors) -> str:
    """The floors as the TOML that `load_floors` reads."""
    lines = [_HEAD, f'digest = "{floors.digest}"']
    quoted = ", ".join('"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"' for line in floors.lowered)
    lines.append(f"lowered = [{quoted}]")
    for language in sorted({language for language, _ in floors.floors}):
        lines.append(f"\n[floor.{language}]")
        rows = {name: value for (one, name), value in floors.floors.items() if one == language}
        lines.extend(f"{name} = {rows[name]:.2f}" for name in GATED if name in rows)
    return "\n".join(lines) + "\n"


def find_falls(floors: Floors, tallies: Mapping[tuple[str, str], Tally]) -> tuple[str, ...]:
    """One line for each score below its floor, the weakest language counting as much as the best."""
    falls = []
    for (language, name), least in sorted(floors.floors.items()):
        score = tallies.get((language, name), Tally()).f1
        if score < least:
            falls.append(f"{language} {name}: {score:.3f} is below its floor {least:.2f}")
    return tuple(falls)


def raise_floors(floors: Floors, tallies: Mapping[tuple[str, str], Tally], *, digest: str) -> Floors:
    """Floors at what is measured now where that is more; none is lowered."""
    raised = {key: max(value, floors.floors.get(key, 0.0)) for key, value in _measured(tallies)}
    return replace(floors, digest=digest, floors={**floors.floors, **raised})


def lower_floors(
    floors: Floors, tallies: Mapping[tuple[str, str], Tally], *, digest: str, line: str, changelog: str
) -> Floors:
    """Floors at what is measured now, lower or not.

    Raises ValueError where no line of the changelog holds `line`, or one has been used before.
    """
    if line in floors.lowered:
        raise ValueError(
            f"the line {line!r} has lowered floors before: say in CHANGELOG.md what is lowered now, and why"
        )
    if not line.strip() or not any(line in row for row in changelog.splitlines()):
        raise ValueError(
            f"no line of CHANGELOG.md holds {line!r}: write there what is lowered and why, then say it here"
        )
    return replace(floors, digest=digest, lowered=(*floors.lowered, line), floors=dict(_measured(tallies)))


def _measured(tallies: Mapping[tuple[str, str], Tally]) -> Iterable[tuple[tuple[str, str], float]]:
    for (language, name), tally in tallies.items():
        if name in GATED and language != "all" and tally.asked + tally.given:
            yield (language, name), floor(tally.f1 * _STEPS) / _STEPS
