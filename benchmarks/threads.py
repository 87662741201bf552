"""Thread exports: is every comment in, with the author, time and parent that the file has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.table import Row, eval_data, show
from corpus_tool.ingest import read
from corpus_tool.models import Document

_EXPECTED = {
    "reddit_3hahrw.json": 476,
    "disqus_isso.xml": 6,
    "wxr_themeunittest.xml": 33,
    "wordpress_isso.xml": 8,
    "discourse_topic.json": 4,
    "discourse_posts_latest.json": 4,
    "youtube_commentThreads_p1.json": 5,
}
_POSTS_COUNT = frozenset({"discourse_topic.json", "discourse_posts_latest.json"})
"""Exports whose opening posts are of the number told."""


def complete(name: str, documents: list[Document]) -> int:
    """Comments with a time, and a parent that is in the file where they have one.

    Args:
        name: File name of the export.
        documents: What was read from it.
    """
    ids = {document.id for document in documents}
    counted = [d for d in documents if d.kind == "comment" or (name in _POSTS_COUNT and d.kind == "post")]
    return sum(d.published is not None and (d.parent_id is None or d.parent_id in ids) for d in counted)


def reddit_fields(path: Path) -> float:
    """Share of Reddit comments whose author and parent are those of the file, read independently here."""
    found = {d.id: d for d in read([path])}
    rows = list(_comments(json.loads(path.read_text(encoding="utf-8"))))
    right = sum(
        row["name"] in found
        and found[row["name"]].parent_id == row["parent_id"]
        and (found[row["name"]].author or "[deleted]") == row["author"]
        for row in rows
    )
    return float(right / len(rows))


def _comments(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [row for item in value for row in _comments(item)]
    if not isinstance(value, dict):
        return []
    own = [value["data"]] if value.get("kind") == "t1" else []
    return own + [row for key in ("data", "children", "replies") for row in _comments(value.get(key))]


def run(data: Path) -> list[Row]:
    """One row a file: complete comments beside those it holds."""
    rows = []
    for name, expected in _EXPECTED.items():
        documents = list(read([data / "threads" / name]))
        rows.append(Row(task="threads", metric=name, value=complete(name, documents), target=expected))
    share = reddit_fields(data / "threads" / "reddit_3hahrw.json")
    rows.append(Row(task="threads", metric="reddit author and parent right", value=share, target=1.0))
    return rows


if __name__ == "__main__":
    show(run(eval_data()))
