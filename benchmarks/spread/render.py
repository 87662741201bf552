"""Pages as rows of JSON, with the place of every telling."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks.spread.pages import Block, Page, Piece
from benchmarks.spread.stock import frames
from benchmarks.spread.world import Dates, World

_BARE = 0.08
"""Share of files that have lost their links and quotation boxes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Where a page states, denies or asks about a claim."""

    page: int
    field: str
    start: int
    end: int
    piece: Piece
    quoted: bool


@dataclass(slots=True)
class _Paper:
    """A text while it is being written."""

    page: Page
    parts: list[str] = field(default_factory=list)
    length: int = 0
    told: list[Told] = field(default_factory=list)
    boxes: list[dict[str, int]] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def put(self, piece: Piece, *, quoted: bool = False) -> None:
        start = self.length
        self.write(piece.text)
        if piece.role in {"states", "answers", "denies", "asks"}:
            made = Told(
                page=self.page.number, field="text", start=start, end=self.length, piece=piece, quoted=quoted
            )
            self.told.append(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The rows of a world in random order, and where its claims stand."""

    rows: tuple[dict[str, Any], ...]
    told: tuple[Told, ...]


def render(world: World, dates: Dates) -> Rendered:
    """The rows of a world as a reader gets them."""
    shown = world.shown_dates(dates)
    rng = Random(f"{world.seed} files")
    rows, told = [], []
    for page in world.pages:
        paper = _Paper(page)
        _title(paper, page)
        for number, block in enumerate(page.blocks):
            if number:
                paper.write("\n\n")
            _block(paper, block)
        rows.append(_row(world, page, paper, rng.random() < _BARE) | {"published": shown.get(page.number)})
        told += paper.told
    rng.shuffle(rows)
    return Rendered(rows=tuple(rows), told=tuple(told))


def _title(paper: _Paper, page: Page) -> None:
    title = page.title
    if title is not None and title.tells:
        end = len(title.text)
        paper.told.append(Told(page=page.number, field="title", start=0, end=end, piece=title, quoted=False))


def _block(paper: _Paper, block: Block) -> None:
    start = paper.length
    if block.style == "list":
        for number, piece in enumerate(block.pieces):
            paper.write("\n" * bool(number) + ("" if piece.kind == "lead" else "- "))
            paper.put(piece)
        return
    quoted = block.style in {"quote", "box"}
    paper.write("“" if block.style == "quote" else "")
    for number, piece in enumerate(block.pieces):
        paper.write(" " if number else "")
        paper.put(piece, quoted=quoted)
    paper.write("”" if block.style == "quote" else "")
    if block.style == "box":
        paper.boxes.append({"start": start, "end": paper.length})


def _row(world: World, page: Page, paper: _Paper, bare: bool) -> dict[str, Any]:
    row: dict[str, Any] = {"id": world.ids[page.number], "kind": page.kind, "author": page.author}
    if page.kind == "comment":
        row |= {"parent_id": world.ids[page.parent], "thread_id": world.ids[page.root]}
        return row | {"text": "".join(paper.parts)}
    row |= {"publisher": page.outlet, "title": page.title.text if page.title is not None else None}
    row |= {"url": _address(world, page), "thread_id": world.ids[page.number]}
    links = []
    if page.links_to >= 0:
        anchor = frames()["link_anchor"][page.number % len(frames()["link_anchor"])]
        paper.write("\n\n" + anchor[:1].upper() + anchor[1:] + ".")
        href = _address(world, world.pages[page.links_to])
        links.append({"start": paper.length - len(anchor) - 1, "end": paper.length - 1, "href": href})
    if not bare or page.links_to >= 0 or paper.boxes:
        row |= {"links": links, "block_quotes": paper.boxes}
    return row | {"text": "".join(paper.parts)}


def _address(world: World, page: Page) -> str:
    host = "".join(c for c in page.outlet.lower() if c.isalnum())
    return f"https://www.{host}.example/{world.ids[page.number]}"
