"""Mastheads, dates and bylines as short pieces print them; datelines; forum posts by number; corrections of another day."""

import pytest

from corpus_tool.ingest.notes import find_notes
from corpus_tool.ingest.pasted import read_page
from corpus_tool.ingest.textbuild import RichText

P1 = "The ferry to Ostmark will sail every two hours from May, the harbour office said on Monday."
P2 = "A ticket costs six crowns, and children travel free until the end of the year."


def article(head):
    (found,) = read_page(RichText(f"{head}\n\n{P1}\n\n{P2}\n"))
    return found


@pytest.mark.parametrize(
    ("head", "title", "publisher", "published"),
    [
        ("Ostmark Echo\n4 June 2025\n\nFerry back in spring", "Ferry back in spring", "Ostmark Echo", "2025-06-04"),
        ("The Daily Beacon\n15 February 2026\n\nClarification", None, "The Daily Beacon", "2026-02-15"),
        ("Harbour Newsletter\nNo. 84, 8 September 2024\n\nFerry is back", "Ferry is back", "Harbour Newsletter", "2024-09-08"),
        ("Department for Harbours\nFerry traffic: figures\nPublished 30 January 2026", "Ferry traffic: figures", "Department for Harbours", "2026-01-30"),
        ("Ferry Den\n18 January 2026\n\nFerry deal confirmed", "Ferry deal confirmed", "Ferry Den", "2026-01-18"),
        ("Ostmark Echo\nCorrections, 17 January 2026", "Ostmark Echo", "Ostmark Echo", "2026-01-17"),
        ("Coastal Post, 18 January 2026\n\nFerry back in market towns\n\nBy staff", "Ferry back in market towns", "Coastal Post", "2026-01-18"),
        ("Ferry to sail again\nCoastal Post, 18 January 2026", "Ferry to sail again", "Coastal Post", "2026-01-18"),
        ("Ferry Den\n18 January 2026\n\nFerry to sail again", "Ferry to sail again", "Ferry Den", "2026-01-18"),
        ("Sea & Shore magazine, October 2024 issue, published 1 October 2024\nFerries are back\nBy Ann Example", "Ferries are back", None, "2024-10-01"),
        ("The harbour master on the ferry\nBroadcast on 10 February 2026", "The harbour master on the ferry", None, "2026-02-10"),
        ("Ferry to sail again\n\nBy Ann Example, Coastal Post, 4 June 2025", "Ferry to sail again", "Coastal Post", "2025-06-04"),
        ("Harbour fire is out\n4 June 2025\n\nWhat we know so far", "Harbour fire is out", None, "2025-06-04"),
        ("Ferry to sail again\nMonday, 4 June 2025", "Ferry to sail again", None, "2025-06-04"),
    ],
)  # fmt: skip
def test_heads(head, title, publisher, published):
    found = article(head)
    assert (found.title, found.publisher, found.published) == (title, publisher, published)
    assert found.text.endswith(f"{P1}\n\n{P2}")


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("5 June 2025 (Coastwire) - The ferry sails again, the harbour office said.", "2025-06-05"),
        ("OSTMARK, 5 June 2025 (CWA) – The ferry sails again, the harbour office said.", "2025-06-05"),
        ("OSTMARK, June 5, 2025 - The ferry sails again, the harbour office said on Friday.", "2025-06-05"),
        ("On 5 June 2025 the ferry sailed again, said the harbour office of the town.", None),
        ("5 June 2025 was the day on which the ferry sailed again, said the office.", None),
    ],
)
def test_a_dateline_dates_its_article(opening, published):
    (found,) = read_page(RichText(f"Ferry is back in Ostmark\n\n{opening}\n\n{P2}\n"))
    assert found.published == published
    assert found.text == f"{opening}\n\n{P2}"


FORUM = """Forum » Boats » Ferries

Thread: Ferry to Ostmark?

#1 by knotty, 11 Apr 2024 08:15
Does it sail? I read that the ferry was sold.

#2 by old_salt, 11 Apr 2024 08:44
It does. My cousin works there.

#3 by knotty, 11 Apr 2024 09:02
> My cousin works there.
Is there a link for that?

Last edited by knotty on 12 Apr 2024. 14 people like this.
"""


def test_numbered_posts_of_a_forum_are_a_thread():
    opening, *answers = read_page(RichText(FORUM))
    assert (opening.kind, opening.author, opening.published) == ("post", "knotty", "2024-04-11T08:15:00")
    assert opening.text == "Does it sail? I read that the ferry was sold."
    assert [(one.kind, one.author) for one in answers] == [("comment", "old_salt"), ("comment", "knotty")]
    assert answers[-1].text == "> My cousin works there.\nIs there a link for that?"


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Our article of 14 January said that fares had doubled. In fact they rose by half.", "correction"),
        ("On 11 February we reported that the ferry was sold. This was wrong.", "correction"),
        ("We reported on Monday that the ferry was sold. We apologise for the error.", "correction"),
        ("Our article of 14 January said that fares had doubled, and readers wrote in.", None),
        ("On Monday we reported that the ferry was sold. Here is how it happened.", None),
        ("The mayor said that the ferry was sold. In fact it was leased.", None),
    ],
)
def test_a_page_that_takes_back_what_it_reported_carries_a_correction(paragraph, kind):
    text = f"{P1}\n\n{paragraph}\n\n{P2}"
    notes = find_notes(text)
    assert [(note.kind, text[note.start : note.end]) for note in notes] == (
        [(kind, paragraph)] if kind else []
    )
