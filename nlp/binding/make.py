"""Makes the claims of a text: each figure bound to what it counts, where, when and on whose word."""

from collections.abc import Sequence

from nlp.binding.aspect import find_aspects, settle_aspect
from nlp.binding.attribution import find_attribution
from nlp.binding.cues import find_cues, load_cues
from nlp.binding.dateline import find_dateline_days, find_datelines
from nlp.binding.how_often import find_frequency
from nlp.binding.measure import find_measure, find_measure_cues
from nlp.binding.organisations import bind_organisations
from nlp.binding.population import find_population
from nlp.binding.relations import find_links
from nlp.binding.sharing import share_bindings, share_measures
from nlp.binding.spoken_of import SpokenOf
from nlp.binding.stage import Stage
from nlp.binding.subject import Telling, find_subject
from nlp.binding.things import bind_products
from nlp.binding.timeline import Timeline
from nlp.binding.when import find_period
from nlp.binding.where import Counted, bind_places, survey
from nlp.binding.wording import find_level, find_status
from nlp.context import Context
from nlp.model.claim import Claim, Relation
from nlp.model.identity import make_claim_id
from nlp.model.mention import Binding, Mention
from nlp.model.period import FrequencyMention, PeriodMention
from nlp.model.quantity import Figure
from nlp.model.span import Quote, Words
from nlp.organisations.named import Named
from nlp.pack import LANGUAGES
from nlp.text_view import TextView


def make_claims(
    view: TextView,
    context: Context,
    *,
    article_id: str,
    text_id: str,
    figures: Sequence[Figure],
    mentions: Sequence[Mention],
    periods: Sequence[PeriodMention],
    frequencies: Sequence[FrequencyMention],
    named: Sequence[Named] = (),
) -> tuple[Claim, ...]:
    """Return one claim for each figure, in order; fields that the words do not carry are None.

    `named`: what `nlp.organisations.find` finds of organisations and programmes that no lexicon holds.
    """
    datelines = find_datelines(view)
    days = (*datelines, *find_dateline_days(view))
    told = [one for one in mentions if one.kind != "place" or not any(line.overlaps(one) for line in datelines)]
    dated = [one for one in periods if not any(line.overlaps(one) for line in days)]
    stage = Stage(view, context, tuple(figures), tuple(told), tuple(dated), tuple(frequencies), tuple(named))
    ids = [make_claim_id(article_id, text_id, figure.number.start) for figure in figures]
    if view.language not in LANGUAGES:
        return tuple(_bare(stage, figure, ids[place]) for place, figure in enumerate(figures))
    return _bound(stage, ids)


def _bound(stage: Stage, ids: list[str]) -> tuple[Claim, ...]:
    cues = load_cues(stage.view.language)
    status_cues = find_cues(stage.tokens, cues.status)
    part_cues = find_cues(stage.tokens, cues.part)
    measure_cues = find_measure_cues(stage)
    ground = survey(stage)
    telling = Telling(stage)
    statuses: list[str] = [find_status(stage, figure, status_cues) for figure in stage.figures]
    timeline = Timeline(stage, tuple(find_cues(stage.tokens, cues.now)))
    relations: dict[int, list[Relation]] = {}
    links = find_links(stage, statuses, part_cues, find_cues(stage.tokens, cues.equal))
    for link in links:
        relations.setdefault(link.secondary, []).append(Relation(kind=link.kind, claim=ids[link.main]))
    told = [find_measure(stage, figure, measure_cues) for figure in stage.figures]
    measures = share_measures(stage.figures, links, told)
    aspects = find_aspects(stage, [name for name, _ in measures])
    claims: list[Claim] = []
    spoken = SpokenOf()
    goods: tuple[Binding, ...] = ()
    populations: list[Words | None] = []
    for place, figure in enumerate(stage.figures):
        measure, measure_surface = measures[place]
        subject, subject_kind = find_subject(telling, figure)
        populations.append(find_population(telling, place, subject_kind, populations))
        attribution = find_attribution(stage, figure, telling.sayings)
        is_of_class = populations[-1] is not None or aspects[place].aspect == "average"
        level = find_level(figure, subject, subject_kind, measure, is_of_class=is_of_class)
        frequency = find_frequency(stage, figure)
        period = find_period(
            timeline, figure, aspect=aspects[place].aspect, status=statuses[place], frequency=frequency
        )
        aspect = settle_aspect(aspects[place], period)
        place_level = "area" if subject_kind == "authority" else level
        counted = Counted(figure, measure, measure_surface, place_level, subject)
        places = bind_places(stage, counted, spoken, ground)
        spoken = spoken.and_then(
            places, level=place_level, home=ground.home, sentence=stage.view.sentence_index(figure.start)
        )
        products = bind_products(stage, figure, goods)
        goods = products or goods
        claims.append(
            _bare(stage, figure, ids[place]).model_copy(
                update={
                    "measure": measure,
                    "measure_surface": measure_surface,
                    "status": statuses[place],
                    "aspect": aspect,
                    "level": level,
                    "subject": subject,
                    "population": populations[-1],
                    "places": places,
                    "products": products,
                    "organisations": bind_organisations(telling, figure, subject, attribution),
                    "period": period,
                    "frequency": frequency,
                    "relations": tuple(relations.get(place, ())),
                    "attribution": attribution,
                }
            )
        )
    return tuple(share_bindings(stage.figures, links, claims))


def _bare(stage: Stage, figure: Figure, claim_id: str) -> Claim:
    """The claim with what the figure alone tells, and its sentence as quote."""
    sentence = stage.view.sentence_at(figure.start)
    start, end = min(sentence.start, figure.start), max(sentence.end, figure.end)
    quantity = figure.quantity
    return Claim(
        id=claim_id,
        start=figure.start,
        end=figure.end,
        surface=figure.surface,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        dimension=quantity.dimension,
        modifier=figure.modifier,
        low=figure.low,
        high=figure.high,
        candidates=figure.candidates,
        change=figure.change,
        quote=Quote(start=start, end=end, text=stage.view.body[start:end]),
        confidence=figure.confidence,
    )
