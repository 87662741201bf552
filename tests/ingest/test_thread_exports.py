# ruff: noqa: E501 - exports as services write them
"""Disqus and WordPress exports as they really come: nobody's comments, spam, what awaits approval, markup of blocks."""

from tests.ingest.test_thread_variants import told

DISQUS = """<?xml version="1.0" encoding="utf-8"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><title>General</title></category><thread dsq:id="5"><id>a</id><forum>f</forum><link>https://e.example/boat</link><title>A boat</title>
<createdAt>2015-10-01T00:00:00Z</createdAt><author><email/><name>Pier</name><isAnonymous>false</isAnonymous><username>pier</username></author><isClosed>true</isClosed>
<isDeleted>false</isDeleted></thread>
<post dsq:id="7"><id/><message><![CDATA[<p>It&#39;s <a href="https://e.example/x" rel="nofollow">gone</a>.</p>]]></message><createdAt>2015-10-02T09:30:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><name></name><isAnonymous>true</isAnonymous></author><thread dsq:id="5"/></post>
<post dsq:id="8"><message/><createdAt>2015-10-02T09:30:00Z</createdAt><isDeleted>true</isDeleted><isSpam>false</isSpam><author><name>Bo</name><isAnonymous>false</isAnonymous>
<username>bo</username></author><thread dsq:id="5"/><parent dsq:id="7"/></post>
<post dsq:id="9"><message>Buy boats</message><createdAt>2015-10-02T09:30:00Z</createdAt><isDeleted>false</isDeleted><isSpam>true</isSpam><author><name>Cy</name></author>
<thread dsq:id="5"/><parent dsq:id="999"/></post></disqus>"""


def test_disqus_export():
    assert told(DISQUS, "d.xml") == [
        ("comment", "published", None, "2015-10-02", None, "It's gone."),
        ("comment", "deleted", "Bo", "2015-10-02", 0, ""),
        ("comment", "unapproved", "Cy", "2015-10-02", None, "Buy boats"),
    ]


def wxr(*comments, content="It is &amp; gone.\n\n<!-- wp:paragraph --><p>Really.</p><!-- /wp:paragraph -->"):
    rows = "".join(
        f"<wp:comment>{''.join(f'<wp:{k}><![CDATA[{v}]]></wp:{k}>' for k, v in one.items())}</wp:comment>"
        for one in comments
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Pier</title><item><title>A boat &amp; more</title>'
        f"<link>https://e.example/boat</link><pubDate>Fri, 02 Oct 2015 09:30:00 +0000</pubDate><dc:creator>ann</dc:creator><content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<wp:post_date>2015-10-02 11:30:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>{rows}</item></channel></rss>"
    )


def wp(number, above=0, approved="1", kind="", **fields):
    return {"comment_id": number, "comment_author": "Bo", "comment_date": "2015-10-02 11:30:00", "comment_date_gmt": "2015-10-02 09:30:00",
            "comment_content": "Is it?", "comment_approved": approved, "comment_type": kind, "comment_parent": above, **fields}  # fmt: skip


def test_wordpress_export():
    export = wxr(
        wp(1), wp(2, 1, "0"), wp(3, 2, "spam"), wp(4, 0, "trash"), wp(5, 0, "1", "pingback"), wp(6, 77, "1", "comment"),
        wp(7, comment_author="", comment_date_gmt="0000-00-00 00:00:00", comment_content="One.\n\nTwo &lt;b&gt;."),
    )  # fmt: skip
    assert told(export, "w.xml") == [
        ("article", "published", "ann", "2015-10-02", None, "It is & gone.\n\nReally."),
        ("comment", "published", "Bo", "2015-10-02", None, "Is it?"),
        ("comment", "unapproved", "Bo", "2015-10-02", 1, "Is it?"),
        ("comment", "unapproved", "Bo", "2015-10-02", 2, "Is it?"),
        ("comment", "deleted", "Bo", "2015-10-02", None, "Is it?"),
        ("comment", "ping", "Bo", "2015-10-02", None, "Is it?"),
        ("comment", "published", "Bo", "2015-10-02", None, "Is it?"),
        ("comment", "published", None, "2015-10-02", None, "One.\n\nTwo <b>."),
    ]
