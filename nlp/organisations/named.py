"""What the finders of unlisted organisations give: a name where it stands, and what kind of organisation it is."""

from typing import Literal, NamedTuple

OrganisationKind = Literal[
    "platform", "firm", "ministry", "agency", "bank", "university", "ngo", "body", "media", "programme"
]


class Named(NamedTuple):
    """A name [start, end) and its kind.

    Programmes are named too, and what is only told by its place (le drive fermier de Craon): they may be what a text
    speaks of, but are no organisations (`is_organisation`).
    """

    start: int
    end: int
    kind: OrganisationKind
    is_organisation: bool = True
