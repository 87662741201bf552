"""robots.txt, kept as RFC 9309 says: read once a site, and where it cannot be read nothing is fetched."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus_tool.errors import FetchError
from corpus_tool.ingest.web.addresses import Address, parse_address
from corpus_tool.settings import WebSettings

if TYPE_CHECKING:
    from protego import Protego

MAX_BYTES = 500 * 1024
"""RFC 9309, 2.5: so much has to be read, the rest may be left."""


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """What a site says under /robots.txt: the last status, and the text where there is one."""

    status: int
    text: str = ""


class Robots:
    """The rules of every site that is asked."""

    def __init__(self, ask: Callable[[Address], RobotsAnswer], settings: WebSettings) -> None:
        self._ask = ask
        self._settings = settings
        self._rules: dict[str, Protego | FetchError] = {}
        self._asking: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()

    def delay(self, address: Address) -> float | None:
        """The pause that the site wants between two requests; null where it wants none.

        Raises:
            FetchError: The site does not want this address fetched, or not by a program, or
                its rules cannot be read.
        """
        rules = self._of(address)
        if isinstance(rules, FetchError):
            raise rules
        name = self._settings.user_agent
        if not rules.can_fetch(address.url, name):
            raise FetchError(
                "robots.txt of the site asks programs not to fetch it",
                remedy="open it in a browser, save the page and give the file",
            )
        pause = rules.crawl_delay(name)
        if pause is not None and pause > self._settings.longest_wait:
            raise FetchError(
                f"robots.txt of the site asks for {pause:g} seconds between pages", remedy="save it by hand"
            )
        return pause

    def _of(self, address: Address) -> Protego | FetchError:
        with self._lock:
            asking = self._asking.setdefault(address.origin, threading.Lock())
        with asking:
            if address.origin not in self._rules:
                self._rules[address.origin] = self._read(address)
            return self._rules[address.origin]

    def _read(self, address: Address) -> Protego | FetchError:
        from protego import Protego

        try:
            answer = self._ask(parse_address(f"{address.origin}/robots.txt"))
        except FetchError as error:
            return error
        if answer.status == 429 or answer.status >= 500:
            return FetchError(
                f"robots.txt of the site cannot be read (status {answer.status}), so nothing there is fetched",
                remedy="try again later, or save the page by hand",
            )
        return Protego.parse(answer.text if answer.status < 300 else "")
