"""Files that mean harm, each made here at its full size: answered in time, in bounds, and the rest goes on."""

import gzip
import io
import json
import os
import resource
import struct
import subprocess
import sys
import tarfile
import time
import zipfile
import zlib

import pytest

from corpus_tool.ingest import jsonfile, read
from corpus_tool.ingest.held import Held, held
from corpus_tool.ingest.jsonlines import lines_of
from corpus_tool.ingest.reading import documents_of
from corpus_tool.ingest.rows import read_rows
from tests.ingest.test_containers import DOCX, RSS, zipped
from tests.ingest.test_pdf import pdf
from tests.ingest.test_thread_exports import wp, wxr

GIGABYTE = 1_000_000_000
BLOCK = b"a" * 1_000_000
CHILD = """
import json, resource, sys, time
from pathlib import Path
from corpus_tool.ingest import read
started = time.perf_counter()
found = [(d.status, d.status_reason, len(d.text)) for d in read([Path(sys.argv[1])])]
kilobytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"found": found, "megabytes": kilobytes / 1024, "seconds": time.perf_counter() - started}))
"""


def documents(content, name):
    data = content if isinstance(content, bytes) else content.encode()
    return list(documents_of(held(data, name)))


def in_bounds(path, seconds):
    """Status, reason and length of each document, read by a process that stays under a gigabyte."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)], capture_output=True, timeout=20 * seconds, check=True
    )
    told = json.loads(done.stdout)
    assert told["megabytes"] < 1000
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_500_000
    assert told["seconds"] < 4 * seconds  # the machine may be busy with other tests
    return told["found"]


def deflated(size):
    """So many bytes, packed: one packed block again and again, which is made in no time."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packer.compress(b"")
    block = packer.compress(BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * (size // len(BLOCK)) + packer.flush()


def zlib_packed(size):
    checksum = 1
    for _ in range(size // len(BLOCK)):
        checksum = zlib.adler32(BLOCK, checksum)
    return b"\x78\xda" + deflated(size) + struct.pack(">I", checksum)


def test_a_pdf_of_some_kilobytes_that_holds_a_gigabyte(tmp_path):
    bomb = zlib.compress(zlib_packed(GIGABYTE), 9)
    whole = pdf([], stream=bomb, filters="/Filter [/FlateDecode /FlateDecode]")
    assert len(whole) < 10_000
    (tmp_path / "bomb.pdf").write_bytes(whole)
    ((status, reason, length),) = in_bounds(tmp_path / "bomb.pdf", 60)
    assert (status, length) == ("failed", 0)
    assert "expansion" in reason


PAGELESS = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    b"trailer\n<< /Size 3 /Root 1 0 R >>\n%%EOF\n"
)


@pytest.mark.parametrize(
    "content",
    [
        pdf([]),
        PAGELESS,
        pdf(
            ["Hidden"],
            extra=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'aa' * 32}> /U <{'bb' * 32}> /P -4 >> /ID [<00><00>] ",
        ),
    ],
    ids=["scanned", "empty", "encrypted"],
)
def test_a_pdf_without_words(content):
    (found,) = documents(content, "a.pdf")
    assert (found.status, found.text) == ("partial", "")
    assert "no text layer" in found.status_reason


def zip_of(name, size):
    """A zip of DOCX parts and one member of one letter whose bytes are made in no time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for part, content in DOCX.items():
            if part != name and name in DOCX:
                packed.writestr(part, content)
        with packed.open(name, "w", force_zip64=True) as member:
            for _ in range(size // len(BLOCK)):
                member.write(BLOCK)
    return out.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize(("file", "name"), [("a.docx", "word/document.xml"), ("a.zip", "a.txt")])
def test_a_megabyte_of_zip_that_holds_a_gigabyte(tmp_path, file, name):
    whole = zip_of(name, GIGABYTE)
    assert len(whole) < 1_100_000
    (tmp_path / file).write_bytes(whole)
    *_, (status, reason, length) = in_bounds(tmp_path / file, 60)
    assert (status, length) == ("failed", 0)
    assert "expansion" in reason


def test_gzip_and_tar_that_hold_a_gigabyte(tmp_path):
    body = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff" + deflated(GIGABYTE)
    (tmp_path / "bomb.txt.gz").write_bytes(body + bytes(8))
    ((status, reason, _),) = in_bounds(tmp_path / "bomb.txt.gz", 60)
    assert status == "failed"
    assert "expansion" in reason
    info = tarfile.TarInfo("a.txt")
    info.size = GIGABYTE
    (tmp_path / "bomb.tar.gz").write_bytes(gzip.compress(info.tobuf()) + body + bytes(8))
    *_, (status, reason, _) = in_bounds(tmp_path / "bomb.tar.gz", 60)
    assert status == "failed"


def test_an_archive_of_more_files_than_are_read():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for number in range(10_050):
            packed.writestr(f"{number}.txt", "")
    started = time.perf_counter()
    found = documents(out.getvalue(), "many.zip")
    assert time.perf_counter() - started < 60
    assert "10,000" in (found[-1].status_reason or "")


LAUGHS = (
    "<!DOCTYPE rss [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "]>"
)
QUADRATIC = f"<!DOCTYPE rss [<!ENTITY a '{'ha' * 50_000}'>]>"
OUTSIDE = "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
ASKING = "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'>"


@pytest.mark.parametrize("export", [RSS, wxr(wp(1))], ids=["rss", "wxr"])
@pytest.mark.parametrize(
    ("head", "word"),
    [(LAUGHS, "&a11;"), (QUADRATIC, "&a;" * 20_000), (OUTSIDE, "&a;"), (ASKING, "")],
    ids=["laughs", "quadratic", "file", "network"],
)
def test_entities_of_exports_are_never_followed(export, head, word, monkeypatch):
    import socket

    def forbidden(*_):
        raise AssertionError("the network was asked")

    bad = export.replace("<rss", f"{head}<rss", 1).replace("A boat", f"A boat {word}", 1)
    documents(RSS, "warm.xml")
    monkeypatch.setattr(socket.socket, "connect", forbidden)
    started = time.process_time()
    found = documents(bad, "a.xml")
    assert time.process_time() - started < 1
    assert not any("root:" in one.text or "root:" in (one.title or "") for one in found)
    assert all("haha" not in one.text for one in found)
    if head != ASKING:
        assert [one.status for one in found] == ["failed"]
        assert "entities" in found[0].status_reason


RUSSIAN = "Городской совет решил, что проезд по мосту будет платным, и жители города с этим не согласны. " * 5
FRENCH = (
    "Le conseil a décidé que le pont coûtera quatre euros, et les habitués du café n'en sont pas heureux. "
    * 5
)


@pytest.mark.parametrize(
    ("encoding", "text"), [("cp1251", RUSSIAN), ("latin-1", FRENCH), ("utf-16", RUSSIAN), ("koi8-r", RUSSIAN)]
)
def test_old_encodings(encoding, text):
    (found,) = documents(text.encode(encoding), "a.txt")
    assert found.text.strip() == text.strip()
    assert found.status == "partial"
    assert "decoded as" in found.status_reason
    assert "language" in found.status_reason


def test_mixed_encodings_and_characters_that_are_none():
    mixed = "The café costs four euros a head, they say. ".encode() * 20 + "The café again.".encode("latin-1")
    (found,) = documents(mixed, "a.txt")
    assert "costs four euros a head" in found.text
    assert found.status_reason
    (found,) = documents(b"The bridge\0 costs four euros. \0\0" * 3, "a.txt")
    assert "costs four euros" in found.text or found.status == "failed"
    (row,) = documents(b'{"id": "x", "text": "half \\ud83d and \\u0000 nothing"}\n', "a.jsonl")
    assert row.text == "half \ud83d and \0 nothing"


def test_ends_of_lines_that_are_none():
    rows = '{"id": "1", "text": "a\u2028b\u0085c"}\n{"id": "2", "text": "d"}\n'
    assert [one.text for one in documents(rows, "a.jsonl")] == ["a\u2028b\u0085c", "d"]


HEAVY = pytest.mark.skipif(
    not os.environ.get("CORPUS_TOOL_HEAVY"), reason="takes minutes: set CORPUS_TOOL_HEAVY=1"
)


@pytest.mark.parametrize("count", [100_000, pytest.param(1_000_000, marks=HEAVY)])
def test_a_broken_row_among_very_many(count):
    def lines():
        for number in range(count):
            yield b'{"id": "x", broken' if number == count // 2 else b'{"id":"%d","text":"One."}' % number

    answered = 0
    for number, row in enumerate(read_rows(lines(), name="a.jsonl")):
        answered += 1
        assert (row.status == "failed") == (number == count // 2)
        if row.status == "failed":
            assert f"line {number + 1}" in row.status_reason
    assert answered == count


class _Endless(io.RawIOBase):
    """A JSON array that is made as it is read."""

    def __init__(self, items, item):
        self._parts = iter([b"[", *([item + b","] * (items - 1)), item, b"]"])
        self._left = memoryview(b"")

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self._left:
            self._left = memoryview(next(self._parts, b""))
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


class _Large(Held):
    """A gigabyte of JSON that lies nowhere."""

    def stream(self):
        return io.BufferedReader(_Endless(1000, self.content))


def test_a_json_array_of_a_gigabyte_is_read_item_by_item():
    item = b'{"id":"x","text":"' + b"word " * 199_990 + b'"}'
    source = _Large(path=held(b"", "a.json").path, name="a.json", content=item)
    source.__dict__.update(size=GIGABYTE, head=b"[" + item[:1000])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = jsonfile.documents(source)
    assert sum(len(row["text"]) == 999_950 for row in found.rows) == 1000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


def test_json_nested_a_hundred_thousand_deep():
    for name, content in (
        ("a.json", "[" * 100_000),
        ("b.json", '{"a":' * 100_000),
        ("c.jsonl", '{"text":' + "[" * 100_000 + "]" * 100_000 + "}\n"),
    ):
        (found,) = documents(content, name)
        assert found.status == "failed"
        assert "nest" in found.status_reason or "deep" in found.status_reason


def test_a_table_with_a_long_field_ragged_rows_and_a_mark_of_order():
    table = (
        "\ufeffid,text,date\n1," + "word " * 2_000_000 + "\n2\n3,Three.,2015-10-02,more,still more\n\n4,Four."
    )
    found = documents(table.encode(), "a.csv")
    assert [one.text[:6].strip() for one in found] == ["word w", "", "", "Four."]
    assert [one.status for one in found] == ["ok", "ok", "failed", "ok"]
    assert "5 cells" in found[2].status_reason
    assert len(found[0].text) > 9_900_000


def test_numbers_of_comments_that_repeat_or_lack_and_years_that_are_none():
    rows = [
        {
            "id": "a",
            "subreddit": "x",
            "body": "One.",
            "author": "t",
            "created_utc": -62135596800,
            "link_id": "t3_p",
            "parent_id": "t1_a",
        },
        {
            "id": "a",
            "subreddit": "x",
            "body": "Two.",
            "author": "t",
            "created_utc": 253402300799,
            "link_id": "t3_p",
            "parent_id": "t1_zz",
        },
        {
            "id": "b",
            "subreddit": "x",
            "body": "Three.",
            "author": "t",
            "created_utc": 1e300,
            "link_id": "t3_p",
            "parent_id": None,
        },
    ]
    found = documents("\n".join(map(json.dumps, rows)), "a.jsonl")
    assert [one.text for one in found] == ["One.", "Two.", "Three."]
    assert len({one.id for one in found}) == 3
    assert [one.parent_id for one in found] == [None, None, None]
    dates = documents(
        "".join(
            f'{{"text":"x","published":"{day}"}}\n'
            for day in ("0000-01-01", "9999-12-31", "0000", "10000-01-01", "-0044-03-15")
        ),
        "d.jsonl",
    )
    assert [one.text for one in dates] == ["x"] * 5
    zero = wxr(wp(1, comment_date_gmt="0000-00-00 00:00:00", comment_date="9999-12-31 23:59:59"))
    assert documents(zero, "w.xml")[1].published == "9999-12-31T23:59:59"


def test_the_rest_of_a_folder_goes_on(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "b.docx").write_bytes(zipped({**DOCX, "word/document.xml": "<w"}))
    (tmp_path / "c.json").write_text("[" * 100_000)
    (tmp_path / "d.txt").write_text("The bridge is old.")
    assert [one.status for one in read([tmp_path])] == ["failed", "failed", "failed", "ok"]


def test_lines_without_an_end_are_cut_for_memory(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"x" * 70_000_000 + b'"}\n{"text": "b"}\n')
    from corpus_tool.ingest.source import Source

    sizes = [len(line) for line in lines_of(Source(tmp_path / "a.jsonl", "a.jsonl"))]
    assert sizes == [64 * 1024 * 1024, 14]
