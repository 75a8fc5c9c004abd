"""A place on its way into the gazetteer, with the names under which it may stand in a text."""

from dataclasses import dataclass, field

from nlp.gazetteer_layout import COMMON, OTHER, OWN, WEAK

__all__ = ["COMMON", "OTHER", "OWN", "WEAK", "Draft"]


@dataclass
class Draft:
    """A place being built; `parent` is the id of the next higher unit, `labels` one name per language."""

    id: str
    kind: str
    label: str
    country: str
    parent: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    labels: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    """Name to how sure it is, the lowest number winning."""
    level: int = 0
    """0 country or region, 1 first-level division, 2 second, 3 county of China, 4 city of the world."""

    def add(self, name: str, sureness: int = OTHER) -> None:
        """Add a name, unless it is empty or already surer."""
        name = " ".join(name.split())
        if name:
            self.names[name] = min(sureness, self.names.get(name, WEAK))
