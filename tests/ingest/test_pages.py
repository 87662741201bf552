"""Pasted pages of many sites' habits: nothing of the article lost, nothing of the site kept, each comment one document."""

import pytest

from corpus_tool.ingest.pasted import read_page
from corpus_tool.ingest.textbuild import RichText

A = (
    "The harbour board said on Friday that the ferry to Skerry will stop at the end of the month, because the "
    "boat needs a new engine and nobody has offered to pay for it."
)
B = "About 340 people take the ferry on a working day, the board's own count shows, and most of them have no car."
C = "The mayor, who used to be a ferryman himself, told reporters that he would look for money in the road budget."
D = "The last boat leaves at ten past nine on Thursday evening, and the crew have promised to sound the horn."
SECOND = (
    "Sheep farmers on the north shore want the council to pay for fences after three flocks walked onto the new "
    "road in a week, and one of them walked all the way to the bank."
)
SECOND_B = "A fence costs eleven euros a metre, according to the farmers' union, and about nine kilometres are needed."
SECOND_C = (
    "The council has not said when it will decide. Until then the farmers take turns to sit by the road with a dog, "
    "a lamp and a large flask of tea, which one of them called the best weeks of her year."
)


def drafts(text):
    return list(read_page(RichText(text)))


def thread(text):
    """(author, text, author of the parent) of each comment."""
    found = drafts(text)
    names = {draft.key: draft.author for draft in found}
    return [(d.author, d.text, names.get(d.parent)) for d in found if d.kind == "comment"]


NEWS = f"""Harbour News
News | Sport | Weather | Jobs

Home > Local > Transport

Ferry To Skerry Will Stop This Month

By Ann Example, Transport Reporter
Published 3 October 2015, 10:24 AM

Share this article
Listen to this article
4 min read

A white ferry at the old pier. Photo: Getty Images

{A}

Advertisement

{B}

Read more: Ten Piers To See Before They Sink

{C}

Story continues below

We use cookies to improve your visit.

{D}

Sign up for our morning newsletter
Enter your email address

Ann Example is a transport reporter who has covered boats for ten years.

Tags: ferry, Skerry, boats

Most popular
Storm takes the roof off the bank
Ten soups for a wet day

© 2015 Harbour News. All rights reserved.
"""


def test_news_site():
    (article,) = drafts(NEWS)
    assert article.title == "Ferry To Skerry Will Stop This Month"
    assert (article.author, article.published, article.publisher) == (
        "Ann Example",
        "2015-10-03T10:24:00",
        "Harbour News",
    )
    for paragraph in (A, B, C, D):
        assert paragraph in article.text
    for furniture in (
        "Advertisement", "Share this", "Listen to", "min read", "Read more", "Story continues", "cookies",
        "newsletter", "email address", "Tags:", "Most popular", "Ten soups", "rights reserved", "covered boats",
    ):  # fmt: skip
        assert furniture not in article.text


ARTICLE = f"Ferry To Skerry Will Stop This Month\nBy Ann Example\n3 October 2015\n\n{A}\n\n{B}\n\n{C}\n\n"
THREADS = {
    "wordpress": (
        ("2 thoughts on “Ferry To Skerry Will Stop This Month”\n\nTom Tiller\nOctober 4, 2015 at 9:12 am\n\n"
        "Who counted the 340 people?\n\nReply\n\nBo Sample\nOctober 4, 2015 at 11:40 am\n\nThe board did, in May.\n\nReply\n\n"
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *\n\nComment *\nName *\nEmail *\n"),
        [("Tom Tiller", "Who counted the 340 people?", None), ("Bo Sample", "The board did, in May.", None)],
    ),
    "guardian": (
        ("Comments (2)\n\nSign in or create your Guardian account to join the discussion\n\nOldest\n\ntomtiller\n"
        "3 Oct 2015 11:02\n\nWho counted the 340 people?\n\nReply\nShare\n12\n\nbosample   tomtiller\n3 Oct 2015 11:40\n\n"
        "The board did, in May.\n\nReply\nShare\n3\n"),
        [("tomtiller", "Who counted the 340 people?", None), ("bosample", "The board did, in May.", "tomtiller")],
    ),
    "disqus": (
        ("2 Comments\nHarbour News\nLogin\n\nSort by Best\n\nTom Tiller • 3 years ago\nWho counted the 340 people?\n\n"
        "2 ▲ ▼ • Reply • Share ›\n\nBo Sample ➤ Tom Tiller • 3 years ago\nThe board did, in May.\n\n▲ ▼ • Reply • Share ›\n"),
        [("Tom Tiller", "Who counted the 340 people?", None), ("Bo Sample", "The board did, in May.", "Tom Tiller")],
    ),
    "reddit": (
        ("2 comments\n\nlevel 1\ntom_tiller\n·\n3h\nWho counted the 340 people?\n\n12 points\nReply\nShare\nReport\nSave\n\n"
        "level 2\nbo_sample\n·\n2h\nThe board did, in May.\n\n4 points\nReply\nShare\n"),
        [("tom_tiller", "Who counted the 340 people?", None), ("bo_sample", "The board did, in May.", "tom_tiller")],
    ),
    "reddit-u": (
        ("2 comments\n\nu/tom_tiller · 3h\n\nWho counted the 340 people?\n\nVote\nReply\n\nu/bo_sample · 2h\n\n"
        "The board did, in May.\n\nVote\nReply\n"),
        [("tom_tiller", "Who counted the 340 people?", None), ("bo_sample", "The board did, in May.", None)],
    ),
    "youtube": (
        ("2 Comments\nSort by\nAdd a comment...\n\n@tomtiller\n2 years ago\nWho counted the 340 people?\n\n12\n\nReply\n\n"
        "1 reply\n\n@bosample\n2 years ago\nThe board did, in May.\n\n3\n\nReply\n"),
        [("tomtiller", "Who counted the 340 people?", None), ("bosample", "The board did, in May.", None)],
    ),
    "hacker-news": (
        ("tomtiller 3 hours ago [–]\nWho counted the 340 people?\n\nreply\n\nbosample 2 hours ago | parent | next [–]\n"
        "The board did, in May.\n\nreply\n"),
        [("tomtiller", "Who counted the 340 people?", None), ("bosample", "The board did, in May.", None)],
    ),
    "facebook": (
        ("2 comments\n\nMost relevant\n\nTom Tiller\nWho counted the 340 people?\n  · Like\n  · Reply\n  · 3y\n"
        "Bo Sample\nThe board did, in May.\n  · Like\n  · Reply\n  · 3y\n"),
        [("Tom Tiller", "Who counted the 340 people?", None), ("Bo Sample", "The board did, in May.", None)],
    ),
    "indented": (
        "2 Comments\n\nTom Tiller says:\nWho counted the 340 people?\n\n    Bo Sample says:\n    The board did, in May.\n",
        [("Tom Tiller", "Who counted the 340 people?", None), ("Bo Sample", "The board did, in May.", "Tom Tiller")],
    ),
    "german": (
        ("2 Kommentare\n\nTom Tiller sagt:\n4. Oktober 2015 um 9:12 Uhr\nWho counted the 340 people?\n\nAntworten\n\n"
        "Bo Sample sagt:\n4. Oktober 2015 um 11:40 Uhr\nThe board did, in May.\n\nAntworten\n\nSchreibe einen Kommentar\n"),
        [("Tom Tiller", "Who counted the 340 people?", None), ("Bo Sample", "The board did, in May.", None)],
    ),
    "french": (
        ("2 commentaires\n\nTom Tiller dit :\n4 octobre 2015 à 9 h 12 min\nWho counted the 340 people?\n\nRépondre\n\n"
        "Bo Sample dit :\n4 octobre 2015 à 11 h 40 min\nThe board did, in May.\n\nRépondre\n\nLaisser un commentaire\n"),
        [("Tom Tiller", "Who counted the 340 people?", None), ("Bo Sample", "The board did, in May.", None)],
    ),
    "quoted": (
        ("Comments\n\nTom Tiller says:\n> About 340 people take the ferry on a working day\nWho counted the 340 people?\n\n"
        "Bo Sample says:\n> Who counted\nThe board did, in May.\n"),
        [
            ("Tom Tiller", "> About 340 people take the ferry on a working day\nWho counted the 340 people?", None),
            ("Bo Sample", "> Who counted\nThe board did, in May.", None),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", THREADS)
def test_comment_sections_under_an_article(name):
    section, expected = THREADS[name]
    found = drafts(ARTICLE + section)
    assert [d.kind for d in found] == ["article", *["comment"] * len(expected)]
    assert thread(ARTICLE + section) == expected
    assert found[0].text == f"{A}\n\n{B}\n\n{C}"


def test_a_number_of_comments_with_a_thousands_mark():
    (article, *_) = drafts(
        ARTICLE + "1,204 comments\n\nTom Tiller says:\nWho counted?\n\nBo Sample says:\nThe board.\n"
    )
    assert article.status_reason == "the page announces 1204 comments; this file holds 2"


def test_quoted_lines_are_quotations():
    _, first, _ = drafts(ARTICLE + THREADS["quoted"][0])
    (span,) = first.block_quotes
    assert first.text[span.start : span.end] == "> About 340 people take the ferry on a working day"


def test_phpbb_topic():
    page = (
        "Ferry to Skerry\n\nPost by tom_tiller » Mon Oct 05, 2015 3:12 pm\n\nWho counted the 340 people?\n\n"
        "Top\n\nPost by bo_sample » Mon Oct 05, 2015 4:30 pm\n\ntom_tiller wrote: Who counted the 340 people?\n"
        "The board did, in May.\n"
    )
    post, answer = drafts(page)
    assert (post.kind, post.title, post.author, post.published) == (
        "post", "Ferry to Skerry", "tom_tiller", "2015-10-05T15:12:00",
    )  # fmt: skip
    assert post.text == "Who counted the 340 people?"
    assert (answer.kind, answer.author, answer.parent) == ("comment", "bo_sample", post.key)


def test_newsletter_from_a_mail_program():
    page = (
        f"View this email in your browser\n\nTHE PIER LETTER\nIssue 41\n\nA Boat Less\n\nBy Ann Example\n\n{A}\n\n{B}\n\n{C}\n\n"
        "You are receiving this email because you signed up at our site.\nUnsubscribe | Manage your preferences\n"
    )
    (article,) = drafts(page)
    assert (article.title, article.author, article.publisher) == (
        "A Boat Less",
        "Ann Example",
        "THE PIER LETTER",
    )
    assert article.text == f"{A}\n\n{B}\n\n{C}"


FIRST_BODY, SECOND_BODY = f"{A}\n\n{B}\n\n{C}\n\n{D}", f"{SECOND}\n\n{SECOND_B}\n\n{SECOND_C}"
PAIRS = {
    "bylines": f"Ferry To Skerry Will Stop\nBy Ann Example\n\n{FIRST_BODY}\n\nFences For The North Shore\nBy Bo Sample\n\n{SECOND_BODY}\n",
    "stars": f"Ferry To Skerry Will Stop\n\n{FIRST_BODY}\n\n***\n\nFences For The North Shore\n\n{SECOND_BODY}\n",
    "dashes": f"Ferry To Skerry Will Stop\n\n{FIRST_BODY}\n\n---\n\nFences For The North Shore\n\n{SECOND_BODY}\n",
    "sources": f"Ferry To Skerry Will Stop\n\n{FIRST_BODY}\n\nSources:\nHarbour board, annual count\n\nFences For The North Shore\n\n{SECOND_BODY}\n",
    "originally": f"Ferry To Skerry Will Stop\n\n{FIRST_BODY}\n\nOriginally published at harbour.example\n\nFences For The North Shore\n\n{SECOND_BODY}\n",
}


@pytest.mark.parametrize("name", PAIRS)
def test_two_articles_in_one_file(name):
    first, second = drafts(PAIRS[name])
    assert (first.title, second.title) == ("Ferry To Skerry Will Stop", "Fences For The North Shore")
    assert first.text.startswith(FIRST_BODY)
    assert second.text == SECOND_BODY


@pytest.mark.parametrize(
    "page",
    [
        f"Ferry To Skerry Will Stop\n\n{A}\n\n***\n\n{B}\n\n{C}\n\n---\n\n{D}\n",
        f"Ferry To Skerry Will Stop\nBy Ann Example\n\n{A}\n\nWhat It Costs\n\n{B}\n\nWhat Comes Next\n\n{C}\n\n{D}\n",
        f"Why The Ferry Stops\nA look behind the pier\n\nBy Ann Example\n\n{A}\n\n{B}\n\nHarbour News has asked the board for its books.\n",
    ],
)
def test_one_article_stays_one_and_whole(page):
    (article,) = drafts(page)
    assert article.title in page.split("\n")[0]
    for paragraph in page.split("\n\n"):
        if paragraph.strip().endswith(".") and not paragraph.startswith(("Why", "Ferry")):
            assert paragraph.strip() in article.text


@pytest.mark.parametrize(
    ("top", "publisher", "title"),
    [
        ("THE SKERRY ECHO\n\nA Boat Less\n\n", "THE SKERRY ECHO", "A Boat Less"),
        ("Skerry Echo\nHome | News | Sport\n\nA Boat Less\n\n", "Skerry Echo", "A Boat Less"),
        ("Skerry Weekly\n\nA Boat Less\nBy Ann Example\n\n", "Skerry Weekly", "A Boat Less"),
        ("A Boat Less | Skerry Echo\n\n", "Skerry Echo", "A Boat Less"),
        ("A Boat Less\nSkerry Echo\n3 October 2015\n\n", "Skerry Echo", "A Boat Less"),
        ("A Boat Less\nSkerry Echo | 3 October 2015 | Ann Example\n\n", "Skerry Echo", "A Boat Less"),
        ("A Boat Less\nAnn Example\n3 October 2015\n\n", None, "A Boat Less"),
        ("A Boat Less\nWhat the pier will look like\n\n", None, "A Boat Less"),
    ],
)
def test_mastheads(top, publisher, title):
    (article,) = drafts(f"{top}{A}\n\n{B}\n\n{C}\n")
    assert (article.publisher, article.title) == (publisher, title)
    assert article.text.endswith(f"{A}\n\n{B}\n\n{C}")
