# ruff: noqa: E501, ARG005 - markup as engines and papers write it, one maker for all of them
"""Comment sections of further themes, papers and years. The same three comments as in `comment_pages`."""

from tests.ingest.comment_pages import ONE, THREE, TWO
from tests.ingest.comment_pages_more import each, nested

# fmt: off
SECTIONS = {
    "wordpress, theme of 2010": "<div id='comments'><h3 id='comments-title'>3 Responses to <em>A boat less</em></h3><ol class='commentlist'>" + nested(
        lambda n, w, d, t, i: f"<li class='comment even' id='li-comment-{n}'><div id='comment-{n}'><div class='comment-author vcard'><img class='avatar' src=a.png> <cite class='fn'><a href='#' class='url'>{w}</a></cite> <span class='says'>says:</span></div><div class='comment-meta commentmetadata'><a href='#comment-{n}'>October {d}, 2015 at 9:30 am</a></div><div class='comment-body'><p>{t}</p></div><div class='reply'><a class='comment-reply-link'>Reply</a></div></div>{f'<ul class=children>{i}</ul>' if i else ''}</li>"
    ) + "</ol></div>",
    "genesis": "<div class='entry-comments' id='comments'><h3>Comments</h3><ol class='comment-list'>" + nested(
        lambda n, w, d, t, i: f"<li class='comment depth-1' id='comment-{n}'><article id='article-comment-{n}' itemprop='comment' itemscope itemtype='https://schema.org/Comment'><header class='comment-header'><p class='comment-author' itemprop='author' itemscope itemtype='https://schema.org/Person'><img class=avatar><span itemprop='name'>{w}</span> <span class='says'>says</span></p><p class='comment-meta'><time class='comment-time' datetime='2015-10-0{d}T09:30:00+00:00' itemprop='datePublished'><a class='comment-time-link' href='#'>October {d}, 2015 at 9:30 am</a></time></p></header><div class='comment-content' itemprop='text'><p>{t}</p></div><div class='comment-reply'><a>Reply</a></div></article>{f'<ul class=children>{i}</ul>' if i else ''}</li>"
    ) + "</ol></div>",
    "thesis": "<div id='comments'><div class='comments_intro'><p><span>3</span> comments… read them below or <a>add one</a></p></div><dl id='comment_list'>" + each(
        lambda n, w, d, t, _: f"<dt class='comment even' id='comment-{n}'><a class='avatar'></a><span class='comment_author'>{w}</span> <span class='comment_time'><a href='#comment-{n}' rel='nofollow'>October {d}, 2015 at 9:30 am</a></span> <a class='comment_permalink'></a></dt><dd class='comment even'><div class='format_text' id='comment-body-{n}'><p>{t}</p><p class='reply'><a>Reply</a></p></div></dd>"
    ) + "</dl></div>",
    "newspaper theme": "<div class='comments' id='comments'><div class='td-comments-title-wrap'><h4 class='td-comments-title block-title'><span>3 COMMENTS</span></h4></div><ol class='comment-list'>" + nested(
        lambda n, w, d, t, i: f"<li class='comment' id='comment-{n}'><article><footer><img class=avatar><cite>{w}</cite><a class='comment-link' href='#comment-{n}'><time pubdate='{n}'>October {d}, 2015 At 9:30 am</time></a></footer><div class='comment-content'><p>{t}</p></div><div class='comment-meta'><a class='comment-reply-link'>Reply</a></div></article>{f'<ul class=children>{i}</ul>' if i else ''}</li>"
    ) + "</ol></div>",
    "block theme without depths": "<div class='wp-block-comments'><h2>3 responses</h2><ol class='wp-block-comment-template'>" + nested(
        lambda n, w, d, t, i: f"<li id='comment-{n}' class='comment'><div class='wp-block-group'><div class='wp-block-comment-author-name'>{w}</div><div class='wp-block-comment-date'><time datetime='2015-10-0{d}T09:30:00+00:00'>Oct {d}, 2015</time></div><div class='wp-block-comment-content'><p>{t}</p></div><div class='wp-block-comment-reply-link'><a>Reply</a></div></div>{f'<ol>{i}</ol>' if i else ''}</li>"
    ) + "</ol></div>",
    "disqus, later": "<div id='disqus_thread'><section id='conversation'><ul id='post-list' class='post-list'>" + nested(
        lambda n, w, d, t, i: f"<li class='post' id='post-{n}00'><div role='alert'></div><div data-role='post-content' class='post-content'><div class='indicator'></div><div class='avatar hovercard'><a class='user'><img></a></div><div class='post-body'><header class='comment__header'><span class='post-byline'><span class='author publisher-anchor-color'><a href='#'>{w}</a></span></span><span class='post-meta'><span class='bullet time-ago-bullet'>•</span><a href='#c' class='time-ago' title='Friday, October {d}, 2015 9:30 AM'>6 years ago</a></span></header><div class='post-body-inner'><div class='post-message-container'><div class='publisher-anchor-color'><div class='post-message'><div><p>{t}</p></div></div></div></div></div><footer class='comment__footer'><menu><li class='voting'><a>2</a></li><li class='reply'><a><span class='text'>Reply</span></a></li><li class='share'>Share ›</li></menu></footer></div></div><ul class='children'>{i}</ul></li>"
    ) + "</ul></section></div>",
    "hacker news": "<table class='comment-tree'>" + each(
        lambda n, w, d, t, dep: f"<tr class='athing comtr' id='90{n}'><td><table border=0><tr><td class='ind' indent='{dep}'><img src='s.gif' height=1 width='{40*dep}'></td><td valign=top class=votelinks><center><a id=up_{n}><div class=votearrow></div></a></center></td><td class='default'><div style='margin-top:2px'><span class='comhead'><a href='user?id=x' class='hnuser'>{w}</a> <span class='age' title='2015-10-0{d}T09:30:00'><a href='item?id=90{n}'>6 years ago</a></span> <span class='navs'>| <a>next</a> <a class='togg'>[–]</a></span></span></div><br><div class='comment'><div class='commtext c00'>{t}</div><div class='reply'><p><font size=1><u><a>reply</a></u></font></div></div></td></tr></table></td></tr>"
    ) + "</table>",
    "lobsters": "<ol class='comments comments1'>" + nested(
        lambda n, w, d, t, i: f"<li class='comments_subtree'><input id='comment_folder_ab{n}' class='comment_folder_button' type=checkbox><div id='c_ab{n}' data-shortid='ab{n}' class='comment'><div class='voters'><a class=upvoter></a></div><div class='details'><div class='byline'><label class='comment_folder'></label><a href='/~x'><img class=avatar></a> <a href='/~x'>{w}</a> <a href='#c_ab{n}'><time title='2015-10-0{d} 09:30:00' datetime='2015-10-0{d} 09:30:00'>6 years ago</time></a> | <a>link</a> | <a>flag</a></div><div class='comment_text'><p>{t}</p></div></div></div><ol class='comments'>{i}</ol></li>"
    ) + "</ol>",
    "numbered classes, lists": "<div id='commentsContainer' class='css-1e60017'><div class='css-y3k4'><h3>3 Comments</h3></div><div><ol class='css-hqisq1'>" + nested(
        lambda n, w, d, t, i: f"<li class='css-mt7x'><div class='css-1vg6q84'><div class='css-199z855'><div><span class='css-1baulvz'>{w}</span></div><div><span class='css-2fg4z9'>Skerry</span><span class='css-233int'>Oct. {d}, 2015</span></div></div><div class='css-1ep7e7p'><p class='css-2svcn1'>{t}</p></div><div><button>Reply</button><button>12 Recommend</button><button>Share</button><button>Flag</button></div></div><ol class='css-hq'>{i}</ol></li>"
    ) + "</ol></div></div>",
    "tabloid, nested": "<div id='reader-comments' class='reader-comments'><h3>Comments <span>(3)</span></h3><div class='dm-tabs'>Newest Oldest Best rated Worst rated</div>" + nested(
        lambda n, w, d, t, i: f"<div class='comment' id='comment-{n}9'><p class='user-info'><a class='js-usr' href='#'>{w}</a>, Skerry, United Kingdom, <span>6 years ago</span><time datetime='2015-10-0{d}T09:30'></time></p><p class='comment-body comment-text'>{t}</p><div class='rating'><span class='rating-up'>23</span><span class='rating-down'>4</span><a>Click to rate</a></div><div class='replies'>{i}</div></div>"
    ) + "</div>",
    "utility classes, german": "<section data-area='comments'><h2>Diskutieren Sie mit</h2><div class='lg:mt-24'>" + nested(
        lambda n, w, d, t, i: f"<div class='pb-16' data-target-id='c{n}'><header><div class='font-bold'>{w}</div><div class='text-s'>0{d}.10.2015, 09.30 Uhr</div></header><div class='leading-loose'>{t}</div><footer><button>Antworten</button><button>Melden</button></footer><div class='pl-24'>{i}</div></div>"
    ) + "</div></section>",
    "weekly, german": "<section class='comment-section js-comments' id='comments'><div class='comment-section__head'><span>3 Kommentare</span></div><div class='comment-section__body'>" + each(
        lambda n, w, d, t, dep: f"<article class='comment {'js-comment-toplevel' if not dep else 'comment--indented'}' id='cid-{n}77'><div class='comment__container'><div class='comment-meta'><img class='comment-meta__image'><div class='comment-meta__name'><a href='#'>{w}</a></div><a class='comment-meta__date' href='#cid-{n}77'>#{n} &nbsp;—&nbsp; {d}. Oktober 2015, 9:30 Uhr</a></div><div class='comment__body'><p>{t}</p></div><div class='comment__reactions'><a class='comment__reaction js-reply-to-comment'>Antworten</a> <a>Melden</a></div></div></article>"
    ) + "</div></section>",
    "sections, french": "<section id='comments' class='js-comments'><h2>Contributions</h2>" + nested(
        lambda n, w, d, t, i: f"<section class='comment comment--v2 ' id='comment-{n}88'><div class='comment__header'><h3 class='comment__author'>{w}</h3><span class='comment__date'>Publié le 0{d} octobre 2015 à 09h30</span></div><p class='comment__content'>{t}</p><ul class='comment__tools'><li>Signaler</li><li>Répondre</li></ul>{i}</section>"
    ) + "</section>",
    "nested quotations": "<h3>Comments</h3>"+f"<p><b>Ann Example</b>, October 2, 2015:<br>{ONE}</p><blockquote><p><b>Bo Sample</b>, October 3, 2015:<br>{TWO}</p></blockquote><p><b>Cy Test</b>, October 4, 2015:<br>{THREE}</p>",
    "amp": "<section class='amp-wp-comments-list'><h3>3 Comments</h3><ul>" + each(
        lambda n, w, d, t, _: f"<li class='amp-comment'><div class='amp-comment-head'><amp-img></amp-img><span class='amp-comment-author'>{w}</span><time datetime='2015-10-0{d}T09:30:00Z'>Oct {d}</time></div><div class='amp-comment-text'><p>{t}</p></div></li>"
    ) + "</ul></section>",
    "members, test ids": "<section class='gh-comments'><h2>Member discussion</h2>" + nested(
        lambda n, w, d, t, i: f"<div class='mb-7 flex-row' data-testid='comment-component'><div class='grow'><div class='mb-2'><h4 class='font-sans font-bold'>{w}</h4><div class='flex items-baseline'><span title='{d} October 2015, 09:30'>{d} Oct 2015</span></div></div><div class='gh-comment-content'><p>{t}</p></div><div class='flex gap-4'><button>4</button><button data-testid='reply-button'>Reply</button></div><div class='mt-9'>{i}</div></div></div>"
    ) + "</section>",
    "drupal 7": "<div id='comments' class='comment-wrapper'><h2 class='title'>Comments</h2>"+f"<a id='comment-1'></a><div class='comment clearfix'><h3><a>Boats</a></h3><div class='submitted'>Submitted by <span class='username'>Ann Example</span> on Fri, 10/02/2015 - 09:30</div><div class='content'><div class='field field-name-comment-body'><p>{ONE}</p></div></div><ul class='links'><li class='comment-reply'><a>reply</a></li></ul></div><div class='indented'><a id='comment-2'></a><div class='comment clearfix'><h3><a>Office</a></h3><div class='submitted'>Submitted by <span class='username'>Bo Sample</span> on Sat, 10/03/2015 - 09:30</div><div class='content'><div class='field field-name-comment-body'><p>{TWO}</p></div></div><ul class='links'><li><a>reply</a></li></ul></div></div><a id='comment-3'></a><div class='comment clearfix'><h3><a>Aunt</a></h3><div class='submitted'>Submitted by <span class='username'>Cy Test</span> on Sun, 10/04/2015 - 09:30</div><div class='content'><div class='field field-name-comment-body'><p>{THREE}</p></div></div><ul class='links'><li><a>reply</a></li></ul></div></div>",
    "komento": "<div id='section-kmt' class='theme-kuro'><h3 class='kmt-title'>Comments <span class='commentCounter'>(3)</span></h3><ul class='kmt-list reset-child'>" + each(
        lambda n, w, d, t, dep: f"<li id='kmt-{n}' class='kmt-item kmt-child-{dep} kmt-published' depth='{dep}' parentid='kmt-{1 if dep else 0}' itemscope itemtype='http://schema.org/UserComments' style='margin-left:{20*dep}px'><div class='kmt-wrap'><div class='kmt-avatar'></div><div class='kmt-content'><div class='kmt-head'><span class='kmt-author' itemprop='creator' itemscope><span itemprop='name'>{w}</span></span> <span class='kmt-time'><time itemprop='commentTime' datetime='2015-10-0{d}T09:30:00+00:00'>6 years ago</time></span></div><div class='kmt-body'><div class='kmt-text' itemprop='commentText'><p>{t}</p></div></div><div class='kmt-foot'><a class='kmt-reply'>Reply</a></div></div></div></li>"
    ) + "</ul></div>",
    "paragraph heads": "<div role='dialog'><h2>Responses (3)</h2><div>" + each(
        lambda n, w, d, t, _: f"<div class='ab ca'><div class='hz'><div class='ab'><a href='/@x'><img alt='{w}'></a><div><a class='af' href='/@x'><p class='be b'>{w}</p></a><a href='#'><p class='be du'>Oct {d}, 2015</p></a></div></div></div><div class='pre'><pre class='qw'><div>{t}</div></pre></div><div class='fo'><button>4</button><p><button>Reply</button></p></div></div>"
    ) + "</div></div>",
    "signed below": "<h2><a id='comments'></a>Comments</h2>" + each(
        lambda n, w, d, t, _: f"<a id='c11{n}'></a><p>{t}</p><p class='posted'>Posted by: <a href='#'>{w}</a> | <a href='#c11{n}'>October 0{d}, 2015 at 09:30 AM</a></p>"),
    "plain definitions": "<h2>Reader comments</h2><dl>" + each(
        lambda n, w, d, t, _: f"<dt>{w} ({d} October 2015, 09:30)</dt><dd>{t}</dd>"
    ) + "</dl>",
    "techdirt, later": "<section class='comments-container'><h2 class='comments-title'>Comments on “A boat less”</h2><ol class='comment-list'>" + nested(
        lambda n, w, d, t, i: f"<li id='comment-{n}3' class='comment depth-1'><article id='div-comment-{n}3' class='comment-body'><footer class='comment-meta'><div class='comment-author vcard'><b class='fn'>{w}</b> <span class='says'>(profile)</span> says:</div><div class='comment-metadata'><a href='#'><time datetime='2015-10-0{d}T09:30:00-07:00'>October {d}, 2015 at 9:30 am</time></a></div></footer><div class='comment-content'><p>{t}</p></div><div class='reply'><a>Reply</a><a>View in chronology</a><span>Make this comment the <b>first word</b></span></div></article>{f'<ol class=children>{i}</ol>' if i else ''}</li>"
    ) + "</ol></section>",
    "no classes": "<div><h4>3 comments</h4>" + nested(
        lambda n, w, d, t, i: f"<div><div><strong>{w}</strong> · <span>{d} Oct 2015</span></div><div>{t}</div><div><a>Reply</a> <a>Like</a></div><div>{i}</div></div>"
    ) + "</div>",
    "polish": "<div class='k_komentarze'><h3>Komentarze (3)</h3>" + nested(
        lambda n, w, d, t, i: f"<div class='k_commentBox'><div class='k_head'><span class='k_nick'>~{w}</span><span class='k_date'>{d} paź 2015 09:30</span></div><div class='k_txt'>{t}</div><div class='k_btns'><a>odpowiedz</a> <a>zgłoś</a></div><div class='k_replies'>{i}</div></div>"
    ) + "</div>",
    "dutch": "<section class='reacties'><h2>3 reacties</h2>" + each(
        lambda n, w, d, t, _: f"<div class='reactie'><p class='wie'>{w} op {d} oktober 2015 om 09:30</p><div class='tekst'>{t}</div><a>Reageer</a></div>"
    ) + "</section>",
    "italian": "<div id='commenti'><h3>3 commenti</h3>" + each(
        lambda n, w, d, t, _: f"<div class='commento'><div class='autore'>{w}</div><div class='quando'>{d} ottobre 2015 alle 09:30</div><div class='testo'>{t}</div><a>Rispondi</a></div>"
    ) + "</div>",
    "russian": "<div class='comments'><h3>Комментарии (3)</h3>" + each(
        lambda n, w, d, t, _: f"<div class='cmt'><b class='nick'>{w}</b> <i class='dt'>0{d}.10.2015 09:30</i><div class='tx'>{t}</div><a>Ответить</a></div>"
    ) + "</div>",
    "embedded topic": "<section class='embed-topic'><header><h3>3 replies</h3></header>" + each(
        lambda n, w, d, t, _: f"<article class='post' id='post-{n}' data-post-id='{n}4'><div class='post-date'><a href='#' class='post-date' title='2015-10-0{d} 09:30:00 UTC'>Oct {d}, 2015</a></div><a class='username' href='/u/x'>{w}</a><div class='author'><img></div><div class='cooked'><p>{t}</p></div></article>"
    ) + "</section>",
    "guardian, later": "<section id='comments'><h2>Comments (3)</h2><ul>" + nested(
        lambda n, w, d, t, i: f"<li><div id='comment-{n}44' data-testid='x'><div class='dcr-1'><a href='https://profile.example/x'>{w}</a><time datetime='2015-10-0{d}T09:30:00.000Z' data-locale>{d} Oct 2015 09.30</time></div><div class='dcr-2'><p>{t}</p></div><div class='dcr-3'><button>Reply</button><button>Share</button><button>Report</button></div></div><ul class='dcr-x'>{i}</ul></li>"
    ) + "</ul></section>",
}
# fmt: on
FLAT = frozenset(
    (
        "thesis",
        "weekly, german",
        "amp",
        "paragraph heads",
        "signed below",
        "plain definitions",
        "dutch",
        "italian",
        "russian",
        "embedded topic",
    )
)
"""Pages that do not show who answers whom."""
