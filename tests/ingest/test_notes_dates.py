"""Notes a text carries about itself; dates as pages print them."""

import pytest

from corpus_tool.ingest.dates import from_epoch, to_edtf
from corpus_tool.ingest.notes import find_notes


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("UPDATE: The levy will be five euros.", "update"),
        ("Update (10/8/15): I hear doubts.", "update"),
        ("[Update, 3 May] The levy is off.", "update"),
        ("UPDATE 2: It is on again.", "update"),
        ("Correction: The bridge is 90 years old.", "correction"),
        ("CORRECTION (8 May): The bridge is old.", "correction"),
        ("This article has been amended to give the right age.", "correction"),
        ("An earlier version of this article gave a wrong age.", "correction"),
        ("Note: we could not verify the figure.", "caveat"),
        ("Caveat: this rests on one letter.", "caveat"),
        ("These details could not be confirmed independently.", "caveat"),
        ("The figures should be read with caution.", "caveat"),
        ("We have not seen the expert's report.", "caveat"),
        ("All this is passed on without our having checked it.", "caveat"),
        ("Editor's note: the writer owns a ferry.", "update"),
        ("Updated below", None),
        ("The council will update the list: nobody knows when.", None),
        ("Updates are slow here.", None),
        ("He noted that the council could not verify it.", None),
        ("A correction was due, said the mayor.", None),
    ],
)
def test_notes(paragraph, kind):
    text = f"First the news.\n\n{paragraph}\n\nThen more of it."
    notes = find_notes(text)
    assert [(note.kind, text[note.start : note.end]) for note in notes] == (
        [(kind, paragraph)] if kind else []
    )


def test_a_label_alone_takes_the_next_paragraph_along():
    text = "News.\n\nUpdate (10/8/15):\nI hear doubts. They may be right.\n\nMore."
    (note,) = find_notes(text)
    assert text[note.start : note.end] == "Update (10/8/15):\nI hear doubts. They may be right."


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("27th October 2017", "2017-10-27"),
        ("Sat Oct 03, 2015 3:12 pm", "2015-10-03T15:12:00"),
        ("October 3, 2015 at 12:05 am", "2015-10-03T00:05:00"),
        ("3. Oktober 2015 um 11:05", "2015-10-03T11:05:00"),
        ("2015-10-03T09:12:44+00:00", "2015-10-03T09:12:44Z"),
        ("Tue, 14 Jan 2014 17:31:03 +0000", "2014-01-14T17:31:03Z"),
        ("2014-01-14 17:32:12", "2014-01-14T17:32:12"),
        ("2014", "2014"),
        ("13/10/2015", "2015-10-13"),
        ("10/13/2015", "2015-10-13"),
        ("10/8/15", None),
        ("10/8/2015", None),
        ("31 February 2015", None),
        ("0000-01-01", None),
        ("9999-12-31", "9999-12-31"),
        ("3 years ago", None),
        ("soon", None),
        (None, None),
    ],
)
def test_dates(written, edtf):
    assert to_edtf(written) == edtf


@pytest.mark.parametrize(
    ("seconds", "edtf"), [(1439797480, "2015-08-17T07:44:40Z"), (-5, None), ("x", None), (True, None)]
)
def test_epochs(seconds, edtf):
    assert from_epoch(seconds) == edtf


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri, 10/02/2015 - 09:30", "2015-10-02T09:30:00"),
        ("Tuesday 10/02/2015", "2015-02-10"),
        ("Mon, 10/02/2015", None),
        ("10/02/2015", None),
        ("Fri 13/02/2015", "2015-02-13"),
        ("2 paź 2015 09:30", "2015-10-02T09:30:00"),
        ("4 октября 2015", "2015-10-04"),
    ],
)
def test_a_weekday_says_which_figure_is_the_month(written, day):
    assert to_edtf(written) == day
