"""How the files of the gazetteer are laid out: shared by the one who builds them and the one who reads them.

All integers are little-endian. `names.marisa`: a trie of normalized names, and of ids behind ID_PREFIX.
`postings.bin`: number of keys, the first posting of every block of BLOCK_KEYS keys, the number of places of each key in
one byte, then the places in POSTING_BYTES each, `index << SURENESS_BITS | sureness`. `places.bin`: one ROW per place,
parents before what lies in them. `details.bin`:
number of blocks, their offsets, then zlib-compressed blocks of BLOCK_PLACES JSON lines.
"""

import struct
from typing import Final

FOLDER = "data/gazetteer"
NAMES_FILE = "names.marisa"
POSTINGS_FILE = "postings.bin"
PLACES_FILE = "places.bin"
DETAILS_FILE = "details.bin"
FILES = (NAMES_FILE, POSTINGS_FILE, PLACES_FILE, DETAILS_FILE)

ROW = struct.Struct("<BB2sIIff")
"""Kind, level, country, index of the parent, population, latitude and longitude (not a number where unknown)."""
KINDS: Final = ("country", "province", "prefecture", "city", "county", "township", "village", "region")
NO_PARENT = 2**32 - 1
COUNTRY_CODE = "--"
"""Of what lies in no country or in several."""
SURENESS_BITS = 2
OWN, OTHER, WEAK, COMMON = 0, 1, 2, 3
"""How surely a name names a place: its own; another, former or generated one; one that needs a noun or a parent;
a common word too, which needs them right beside it."""
BLOCK_KEYS = 32
"""Keys whose counts are added up to find a posting: small enough to add, large enough to save the offsets."""
POSTING_BYTES = 3
ID_PREFIX = "\x01"
BLOCK_PLACES = 160
