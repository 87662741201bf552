"""Text copied from pages: article, furniture, comments, two articles in one file."""

from corpus_tool.ingest.pasted import read_page
from corpus_tool.ingest.textbuild import RichText

PARAGRAPH = (
    "The council of Harbourtown voted on Monday to charge four euros from every car that crosses the old bridge, "
    "and said that the money will pay for a new one within nine years. "
)


def drafts(text):
    return list(read_page(RichText(text)))


def test_title_byline_and_date_are_read_and_furniture_is_left_out():
    page = (
        "Bridge Levy Will Pay For Itself, Council Says\n\nPosted by Ann Example\n5th May 2016\n\nShare this\n\n"
        f"{PARAGRAPH}\n\nSign up for our newsletter\n\nYou may also like\n\nTen Bridges To See\n3rd May 2016\n"
    )
    (article,) = drafts(page)
    assert (article.title, article.author, article.published) == (
        "Bridge Levy Will Pay For Itself, Council Says",
        "Ann Example",
        "2016-05-05",
    )
    assert article.text == PARAGRAPH.strip()
