"""Mail: one message (``.eml``), a box of them (``.mbox``), and pages saved as one (``.mhtml``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from corpus_tool.ingest import html, plain
from corpus_tool.ingest.drafts import Draft, failed, joined
from corpus_tool.ingest.held import held
from corpus_tool.ingest.source import Source

_HEADER = re.compile(
    rb"\A(?:From [^\n]{3,200}\n|(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n){0,50}){0,60}?)"
    rb"(?:MIME-Version|Message-I[dD]|Received|Return-Path|Delivered-To|Subject|From|Date|Snapshot-Content-Location):",
)
_KNOWN = re.compile(rb"(?mi)^(?:mime-version|message-id|received|return-path|subject|from|to|date):[ \t]?\S")
_SEPARATOR = re.compile(rb"(?:\A|\n\r?\n)From [^\n]{3,200}\n(?=[A-Za-z-]{2,40}:)")
MAX_MESSAGES = 20_000
"""A larger box is split by its owner."""
MAX_PARTS = 500
"""No letter has more parts; nested ones are built to wear a reader out."""


def sniff(source: Source) -> bool:
    """Three headers of a letter at the very top; the name settles where there are fewer."""
    head = source.head[:16_000].removeprefix(b"\xef\xbb\xbf")
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    known = len(_KNOWN.findall(top))
    if source.suffix in {".eml", ".mbox", ".mht", ".mhtml"}:
        return known >= 1
    return known >= 3 and _HEADER.match(head) is not None and b"\n" in top


def read(source: Source) -> Iterable[Draft]:
    """The letters of a file, or the page of a saved one; an answer to a letter of the file is a comment under it."""
    messages = _messages(source.data)
    if len(messages) > MAX_MESSAGES:
        return [failed(f"{source.name}: more than {MAX_MESSAGES:,} letters (split the box)")]
    drafts = [draft for number, raw in enumerate(messages) for draft in _letter(raw, number, source.name)]
    return _threaded(drafts) or [failed(f"{source.name}: holds no letter (export it again)")]


def _messages(data: bytes) -> list[bytes]:
    if not data.startswith(b"From "):
        return [data]
    starts = [found.start() for found in _SEPARATOR.finditer(data)]
    starts = starts if starts and starts[0] == 0 else [0, *starts]
    ends = [*starts[1:], len(data)]
    return [
        data[start:end].lstrip(b"\r\n").partition(b"\n")[2].replace(b"\n>From ", b"\nFrom ")
        for start, end in zip(starts, ends, strict=True)
    ]


def _letter(raw: bytes, number: int, name: str) -> Iterator[Draft]:
    message = message_from_bytes(raw, policy=policy.default)
    page = _page(message)
    if page is None:
        yield failed(f"{name}: letter {number + 1} holds no text")
        return
    content, kind = page
    inside = held(content, f"{name}.{kind}")
    found = list(html.read(inside) if kind == "html" else plain.read(inside))
    key = _said(message, "Message-ID") or f"letter {number}"
    address = _said(message, "Snapshot-Content-Location")
    for draft in found:
        if draft.kind == "comment" or address:
            yield replace(draft, url=draft.url or (address if draft.kind != "comment" else None))
        else:
            yield _addressed(draft, message, key)


def _addressed(draft: Draft, message: EmailMessage | Message, key: str) -> Draft:
    """What the letter's own head says wins over what the text shows."""
    writer, address = parseaddr(_said(message, "From") or "")
    subject = _said(message, "Subject")
    published = _date(message)
    return replace(
        draft,
        key=key if draft.key in {None, "article", "page 0"} else draft.key,
        parent=_said(message, "In-Reply-To"),
        title=subject or draft.title,
        author=draft.author or writer or address or None,
        publisher=draft.publisher,
        published=published or draft.published,
        kept=replace(draft.kept, dates=bool(published or draft.published), bylines=bool(writer or address)),
        status_reason=joined(draft.status_reason),
    )


def _threaded(drafts: list[Draft]) -> list[Draft]:
    keys = {draft.key for draft in drafts}
    return [
        replace(draft, kind="comment", thread=draft.parent)
        if draft.parent in keys and draft.kind == "article"
        else draft
        for draft in drafts
    ]


def _page(message: EmailMessage | Message) -> tuple[bytes, str] | None:
    """The letter's text: its page where it has one, else its plain text."""
    plain_text: bytes | None = None
    for number, part in enumerate(message.walk()):
        if number > MAX_PARTS:
            break
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        content = _decoded(part)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and content.strip():
            return content, "html"
        if part.get_content_type() == "text/plain" and plain_text is None and content.strip():
            plain_text = content
    return (plain_text, "txt") if plain_text is not None else None


def _decoded(part: Message) -> bytes:
    """A part's words as UTF-8."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if not charset or charset in {"utf-8", "us-ascii"}:
        return data
    try:
        return data.decode(charset, "replace").encode("utf-8", "replace")
    except LookupError:
        return data


def _said(message: EmailMessage | Message, header: str) -> str | None:
    try:
        found = message.get(header)
    except (ValueError, IndexError, AttributeError, TypeError):  # headers that the parser cannot take apart
        return None
    return " ".join(str(found).split()) or None if found is not None else None


def _date(message: EmailMessage | Message) -> str | None:
    said = _said(message, "Date")
    if said is None:
        return None
    try:
        found = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    offset = found.strftime("%z")
    zone = "Z" if offset == "+0000" else (f"{offset[:3]}:{offset[3:5]}" if offset else "")
    return f"{found.strftime('%Y-%m-%dT%H:%M:%S')}{zone}" if found.year > 1970 else None
