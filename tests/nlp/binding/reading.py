"""Claims of a short text in short notation, so that a table of texts can be read."""

import re
from datetime import UTC, datetime

from nlp.context import Context
from nlp.reader import read_text

PUBLISHED = datetime(2024, 5, 20, tzinfo=UTC)


def claims_of(language, text):
    """The claims of a text, published in May 2024."""
    return read_text(text, article_id="test", language=language, context=Context(published_at=PUBLISHED)).claims


def claim_of(language, text, surface):
    """The one claim whose surface begins so, with no digit after it."""
    begins = re.compile(re.escape(surface) + r"(?!\d)")
    found = [claim for claim in claims_of(language, text) if begins.match(claim.surface)]
    assert len(found) == 1, f"{surface!r} among {[claim.surface for claim in claims_of(language, text)]}"
    return found[0]
