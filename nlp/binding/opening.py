"""Whether words open their clause, so that it speaks of them."""

from nlp.binding.attribution_pack import load_attribution_pack
from nlp.binding.stage import Stage

_TOPIC_TOKENS = {"zh": 8}
_MOST_TOPIC_TOKENS = 4
"""Words open its clause when no more tokens stand before it there."""
_MOST_TOKENS_AFTER_THAT = 3


def opens_clause(stage: Stage, start: int) -> bool:
    """True where few tokens stand before it in its clause, or in what "that" opens."""
    that = load_attribution_pack(stage.view.language).that
    clause = stage.token_at(stage.clause_at(start).start)
    here = stage.token_at(start)
    for at in range(here - 1, max(clause, here - _MOST_TOKENS_AFTER_THAT) - 1, -1):
        if stage.tokens[at].norm in that:
            return True
    return here - clause <= _TOPIC_TOKENS.get(stage.view.language, _MOST_TOPIC_TOKENS)


def opens_chinese_clause(stage: Stage, start: int) -> bool:
    """像她这样的“村播”，龙图村有17名: in Chinese a clause may have a topic of its own."""
    return stage.view.language == "zh" and stage.clause_at(start).start == start
