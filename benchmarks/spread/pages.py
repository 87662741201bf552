"""Pages of a world: what each is made of, and what it took from which."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from benchmarks.spread.stock import Figures

PieceKind = Literal[
    "tell", "intro", "filler", "closing", "lead", "note", "credit", "furniture", "title", "chat", "own"
]
Style = Literal["prose", "list", "quote", "box", "line"]
Trace = Literal["credit", "quote", "copy", "thread", "wire", "none"]
"""What shows a taking in the texts: a credit by name, marks of quotation, shared wording, the place in a thread,
the agency's name, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One sentence.

    Attributes:
        claim: The statement it tells, denies, doubts or asks about; empty for none, "*" for all of its page.
        figures: The fillers it has.
        hedged: Whether it is hedged in its own words; ``governed`` by the line above its list.
        source: The source outside the pile that it names for this statement, or empty.
        credits: Number of the page that it credits, or -1.
        role: What it does with the claim.
    """

    kind: PieceKind
    text: str
    claim: str = ""
    figures: Figures = ()
    hedged: bool = False
    governed: bool = False
    source: str = ""
    credits: int = -1
    role: Literal["states", "denies", "asks", "answers", "weakens", "confirms", "none"] = "none"

    @property
    def tells(self) -> bool:
        """Whether it states a claim."""
        return self.role in {"states", "answers"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Sentences that stand together: a paragraph, a list, a quotation, a line of its own."""

    style: Style
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """That ``taker`` has these claims from ``source``.

    Attributes:
        trace: What shows it.
        kept: The sentences that stand in both, word for word.
        lossy: Whether what was changed has a direction: a hedge or a source that fell away.
    """

    source: int
    taker: int
    claims: frozenset[str]
    trace: Trace
    kept: frozenset[str] = frozenset()
    lossy: bool = False


@dataclass(slots=True, kw_only=True)
class Page:
    """One document of a world.

    Attributes:
        time: Days since the beginning.
        wire: The agency whose text it prints, or empty.
        parent: For a comment the page it answers, else -1; ``root`` the article it hangs under.
        bare: Whether its file has lost links and quotation boxes.
    """

    number: int
    time: float
    kind: Literal["article", "comment"] = "article"
    outlet: str = ""
    author: str = ""
    topic: str = ""
    title: Piece | None = None
    blocks: list[Block] = field(default_factory=list)
    takings: list[Taking] = field(default_factory=list)
    wire: str = ""
    parent: int = -1
    root: int = -1
    links_to: int = -1
    bare: bool = False

    def pieces(self) -> Iterator[Piece]:
        """All sentences, the headline first."""
        if self.title is not None:
            yield self.title
        yield from (piece for block in self.blocks for piece in block.pieces)

    def body(self) -> Iterator[Piece]:
        """All sentences under the headline."""
        yield from (piece for block in self.blocks for piece in block.pieces)

    def told(self) -> frozenset[str]:
        """The claims it states."""
        return frozenset(piece.claim for piece in self.pieces() if piece.tells)

    def texts(self) -> frozenset[str]:
        """The wording of its sentences, but for what belongs to the house."""
        return frozenset(p.text for p in self.body() if p.kind not in {"furniture", "credit"})


def freed(piece: Piece) -> Piece:
    """The sentence without the line that governed it."""
    return dataclasses.replace(piece, governed=False)
