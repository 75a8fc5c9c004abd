"""The configuration that `init` writes: what was chosen, with comments that say what else there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from ruralwire.toml_text import to_toml
from settings.config import CrawlSettings, Language, Settings


@dataclass(frozen=True)
class Choices:
    """What an operator chooses at the start."""

    contact: str
    languages: tuple[Language, ...]
    places: tuple[str, ...] = ()
    """Concept ids of those that are followed."""
    place_labels: tuple[str, ...] = ()
    """Their names, in the same order, for the comment."""
    sources: tuple[str, ...] = ()
    """Ids; empty: all of the catalogue in these languages."""


def write_config(choices: Choices) -> str:
    """Return the text of a config.toml; settings at their defaults stand in it as comments."""
    crawl = CrawlSettings()
    labels = f"  # {', '.join(choices.place_labels)}" if choices.place_labels else ""
    return "\n".join(
        [
            "# The configuration of ruralwire. `ruralwire doctor` checks it.",
            "# The data (archive, state, index) lies in the folder of this file.",
            "",
            "# Your email address or a web page about your crawl: the user agent shows it to the sites you visit.",
            "# Without it no site but this machine's own is crawled.",
            f"contact = {to_toml(choices.contact)}",
            "",
            "# Languages whose sources are watched.",
            f"languages = {to_toml(choices.languages)}",
            "",
            "# Places that are followed, by name or id: the start page leads to them, `ruralwire search --followed`",
            "# finds only what is said of them. The crawl takes everything in either case.",
            f"places = {to_toml(choices.places)}{labels}",
            "",
            "# Sources that are watched, by their ids (`ruralwire sources --all`); empty: all of these languages.",
            f"sources = {to_toml(choices.sources)}",
            "",
            "# Your own sources: TOML files, or folders of them, with [[source]] tables as in the catalogue.",
            '# source_files = ["/path/to/my-sources.toml"]',
            "",
            "# Processes that read pages; without it one per processor.",
            "# workers = 2",
            "",
            "# Where what was seen and decided is kept; without it a SQLite file in this folder.",
            '# state_url = "postgresql+psycopg://user@host/ruralwire"',
            "",
            "[crawl]",
            *_defaults(
                (crawl.delay_seconds, "delay_seconds", "Between two requests to a host; robots.txt may ask for more."),
                (crawl.visit_every_minutes, "visit_every_minutes", "`ruralwire crawl` leaves sources alone so long."),
                (crawl.max_pages_per_visit, "max_pages_per_visit", "Per source; the rest waits for the next visit."),
                (crawl.max_response_bytes, "max_response_bytes", "What is larger is not taken."),
                (crawl.follow_revisions_days, "follow_revisions_days", "Fetch pages anew so long to see revisions."),
            ),
            "",
            "[api]",
            *_defaults(
                (Settings.model_fields["api"].default.host, "host", "Of this machine alone; 0.0.0.0: of all."),
                (Settings.model_fields["api"].default.port, "port", "Where `ruralwire serve` listens."),
            ),
            "",
        ]
    )


def _defaults(*settings: tuple[object, str, str]) -> Sequence[str]:
    return [line for value, name, comment in settings for line in (f"# {comment}", f"# {name} = {to_toml(value)}")]
