"""Lexicons of products and organisations, read from their TOML files and checked row by row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from nlp.fold import fold
from nlp.inflection import inflect
from nlp.matching import Name
from nlp.model.concept import Concept, ConceptKind
from nlp.pack import LANGUAGES, PackError, load_toml

_PRODUCT_FOLDER = "data/products"
_ORGANISATION_FILE = "data/organisations.toml"
_CODES = ("wikidata", "agrovoc", "hs", "fao")
_ROW_KEYS = frozenset(("id", "label", "broader", "type", "country", *_CODES, *LANGUAGES))
_FLAGS = ("ambiguous", "adjective", "short", "exact", "shared")
_WORD_LISTS = ("needs", "not_after", "not_before", "not_near")
_ORGANISATION_TYPES = ("platform", "ministry", "agency", "firm", "bank", "ngo", "university", "media", "body")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Form:
    """One way to write a name, as a row lists it; its inflections follow from the language."""

    form: str
    ambiguous: bool = False
    adjective: bool = False
    short: bool = False
    """A part of a longer name, which means this only where a text names it in full too."""
    exact: bool = False
    """Not to be inflected."""
    shared: bool = False
    """Said to belong to another row too: the other concept becomes a candidate."""
    needs: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A row of a lexicon: the concept with its forms in each language."""

    concept: Concept
    forms: Mapping[str, tuple[Form, ...]]
    short_forms: Mapping[str, tuple[Form, ...]] = field(default_factory=dict)
    organisation_type: str | None = None
    country: str | None = None


@cache
def load_products() -> dict[str, Entry]:
    """Return the goods and their classes by concept id; raises PackError with file, line and row."""
    folder = resources.files("nlp").joinpath(_PRODUCT_FOLDER)
    files = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return read_entries({f"{_PRODUCT_FOLDER}/{name}": _rows(name, "product") for name in files}, "product")


@cache
def load_organisations() -> dict[str, Entry]:
    """Return the organisations by concept id; raises PackError with file, line and row."""
    return read_entries({_ORGANISATION_FILE: load_toml(_ORGANISATION_FILE).get("organisation", [])}, "organisation")


def _rows(name: str, table: str) -> list[dict[str, Any]]:
    tables = load_toml(f"{_PRODUCT_FOLDER}/{name}")
    return [*tables.get("class", []), *tables.get(table, [])]


def read_entries(files: Mapping[str, Iterable[dict[str, Any]]], kind: ConceptKind) -> dict[str, Entry]:
    """Return the entries of rows by file name, with parents resolved up to the widest class.

    Raises PackError for a row with an unknown key, an id used twice, a missing language (goods and
    organisations need all six; a class, a row without any forms, none) or a parent that no row has.
    """
    rows: dict[str, tuple[str, dict[str, Any]]] = {}
    for file, file_rows in files.items():
        for row in file_rows:
            _check_row(file, row, kind)
            if row["id"] in rows:
                raise _row_error(file, row["id"], "this id is used twice: an id names one row of all files")
            rows[row["id"]] = (file, row)
    return {
        _concept_id(slug, kind): _read_entry(file, row, kind, _parents(slug, rows))
        for slug, (file, row) in rows.items()
    }


def _concept_id(slug: str, kind: ConceptKind) -> str:
    return f"{'org' if kind == 'organisation' else kind}:{slug}"


def _check_row(file: str, row: dict[str, Any], kind: ConceptKind) -> None:
    slug = row.get("id")
    if not isinstance(slug, str) or not _SLUG.fullmatch(slug):
        raise _row_error(file, str(slug), 'an id is lower-case words joined by hyphens, e.g. id = "yellow-peach"')
    unknown = sorted(set(row) - _ROW_KEYS)
    if unknown:
        raise _row_error(file, slug, f"unknown key {unknown[0]!r}; the keys are {', '.join(sorted(_ROW_KEYS))}")
    if not isinstance(row.get("label"), str) or not row["label"]:
        raise _row_error(file, slug, 'it needs its English name, e.g. label = "yellow peach"')
    languages = [language for language in LANGUAGES if row.get(language)]
    missing = [language for language in LANGUAGES if language not in languages]
    if missing and languages:
        raise _row_error(
            file, slug, f'no forms in {", ".join(missing)}: give each language at least one, e.g. en = ["egg"]'
        )
    if kind == "organisation" and row.get("type") not in _ORGANISATION_TYPES:
        raise _row_error(file, slug, f"type {row.get('type')!r} is none of {', '.join(_ORGANISATION_TYPES)}")


def _parents(
    slug: str,
    rows: Mapping[str, tuple[str, dict[str, Any]]],
) -> tuple[tuple[str, str], ...]:
    """Slug and label of the parents, nearest first."""
    found: list[tuple[str, str]] = []
    file, row = rows[slug]
    while "broader" in row:
        parent = row["broader"]
        if parent not in rows:
            raise _row_error(file, row["id"], f"its class {parent!r} is no row: give the id of a good or a class")
        if parent == slug or parent in (known for known, _ in found):
            raise _row_error(file, row["id"], f"{parent!r} is its own parent: classes go from narrow to wide")
        file, row = rows[parent]
        found.append((parent, row["label"]))
    return tuple(found)


def _read_entry(file: str, row: dict[str, Any], kind: ConceptKind, parents: tuple[tuple[str, str], ...]) -> Entry:
    listed = {language: tuple(_read_forms(file, row, language)) for language in LANGUAGES if row.get(language)}
    forms = {language: tuple(form for form in every if not form.short) for language, every in listed.items()}
    for language, full in forms.items():
        if not full:
            raise _row_error(file, row["id"], f"only short names in {language}: give it a full one too")
    concept = Concept(
        id=_concept_id(row["id"], kind),
        kind=kind,
        label=row["label"],
        labels={language: full[0].form for language, full in forms.items()},
        broader=tuple(_concept_id(slug, kind) for slug, _ in parents),
        codes={code: str(row[code]) for code in _CODES if code in row},
    )
    short_forms = {language: tuple(form for form in every if form.short) for language, every in listed.items()}
    return Entry(
        concept=concept,
        forms=forms,
        short_forms=short_forms,
        organisation_type=row.get("type"),
        country=row.get("country"),
    )


def _read_forms(file: str, row: dict[str, Any], language: str) -> Iterator[Form]:
    if not isinstance(row[language], list):
        raise _form_error(file, row["id"], language, row[language])
    for listed in row[language]:
        form = _read_form({"form": listed} if isinstance(listed, str) else listed)
        if form is None:
            raise _form_error(file, row["id"], language, listed)
        yield form


def _read_form(listed: Any) -> Form | None:
    """The form of a table, None where a key or the type of a value is not as it must be."""
    if not isinstance(listed, dict) or not set(listed) <= {"form", *_FLAGS, *_WORD_LISTS}:
        return None
    text = listed.get("form")
    words = {key: listed.get(key, []) for key in _WORD_LISTS}
    if not isinstance(text, str) or not fold(text).strip():
        return None
    if not all(isinstance(listed.get(key, False), bool) for key in _FLAGS):
        return None
    if not all(isinstance(value, list) and all(isinstance(one, str) for one in value) for value in words.values()):
        return None
    return Form(
        form=text,
        ambiguous=listed.get("ambiguous", False),
        adjective=listed.get("adjective", False),
        short=listed.get("short", False),
        exact=listed.get("exact", False),
        shared=listed.get("shared", False),
        **{key: tuple(value) for key, value in words.items()},
    )


def _form_error(file: str, slug: str, language: str, listed: object) -> PackError:
    return _row_error(
        file,
        slug,
        f"{language} has the form {listed!r}: a list of texts and tables is right, "
        f'e.g. {language} = ["egg", {{ form = "hen egg", exact = true, not_before = ["timer"] }}]',
    )


def _row_error(file: str, slug: str, problem: str) -> PackError:
    line = _line_of(file, slug)
    place = f"nlp/{file}, line {line}" if line else f"nlp/{file}"
    return PackError(f'{place}, row "{slug}": {problem}')


def _line_of(file: str, slug: str) -> int | None:
    """The line at which a row's id stands, None where the file cannot be read or has none."""
    path = resources.files("nlp").joinpath(file)
    if not path.is_file():
        return None
    wanted = re.compile(rf'\s*id\s*=\s*["\']{re.escape(slug)}["\']')
    lines = path.read_text(encoding="utf-8").splitlines()
    # The last one: of an id that is used twice the second use is the mistake.
    return next((number for number in range(len(lines), 0, -1) if wanted.match(lines[number - 1])), None)


def _contracted(forms: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Arabic names with an article of their own after the preposition ل: البنك is written للبنك."""
    return [("لل" + text.removeprefix("ال"), trim) for text, trim in forms if text.startswith("ال")]


def make_names(entries: Iterable[Entry], language: str, *, proper: bool = False) -> Iterator[Name]:
    """Yield every inflected form of the entries in a language. `proper`: capitals are part of the name."""
    for entry in entries:
        for form in entry.forms.get(language, ()):
            yield from _inflected_names(entry, form, language, proper=proper)


def make_short_names(entries: Iterable[Entry], language: str) -> Iterator[Name]:
    """Yield the inflected forms of the names that are short for a good which the text names in full elsewhere."""
    for entry in entries:
        for form in entry.short_forms.get(language, ()):
            yield from _inflected_names(entry, form, language, proper=False)


def _inflected_names(entry: Entry, form: Form, language: str, *, proper: bool) -> Iterator[Name]:
    # Proper names have cases, but neither plurals nor possessives.
    is_fixed = form.exact or (proper and language != "ru")
    inflected = ((fold(form.form), 0),) if is_fixed else inflect(form.form, language)
    if language == "ar":
        inflected = (*inflected, *_contracted(inflected))
    for text, trim in inflected:
        yield Name(
            text=text,
            concept_id=entry.concept.id,
            trim=trim,
            ambiguous=form.ambiguous,
            adjective=form.adjective,
            short=form.short,
            needs=tuple(map(fold, form.needs)),
            not_after=tuple(map(fold, form.not_after)),
            not_before=tuple(map(fold, form.not_before)),
            not_near=tuple(map(fold, form.not_near)),
            written_as=form.form if proper else "",
        )
