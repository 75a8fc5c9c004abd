"""Checks, only when asked for, whether the hosts of the watched sources answer."""

from collections.abc import Iterator

from crawlers.reachability import ask_hosts
from ruralwire.checks.finding import Finding
from ruralwire.progress import show_progress
from ruralwire.summary import count
from settings.config import Settings
from settings.error import ConfigError
from settings.source import choose_watched, load_all_sources


def check_hosts(settings: Settings) -> Iterator[Finding]:
    """Yield the hosts that do not answer, then how many do."""
    try:
        sources = choose_watched(load_all_sources(settings), settings)
        urls = [url for one in sources for url in (*one.feeds, *one.sitemaps, *one.listings)]
        with show_progress("asking hosts") as progress:
            answers = []
            for answer in ask_hosts(urls, settings):
                answers.append(answer)
                progress.advance()
        silent = [answer for answer in answers if answer.error]
        for answer in silent:
            advice = "It may be down for a while, or its address in the catalogue may be old."
            yield Finding("warning", f"host {answer.host}: {answer.error}", advice)
        reached = len(answers) - len(silent)
        yield Finding("ok" if reached else "problem", f"web: {reached} of {count(len(answers), 'host')} answer")
    except ConfigError as error:
        yield Finding("problem", f"web: {error}")
