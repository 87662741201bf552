"""Pairs of wordings with the answer whether both tell one claim: from the wordings, and from the golds."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.gold_mentions import CORPORA, gold_mentions
from benchmarks.written import WORDINGS
from corpus_tool import semantic
from corpus_tool.extract import mentions
from corpus_tool.match.grouping.agglomerate import agglomerate
from corpus_tool.match.grouping.features import FEATURES, aspects, likened
from corpus_tool.match.grouping.screen import Screen
from corpus_tool.match.normal import key
from corpus_tool.models import Document, Mention, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PILES, _PILE = 4, 330
"""So many piles of strangers, of about so many wordings each."""
TARGET = Path(__file__).resolve().parents[1] / "corpus_tool" / "match" / "weights" / "claims.json"


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of a pile's distinct wordings.

    Attributes:
        edges: Positions of the two wordings.
        features: The static features and the cosine of the encoder of claims, shape ``(pairs, n + 1)``.
        looks: What the screen sees.
        same: Whether both tell one claim.
        counts: How often each wording stands.
    """

    edges: list[tuple[int, int]]
    features: NDArray[np.float64]
    looks: NDArray[np.float64]
    same: NDArray[np.bool_]
    counts: list[int]


def topics() -> dict[str, Pairs]:
    """Every topic of the wordings."""
    return {path.stem: pairs(*_told(path)) for path in sorted(WORDINGS.glob("*.json"))}


def strangers(kept: Callable[[str], bool]) -> dict[str, Pairs]:
    """Piles of several topics: a few hundred wordings each, most of them of things that have nothing to do with one another.

    Args:
        kept: Whether a topic's wordings are among them, by its name.
    """
    told, claims = [], []
    for path in sorted(WORDINGS.glob("*.json")):
        if kept(path.stem):
            mentions_here, claims_here = _told(path)
            told += mentions_here
            claims += [f"{path.stem} {claim}" for claim in claims_here]
    step = max(_PILES, len(told) // _PILE)
    return {
        f"strangers {first}": pairs(told[first::step], claims[first::step])
        for first in range(0, step, -(-step // _PILES))
    }


def _told(path: Path) -> tuple[list[Mention], list[str]]:
    """The wordings of one topic as they stand in an article, and the claim that each tells."""
    table = json.loads(path.read_text(encoding="utf-8"))
    told = [
        (_mention(table["topic"], row["text"], f"{path.stem}-{claim['id']}-{number}"), claim["id"])
        for claim in table["claims"]
        for number, row in enumerate(claim["wordings"])
    ]
    return [one for one, _ in told], [claim for _, claim in told]


def corpora() -> dict[str, Pairs]:
    """The gold mentions of the sample corpora."""
    found = {}
    for name in CORPORA:
        gold = gold_mentions(name)
        found[name] = pairs(gold.mentions, [gold.claims.get(one.id, one.id) for one in gold.mentions])
    return found


def _mention(topic: str, text: str, name: str) -> Mention:
    """A wording as it stands in an article under the topic's headline."""
    found = mentions(Document(id=name, text=text, title=topic), every_sentence=True)
    inside = [one for one in found if one.field == "text"]
    if inside:
        return max(inside, key=lambda one: one.end - one.start)
    whole = Span(start=0, end=len(text))
    return Mention(
        id=name, document_id=name, start=0, end=len(text), text=text, sentence=whole, is_claim=True
    )


def pairs(told: Sequence[Mention], claims: Sequence[str]) -> Pairs:
    """Features and answers of every pair of distinct wordings."""
    held: dict[str, list[int]] = {}
    for at, mention in enumerate(told):
        held.setdefault(key(mention.text), []).append(at)
    firsts = [group[0] for group in held.values()]
    faces, owners = [told[at] for at in firsts], [claims[at] for at in firsts]
    seen, edges = aspects(faces), list(combinations(range(len(faces)), 2))
    vectors = semantic.embed([face.text for face in faces], "claims")
    rows = [[ask(pair) for ask in FEATURES] for pair in (likened(seen[i], seen[j]) for i, j in edges)]
    meaning = [[max(0.0, float(vectors[i] @ vectors[j]))] for i, j in edges]
    return Pairs(
        edges=edges,
        features=np.hstack([np.array(rows), np.array(meaning)]),
        looks=Screen(seen).looks(edges),
        same=np.array([owners[i] == owners[j] for i, j in edges]),
        counts=[len(group) for group in held.values()],
    )


def claim_f1(part: Pairs, chances: NDArray[np.float64], cut: float) -> float:
    """Pairwise F1 of the claims that the likeness gives, verbatim repeats counted."""
    size = len(part.counts)
    scores = np.zeros((size, size))
    for (i, j), chance in zip(part.edges, chances.tolist(), strict=True):
        scores[i, j] = scores[j, i] = chance
    label = {position: at for at, group in enumerate(agglomerate(scores, cut)) for position in group}
    equal = sum(count * (count - 1) / 2 for count in part.counts)
    hits = found = wanted = equal
    for (i, j), same in zip(part.edges, part.same.tolist(), strict=True):
        weight = part.counts[i] * part.counts[j]
        joined = label[i] == label[j]
        hits += weight * (joined and same)
        found += weight * joined
        wanted += weight * same
    return round(2 * hits / (found + wanted), 4)
