"""Posts read as sentences: what a network adds to a text is taken off before it is searched for."""

from __future__ import annotations

import re

_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|www\.)\S{1,400}", re.IGNORECASE)
_SIGNED = re.compile(r"\s[—–-]{1,2}\s[^—\n]{0,80}\(@\w{1,30}\)\s+\w{3,9} \d{1,2}, \d{4}\s*$")
"""The line an embedded post closes with: name, handle, date."""
_TAG = re.compile(r"[#@](\w{1,100})")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=\d)|_")


def plain(text: str) -> str:
    """A post without links and signature, its tags cut into words ("#DeskPlants" gives "Desk Plants")."""
    bare = _SIGNED.sub(" ", _LINK.sub(" ", text))
    return _TAG.sub(lambda tag: f" {_HUMP.sub(' ', tag.group(1))} ", bare)
