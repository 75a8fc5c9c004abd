"""The spaCy components: places, products, figures and claims of a Doc, for any pipeline.

`pipeline.add_pipe("ruralwire_places")` and so on, in this order: places, products, figures, claims. What they find
stands in `doc._.ruralwire` with exact offsets into `doc.text`, and as span groups of the same names in `doc.spans`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc

from nlp.binding.make import make_claims
from nlp.context import Context
from nlp.figures.find import find_figures
from nlp.model.claim import Claim
from nlp.model.identity import make_article_id, make_text_id
from nlp.model.mention import Mention
from nlp.model.period import FrequencyMention, PeriodMention
from nlp.model.quantity import Figure
from nlp.organisation import find_organisations
from nlp.organisations.find import find_named, make_organisation_mentions
from nlp.organisations.named import Named
from nlp.periods.find import find_periods
from nlp.periods.frequency import find_frequencies
from nlp.places.find import find_places
from nlp.product import find_products
from nlp.text_view import TextView, make_text_view

COMPONENTS = ("ruralwire_places", "ruralwire_products", "ruralwire_figures", "ruralwire_claims")
_EXTENSION = "ruralwire"
Component = Callable[[Doc], Doc]


@dataclass
class Annotation:
    """What the components know and find of one Doc; set `context`, `title` and ids before the pipeline runs."""

    context: Context = field(default_factory=Context)
    title: str | None = None
    article_id: str = ""
    text_id: str = ""
    view: TextView | None = None
    places: tuple[Mention, ...] = ()
    products: tuple[Mention, ...] = ()
    organisations: tuple[Mention, ...] = ()
    named: tuple[Named, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    frequencies: tuple[FrequencyMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Places, products and organisations in text order."""
        return tuple(sorted((*self.places, *self.products, *self.organisations), key=lambda one: (one.start, one.end)))


def annotation_of(doc: Doc) -> Annotation:
    """The annotation of a Doc, made where there is none."""
    _ensure_extension()
    if doc._.ruralwire is None:
        doc._.ruralwire = Annotation()
    annotation: Annotation = doc._.ruralwire
    if annotation.view is None:
        annotation.view = make_text_view(doc.text, language=doc.lang_, title=annotation.title)
    return annotation


def set_annotation(doc: Doc, annotation: Annotation) -> None:
    """Give a Doc what is known of it before the pipeline runs."""
    _ensure_extension()
    doc._.ruralwire = annotation


def _ensure_extension() -> None:
    if not Doc.has_extension(_EXTENSION):
        Doc.set_extension(_EXTENSION, default=None)


@Language.factory("ruralwire_places")
def make_places(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy's signature of factories
    """Component `ruralwire_places`: places, linked to the gazetteer; none within an organisation's name."""

    def component(doc: Doc) -> Doc:
        annotation = annotation_of(doc)
        view = _view(annotation)
        listed = find_organisations(view)
        annotation.places = find_places(view, annotation.context, masked=listed)
        annotation.named = find_named(view, places=annotation.places, known=listed)
        unlisted = make_organisation_mentions(view, annotation.named)
        annotation.organisations = tuple(sorted((*listed, *unlisted), key=lambda one: one.start))
        return _group(
            doc, "ruralwire_places", ((one.start, one.end, one.place_kind or "place") for one in annotation.places)
        )

    return component


@Language.factory("ruralwire_products")
def make_products(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy's signature of factories
    """Component `ruralwire_products`: products and organisations of the lexicons."""

    def component(doc: Doc) -> Doc:
        annotation = annotation_of(doc)
        view = _view(annotation)
        annotation.organisations = annotation.organisations or find_organisations(view)
        annotation.products = find_products(view, masked=annotation.organisations)
        found = (*annotation.products, *annotation.organisations)
        return _group(doc, "ruralwire_products", ((one.start, one.end, one.kind) for one in found))

    return component


@Language.factory("ruralwire_figures")
def make_figures(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy's signature of factories
    """Component `ruralwire_figures`: periods, frequencies and figures. Wants places before it."""

    def component(doc: Doc) -> Doc:
        annotation = annotation_of(doc)
        view = _view(annotation)
        annotation.periods = find_periods(view, annotation.context)
        annotation.frequencies = find_frequencies(view)
        annotation.figures = find_figures(
            view,
            annotation.context,
            periods=annotation.periods,
            names=(*annotation.places, *annotation.organisations),
        )
        return _group(
            doc,
            "ruralwire_figures",
            ((one.start, one.end, one.quantity.unit or "figure") for one in annotation.figures),
        )

    return component


@Language.factory("ruralwire_claims")
def make_claim_binder(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy's signature of factories
    """Component `ruralwire_claims`: each figure bound to what it counts, where, when, and on whose word."""

    def component(doc: Doc) -> Doc:
        annotation = annotation_of(doc)
        text_id = annotation.text_id or make_text_id(doc.text)
        annotation.claims = make_claims(
            _view(annotation),
            annotation.context,
            article_id=annotation.article_id or make_article_id(text_id),
            text_id=text_id,
            figures=annotation.figures,
            mentions=annotation.mentions,
            periods=annotation.periods,
            frequencies=annotation.frequencies,
            named=annotation.named,
        )
        return _group(
            doc, "ruralwire_claims", ((one.start, one.end, one.measure or "claim") for one in annotation.claims)
        )

    return component


def _view(annotation: Annotation) -> TextView:
    if annotation.view is None:
        raise ValueError("the annotation of this Doc has no view: get it by annotation_of(doc)")
    return annotation.view


def _group(doc: Doc, key: str, found: Iterable[tuple[int, int, str]]) -> Doc:
    """Put what was found into `doc.spans[key]`, widened to tokens: exact offsets stand in `doc._.ruralwire`."""
    spans = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in found)
    doc.spans[key] = [span for span in spans if span is not None]
    return doc
