"""What a check found: one line, with what to do where something is to be done."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warning", "problem"]


@dataclass(frozen=True)
class Finding:
    """`advice` says what to do; empty where nothing is."""

    level: Level
    what: str
    advice: str = ""
