# ruff: noqa: E501 - markup as pages have it
"""Comments inside pages: engines, home-made sections, and pages with repeated blocks that are no comments."""

import pytest

from corpus_tool.ingest.held import held
from corpus_tool.ingest.reading import documents_of
from tests.ingest import comment_pages, comment_pages_engines, comment_pages_more, comment_pages_papers
from tests.ingest.comment_pages import ARTICLE, ONE, THREE, TWO, page

SECTIONS = {
    **comment_pages.SECTIONS,
    **comment_pages_more.SECTIONS,
    **comment_pages_engines.SECTIONS,
    **comment_pages_papers.SECTIONS,
}
UNDATED = {"disqus no script"}
FLAT = (
    {"disqus no script", "german", "spanish"}
    | comment_pages_more.FLAT
    | comment_pages_engines.FLAT
    | comment_pages_papers.FLAT
)
LAST = "most of them have no car to go round by the bridge."


def documents(markup):
    return list(documents_of(held(markup.encode(), "page.html")))


@pytest.mark.parametrize("name", SECTIONS)
def test_each_comment_with_writer_time_and_parent(name):
    article, *comments = documents(page(SECTIONS[name]))
    assert [c.author for c in comments] == ["Ann Example", "Bo Sample", "Cy Test"]
    assert [c.text.removeprefix("@Ann Example ") for c in comments] == [ONE, TWO, THREE]
    days = [(c.published or "none")[:10] for c in comments]
    assert days == (["none"] * 3 if name in UNDATED else ["2015-10-02", "2015-10-03", "2015-10-04"])
    answered = None if name in FLAT else comments[0].id
    assert [c.parent_id for c in comments] == [None, answered, None]
    assert article.text.startswith("The harbour board said")
    assert article.text.endswith(LAST)


LONGER = (
    "<blockquote><p>The seal said nothing to the board.</p></blockquote><p>It is <a href='https://l.example/x'>in the "
    "minutes</a> of May.</p><ul><li>one list item</li><li>another list item</li></ul>"
)


@pytest.mark.parametrize("name", [name for name, section in SECTIONS.items() if f"<p>{TWO}</p>" in section])
def test_all_of_a_longer_comment_is_kept(name):
    _, first, second, third = documents(
        page(SECTIONS[name].replace(f"<p>{TWO}</p>", f"<p>{TWO}</p>{LONGER}"))
    )
    assert [c.author for c in (first, second, third)] == ["Ann Example", "Bo Sample", "Cy Test"]
    assert second.text.startswith(TWO)
    assert second.text.endswith("It is in the minutes of May.\n\n• one list item\n• another list item")
    assert [(second.text[link.start : link.end], link.href) for link in second.links] == [
        ("in the minutes", "https://l.example/x")
    ]
    assert [second.text[q.start : q.end] for q in second.block_quotes] == [
        "The seal said nothing to the board."
    ]
    assert second.kept.links
    assert second.kept.block_quotes


ROWS = ("The bridge is painted again", "A seal in the harbour", "Tickets cost more from May")
INDEX = "".join(
    f"<div class='teaser'><h2><a href='/{n}'>{title}</a></h2><p class='meta'>Ann Example, {n} October 2015, <a href='/{n}#c'>{n} Comments</a></p><p>"
    f"The board met again and spoke of it for two hours, and nothing came of it.</p></div>"
    for n, title in enumerate(ROWS, start=2)
)
TICKER = "<div class='live'>" + "".join(
    f"<div class='entry-live'><time datetime='2015-10-02T1{n}:00:00Z'>1{n}:00</time><h3>{title}</h3><p>The board meets in the old hall, and the "
    f"public stands outside in the rain.</p><a>Share</a></div>"
    for n, title in enumerate(ROWS)
) + "</div>"  # fmt: skip
FIGURES = "<div class='table-responsive'><table>" + "".join(
    f"<tr><td>{n} October 2015</td><td>{300 + n}</td><td>passengers on the early and the late boat</td></tr>" for n in range(1, 6)
) + "</table></div>"  # fmt: skip


LATEST = "<ol class='wp-block-latest-comments'>" + "".join(
    f"<li class='wp-block-latest-comments__comment'><article><footer><a class='wp-block-latest-comments__comment-author'>Ann Example</a> on <a href='/{n}#comment-{n}'>"
    f"{title}</a><time datetime='2015-10-0{n}'>October {n}, 2015</time></footer><div class='wp-block-latest-comments__comment-excerpt'><p>I never saw it, and I "
    f"live right there.</p></div></article></li>"
    for n, title in enumerate(ROWS, start=2)
) + "</ol>"  # fmt: skip
QUESTIONS = "<section itemscope itemtype='https://schema.org/FAQPage'>" + "".join(
    f"<div itemscope itemprop='mainEntity' itemtype='https://schema.org/Question'><h3 itemprop='name'>{title}?</h3><div itemscope itemprop='acceptedAnswer' "
    f"itemtype='https://schema.org/Answer'><div itemprop='text'>The board meets in the old hall, and says so on its door.</div></div></div>"
    for title in ROWS
) + "</section>"  # fmt: skip
VOICES = "<section class='testimonials'><h2>What our readers say</h2>" + "".join(
    f"<div class='testimonial'><blockquote><p>I read it every day on the early boat, number {n}.</p></blockquote><cite>Ann Example, Skerry</cite></div>"
    for n in range(3)
) + "</section>"  # fmt: skip


@pytest.mark.parametrize(
    "section",
    [
        INDEX,
        TICKER,
        FIGURES,
        f"<div class='opinion'><h2>More opinion</h2>{INDEX}</div>",
        f"<aside>{INDEX}</aside>",
        LATEST,
        QUESTIONS,
        VOICES,
    ],
)
def test_repeated_blocks_that_are_no_comments(section):
    (found,) = documents(page(section))
    assert found.kind == "article"
    assert "The harbour board said" in found.text


def test_dated_entries_of_the_article_itself_stay_in_it():
    diary = "".join(
        f"<h3>{n} October 2015</h3><p>The boat lay at the pier all day long, number {n}.</p>"
        for n in range(2, 7)
    )
    (found,) = documents(page("").replace(ARTICLE, ARTICLE + diary))
    assert "number 4" in found.text


def test_a_page_of_many_comments_is_read_in_time():
    many = "<h2>900 Comments</h2><ul>" + comment_pages.PLAIN.partition("<ul>")[2] * 300
    article, *comments = documents(page(many))
    assert len(comments) == 900
    assert article.text.endswith(LAST)


@pytest.mark.parametrize(
    "place",
    [
        "<div id='comments'><h2>1 comment</h2>{}</div>",
        "<h3>1 Kommentar</h3><div>{}</div>",
        "<section class='reacties'>{}<form><textarea></textarea></form></section>",
        "<h3>1 комментарий</h3><div>{}</div>",
    ],
)
def test_the_only_comment_of_a_page(place):
    block = f"<div><p><b>Ann Example</b> <i>2 October 2015, 9:30</i></p><p>{ONE}</p></div>"
    article, comment = documents(page(place.format(block)))
    assert (comment.author, comment.published, comment.text) == ("Ann Example", "2015-10-02T09:30:00", ONE)
    assert article.text.endswith(LAST)


@pytest.mark.parametrize(
    "section",
    [
        f"<div><p><b>Ann Example</b> <i>2 October 2015</i></p><p>{ONE}</p></div>",
        f"<div class='correction'><h3>Correction</h3><p>2 October 2015: {ONE}</p></div>",
        f"<h3>2 comments</h3><div><p><b>Ann Example</b> <i>2 October 2015</i></p><p>{ONE}</p></div>",
        "<div id='comments'><p>Comments closed on 2 October 2015.</p></div>",
    ],
)
def test_one_dated_block_without_a_sign_is_no_comment(section):
    assert [d.kind for d in documents(page(section))] == ["article"]
