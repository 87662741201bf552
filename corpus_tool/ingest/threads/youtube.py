"""YouTube: pages of the API's ``commentThreads`` and ``comments``, and yt-dlp's ``info.json``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corpus_tool.ingest.dates import from_epoch, to_edtf
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.html.fragment import from_markup
from corpus_tool.ingest.textbuild import RichText
from corpus_tool.ingest.threads.fields import CARRIES, is_object, objects, string, with_text


def from_json(value: object) -> list[Draft] | None:
    """Drafts of an API page, a list of pages, or an ``info.json``; null for anything else."""
    if is_object(value) and "extractor" in value and isinstance(value.get("comments", 0), (list, type(None))):
        return list(_of_download(value))
    pages = objects(value) if isinstance(value, list) else [value] if is_object(value) else []
    items = [
        item
        for page in pages
        for item in (objects(page.get("items")) if isinstance(page.get("items"), list) else [page])
    ]
    if not items or not all(str(item.get("kind", "")).startswith("youtube#comment") for item in items):
        return None
    return [draft for item in items for draft in _of_item(item)]


def _of_item(item: Mapping[str, Any]) -> Iterator[Draft]:
    snippet = item.get("snippet")
    if not is_object(snippet):
        return
    if item.get("kind") == "youtube#comment":
        yield _comment(item, snippet)
        return
    top = snippet.get("topLevelComment")
    if is_object(top) and is_object(top.get("snippet")):
        yield _comment(top, top["snippet"], string(snippet, "videoId"))
    replies = item.get("replies")
    for reply in objects(replies.get("comments")) if is_object(replies) else []:
        if is_object(reply.get("snippet")):
            yield _comment(reply, reply["snippet"], string(snippet, "videoId"))


def _comment(item: Mapping[str, Any], snippet: Mapping[str, Any], video: str | None = None) -> Draft:
    own = string(item, "id")
    video = string(snippet, "videoId") or video
    shown = string(snippet, "textDisplay")
    draft = Draft(
        key=own,
        id=own,
        kind="comment",
        parent=string(snippet, "parentId"),
        thread=video,
        author=string(snippet, "authorDisplayName"),
        publisher="YouTube",
        url=f"https://www.youtube.com/watch?v={video}&lc={own}" if video and own else None,
        published=to_edtf(snippet.get("publishedAt")),
        kept=CARRIES,
    )
    return with_text(draft, from_markup(shown) if shown else RichText(string(snippet, "textOriginal") or ""))


def _of_download(info: Mapping[str, Any]) -> Iterator[Draft]:
    day = string(info, "upload_date") or ""
    video = f"video {string(info, 'id') or ''}"
    yield Draft(
        key=video,
        kind="post",
        author=string(info, "uploader", "channel"),
        publisher="YouTube",
        title=string(info, "title", "fulltitle"),
        url=string(info, "webpage_url"),
        published=to_edtf(f"{day[:4]}-{day[4:6]}-{day[6:8]}") if len(day) == 8 else None,
        text=string(info, "description") or "",
        kept=CARRIES,
    )
    for comment in objects(info.get("comments")):
        answered = string(comment, "parent")
        yield Draft(
            key=string(comment, "id"),
            id=string(comment, "id"),
            kind="comment",
            parent=None if answered in {None, "root"} else answered,
            thread=video,
            author=string(comment, "author"),
            publisher="YouTube",
            published=from_epoch(comment.get("timestamp")),
            text=string(comment, "text") or "",
            kept=CARRIES,
        )
