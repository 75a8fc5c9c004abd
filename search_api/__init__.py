"""The index, search over it, the API and its web pages."""
