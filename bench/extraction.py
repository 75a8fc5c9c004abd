"""Extraction: a page's bytes to its article, beside trafilatura alone."""

import trafilatura

from bench.folder import BenchPage, BenchText, RunFolder
from bench.measure import Measurement, measure_each
from crawlers.extracted_page import ExtractedPage, describe_extractor
from crawlers.extraction import extract_page
from nlp.model.article import Article, Rejection, Text
from nlp.model.identity import make_article_id, make_text_id

_WARM = 12


def measure_ours(folder: RunFolder, *, keeps: bool) -> Measurement:
    """Extract each page; `keeps` leaves the texts for the next step."""
    measured = measure_each(folder.read_pages, _extract, warm=_WARM)
    if keeps:
        folder.keep_texts(
            _make_text(page, extracted)
            for page in folder.read_pages()
            if isinstance(extracted := _extract(page), ExtractedPage)
        )
    return measured


def measure_baseline(folder: RunFolder) -> Measurement:
    """Let trafilatura alone read the text of each page."""
    return measure_each(folder.read_pages, _extract_plainly, warm=_WARM)


def _extract(page: BenchPage) -> ExtractedPage | Rejection:
    return extract_page(page.payload, url=page.url, content_type=page.content_type)


def _extract_plainly(page: BenchPage) -> str | None:
    text: str | None = trafilatura.extract(page.payload, favor_precision=True, include_comments=False)
    return text


def _make_text(page: BenchPage, extracted: ExtractedPage) -> BenchText:
    text_id = make_text_id(extracted.body)
    return BenchText(
        article=Article(
            id=make_article_id(page.url),
            url=page.url,
            title=extracted.title,
            authors=extracted.authors,
            published_at=extracted.published_at,
            language=extracted.language,
            text_ids=(text_id,),
        ),
        text=Text(
            id=text_id,
            body=extracted.body,
            headline=extracted.headline,
            language=extracted.language,
            extractor=describe_extractor(),
        ),
    )
