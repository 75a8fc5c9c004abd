"""Places: names found in a text, told apart, and linked to the gazetteer."""
