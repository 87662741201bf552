"""Wordings written for this project: many topics, each with confusable claims told in many ways."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

WORDINGS = Path(__file__).resolve().parent / "wordings"
_EVERY = 8


@dataclass(frozen=True, slots=True)
class Topic:
    """Wordings of one topic and the claim that each tells."""

    name: str
    texts: list[str]
    claims: list[str]


def topics() -> list[Topic]:
    """All topics of the wordings, by name."""
    found = []
    for path in sorted(WORDINGS.glob("*.json")):
        claims = json.loads(path.read_text(encoding="utf-8"))["claims"]
        told = [(row["text"], claim["id"]) for claim in claims for row in claim["wordings"]]
        found.append(Topic(path.stem, [text for text, _ in told], [claim for _, claim in told]))
    return found


def apart(name: str) -> bool:
    """Whether a topic is kept from the encoder, so that what weighs its cosine is fitted on fair ones."""
    return crc32(name.encode()) % _EVERY == 0
