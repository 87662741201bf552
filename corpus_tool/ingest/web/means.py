"""Clock, pauses and name service: passed in, so that a test can hold them."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime


def _now() -> datetime:
    return datetime.now(UTC)


def _resolve(host: str, port: int) -> Sequence[str]:
    from corpus_tool.ingest.web.transport import system_resolver

    return system_resolver(host, port)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What the outside world is asked through.

    Attributes:
        clock: The time of day, with zone: the time of retrieval.
        monotonic: Seconds that only grow, for pauses.
        sleep: Waits so many seconds.
        resolve: From host and port to numeric addresses.
    """

    clock: Callable[[], datetime] = _now
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    resolve: Callable[[str, int], Sequence[str]] = _resolve
