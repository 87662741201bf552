"""Web archives, spreadsheets and Parquet, and the confined process they are read in."""

import base64
import gzip
import hashlib
import io
import zipfile
from dataclasses import replace

import pytest

from corpus_tool.errors import InputError
from corpus_tool.ingest import read
from corpus_tool.ingest.confined import caller
from corpus_tool.ingest.held import held
from corpus_tool.ingest.registry import reader_of
from corpus_tool.ingest.source import Source

A = (
    "The harbour board said on Friday that the ferry to Skerry will stop at the end of the month, because the "
    "boat needs a new engine and nobody has offered to pay for it."
)
PAGE = f"<html><head><title>%s | Skerry Echo</title></head><body><article><h1>%s</h1><p>{A}</p></article></body></html>"


def documents(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return list(read([path]))


def record(
    address, body, *, status="200 OK", kind="text/html; charset=utf-8", warc="response", digest=None, more=""
):
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    made = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {warc}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2015-10-02T09:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nWARC-Block-Digest: sha1:{digest or made}\r\n"
        f"Content-Type: application/http; msgtype={warc}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def page(title):
    return (PAGE % (title, title)).encode()


CRAWL = [
    record("https://echo.example/boat", page("A boat less")),
    record("https://echo.example/boat.png", b"\x89PNG", kind="image/png"),
    record("https://echo.example/gone", page("Not here"), status="404 Not Found"),
    record("https://echo.example/boat", b"GET / HTTP/1.1", warc="request"),
    record("https://echo.example/tide", gzip.compress(page("The tide")), more="Content-Encoding: gzip\r\n"),
]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_web_archive(tmp_path, packed):
    content = b"".join(map(gzip.compress, CRAWL)) if packed else b"".join(CRAWL)
    found = documents(tmp_path, "crawl.warc.gz" if packed else "crawl.warc", content)
    assert [(d.url, d.title, d.publisher, d.text, d.status) for d in found] == [
        ("https://echo.example/boat", "A boat less", "Skerry Echo", A, "ok"),
        ("https://echo.example/tide", "The tide", "Skerry Echo", A, "ok"),
    ]
    assert found[0].path.startswith("crawl.warc")


def test_two_captures_of_one_address_are_two_documents(tmp_path):
    found = documents(tmp_path, "crawl.warc", CRAWL[0] * 2)
    assert len({d.id for d in found}) == len({(d.path, d.part) for d in found}) == 2


def test_a_web_archive_cut_in_a_record(tmp_path):
    whole = CRAWL[0] + record("https://echo.example/long", page("Long") + b"<p>more words</p>" * 300)
    first, second = documents(tmp_path, "crawl.warc", whole[:-3000])
    assert first.status == "ok"
    assert (second.status, second.title) == ("partial", "Long")
    assert "cut short" in second.status_reason
    first, second = documents(tmp_path, "crawl.warc.gz", gzip.compress(whole)[:-40])
    assert (first.status, second.status) == ("ok", "partial")


def test_a_wrong_digest_is_said(tmp_path):
    (found,) = documents(
        tmp_path, "crawl.warc", record("https://echo.example/boat", page("A boat less"), digest="A" * 32)
    )
    assert (found.status, found.title) == ("partial", "A boat less")
    assert "digest" in found.status_reason


@pytest.mark.parametrize(
    "content",
    [b"WARC/1.0\r\n", b"WARC/1.0\r\n" + bytes(range(256)) * 10, b"WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\nx"],
)  # fmt: skip
def test_broken_web_archives_are_answered(tmp_path, content):
    (found,) = documents(tmp_path, "a.warc", content)
    assert (found.status, found.text) == ("failed", "")


def test_what_stood_before_the_break_is_kept(tmp_path):
    first, second = documents(tmp_path, "a.warc", CRAWL[0] + b"xxxx\n" * 500 + CRAWL[0])
    assert (first.status, second.status) == ("ok", "failed")


def test_a_payload_that_expands_is_refused(tmp_path):
    bomb = record("https://e.example/", gzip.compress(b"a" * 70_000_000), more="Content-Encoding: gzip\r\n")
    (found,) = documents(tmp_path, "a.warc", bomb)
    assert (found.status, found.text) == ("failed", "")
    assert "expansion" in found.status_reason


def workbook(*sheets):
    """An XLSX of inline strings and numbers."""
    out = io.BytesIO()
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    numbers = range(1, len(sheets) + 1)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="rId1" Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{space}" xmlns:r="{links}"><sheets>'
            + "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
            + "</sheets></workbook>",
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            "<Relationships>"
            + "".join(
                f'<Relationship Id="rId{n}" Type="{links}/worksheet" Target="worksheets/s{n}.xml"/>'
                for n in numbers
            )
            + "</Relationships>",
        )
        for number, rows in zip(numbers, sheets, strict=True):
            body = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
            packed.writestr(
                f"xl/worksheets/s{number}.xml",
                f'<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>',
            )
    return out.getvalue()


def cell(value):
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
    return f"<c><v>{value}</v></c>"


def test_spreadsheets(tmp_path):
    content = workbook(
        [["Year", "Boats"], [2015, 3]],
        [["Id", "Headline", "Body", "Date"], [7, "A boat less", A, "2015-10-02"], [8, "x", "Hello.", ""]],
    )
    for name in ("a.xlsx", "without_a_suffix"):
        first, second = documents(tmp_path, name, content)
        assert (first.id, first.title, first.text, first.published) == ("7", "A boat less", A, "2015-10-02")
        assert (second.id, second.text) == ("8", "Hello.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (workbook([["Year", "Boats"], [2015, 3]]), "no column of texts among: year, boats"),
        (workbook([["Body"], ["x"]])[:700], "broken workbook"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 5000, "broken workbook"),
        (workbook([]), "without cells"),
    ],
)
def test_spreadsheets_that_hold_no_texts(tmp_path, content, told):
    (found,) = documents(tmp_path, "a.xlsx", content)
    assert found.status == "failed"
    assert told in found.status_reason


def parquet(columns):
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_parquet(tmp_path):
    content = parquet({"doc_id": [1, 2], "content": [A, None], "likes": [3, 4]})
    first, second = documents(tmp_path, "a.parquet", content)
    assert (first.id, first.text, second.id, second.text) == ("1", A, "2", "")
    (broken,) = documents(tmp_path, "b.parquet", content[:-20])
    assert (broken.status, "broken table" in broken.status_reason) == ("failed", True)
    (other,) = documents(tmp_path, "c.parquet", parquet({"a": [1]}))
    assert "no column of texts" in other.status_reason


def test_columns_that_the_user_maps(tmp_path):
    content = parquet({"kop": ["A boat less"], "tekst": [A], "wie": ["Ann Example"]})
    (tmp_path / "a.parquet").write_bytes(content)
    (tmp_path / "a.csv").write_text(f'kop,tekst,wie\nA boat less,"{A}",Ann Example\n')
    (tmp_path / "s.csv").write_text(
        "path,columns\na.parquet,text=tekst; title=kop; author=wie\na.csv,text=tekst; title=kop; author=wie\n"
    )
    for name in ("a.parquet", "a.csv"):
        (found,) = read([tmp_path / name], sidecar=tmp_path / "s.csv")
        assert (found.title, found.text, found.author) == ("A boat less", A, "Ann Example")


def test_containers_in_archives_are_confined_too(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.xlsx", workbook([["Body"], ["One."]]))
        packed.writestr("b.parquet", parquet({"text": ["Two."]}))
        packed.writestr("c.warc", CRAWL[0])
    found = documents(tmp_path, "pile.zip", out.getvalue())
    assert [(d.text, d.status) for d in found] == [("One.", "ok"), ("Two.", "ok"), (A, "ok")]
    assert found[2].path == "pile.zip/c.warc/https://echo.example/boat"


def test_an_archive_of_bombs_shares_one_budget(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(5):
            packed.writestr(f"{number}.bin", b"\0" * (60 * 1024 * 1024))
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as packed:
        for number in range(40):
            packed.writestr(f"{number}.zip", inner.getvalue())
    found = documents(tmp_path, "bombs.zip", outer.getvalue())
    assert "expansion" in found[-1].status_reason
    assert len(found) < 20


def test_a_parser_that_dies_is_an_answer_and_the_next_file_is_read(tmp_path, monkeypatch):
    (tmp_path / "a.parquet").write_bytes(parquet({"text": ["One."]}))
    source = Source(tmp_path / "a.parquet", "a.parquet")
    running = reader_of(source).read(source)
    monkeypatch.setattr(caller, "_idle", [])
    started = caller._taken()
    started.process.kill()
    started.process.wait()
    monkeypatch.setattr(caller, "_taken", lambda: started)
    with pytest.raises(InputError, match="in bounds"):
        list(caller.confined("parquet")(source))
    monkeypatch.undo()
    assert [row["text"] for row in running] == ["One."]


def test_a_parser_that_hangs_is_killed(tmp_path, monkeypatch):
    (tmp_path / "a.parquet").write_bytes(parquet({"text": ["One."]}))
    monkeypatch.setattr(caller, "SECONDS", 0.2)
    monkeypatch.setattr(caller, "_idle", [])
    monkeypatch.setattr(caller, "_START", "import time; time.sleep(60)")
    with pytest.raises(InputError, match="not read within"):
        list(caller.confined("parquet")(Source(tmp_path / "a.parquet", "a.parquet")))


def test_memory_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(caller, "_idle", [])
    hungry = (
        "import sys; sys.path.insert(0, sys.argv[1]); from corpus_tool.ingest.confined import worker; "
        "worker.PARSERS['parquet'] = lambda source: [bytearray(2_000_000_000)]; worker.main()"
    )
    monkeypatch.setattr(caller, "_START", hungry)
    with pytest.raises(InputError, match="expansion"):
        list(caller.confined("parquet")(held(b"PAR1", "a.parquet")))
    for worker in caller._idle:
        worker.end()


def test_held_sources_keep_the_settings_of_the_caller():
    source = replace(held(parquet({"b": ["One."]}), "a.parquet"))
    mapped = replace(source, settings=replace(source.settings, columns=(("text", "B"),)))
    assert [row["text"] for row in caller.confined("parquet")(mapped)] == ["One."]
