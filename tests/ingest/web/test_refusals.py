"""What is refused, and how soon: addresses inside, rules of a site, answers without end. Each server is ours."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from corpus_tool.errors import FetchError
from corpus_tool.ingest.web import is_address
from corpus_tool.ingest.web.addresses import parse_address
from corpus_tool.ingest.web.guard import refusal
from corpus_tool.ingest.web.manners import retry_after
from corpus_tool.ingest.web.transport import system_resolver
from tests.ingest.web.server import MORE, Reply, fetch, page

PUBLIC = ["93.184.215.14", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
INSIDE = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",  # noqa: S104 none is bound
    "100.64.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.9", "240.0.0.1", "255.255.255.255",
    "::1", "::", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1", "64:ff9b:1::7f00:1", "2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::80ff:fffe",
    "2001:db8::1", "fc00::1", "fd12:3456::1", "fec0::1",
]  # fmt: skip
NEVER = [
    "169.254.169.254", "169.254.0.1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::",
    "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254", "fe80::1", "fe80::1%eth0",
    "224.0.0.1", "ff02::1", "not a number", "",
]  # fmt: skip


@pytest.mark.parametrize("number", PUBLIC)
def test_public_numbers_may_be_asked(number):
    assert refusal(number, private=False) is None


@pytest.mark.parametrize("number", [*INSIDE, *NEVER])
def test_numbers_inside_are_refused(number):
    assert refusal(number, private=False)


@pytest.mark.parametrize("number", NEVER)
def test_some_are_refused_even_where_private_ones_are_allowed(number):
    assert refusal(number, private=True)


@pytest.mark.parametrize("number", ["127.0.0.1", "10.0.0.1", "::1", "::ffff:127.0.0.1", "fd12:3456::1"])
def test_private_ones_can_be_allowed(number):
    assert refusal(number, private=True) is None


SPELLINGS = [
    "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0x7f.0.0.0x1", "017700000001",
    "0177.0.0.1", "0", "0.0.0.0", "localhost", "LOCALHOST", "localhost.", "[::1]", "[0:0:0:0:0:0:0:1]", "[::]",  # noqa: S104 none is bound
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "①②⑦.⓪.⓪.①", "127。0。0。1",
    "169.254.169.254", "[::ffff:a9fe:a9fe]", "0xa9fea9fe", "2852039166", "10.1", "192.168.257",
]  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_leads_inside(web, store, spelling):
    web.html("/a")
    web.resolve = system_resolver
    (found,) = fetch(web, store, f"http://{spelling}:{web.port}/a", private=False)
    assert found.status == "failed"
    assert web.asked == []
    assert found.status_reason.count("(") >= 1, "a reason has its remedy"


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "file:/etc/passwd", "FILE:///x", "ftp://pier.example/x", "gopher://pier.example/x",
     "data:text/html,x", "javascript:alert(1)", "http:///x", "http://", "https://a b.example/", "http://[::1",
     "http://pier.example:99999/", "http://ann:secret@pier.example/"],
)  # fmt: skip
def test_other_schemes_and_broken_addresses_are_refused(web, store, address):
    assert is_address(address)
    (found,) = fetch(web, store, address)
    assert (found.status, found.text) == ("failed", "")
    assert "secret" not in repr(found)
    assert web.asked == []


@pytest.mark.parametrize(
    "text", ["a.txt", "C:\\pile\\a.txt", "C:/pile", "-", "pier.example/a", "./http:", "**/*.html"]
)
def test_names_of_files_are_no_addresses(text):
    assert not is_address(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("HTTP://Pier.Example:80/A?b=1#c", "http://pier.example/A?b=1"),
        ("https://pier.example:443", "https://pier.example/"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        (" https://pier.example/a ", "https://pier.example/a"),
    ],
)
def test_an_address_has_one_written_form(text, written):
    assert parse_address(text).url == written
    assert parse_address(written).url == written


def test_a_redirect_inside_is_refused_at_its_hop(web, store):
    web.addresses = {"inside.example": ["10.0.0.7"], "cloud.example": ["169.254.169.254"]}
    for name, target in {
        "/1": "http://169.254.169.254/latest/meta-data/",
        "/2": "http://cloud.example/",
        "/3": "file:///etc/passwd",
        "/4": "//[fe80::1]/",
    }.items():
        web.pages[name] = Reply(status=302, headers={"Location": target})
    found = fetch(web, store, *map(web.url, ("/1", "/2", "/3", "/4")))
    assert [document.status for document in found] == ["failed"] * 4
    assert all("refused" in document.status_reason for document in (found[0], found[1], found[3]))
    assert "scheme file" in found[2].status_reason
    assert {host for host, _ in web.asked} == {"news.example"}


def test_a_private_hop_is_refused_where_the_first_is_public(web, store, monkeypatch):
    """The public server is played by loopback under a name that the guard lets pass."""
    from corpus_tool.ingest.web import transport

    web.addresses = {"news.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
    monkeypatch.setattr(
        transport,
        "refusal",
        lambda number, *, private: None if number == "127.0.0.1" else refusal(number, private=private),
    )
    web.pages["/a"] = Reply(status=301, headers={"Location": web.url("/b", "inside.example")})
    (found,) = fetch(web, store, web.url("/a"), private=False)
    assert "refused: inside.example (127.0.0.2) is this machine" in found.status_reason


def test_a_name_that_changes_its_mind_gains_nothing(web, store):
    """DNS rebinding: the number that was judged is the number that is asked; there is no second look-up."""
    looked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        looked.append(host)
        return ["192.0.2.1"] if len(looked) == 1 else ["127.0.0.1"]

    web.html("/a")
    web.resolve = rebinding
    (found,) = fetch(web, store, web.url("/a"), private=False, retries=0)
    assert found.status == "failed"
    assert looked == ["news.example"]
    assert web.asked == []


@pytest.mark.parametrize("numbers", [["8.8.8.8", "127.0.0.1"], ["127.0.0.1", "8.8.8.8"], ["8.8.8.8", "::1"]])
def test_a_name_with_one_number_inside_is_refused_whole(web, store, numbers):
    web.addresses = {"news.example": numbers}
    (found,) = fetch(web, store, web.url("/a"), private=False)
    assert "refused: news.example" in found.status_reason
    assert web.asked == []


def test_a_name_that_nobody_knows_is_said(web, store):
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    web.resolve = unknown
    (found,) = fetch(web, store, web.url("/a"))
    assert "the name news.example is not known" in found.status_reason


def test_the_rules_of_a_site_are_kept(web, store):
    web.pages["/robots.txt"] = Reply(
        b"User-agent: *\nDisallow: /members/\nAllow: /members/news\nCrawl-delay: 3\n"
    )
    for path in ("/members/a", "/members/news", "/open"):
        web.html(path, path)
    found = fetch(web, store, *map(web.url, ("/members/a", "/members/news", "/open")))
    assert [document.status for document in found] == ["failed", "ok", "ok"]
    assert "robots.txt" in found[0].status_reason
    assert "save the page" in found[0].status_reason
    assert web.paths() == ["/members/news", "/open"]
    assert web.slept == pytest.approx([1.0, 3.0], abs=0.01)


def test_rules_that_name_this_program_go_before_those_for_all(web, store):
    web.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow:\n\nUser-agent: corpus-tool\nDisallow: /\n")
    web.html("/a")
    assert fetch(web, store, web.url("/a"))[0].status == "failed"


def test_a_redirect_to_a_forbidden_place_is_not_followed(web, store):
    web.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /b\n")
    web.pages["/a"] = Reply(status=302, headers={"Location": "/b"})
    assert "robots.txt" in fetch(web, store, web.url("/a"))[0].status_reason
    assert web.paths() == ["/a"]


@pytest.mark.parametrize(("status", "read"), [(404, True), (403, True), (401, True), (500, False), (503, False), (429, False)])  # fmt: skip
def test_rules_that_cannot_be_read(web, store, status, read):
    web.pages["/robots.txt"] = Reply(status=status)
    web.html("/a")
    (found,) = fetch(web, store, web.url("/a"))
    assert (found.status == "ok") is read
    assert (web.paths() == ["/a"]) is read


def test_a_pause_of_an_hour_is_for_another_day(web, store):
    web.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 3600\n")
    assert "3600 seconds between pages" in fetch(web, store, web.url("/a"))[0].status_reason


def _sometimes(*replies: Reply):
    left = list(replies)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def test_too_many_requests_are_waited_out(web, store):
    good = Reply(page(), headers={"Content-Type": "text/html"})
    web.pages["/a"] = _sometimes(Reply(status=429, headers={"Retry-After": "7"}), good)
    assert fetch(web, store, web.url("/a"))[0].status == "ok"
    assert web.paths() == ["/a", "/a"]
    assert max(web.slept) == pytest.approx(7.0, abs=0.01)


def test_a_date_to_come_back_at_is_kept(web, store):
    good = Reply(page(), headers={"Content-Type": "text/html"})
    web.pages["/a"] = _sometimes(
        Reply(status=503, headers={"Retry-After": "Wed, 01 May 2024 12:00:31 GMT"}), good
    )
    assert fetch(web, store, web.url("/a"))[0].status == "ok"
    assert max(web.slept) == pytest.approx(30.0, abs=1.1)


def test_a_host_that_wants_to_be_left_alone_is(web, store):
    web.pages["/a"] = Reply(status=429, headers={"Retry-After": "3600"})
    web.html("/b")
    found = fetch(web, store, web.url("/a"), web.url("/b"), workers=1)
    assert all("left alone for 3600 seconds" in document.status_reason for document in found)
    assert web.paths() == ["/a"]


def test_a_server_in_trouble_is_asked_again_ever_later_and_then_left(web, store):
    web.pages["/a"] = Reply(status=503)
    (found,) = fetch(web, store, web.url("/a"))
    assert "status 503" in found.status_reason
    assert web.paths() == ["/a"] * 4
    assert web.slept[1:] == pytest.approx([2.0, 4.0, 8.0], abs=0.01)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("5", 5.0),
        ("", None),
        (None, None),
        ("soon", None),
        ("-3", None),
        ("9" * 400, 999999999.0),
        ("1.5", None),
    ],
)
def test_the_wait_that_a_server_asks_for(web, value, seconds):
    assert retry_after(value, web.now) == seconds


def test_a_loop_of_redirects_ends(web, store):
    web.pages["/a"] = Reply(status=302, headers={"Location": "/b"})
    web.pages["/b"] = Reply(status=302, headers={"Location": "/a"})
    web.pages["/c"] = lambda handler: Reply(status=302, headers={"Location": f"{handler.path}"})
    found = fetch(web, store, web.url("/a"), web.url("/c"))
    assert all("redirect loop" in document.status_reason for document in found)
    assert len(web.paths()) < 12


def test_redirects_without_end_end(web, store):
    for number in range(20):
        web.pages[f"/{number}"] = Reply(status=307, headers={"Location": f"/{number + 1}"})
    (found,) = fetch(web, store, web.url("/0"))
    assert "more than 8 redirects" in found.status_reason


def test_a_redirect_is_followed_and_its_end_is_the_address(web, store):
    web.pages["/a"] = Reply(status=301, headers={"Location": web.url("/b", "new.example")})
    web.html("/b")
    (found,) = fetch(web, store, web.url("/a"))
    assert (found.status, found.path, found.url) == ("ok", web.url("/a"), web.url("/b", "new.example"))


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "text/css", "application/javascript", "font/woff2", "text/javascript"])  # fmt: skip
def test_a_type_that_nobody_reads_is_not_fetched(web, store, kind):
    web.pages["/a"] = Reply(page(), headers={"Content-Type": kind})
    assert f"content type {kind}" in fetch(web, store, web.url("/a"))[0].status_reason


def test_a_bomb_in_gzip_is_not_unpacked(web, store):
    bomb = gzip.compress(bytes(64 * 1024 * 1024))
    web.pages["/a"] = Reply(bomb, headers={"Content-Encoding": "gzip", "Content-Type": "text/html"})
    web.html("/b")
    started = time.monotonic()
    found = fetch(web, store, web.url("/a"), web.url("/b"), max_bytes=8_000_000)
    assert [document.status for document in found] == ["failed", "ok"]
    assert "expansion" in found[0].status_reason
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "zstd", "compress", "gzip;q=1"])
def test_packing_that_was_not_asked_for_is_refused(web, store, coding):
    twice = gzip.compress(gzip.compress(bytes(1_000_000)))
    web.pages["/a"] = Reply(twice, headers={"Content-Encoding": coding})
    assert "which was not asked for" in fetch(web, store, web.url("/a"))[0].status_reason


@pytest.mark.parametrize("body", [b"no gzip", gzip.compress(page())[:-20], b""], ids=["none", "cut", "empty"])
def test_broken_packing_is_said(web, store, body):
    web.pages["/a"] = Reply(body, headers={"Content-Encoding": "gzip"})
    assert fetch(web, store, web.url("/a"))[0].status == "failed"


@pytest.mark.parametrize("told", [True, False])
def test_an_answer_too_large_is_not_read_to_its_end(web, store, told):
    web.pages["/a"] = Reply(b"x" * 3_000_000, endless=not told)
    assert "too large" in fetch(web, store, web.url("/a"), max_bytes=1_000_000)[0].status_reason


def test_a_drip_of_bytes_ends_in_time(web, store):
    web.pages["/a"] = Reply(page(), drip=0.05)
    web.html("/b", MORE)
    started = time.monotonic()
    found = fetch(web, store, web.url("/a"), web.url("/b", "other.example"), total=0.8)
    assert [document.status for document in found] == ["failed", "ok"]
    assert "no whole answer in time" in found[0].status_reason
    assert time.monotonic() - started < 4


@contextmanager
def speaking(speak: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port where something speaks that need not be HTTP."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection, suppress(OSError):
                    connection.recv(65536)
                    speak(connection)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(5)


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 200 OK\r\nX-A: "], ids=["silence", "headers"])
def test_a_server_that_never_finishes_its_headers(web, store, said):
    def drip(connection: socket.socket) -> None:
        connection.sendall(said)
        for _ in range(30):
            time.sleep(0.05)
            if said:
                connection.sendall(b"x")

    started = time.monotonic()
    with speaking(drip) as port:
        (found,) = fetch(web, store, f"http://slow.example:{port}/", total=0.4)
    assert found.status == "failed"
    assert time.monotonic() - started < 5


NO_HTTP = [
    b"",
    b"garbage\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort",
    b"X: y\r\n" * 60_000,
]


@pytest.mark.parametrize("said", NO_HTTP, ids=range(4))
def test_a_server_that_speaks_no_http(web, store, said):
    with speaking(lambda connection: connection.sendall(said)) as port:
        (found,) = fetch(web, store, f"http://odd.example:{port}/a")
    assert found.status == "failed"


def test_a_password_is_never_told():
    with pytest.raises(FetchError) as caught:
        parse_address("http://ann:secret@pier.example/")
    assert "secret" not in str(caught.value)
