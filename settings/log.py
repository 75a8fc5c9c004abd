"""Logging: one line per event on standard error, or in a file."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MAX_BYTES = 5_000_000
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

_NOISY_LIBRARIES = ("trafilatura", "htmldate", "charset_normalizer", "asyncio", "filelock", "courlan", "protego")
"""They log what is recorded as an outcome anyway."""


def configure_logging(*, level: int = logging.WARNING, file: Path | None = None) -> None:
    """Send log lines to standard error, or to `file`; called once by each process."""
    handler: logging.Handler
    if file is None:
        handler = logging.StreamHandler()
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_MAX_BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    for name in _NOISY_LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)
