"""Scrapy's downloader, with a host's running requests counted from the moment they leave its queue."""

from collections import deque
from typing import Any

from scrapy import Request
from scrapy.core.downloader import Downloader, Slot


class PromptDownloader(Downloader):
    """Keeps the limit of one request per host however busy the machine is.

    Scrapy 2.19 counts a request as running once its task begins, which is after the queue was looked at again: where
    the delay has passed meanwhile, or is none, the next request goes out beside it.
    """

    def _get_slot(self, request: Request, spider: Any = None) -> tuple[str, Slot]:  # noqa: ARG002 - Scrapy's signature
        key, slot = super()._get_slot(request)
        if not isinstance(slot.queue, _CountingQueue):
            slot.queue = _CountingQueue(slot)
        return key, slot


class _CountingQueue(deque[Any]):
    """A slot's queue: what is taken out of it is transferring."""

    def __init__(self, slot: Slot) -> None:
        super().__init__(slot.queue)
        self._slot = slot

    def popleft(self) -> Any:
        """Take out the request that waits longest, with where its answer goes."""
        request, answer = super().popleft()
        self._slot.transferring.add(request)
        return request, answer
