"""A source after "according to": to where it goes."""

import pytest

from corpus_tool.extract.attribution.page import Page
from corpus_tool.extract.attribution.whole import whole
from corpus_tool.models import Document, Span


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("According to the report by Ana Berg the pier leaks.", "the report", "the report by Ana Berg"),
        (
            "According to the Board of the Harbour Trust it leaks.",
            "the Board",
            "the Board of the Harbour Trust",
        ),
        ("According to Ana Berg, a diver, it leaks.", "Ana Berg, a diver", "Ana Berg, a diver"),
        ("According to Ana Berg, who dives, it leaks.", "Ana Berg, who dives", "Ana Berg, who dives"),
        ("According to Ana Berg, the pier is leaking.", "Ana Berg, the pier is leaking", "Ana Berg"),
        ("According to Ana Berg, boats sank.", "Ana Berg, boats sank", "Ana Berg"),
        ("According to the report it leaks.", "the report", "the report"),
        ("According to Pier Watch, the pier rusts.", "Pier Watch, the pier rusts", "Pier Watch"),
        ("It rusts, according to Ana Berg, the owner.", "Ana Berg, the owner", "Ana Berg, the owner"),
        ("According to Oduya and Berg, it rusts.", "Oduya", "Oduya and Berg"),
    ],
)
def test_whole(text: str, given: str, expected: str) -> None:
    page = Page(Document(id="d", text=text))
    start = text.index(given)
    span = whole(page, page.lines[0], Span(start=start, end=start + len(given)))
    assert span is not None
    assert text[span.start : span.end] == expected


def test_no_source_stays_none() -> None:
    page = Page(Document(id="d", text="It leaks."))
    assert whole(page, page.lines[0], None) is None
