"""The sample corpora's gold mentions as `Mention` objects, with the values that `extract` reads in them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from corpus_tool import ingest
from corpus_tool.extract import mentions
from corpus_tool.models import Document, Mention, Span

DATA = Path(__file__).resolve().parents[1] / "data"
CORPORA = ("citizen_score", "desk_plants")


@dataclass(frozen=True, slots=True)
class GoldMentions:
    """What a careful reader marked: mentions by gold id, and the claim of each that has one."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    claims: dict[str, str]


def gold_mentions(name: str) -> GoldMentions:
    """Gold mentions of a sample corpus, each at its quote in the file that holds it."""
    gold = json.loads((DATA / name / "gold.json").read_text(encoding="utf-8"))
    paths = {document["id"]: document["path"] for document in gold["documents"]}
    made = []
    for row in gold["mentions"]:
        path = DATA / name / paths[row["document"]]
        made.append(_mention(path, row["id"], row["quote"], row["document"]))
    claims = {mention: claim["id"] for claim in gold["claims"] for mention in claim["mentions"]}
    documents = tuple(Document(id=one, path=path) for one, path in paths.items())
    return GoldMentions(documents, tuple(made), claims)


@lru_cache(maxsize=256)
def _text(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n\n".join(document.text for document in ingest.read([path], root=path.parent))
    raw = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".html":
        from selectolax.lexbor import LexborHTMLParser

        body = LexborHTMLParser(raw).body
        return body.text(separator="\n") if body else ""
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in raw.splitlines() if line.strip()]
        return "\n\n".join(str(value) for row in rows for value in row.values() if isinstance(value, str))
    return raw


@lru_cache(maxsize=256)
def _read(path: Path) -> tuple[Mention, ...]:
    return mentions(Document(id=path.name, text=_text(path)), every_sentence=True)


def _mention(path: Path, name: str, quote: str, document: str) -> Mention:
    pattern = re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
    found = pattern.search(_text(path))
    if found is None:
        raise ValueError(f"{path.name}: no “{quote}”")
    start, end = found.span()
    near = [one for one in _read(path) if one.start < end and start < one.end]
    if not near:
        whole = Span(start=start, end=end)
        return Mention(
            id=name, document_id=document, start=start, end=end, text=quote, sentence=whole, is_claim=True
        )
    best = max(near, key=lambda one: (_overlap(one, start, end), one.id))
    slots = [slot for one in near for slot in one.slots if slot.start >= start and slot.end <= end]
    return replace(
        best, id=name, document_id=document, start=start, end=end, text=found.group(),
        slots=tuple(dict.fromkeys(slots)), is_claim=True,
    )  # fmt: skip


def _overlap(mention: Mention, start: int, end: int) -> float:
    shared = min(mention.end, end) - max(mention.start, start)
    return shared / (max(mention.end, end) - min(mention.start, start))
