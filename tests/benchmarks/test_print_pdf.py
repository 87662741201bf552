"""The printed leaflets of the sample corpora: the committed PDF is what its text prints to."""

from __future__ import annotations

import pytest

from benchmarks.print_pdf import broken, leaflets, printed
from corpus_tool import ingest

PRINTED = sorted(leaflets().items())


@pytest.mark.parametrize(("path", "leaflet"), PRINTED, ids=[path.stem for path, _ in PRINTED])
def test_committed_pdf(path, leaflet):
    assert path.read_bytes() == printed(leaflet)


@pytest.mark.parametrize(("path", "leaflet"), PRINTED, ids=[path.stem for path, _ in PRINTED])
def test_what_is_read_of_it(path, leaflet):
    (found,) = ingest.read([path], root=path.parent)
    assert found.status == "ok"
    assert found.title == leaflet.title
    assert found.text.count(leaflet.running_head) == leaflet.body.count(leaflet.running_head)
    last = leaflet.body.strip().rsplit("\n\n", 1)[-1]
    assert found.text.endswith(last.replace("|", ""))


def test_every_corpus_has_one():
    assert {path.parents[1].name for path, _ in PRINTED} == {"citizen_score", "desk_plants"}


@pytest.mark.parametrize(
    ("paragraph", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one after|noon", ["one after-", "noon"]),
        ("a seven|teen b", ["a seven-", "teen b"]),
        ("ab|cd", ["abcd"]),
    ],
)
def test_broken(paragraph, lines):
    assert broken(paragraph, 10 if "after" in paragraph else 8) == lines
