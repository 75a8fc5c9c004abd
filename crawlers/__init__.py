"""The web to captures to articles: spiders, archive, extraction."""
