"""A sample corpus with its gold: how it is loaded, and how the tool is run on it.

The form of ``gold.json`` is told in ``data/README.md``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus_tool.models import Document, Findings

DATA = Path(__file__).resolve().parents[1] / "data"
"""The sample corpora of this repository."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A document of the gold, found by its file and by words that only it holds."""

    id: str
    path: str
    has: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A statement that a careful reader marks. ``quoted``: a line that its document only repeats."""

    id: str
    document: str
    quote: str
    grade: str
    kind: str
    quoted: bool = False
    slots: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """Mentions that state one thing; ``origins`` is null where the pile leaves it open."""

    id: str
    statement: str
    mentions: tuple[str, ...]
    tracked: str | None = None
    origins: int | None = None
    origin_range: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEdge:
    """That the document ``target`` comes from ``source``, a document or an external by ``source_type``."""

    source_type: str
    source: str
    target: str
    directed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """All that the gold of one corpus says."""

    name: str
    documents: tuple[GoldDocument, ...]
    mentions: tuple[GoldMention, ...]
    not_mentions: tuple[GoldMention, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    externals: dict[str, str] = field(default_factory=dict)
    edges: tuple[GoldEdge, ...] = ()
    flags: frozenset[tuple[str, str]] = frozenset()

    def claim_of(self) -> dict[str, str]:
        """The claim of each mention that has one."""
        return {mention: claim.id for claim in self.claims for mention in claim.mentions}

    def documents_of(self, claim: GoldClaim) -> set[str]:
        """The documents that state a claim."""
        wanted = set(claim.mentions)
        return {mention.document for mention in self.mentions if mention.id in wanted}


def _mention(row: dict[str, Any], number: int) -> GoldMention:
    given = row.get("attribution", {})
    return GoldMention(
        id=row.get("id", f"n{number:03}"),
        document=row["document"],
        quote=row["quote"],
        grade=given.get("grade", "absent"),
        kind=given.get("kind", "none"),
        quoted=bool(row.get("quoted", False)),
        slots=tuple(row.get("slots", ())),
    )


def _claim(row: dict[str, Any]) -> GoldClaim:
    low, high = row.get("origin_range", (0, 0))
    return GoldClaim(
        id=row["id"],
        statement=row["statement"],
        mentions=tuple(row["mentions"]),
        tracked=row.get("tracked"),
        origins=row.get("origins"),
        origin_range=(low, high),
    )


def _edge(row: dict[str, Any]) -> GoldEdge:
    return GoldEdge(
        source_type=row["from"]["type"],
        source=row["from"]["id"],
        target=row["to"]["id"],
        directed=row.get("directed", True),
    )


def parse(name: str, table: dict[str, Any]) -> Gold:
    """The gold that a ``gold.json`` holds."""
    return Gold(
        name=name,
        documents=tuple(
            GoldDocument(id=row["id"], path=row["path"], has=row["has"], kind=row["kind"])
            for row in table["documents"]
        ),
        mentions=tuple(_mention(row, number) for number, row in enumerate(table["mentions"])),
        not_mentions=tuple(_mention(row, number) for number, row in enumerate(table.get("not_mentions", ()))),
        claims=tuple(_claim(row) for row in table.get("claims", ())),
        externals={row["id"]: row["name"] for row in table.get("externals", ())},
        edges=tuple(_edge(row) for row in table.get("derivations", ())),
        flags=frozenset((row["code"], row["claim"]) for row in table.get("flags", ())),
    )


def load(folder: Path) -> Gold:
    """The gold of one corpus folder."""
    return parse(folder.name, json.loads((folder / "gold.json").read_text(encoding="utf-8")))


def corpora(data: Path = DATA) -> list[Path]:
    """Every corpus folder that has a gold, by name."""
    return sorted(path.parent for path in data.glob("*/gold.json"))


def read_documents(folder: Path) -> tuple[Document, ...]:
    """The documents of a corpus folder, with what its sidecar says of them."""
    from corpus_tool import ingest

    sidecar = folder / "sidecar.csv"
    inputs = [folder / name for name in ("articles", "threads") if (folder / name).is_dir()]
    return tuple(ingest.read(inputs, root=folder, sidecar=sidecar if sidecar.is_file() else None))


def extracted(folder: Path) -> Findings:
    """The mentions alone, without match and provenance."""
    from corpus_tool import extract

    documents = read_documents(folder)
    return Findings(settings={}, documents=documents, mentions=tuple(extract.mentions_of(documents)))


def predict(folder: Path) -> Findings:
    """What the tool finds in a corpus folder: the whole pipeline, in this process.

    Names are kept, so that the gold's words are found where a commenter is addressed by name.
    """
    from corpus_tool import pipeline
    from corpus_tool.ingest.codebook import read_codebook

    codebook = folder / "codebook.toml"
    request = pipeline.RunRequest(
        documents=read_documents(folder),
        codebook=tuple(read_codebook(codebook)) if codebook.is_file() else (),
        keep_names=True,
    )
    return pipeline.run(request)
