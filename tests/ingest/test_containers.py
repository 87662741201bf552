"""Mail, feeds, archives, office files and tables: each input is made here, bad ones too."""

import gzip
import io
import tarfile
import time
import zipfile

import pytest

from corpus_tool.ingest import read

A = (
    "The harbour board said on Friday that the ferry to Skerry will stop at the end of the month, because the "
    "boat needs a new engine and nobody has offered to pay for it."
)
B = "About 340 people take the ferry on a working day, the board's own count shows, and most of them have no car."
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def documents(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read([path]))


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


LETTER = (
    "From: Ann Example <ann@pier.example>\r\nTo: list@pier.example\r\nSubject: A boat less\r\n"
    "Date: Fri, 02 Oct 2015 09:30:00 +0200\r\nMessage-ID: <1@pier.example>\r\nMIME-Version: 1.0\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n" + A + "\r\n\r\n" + B + "\r\n"
)


def test_a_letter(tmp_path):
    (letter,) = documents(tmp_path, "a.eml", LETTER)
    assert (letter.title, letter.author, letter.published) == (
        "A boat less",
        "Ann Example",
        "2015-10-02T09:30:00+02:00",
    )
    assert letter.text == f"{A}\n\n{B}"


def test_a_letter_is_known_without_its_name_and_its_page_is_preferred(tmp_path):
    letter = LETTER.replace("text/plain", "multipart/alternative; boundary=x; was=text/plain").partition(
        "\r\n\r\n"
    )[0]
    page = f"<html><body><h1>A boat less</h1><p>{A}</p><p>See <a href='https://e.example/n'>the count</a>. {B}</p></body></html>"
    body = f"--x\r\nContent-Type: text/plain\r\n\r\nshort\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--x--\r\n"
    (found,) = documents(tmp_path, "letter", f"{letter}\r\n\r\n{body}")
    assert A in found.text
    assert [found.text[k.start : k.end] for k in found.links] == ["the count"]


def test_a_box_of_letters_keeps_answers_under_what_they_answer(tmp_path):
    answer = (
        LETTER.replace("<1@pier", "<2@pier")
        .replace("Ann Example", "Bo Sample")
        .replace("MIME-Version", "In-Reply-To: <1@pier.example>\r\nMIME-Version")
        .replace(B, "Who counted?")
    )
    box = "".join(f"From a@b Fri Oct  2 09:30:00 2015\n{one}\n" for one in (LETTER, answer)).replace(
        "\r\n", "\n"
    )
    first, second = documents(tmp_path, "list.mbox", box)
    assert (first.kind, second.kind, second.parent_id, second.author) == (
        "article",
        "comment",
        first.id,
        "Bo Sample",
    )


def test_a_page_saved_as_one_file(tmp_path):
    page = f"<html><head><title>A boat less | Skerry Echo</title></head><body><article><h1>A boat less</h1><p>{A}</p><p>{B}</p></article></body></html>"
    saved = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://echo.example/boat\r\nSubject: A boat less\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="y"\r\n\r\n'
        f"--y\r\nContent-Type: text/html\r\nContent-Location: https://echo.example/boat\r\n\r\n{page}\r\n--y--\r\n"
    )
    (found,) = documents(tmp_path, "a.mhtml", saved)
    assert (found.url, found.publisher, found.title) == (
        "https://echo.example/boat",
        "Skerry Echo",
        "A boat less",
    )
    assert A in found.text


@pytest.mark.parametrize(
    "head",
    [
        "Subject: =?utf-8?q?=ff=fe?=\nFrom: a\nDate: nonsense\n\nhello there",
        "From: \nSubject:\nDate: Fri, 99 Foo 0000\n\n",
        "From a b c\nX: y\nSubject: z\n\nhello\n",
    ],
)
def test_broken_letters_are_answered(tmp_path, head):
    assert len(documents(tmp_path, "a.eml", head)) == 1


RSS = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Skerry Echo</title>'
    "<item><title>A boat less</title><link>https://echo.example/boat</link><dc:creator>Ann Example</dc:creator>"
    f"<pubDate>Fri, 02 Oct 2015 09:30:00 GMT</pubDate><content:encoded><![CDATA[<p>{A}</p><p>{B}</p>]]></content:encoded></item>"
    "<item><title>Empty</title></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Skerry Echo</title><entry><title>A boat less</title>'
    '<link rel="alternate" href="https://echo.example/boat"/><author><name>Ann Example</name></author>'
    f'<published>2015-10-02T09:30:00Z</published><content type="html">&lt;p&gt;{A}&lt;/p&gt;&lt;p&gt;{B}&lt;/p&gt;</content></entry></feed>'
)


@pytest.mark.parametrize("feed", [RSS, ATOM])
def test_feeds(tmp_path, feed):
    first, *rest = documents(tmp_path, "feed.xml", feed)
    assert (first.title, first.author, first.publisher, first.url, first.published, first.text) == (
        "A boat less", "Ann Example", "Skerry Echo", "https://echo.example/boat", "2015-10-02T09:30:00Z", f"{A}\n\n{B}",
    )  # fmt: skip
    assert [document.status for document in rest] == (["partial"] if rest else [])


def test_a_feed_that_declares_entities_is_refused(tmp_path):
    started = time.perf_counter()
    (found,) = documents(
        tmp_path, "feed.xml", RSS.replace("<rss", LAUGHS.replace("x [", "rss [") + "<rss", 1)
    )
    assert found.status == "failed"
    assert "entities" in found.status_reason
    assert time.perf_counter() - started < 2


ROWS = '{"id": "r1", "text": "One row."}\n{"id": "r2", "text": "Another."}\n'


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_archives_hold_files_of_any_kind(tmp_path, kind):
    files = {
        "pile/a.txt": f"A Boat Less Today\n\n{A}\n\n{B}\n",
        "pile/rows.jsonl": ROWS,
        "pile/a.eml": LETTER,
    }
    if kind == "zip":
        content = zipped(files)
    else:
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w:gz" if kind == "tar.gz" else "w") as packed:
            for name, text in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(text.encode())
                packed.addfile(info, io.BytesIO(text.encode()))
        content = out.getvalue()
    found = documents(tmp_path, f"pile.{kind}", content)
    assert [(d.path, d.status) for d in found] == [
        (f"pile.{kind}/pile/a.txt", "ok"), (f"pile.{kind}/pile/rows.jsonl", "ok"),
        (f"pile.{kind}/pile/rows.jsonl", "ok"), (f"pile.{kind}/pile/a.eml", "ok"),
    ]  # fmt: skip
    assert [d.id for d in found[1:3]] == ["r1", "r2"]


def test_one_packed_file(tmp_path):
    (found,) = documents(tmp_path, "a.txt.gz", gzip.compress(f"A Boat Less Today\n\n{A}\n".encode()))
    assert (found.path, found.text) == ("a.txt.gz/a.txt", A)


def test_members_that_lead_out_are_passed_over(tmp_path):
    members = {
        "../up.txt": "no",
        "/abs.txt": "no",
        "a/../../b.txt": "no",
        "C:\\x.txt": "no",
        "__MACOSX/x": "no",
        "good.txt": A,
    }
    assert [d.path for d in documents(tmp_path, "pile.zip", zipped(members))] == ["pile.zip/good.txt"]


def test_links_in_archives_are_passed_over(tmp_path):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        link = tarfile.TarInfo("secret.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    (found,) = documents(tmp_path, "pile.tar", out.getvalue())
    assert "without files" in found.status_reason


def test_archives_in_archives_end(tmp_path):
    content = zipped({"a.txt": A})
    for _ in range(6):
        content = zipped({"inner.zip": content})
    found = documents(tmp_path, "deep.zip", content)
    assert ["nesting" in (d.status_reason or "") for d in found] == [True]


def test_archives_that_expand_are_refused(tmp_path):
    (found,) = documents(tmp_path, "bomb.zip", zipped({"a.txt": b"a" * (70 * 1024 * 1024)}))
    assert found.status == "failed"
    assert "expansion" in found.status_reason
    (packed,) = documents(tmp_path, "bomb.gz", gzip.compress(b"a" * (70 * 1024 * 1024)))
    assert packed.status == "failed"
    assert "expansion" in packed.status_reason


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.docx", "a.epub"])
def test_broken_archives_are_answered(tmp_path, name):
    whole = (
        zipped({"word/document.xml": "<x/>", "a.txt": A})
        if not name.endswith("gz")
        else gzip.compress(A.encode() * 50)
    )
    (found,) = documents(tmp_path, name, whole[: len(whole) // 2])
    assert found.status == "failed"


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DOCX = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": (
        f'<w:document {W} {R}><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>A boat less</w:t></w:r></w:p>'
        f'<w:p><w:r><w:t xml:space="preserve">{A} See </w:t></w:r>'
        f'<w:hyperlink r:id="rId4"><w:r><w:t>the count</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr><w:r><w:t>{B}</w:t></w:r></w:p></w:body></w:document>'
    ),
    "word/_rels/document.xml.rels": '<Relationships><Relationship Id="rId4" TargetMode="External" Target="https://e.example/n"/></Relationships>',
    "docProps/core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ann Example</dc:creator></c>',
}


def test_word_documents(tmp_path):
    (found,) = documents(tmp_path, "a.docx", zipped(DOCX))
    assert (found.title, found.author) == ("A boat less", "Ann Example")
    assert [(found.text[k.start : k.end], k.href) for k in found.links] == [
        ("the count", "https://e.example/n")
    ]
    assert [found.text[q.start : q.end] for q in found.block_quotes] == [B]
    assert found.text.startswith(A)


def _noted(number, who, day, text, paragraph):
    return (
        f'<w:comment w:id="{number}" w:author="{who}" w:date="2015-10-0{day}T09:30:00Z" w:initials="x">'
        f'<w:p w14:paraId="{paragraph}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
    )


MARGIN = {
    **DOCX,
    "word/document.xml": (
        f'<w:document {W}><w:body><w:p><w:r><w:t>The ferry </w:t></w:r><w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>'
        '<w:r><w:t>will stop</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:commentRangeEnd w:id="1"/>'
        '<w:r><w:t> in May.</w:t></w:r></w:p><w:p><w:r><w:t>The bridge stays.</w:t></w:r><w:r><w:commentReference w:id="2"/></w:r></w:p>'
        "</w:body></w:document>"
    ),
    "word/comments.xml": (
        f'<w:comments {W} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">{_noted(0, "Ann Example", 2, "Who says so?", "A1")}'
        f'{_noted(1, "Bo Sample", 3, "The board did.", "A2")}{_noted(2, "", 4, "Since when?", "A3")}</w:comments>'
    ),
    "word/commentsExtended.xml": (
        '<x:commentsEx xmlns:x="http://schemas.microsoft.com/office/word/2012/wordml"><x:commentEx x:paraId="A1" x:done="0"/>'
        '<x:commentEx x:paraId="A2" x:paraIdParent="A1" x:done="0"/><x:commentEx x:paraId="A3" x:done="0"/></x:commentsEx>'
    ),
}  # fmt: skip


def test_comments_in_the_margin_of_a_word_document(tmp_path):
    article, *comments = documents(tmp_path, "a.docx", zipped(MARGIN))
    assert article.text == "The ferry will stop in May.\n\nThe bridge stays."
    assert [(c.author, c.published, c.text) for c in comments] == [
        ("Ann Example", "2015-10-02T09:30:00", "Who says so?"),
        ("Bo Sample", "2015-10-03T09:30:00", "The board did."),
        (None, "2015-10-04T09:30:00", "Since when?"),
    ]
    assert [c.parent_id for c in comments] == [None, comments[0].id, None]
    assert {c.thread_id for c in comments} == {article.id}
    assert [c.status_reason for c in comments] == [
        "in the margin beside: will stop",
        "in the margin beside: will stop",
        "in the margin beside: The bridge stays.",
    ]


def test_a_broken_margin_costs_no_text(tmp_path):
    (article,) = documents(tmp_path, "a.docx", zipped({**MARGIN, "word/comments.xml": "<w:comments"}))
    assert (article.status, article.text[:9]) == ("partial", "The ferry")
    assert "word/comments.xml is broken XML" in article.status_reason


@pytest.mark.parametrize(
    ("part", "content", "told"),
    [
        ("word/document.xml", LAUGHS + "<x>&b;&c;</x>", "entities"),
        ("word/document.xml", f"<w:document {W}>" + " " * (70 * 1024 * 1024), "expansion"),
        ("word/document.xml", "<w:document", "broken XML"),
    ],
)
def test_word_documents_that_are_traps(tmp_path, part, content, told):
    (found,) = documents(tmp_path, "a.docx", zipped({**DOCX, part: content}))
    assert found.status == "failed"
    assert told in found.status_reason


def test_books(tmp_path):
    chapter = f"<html><body><h1>%s</h1><p>{A}</p><blockquote><p>{B}</p></blockquote></body></html>"
    book = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="o/b.opf"/></rootfiles></container>',
        "o/b.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Piers</dc:title>'
            '<dc:creator>Ann Example</dc:creator><dc:date>2015</dc:date></metadata><manifest><item id="1" href="a.xhtml"/><item id="2" href="b.xhtml"/>'
            '<item id="3" href="../../etc"/></manifest><spine><itemref idref="1"/><itemref idref="2"/><itemref idref="3"/></spine></package>'
        ),
        "o/a.xhtml": chapter % "One",
        "o/b.xhtml": chapter % "Two",
    }
    one, two, missing = documents(tmp_path, "a.epub", zipped(book))
    assert [(d.title, d.author, d.publisher, d.published) for d in (one, two)] == [
        ("One", "Ann Example", "Piers", "2015"), ("Two", "Ann Example", "Piers", "2015"),
    ]  # fmt: skip
    assert one.text == f"{A}\n\n{B}"
    assert [one.text[q.start : q.end] for q in one.block_quotes] == [B]
    assert missing.status == "failed"


def test_tables(tmp_path):
    table = (
        f'\ufeffid;Headline;Body;Date\n7;A boat less;"{A}\n\n{B}";2015-10-02\n8;Short;Hello.;x\n9;a;b;c;d;e\n'
    )
    first, second, third = documents(tmp_path, "a.csv", table)
    assert (first.id, first.title, first.published, first.text) == (
        "7",
        "A boat less",
        "2015-10-02",
        f"{A}\n\n{B}",
    )
    assert (second.text, second.published) == ("Hello.", None)
    assert third.status == "failed"


def test_tables_of_other_things_and_long_fields(tmp_path):
    (found,) = documents(tmp_path, "a.csv", "path,title\nx,y\n")
    assert found.status == "failed"
    assert "sidecar" in found.status_reason
    (long,) = documents(tmp_path, "b.tsv", "id\ttext\n1\t" + "word " * 2_000_000 + "\n")
    assert len(long.text) > 9_000_000
