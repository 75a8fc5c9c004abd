"""Scrapy downloader middleware: robots.txt, polite retries, and the capture of what comes over the wire."""
