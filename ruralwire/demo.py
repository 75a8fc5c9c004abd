"""The demonstration: the sample site served, crawled and indexed in a data folder of its own."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlencode

from ruralwire.concepts import KnownConcepts
from ruralwire.sample_site.server import serve_sample_site
from ruralwire.sample_site.sources import make_sample_sources
from ruralwire.toml_text import to_toml, write_sources
from search_api.index.protocol import SearchIndex
from search_api.parameters import ClaimParameters
from search_api.query import QueryRefusedError
from search_api.question import to_claim_query
from search_api.service import Service
from settings.config import CONFIG_FILE_NAME, CrawlSettings, IndexSettings, Settings

SAMPLE_PORT = 8917
"""Articles are named by their addresses: with the same port they are the same ones at each run."""
_MORE_PORTS = 20
_SOURCE_FILE_NAME = "sample-sources.toml"
_SHOWN_TRIES = 3


@dataclass(frozen=True)
class DemoSite:
    """The sample site as it is served, and the settings of a data folder that belongs to its address."""

    base_url: str
    port: int
    settings: Settings


@dataclass(frozen=True)
class Try:
    """A question that the sample site answers."""

    question: str
    asked: ClaimParameters

    def make_url(self, service_url: str) -> str:
        """The search page with this question."""
        return f"{service_url}/?{urlencode(self._list_values())}"

    def make_arguments(self) -> str:
        """The arguments of `ruralwire search` for this question."""
        words = [_quote(value) for name, value in self._list_values() if name == "q"]
        options = [f"--{name.replace('_', '-')} {_quote(value)}" for name, value in self._list_values() if name != "q"]
        return " ".join([*words, *options])

    def _list_values(self) -> list[tuple[str, str]]:
        given = self.asked.model_dump(mode="json", exclude_defaults=True)
        return [
            (name, str(value)) for name, one in given.items() for value in (one if isinstance(one, list) else [one])
        ]


_TRIES = (
    Try(
        "one statistic in six languages, with its revision and one who contradicts it",
        ClaimParameters(
            value_min=Decimal(41_000_000_000),
            value_max=Decimal(47_000_000_000),
            value_unit="CNY",
            sort="value:desc",
        ),
    ),
    Try("what is said of Qiandongnan and every county in it", ClaimParameters(place=["Qiandongnan"])),
    Try("potatoes, by their English name, in any language", ClaimParameters(product=["potato"])),
    Try("sales, by an Arabic word", ClaimParameters(q="مبيعات")),
    Try("villages and livestreams", ClaimParameters(q="livestream")),
)
"""The first three that find something are shown."""


@contextmanager
def serve_demo_site(settings: Settings) -> Iterator[DemoSite]:
    """Serve the sample site while the block runs, at its own port or, where that is taken, at the next free one.

    Raises OSError where none is free.
    """
    with ExitStack() as stack:
        for port in range(SAMPLE_PORT, SAMPLE_PORT + _MORE_PORTS + 1):
            try:
                site = stack.enter_context(serve_sample_site(port))
            except OSError:
                if port == SAMPLE_PORT + _MORE_PORTS:
                    raise
                continue
            # At another address the pages are other articles: in one folder all would stand twice.
            name = "demo" if port == SAMPLE_PORT else f"demo-{port}"
            yield DemoSite(site.base_url, port, _prepare_folder(settings, settings.data_dir / name, site.base_url))
            return


def find_tries(index: SearchIndex) -> list[tuple[Try, int]]:
    """Return questions that have an answer, with the number of claims found."""
    service = Service(index=index, concepts=KnownConcepts())
    found: list[tuple[Try, int]] = []
    for one in _TRIES:
        if len(found) == _SHOWN_TRIES:
            break
        try:
            query = to_claim_query(one.asked, service)
        except QueryRefusedError:  # a name that the gazetteer does not hold
            continue
        if (number := index.count_claims(query)) > 0:
            found.append((one, number))
    return found


def _prepare_folder(settings: Settings, folder: Path, base_url: str) -> Settings:
    """Write sources and configuration, so that all commands work with `--data-dir` on the demo's folder too."""
    sources = make_sample_sources(base_url)
    folder.mkdir(parents=True, exist_ok=True)
    source_file = folder / _SOURCE_FILE_NAME
    # All that could lead to the operator's own data is set here, whatever the environment says.
    demo = Settings(
        data_dir=folder,
        contact="",
        languages=("ar", "zh", "en", "fr", "es", "ru"),
        places=(),
        sources=tuple(source.id for source in sources),
        source_files=(source_file,),
        state_url="",
        workers=settings.workers,
        crawl=CrawlSettings(delay_seconds=0, visit_every_minutes=0),
        index=IndexSettings(),
        api=settings.api,
    )
    source_file.write_text(
        "# The outlets of the sample site, as `ruralwire demo` serves it.\n\n" + write_sources(sources),
        encoding="utf-8",
    )
    (folder / CONFIG_FILE_NAME).write_text(_write_config(demo), encoding="utf-8")
    return demo


def _write_config(settings: Settings) -> str:
    return (
        "# Of `ruralwire demo`, which writes this file anew at each run.\n"
        f"sources = {to_toml(settings.sources)}\n"
        f"source_files = {to_toml([str(file) for file in settings.source_files])}\n\n"
        "[crawl]\n"
        f"delay_seconds = {to_toml(settings.crawl.delay_seconds)}\n"
        f"visit_every_minutes = {to_toml(settings.crawl.visit_every_minutes)}\n"
    )


def _quote(text: str) -> str:
    return f'"{text}"' if not text.isascii() or not text.replace("-", "").replace(":", "").isalnum() else text
