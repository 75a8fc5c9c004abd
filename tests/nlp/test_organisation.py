"""Organisations are found under their names in six languages, one mention per occurrence."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.organisation import find_organisations
from nlp.text_view import make_text_view

REFERENCE = Path(os.environ.get("RURALWIRE_REFERENCE", "/nonexistent"))


def found_in(language, text):
    return [(found.surface, found.label) for found in find_organisations(make_text_view(text, language=language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Alibaba's Taobao Live", [("Alibaba", "Alibaba"), ("Taobao Live", "Taobao Live")]),
        ("en", "A report by Jumia Kenya", [("Jumia Kenya", "Jumia")]),
        ("en", "The WHO and who else?", [("WHO", "WHO")]),
        ("en", "The Amazon rainforest; sold on Amazon.", [("Amazon", "Amazon")]),
        ("fr", "les chiffres de la Banque mondiale et de l'OMS", [("Banque mondiale", "World Bank"), ("OMS", "WHO")]),
        ("es", "Según Douyin y Mercado Libre", [("Douyin", "Douyin"), ("Mercado Libre", "Mercado Libre")]),
        ("ru", "Кредиты Всемирного банка и «сел Таобао»", [("Всемирного банка", "World Bank"), ("Таобао", "Taobao")]),
        ("ar", "منصة “بيندوودو- Pinduoduo”", [("بيندوودو- Pinduoduo", "Pinduoduo")]),
        ("ar", "عبر جوميا وللبنك الدولي", [("جوميا", "Jumia"), ("للبنك الدولي", "World Bank")]),
        ("ar", "وقال البنك الدولي", [("البنك الدولي", "World Bank")]),
        (
            "zh",
            "拼多多、京東和国务院扶贫办",
            [
                ("拼多多", "Pinduoduo"),
                ("京東", "JD.com"),
                ("国务院扶贫办", "State Council Leading Group Office of Poverty Alleviation and Development"),
            ],
        ),
        ("zh", "农业部门和商务部门", []),
        ("es", "El portavoz acusó al Gobierno de mentir.", []),
        ("und", "Alibaba", []),
    ],
)
def test_organisations_are_found(language, text, expected):
    assert found_in(language, text) == expected


@given(st.sampled_from(["ar", "zh", "en", "fr", "es", "ru"]), st.text(max_size=200))
def test_spans_lie_in_any_body(language, text):
    for found in find_organisations(make_text_view(text, language=language)):
        assert text[found.start : found.end] == found.surface


def test_the_reference_article_names_pinduoduo_in_both_scripts():
    file = REFERENCE / "article-ar.txt"
    if not file.is_file():
        pytest.skip("no reference article: name its folder in RURALWIRE_REFERENCE")
    found = found_in("ar", file.read_text(encoding="utf-8"))
    assert found.count(("بيندوودو- Pinduoduo", "Pinduoduo")) >= 5
    assert {label for _, label in found} <= {"Pinduoduo", "CGTN"}
