"""What documents are called in sentences: short, and no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from corpus_tool.models import Document

_TITLE_WORDS, _OPENING_WORDS = 5, 5
_STEM, _BRIEF_WORDS = 12, 3


def labels_of(documents: Iterable[Document], roots: Mapping[str, str]) -> dict[str, str]:
    """A name for each document: its publisher, else its headline, with as much more as tells it from others.

    Args:
        documents: All that may occur in one sentence.
        roots: Comment id to the article or post it hangs under. Commenters are never named.
    """
    every = list(documents)
    forms = {d.id: _forms(d) for d in every if d.kind != "comment"}
    seen = Counter(form for own in forms.values() for form in dict.fromkeys(own))
    names = {key: next((f for f in own if seen[f] == 1), own[-1]) for key, own in forms.items()}
    for document in every:
        if document.kind == "comment":
            root = names.get(roots.get(document.id, ""))
            names[document.id] = "a comment" if root is None else f"a comment under {root}"
    return names


def _forms(document: Document) -> list[str]:
    """Names of a document, the shortest first, the last one its own alone as far as can be."""
    title = " ".join(first_words(document.title or "", _TITLE_WORDS))
    forms = [document.publisher] if document.publisher else []
    if document.publisher and title:
        forms.append(f"{document.publisher} (“{title}”)")
    elif title:
        forms.append(f"“{title}”")
    if not forms:
        opening = " ".join(first_words(document.text, _OPENING_WORDS))
        forms.append(f"the text that begins “{opening}”" if opening else f"document {document.id}")
    if document.path:
        part = f", part {document.part + 1}" if document.part else ""
        forms.append(f"{_brief(document)} ({_file(document.path)}{part})")
    return forms


def _brief(document: Document) -> str:
    """The least of a name, where the file says which document is meant."""
    opening = " ".join(first_words(document.title or document.text, _BRIEF_WORDS))
    return document.publisher or (f"“{opening}”" if opening else "the text")


def _file(path: str) -> str:
    """A file's name, cut in the middle of its stem where it is long."""
    name = PurePosixPath(path)
    stem = name.stem if len(name.stem) <= _STEM else f"{name.stem[:_STEM]}…"
    return f"{stem}{name.suffix}"


def first_words(text: str, count: int) -> list[str]:
    """The first words of a text, with an ellipsis when there are more."""
    parts = text[:400].split()
    return parts if len(parts) <= count else [*parts[:count], "…"]
