"""Describes the machine, without which numbers of speed say little."""

import os
import platform
from importlib import metadata
from pathlib import Path

from nlp.model.span import Record

_NAMED = ("ruralwire", "trafilatura", "spacy", "tantivy", "pydantic")
_GIBIBYTE = 1024**3


class Machine(Record):
    """Where a run was measured."""

    processor: str
    cores: int
    memory_bytes: int | None
    system: str
    python: str
    versions: dict[str, str]
    load: float | None
    """Processes that wanted a core in the last minute, as the run began."""

    def describe(self) -> str:
        """Return two lines for people."""
        memory = f"{self.memory_bytes / _GIBIBYTE:.0f} GiB" if self.memory_bytes else "unknown memory"
        load = "" if self.load is None else f", load {self.load:.1f} at the start"
        versions = ", ".join(f"{name} {version}" for name, version in self.versions.items())
        return f"{self.processor}, {self.cores} cores, {memory}, {self.system}{load}\nPython {self.python}, {versions}"


def describe_machine() -> Machine:
    """Return what can be told of this machine."""
    return Machine(
        processor=_read_processor(),
        cores=os.cpu_count() or 1,
        memory_bytes=_read_memory(),
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        versions={name: _version(name) for name in _NAMED},
        load=os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    )


def _read_processor() -> str:
    file = Path("/proc/cpuinfo")
    if file.is_file():
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _read_memory() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return None


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"
