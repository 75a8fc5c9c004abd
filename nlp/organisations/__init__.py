"""Organisations that no lexicon holds, told by the words beside their names."""
