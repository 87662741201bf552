"""Versions of a story have an edge, and other pairs none."""

from benchmarks.reuse import versions
from corpus_tool.models import Document

STORY = (
    "The harbour board said on Friday that the ferry to Skerry will stop at the end of the month. "
    "About 340 people take the boat on a working day, the count of the board shows. "
    "The engine is forty years old and nobody has offered to pay for a new one so far."
)


def test_a_cut_version_has_an_edge_and_a_stranger_none():
    other = "Nine gardeners of Holm met on the green to speak of roses, of hedges, and of the price of seed this spring."
    documents = [
        Document(id="a", text=STORY),
        Document(id="b", text=f"A lead of our own. {STORY[:160]}"),
        Document(id="c", text=other),
    ]
    assert {row.metric: row.value for row in versions(documents, [("a", "b")])} == {
        "recall of edges": 1.0,
        "precision of edges": 1.0,
    }
    assert [row.value for row in versions(documents, [("a", "c")])] == [0.0, 0.0]
