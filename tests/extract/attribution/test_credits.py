"""Credits of a whole document, and lines that only look like one."""

from __future__ import annotations

import pytest

from corpus_tool.extract.attribution import credits  # noqa: A004 - the contract's word
from corpus_tool.models import Document

ROWS = [
    ("The mill is shut.\n\nH/t Mara (in Danish).", [("H/t", "Mara")]),
    ("The mill is shut.\n\nvia Harbour Weekly", [("via", "Harbour Weekly")]),
    ("The mill is shut.\n\nSource: Harbour Board", [("Source", "Harbour Board")]),
    ("By Jo Marsh, Senior Engineer\n\nThe mill is shut.", [("By", "Jo Marsh (Senior Engineer)")]),
    ("Hat tip to Ben Oduya for the link\n\nThe mill is shut.", [("Hat tip to", "Ben Oduya")]),
    ("Last week I stumbled upon Wired’s article on mills.\n", [("stumbled upon", "Wired")]),
    (
        "Originally published in Harbour Weekly.\n\nIt is shut.",
        [("Originally published in", "Harbour Weekly")],
    ),
    ("Credit unions are old.\n\nSources of light are many.", []),
    ("By noon the mill was shut.", []),
    ("We went there via the bridge.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_credits(text: str, expected: list[tuple[str, str]]) -> None:
    found = credits(Document(id="d", text=text))
    assert [(item.cue, item.external) for item in found] == expected
    assert all(text[item.start : item.end] == item.text for item in found)


def test_every_entry_of_a_sources_list() -> None:
    text = "The mill is shut.\n\nSources\n\nHow the mill was shut down\nWhat the council said in May\n"
    found = credits(Document(id="d", text=text))
    assert [item.external for item in found] == ["How the mill was shut down", "What the council said in May"]
    assert {item.cue for item in found} == {"Sources"}
