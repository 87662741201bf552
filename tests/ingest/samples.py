"""One small good file of each format, to be damaged by the tests that look for crashes."""

import gzip
import io
import json
import zipfile

from tests.ingest import comment_pages
from tests.ingest.test_confined import CRAWL, parquet, workbook
from tests.ingest.test_containers import ATOM, DOCX, LETTER, RSS, zipped
from tests.ingest.test_pdf import pdf
from tests.ingest.test_thread_servers import (
    BLUESKY,
    COMMENTO,
    DUMP,
    ISSO,
    MASTODON,
    PUSHSHIFT,
    QUESTIONS,
    REMARK,
)

TEXT = "A Boat Less Today\nBy Ann Example\n2 October 2015\n\nThe harbour board said on Friday that the ferry will stop.\n\n2 comments\n\nTom says:\n\nNo.\n"


def _tar() -> bytes:
    import tarfile

    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        info = tarfile.TarInfo("a.txt")
        info.size = len(TEXT.encode())
        packed.addfile(info, io.BytesIO(TEXT.encode()))
    return out.getvalue()


def _book() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/epub+zip")
        packed.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
        )
        packed.writestr(
            "b.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="1" href="a.xhtml"/></manifest><spine><itemref idref="1"/></spine></package>',
        )
        packed.writestr("a.xhtml", f"<html><body><h1>One</h1><p>{TEXT}</p></body></html>")
    return out.getvalue()


SAMPLES: dict[str, bytes] = {
    "a.txt": TEXT.encode(),
    "a.md": b"# A boat\n\n[They](https://e.example) met.\n\n> It pays.\n\n- one\n",
    "a.html": comment_pages.page(comment_pages.WORDPRESS).encode(),
    "plain.html": comment_pages.page(comment_pages.PLAIN).encode(),
    "a.jsonl": b'{"id":"x","text":"one","links":[{"start":0,"end":3,"href":"https://e.example"}]}\n{"id":"y","text":"two"}\n',
    "a.json": b'[{"id":"x","text":"one"},{"text":"two","published":"2015-10-02"}]',
    "isso.json": json.dumps(ISSO).encode(),
    "remark.json": json.dumps(REMARK).encode(),
    "commento.json": json.dumps(COMMENTO).encode(),
    "mastodon.json": json.dumps(MASTODON).encode(),
    "bluesky.json": json.dumps(BLUESKY).encode(),
    "questions.json": json.dumps(QUESTIONS).encode(),
    "reddit.jsonl": PUSHSHIFT.encode(),
    "posts.xml": DUMP.encode(),
    "rss.xml": RSS.encode(),
    "atom.xml": ATOM.encode(),
    "a.eml": LETTER.encode(),
    "a.csv": b'id;Headline;Body;Date\n7;A boat;"One\n\ntwo";2015-10-02\n',
    "a.zip": zipped({"a.txt": TEXT, "b.eml": LETTER}),
    "a.tar": _tar(),
    "a.txt.gz": gzip.compress(TEXT.encode()),
    "a.docx": zipped(DOCX),
    "a.epub": _book(),
    "a.xlsx": workbook([["Id", "Body"], [7, "One."]]),
    "a.parquet": parquet({"id": [1], "text": ["One."]}),
    "a.warc": b"".join(CRAWL[:2]),
    "a.warc.gz": gzip.compress(CRAWL[0]),
    "a.pdf": pdf(["A boat less", "The board said so on Friday."]),
}
