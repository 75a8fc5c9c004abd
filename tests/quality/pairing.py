"""Which claim answers which gold figure: by the overlap of their surfaces, each at most once."""

from dataclasses import dataclass

from nlp.model.claim import Claim
from tests.quality.gold import GoldArticle, GoldFigure


@dataclass(frozen=True)
class Pairing:
    """Position of the claim for each gold figure (None: missed), and the claims that no figure asked for."""

    claim_of: tuple[int | None, ...]
    extra: tuple[int, ...]
    """Claims that stand on neutral words are not among them."""
    forbidden: tuple[int, ...]
    """Those of `extra` that stand on words said to be no figures."""


def pair_figures(article: GoldArticle, claims: tuple[Claim, ...]) -> Pairing:
    """Pair what has the gold value first, then by the widest overlap."""
    options = sorted(
        (claim.value != figure.value, -_overlap(figure, claim), at, position)
        for at, figure in enumerate(article.figures)
        for position, claim in enumerate(claims)
        if _overlap(figure, claim) > 0
    )
    claim_of: list[int | None] = [None] * len(article.figures)
    taken: set[int] = set()
    for _, _, at, position in options:
        if claim_of[at] is None and position not in taken:
            claim_of[at] = position
            taken.add(position)
    extra = tuple(
        position
        for position, claim in enumerate(claims)
        if position not in taken and not _lies_on(claim, article.neutral)
    )
    forbidden = tuple(position for position in extra if _lies_on(claims[position], article.not_figures))
    return Pairing(tuple(claim_of), extra, forbidden)


def _overlap(figure: GoldFigure, claim: Claim) -> int:
    return min(figure.end, claim.end) - max(figure.start, claim.start)


def _lies_on(claim: Claim, spans: tuple[tuple[int, int], ...]) -> bool:
    return any(claim.start < end and start < claim.end for start, end in spans)
