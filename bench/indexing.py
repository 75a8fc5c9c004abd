"""Indexing: read articles to a searchable index, beside tantivy alone with the same documents analysed before."""

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import tantivy

from bench.folder import RunFolder
from bench.measure import Measurement, Stopwatch, read_peak_bytes
from search_api.index.document import Document, make_documents
from search_api.index.embedded import open_embedded_index
from search_api.index.embedded_schema import make_schema, to_tantivy
from search_api.index.record import IndexedArticle
from search_api.measure import load_measure_names

_AT_ONCE = 100
_WARM = 24
_WRITER_BYTES = 64 * 1024 * 1024


def measure_ours(folder: RunFolder, *, keeps: bool) -> Measurement:
    """Write the articles with their claims; `keeps` leaves the index for the queries."""
    _write_ours(folder.scratch, islice(folder.read_articles(), _WARM))
    target = folder.index if keeps else folder.scratch
    measured = _write_ours(target, folder.read_articles())
    shutil.rmtree(folder.scratch, ignore_errors=True)
    return measured


def measure_baseline(folder: RunFolder) -> Measurement:
    """Hand the same documents, analysed already, to tantivy: our tokens joined by spaces, split at spaces."""
    _write_plainly(folder.scratch, islice(folder.read_articles(), _WARM))
    measured = _write_plainly(folder.scratch, folder.read_articles())
    shutil.rmtree(folder.scratch, ignore_errors=True)
    return measured


def _write_ours(target: Path, articles: Iterator[IndexedArticle]) -> Measurement:
    shutil.rmtree(target, ignore_errors=True)
    watch, count = Stopwatch(), 0
    with open_embedded_index(target, writable=True) as index:
        while batch := list(islice(articles, _AT_ONCE)):
            with watch:
                count += index.write_articles(batch)
        with watch:
            index.commit()
    return Measurement(items=count, seconds=watch.seconds, peak_bytes=read_peak_bytes())


def _write_plainly(target: Path, articles: Iterator[IndexedArticle]) -> Measurement:
    shutil.rmtree(target, ignore_errors=True)
    watch, analysis_watch, count = Stopwatch(), Stopwatch(), 0
    writers: dict[str, Any] = {}
    for kind in ("claims", "articles"):
        (target / kind).mkdir(parents=True)
        index = tantivy.Index(make_schema(kind), path=str(target / kind))
        writers[kind] = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
    while batch := list(islice(articles, _AT_ONCE)):
        with analysis_watch:
            analysed = [_analyse(article) for article in batch]
        with watch:
            for document, claims in analysed:
                for claim in claims:
                    writers["claims"].add_document(to_tantivy(claim))
                writers["articles"].add_document(to_tantivy(document))
        count += len(batch)
    with watch:
        for writer in writers.values():
            writer.commit()
    return Measurement(
        items=count,
        seconds=watch.seconds,
        peak_bytes=read_peak_bytes(),
        apart_seconds=analysis_watch.seconds,
    )


def _analyse(article: IndexedArticle) -> tuple[Document, list[Document]]:
    return make_documents(article, concepts=None, measure_names=load_measure_names())
