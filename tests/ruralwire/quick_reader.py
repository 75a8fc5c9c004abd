"""A reading worker that starts at once: every run of digits is a claim. For tests of what stands around reading."""

import os
import re
import sys
from decimal import Decimal

from crawlers.outcome import Harvested
from crawlers.worker_process import READY
from nlp.model.article import Reading
from nlp.model.claim import Claim
from nlp.model.identity import make_claim_id
from nlp.model.span import Quote
from ruralwire.reading_job import ReadingAnswer, make_provenance


def read(harvested: Harvested) -> Reading:
    article_id, text = harvested.article.id, harvested.text
    claims = tuple(
        Claim(
            id=make_claim_id(article_id, text.id, found.start()),
            start=found.start(),
            end=found.end(),
            surface=found.group(),
            value=Decimal(found.group()),
            unit="tonne",
            measure="output",
            quote=Quote(start=0, end=len(text.body), text=text.body),
        )
        for found in re.finditer(r"[0-9]+", text.body)
    )
    provenance = make_provenance(harvested)
    return Reading(article_id=article_id, text_id=text.id, language="en", claims=claims, provenance=provenance)


def main() -> None:
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    for line in sys.stdin.buffer:
        harvested = Harvested.model_validate_json(line)
        if "crash" in harvested.text.body:
            os.abort()
        answer = ReadingAnswer(reading=read(harvested))
        sys.stdout.buffer.write(answer.model_dump_json().encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
