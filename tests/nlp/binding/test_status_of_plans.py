"""What is planned is a target, what is expected a forecast: by the verbs of each language."""

import pytest

from tests.nlp.binding.reading import claim_of

PLANS = [
    ("en", "The ministry will distribute 4,000 seedlings in May.", "4,000 seedlings", "target"),
    ("en", "The council hopes to train 300 farmers.", "300 farmers", "target"),
    ("en", "Output is expected to reach 900 tonnes.", "900 tonnes", "forecast"),
    ("fr", "La région distribuera 4 000 plants en mai.", "4 000 plants", "target"),
    ("es", "El municipio entregará 400 becas en mayo.", "400 becas", "target"),
    ("es", "La feria generará 400 empleos.", "400 empleos", "forecast"),
    ("ru", "Власти построят 12 школ.", "12 школ", "target"),
    ("ru", "Урожай составит 900 тонн.", "900 тонн", "forecast"),
    ("ar", "ستوزع الوزارة 4000 شجرة.", "4000 شجرة", "target"),
    ("ar", "سيبلغ الإنتاج 900 طن.", "900 طن", "forecast"),
    ("zh", "县里计划新建大棚120座。", "120座", "target"),
    ("zh", "预计产量可达900吨。", "900吨", "forecast"),
]


@pytest.mark.parametrize(("language", "text", "surface", "status"), PLANS)
def test_a_plan_is_a_target_and_an_expectation_a_forecast(language, text, surface, status):
    assert claim_of(language, text, surface).status == status
