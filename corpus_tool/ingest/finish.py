"""Drafts of one file to Documents: ids, parents, notes, language, hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus_tool.ingest.drafts import Draft, joined
from corpus_tool.ingest.language import foreign
from corpus_tool.ingest.notes import find_notes
from corpus_tool.models import Document
from corpus_tool.text import content_hash, digest


def finish(drafts: Iterable[Draft], name: str) -> Iterator[Document]:
    """Documents of one file, in its order, with parts 0, 1, 2 and so on.

    Ids: the row's own, else a digest of file name, part and content. Parents that the file
    does not hold, or that lead in a circle, become null.

    Args:
        drafts: What the file's reader found.
        name: Path of the file relative to the input root.
    """
    found = list(drafts)
    ids = _ids(found, name)
    keys = {draft.key: number for number, draft in reversed(list(enumerate(found))) if draft.key is not None}
    parents = _without_circles([_number(draft.parent, keys, at) for at, draft in enumerate(found)])
    for part, draft in enumerate(found):
        parent = parents[part]
        yield document(
            replace(
                draft,
                id=ids[part],
                parent=None if parent is None else ids[parent],
                thread=_thread(draft, keys, ids, name),
            ),
            name,
            part,
        )


def document(draft: Draft, name: str, part: int) -> Document:
    """One finished document. ``draft.parent`` and ``draft.thread`` are ids here."""
    strange = foreign(draft.text) if draft.status == "ok" else None
    return Document(
        id=draft.id or digest(name, part, draft.text),
        kind=draft.kind,
        state=draft.state,
        parent_id=draft.parent,
        thread_id=draft.thread,
        author=draft.author,
        publisher=draft.publisher,
        title=draft.title,
        url=draft.url,
        published=draft.published,
        text=draft.text,
        links=draft.links,
        block_quotes=draft.block_quotes,
        notes=find_notes(draft.text) if draft.notes is None else draft.notes,
        kept=draft.kept,
        path=name,
        part=part,
        content_hash=content_hash(draft.text),
        status="partial" if strange else draft.status,
        status_reason=joined(draft.status_reason, strange),
        given=draft.given,
    )


def _ids(drafts: Sequence[Draft], name: str) -> list[str]:
    taken: set[str] = set()
    ids: list[str] = []
    for part, draft in enumerate(drafts):
        own = draft.id if draft.id is not None and draft.id not in taken else digest(name, part, draft.text)
        taken.add(own)
        ids.append(own)
    return ids


def _number(key: str | None, keys: dict[str, int], at: int) -> int | None:
    number = None if key is None else keys.get(key)
    return None if number == at else number


def _without_circles(parents: list[int | None]) -> list[int | None]:
    """Cuts the link that would close a circle. Each link is walked once."""
    done: set[int] = set()
    cut = list(parents)
    for start in range(len(parents)):
        trail: list[int] = []
        on_trail: set[int] = set()
        here: int | None = start
        while here is not None and here not in done:
            if here in on_trail:
                cut[trail[-1]] = None
                break
            trail.append(here)
            on_trail.add(here)
            here = cut[here]
        done.update(trail)
    return cut


def _thread(draft: Draft, keys: dict[str, int], ids: Sequence[str], name: str) -> str | None:
    """Id of the article or post above; an article heads its own thread."""
    if draft.thread is None:
        return digest(name, "thread") if draft.kind == "comment" else None
    number = keys.get(draft.thread)
    return ids[number] if number is not None else digest(name, "thread", draft.thread)
