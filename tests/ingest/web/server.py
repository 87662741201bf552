"""A web of our own on loopback: pages are functions, names lead to it, time stands still."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from corpus_tool.ingest.web import WebRequest, read_web
from corpus_tool.ingest.web.means import Means
from corpus_tool.models import Document
from corpus_tool.settings import WebSettings

STORY = (
    "The harbour board of Lowmere said on Friday that the ferry to Skerry will stop at the end of the month, "
    "because the boat needs a new engine and nobody has offered to pay for it."
)
MORE = "About 340 people take the ferry on a working day, the board's own count shows, and most of them have no car."


def page(*paragraphs: str, title: str = "A boat less") -> bytes:
    """A web page with an article in it."""
    body = "".join(f"<p>{text}</p>" for text in (paragraphs or (STORY, MORE)))
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


@dataclass
class Reply:
    """What the server sends; ``drip`` sends one byte a time with so many seconds between, ``endless`` names no length."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0
    endless: bool = False


Page = Reply | Callable[[BaseHTTPRequestHandler], Reply]


class Web:
    """Pages by path, and what was asked: (host, path, conditional or not)."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Page] = {"/robots.txt": Reply(status=404)}
        self.asked: list[tuple[str, str]] = []
        self.most_at_once = 0
        self.now = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
        self.slept: list[float] = []
        self.addresses: dict[str, list[str]] = {}
        self._at_once = 0
        self._lock = threading.Lock()

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Paths asked for, without the rules."""
        return [path for _, path in self.asked if path != "/robots.txt"]

    def html(self, path: str, *paragraphs: str, **headers: str) -> None:
        """Put a page there."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Reply(page(*paragraphs), headers={"Content-Type": "text/html", **named})

    def seconds(self) -> float:
        return self.now.timestamp()

    def resolve(self, host: str, _port: int) -> list[str]:
        return self.addresses.get(host, ["127.0.0.1"])

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)

    @property
    def means(self) -> Means:
        return Means(
            clock=lambda: self.now,
            monotonic=self.seconds,
            sleep=self.sleep,
            resolve=self.resolve,
        )

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        with self._lock:
            self.asked.append((handler.headers.get("Host", "").split(":")[0], handler.path))
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        found = self.pages.get(handler.path, Reply(status=404))
        reply = found if isinstance(found, Reply) else found(handler)
        with suppress(OSError):  # the client has had enough: that is what some tests are about
            _send(handler, reply)
        with self._lock:
            self._at_once -= 1


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    handler.send_response(reply.status)
    handler.close_connection = reply.endless
    length = {} if reply.endless else {"Content-Length": str(len(reply.body))}
    for name, value in {**length, **reply.headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    if not reply.drip:
        handler.wfile.write(reply.body)
        return
    for byte in reply.body:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(reply.drip)


@contextmanager
def serving() -> Iterator[Web]:
    """A server of a test's own."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            web.answer(self)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    web = Web(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()


def settings(**more: object) -> WebSettings:
    """Loopback allowed, short patience."""
    return replace(WebSettings(private=True, total=5.0, silence=2.0, connect=2.0), **more)


def fetch(web: Web, store: Path, *urls: str, **more: object) -> list[Document]:
    """Documents of addresses; ``feeds`` and ``sitemaps`` as in a request, the rest are settings."""
    lists = {name: tuple(more.pop(name)) for name in ("feeds", "sitemaps") if name in more}
    sidecar = more.pop("sidecar", None)
    request = WebRequest(
        store=store, addresses=urls, sidecar=sidecar, settings=settings(**more), means=web.means, **lists
    )
    return list(read_web(request))
