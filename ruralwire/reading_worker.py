"""A worker process that reads texts: nlp is bound to the processor, so threads would not do."""

from crawlers.outcome import Harvested
from crawlers.worker_process import run_worker
from nlp.context import Context
from nlp.reader import read_text
from ruralwire.reading_job import ReadingAnswer, make_provenance


def main() -> None:
    """Answer until standard input ends."""
    run_worker(lambda line: _answer(line).model_dump_json().encode())


def run_reading(harvested: Harvested) -> ReadingAnswer:
    """Read a text of an article."""
    article, text = harvested.article, harvested.text
    headline = text.body[text.headline.start : text.headline.end] if text.headline else None
    reading = read_text(
        text.body,
        article_id=article.id,
        text_id=text.id,
        language=text.language,
        title=headline or article.title or None,
        context=Context(published_at=article.published_at, country=article.country, source_id=article.source_id),
        provenance=make_provenance(harvested),
    )
    return ReadingAnswer(reading=reading)


def _answer(line: bytes) -> ReadingAnswer:
    try:
        return run_reading(Harvested.model_validate_json(line))
    except Exception as error:  # a text must not stop the rest: it is indexed without claims, and said so
        return ReadingAnswer(failure=f"{type(error).__name__}: {error}"[:500])


if __name__ == "__main__":
    main()
