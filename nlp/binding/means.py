"""Whether words name a means by which somebody acts, or whoever stands behind it: through an app run by a company."""

from nlp.binding.stage import Stage
from nlp.binding.subject_pack import load_subject_pack
from nlp.model.span import Span

_VIA_REACH = 24
"""Code points before a name in which "on", "through" may stand: on the mobile app Surco."""
_AGENT_TOKENS = 4
"""Words before a name in which "by" may stand: run by a farmer producer company."""


def is_via(stage: Stage, words: Span) -> bool:
    """True behind "on", "through", عبر, 通过."""
    pack = load_subject_pack(stage.view.language)
    folded = stage.view.folded
    start = max(stage.view.sentence_at(words.start).start, words.start - _VIA_REACH)
    before = folded[start : words.start]
    for sign in ",;:،；，。、":
        before = before.rpartition(sign)[2]
    if stage.view.language == "zh":
        return any(word in before for word in pack.via)
    tokens = before.replace("«", " ").replace('"', " ").replace("“", " ").split()
    if stage.view.language == "ar":
        tokens = [token.removeprefix("و") if token.removeprefix("و") in pack.via else token for token in tokens]
    joined = " ".join(tokens)
    return any(f" {word} " in f" {joined} " for word in pack.via)


def is_agent(stage: Stage, words: Span) -> bool:
    """True behind "by", par, تديره, 由: whoever runs or holds what somebody else uses."""
    pack = load_subject_pack(stage.view.language)
    clause = stage.clause_at(words.start)
    if stage.view.language == "zh":
        return any(word in stage.view.folded[clause.start : words.start] for word in pack.agent)
    last = stage.token_at(words.start)
    first = max(stage.token_at(clause.start), last - _AGENT_TOKENS)
    return any(token.norm in pack.agent for token in stage.tokens[first:last])
