"""Text copied from pages: article, furniture, comments, two articles in one file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_tool.ingest.pasted import read_page
from corpus_tool.ingest.textbuild import RichText

P1 = (
    "The council of Harbourtown voted on Monday to charge four euros from every car that crosses the old "
    "bridge, and said that the money will pay for a new one within nine years."
)
P2 = (
    "Opponents say that the levy hurts commuters most. Ferry owners, on the other hand, expect about 3,000 "
    "more passengers a week, according to their association."
)
TITLE = "Bridge Levy Divides The Town"


def drafts(text):
    return list(read_page(RichText(text)))


def comments(text):
    found = drafts(text)
    names = {draft.key: draft.author for draft in found}
    return [(d.author, d.text, names.get(d.parent)) for d in found if d.kind == "comment"]


def test_title_byline_and_date_are_read_and_furniture_is_left_out():
    page = (
        f"Skip to content\nHome\nAbout\n\n{TITLE}\n\nPosted by Ann Example\n5th May 2016\n{TITLE} | Harbour News\n\n"
        f"Share this\n\n{P1}\n\nSign up for our newsletter\n\n{P2}\n\nWe'll never share your details with anyone.\n\n"
        f"{TITLE}\n\nAnn Example\n\nAnn Example is a writer. She has covered bridges for ten years.\n\n"
        "Get in Touch With Ann Example\n\n020 7946 0000\n\nYou may also like\n\nTen Bridges To See\n3rd May 2016\nTravel\n"
    )
    (article,) = drafts(page)
    assert (article.title, article.author, article.published) == (TITLE, "Ann Example", "2016-05-05")
    assert article.publisher == "Harbour News"
    assert article.text == f"{P1}\n\n{P2}"
    assert (article.kept.links, article.kept.dates, article.kept.bylines) == (False, True, True)


def test_a_byline_that_credits_an_office_stays_in_the_text_too():
    (article,) = drafts(f"{TITLE}\nBy Ann Example, Senior Analyst, Institute for Bridges\n{P1}\n{P2}")
    assert article.author == "Ann Example"
    assert article.text.startswith("By Ann Example, Senior Analyst")


@pytest.mark.parametrize(
    ("byline", "author", "published"),
    [
        ("By Ann Example", "Ann Example", None),
        ("POSTED BY   Ann Example", "Ann Example", None),
        ("by Ann Example and Bo Sample | Oct 5, 2015", "Ann Example and Bo Sample", "2015-10-05"),
        ("October 3, 2015 by Ann Example 4 Comments", "Ann Example", "2015-10-03"),
        ("Published: 2015-10-03", None, "2015-10-03"),
        ("Updated: 3 October 2015", None, None),
        ("10/8/15", None, None),
    ],
)
def test_bylines(byline, author, published):
    (article,) = drafts(f"{TITLE}\n\n{byline}\n\n{P1}\n\n{P2}\n")
    assert (article.author, article.published, article.text) == (author, published, f"{P1}\n\n{P2}")


def test_prose_that_begins_with_by_is_no_byline():
    (article,) = drafts(f"{TITLE}\n\nBy 2020 all of it will be paid for, they say in the council.\n\n{P1}\n")
    assert article.author is None
    assert article.text.startswith("By 2020 all of it")


WORDPRESS = """3 thoughts on “Bridge Levy Divides The Town”

Tom Miller
October 3, 2015 at 4:12 pm
Where is that from?

Reply

    Ann Example
    October 3, 2015 at 5:40 pm
    From the paper.

    Reply

Joe
October 4, 2015 at 9:00 am
My wife says:
it is a scam.

Reply

Leave a Reply
Your email address will not be published."""
SAYS = """Comments on “Bridge Levy Divides The Town”

Subscribe: RSS Leave a comment
Tom (profile) says:

Where is that from?

Ann says:

Re:

From the paper.

Joe says:

Re: Re:

Which page?

Bo says:

New subject

I like it.

Cy says:

Re: New subject

Me too.

Add Your Comment

Community members can buy a place for their comment, which is a long sentence about the shop of this site."""
DISQUS = """3 Comments  Example Times  Login
Sort by Best

Tom • 3 years ago
Where is that from?

1 △ ▽ • Reply • Share ›

Ann → Tom • 3 years ago
From the paper.

△ ▽ • Reply • Share ›

Joe  Ann • 2 years ago
Which page?

• Reply • Share ›"""
REDDIT = """3 Comments
Sort by: best
level 1
Tom
·
3 yr. ago
Where is that from?

12
Reply
level 2
u/Ann · 3 yr. ago
From the paper.

Reply
level 1
u/Joe OP · 3 yr. ago
Which page?"""
BLOGGER = """2 comments:

Tom said...
Where is that from?
3 October 2015 at 11:12

Ann said...
From the paper.
3 October 2015 at 12:30

Post a Comment
Newer Post"""
NUMBERED = """One comment

  1. Tom

    Where is that from?"""
IN_REPLY = """COMMENTS

Tom | October 3, 2015
Where is that from?

Ann | October 3, 2015
In reply to Tom
From the paper.

Joe | October 4, 2015
@Ann Which page?"""


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (
            WORDPRESS,
            [
                ("Tom Miller", "Where is that from?", None),
                ("Ann Example", "From the paper.", "Tom Miller"),
                ("Joe", "My wife says:\nit is a scam.", None),
            ],
        ),
        (
            SAYS,
            [
                ("Tom", "Where is that from?", None),
                ("Ann", "From the paper.", "Tom"),
                ("Joe", "Which page?", "Ann"),
                ("Bo", "New subject\n\nI like it.", None),
                ("Cy", "Me too.", "Bo"),
            ],
        ),
        (
            DISQUS,
            [
                ("Tom", "Where is that from?", None),
                ("Ann", "From the paper.", "Tom"),
                ("Joe", "Which page?", "Ann"),
            ],
        ),
        (
            REDDIT,
            [
                ("Tom", "Where is that from?", None),
                ("Ann", "From the paper.", "Tom"),
                ("Joe", "Which page?", None),
            ],
        ),
        (BLOGGER, [("Tom", "Where is that from?", None), ("Ann", "From the paper.", None)]),
        (NUMBERED, [("Tom", "Where is that from?", None)]),
        (
            IN_REPLY,
            [
                ("Tom", "Where is that from?", None),
                ("Ann", "From the paper.", "Tom"),
                ("Joe", "@Ann Which page?", "Ann"),
            ],
        ),
    ],
)
def test_comment_sections(section, expected):
    page = f"{TITLE}\n\n{P1}\n\n{P2}\n\n{section}\n"
    assert comments(page) == expected
    assert drafts(page)[0].text == f"{P1}\n\n{P2}"


def test_comments_without_names_are_cut_at_the_wider_gaps_and_names_are_not_guessed():
    page = f"{TITLE}\n\n{P1}\n\nView comments (132)\nTerms of Use\n\n\nFirst one.\n\n\nSecond one.\n\nIts end.\n\n\nThird.\n"
    assert comments(page) == [
        (None, "First one.", None),
        (None, "Second one.\n\nIts end.", None),
        (None, "Third.", None),
    ]
    article = drafts(page)[0]
    assert article.status == "ok"
    assert "132" in article.status_reason
    assert "3" in article.status_reason


def test_no_comments_gives_none():
    assert [draft.kind for draft in drafts(f"{TITLE}\n{P1}\n{P2}\nNo comments:\nPost a Comment")] == [
        "article"
    ]


def test_article_lines_quoted_in_a_comment_are_marked():
    page = f"{TITLE}\n\n{P1}\n\n{P2}\n\nTom says:\n\n“{P1}”\n\nI doubt it.\n\nAnn says:\n\n> I doubt it.\n\nSo do I.\n"
    first, second = [draft for draft in drafts(page) if draft.kind == "comment"]
    assert [first.text[q.start : q.end] for q in first.block_quotes] == [f"“{P1}”"]
    assert [second.text[q.start : q.end] for q in second.block_quotes] == ["> I doubt it."]


def test_a_forum_page_is_a_post_and_its_answers():
    page = (
        "Bridge levy?\nPost by tom » Sat Oct 03, 2015 3:12 pm\n\nWhere is the money going?\n\n"
        "Re: Bridge levy?\nPost by ann » Sat Oct 03, 2015 4:12 pm\n\nTo the bank.\n"
    )
    post, comment = drafts(page)
    assert (post.kind, post.title, post.author, post.text) == (
        "post",
        "Bridge levy?",
        "tom",
        "Where is the money going?",
    )
    assert (comment.kind, comment.author, comment.published) == ("comment", "ann", "2015-10-03T16:12:00")
    assert comment.text == "To the bank."


def test_two_articles_with_bylines_are_told_apart():
    page = f"{TITLE}\nAnn Example\n3 October 2015\n\n{P1}\n\n{P2}\n\nFerries Are Back\nBo Sample\n5 October 2015\n\n{P2}\n"
    assert [(d.title, d.author) for d in drafts(page)] == [
        (TITLE, "Ann Example"),
        ("Ferries Are Back", "Bo Sample"),
    ]


def test_a_second_headline_after_a_credit_opens_a_second_article():
    page = f"{TITLE}\n\n{P1}\n\n{P2}\n\n{P1}\n\nH/t Bo for the paper.\n\nTown Wants Four Euros From All\n\n{P1} {P2}\n\n{P2} {P1}\n"
    first, second = drafts(page)
    assert first.text.endswith("H/t Bo for the paper.")
    assert (second.title, second.author) == ("Town Wants Four Euros From All", None)


def test_headings_of_one_article_do_not_split_it():
    parts = [
        f"What The New Bridge Levy Means For {who} And For The Town\n\n{P1}\n\n{P2}"
        for who in ("Drivers", "Ferries", "Banks")
    ]
    assert len(drafts(f"{TITLE}\n\n{P1}\n\n" + "\n\n".join(parts))) == 1


def test_a_plain_note_is_kept_whole():
    (only,) = drafts(f"{P1}\n\n{P2}\n")
    assert (only.title, only.text) == (None, f"{P1}\n\n{P2}")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    TITLE,
                    P1,
                    P2,
                    "",
                    "",
                    "12 Comments",
                    "Tom says:",
                    "Reply",
                    "  • a point here",
                    "You may also like",
                ]
            ),
            st.text(max_size=40),
        ),
        max_size=25,
    )
)
def test_spans_cut_their_text_and_prose_is_never_lost(lines):
    found = list(read_page(RichText("\n".join(lines).replace("\r", ""))))
    everything = "\n".join(draft.text for draft in found)
    for draft in found:
        assert all(0 <= q.start < q.end <= len(draft.text) for q in draft.block_quotes)
    if "12 Comments" not in lines and "Tom says:" not in lines and any(P1 in line for line in lines):
        assert P1 in everything
