"""Finds the figures of a text: numbers with unit, hedge, range and change."""

from collections.abc import Sequence

from nlp.context import Context
from nlp.figures.bare import infer_units
from nlp.figures.change import apply_changes
from nlp.figures.convert import pass_on
from nlp.figures.country import Countries
from nlp.figures.draft import Draft, Scene
from nlp.figures.grammar import FALLBACK, load_grammar
from nlp.figures.hedge import apply_hedges
from nlp.figures.left_out import repeat_nouns
from nlp.figures.length import drop_lengths, is_short_length
from nlp.figures.mask import Mask
from nlp.figures.priced import apply_prices
from nlp.figures.read_drafts import read_drafts
from nlp.figures.unsaid import name_money
from nlp.interval import bound
from nlp.model.mention import Mention
from nlp.model.period import PeriodMention
from nlp.model.quantity import Alternative, Figure, Quantity
from nlp.model.span import Span, Words
from nlp.numbers.chinese import ChineseNumberReader
from nlp.numbers.digits import infer_digit_style
from nlp.numbers.number import load_number_reader
from nlp.pack import LANGUAGES
from nlp.text_view import TextView
from nlp.unit import dimension_of


def find_figures(
    view: TextView, context: Context, *, periods: Sequence[PeriodMention] = (), names: Sequence[Mention] = ()
) -> tuple[Figure, ...]:
    """Return the figures of a text in order, without overlaps.

    `periods` and `names` (places, organisations): their numbers are no figures. Places also tell which country's
    money is meant.

    >>> from nlp.text_view import make_text_view
    >>> view = make_text_view("Farmers sold more than 2.5 tonnes.", language="en")
    >>> [(one.surface, one.quantity.unit, one.modifier) for one in find_figures(view, Context())]
    [('2.5 tonnes', 'tonne', 'more_than')]
    """
    language = view.language if view.language in LANGUAGES else FALLBACK
    grammar = load_grammar(language)
    scene = _make_scene(view, language, context, periods, names)
    style = infer_digit_style(view.folded, language, context.country)
    reader = ChineseNumberReader(style) if language == "zh" else load_number_reader(language, style)
    lengths = [period for period in periods if is_short_length(period)]
    mask = Mask([*(period for period in periods if not is_short_length(period)), *names])
    drafts = read_drafts(scene, grammar, reader, mask, digits_only=view.language not in LANGUAGES)
    for draft in drafts:
        apply_hedges(scene, grammar, draft)
    infer_units(scene, grammar, drafts)
    repeat_nouns(scene, drafts)
    name_money(scene, grammar, drafts)
    kept = [draft for draft in drafts if draft.unit is not None or draft.unit_kind == "money"]
    kept = apply_prices(scene, grammar, kept)
    apply_changes(scene, grammar, kept)
    pass_on(scene, kept)
    kept = drop_lengths(view, kept, lengths)
    return tuple(_finish(scene, draft) for draft in kept)


def _make_scene(
    view: TextView, language: str, context: Context, periods: Sequence[Span], names: Sequence[Mention]
) -> Scene:
    tokens = view.simplified_tokens
    sentence_of = view.sentence_of_tokens
    places = [one for one in names if one.kind == "place"]
    countries = Countries(tokens, sentence_of, language, context.country, places)
    spans = tuple((period.start, period.end) for period in periods)
    return Scene(view.body, view.simplified, tokens, language, sentence_of, countries, spans)


def _finish(scene: Scene, draft: Draft) -> Figure:
    low, high = bound(
        draft.value,
        draft.value_max,
        draft.modifier,
        step=draft.number.step,
        rounded=draft.number.rounded,
        hedge_inside=draft.hedge_inside,
        lower_side_only=draft.lower_side_only,
    )
    body = scene.body
    number = draft.number
    return Figure(
        start=draft.start,
        end=draft.end,
        surface=body[draft.start : draft.end],
        number=Words(start=number.start, end=number.end, surface=body[number.start : number.end]),
        unit_words=None
        if draft.unit_span is None
        else Words(start=draft.unit_span[0], end=draft.unit_span[1], surface=body[slice(*draft.unit_span)]),
        quantity=Quantity(
            value=draft.value, value_max=draft.value_max, unit=draft.unit, dimension=dimension_of(draft.unit)
        ),
        modifier=draft.modifier,
        change=draft.change,
        low=low,
        high=high,
        candidates=tuple(Alternative(value=value, unit=unit, score=score) for value, unit, score in draft.candidates),
        confidence=draft.confidence,
    )
