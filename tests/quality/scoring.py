"""Scores a reading of an annotated article: one outcome for each figure and field."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from nlp.model.article import Reading
from nlp.model.claim import Claim
from nlp.text_view import make_text_view
from tests.quality.gold import GoldArticle, GoldFigure
from tests.quality.mentions import score_mentions
from tests.quality.naming import same_label, same_product, same_surface
from tests.quality.pairing import Pairing, pair_figures
from tests.quality.tally import Outcome

_Gold = TypeVar("_Gold")
_Found = TypeVar("_Found")
_TOLERANCE = Decimal("0.0005")
"""Relative: a third is written 33.33 by one annotator and 33.3333 by another."""
SCALARS = ("modifier", "change", "status", "aspect", "level", "frequency")
"""Compared as they are, null being a value: their F1 is an accuracy."""
TOLD = ("change", "frequency", "aspect")
"""Mostly null, so that they are scored once more where either side tells one."""
OF_SENTENCES = frozenset({"modifier", "change"})
"""Those that articles of figures alone ask for."""


def score_article(article: GoldArticle, reading: Reading) -> tuple[Outcome, ...]:
    """Return all outcomes: of detection and values for each figure and claim, of fields for each matched pair."""
    claims = reading.claims
    pairing = pair_figures(article, claims)
    scorer = _Scorer(article, claims, pairing)
    return (
        *scorer.detection(),
        *(
            outcome
            for at, position in enumerate(pairing.claim_of)
            if position is not None
            for outcome in scorer.fields(article.figures[at], claims[position])
        ),
        *(() if article.asks_figures_only else score_mentions(article, reading.mentions)),
    )


def same_number(one: Decimal | None, other: Decimal | None) -> bool:
    """True for equal numbers, up to the rounding of parts such as a third."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _TOLERANCE * max(abs(one), abs(other))


def same_value(figure: GoldFigure, claim: Claim) -> bool:
    """True where value and, of ranges, both ends agree."""
    return same_number(figure.value, claim.value) and same_number(figure.value_max, claim.value_max)


class _Scorer:
    def __init__(self, article: GoldArticle, claims: tuple[Claim, ...], pairing: Pairing) -> None:
        self._article, self._claims, self._pairing = article, claims, pairing
        self._view = make_text_view(article.text, language=article.language)
        self._figure_of = {position: at for at, position in enumerate(pairing.claim_of) if position is not None}
        self._position_of = {claim.id: position for position, claim in enumerate(claims)}
        self._gold_label = {place.surface: place.label for place in article.places}
        self._product_label = {product.surface: product.label for product in article.products}

    def detection(self) -> Iterator[Outcome]:
        """Figures found, with their value, with their value and unit; and claims that nobody asked for."""
        for at, figure in enumerate(self._article.figures):
            position = self._pairing.claim_of[at]
            claim = None if position is None else self._claims[position]
            value_right = claim is not None and same_value(figure, claim)
            both_right = claim is not None and value_right and claim.unit == figure.unit
            for field, agreed in (("figure", claim is not None), ("value", value_right), ("value_unit", both_right)):
                given = 0 if claim is None else 1
                yield self._outcome(field, 1, given, int(agreed), figure.start, _wanted(figure), _given(claim))
        for position in self._pairing.extra:
            claim = self._claims[position]
            for field in ("figure", "value", "value_unit"):
                yield self._outcome(field, 0, 1, 0, claim.start, "", _given(claim))
        for position in self._pairing.forbidden:
            claim = self._claims[position]
            yield self._outcome("not_figures", 0, 1, 0, claim.start, "no figure", _given(claim))

    def fields(self, figure: GoldFigure, claim: Claim) -> Iterator[Outcome]:
        """Each field of a matched figure."""
        for field in self._asked(SCALARS):
            gold, found = getattr(figure, field), getattr(claim, field)
            yield self._outcome(field, 1, 1, int(gold == found), figure.start, _say(figure, gold), str(found))
        for field in self._asked(TOLD):
            gold, found = getattr(figure, field), getattr(claim, field)
            asked, given = int(gold is not None), int(found is not None)
            agreed = int(gold == found and gold is not None)
            yield self._outcome(f"{field}_told", asked, given, agreed, figure.start, _say(figure, gold), str(found))
        if figure.has_period:
            yield from self._period(figure, claim)
        if self._article.asks_figures_only:
            return
        yield self._outcome("measure", 1, int(claim.measure is not None), int(claim.measure is not None), figure.start,
                            _say(figure, "a measure"), str(claim.measure))  # fmt: skip
        for field, words in (
            ("subject", claim.subject and claim.subject.surface),
            ("population", claim.population and claim.population.surface),
            ("attribution", claim.attribution and claim.attribution.surface),
        ):
            gold_words = getattr(figure, field)
            yield self._set(field, figure, [gold_words] if gold_words else [], [words] if words else [])
        yield from self._things(figure, claim)
        yield self._relations(figure, claim)

    def _asked(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        only_figures = self._article.asks_figures_only
        return tuple(field for field in fields if field in OF_SENTENCES or not only_figures)

    def _period(self, figure: GoldFigure, claim: Claim) -> Iterator[Outcome]:
        gold = None if figure.period is None else (figure.period.start, figure.period.end)
        found = _dates(claim)
        yield self._outcome("period", 1, 1, int(gold == found), figure.start, _say(figure, gold), _period_words(claim))
        asked, given = int(gold is not None), int(found is not None)
        agreed = int(gold == found and gold is not None)
        yield self._outcome("period_told", asked, given, agreed, figure.start, _say(figure, gold), _period_words(claim))

    def _things(self, figure: GoldFigure, claim: Claim) -> Iterator[Outcome]:
        gold_places = list(figure.places)
        found_places = [(one.surface, one.role, one.label) for one in claim.places]
        named = _count(gold_places, found_places, lambda gold, found: self._same_place(gold[0], found))
        with_role = _count(
            gold_places, found_places, lambda gold, found: self._same_place(gold[0], found) and gold[1] == found[1]
        )
        words = ", ".join(f"{surface} ({role})" for surface, role in gold_places)
        found_words = ", ".join(f"{surface} ({role})" for surface, role, _ in found_places)
        asked, given = len(gold_places), len(found_places)
        for field, agreed in (("place_surface", named), ("place_role", with_role)):
            yield self._outcome(field, asked, given, agreed, figure.start, _say(figure, words), found_words)
        products = [(one.surface, one.label) for one in claim.products]
        agreed = _count(list(figure.products), products, self._same_product)
        words, found_words = ", ".join(figure.products), ", ".join(surface for surface, _ in products)
        asked, given = len(figure.products), len(products)
        yield self._outcome("product", asked, given, agreed, figure.start, _say(figure, words), found_words)
        organisations = [one.surface for one in claim.organisations]
        yield self._set("organisation", figure, list(figure.organisations), organisations)

    def _same_place(self, gold: str, found: tuple[str, str | None, str | None]) -> bool:
        label = self._gold_label.get(gold)
        return same_surface(gold, found[0]) or (label is not None and same_label(label, found[2]))

    def _same_product(self, gold: str, found: tuple[str, str | None]) -> bool:
        return same_surface(gold, found[0]) or same_product(self._product_label.get(gold), found[1])

    def _set(self, field: str, figure: GoldFigure, gold: list[str], found: list[str]) -> Outcome:
        agreed = _count(gold, found, same_surface)
        words, found_words = ", ".join(gold), ", ".join(found)
        return self._outcome(field, len(gold), len(found), agreed, figure.start, _say(figure, words), found_words)

    def _relations(self, figure: GoldFigure, claim: Claim) -> Outcome:
        found = [(one.kind, self._figure_of.get(self._position_of.get(one.claim, -1), -2)) for one in claim.relations]
        gold = list(figure.relations)
        agreed = _count(gold, found, lambda one, other: one == other)
        words, found_words = self._link_words(gold), self._link_words(found)
        return self._outcome("relation", len(gold), len(found), agreed, figure.start, _say(figure, words), found_words)

    def _link_words(self, links: Sequence[tuple[str, int]]) -> str:
        figures = self._article.figures
        return ", ".join(f"{kind} -> {figures[at].surface if at >= 0 else 'no figure'}" for kind, at in links)

    def _outcome(self, field: str, asked: int, given: int, agreed: int, at: int, gold: str, found: str) -> Outcome:
        sentence = self._view.sentence_at(at)
        return Outcome(
            language=self._article.language,
            field=field,
            asked=asked,
            given=given,
            agreed=agreed,
            article=self._article.id,
            sentence=self._article.text[sentence.start : sentence.end],
            gold=gold,
            found=found,
        )


def _count(gold: Sequence[_Gold], found: Sequence[_Found], same: Callable[[_Gold, _Found], bool]) -> int:
    """How many of the gold ones have a found one of their own."""
    left = list(found)
    agreed = 0
    for one in gold:
        match = next((other for other in left if same(one, other)), None)
        if match is not None:
            left.remove(match)
            agreed += 1
    return agreed


def _dates(claim: Claim) -> tuple[str | None, str | None] | None:
    """Start and end in ISO format; None where no period, or one without dates, is bound."""
    period = claim.period
    if period is None or (period.start is None and period.end is None):
        return None
    return (
        period.start.isoformat() if period.start else None,
        period.end.isoformat() if period.end else None,
    )


def _period_words(claim: Claim) -> str:
    dates = _dates(claim)
    return "None" if dates is None or claim.period is None else f"{dates} {claim.period.surface!r}"


def _say(figure: GoldFigure, value: object) -> str:
    return f"{figure.surface!r}: {value}"


def _wanted(figure: GoldFigure) -> str:
    return f"{figure.surface!r} = {_number(figure.value, figure.value_max)} {figure.unit}"


def _given(claim: Claim | None) -> str:
    if claim is None:
        return "nothing"
    return f"{claim.surface!r} = {_number(claim.value, claim.value_max)} {claim.unit}"


def _number(value: Decimal, value_max: Decimal | None) -> str:
    return f"{value:f}" if value_max is None else f"{value:f} to {value_max:f}"
