"""Manners towards a host: one request at a time, a pause between two, and waiting when told to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime

from corpus_tool.errors import FetchError
from corpus_tool.ingest.web.means import Means
from corpus_tool.settings import WebSettings


@dataclass(slots=True)
class _Host:
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0


class Manners:
    """Takes care of every host that is asked."""

    def __init__(self, settings: WebSettings, means: Means) -> None:
        self._settings = settings
        self._means = means
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, host: str, delay: float | None = None) -> Iterator[None]:
        """Wait for this host's turn, and keep others waiting until it is over.

        Args:
            host: Whom to ask.
            delay: The pause that the site's robots.txt wants, if longer than ours.

        Raises:
            FetchError: The host wants to be left alone for longer than the settings allow.
        """
        with self._of(host).lock:
            known = self._of(host)
            wait = known.free_at - self._means.monotonic()
            if wait > self._settings.longest_wait:
                raise FetchError(
                    f"the host asks to be left alone for {wait:.0f} seconds", remedy="try again later"
                )
            if wait > 0:
                self._means.sleep(wait)
            try:
                yield
            finally:
                pause = max(self._settings.delay, delay or 0.0)
                known.free_at = max(known.free_at, self._means.monotonic() + pause)

    def rest(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long."""
        known = self._of(host)
        known.free_at = max(known.free_at, self._means.monotonic() + seconds)

    def _of(self, host: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host, _Host())


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for: a number or a date; null where it says nothing readable."""
    if not value:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        then = parsedate_to_datetime(value)
        return max(0.0, (then - now).total_seconds()) if then.tzinfo else None
    except (ValueError, OverflowError):
        return None
