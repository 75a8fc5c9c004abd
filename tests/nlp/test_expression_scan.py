"""A scanner finds what each of its expressions finds by itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.expression_scan import ExpressionScanner
from nlp.fold import fold
from nlp.needed_text import find_needed
from nlp.pack import LANGUAGES
from nlp.periods.pack import load_period_pack
from ruralwire.sample_site.content import load_content

_EXPRESSIONS = (
    r"(?<![a-z])(?:in |by )?(?:early|late) [0-9]{2}(?![0-9])",
    r"ab|b",
    r"[0-9]{1,2} (?:days?|weeks?)",
    r"(?:a|b)+c?",
    r"(?P<first>x)?(?:yz){2,3}(?! end)",
    r"a{0,3}b",
    r"[^b]b",
    r"(?:in(?: the)? )?(?:may|june)(?: (?P<day>[0-9]{1,2}))?",
)
_PIECES = st.lists(
    st.sampled_from(
        (
            "in ",
            "the ",
            "late ",
            "early ",
            "12",
            "1",
            " days",
            " week",
            "a",
            "b",
            "c",
            "x",
            "yz",
            " end",
            "may",
            "june ",
        )
    ),
    max_size=30,
).map("".join)


@given(_PIECES)
def test_it_finds_what_each_expression_finds_alone(text: str) -> None:
    expressions = [re.compile(expression) for expression in _EXPRESSIONS]
    found = [(index, match.span(), match.groups()) for index, match in ExpressionScanner(expressions).find(text)]
    alone = [
        (index, match.span(), match.groups())
        for index, expression in enumerate(expressions)
        for match in expression.finditer(text)
    ]
    assert found == alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_period_of_the_sample_site_is_passed_over(language: str) -> None:
    pack = load_period_pack(language)
    content = load_content()
    outlets = {outlet.id for outlet in content.outlets if outlet.language == language}
    text = fold("\n".join(one.body for one in content.articles if one.outlet in outlets))
    found = [(index, match.span()) for index, match in pack.scanner.find(text)]
    alone = [
        (index, match.span())
        for index, pattern in enumerate(pack.patterns)
        for match in pattern.expression.finditer(text)
    ]
    assert len(found) > 20
    assert found == alone


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_of_periods_is_bounded_and_needs_a_literal(language: str) -> None:
    """Else it would be tried at each character: bound its repetitions ({0,3} in place of *)."""
    for pattern in load_period_pack(language).patterns:
        needed = find_needed(pattern.expression)
        assert needed is not None, pattern.expression.pattern
        assert needed.before + needed.after < 200, pattern.expression.pattern


@pytest.mark.parametrize(
    ("expression", "literals"),
    [
        ("(?:in )?may", {"may"}),
        ("[ab]c?", {"a", "b"}),
        ("(?:xx|yz)w", {"xxw", "yzw"}),
        ("[0-9]f(?:y|iscal) ", {"fy", "fiscal"}),
        ("(?:over)+ 3", {"over"}),
        ("(?=never)[0-9]+", None),
        ("(?:a|[0-9])", None),
        ("(?i:may)|june", None),
    ],
)
def test_what_an_expression_needs(expression: str, literals: set[str] | None) -> None:
    needed = find_needed(re.compile(expression))
    assert (None if needed is None else set(needed.literals)) == literals
