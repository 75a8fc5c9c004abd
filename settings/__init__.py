"""Values: configuration, the source catalogue, logging, Scrapy's settings."""
