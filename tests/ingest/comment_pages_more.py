# ruff: noqa: E501, ARG005 - markup as engines write it, one maker for all of them
"""More comment sections: home-made ones and engines of other years. The same three comments as in `comment_pages`."""

from tests.ingest.comment_pages import ONE, THREE, TWO

_FLAT = ((1, "Ann Example", 2, ONE, 0), (2, "Bo Sample", 3, TWO, 1), (3, "Cy Test", 4, THREE, 0))


def each(make) -> str:
    """The three comments side by side; the maker is told number, writer, day, words and depth."""
    return "".join(make(*one) for one in _FLAT)


def nested(make) -> str:
    """The second comment inside the first; the maker is told number, writer, day, words and what is inside."""
    inner = make(2, "Bo Sample", 3, TWO, "")
    return make(1, "Ann Example", 2, ONE, inner) + make(3, "Cy Test", 4, THREE, "")


DEFINITIONS = "<h3>Comments</h3><dl>" + each(
    lambda n, who, day, text, _: f"<dt><b>{who}</b> wrote on {day} October 2015 at 9:30:</dt><dd><p>{text}</p></dd>"
) + "</dl>"  # fmt: skip

HEADINGS = "<h2>Comments (3)</h2>" + each(
    lambda n, who, day, text, _: f"<h4>{who}, {day} October 2015</h4><p>{text}</p>"
)

PARAGRAPHS = "<div id='readers'><h2>Readers' comments</h2>" + each(
    lambda n, who, day, text, _: f"<p><strong>{who}</strong> ({day} October 2015, 9:30)<br>{text}</p>"
) + "</div>"  # fmt: skip

TABLE = "<h3>3 comments</h3><table class='guest'>" + each(
    lambda n, who, day, text, _: f"<tr><td class='left'><b>{who}</b><br>{day} October 2015 09:30</td><td class='right'>{text}</td></tr>"
) + "</table>"  # fmt: skip

INDENTED = "<section class='discussion'><h2>3 responses</h2>" + each(
    lambda n, who, day, text, depth: f"<div class='r-item' style='margin-left:{30 * depth}px'><span class='r-who'>{who}</span>"
    f"<span class='r-when'>{day} Oct 2015 9:30</span><div class='r-says'>{text}</div><a>Reply</a></div>"
) + "</section>"  # fmt: skip

UTTERANCES = "<div class='timeline'>" + each(
    lambda n, who, day, text, _: f"<article class='timeline-comment'><div class='comment'><header class='comment-header'><span class='comment-meta'>"
    f"<a class='text-link' href='https://g.example/{n}'><strong>{who}</strong></a> commented <a class='text-link' href='#'><time datetime='2015-10-0{day}T09:30:00Z'>"
    f"on Oct {day}</time></a></span></header><div class='markdown-body markdown-body-scrollable'><p>{text}</p></div></div></article>"
) + "</div>"  # fmt: skip

ISSO = "<section id='isso-thread'><h4 class='isso-thread-heading'>3 Comments</h4><div id='isso-root'>" + nested(
    lambda n, who, day, text, inner: f"<div class='isso-comment' id='isso-{n}'><div class='isso-avatar'></div><div class='isso-text-wrapper'><div "
    f"class='isso-comment-header'><span class='isso-author'>{who}</span><span class='isso-spacer'>•</span><a class='isso-permalink' href='#isso-{n}'><time "
    f"title='2015-10-0{day}T09:30:00.000Z' datetime='2015-10-0{day}T09:30:00.000Z'>6 years ago</time></a></div><div class='isso-text'><p>{text}</p></div>"
    f"<div class='isso-comment-footer'><a class='isso-reply' href='#'>Reply</a></div></div><div class='isso-follow-up'>{inner}</div></div>"
) + "</div></section>"  # fmt: skip

COMMENTO = "<div id='commento'><div class='commento-main-area'><div class='commento-comments'>" + nested(
    lambda n, who, day, text, inner: f"<div id='commento-comment-card-{n}' class='commento-card'><div class='commento-header'><div class='commento-options'>"
    f"<button title='Reply'></button></div><div class='commento-avatar'>{who[0]}</div><a class='commento-name'>{who}</a><div class='commento-subtitle'>"
    f"<div class='commento-score'>1 point</div><div class='commento-timeago' title='Fri Oct 0{day} 2015 09:30:00 GMT+0000'>6 years ago</div></div></div><div "
    f"id='commento-comment-contents-{n}'><div class='commento-body'><p>{text}</p></div></div><div class='commento-card-children'>{inner}</div></div>"
) + "</div></div></div>"  # fmt: skip

REMARK = "<div id='remark42'><div class='root__threads' role='list'>" + nested(
    lambda n, who, day, text, inner: f"<div class='thread'><article class='comment comment_theme_light' id='remark42__comment-{n}' style=''><div "
    f"class='comment__info'><span class='comment__username'>{who}</span><a class='comment__time' href='#'>{day} October 2015 at 9:30</a></div><div "
    f"class='comment__body'><div class='comment__text raw-content'><p>{text}</p></div><div class='comment__actions'><button class='comment__action'>Reply"
    f"</button></div></div></article>{inner}</div>"
) + "</div></div>"  # fmt: skip

OLD_REDDIT = "<div class='commentarea'><div class='sitetable nestedlisting'>" + nested(
    lambda n, who, day, text, inner: f"<div class='thing id-t1_c{n} noncollapsed comment' id='thing_t1_c{n}' data-author='{who}'><div class='midcol'></div>"
    f"<div class='entry unvoted'><p class='tagline'><a class='expand'>[–]</a><a class='author may-blank' href='#'>{who}</a><span class='score unvoted'>4 points"
    f"</span> <time title='Fri Oct {day} 09:30:00 2015 UTC' datetime='2015-10-0{day}T09:30:00+00:00' class='live-timestamp'>6 years ago</time></p><form "
    f"class='usertext'><div class='usertext-body'><div class='md'><p>{text}</p></div></div></form><ul class='flat-list buttons'><li><a>permalink</a></li>"
    f"<li><a>reply</a></li></ul></div><div class='child'><div class='sitetable listing'>{inner}</div></div></div>"
) + "</div></div>"  # fmt: skip

QUESTIONS = "<div id='answers'><h2>Comments</h2><ul class='comments-list js-comments-list'>" + each(
    lambda n, who, day, text, _: f"<li id='comment-{n}' class='comment js-comment' data-comment-id='{n}'><div class='comment-score'><span>2</span></div><div "
    f"class='comment-text'><div class='comment-body'><span class='comment-copy'>{text}</span> – <a href='#' class='comment-user'>{who}</a> <span "
    f"class='comment-date'><a href='#'><span title='2015-10-0{day} 09:30:00Z' class='relativetime-clean'>Oct {day}, 2015 at 9:30</span></a></span></div></div></li>"
) + "</ul></div>"  # fmt: skip

GUARDIAN_LIKE = "<div class='d-discussion'><ul class='d-thread d-thread--comments'>" + nested(
    lambda n, who, day, text, inner: f"<li id='comment-{n}' class='d-comment d-comment--top-level' itemscope itemtype='http://schema.org/Comment' "
    f"data-comment-id='{n}' data-comment-author='{who}'><div class='d-comment__inner'><div class='d-comment__meta'><span class='d-comment__author' "
    f"itemprop='author'><a href='#'>{who}</a></span><a class='d-comment__timestamp' href='#'><time itemprop='dateCreated' datetime='2015-10-0{day}T09:30:00Z'>"
    f"{day} Oct 2015 9:30</time></a></div><div class='d-comment__body' itemprop='text'><p>{text}</p></div><div class='d-comment__actions'><button>Reply"
    f"</button></div></div><ul class='d-thread d-thread--responses'>{inner}</ul></li>"
) + "</ul></div>"  # fmt: skip

KOMMENTARE = "<div class='forum-block'><h3>Kommentare</h3>" + each(
    lambda n, who, day, text, _: f"<div class='beitrag'><div class='kopf'>#{n} <span>{who}</span> 0{day}.10.2015 | 09:30 Uhr</div><div class='inhalt'>{text}"
    f"</div><div class='fuss'><a>Beitrag melden</a></div></div>"
) + "</div>"  # fmt: skip

HASHED = "<div class='css-1x9'><h2 class='css-7aa'>Comments <span>3</span></h2>" + nested(
    lambda n, who, day, text, inner: f"<div class='css-2b{n}'><div class='css-9kk'><span class='css-u1'>{who}</span><span class='css-u2'>Oct. {day}, 2015"
    f"</span></div><p class='css-q7'>{text}</p><div class='css-zz'><button>Recommend</button><button>Reply</button></div><div class='css-in'>{inner}</div></div>"
) + "</div>"  # fmt: skip

SECTIONS = {
    "definitions": DEFINITIONS,
    "headings": HEADINGS,
    "paragraphs": PARAGRAPHS,
    "table": TABLE,
    "indented": INDENTED,
    "utterances": UTTERANCES,
    "isso": ISSO,
    "commento": COMMENTO,
    "remark42": REMARK,
    "old reddit": OLD_REDDIT,
    "stack exchange": QUESTIONS,
    "guardian": GUARDIAN_LIKE,
    "kommentare": KOMMENTARE,
    "hashed classes": HASHED,
}
FLAT = frozenset(
    ("definitions", "headings", "paragraphs", "table", "utterances", "stack exchange", "kommentare")
)
"""Pages that do not show who answers whom."""
