"""MRPC: does `compare` know a paraphrase (relation paraphrase, near_copy or verbatim)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import Row, eval_data, show
from corpus_tool import semantic
from corpus_tool.extract import mentions_of
from corpus_tool.match.compare import compare
from corpus_tool.models import Document, Mention

SAME = frozenset({"verbatim", "near_copy", "paraphrase"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two sentences as mentions, and whether people said they mean the same."""

    a: list[Mention]
    b: list[Mention]
    same: bool


def pairs(data: Path, part: str) -> list[Labelled]:
    """The pairs of one part ("train", "val", "test")."""
    path = data / "matching" / "mrpc" / f"msr-para-{part}.tsv"
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    sides = [
        Document(id=f"{n}{s}", text=row[3 + k]) for n, row in enumerate(rows) for k, s in enumerate("ab")
    ]
    found: dict[str, list[Mention]] = {side.id: [] for side in sides}
    for mention in mentions_of(sides, every_sentence=True):
        found[mention.document_id].append(mention)
    return [Labelled(found[f"{n}a"], found[f"{n}b"], row[0] == "1") for n, row in enumerate(rows)]


def f1(said: list[bool], gold: list[bool]) -> float:
    """F1 of the positive class."""
    hits = sum(s and g for s, g in zip(said, gold, strict=True))
    return 2 * hits / (sum(said) + sum(gold)) if hits else 0.0


def run(data: Path) -> list[Row]:
    """F1 and accuracy on the test part; F1 with the extra too, where it is installed."""
    test = pairs(data, "test")
    said = [compare(pair.a, pair.b).relation in SAME for pair in test]
    gold = [pair.same for pair in test]
    accuracy = sum(s == g for s, g in zip(said, gold, strict=True)) / len(gold)
    rows = [
        Row(task="mrpc", metric="F1", value=f1(said, gold), floor=0.812, target=0.82, best=0.92),
        Row(task="mrpc", metric="accuracy", value=accuracy, note="always yes: .665"),
    ]
    if semantic.available():
        said = [compare(pair.a, pair.b, deep=True).relation in SAME for pair in test]
        rows.append(Row(task="mrpc", metric="F1, semantic", value=f1(said, gold), target=0.84, best=0.92))
    return rows


if __name__ == "__main__":
    show(run(eval_data()))
