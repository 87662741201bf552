"""Reading loosely typed fields of exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeGuard

from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.textbuild import RichText
from corpus_tool.models import Kept

GONE = frozenset({"[deleted]", "[removed]", "[deleted by user]", "[ removed by reddit ]"})
"""What services print in place of a name or text that was taken down."""
CARRIES = Kept(links=True, block_quotes=True, dates=True, images=False, bylines=True)
"""Exports keep links, quotations, dates and names."""


def is_object(value: object) -> TypeGuard[Mapping[str, Any]]:
    """True for a JSON object."""
    return isinstance(value, Mapping)


def objects(value: object) -> list[Mapping[str, Any]]:
    """The objects of a JSON list; nothing for anything else."""
    return [item for item in value if is_object(item)] if isinstance(value, Sequence) else []


def string(row: Mapping[str, Any], *names: str) -> str | None:
    """The first of these fields that holds a text; numbers count for ids."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
    return None


def with_text(draft: Draft, text: RichText) -> Draft:
    """The draft with this text and its spans."""
    from dataclasses import replace

    return replace(draft, text=text.text, links=text.links, block_quotes=text.block_quotes)
