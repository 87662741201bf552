"""Connections that go only where the guard lets them, and that end when their time is up.

httpx decides by name, the system connects by number, and between the two a name server may
change its mind. Here a name is looked up once, every number it gives is judged, and the
connection is made to that number; TLS still checks the certificate against the name.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import httpcore
import httpx

from corpus_tool.errors import FetchError
from corpus_tool.ingest.web.guard import refusal

Resolver = Callable[[str, int], Sequence[str]]
"""From host and port to numeric addresses; raises OSError where there are none."""
_SHORTEST = 0.001
"""Zero would mean "do not wait" to a socket."""


def system_resolver(host: str, port: int) -> Sequence[str]:
    """What the machine's own name service says."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"no name of a host: {error}") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class Deadline(threading.local):
    """When the answer that this thread waits for must be there whole."""

    def __init__(self) -> None:
        self.at = float("inf")

    def start(self, seconds: float) -> None:
        """Give the next answer so many seconds."""
        self.at = time.monotonic() + seconds

    def within(self, timeout: float | None) -> float:
        """Seconds that one step may take: what it asked for, or what is left in all."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer was not complete in time")
        return max(_SHORTEST, left if timeout is None else min(timeout, left))


class GuardedBackend(httpcore.NetworkBackend):
    """Looks a name up once, judges every number, connects to the first that answers."""

    def __init__(self, resolve: Resolver, deadline: Deadline, *, private: bool) -> None:
        self._resolve = resolve
        self._deadline = deadline
        self._private = private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to a public address of the host.

        Raises:
            FetchError: One of its addresses is refused; no connection was tried.
        """
        failure: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for number in self._judged(host, port):
            try:
                wait = self._deadline.within(timeout)
                stream = self._plain.connect_tcp(number, port, wait, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure or httpcore.ConnectError(f"no address known for {host}")

    def _judged(self, host: str, port: int) -> Sequence[str]:
        try:
            numbers = self._resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(f"the name {host} is not known ({error})") from error
        for number in numbers:
            told = refusal(number, private=self._private)
            if told is not None:
                shown = host if host == number else f"{host} ({number})"
                raise FetchError(
                    f"refused: {shown} {told}",
                    remedy="only public addresses are fetched; for an intranet of yours there is --allow-private",
                )
        return numbers


class _TimedStream(httpcore.NetworkStream):
    """A stream whose every step ends by the deadline, so that no drip of bytes outlasts it."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.within(timeout))
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


@cache
def _certificates() -> ssl.SSLContext:
    """Whom TLS trusts: read once, for it takes a fifth of a second."""
    return httpx.create_ssl_context(trust_env=False)


class GuardedTransport(httpx.BaseTransport):
    """httpx over `GuardedBackend`. No proxy: one would look names up where nothing judges them."""

    def __init__(self, resolve: Resolver, *, private: bool) -> None:
        self.deadline = Deadline()
        self._pool = httpcore.ConnectionPool(
            ssl_context=_certificates(),
            keepalive_expiry=30.0,
            network_backend=GuardedBackend(resolve, self.deadline, private=private),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body still on the line."""
        with _as_httpx(request):
            answer = self._pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    extensions=request.extensions,
                )
            )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer, request))

    def close(self) -> None:
        """End every connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response, request: httpx.Request) -> None:
        self._answer = answer
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx(self._request):
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@contextmanager
def _as_httpx(request: httpx.Request) -> Iterator[None]:
    """Errors of the layer below in the words of the layer above."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.ReadTimeout(str(error), request=request) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise httpx.RemoteProtocolError(str(error), request=request) from error
