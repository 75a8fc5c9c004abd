"""Unpaired surrogates, which no index can store, replaced so that every offset stays."""

from typing import Any, TypeVar

from nlp.model.span import Record

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_Kept = TypeVar("_Kept", bound=Record)


def replace_surrogates(record: _Kept) -> _Kept:
    """Return the record with U+FFFD for each unpaired surrogate in any of its texts.

    >>> from nlp.model.span import Words
    >>> replace_surrogates(Words(start=0, end=2, surface="a\\ud800")).surface
    'a\ufffd'
    """
    return type(record).model_validate(_replaced(record.model_dump()))


def readable(text: str) -> str:
    """Return a text that any index takes."""
    return text if text.isascii() else text.translate(_SURROGATES)


def _replaced(value: Any) -> Any:
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, dict):
        return {_replaced(name): _replaced(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(_replaced(one) for one in value)
    return value
