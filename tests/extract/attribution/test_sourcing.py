"""What a statement rests on: tables of wordings with the source that each gives."""

import pytest

from corpus_tool.extract import mentions
from corpus_tool.extract.attribution.sourcing import full_name, sources
from corpus_tool.models import Attribution, Document, Span


def resting(text: str, part: str, *, boxed: str = "") -> Attribution:
    """What the sentence that holds ``part`` rests on."""
    boxes = (Span(start=text.index(boxed), end=text.index(boxed) + len(boxed)),) if boxed else ()
    rows = mentions(Document(id="d", text=text, block_quotes=boxes), every_sentence=True)
    at = text.index(part)
    return next(row.attribution for row in rows if row.start <= at < row.end)


@pytest.mark.parametrize(
    ("text", "part", "grade", "name"),
    [
        ("The harbour office said the pier was shut in May.", "pier", "primary", "office"),
        ("“The pier is shut,” said Ana Berg, who runs the port.", "pier", "primary", "Ana Berg"),
        ("According to the Port Act of 1999, every boat pays a fee.", "boat", "primary", "Port Act"),
        ("It is said that every boat pays a fee.", "boat", "uncheckable", ""),
        ("Every boat reportedly pays a fee.", "boat", "uncheckable", ""),
        ("Every boat pays a fee.", "boat", "absent", ""),
        ("The council wants to charge every boat a fee.", "boat", "absent", ""),
        ("The mayor hopes that every boat pays a fee.", "boat", "absent", ""),
    ],
)
def test_what_one_sentence_rests_on(text: str, part: str, grade: str, name: str) -> None:
    found = resting(text, part)
    assert found.grade == grade
    assert name in ((found.source.text if found.source else "") + (found.external or ""))


@pytest.mark.parametrize(
    ("text", "part", "grade"),
    [
        (
            "The Port Act sets out the basics:\n\n• Every boat pays a fee.\n• No boat pays twice.\n",
            "twice",
            "primary",
        ),
        (
            "According to the Port Act:\n\n• Every boat pays a fee.\n• No boat pays twice.\n",
            "Every",
            "primary",
        ),
        ("In short, here is what this article says:\n\n• Every boat pays a fee.\n", "Every", "uncheckable"),
        ("The main points are these:\n\n• Every boat pays a fee.\n", "Every", "absent"),
        ("We bought a boat in June:\n\n• Every boat pays a fee.\n", "Every", "absent"),
    ],
)
def test_a_lead_in_sources_its_list(text: str, part: str, grade: str) -> None:
    assert resting(text, part).grade == grade


def test_a_lead_in_reaches_no_further_than_its_list() -> None:
    text = "According to the Port Act:\n\n• Every boat pays a fee.\n\nThe lake is 40 metres deep in places.\n"
    assert resting(text, "lake").grade == "absent"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Rhoda Quill wrote it. In Quill's words: no.", "Quill", "Rhoda Quill"),
        ("It was written. In Quill's words: no.", "Quill", "Quill"),
        ("Rhoda Quill wrote it.", "Rhoda Quill", "Rhoda Quill"),
    ],
)
def test_a_surname_is_given_as_it_was_first_written(text: str, name: str, expected: str) -> None:
    assert full_name(text, name, len(text)) == expected


def test_parts_are_cut_from_the_text_and_stand_in_order() -> None:
    text = "Ana Berg said the pier leaks. Here is what the Port Act lists:\n\n• Every boat pays.\n\n(Reuters) It sank."
    found = sources(Document(id="d", text=text))
    parts = [part for one in found for part in (one.source, one.cue, one.content) if part is not None]
    assert parts
    assert all(text[part.start : part.end] == part.text for part in parts)
    begins = [min(p.start for p in (one.source, one.cue, one.content) if p is not None) for one in found]
    assert begins == sorted(begins)


def test_many_announcements_are_read_in_one_pass() -> None:
    text = "\n\n".join(
        f"The Port Act number {number} lists what follows:\n\n• boat {number} pays" for number in range(800)
    )
    assert len(sources(Document(id="d", text=text))) >= 800
