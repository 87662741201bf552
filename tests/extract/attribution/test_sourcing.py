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
        ("Every boat pays a fee, surveys show.", "boat", "uncheckable", ""),
        ("Every boat pays a fee, fishers living there say.", "boat", "uncheckable", ""),
        ("Half of them said that they pay, the harbour office reports.", "pay", "primary", "harbour office"),
        ("They pay for each boat they report, the Port Post says.", "boat", "secondary", "Port Post"),
        ("Each boat is counted, fire chief Ana Berg told the Post.", "boat", "primary", "Ana Berg"),
        (
            "“The pier is shut,” Ana Berg, the harbour engineer, said on Monday.",
            "pier",
            "primary",
            "Ana Berg",
        ),
        ("The data cannot tell whether the boats paid.", "boats", "absent", ""),
        ("The harbour firms wrote the rules.", "rules", "absent", ""),
        ("Port Weekly says fishing saves money every year.", "money", "secondary", "Port Weekly"),
        ("The Quiet Harbour reports that every boat pays a fee.", "boat", "secondary", "Quiet Harbour"),
    ],
)
def test_what_one_sentence_rests_on_by_its_tag(text: str, part: str, grade: str, name: str) -> None:
    found = resting(text, part)
    assert found.grade == grade
    assert name in ((found.source.text if found.source else "") + (found.external or ""))


@pytest.mark.parametrize(
    ("text", "part", "grade", "name"),
    [
        (
            "The magazine Hull & Mast has the story. Every boat pays, the magazine adds.",
            "boat",
            "secondary",
            "Hull",
        ),
        ("I read the Ledger last week. Every boat pays, the paper reports.", "boat", "secondary", "Ledger"),
        ("A study by the port has news. Every boat pays, the paper says.", "boat", "primary", "paper"),
        (
            "According to the paper, boats leak. Nine boats sank, the authors write.",
            "Nine",
            "primary",
            "authors",
        ),
        (
            "Ana Berg runs the lock. She is registrar at the port court. Nine boats sank, she said.",
            "Nine",
            "primary",
            "Ana Berg",
        ),
        (
            "The study's author, the economist Ana Berg, is careful. Nine boats sank, she says.",
            "Nine",
            "primary",
            "Ana Berg",
        ),
        (
            "Ana Berg was there. It rained in Port Ansel. Nine boats sank, she said.",
            "Nine",
            "secondary",
            "Ana Berg",
        ),
        (
            "Over at Hull Weekly, Ana Berg has drawn up a list.\n\nThe basics are these:\n\n• Every boat pays a fee.\n",
            "Every",
            "secondary",
            "Ana Berg",
        ),
        (
            "Nine boats sank in May.[^1] Every pump failed.\n\n[^1]: Hull Weekly, June issue\n",
            "Nine",
            "secondary",
            "Hull Weekly",
        ),
    ],
)
def test_names_that_stand_before(text: str, part: str, grade: str, name: str) -> None:
    found = resting(text, part)
    assert found.grade == grade
    assert name in ((found.source.text if found.source else "") + (found.external or ""))


def test_a_title_names_its_source() -> None:
    (row,) = mentions(Document(id="d", title="Rents fell by 4 percent in May, harbour office says", text=""))
    assert row.field == "title"
    assert (row.attribution.grade, row.attribution.external) == ("primary", "harbour office")


def test_an_organ_vouches_for_itself() -> None:
    text = "The Ledger has read all 58 pages of the port code."
    (row,) = mentions(Document(id="d", text=text, publisher="The Hull Ledger"), every_sentence=True)
    assert row.attribution.kind == "self"


@pytest.mark.parametrize(
    ("text", "part", "grade", "name"),
    [
        ("The clerk hopes that every boat pays a fee.", "boat", "absent", ""),
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
