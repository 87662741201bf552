"""`Fetcher`: one address to its bytes, over every hop, within every bound."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import httpx
from hishel import CacheOptions, SqliteStorage
from hishel.httpx import CacheTransport

from corpus_tool.errors import FetchError
from corpus_tool.ingest.web import robots
from corpus_tool.ingest.web.addresses import Address, parse_address
from corpus_tool.ingest.web.body import check_type, whole
from corpus_tool.ingest.web.manners import Manners, retry_after
from corpus_tool.ingest.web.means import Means
from corpus_tool.ingest.web.request import Fetched
from corpus_tool.ingest.web.transport import GuardedTransport
from corpus_tool.settings import WebSettings

_AGAIN = frozenset({429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: int
    headers: httpx.Headers
    content: bytes = b""

    @property
    def location(self) -> str | None:
        return self.headers.get("location") if self.status in _MOVED else None


class Fetcher:
    """Fetches addresses; safe to use from several threads. Close it, or use it as a context.

    Args:
        settings: Bounds and manners.
        means: Clock, pauses, name service.
        cache: File of the HTTP cache; null for none.
    """

    def __init__(self, settings: WebSettings, means: Means, cache: Path | None = None) -> None:
        self._settings = settings
        self._means = means
        self._guarded = GuardedTransport(means.resolve, private=settings.private)
        self._client = httpx.Client(
            transport=self._guarded if cache is None else _cached(self._guarded, cache, settings.max_bytes),
            trust_env=False,
            headers={"user-agent": settings.user_agent, "accept": _ACCEPT, "accept-encoding": "gzip"},
            timeout=httpx.Timeout(settings.silence, connect=settings.connect),
        )
        self._manners = Manners(settings, means)
        self._robots = robots.Robots(self._robots_text, settings)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def fetch(self, text: str) -> Fetched:
        """The bytes behind an address.

        Raises:
            FetchError: It is refused, or does not answer as it should; says why and what to do.
        """
        address = parse_address(text)
        hops = [address.url]
        while True:
            answer = self._asked(address, self._robots.delay(address))
            if answer.location is None:
                return self._fetched(address, answer)
            address = self._next(address, answer.location, hops)

    def _fetched(self, address: Address, answer: _Answer) -> Fetched:
        if answer.status not in {200, 203}:
            raise _status_error(answer.status, address)
        return Fetched(
            url=address.url,
            content=answer.content,
            content_type=answer.headers.get("content-type"),
            retrieved=self._means.clock(),
        )

    def _next(self, address: Address, location: str, hops: list[str]) -> Address:
        """Where a redirect leads; twice to one place is allowed, since a first visit may only set a cookie."""
        target = parse_address(location, address)
        if hops.count(target.url) >= 2:
            raise FetchError("redirect loop: the site leads in a circle", remedy="open it in a browser")
        if len(hops) > self._settings.redirects:
            raise FetchError(
                f"redirect loop: more than {self._settings.redirects} redirects",
                remedy="give the address that a browser ends at",
            )
        hops.append(target.url)
        return target

    def _robots_text(self, address: Address) -> robots.RobotsAnswer:
        hops = [address.url]
        answer = self._asked(address, None, rules=True)
        while answer.location is not None:
            address = self._next(address, answer.location, hops)
            answer = self._asked(address, None, rules=True)
        return robots.RobotsAnswer(answer.status, answer.content.decode("utf-8", "replace"))

    def _asked(self, address: Address, delay: float | None, *, rules: bool = False) -> _Answer:
        """One hop, tried again where that may help."""
        attempt = -1
        while True:
            attempt += 1
            last = attempt >= self._settings.retries
            try:
                with self._manners.turn(address.host, delay):
                    answer = self._once(address, rules=rules)
            except httpx.TransportError as error:
                if last or isinstance(error, httpx.TimeoutException):
                    raise self._unanswered(error) from error
                self._manners.rest(address.host, self._settings.delay * 2**attempt)
                continue
            if answer.status not in _AGAIN or last:
                return answer
            told = retry_after(answer.headers.get("retry-after"), self._means.clock())
            self._manners.rest(
                address.host, told if told is not None else self._settings.delay * 2 ** (attempt + 1)
            )

    def _once(self, address: Address, *, rules: bool) -> _Answer:
        self._guarded.deadline.start(self._settings.total)
        # A page is asked about each time, so that an edit cannot hide behind a cache; rules may be remembered.
        extra = {} if rules else {"cache-control": "no-cache"}
        try:
            with self._client.stream("GET", address.url, headers=extra) as answer:
                return self._received(answer, rules=rules)
        except (httpx.InvalidURL, httpx.CookieConflict, httpx.DecodingError) as error:
            raise FetchError(f"cannot be asked: {error}", remedy="check the address") from error

    def _received(self, answer: httpx.Response, *, rules: bool) -> _Answer:
        content = b""
        if rules and answer.status_code == 200:
            content = whole(answer.iter_raw(), answer.headers, self._settings.max_bytes)[: robots.MAX_BYTES]
        elif answer.status_code in {200, 203}:
            check_type(answer.headers.get("content-type"))
            content = whole(answer.iter_raw(), answer.headers, self._settings.max_bytes)
        return _Answer(status=answer.status_code, headers=answer.headers, content=content)

    def _unanswered(self, error: httpx.TransportError) -> FetchError:
        if isinstance(error, httpx.TimeoutException):
            told = f"no whole answer in time ({self._settings.total:g} seconds in all)"
            return FetchError(told, remedy="try again later, or save the page by hand")
        return FetchError(f"no answer: {error}", remedy="check the address and the connection")


def _cached(transport: httpx.BaseTransport, file: Path, largest: int) -> CacheTransport:
    storage = SqliteStorage(database_path=file, max_stream_size=largest)
    return CacheTransport(transport, storage, rfc=CacheOptions(shared=False, allow_stale=False))


def _status_error(status: int, address: Address) -> FetchError:
    copy = f"look for a copy: https://web.archive.org/web/{address.url}"
    remedies = {
        401: "log in with a browser, save the page and give the file",
        403: "open it in a browser, save the page and give the file",
        404: copy,
        410: copy,
        429: "too many requests: try again later",
        451: copy,
    }
    return FetchError(
        f"the site answers with status {status}", remedy=remedies.get(status, "try again later")
    )
