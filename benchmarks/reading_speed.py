"""Documents and megabytes a second, format by format: ``python -m benchmarks.reading_speed [--documents N]``.

The same made texts are written down in each format, as one file each or as one file of all, and read back by
`corpus_tool.ingest.read`. By the clock, the best of three, since containers are parsed in a process of their own;
whatever else runs on the machine slows all formats alike. Web pages stand beside trafilatura alone, on its own
evaluation pages where these are at hand.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from benchmarks import distinct, html_comments, packed_forms
from benchmarks.table import Row, eval_data, show
from corpus_tool.ingest import read

Text = dict[str, str]
QUICK = 200
_TRIES = 3
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _blocks(row: Text, form: str) -> str:
    return "".join(form.format(escape(part)) for part in row["text"].split("\n\n"))


def _html(row: Text) -> str:
    comments = "".join(
        f'<li id="comment-{n}" class="comment"><b class="fn">Reader {n}</b> <time datetime="2015-10-0{n}T09:30:00Z">{n} October '
        f'</time><div class="comment-content"><p>{escape(row["text"][:200])}</p></div></li>'
        for n in range(1, 6)
    )
    return (
        f"<!DOCTYPE html><html><head><title>{escape(row['title'])}</title></head><body><article><h1>{escape(row['title'])}</h1>"
        f"{_blocks(row, '<p>{}</p>')}</article><div id='comments'><h2>5 comments</h2><ol>{comments}</ol></div></body></html>"
    )


def _letter(row: Text) -> str:
    return (
        f"From: Ann Example <ann@pier.example>\nTo: list@pier.example\nSubject: {row['title'].encode('ascii', 'replace').decode()}\n"
        f"Date: Fri, 02 Oct 2015 09:30:00 +0200\nMessage-ID: <{row['id']}@pier.example>\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{row['text']}\n"
    )


def _rss(rows: Iterable[Text]) -> str:
    entries = "".join(
        f"<item><title>{escape(r['title'])}</title><guid>{r['id']}</guid><description>{escape(_blocks(r, '<p>{}</p>'))}</description></item>"
        for r in rows
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{entries}</channel></rss>'


def _table(rows: Iterable[Text]) -> str:
    out = io.StringIO()
    written = csv.DictWriter(out, ("id", "title", "publisher", "published", "text"))
    written.writeheader()
    written.writerows(rows)
    return out.getvalue()


def _word(row: Text) -> bytes:
    body = _blocks(row, "<w:p><w:r><w:t>{}</w:t></w:r></w:p>")
    return packed_forms.zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        }
    )


def _tar(rows: Iterable[Text]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as packed:
        for row in rows:
            content = row["text"].encode()
            info = tarfile.TarInfo(f"{row['id']}.txt")
            info.size = len(content)
            packed.addfile(info, io.BytesIO(content))
    return out.getvalue()


EACH: dict[str, Callable[[Text], str | bytes]] = {
    "txt": lambda row: f"{row['title']}\n\n{row['text']}\n",
    "md": lambda row: f"# {row['title']}\n\n{row['text']}\n",
    "html": _html,
    "eml": _letter,
    "docx": _word,
    "pdf": packed_forms.pdf,
    "epub": packed_forms.book,
}
"""Formats of one document a file."""
ALL: dict[str, Callable[[list[Text]], str | bytes]] = {
    "json": json.dumps,
    "jsonl": lambda rows: "".join(f"{json.dumps(row)}\n" for row in rows),
    "csv": _table,
    "rss": _rss,
    "mbox": lambda rows: "".join(
        f"From ann@pier.example Fri Oct  2 09:30:00 2015\n{_letter(r)}\n" for r in rows
    ),
    "zip": lambda rows: packed_forms.zipped({f"{row['id']}.txt": row["text"] for row in rows}),
    "tar.gz": _tar,
    "xlsx": packed_forms.sheet,
    "parquet": packed_forms.parquet,
    "warc": lambda rows: packed_forms.warc(rows, _html),
}
"""Formats of many documents a file; megabytes are those of the file as it is, packed or not."""


def write(folder: Path, rows: list[Text], form: str) -> list[Path]:
    """The documents in one format, as files of a folder; their paths.

    Args:
        folder: Where to put them.
        rows: The documents.
        form: A name in `EACH` or `ALL`.
    """
    one = EACH.get(form)
    named = (
        [(f"pile.{form}", ALL[form](rows))] if one is None else [(f"{r['id']}.{form}", one(r)) for r in rows]
    )
    for name, content in named:
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return [folder / name for name, _ in named]


def _seconds(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(_TRIES):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


def measured(form: str, rows: list[Text]) -> list[Row]:
    """The rows of one format.

    Args:
        form: A name in `EACH` or `ALL`.
        rows: The documents.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = write(Path(folder), rows, form)
        size = sum(path.stat().st_size for path in paths) / 1e6
        list(read(paths[:1]))  # loading is not counted
        took = _seconds(lambda: list(read(paths)))
        return [
            Row(task="reading speed", metric=f"{form}: documents a second", value=len(rows) / took),
            Row(task="reading speed", metric=f"{form}: MB a second", value=size / took),
        ]


def run(data: Path, *, count: int = QUICK) -> list[Row]:
    """Every format on the same documents, and real pages against trafilatura.

    Args:
        data: The public evaluation sets; without them the last row is left out.
        count: How many documents.
    """
    rows = list(distinct.documents(count, seed=3))
    found = [row for form in (*EACH, *ALL) for row in measured(form, rows)]
    if (data / "html" / "trafilatura" / "html").is_dir():
        told = "processor time, by turns on every sixth of its evaluation pages, comments read too; lower"
        beside = html_comments.slowness(data)
        found.append(
            Row(
                task="reading speed",
                metric="html: seconds for one of trafilatura's",
                value=beside,
                target=1.3,
                note=told,
            )
        )
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=QUICK)
    show(run(eval_data(), count=parser.parse_args().documents))
