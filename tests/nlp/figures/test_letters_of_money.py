"""Sums behind one or two letters (R19,50, K80 a kilo, Q 1,250 el quintal), and Chinese sums without their money."""

import pytest

from tests.nlp.figures.telling import tell

TOLD = [
    ("en", "Bread costs R19.50, and diesel R21 a litre.", "19.5 ZAR; 21 ZAR/litre"),
    ("en", "Growers got R85 000 for the bull and R19,50 a litre for milk.", "85000 ZAR; 19.5 ZAR/litre"),
    ("en", "Ginger sells at R12-R15 a kilogram.", "range 12..15 ZAR/kg"),
    ("en", "Palay fetches P17-20 per kilo.", "range 17..20 PHP/kg"),
    ("en", "They want R2m by July, or R1.8-million now.", "2000000 ZAR; 1800000 ZAR"),
    ("en", "Botswana's board pays P3,200 a tonne for sorghum.", "3200 BWP/tonne"),
    ("en", "Maize sells at K80 per kg in Malawi.", "80 MWK/kg"),
    ("en", "Jamaican farmers lost J$1.2b in crops.", "1200000000 JMD"),
    ("en", "Growers get TT$4.50 a pound.", "4.5 TTD/pound"),
    ("en", "Nepal set the price at NPR 1,520 per quintal.", "1520 NPR/quintal"),
    ("en", "Millers in Uganda offer Shs1,800 per kilo.", "1800 UGX/kg"),
    ("en", "The fund spent RM2.4mil on nets.", "2400000 MYR"),
    ("en", "He paid R18.50 for two N95 masks and K12 schooling.", "18.5 ZAR"),
    ("en", "In South Africa the R71 road and a truck on the N1 cost R500.", "500 ZAR"),
    ("es", "El café se cotizó a Q 1,250 el quintal.", "1250 GTQ/quintal"),
    ("es", "Los guatemaltecos pagan Q4.50 por libra de maíz.", "4.5 GTQ/pound"),
    ("es", "El saco cuesta L 850 en Honduras.", "850 HNL/package"),
    ("es", "Paraguay pagará G. 2.500 por kilo de sésamo.", "2500 PYG/kg"),
    ("zh", "项目总投资3.6亿，带动200户。", "360000000 CNY; 200 household"),
    ("zh", "去年营业额突破2000万。", "more_than 20000000 CNY"),
]


@pytest.mark.parametrize(("language", "text", "told"), TOLD)
def test_a_letter_before_a_sum_is_money_where_country_or_price_says_so(language, text, told):
    assert tell(language, text) == told
