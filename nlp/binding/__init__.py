"""Binding: each figure of a text with what it counts, where, when, for which product, and on whose word."""
