"""The fields of the embedded index: how each part of a document is stored in tantivy."""

from functools import cache

import tantivy

from search_api.index.document import Document

TEXT_FIELDS = {"claims": ("quote", "headline", "name"), "articles": ("headline", "body", "name")}
KEYWORD_FIELDS = {
    "claims": (
        "article_id", "lang", "source", "place", "product", "organisation", "measure", "unit", "base_unit", "status",
        "aspect", "level", "modifier",
    ),
    "articles": ("lang", "source", "place", "product", "organisation", "measure", "unit"),
}  # fmt: skip
INTEGER_FIELDS = {
    "claims": ("published", "indexed", "period", "period_start", "period_end"),
    "articles": ("published", "indexed"),
}
FLOAT_FIELDS: dict[str, tuple[str, ...]] = {
    "claims": (
        "stated_low", "stated_high", "possible_low", "possible_high", "stated_base_low", "stated_base_high",
        "possible_base_low", "possible_base_high", "value", "confidence",
    ),
    "articles": (),
}  # fmt: skip
ID, ORDER, RECORD = "id", "order", "record"


@cache
def make_schema(kind: str) -> tantivy.Schema:
    """Return the schema of `claims` or `articles`."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(ID, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field(ORDER, indexed=True, fast=True)
    builder.add_bytes_field(RECORD, stored=True)
    for name in TEXT_FIELDS[kind]:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
        builder.add_text_field(f"{name}_exact", tokenizer_name="whitespace", index_option="position")
    for name in KEYWORD_FIELDS[kind]:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in INTEGER_FIELDS[kind]:
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in FLOAT_FIELDS[kind]:
        builder.add_float_field(name, indexed=True, fast=True)
    return builder.build()


def to_tantivy(document: Document) -> tantivy.Document:
    """Return a document as tantivy takes it: our tokens joined by spaces, which its tokenizer takes apart again."""
    result = tantivy.Document()
    result.add_text(ID, document.id)
    result.add_bytes(RECORD, document.json.encode())
    for name, tokens in document.texts.items():
        result.add_text(name, " ".join(tokens.stems))
        result.add_text(f"{name}_exact", " ".join(tokens.exact))
    for name, values in document.keywords.items():
        for value in values:
            result.add_text(name, value)
    for name, number in document.numbers.items():
        if number is None:
            continue
        if name == ORDER:
            result.add_unsigned(name, int(number))
        elif isinstance(number, float):
            result.add_float(name, number)
        else:
            result.add_integer(name, number)
    return result
