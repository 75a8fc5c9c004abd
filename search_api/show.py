"""What of a text may be shown: the policy of its source, for pages, answers and exports alike."""

from nlp.model.claim import Claim
from nlp.model.span import Quote
from search_api.index.record import ClaimHit, ShowPolicy


def shown_claim(claim: Claim, show: ShowPolicy) -> Claim:
    """Return a claim as it may be shown: without the words of its quote where a source may only be linked to."""
    if show != "link":
        return claim
    return claim.model_copy(update={"quote": Quote(start=claim.quote.start, end=claim.quote.end, text="")})


def shown_hit(hit: ClaimHit) -> ClaimHit:
    """Return a hit as it may be shown."""
    if hit.article.show != "link":
        return hit
    matched = tuple(one.model_copy(update={"spans": ()}) if one.field == "quote" else one for one in hit.matched_by)
    return hit.model_copy(update={"claim": shown_claim(hit.claim, "link"), "matched_by": matched})


def may_show_capture(show: ShowPolicy) -> bool:
    """True where the archived page may be shown: what may be quoted may be checked on its page."""
    return show != "link"
