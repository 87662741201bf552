"""What passes between a reader and its confined process: frames of a kind, a length and bytes.

JSON and bytes only: nothing that the parser of a hostile file sends is ever executed or unpickled.
"""

from __future__ import annotations

import dataclasses
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from corpus_tool.errors import InputError
from corpus_tool.ingest.drafts import Draft
from corpus_tool.ingest.held import Held, held
from corpus_tool.models import Given, Kept, Link, Note, Span

_HEAD = struct.Struct(">cQ")
MAX_FRAME = 300 * 1024 * 1024
"""Above the largest file and member that readers take."""

REQUEST, CONTENT, DRAFT, ROW, MEMBER, ERROR, END = b"q", b"b", b"d", b"w", b"m", b"x", b"."


@dataclass(frozen=True, slots=True)
class Frame:
    """One message."""

    kind: bytes
    content: bytes

    @property
    def value(self) -> dict[str, Any]:
        """The JSON object in it."""
        found = json.loads(self.content)
        if not isinstance(found, dict):
            raise ValueError("a frame holds an object")  # noqa: TRY004 - a fault of the data
        return found


def send(stream: BinaryIO, kind: bytes, content: bytes | Mapping[str, Any] = b"") -> None:
    """Writes one frame."""
    written = content if isinstance(content, bytes) else json.dumps(content).encode("ascii")
    stream.write(_HEAD.pack(kind, len(written)))
    stream.write(written)


def receive(stream: BinaryIO) -> Frame | None:
    """The next frame; null where the stream has ended.

    Raises:
        ValueError: The bytes are no frame.
    """
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    if length > MAX_FRAME:
        raise ValueError("a frame is longer than any file")
    content = stream.read(length)
    return Frame(kind, content) if len(content) == length else None


def send_item(stream: BinaryIO, item: object) -> None:
    """Writes what a parser found: a draft, a row, an error, or a file inside the file."""
    if isinstance(item, Draft):
        send(stream, DRAFT, dataclasses.asdict(item))
    elif isinstance(item, Held):
        about = {"name": item.name, "depth": item.depth, "url": item.url, "trouble": item.trouble}
        send(stream, MEMBER, {**about, "file": item.path.name})
        send(stream, CONTENT, item.content)
    elif isinstance(item, Exception):
        send(stream, ROW, {"error": str(item)})
    else:
        send(stream, ROW, {"row": item})


def send_error(stream: BinaryIO, error: InputError) -> None:
    """Writes why a file cannot be read."""
    send(stream, ERROR, {"message": error.message, "place": error.place, "remedy": error.remedy})


def item_of(frame: Frame, stream: BinaryIO) -> object:
    """The draft, row, error or file that frames carry.

    Raises:
        InputError: The file cannot be read; the parser's own words.
        ValueError: The frame is none of these.
    """
    value = frame.value
    if frame.kind == DRAFT:
        return _draft(value)
    if frame.kind == ROW:
        return ValueError(value["error"]) if "error" in value else value["row"]
    if frame.kind == ERROR:
        raise InputError(str(value["message"]), place=value.get("place"), remedy=value.get("remedy"))
    if frame.kind != MEMBER:
        raise ValueError("an unknown frame")
    content = receive(stream)
    if content is None or content.kind != CONTENT:
        raise ValueError("a member without content")
    inner = held(content.content, str(value["name"]), int(value["depth"]), file=str(value["file"]))
    return dataclasses.replace(inner, url=value["url"], trouble=value["trouble"])


def _draft(value: dict[str, Any]) -> Draft:
    notes = value["notes"]
    return Draft(
        **{
            **value,
            "links": tuple(Link(**one) for one in value["links"]),
            "block_quotes": tuple(Span(**one) for one in value["block_quotes"]),
            "notes": None if notes is None else tuple(Note(**one) for one in notes),
            "kept": Kept(**value["kept"]),
            "given": tuple(Given(**one) for one in value["given"]),
        }
    )
