"""Relations between figures of one text, held by the secondary one."""

import pytest

from tests.nlp.binding.reading import claim_of, claims_of

CASES = [
    ("en", "Of the 642 groups, 418 groups sell online.", "418", "part_of 642"),
    ("en", "Some 412 households of 530 households grow tea.", "412", "part_of 530"),
    ("fr", "Sur les 120 villages, 45 villages ont un puits.", "45", "part_of 120"),
    ("es", "De las 96 aldeas, 41 aldeas tienen pozo.", "41", "part_of 96"),
    ("ru", "Из 300 деревень 120 деревень подключены к сети.", "120", "part_of 300"),
    ("en", "Revenue rose 27 percent to 46 million yuan.", "27", "growth_of 46"),
    ("en", "The cost came to 460 million yuan, that is 46 percent of the budget.", "46 percent", "restates 460"),
    ("fr", "L'aide atteint 460 millions d'euros, soit 46 % du budget.", "46 %", "restates 460"),
    ("es", "La ayuda llega a 460 millones de euros, es decir, el 46 % del total.", "46 %", "restates 460"),
    # two counts side by side are no part of each other
    ("en", "The county has 642 villages and 41 villages have wells.", "41", ""),
]


@pytest.mark.parametrize(("language", "text", "surface", "relation"), CASES)
def test_the_secondary_figure_holds_the_relation(language, text, surface, relation):
    claims = {claim.id: claim for claim in claims_of(language, text)}
    found = claim_of(language, text, surface).relations
    assert " ".join(f"{one.kind} {claims[one.claim].surface.split()[0]}" for one in found) == relation
