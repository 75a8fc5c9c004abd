"""Figures: the quantities that a text states, with unit, hedge and change."""
