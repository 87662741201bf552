# ruff: noqa: E501 - markup as engines write it, one maker for all of them
"""Comment sections as engines write them: each holds the same three comments, the second answering the first.

The markup follows each engine's own; words and people are made up.
"""

ONE = "Who counted the boats? I live at the pier and saw only two of them all summer."
TWO = "The harbour office counted them, and its list hangs beside the ticket booth."
THREE = "My aunt took the early ferry for thirty years and it was never once full."
"""Words of the comments by Ann Example, Bo Sample and Cy Test, of 2, 3 and 4 October 2015."""

ARTICLE = (
    "<h1>A boat less</h1><p>The harbour board said on Friday that the ferry to Skerry will stop at the end of the month, "
    "because the boat needs a new engine and nobody has offered to pay for it.</p><p>About 340 people take the ferry on a "
    "working day, the board's own count shows, and most of them have no car to go round by the bridge.</p>"
)


def page(section: str, *, head: str = "", menu: str = "") -> str:
    """A page with an article above a comment section."""
    return (
        f"<!DOCTYPE html><html><head><title>A boat less | Skerry Echo</title>{head}</head><body>"
        f'<div id="header"><a href="/">Skerry Echo</a></div><ul class="menu"><li><a href="/news">News</a></li>'
        f'<li><a href="/sport">Sport</a></li></ul>{menu}<div id="content"><article class="entry">{ARTICLE}</article>{section}</div>'
        "<div id='sidebar'><h3>Most read</h3><ul><li><a href='/1'>The bridge is painted again</a></li><li><a href='/2'>A seal in "
        "the harbour</a></li></ul></div><div id='footer'><p>© 2015 Skerry Echo. All rights reserved.</p></div></body></html>"
    )


def _wordpress(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<li id="comment-{number}" class="comment even thread-even depth-{1 + (number == 2)}"><article id="div-comment-{number}" '
        f'class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><img alt="" src="a.png" class="avatar">'
        f'<b class="fn"><a href="https://{name[0]}.example" class="url" rel="external nofollow">{name}</a></b> <span class="says">says:</span>'
        f'</div><div class="comment-metadata"><a href="#comment-{number}"><time datetime="2015-10-0{day}T09:30:00+00:00">October {day}, 2015 '
        f'at 9:30 am</time></a></div></footer><div class="comment-content"><p>{text}</p></div><div class="reply"><a class="comment-reply-link" '
        f'href="#respond">Reply</a></div></article>{inner}</li>'
    )


WORDPRESS = (
    '<div id="comments" class="comments-area"><h2 class="comments-title">3 thoughts on &#8220;A boat less&#8221;</h2><ol class="comment-list">'
    + _wordpress(1, "Ann Example", 2, ONE, f'<ol class="children">{_wordpress(2, "Bo Sample", 3, TWO)}</ol>')
    + _wordpress(3, "Cy Test", 4, THREE)
    + '</ol><div id="respond" class="comment-respond"><h3 id="reply-title">Leave a Reply</h3><form><p class="comment-notes">Your email '
    'address will not be published.</p><p><textarea></textarea></p><input type="submit" value="Post Comment"></form></div></div>'
)


def _disqus(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<li class="post" id="post-{number}"><div class="post-content"><div class="avatar"><a href="#"><img src="a.png"></a></div>'
        f'<div class="post-body"><header><span class="post-byline"><span class="author publisher-anchor-color"><a href="#">{name}</a></span>'
        f'</span><span class="post-meta"><a class="time-ago" href="#" title="2015-10-0{day}T09:30:00">6 years ago</a></span></header>'
        f'<div class="post-body-inner"><div class="post-message-container"><div class="post-message"><p>{text}</p></div></div></div>'
        f'<footer><ul><li class="voting"><a>3</a></li><li class="reply"><a><span>Reply</span></a></li><li>Share ›</li></ul></footer></div></div>'
        f'<ul class="children">{inner}</ul></li>'
    )


DISQUS = (
    '<div id="disqus_thread"><div id="conversation"><section id="posts"><ul id="post-list" class="post-list">'
    + _disqus(1, "Ann Example", 2, ONE, _disqus(2, "Bo Sample", 3, TWO))
    + _disqus(3, "Cy Test", 4, THREE)
    + "</ul></section></div></div>"
)


def _no_script(number: int, name: str, day: int, text: str) -> str:
    return (
        f'<li id="dsq-comment-{number}"><div id="dsq-comment-header-{number}" class="dsq-comment-header"><cite id="dsq-cite-{number}">'
        f'<span id="dsq-author-user-{number}">{name}</span></cite></div><div id="dsq-comment-body-{number}" class="dsq-comment-body">'
        f'<div id="dsq-comment-message-{number}" class="dsq-comment-message"><p>{text}</p></div></div></li>'
    )


DISQUS_NO_SCRIPT = (
    '<div id="disqus_thread"><div id="dsq-content"><ul id="dsq-comments">'
    + _no_script(1, "Ann Example", 2, ONE)
    + _no_script(2, "Bo Sample", 3, TWO)
    + _no_script(3, "Cy Test", 4, THREE)
    + "</ul></div></div>"
)


def _blogger(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<li class="comment" id="c{8000000000000000 + number}"><div class="avatar-image-container"><img src="a.png"></div><div '
        f'class="comment-block"><div class="comment-header"><cite class="user"><a href="#" rel="nofollow">{name}</a></cite><span '
        f'class="icon user"></span><span class="datetime secondary-text"><a rel="nofollow" href="#c{number}">{day} October 2015 at 09:30</a>'
        f'</span></div><p class="comment-content">{text}</p><span class="comment-actions secondary-text"><a class="comment-reply">Reply</a>'
        f'<span class="item-control"><a>Delete</a></span></span></div><div class="comment-replies"><div class="comment-thread"><span '
        f'class="thread-toggle">Replies</span><ol class="thread-chrome">{inner}</ol></div></div></li>'
    )


BLOGGER = (
    '<div class="comments" id="comments"><h4>3 comments:</h4><div id="comment-holder"><div class="comment-thread toplevel-thread"><ol>'
    + _blogger(1, "Ann Example", 2, ONE, _blogger(2, "Bo Sample", 3, TWO))
    + _blogger(3, "Cy Test", 4, THREE)
    + '</ol></div></div><p class="comment-footer"><a href="#">Post a Comment</a></p></div>'
)


def _livefyre(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<article class="fyre-comment-article fyre-comment-source-0" data-message-id="{number}"><div class="fyre-comment-wrapper"><div '
        f'class="fyre-comment-head"><a class="fyre-comment-username" href="#"><span itemprop="author">{name}</span></a><time '
        f'class="fyre-comment-date" datetime="2015-10-0{day}T09:30:00Z">{day} October</time></div><section class="fyre-comment-body"><div '
        f'class="fyre-comment"><p>{text}</p></div></section><footer class="fyre-comment-footer"><a class="fyre-like">Like</a><a '
        f'class="fyre-reply-link">Reply</a></footer></div><div class="fyre-comment-thread">{inner}</div></article>'
    )


LIVEFYRE = (
    '<div id="livefyre-comments"><div class="fyre fyre-comments-widget"><div class="fyre-stream-stats">3 comments</div><div '
    'class="fyre-comment-stream">'
    + _livefyre(1, "Ann Example", 2, ONE, _livefyre(2, "Bo Sample", 3, TWO))
    + _livefyre(3, "Cy Test", 4, THREE)
    + "</div></div></div>"
)


def _drupal(number: int, name: str, day: int, text: str) -> str:
    return (
        f'<a id="comment-{number}"></a><article class="comment odd clearfix" about="/comment/{number}#comment-{number}" typeof="sioc:Post '
        f'sioct:Comment"><header><h3 property="dc:title"><a href="/comment/{number}#comment-{number}" class="permalink" rel="bookmark">The boat'
        f'</a></h3></header><footer class="comment-submitted"><p class="submitted">Submitted by <span class="username" xml:lang="" '
        f'property="foaf:name">{name}</span> on <span property="dc:date" content="2015-10-0{day}T09:30:00+00:00">Fri, 10/{day:02}/2015 - 09:30'
        f'</span></p></footer><div class="content"><div class="field field-name-comment-body field-type-text-long"><div class="field-items">'
        f'<div class="field-item even" property="content:encoded"><p>{text}</p></div></div></div></div><ul class="links inline"><li '
        f'class="comment-reply first last"><a href="/comment/reply/1/{number}">reply</a></li></ul></article>'
    )


DRUPAL = (
    '<section id="comments" class="comment-wrapper"><h2 class="title">Comments</h2>'
    + _drupal(1, "Ann Example", 2, ONE)
    + f'<div class="indented">{_drupal(2, "Bo Sample", 3, TWO)}</div>'
    + _drupal(3, "Cy Test", 4, THREE)
    + '<h2 class="title comment-form">Add new comment</h2><form><label>Your name</label><input></form></section>'
)


def _mud(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<div class="cmt{" thread" if inner else ""}" id="c{100 + number}"><div class="cmtbyline"><div class="userpic"><img src="a.png"></div>'
        f'<a href="/profile/{number}" class="cmtname">{name}</a> (<a href="#">profile</a>), <a href="#c{100 + number}">{day} October 2015 @ 9:30am'
        f'</a></div><h3 class="cmttitle">The boat</h3><p>{text}</p><div class="cmtfooter"><a href="#">reply to this</a> | <a href="#">link to '
        f"this</a></div>{inner}</div>"
    )


TECHDIRT = (
    '<div id="cmtwrap"><h2>Reader Comments</h2><div class="cmtthreads">'
    + _mud(1, "Ann Example", 2, ONE, f'<div class="cmtreplies">{_mud(2, "Bo Sample", 3, TWO)}</div>')
    + _mud(3, "Cy Test", 4, THREE)
    + "</div></div>"
)


def _medium(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<div class="ab ac pq"><div class="rs tu"><div class="ab q"><a href="/@u{number}"><img class="l ea" src="a.png"></a><div class="l"><a '
        f'class="af ag ah" href="/@u{number}"><p class="be b bf z">{name}</p></a><p class="be b du z dn"><span>Oct {day}, 2015</span></p></div></div>'
        f'<pre class="hj lw"><div class="be b gp"><p>{text}</p></div></pre><div class="ab lx"><button>12</button><button>Reply</button></div></div>'
        f"{inner}</div>"
    )


MEDIUM = (
    '<div class="responses"><h2 class="be ne">Responses (3)</h2><div class="l na">'
    + _medium(1, "Ann Example", 2, ONE, f'<div class="l nb replies">{_medium(2, "Bo Sample", 3, TWO)}</div>')
    + _medium(3, "Cy Test", 4, THREE)
    + "</div></div>"
)


def _plain(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return f"<li><p><b>{name}</b> <i>{day} October 2015, 9:30</i></p><p>{text}</p><p><a href='#'>Reply</a></p>{inner}</li>"


PLAIN = (
    "<h2>3 Comments</h2><ul>"
    + _plain(1, "Ann Example", 2, ONE, f"<ul>{_plain(2, 'Bo Sample', 3, TWO)}</ul>")
    + _plain(3, "Cy Test", 4, THREE)
    + "</ul>"
)


def _micro(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope '
        f'itemtype="https://schema.org/Person"><span itemprop="name">{name}</span></span><meta itemprop="dateCreated" '
        f'content="2015-10-0{day}T09:30:00Z"><div itemprop="text">{text}</div>{inner}</div>'
    )


MICRODATA = (
    "<section><h3>Discussion</h3>"
    + _micro(1, "Ann Example", 2, ONE, _micro(2, "Bo Sample", 3, TWO))
    + _micro(3, "Cy Test", 4, THREE)
    + "</section>"
)


def _hentry(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<div class="u-comment h-cite"><a class="p-author h-card" href="https://{name[0]}.example"><img class="u-photo" src="a.png" alt="">{name}'
        f'</a><time class="dt-published" datetime="2015-10-0{day}T09:30:00Z">{day} Oct</time><div class="p-content p-name">{text}</div>{inner}</div>'
    )


H_ENTRY = (
    '<div class="h-entry"><h3>Replies</h3>'
    + _hentry(1, "Ann Example", 2, ONE, _hentry(2, "Bo Sample", 3, TWO))
    + _hentry(3, "Cy Test", 4, THREE)
    + "</div>"
)


def _own(number: int, name: str, day: int, text: str) -> str:
    return (
        f'<div class="box-item" data-nr="{number}"><div class="box-top"><span class="who">{name}</span><span class="dt">{day}. Oktober 2015, '
        f'09:30 Uhr</span></div><div class="box-words"><p>{text}</p></div><div class="box-foot"><a href="#">Antworten</a> <a href="#">Melden</a>'
        "</div></div>"
    )


GERMAN = (
    '<div class="meinungen"><h3>3 Kommentare</h3><div class="box-list">'
    + _own(1, "Ann Example", 2, ONE)
    + _own(2, "Bo Sample", 3, TWO)
    + _own(3, "Cy Test", 4, THREE)
    + "</div></div>"
)


def _french(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<li class="avis"><p class="avis-auteur"><strong>{name}</strong> <span>le {day} octobre 2015 à 09h30</span></p><div class="avis-texte">'
        f'<p>{text}</p></div><p class="avis-liens"><a href="#">Répondre</a> <a href="#">Signaler</a></p>{inner}</li>'
    )


FRENCH = (
    '<section><h2>Vos réactions (3)</h2><ul class="avis-liste">'
    + _french(1, "Ann Example", 2, ONE, f'<ul class="avis-liste">{_french(2, "Bo Sample", 3, TWO)}</ul>')
    + _french(3, "Cy Test", 4, THREE)
    + "</ul></section>"
)


def _spanish(number: int, name: str, day: int, text: str) -> str:
    return (
        f'<div class="opinion" id="op{number}"><span class="num">#{number}</span> <a class="quien" href="#">{name}</a> <em>{day} de octubre de '
        f'2015 09:30</em><p class="dicho">{text}</p><a href="#">Responder</a></div>'
    )


SPANISH = (
    "<h3>3 comentarios</h3>"
    + _spanish(1, "Ann Example", 2, ONE)
    + _spanish(2, "Bo Sample", 3, TWO).replace('<p class="dicho">', '<p class="dicho">@Ann Example ')
    + _spanish(3, "Cy Test", 4, THREE)
)


def _wpdiscuz(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<div id="wpd-comm-{number}_{int(number == 2)}" class="comment even wpd-comment wpd_comment_level-{1 + (number == 2)}"><div class="wpd-comment-wrap"><div '
        f'class="wpd-comment-left"><div class="wpd-avatar"><img src="a.png"></div></div><div id="comment-{number}" class="wpd-comment-right"><div '
        f'class="wpd-comment-header"><div class="wpd-comment-author">{name}</div><div class="wpd-comment-date" title="{day} October 2015 9:30">'
        f'6 years ago</div></div><div class="wpd-comment-text"><p>{text}</p></div><div class="wpd-comment-footer"><div class="wpd-vote">2</div>'
        f'<div class="wpd-reply-button"><span>Reply</span></div></div></div></div>{inner}</div>'
    )


WPDISCUZ = (
    '<div id="wpdcom" class="wpdiscuz_unauth"><div class="wpd-thread-head"><div class="wpd-thread-info">3 Comments</div></div><div '
    'class="wpd-thread-list">'
    + _wpdiscuz(1, "Ann Example", 2, ONE, _wpdiscuz(2, "Bo Sample", 3, TWO))
    + _wpdiscuz(3, "Cy Test", 4, THREE)
    + "</div></div>"
)


def _coral(number: int, name: str, day: int, text: str, inner: str = "") -> str:
    return (
        f'<div class="coral coral-comment" id="comment-{number}"><div class="coral-comment-header"><button class="coral-username">{name}</button>'
        f'<time class="coral-timestamp" datetime="2015-10-0{day}T09:30:00.000Z">6 years ago</time></div><div class="coral-comment-content">{text}'
        f'</div><div class="coral-comment-actions"><button>Respect</button><button>Reply</button></div>{inner}</div>'
    )


CORAL = (
    '<div id="coral_thread"><h2>Comments</h2><div role="log">'
    + _coral(1, "Ann Example", 2, ONE, f'<div class="coral-indent-1">{_coral(2, "Bo Sample", 3, TWO)}</div>')
    + _coral(3, "Cy Test", 4, THREE)
    + "</div></div>"
)


def _table(number: int, name: str, day: int, text: str, indent: int = 0) -> str:
    return (
        f'<tr class="athing comtr" id="{1000 + number}"><td><table><tr><td class="ind" indent="{indent}"><img src="s.gif" width="{40 * indent}">'
        f'</td><td class="default"><div><span class="comhead"><a href="user?id={number}" class="hnuser">{name}</a> <span class="age" '
        f'title="2015-10-0{day}T09:30:00"><a href="item?id={number}">6 years ago</a></span> <span class="navs">| <a href="#">next</a> [–]</span>'
        f'</span></div><br><div class="comment"><div class="commtext c00">{text}</div><div class="reply"><p><font size="1"><u><a href="#">reply'
        f"</a></u></font></p></div></div></td></tr></table></td></tr>"
    )


NEWS_TABLE = (
    '<table class="comment-tree">'
    + _table(1, "Ann Example", 2, ONE)
    + _table(2, "Bo Sample", 3, TWO, 1)
    + _table(3, "Cy Test", 4, THREE)
    + "</table>"
)

MOVABLE_TYPE = '<div id="comments" class="comments"><h2 class="comments-header">3 Comments</h2><div class="comments-content">' + "".join(
    f'<div class="comment" id="comment-{n}"><div class="inner"><div class="comment-header"><div class="user-pic"></div><div class="asset-meta">'
    f'<span class="byline"><span class="vcard author"><a href="#">{name}</a></span> {link}| <a href="#comment-{n}"><abbr class="published" '
    f'title="2015-10-0{day}T09:30:00+00:00">October {day}, 2015 9:30 AM</abbr></a></span></div></div><div class="comment-content"><p>{text}</p>'
    "</div></div></div>"
    for n, name, day, text, link in (
        (1, "Ann Example", 2, ONE, ""),
        (2, "Bo Sample", 3, TWO, '<a href="#comment-1">replied to comment from Ann Example</a> '),
        (3, "Cy Test", 4, THREE, ""),
    )
) + "</div></div>"  # fmt: skip

SECTIONS = {
    "wordpress": WORDPRESS,
    "disqus": DISQUS,
    "disqus no script": DISQUS_NO_SCRIPT,
    "blogger": BLOGGER,
    "livefyre": LIVEFYRE,
    "drupal": DRUPAL,
    "techdirt": TECHDIRT,
    "medium": MEDIUM,
    "plain lists": PLAIN,
    "microdata": MICRODATA,
    "h-entry": H_ENTRY,
    "german": GERMAN,
    "french": FRENCH,
    "spanish": SPANISH,
    "wpdiscuz": WPDISCUZ,
    "coral": CORAL,
    "news table": NEWS_TABLE,
    "movable type": MOVABLE_TYPE,
}
