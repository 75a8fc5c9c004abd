"""Reads a text: language, mentions, figures and claims, by a spaCy pipeline of the project's components."""

import hashlib
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

import spacy
from spacy.language import Language

from nlp.component import COMPONENTS, Annotation, set_annotation
from nlp.context import Context
from nlp.language import identify_language
from nlp.model.article import Provenance, Reading
from nlp.model.identity import make_text_id
from nlp.pack import LANGUAGES
from nlp.text_view import make_text_view

_ANY_LANGUAGE = "xx"
"""spaCy's name for a tokenizer of no particular language."""
_SURROGATES = dict.fromkeys(range(55296, 57344), 65533)
_DIGEST_HEX_DIGITS = 16


@cache
def load_pipeline(language: str) -> Language:
    """A blank spaCy pipeline of the language with the four components; texts of any length are taken."""
    pipeline = spacy.blank(language if language in LANGUAGES else _ANY_LANGUAGE)
    for component in COMPONENTS:
        pipeline.add_pipe(component)
    return pipeline


def read_text(
    body: str,
    *,
    article_id: str,
    text_id: str | None = None,
    language: str | None = None,
    title: str | None = None,
    context: Context | None = None,
    provenance: Provenance | None = None,
) -> Reading:
    """Return what stands in a text; spans are code points of `body`, whatever it holds.

    `language` is identified where None; a text in none of the six languages (`und`) still has its numbers in digits
    read. Unpaired surrogates are read as U+FFFD; offsets stay. Never raises for a text, however odd.
    """
    told = language or identify_language(body)
    known = told if told in LANGUAGES else "und"
    readable = body.translate(_SURROGATES)
    pipeline = load_pipeline(known)
    pipeline.max_length = max(pipeline.max_length, len(readable) + 1)
    text_id = text_id or make_text_id(body)
    view = make_text_view(readable, language=known, title=title)
    annotation = Annotation(context or Context(), title=title, article_id=article_id, text_id=text_id, view=view)
    # Else spaCy keeps every word that it ever met: a long stream of texts would fill the memory.
    with pipeline.memory_zone():
        doc = pipeline.make_doc(readable)
        set_annotation(doc, annotation)
        for _, component in pipeline.pipeline:
            doc = component(doc)
    return Reading(
        article_id=article_id,
        text_id=text_id,
        language=known,
        mentions=annotation.mentions,
        claims=annotation.claims,
        provenance=(provenance or Provenance()).model_copy(
            update={"reader": reader_version(), "reader_data_digest": reader_data_digest()}
        ),
    )


@cache
def reader_version() -> str:
    """Name and version of the code that reads, e.g. `ruralwire 0.1.0`."""
    try:
        return f"ruralwire {metadata.version('ruralwire')}"
    except metadata.PackageNotFoundError:  # run from a folder that is not installed
        return "ruralwire (not installed)"


@cache
def reader_data_digest() -> str:
    """Digest of all data that readings depend on: language packs, units, lexicons, gazetteer (16 hex digits)."""
    digest = hashlib.sha256()
    root = resources.files("nlp")
    for folder in ("data", "languages"):
        for path, file in sorted(_files(root.joinpath(folder), folder), key=lambda entry: entry[0]):
            digest.update(path.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:_DIGEST_HEX_DIGITS]


def _files(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        found.extend(_files(entry, name) if entry.is_dir() else [(name, entry)])
    return found
