"""Text analysis for search: the tokens that every engine indexes and every query is turned into."""
