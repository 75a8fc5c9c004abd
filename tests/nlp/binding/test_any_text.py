"""What holds of the claims of any text: its spans lie in the body, ids are unique, relations stay within it."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.model.claim import Claim
from nlp.model.span import Words
from nlp.pack import LANGUAGES
from nlp.reader import read_text

_PIECES = st.sampled_from(
    ("“", "”", "«", "»", "，", "。", ". ", ", ", " (", ") ", "\n", "12 ", "3,000 ", "40 %", "四成", "1200名", "٣٠٠ ",
     "said ", "according to ", "据", "表示", "по данным ", "сообщил ", "selon ", "según ", "dijo ", "وقال ", "وفقا ل",
     "Mary Wanjiku ", "Олег Волков ", "李桂芳", "محمد العتيبي ", "the company ", "该公司", "الشركة ", "Taobao ",
     "300 fish sauces ", "三百头猪肉", "3000羽鸡蛋", "20头牛奶", "20 huevos de gallina ", "сто коз и козьего сыра ",
     "poor households ", "贫困户", "сельских жителей ", "mujeres rurales ", "she ", "她家", "last year ", "yuan ")
)  # fmt: skip
_TEXTS = st.one_of(st.lists(_PIECES, max_size=24).map("".join), st.text(max_size=60))


def _words(claim: Claim) -> Iterator[Words]:
    for one in (claim.subject, claim.population, claim.attribution, claim.measure_surface):
        if one is not None:
            yield one
    yield from (*claim.places, *claim.products, *claim.organisations)


@settings(max_examples=150, deadline=None)
@given(text=_TEXTS, language=st.sampled_from(LANGUAGES))
def test_what_a_claim_binds_stands_in_the_text(text: str, language: str) -> None:
    claims = read_text(text, article_id="any", language=language).claims
    for claim in claims:
        assert text[claim.start : claim.end] == claim.surface
        assert text[claim.quote.start : claim.quote.end] == claim.quote.text
        assert claim.quote.start <= claim.start < claim.end <= claim.quote.end
        for one in _words(claim):
            assert text[one.start : one.end] == one.surface


@settings(max_examples=100, deadline=None)
@given(text=_TEXTS, language=st.sampled_from(LANGUAGES))
def test_ids_are_unique_and_relations_point_to_them(text: str, language: str) -> None:
    claims = read_text(text, article_id="any", language=language).claims
    ids = {claim.id for claim in claims}
    assert len(ids) == len(claims)
    assert all(relation.claim in ids - {claim.id} for claim in claims for relation in claim.relations)


@pytest.mark.parametrize(
    ("text", "language", "goods"),
    [
        ("The village shipped 300 fish sauces.", "en", "fish sauces"),
        ("全村去年出栏三百头猪肉。", "zh", "猪肉"),
        ("合作社每天卖出20头牛奶。", "zh", "牛奶"),
    ],
)
def test_goods_that_begin_within_a_figure_and_end_behind_it_are_its_own(text: str, language: str, goods: str) -> None:
    (claim,) = read_text(text, article_id="any", language=language).claims
    assert goods in [one.surface for one in claim.products]
