# ruff: noqa: E501, ARG005 - markup as engines write it, one maker for all of them
"""Comment sections of further engines, written after their own markup. The same three comments as in `comment_pages`."""

from tests.ingest.comment_pages_more import each, nested

WORDPRESS_BLOCKS = "<div class='wp-block-comments'><h2 class='wp-block-comments-title'>3 responses to “A boat less”</h2><ol class='wp-block-comment-template'>" + nested(
    lambda n, who, day, text, inner: f"<li id='comment-{n}' class='comment even thread-even depth-{1 + (n == 2)}'><div class='wp-block-columns is-layout-flex'>"
    f"<div class='wp-block-column' style='flex-basis:40px'><div class='wp-block-avatar'><img alt='{who} Avatar' src='a.png' class='avatar'></div></div><div "
    f"class='wp-block-column'><div class='wp-block-comment-author-name has-small-font-size'><a href='https://e.example' target='_self'>{who}</a></div><div "
    f"class='wp-block-group'><div class='wp-block-comment-date has-small-font-size'><time datetime='2015-10-0{day}T09:30:00+00:00'><a href='#comment-{n}'>October {day}, "
    f"2015</a></time></div><div class='wp-block-comment-edit-link'></div></div><div class='wp-block-comment-content'><p>{text}</p></div><div "
    f"class='wp-block-comment-reply-link'><a rel='nofollow' class='comment-reply-link' href='#r'>Reply</a></div></div></div>{f'<ol>{inner}</ol>' if inner else ''}</li>"
) + "</ol><div id='respond' class='comment-respond wp-block-post-comments-form'><h3 id='reply-title'>Leave a Reply</h3></div></div>"  # fmt: skip

KUBRICK = "<h3 id='comments'>3 Responses to &#8220;A boat less&#8221;</h3><ol class='commentlist'>" + each(
    lambda n, who, day, text, _: f"<li class='{'alt' if n % 2 else ''}' id='comment-{n}'><cite><a href='https://e.example' rel='external nofollow'>{who}</a></cite> Says:<br />"
    f"<small class='commentmetadata'><a href='#comment-{n}' title=''>October {day}, 2015 at 9:30 am</a></small><p>{text}</p></li>"
) + "</ol><h3 id='respond'>Leave a Reply</h3><form><p><label>Name (required)</label></p></form>"  # fmt: skip

SLASHDOT = "<div id='commentlisting'><ul id='commentlist'>" + nested(
    lambda n, who, day, text, inner: f"<li id='tree_{n}5' class='comment contain full'><div id='comment_{n}5' class='cw'><div id='comment_top_{n}5' class='commentTop newcomment'>"
    f"<div class='title'><h4><a name='comment_link_{n}5' href='#'>The boat</a> <span id='comment_score_{n}5' class='score'>(Score:<a href='#'>5</a>, Insightful)</span></h4></div>"
    f"<div class='details'>by <span class='by'><a href='//e.example/~x'>{who}</a> (<span class='uid'>{n}4</span>)</span> writes: <span class='otherdetails' "
    f"id='comment_otherdetails_{n}5'>on Friday October 0{day}, 2015 @09:30AM (<a href='#'>#{n}5</a>)</span></div></div><div class='commentBody'><div id='comment_body_{n}5'>{text}"
    f"</div></div><div class='commentSub' id='comment_sub_{n}5'><span class='nbutton'><p><b><a href='#'>Reply to This</a></b></p></span></div></div><ul id='commtree_{n}5'>{inner}</ul></li>"
) + "</ul></div>"  # fmt: skip

SHREDDIT = "<shreddit-comment-tree>" + nested(
    lambda n, who, day, text, inner: f"<shreddit-comment author='{who}' thingid='t1_c{n}' depth='{int(n == 2)}' score='4' {'parentid=t1_c1' if n == 2 else ''}><div slot='commentAvatar'>"
    f"<img src='a.png'></div><div slot='commentMeta'><a href='/user/x/'>{who}</a> <span>•</span> <a href='#'><time datetime='2015-10-0{day}T09:30:00.000Z' title='x'>9y ago</time></a></div>"
    f"<div id='t1_c{n}-comment-rtjson-content' slot='comment'><div id='-post-rtjson-content'><p>{text}</p></div></div><shreddit-comment-action-row slot='actionRow'>"
    f"<button>Reply</button> <button>Share</button></shreddit-comment-action-row>{inner}</shreddit-comment>"
) + "</shreddit-comment-tree>"  # fmt: skip

SUBSTACK = "<div class='comments-page'><h2>3 Comments</h2><div class='comment-list'><div class='comment-list-items'>" + nested(
    lambda n, who, day, text, inner: f"<div class='comment'><div class='comment-anchor' id='comment-{n}7'></div><div id='comment-{n}7-reply' class='comment-anchor'></div><table "
    f"class='comment-content' role='presentation'><tbody><tr><td class='comment-head'><div class='profile-img-wrap'><img src='a.png'></div></td><td class='comment-rest'><div "
    f"class='comment-meta'><span class='commenter-name'><a href='https://s.example/profile/{n}'>{who}</a></span><a class='comment-timestamp' title='Oct {day}, 2015, 9:30 AM' "
    f"href='#'>Oct {day}, 2015</a></div><div class='comment-body'><p>{text}</p></div><div class='comment-actions'><span>Liked by the author</span><a>Reply</a> <a>Share</a></div></td></tr>"
    f"</tbody></table><div class='comment-list'><div class='comment-list-items'>{inner}</div></div></div>"
) + "</div></div></div>"  # fmt: skip

LEMMY = "<div class='comments-wrap'><ul class='comments'>" + nested(
    lambda n, who, day, text, inner: f"<li class='comment list-unstyled' role='comment'><article id='comment-{n}' class='details comment-node py-2'><div class='ms-2'><div class='d-flex "
    f"flex-wrap align-items-center text-muted small'><button class='btn btn-sm btn-link' aria-label='Collapse'></button><a class='person-listing d-inline-flex' title='{who}' href='/u/x'>"
    f"<img src='a.png'><span>{who}</span></a><div class='me-lg-5 flex-grow-1'></div><button class='btn btn-link'>4</button><span class='moment-time pointer unselectable' "
    f"data-tippy-content='Friday, October {day}, 2015 at 9:30:00 AM'>9 years ago</span></div><div class='comment-content'><div class='md-div'><p>{text}</p></div></div><div "
    f"class='comment-bottom-btns'><button aria-label='upvote'>3</button><button aria-label='reply'></button></div></div></article>{f'<ul class=comments>{inner}</ul>' if inner else ''}</li>"
) + "</ul></div>"  # fmt: skip

MASTODON_PAGE = "<div class='activity-stream'>" + each(
    lambda n, who, day, text, _: f"<div class='entry entry-successor p-comment h-cite'><div class='status'><div class='status__info'><a class='status__relative-time u-url u-uid' href='#'>"
    f"<time class='time-ago' datetime='2015-10-0{day}T09:30:00Z' title='Oct 0{day}, 2015, 09:30'>Oct 0{day}</time></a><data class='dt-published' value='2015-10-0{day}T09:30:00Z'></data><div "
    f"class='p-author h-card'><a class='status__display-name u-url' href='#'><div class='status__avatar'><img class='u-photo' src='a.png'></div><span class='display-name'><bdi><strong "
    f"class='display-name__html p-name emojify'>{who}</strong></bdi> <span class='display-name__account'>@x@social.example</span></span></a></div></div><div class='status__content emojify'>"
    f"<div class='e-content' lang='en'><p>{text}</p></div></div><div class='status__action-bar'><a class='status__action-bar-button'>0</a></div></div></div>"
) + "</div>"  # fmt: skip

LIVEJOURNAL = "<div id='comments'><h2>3 comments</h2>" + each(
    lambda n, who, day, text, depth: f"<div id='ljcmt{n}15' class='ljcmt_full' style='margin-left: {25 * depth}px; margin-top: 5px'><table width='100%' class='talk-comment'><tr><td><table><tr>"
    f"<td><img src='a.png'></td><td><font size='-1'><b>The boat</b></font><br><span class='ljuser'><a href='#'><b>{who}</b></a></span><br><font size='-1'>2015-10-0{day} 09:30 am (UTC)</font>"
    f" <a href='#'>(link)</a></td></tr></table></td></tr><tr><td>{text}<p style='margin: 0.7em 0'><font size='-2'>(<a href='#'>Reply to this</a>) (<a href='#'>Thread</a>)</font></p></td></tr></table></div>"
) + "</div>"  # fmt: skip

METAFILTER = "<div id='thread'>" + each(
    lambda n, who, day, text, _: f"<a name='{n}77'></a><div class='comments'>{text}<br><span class='smallcopy'>posted by <a href='/user/{n}' target='_self'>{who}</a> at <a href='#{n}77' "
    f"target='_self'>9:30 AM</a> on October {day}, 2015 [<a href='#'>3 favorites</a>]</span></div><br>"
) + "</div>"  # fmt: skip

TYPEPAD = "<div id='comments' class='comments'><h2>Comments</h2><div class='comments-content'>" + each(
    lambda n, who, day, text, _: f"<div class='comment comment-{'odd' if n % 2 else 'even'}' id='comment-6a00d83{n}'><div class='comment-inner'><div class='comment-avatar'><img src='a.png'></div><div "
    f"class='comment-content'><span id='comment-6a00d83{n}-content'><p>{text}</p></span></div><p class='comment-footer'>Posted by: <a rel='nofollow' href='#'>{who}</a> <span "
    f"class='comment-footer-separator'>|</span> <a href='#c'>October 0{day}, 2015 at 09:30 AM</a></p></div></div>"
) + "</div></div>"  # fmt: skip

MOVABLE_TYPE_OLD = "<h2>Comments</h2>" + each(
    lambda n, who, day, text, _: f"<div id='c{n}01'><p>{text}</p></div><p class='posted'>Posted by: <a href='mailto:x'>{who}</a> | October {day}, 2015 09:30 AM</p>"
) + "<h2>Post a comment</h2><form></form>"  # fmt: skip

JCOMMENTS = "<div id='jc'><div id='comments'><h4>Comments</h4><div id='comments-list' class='comments-list'>" + each(
    lambda n, who, day, text, _: f"<div class='{'odd' if n % 2 else 'even'}' id='comment-item-{n}'><div class='rbox'><div class='rbox_m'><div class='comment-box usertype-guest'><span "
    f"class='comments-vote'><span class='vote-good'>+2</span></span><a class='comment-anchor' href='#comment-{n}' id='comment-{n}'>#{n}</a> <span class='comment-author'>{who}</span> <span "
    f"class='comment-date'>2015-10-0{day} 09:30</span><div class='comment-body' id='comment-body-{n}'>{text}</div><span class='comments-buttons'><a href='#'>Quote</a></span></div></div></div></div>"
) + "</div></div></div>"  # fmt: skip

K2 = "<div class='itemComments'><h3 class='itemCommentsCounter'><span>3</span> comments</h3><ul class='itemCommentsList'>" + each(
    lambda n, who, day, text, _: f"<li class='{'odd' if n % 2 else 'even'}'><span class='commentLink'><a href='#comment{n}' name='comment{n}' id='comment{n}'>Comment Link</a></span><img src='a.png' "
    f"alt='{who}'><span class='commentDate'>Friday, 0{day} October 2015 09:30</span><span class='commentAuthorName'>posted by <a href='#'>{who}</a></span><p>{text}</p><span "
    f"class='commentToolbar'><a class='commentReportLink' href='#'>Report</a></span></li>"
) + "</ul></div>"  # fmt: skip

INTENSE_DEBATE = "<div id='idc-container'><div id='idc-commentcount_label'>3 comments</div><div id='idc-cover'>" + nested(
    lambda n, who, day, text, inner: f"<div class='idc-thread' id='IDThread{n}'><div class='idc-c idc-anonymous' id='IDComment{n}'><div class='idc-c-h' id='IDCommentTop{n}'><div class='idc-v'><span>+2"
    f"</span></div><div class='idc-c-h-inner'><a class='idc-avatar' href='#'><img src='a.png'></a><p class='idc-a'><a href='#'>{who}</a></p><p class='idc-i'><span class='idc-time'><a href='#' "
    f"title='October 0{day}, 2015 09:30'>8 years ago</a></span></p></div></div><div class='idc-c-t' id='IDComment-CommentText{n}'><div class='idc-c-t-inner'><span><p>{text}</p></span></div></div>"
    f"<div class='idc-c-b'><a class='idc-btn_s'>Reply</a></div></div>{inner}</div>"
) + "</div></div>"  # fmt: skip

JS_KIT = "<div class='js-CommentsArea'>" + each(
    lambda n, who, day, text, _: f"<div class='js-singleComment js-singleCommentDepth0' id='jsid-14{n}'><div class='js-singleCommentAvatar'><img src='a.png'></div><div class='js-singleCommentName'>{who}"
    f"</div><div class='js-singleCommentDate'>October {day}, 2015, 9:30 am</div><div class='js-singleCommentText'>{text}</div><div class='js-singleCommentReplyable'><a>Reply</a></div></div>"
) + "</div>"  # fmt: skip

TABLOID = "<div id='js-comments' class='comments reader-comments'><h3>Comments 3</h3>" + each(
    lambda n, who, day, text, _: f"<div class='comment' id='comment-{n}3' rel='{n}'><div class='comment-head'><div class='user-info'><h4><a class='js-usr' href='#'>{who}</a>, <span>Skerry, United "
    f"Kingdom</span>, <span class='js-date'>{day} October 2015 09:30</span></h4></div></div><div class='comment-body comment-text'><p>{text}</p></div><div class='comment-tools'>Click to rate <a>4</a></div></div>"
) + "</div>"  # fmt: skip

BROADCASTER = "<div id='comments'><h2>Comments</h2><ul class='collapse-list'>" + each(
    lambda n, who, day, text, _: f"<li class='comment' id='comment_1{n}'><p class='comment-meta'><span class='comment-number'>{n}.</span> <span class='comment-username'>{who}</span><br><span "
    f"class='comment-date'>{day} October 2015 - 9:30</span></p><p class='comment-text'>{text}</p><ul class='comment-controls'><li><a>Report this comment</a></li></ul></li>"
) + "</ul></div>"  # fmt: skip

BROADSHEET = "<section id='commentsContainer'><h3>3 Comments</h3><ol class='comments'>" + nested(
    lambda n, who, day, text, inner: f"<li class='comment' data-id='{n}'><article class='comment-article'><header class='comment-header'><h3 class='commenter'>{who}</h3><span "
    f"class='commenter-location'>Skerry</span> <span class='comment-time'>October {day}, 2015</span></header><p class='comment-text'>{text}</p><footer class='comment-actions'><button>Reply"
    f"</button> <button>Recommend 4</button> <button>Flag</button></footer></article>{f'<ol class=comment-replies>{inner}</ol>' if inner else ''}</li>"
) + "</ol></section>"  # fmt: skip

KINJA = "<div id='replies'><div class='replies-wrap js_replies'>" + nested(
    lambda n, who, day, text, inner: f"<div class='reply-container'><article class='reply js_reply' id='reply_1{n}' data-id='{n}'><header class='reply__header'><div class='avatar'><img src='a.png'></div><div "
    f"class='reply__byline'><a class='reply__author-name' href='#'>{who}</a></div><div class='reply__meta'><time class='reply__time' datetime='2015-10-0{day}T09:30:00-04:00'>10/0{day}/15 9:30am"
    f"</time></div></header><div class='reply__content'><p>{text}</p></div><div class='reply__tools'><a>Reply</a></div></article><div class='reply-children'>{inner}</div></div>"
) + "</div></div>"  # fmt: skip

GISCUS = "<div class='gsc-comments'><div class='gsc-header'><h4 class='gsc-comments-count'>2 comments</h4></div><div class='gsc-timeline'>" + nested(
    lambda n, who, day, text, inner: f"<div class='{'gsc-reply' if n == 2 else 'gsc-comment'}'><div class='gsc-comment-wrap'><div class='gsc-comment-header'><div class='gsc-comment-author'><a "
    f"class='gsc-comment-author-avatar' href='#'><img class='rounded-full' src='a.png'><span class='link--primary'>{who}</span></a> <a class='link--secondary' href='#'><time "
    f"datetime='2015-10-0{day}T09:30:00Z'>Oct {day}</time></a></div></div><div class='markdown gsc-comment-content'><p>{text}</p></div></div><div class='gsc-replies'>{inner}</div></div>"
) + "</div></div>"  # fmt: skip

HYVOR = "<div id='hyvor-talk-view'><div class='comments-list'>" + nested(
    lambda n, who, day, text, inner: f"<div class='c-wrap'><div class='c-view' data-id='{n}'><div class='c-pic'><img src='a.png'></div><div class='c-right'><div class='c-top'><a class='c-name'>{who}</a><span "
    f"class='c-sub' title='October {day}, 2015 9:30 AM'>9 years ago</span></div><div class='c-body'><p>{text}</p></div><div class='c-foot'><span>Like</span> <span>Reply</span></div></div></div>"
    f"<div class='c-replies'>{inner}</div></div>"
) + "</div></div>"  # fmt: skip

DRUPAL_NEW = "<section class='field field--name-comment field--type-comment comment-wrapper'><h2 class='title'>Comments</h2>" + each(
    lambda n, who, day, text, depth: f"{'<div class=indented>' if depth else ''}<article data-comment-user-id='0' id='comment-{n}4' class='js-comment comment clearfix'><span class='hidden' data-comment-timestamp='14437782{n}0'>"
    f"</span><footer class='comment__meta'><article class='profile'></article><p class='comment__submitted'>Submitted by <span lang='' typeof='schema:Person' property='schema:name' datatype=''>{who}</span> on "
    f"{('Fri', 'Sat', 'Sun')[day - 2]}, 10/0{day}/2015 - 09:30 <span property='schema:dateCreated' content='2015-10-0{day}T09:30:00+00:00' class='hidden'></span></p><a href='#' hreflang='en'>Permalink</a></footer><div "
    f"class='content comment__content'><h3><a href='#' class='permalink'>The boat</a></h3><div class='clearfix text-formatted field field--name-comment-body'><p>{text}</p></div><ul class='links inline'><li><a>Reply</a></li></ul>"
    f"</div></article>{'</div>' if depth else ''}"
) + "</section>"  # fmt: skip

SQUARESPACE = "<div class='squarespace-comments'><div class='comments-header'><span>Comments (3)</span></div><div class='comment-list'>" + nested(
    lambda n, who, day, text, inner: f"<div class='comment' id='comment-5f{n}'><div class='comment-header'><a class='comment-avatar'><img src='a.png'></a><span class='author'>{who}</span> <span "
    f"class='timestamp' title='October {day}, 2015'>9 years ago</span> <span class='likes'>0 Likes</span></div><div class='comment-body'><p>{text}</p></div><div class='comment-footer'>"
    f"<a>Reply</a></div><div class='replies'>{inner}</div></div>"
) + "</div></div>"  # fmt: skip

TAILWIND = "<div class='mt-8'><h2 class='text-2xl font-bold'>Comments (3)</h2><div class='space-y-4'>" + nested(
    lambda n, who, day, text, inner: f"<div class='flex gap-3 p-4'><img class='w-10 h-10 rounded-full' src='a.png'><div class='flex-1'><div class='flex items-center gap-2'><span class='font-semibold'>{who}</span>"
    f"<span class='text-gray-500 text-sm'>Oct {day}, 2015</span></div><p class='mt-1 text-gray-800'>{text}</p><div class='flex gap-4 text-sm'><button>Like</button><button>Reply</button></div><div "
    f"class='ml-8 mt-4'>{inner}</div></div></div>"
) + "</div></div>"  # fmt: skip

FEDI_THREAD = "<ol class='replies'>" + each(
    lambda n, who, day, text, _: f"<li class='comment mastodon' id='webmention-{n}1'><div class='comment-author vcard'><img class='avatar' src='a.png'><cite class='fn'>{who}</cite></div><div class='comment-meta'>"
    f"<a href='#'>October {day}, 2015 at 9:30 am</a></div><div class='comment-content e-content p-summary'><p>{text}</p></div></li>"
) + "</ol>"  # fmt: skip

SECTIONS = {
    "wordpress blocks": WORDPRESS_BLOCKS,
    "kubrick": KUBRICK,
    "slashdot": SLASHDOT,
    "shreddit": SHREDDIT,
    "substack": SUBSTACK,
    "lemmy": LEMMY,
    "mastodon page": MASTODON_PAGE,
    "livejournal": LIVEJOURNAL,
    "metafilter": METAFILTER,
    "typepad": TYPEPAD,
    "movable type, old": MOVABLE_TYPE_OLD,
    "jcomments": JCOMMENTS,
    "k2": K2,
    "intense debate": INTENSE_DEBATE,
    "js-kit": JS_KIT,
    "tabloid": TABLOID,
    "broadcaster": BROADCASTER,
    "broadsheet": BROADSHEET,
    "kinja": KINJA,
    "giscus": GISCUS,
    "hyvor": HYVOR,
    "drupal 8": DRUPAL_NEW,
    "squarespace": SQUARESPACE,
    "utility classes": TAILWIND,
    "webmentions": FEDI_THREAD,
}
FLAT = frozenset(
    (
        "kubrick",
        "mastodon page",
        "metafilter",
        "typepad",
        "movable type, old",
        "jcomments",
        "k2",
        "js-kit",
        "tabloid",
        "broadcaster",
        "webmentions",
    )
)
"""Pages that do not show who answers whom."""
