"""Layouts with little or no mark-up of comments: guestbooks, wikis' talk pages, lists of one entry, plain forms of threads."""

import pytest

from corpus_tool.ingest.held import held
from corpus_tool.ingest.reading import documents_of
from tests.ingest.comment_pages import ONE, THREE, TWO, page

_PEOPLE = (("Ann Example", 2, ONE), ("Bo Sample", 3, TWO), ("Cy Test", 4, THREE))


def each(form, between=""):
    return between.join(
        form.format(n=n, who=who, page=who.replace(" ", "_"), day=day, text=text)
        for n, (who, day, text) in enumerate(_PEOPLE, start=1)
    )


SIGNED = (
    "{text} --<a href='/wiki/User:{page}'>{who}</a> (<a href='/wiki/User_talk:{page}'>talk</a>) "
    "09:30, {day} October 2015 (UTC)"
)


def signed(number):
    who, day, text = _PEOPLE[number]
    return SIGNED.format(who=who, page=who.replace(" ", "_"), day=day, text=text)


TALK = f"<h2>Figures</h2><p>{signed(0)}</p><dl><dd>{signed(1)}</dd></dl><p>{signed(2)}</p>"
LAYOUTS = {
    "rules": "<h2>Guestbook</h2>" + each("<b>{who}</b> wrote on {day} October 2015:<br>{text}", "<hr>"),
    "rules and paragraphs": "<h2>Guestbook</h2>"
    + each("<p><b>{who}</b>, {day} October 2015 09:30</p><p>{text}</p>", "<hr>"),
    "rules, names below": "<h2>Guest book</h2><hr>"
    + each("<p>{text}</p><p><i>{who}, {day} October 2015</i></p>", "<hr>")
    + "<hr>",
    "a named place with rules": "<div class='guestbook'>"
    + each("<b>{who}</b> ({day} October 2015)<br>{text}", "<hr>")
    + "</div>",
    "rows": "<h2>Guestbook</h2><table>"
    + each("<tr><td><b>{who}</b><br>{day} October 2015</td><td>{text}</td></tr>")
    + "</table>",
    "a row for the head": "<h2>Guestbook</h2><table>"
    + each("<tr><td>{who}</td><td>{day} October 2015</td></tr><tr><td colspan=2>{text}</td></tr>")
    + "</table>",
    "talk": TALK,
    "talk in German": TALK.replace("User_talk:", "Benutzer_Diskussion:")
    .replace("User:", "Benutzer:")
    .replace("<h2>", "<div class='mw-parser-output'></div><h2>")
    .replace("(UTC)", "(CEST)"),
    "talk with linked times": "<div class='mw-parser-output'>"
    + each("<p>" + SIGNED + "</p>")
    .replace("09:30, ", "<a class='time' href='#c'>09:30, ")
    .replace("(UTC)", "(UTC)</a> <span>[<a>reply</a>]</span>")
    + "</div>",
    "shown without scripts": "<div id='disqus_thread'><noscript><ul id='dsq-comments'>"
    + each(
        "<li class='dsq-comment' id='dsq-comment-{n}'><div class='dsq-comment-header'><cite>{who}</cite></div>"
        "<div class='dsq-comment-body'><div class='dsq-comment-message'><p>{text}</p></div></div></li>"
    )
    + "</ul></noscript></div>",
}


def documents(section):
    article, *comments = documents_of(held(page(section).encode(), "page.html"))
    return article, comments


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_comment_of_a_bare_layout(name):
    article, comments = documents(LAYOUTS[name])
    assert [(c.author, c.text) for c in comments] == [(who, text) for who, _, text in _PEOPLE]
    days = [(c.published or "")[:10] for c in comments]
    assert days == (["2015-10-02", "2015-10-03", "2015-10-04"] if "scripts" not in name else [""] * 3)
    assert "Who counted" not in article.text


def test_an_answer_on_a_talk_page_stands_under_what_it_is_set_in_below():
    _, (first, second, third) = documents(TALK)
    assert [c.parent_id for c in (first, second, third)] == [None, first.id, None]
    assert first.published == "2015-10-02T09:30:00Z"


def test_a_signed_comment_of_two_paragraphs():
    _, comments = documents(f"<h2>Figures</h2><p>I went to look.</p><p>{signed(0)}</p><p>{signed(1)}</p>")
    assert [c.text for c in comments] == [f"I went to look.\n\n{ONE}", TWO]


@pytest.mark.parametrize(
    "section",
    [
        f"<h3>1 Comment</h3><ol><li><p>Ann Example</p><p>{ONE}</p><p>2 October 2015</p></li></ol>",
        f"<h3>1 Comment</h3><ul><li><b>Ann Example</b><p>{ONE}</p></li></ul>",
        f"<h3>Comments</h3><ol><li><b>Ann Example</b> 2 October 2015<p>{ONE}</p></li></ol>",
    ],
)
def test_the_one_entry_of_a_list_without_marks(section):
    article, comments = documents(section)
    assert [(c.author, c.text) for c in comments] == [("Ann Example", ONE)]
    assert "Who counted" not in article.text


ROW = "The board met again for two hours and nothing came of it"


@pytest.mark.parametrize(
    "section",
    [
        "<section class='feedback'><h2>Latest news</h2>"
        + each(
            "<div class='item'><h3><a href='/{n}'>The bridge number {n} is painted</a></h3><i>{day} October 2015</i><p>"
            + ROW
            + " {n}.</p></div>"
        )
        + "</section>",
        "<div class='debate'><ul>"
        + each(
            "<li><a href='/{n}'>The bridge number {n} is painted again</a> <time datetime='2015-10-0{day}'>{day} October 2015</time><p>"
            + ROW
            + " {n}.</p></li>"
        )
        + "</ul></div>",
        "<h2>News</h2>" + each("<p><b>A seal {n}</b>, {day} October 2015</p><p>" + ROW + " {n}.</p>", "<hr>"),
        "<h2>Minutes</h2>" + each("<p>" + ROW + " at 09:3{n}, {day} October 2015 {n}.</p>"),
        "<div class='mw-parser-output'>"
        + each("<p>" + ROW + " on 09:30, {day} October 2015 (UTC)</p>")
        + "</div>",
        "<h3>Comments</h3><ul><li>Comments are closed since the end of May, and nobody knows when they come back to us.</li></ul>",
        f"<h3>Notes</h3><ul><li><b>Ann Example</b> 2 October 2015<p>{ONE}</p></li></ul>",
        f"<noscript><p>{ONE}</p></noscript>",
    ],
)
def test_what_looks_like_it_and_holds_no_comment(section):
    _, comments = documents(section)
    assert comments == []
