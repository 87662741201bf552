# ruff: noqa: E501, ARG005 - markup as engines write it
"""Forum topics as further engines write them: a post by Tom, Ann's answer that quotes it, and Bo's that quotes nobody."""

ASKED = "Who pays the four euros, and who counted the cars?"
SAID = "The council did so, twice, and its list hangs in the hall."
LAST = "I shall swim to work from now on, whatever it costs."

_THREE = ((11, "Tom", ASKED), (12, "Ann", SAID), (13, "Bo", LAST))


def _page(head: str, body: str, foot: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Bridge levy - Pier Board</title>{head}</head><body><div id='top'><a href='/'>Pier Board</a> <a href='/search'>Search</a></div>"
        f"{body}<div id='foot'>{foot}</div></body></html>"
    )


def _topic(
    make, *, quote: str = "<blockquote><div><cite>Tom wrote:</cite>who counted the cars?</div></blockquote>"
) -> str:
    return "".join(
        make(number, name, (quote if name == "Ann" else "") + words) for number, name, words in _THREE
    )


PROSILVER = _page(
    "",
    "<div id='page-body'><h2 class='topic-title'><a href='./viewtopic.php?t=4'>Bridge levy</a></h2><div class='action-bar'>3 posts • Page 1 of 1</div>"
    + _topic(
        lambda n, who, words: (
            f"<div id='p{n}' class='post has-profile bg{n % 2 + 1}'><div class='inner'><dl class='postprofile' id='profile{n}'><dt class='has-profile-rank no-avatar'><div class='avatar-container'></div>"
            f"<a href='./memberlist.php?mode=viewprofile&u={n}' class='username-coloured'>{who}</a></dt><dd class='profile-rank'>Site Admin</dd><dd class='profile-posts'><strong>Posts:</strong> <a href='#'>237</a></dd><dd "
            f"class='profile-joined'><strong>Joined:</strong> Mon Jan 05, 2009 3:12 pm</dd></dl><div class='postbody'><div id='post_content{n}'><h3 class='first'><a href='#p{n}'>Re: Bridge levy</a></h3><ul "
            f"class='post-buttons'><li><a href='#' class='button'><span>Quote</span></a></li></ul><p class='author'><a class='unread' href='#'><span class='sr-only'>Post</span></a><span class='responsive-hide'>by <strong>"
            f"<a class='username-coloured'>{who}</a></strong> &raquo; </span><time datetime='2015-10-05T15:{n}:00+00:00'>Mon Oct 05, 2015 3:{n} pm</time></p><div class='content'>{words}</div><div id='sig{n}' "
            f"class='signature'>Sail before you swim.</div></div></div><div class='back2top'><a href='#top'>Top</a></div></div></div>"
        )
    )
    + "</div>",
    "Powered by <a href='https://www.phpbb.com/'>phpBB</a>® Forum Software © phpBB Limited",
)

SUBSILVER = _page(
    "",
    "<a class='maintitle' href='viewtopic.php?t=4'>Bridge levy</a><table class='forumline' width='100%'><tr><th>Author</th><th>Message</th></tr>"
    + _topic(
        lambda n, who, words: (
            f"<tr><td width='150' align='left' valign='top' class='row1'><span class='name'><a name='{n}'></a><b>{who}</b></span><br /><span class='postdetails'>Member<br /><br />Joined: 01 Jan 2004<br "
            f"/>Posts: 33</span><br /></td><td class='row1' width='100%' height='28' valign='top'><table width='100%'><tr><td width='100%'><a href='viewtopic.php?p={n}#{n}'><img src='i.gif' alt='Post' /></a><span "
            f"class='postdetails'>Posted: Mon Oct 05, 2015 3:{n} pm<span class='gen'>&nbsp;</span>&nbsp; &nbsp;Post subject: Bridge levy</span></td><td valign='top' nowrap='nowrap'><a href='posting.php'><img src='q.gif' "
            f"alt='Reply with quote' /></a></td></tr><tr><td colspan='2'><hr /></td></tr><tr><td colspan='2'><span class='postbody'>{words}</span><span class='gensmall'></span></td></tr></table></td></tr><tr><td "
            f"class='row1' width='150'><span class='nav'><a href='#top' class='nav'>Back to top</a></span></td><td class='row1'>&nbsp;</td></tr><tr><td class='spaceRow' colspan='2' height='1'></td></tr>"
        ),
        quote="<table width='90%'><tr><td><span class='genmed'><b>Tom wrote:</b></span></td></tr><tr><td class='quote'>who counted the cars?</td></tr></table>",
    )
    + "</table>",
    "Powered by phpBB © 2001, 2005 phpBB Group",
)

VBULLETIN3 = _page(
    "<meta name='generator' content='vBulletin 3.8.7'>",
    "<table class='tborder'><tr><td class='navbar'><strong>Bridge levy</strong></td></tr></table><div id='posts'>"
    + _topic(
        lambda n, who, words: (
            f"<div align='center'><div class='page'><div id='edit{n}' style='padding:0px'><table id='post{n}' class='tborder' width='100%'><tr><td class='thead'><a name='post{n}'></a> 10-25-2015, 03:{n} PM </td><td "
            f"class='thead' align='right'>&nbsp;#<a href='showpost.php?p={n}' name='1'><strong>1</strong></a></td></tr><tr valign='top'><td class='alt2' width='175'><div id='postmenu_{n}'><a class='bigusername' "
            f"href='member.php?u={n}'>{who}</a></div><div class='smallfont'>Senior Member</div><div class='smallfont'><div>Join Date: Jan 2004</div><div>Posts: 1,033</div></div></td><td class='alt1' id='td_post_{n}'><div "
            f"class='smallfont'><strong>Bridge levy</strong></div><hr size='1' /><div id='post_message_{n}'>{words}</div></td></tr><tr><td class='alt2'><img src='off.gif' alt='{who} is offline' /></td><td class='alt1' "
            f"align='right'><a href='newreply.php?p={n}'><img src='q.gif' alt='Reply With Quote' /></a></td></tr></table></div></div></div>"
        ),
        quote="<div style='margin:20px'><div class='smallfont'>Quote:</div><table width='100%'><tr><td class='alt2' style='border:1px inset'><div>Originally Posted by <strong>Tom</strong> <a "
        "href='showthread.php?p=11#post11'><img src='v.gif' alt='View Post' /></a></div><div style='font-style:italic'>who counted the cars?</div></td></tr></table></div>",
    )
    + "</div>",
    "Powered by vBulletin® Version 3.8.7",
)

VBULLETIN5 = _page(
    "<meta name='generator' content='vBulletin 5.6'>",
    "<h1 class='main-title'>Bridge levy</h1><ul class='conversation-list list-container h-clearfix thread-view'>"
    + _topic(
        lambda n, who, words: (
            f"<li data-node-id='{n}' class='b-post b-post--opposing js-post js-comment-parent' id='node-{n}' itemscope itemtype='http://schema.org/Comment'><div class='b-post__sidebar'><div class='userinfo b-userinfo' itemprop='author' "
            f"itemscope itemtype='http://schema.org/Person'><div class='author h-text-size--14'><strong><a href='#' itemprop='url'><span itemprop='name'>{who}</span></a></strong></div><div class='usertitle'>Senior Member</div><ul><li><label>Join "
            f"Date:</label> <span>Jan 2004</span></li></ul></div></div><div class='b-post__content js-post__content'><div class='b-post__body'><div class='b-post__arrow'></div><div class='b-post__timestamp'><time itemprop='dateCreated' "
            f"datetime='2015-10-05T15:{n}:00'>10-05-2015, 03:{n} PM</time></div><a class='b-post__count' href='#'>#1</a><div class='js-post__content-text OLD__post-content-text restore h-wordwrap' itemprop='text'>{words}</div></div>"
            f"<div class='b-post__footer'><ul><li class='b-post-control__quote'>Quote</li></ul></div></div></li>"
        ),
        quote="<div class='bbcode_container'><div class='bbcode_quote'><div class='quote_container'><div class='bbcode_quote_container'></div><div class='bbcode_postedby'>Originally posted by <strong>Tom</strong> <a "
        "href='forum#post11'>View Post</a></div><div class='message'>who counted the cars?</div></div></div></div>",
    )
    + "</ul>",
)

XENFORO1 = _page(
    "",
    "<html id='XenForo'><h1>Bridge levy</h1><ol class='messageList' id='messageList'>"
    + _topic(
        lambda n, who, words: (
            f"<li id='post-{n}' class='message' data-author='{who}'><div class='messageUserInfo'><div class='messageUserBlock'><div class='avatarHolder'><a class='avatar' href='#'><img src='a.png'></a></div><h3 "
            f"class='userText'><a href='members/x.{n}/' class='username'>{who}</a><em class='userTitle'>Member</em></h3><div class='extraUserInfo'><dl class='pairsJustified'><dt>Joined:</dt><dd>Jan 5, 2009</dd></dl></div></div></div><div "
            f"class='messageInfo primaryContent'><div class='messageContent'><article><blockquote class='messageText SelectQuoteContainer ugc baseHtml'>{words}<div class='messageTextEndMarker'>&nbsp;</div></blockquote></article></div><div "
            f"class='messageMeta ToggleTriggerAnchor'><div class='privateControls'><span class='item muted'><span class='authorEnd'><a href='#' class='username author'>{who}</a>,</span> <a href='#' class='datePermalink'><span class='DateTime' "
            f"title='Oct 5, 2015 at 3:{n} PM'>Oct 5, 2015</span></a></span></div><div class='publicControls'><a class='item muted postNumber'>#1</a></div></div></div></li>"
        ),
        quote="<div class='bbCodeBlock bbCodeQuote' data-author='Tom'><aside><div class='attribution type'>Tom said: <a href='goto/post?id=11#post-11' class='AttributionLink'>↑</a></div><blockquote class='quoteContainer'><div "
        "class='quote'>who counted the cars?</div><div class='quoteExpand'>Click to expand...</div></blockquote></aside></div>",
    )
    + "</ol>",
    "Forum software by XenForo™ ©2010-2015 XenForo Ltd.",
)

SMF2 = _page(
    "",
    "<div id='display_head'><h2 class='display_title'><span id='top_subject'>Bridge levy</span></h2></div><div id='forumposts'><form>"
    + _topic(
        lambda n, who, words: (
            f"<div class='windowbg' id='msg{n}'><div class='post_wrapper'><div class='poster'><h4><span class='off' title='Offline'></span> <a href='index.php?action=profile;u={n}' title='View the profile of {who}'>{who}</a></h4><ul "
            f"class='user_info'><li class='membergroup'>Full Member</li><li class='postcount'>Posts: 33</li></ul></div><div class='postarea'><div class='keyinfo'><div id='subject_{n}' class='subject_title subject_hidden'><a href='#'>Bridge levy</a></div><span "
            f"class='page_number floatright'>#1</span><div class='postinfo'><span class='messageicon'><img src='i.png'></span><a href='#' rel='nofollow' title='Reply #1 - Bridge levy' class='smalltext'>October 05, 2015, 03:{n}:00 PM</a></div></div><div "
            f"class='post'><div class='inner' data-msgid='{n}' id='msg_{n}'>{words}</div></div><div class='under_message'><ul class='quickbuttons'><li><a>Quote</a></li></ul></div></div><div class='moderatorbar'><div class='signature' "
            f"id='msg_{n}_signature'>Sail before you swim.</div></div></div></div>"
        ),
        quote="<blockquote class='bbc_standard_quote'><cite><a href='index.php?msg=11'>Quote from: Tom on October 05, 2015, 03:11:00 PM</a></cite>who counted the cars?</blockquote>",
    )
    + "</form></div>",
    "SMF 2.1.4 © 2023, Simple Machines",
)

INVISION = _page(
    "",
    "<h1 class='ipsType_pageTitle'><span>Bridge levy</span></h1><div id='elPostFeed'><form>"
    + _topic(
        lambda n, who, words: (
            f"<a id='comment-{n}'></a><article id='elComment_{n}' class='cPost ipsBox ipsComment ipsComment_parent ipsClearfix'><aside class='ipsComment_author cAuthorPane'><h3 class='ipsType_sectionHead cAuthorPane_author'><strong><a "
            f"href='#' title='Go to {who}&#039;s profile'>{who}</a></strong></h3><ul class='cAuthorPane_info'><li>Members</li><li>237 posts</li></ul></aside><div class='ipsColumn ipsColumn_fluid'><div id='comment-{n}_wrap' data-commentid='{n}' "
            f"class='ipsComment_content ipsType_medium'><div class='ipsComment_meta ipsType_light'><a href='#' class='ipsType_blendLinks'>Posted <time datetime='2015-10-05T15:{n}:00Z' title='10/05/2015 03:{n} PM'>October 5, 2015</time></a></div><div "
            f"class='cPost_contentWrap'><div data-role='commentContent' class='ipsType_normal ipsType_richText ipsContained'><p>{words}</p></div></div><ul class='ipsComment_controls'><li><a>Quote</a></li></ul></div></div></article>"
        ),
        quote="</p><blockquote class='ipsQuote' data-ipsquote-contentcommentid='11' data-ipsquote-username='Tom'><div class='ipsQuote_citation'>On 10/5/2015 at 3:11 PM, Tom said:</div><div class='ipsQuote_contents'><p>who counted the "
        "cars?</p></div></blockquote><p>",
    )
    + "</form></div>",
    "<a href='https://www.invisioncommunity.com/'>Powered by Invision Community</a>",
)

MYBB = _page(
    "",
    "<table class='tborder'><tr><td class='thead'><strong>Bridge levy</strong></td></tr></table><div id='posts'>"
    + _topic(
        lambda n, who, words: (
            f"<a name='pid{n}' id='pid{n}'></a><div class='post ' id='post_{n}'><div class='post_author'><div class='author_avatar'></div><div class='author_information'><strong><span class='largetext'><a href='member.php?u={n}'>{who}"
            f"</a></span></strong><br /><span class='smalltext'>Member<br /></span></div><div class='author_statistics'>Posts: 33<br />Threads: 4<br />Joined: Jan 2009</div></div><div class='post_content'><div class='post_head'><div "
            f"class='float_right'><strong><a href='#'>#1</a></strong></div><span class='post_date'>10-25-2015, 03:{n} PM</span></div><div class='post_body scaleimages' id='pid_{n}'>{words}</div><div class='post_meta'></div></div><div "
            f"class='post_controls'><div class='postbit_buttons author_buttons'><a class='postbit_find'><span>Find</span></a></div><div class='postbit_buttons'><a class='postbit_quote'><span>Reply</span></a></div></div></div>"
        ),
        quote="<blockquote class='mycode_quote'><cite><span> (10-25-2015, 03:11 PM)</span>Tom Wrote: <a href='showthread.php?pid=11#pid11' class='quick_jump'></a></cite>who counted the cars?</blockquote>",
    )
    + "</div>",
    "Powered By <a href='https://mybb.com'>MyBB</a>",
)

NODEBB = _page(
    "",
    "<h1 component='post/header'><span component='topic/title'>Bridge levy</span></h1><ul component='topic' class='posts timeline'>"
    + _topic(
        lambda n, who, words: (
            f"<li component='post' class='pt-4 posts-list-item' data-index='{n - 11}' data-pid='{n}' data-username='{who}' data-timestamp='14440579{n}000' itemprop='comment' itemtype='http://schema.org/Comment' itemscope><a component='post/anchor' "
            f"id='{n - 11}'></a><meta itemprop='datePublished' content='2015-10-05T15:{n}:00.000Z'><div class='post-header'><a href='/user/x' data-username='{who}' itemprop='author'><strong>{who}</strong></a> <span class='text-muted'>wrote on <span class='timeago' "
            f"title='2015-10-05T15:{n}:00.000Z'></span></span><span class='text-muted'>#1</span></div><div class='content mt-2 text-break' component='post/content' itemprop='text'><p>{words}</p></div><div component='post/footer' class='post-footer'><a "
            f"component='post/reply'>Reply</a> <a component='post/quote'>Quote</a></div></li>"
        ),
        quote="</p><p><a href='/user/tom'>@Tom</a> <a href='/post/11'>said</a>:</p><blockquote><p>who counted the cars?</p></blockquote><p>",
    )
    + "</ul>",
    "Powered by NodeBB",
)

VANILLA = _page(
    "<meta name='generator' content='Vanilla Forums'>",
    "<div class='MessageList Discussion'><div id='Item_0' class='PageTitle'><h1>Bridge levy</h1></div>"
    + _topic(
        lambda n, who, words: (
            f"<div class='Item {'ItemDiscussion' if n == 11 else 'ItemComment'}' id='{'Discussion' if n == 11 else 'Comment'}_{n}'><div class='{'Discussion' if n == 11 else 'Comment'}'><div class='Item-Header'><div class='AuthorWrap'><span class='Author'><a "
            f"href='/profile/x' class='PhotoWrap'><img src='a.png'></a><a href='/profile/x' class='Username'>{who}</a></span><span class='AuthorInfo'><span class='MItem AuthorTitle'>Member</span></span></div><div class='Meta'><span class='MItem DateCreated'>"
            f"<a class='Permalink' rel='nofollow'><time title='October 5, 2015 3:{n}PM' datetime='2015-10-05T15:{n}:00+00:00'>October 2015</time></a></span></div></div><div class='Item-BodyWrap'><div class='Item-Body'><div class='Message userContent'>{words}"
            f"</div><div class='Reactions'></div></div></div></div></div>"
        ),
        quote="<blockquote class='Quote UserQuote'><div class='QuoteAuthor'><a href='/profile/Tom'>Tom</a> said:</div><div class='QuoteText'><p>who counted the cars?</p></div></blockquote>",
    )
    + "</div>",
)

FLUXBB = _page(
    "",
    "<div id='punviewtopic' class='pun'><h1><span>Bridge levy</span></h1>"
    + _topic(
        lambda n, who, words: (
            f"<div id='p{n}' class='blockpost rowodd'><h2><span><span class='conr'>#1</span> <a href='viewtopic.php?pid={n}#p{n}'>2015-10-05 15:{n}:00</a></span></h2><div class='box'><div class='inbox'><div class='postbody'><div class='postleft'><dl><dt>"
            f"<strong><a href='profile.php?id={n}'>{who}</a></strong></dt><dd class='usertitle'><strong>Member</strong></dd><dd><span>Registered: 2009-01-05</span></dd><dd><span>Posts: 33</span></dd></dl></div><div class='postright'><h3>Re: Bridge levy</h3><div "
            f"class='postmsg'><p>{words}</p></div></div></div></div><div class='inbox'><div class='postfoot clearb'><div class='postfootleft'><p>Offline</p></div></div></div></div></div>"
        ),
        quote="</p><div class='quotebox'><cite>Tom wrote:</cite><blockquote><div><p>who counted the cars?</p></div></blockquote></div><p>",
    )
    + "</div>",
    "Powered by <a href='https://fluxbb.org/'>FluxBB</a>",
)

BBPRESS = _page(
    "",
    "<body class='bbpress single-topic'><h1 class='entry-title'>Bridge levy</h1><ul id='topic-4-replies' class='forums bbp-replies'><li class='bbp-body'>"
    + _topic(
        lambda n, who, words: (
            f"<div id='post-{n}' class='bbp-reply-header'><div class='bbp-meta'><span class='bbp-reply-post-date'>October 5, 2015 at 3:{n} pm</span><a href='#post-{n}' class='bbp-reply-permalink'>#{n}</a></div></div><div class='loop-item-0 post-{n} reply "
            f"type-reply status-publish hentry'><div class='bbp-reply-author'><a href='#' class='bbp-author-link'><span class='bbp-author-avatar'><img src='a.png'></span><span class='bbp-author-name'>{who}</span></a><div class='bbp-author-role'>Participant</div></div><div "
            f"class='bbp-reply-content'><p>{words}</p></div></div>"
        ),
        quote="</p><blockquote><p>who counted the cars?</p></blockquote><p>",
    )
    + "</li></ul>",
)

WOLTLAB = _page(
    "",
    "<h1 class='contentTitle'>Bridge levy</h1><ul class='wbbThreadPostList messageList'>"
    + _topic(
        lambda n, who, words: (
            f"<li class='anchorFixedHeader'><article id='post{n}' class='wbbPost message messageSidebarOrientationLeft' data-post-id='{n}'><div class='messageSidebar member'><div class='messageAuthor'><div class='messageAuthorContainer'><a href='#' "
            f"class='username userLink'>{who}</a></div><div class='userTitle'><span class='badge userTitleBadge'>Member</span></div></div><div class='userCredits'><dl><dt>Posts</dt><dd>33</dd></dl></div></div><div class='messageContent'><header class='messageHeader'><div "
            f"class='messageHeaderBox'><ul class='messageHeaderMetaData'><li><a href='#' class='permalink messagePublicationTime'><woltlab-core-date-time date='2015-10-05T15:{n}:00+00:00'>October 5, 2015 at 3:{n} PM</woltlab-core-date-time></a></li></ul></div></header><div "
            f"class='messageBody'><div class='messageText'><p>{words}</p></div></div><footer class='messageFooter'><ul class='messageFooterButtons'><li>Quote</li></ul></footer></div></article></li>"
        ),
        quote="</p><blockquote class='quoteBox collapsibleBbcode'><div class='quoteBoxTitle'><a href='index.php?postID=11#post11'>Quote from Tom</a></div><div class='quoteBoxContent'><p>who counted the cars?</p></div></blockquote><p>",
    )
    + "</ul>",
    "Community software: WoltLab Suite™",
)

FLARUM = _page(
    "",
    "<div id='flarum-content'><noscript><div class='container'><h1>Bridge levy</h1><div>"
    + _topic(
        lambda n, who, words: (
            f"<article><div class='PostUser'><h3 class='PostUser-name'>{who}</h3></div><div class='Post-body'><p>{words}</p></div></article><hr>"
        ),
        quote="</p><blockquote><p>who counted the cars?</p></blockquote><p>",
    )
    + "</div></div></noscript></div>",
)

OLD_TABLES = _page(
    "",
    "<h1>Bridge levy</h1><table border='1' cellpadding='4'><tr><th>Author</th><th>Topic: Bridge levy</th></tr>"
    + _topic(
        lambda n, who, words: (
            f"<tr><td valign='top' width='18%'><font size='2'><b>{who}</b></font><br><font size='1'>Member<br>Posts: 33</font></td><td><font size='1'>posted 10-25-2015 03:{n} PM</font> <a href='#'><img src='p.gif' alt='Profile'></a><hr><font size='2'>"
            f"{words}</font></td></tr>"
        ),
        quote="<blockquote><font size='1'>quote:</font><hr>Originally posted by Tom:<br>who counted the cars?<hr></blockquote>",
    )
    + "</table>",
    "Powered by: Infopop Ultimate Bulletin Board",
)

DISCOURSE_APP = _page(
    "<meta name='generator' content='Discourse 3.2'><meta property='og:site_name' content='Pier Board'>",
    "<div id='main-outlet'><div id='topic-title'><h1><a class='fancy-title'>Bridge levy</a></h1></div><div class='post-stream'>"
    + _topic(
        lambda n, who, words: (
            f"<div class='topic-post clearfix regular'><article id='post_{n - 10}' role='region' data-post-id='9{n}' data-user-id='7' class='boxed onscreen-post'><div class='post__row row'><div class='topic-avatar'><img src='a.png'></div><div "
            f"class='post__body topic-body clearfix'><div role='heading' class='topic-meta-data'><div class='names trigger-user-card'><span class='first username'><a href='/u/x' data-user-card='x'>{who}</a></span><span class='user-title'>Regular</span></div><div "
            f"class='post-infos'><div class='post-info post-date'><a class='post-date' href='#'><span title='October 5, 2015 3:{n} pm' data-time='14440579{n}000' data-format='tiny' class='relative-date'>Oct 2015</span></a></div></div></div><div class='regular contents'>"
            f"<div class='cooked'><p>{words}</p></div><section class='post-menu-area clearfix'><nav class='post-controls'><button>Reply</button></nav></section></div></div></div></article></div>"
        ),
        quote="</p><aside class='quote no-group' data-username='Tom' data-post='1' data-topic='4'><div class='title'><div class='quote-controls'></div><img src='a.png'> Tom:</div><blockquote><p>who counted the cars?</p></blockquote></aside><p>",
    )
    + "</div></div>",
)

DISCOURSE_NO_SCRIPT = _page(
    "<meta name='generator' content='Discourse 3.2'><meta property='og:site_name' content='Pier Board'>",
    "<noscript data-path='/t/4'><header><div id='site-text-logo'>Pier Board</div></header><div id='main-outlet' class='wrap' role='main'><div id='topic-title'><h1><a href='/t/bridge-levy/4'>Bridge levy</a></h1></div><div itemscope "
    "itemtype='http://schema.org/DiscussionForumPosting'><meta itemprop='headline' content='Bridge levy'>"
    + _topic(
        lambda n, who, words: (
            f"<div id='post_{n - 10}' {'' if n == 11 else 'itemprop=comment itemscope itemtype=http://schema.org/Comment'} class='topic-body crawler-post'><div class='crawler-post-meta'><span class='creator' itemprop='author' itemscope "
            f"itemtype='http://schema.org/Person'><a itemprop='url' rel='nofollow' href='/u/x'><span itemprop='name'>{who}</span></a> (X. Y.)</span><link itemprop='image' href='x.png'><span class='crawler-post-infos'><time itemprop='datePublished' "
            f"datetime='2015-10-05T15:{n}:00Z' class='post-time'>October 5, 2015, 3:{n}pm</time><meta itemprop='dateModified' content='2015-10-05T15:{n}:00Z'><span itemprop='position'>{n - 10}</span></span></div><div class='post' itemprop='"
            f"{'articleBody' if n == 11 else 'text'}'><p>{words}</p></div><div itemprop='interactionStatistic' itemscope><meta itemprop='userInteractionCount' content='3'><span class='post-likes'>3 Likes</span></div></div>"
        ),
        quote="</p><aside class='quote no-group' data-username='Tom' data-post='1' data-topic='4'><div class='title'><div class='quote-controls'></div> Tom:</div><blockquote><p>who counted the cars?</p></blockquote></aside><p>",
    )
    + "</div></div><footer><nav><a href='/about'>About</a></nav><p>Powered by <a href='https://www.discourse.org'>Discourse</a>, best viewed with JavaScript enabled</p></footer></noscript>",
)

TOPICS = {
    "prosilver": PROSILVER,
    "subsilver": SUBSILVER,
    "vbulletin 3": VBULLETIN3,
    "vbulletin 5": VBULLETIN5,
    "xenforo 1": XENFORO1,
    "smf 2.1": SMF2,
    "invision": INVISION,
    "mybb": MYBB,
    "nodebb": NODEBB,
    "vanilla": VANILLA,
    "fluxbb": FLUXBB,
    "bbpress": BBPRESS,
    "woltlab": WOLTLAB,
    "flarum": FLARUM,
    "discourse": DISCOURSE_APP,
    "discourse no script": DISCOURSE_NO_SCRIPT,
}
UNDATED = frozenset({"flarum"})
UNNAMED = frozenset({"bbpress", "flarum"})
"""Engines whose quotations name nobody."""
