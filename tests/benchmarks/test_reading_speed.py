"""The speed table reads back what it wrote, in every format."""

import pytest

from benchmarks import distinct
from benchmarks.reading_speed import ALL, EACH, write
from corpus_tool.ingest import read

ROWS = list(distinct.documents(3, seed=3))


@pytest.mark.parametrize("form", [*EACH, *ALL])
def test_each_format_holds_every_document(tmp_path, form):
    found = [d for d in read(write(tmp_path, ROWS, form)) if d.kind != "comment"]
    assert [d.status for d in found] == ["ok"] * 3
    assert all(row["text"].split()[-1] in d.text for row, d in zip(ROWS, found, strict=True))


def test_comments_of_the_pages_are_read_too(tmp_path):
    assert sum(d.kind == "comment" for d in read(write(tmp_path, ROWS, "html"))) == 15
