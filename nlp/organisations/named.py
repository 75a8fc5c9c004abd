"""What the finders of unlisted organisations give: a name where it stands, and what kind of organisation it is."""

from typing import Literal, NamedTuple

OrganisationKind = Literal[
    "platform", "firm", "ministry", "agency", "bank", "university", "ngo", "body", "media", "programme"
]


class Named(NamedTuple):
    """A name [start, end) and its kind; programmes are named too, though they are no organisations."""

    start: int
    end: int
    kind: OrganisationKind
