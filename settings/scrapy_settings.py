"""Scrapy's settings, made from ours: good manners first."""

from importlib import metadata
from typing import Any

from settings.config import APP_NAME, Settings

NO_CONTACT = "no contact: loopback only"
"""In the user agent of the demo; a crawl of other hosts is refused without a contact."""


def make_user_agent(contact: str) -> str:
    """Return the user agent with the operator's contact.

    >>> make_user_agent("mailto:desk@example.org").split(" ")[1]
    '(+mailto:desk@example.org)'
    """
    return f"{APP_NAME}/{_find_version()} ({f'+{contact}' if contact else NO_CONTACT})"


def make_scrapy_settings(settings: Settings) -> dict[str, Any]:
    """Return Scrapy's settings for one crawl."""
    crawl = settings.crawl
    return {
        "USER_AGENT": make_user_agent(settings.contact),
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": APP_NAME,
        "CONCURRENT_REQUESTS": crawl.concurrent_requests,
        # One request at a time per host, so that a crawl delay means what robots.txt says.
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOADER": "crawlers.downloader.PromptDownloader",
        "DOWNLOAD_DELAY": crawl.delay_seconds,
        # Jitter would go below the delay that was asked for.
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "AUTOTHROTTLE_ENABLED": False,
        "DOWNLOAD_TIMEOUT": crawl.timeout_seconds,
        "DOWNLOAD_MAXSIZE": crawl.max_response_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "RETRY_TIMES": crawl.retries,
        "MAX_RETRY_AFTER": crawl.max_retry_after_seconds,
        "METAREFRESH_ENABLED": False,
        # Failures reach the callbacks, which record them.
        "HTTPERROR_ALLOW_ALL": True,
        "REDIRECT_MAX_TIMES": 5,
        "COOKIES_ENABLED": False,
        "HTTPCACHE_ENABLED": False,
        # A crawl opens no port.
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "LOG_ENABLED": False,
        "LOG_INSTALL_ROOT_HANDLER": False,
        # Pages in the order in which their index names them: the newest first.
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
        "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
        # Only encodings that the archive's readers decode with the standard library.
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        },
        "REFERER_ENABLED": False,
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
            "crawlers.middleware.robots.RobotsMiddleware": 100,
            "crawlers.middleware.retry.RetryAfterMiddleware": 550,
            # Nearest to the network: what came over the wire is kept before anything decodes it.
            "crawlers.middleware.capture.CaptureMiddleware": 950,
        },
    }


def _find_version() -> str:
    try:
        return metadata.version(APP_NAME)
    except metadata.PackageNotFoundError:  # run from a checkout that is not installed
        return "0"
