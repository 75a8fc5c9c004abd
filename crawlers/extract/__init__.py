"""A captured page to its article: character set, body, metadata, date."""
