"""Traditional Chinese characters read as simplified ones, position by position."""

from functools import cache

from nlp.pack import PackError, load_toml

_FILE = "data/traditional_characters.toml"


@cache
def _simplified_table() -> dict[int, str]:
    tables = load_toml(_FILE)
    traditional, simplified = "".join(tables["traditional"]), "".join(tables["simplified"])
    if len(traditional) != len(simplified):
        raise PackError(
            f"nlp/{_FILE}: {len(traditional)} traditional characters stand against {len(simplified)} simplified "
            "ones: each needs exactly one"
        )
    return {ord(old): new for old, new in zip(traditional, simplified, strict=True)}


def to_simplified(text: str) -> str:
    """Return the text with simplified characters; same length, same offsets. For matching only.

    >>> to_simplified("馬鈴薯")
    '马铃薯'
    """
    return text.translate(_simplified_table())
