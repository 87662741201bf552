"""FEVER-symmetric and AVeriTeC: does `compare` see values and polarity clash."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import Row, eval_data, show
from corpus_tool.extract import mentions_of
from corpus_tool.match.compare import compare
from corpus_tool.models import Comparison, Document, Mention

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Pair:
    """Evidence, claim, and whether the evidence refutes the claim."""

    evidence: str
    claim: str
    refutes: bool

    @property
    def has_digits(self) -> bool:
        """Digits on both sides."""
        return bool(_DIGIT.search(self.evidence) and _DIGIT.search(self.claim))


def fever(data: Path) -> list[Pair]:
    """All pairs of FEVER-symmetric dev."""
    lines = (data / "contradiction" / "fever_symmetric_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line]
    return [Pair(row["evidence"], row["claim"], row["gold_label"] == "REFUTES") for row in rows]


def averitec(data: Path) -> list[Pair]:
    """Claims of AVeriTeC dev with each answer to their questions, supported or refuted alone."""
    rows = json.loads((data / "contradiction" / "averitec_dev.json").read_text(encoding="utf-8"))
    return [
        Pair(answer["answer"], row["claim"], row["label"] == "Refuted")
        for row in rows
        if row["label"] in {"Supported", "Refuted"}
        for question in row["questions"]
        for answer in question["answers"]
        if answer.get("answer")
    ]


def judged(pairs: list[Pair]) -> list[Comparison]:
    """One comparison a pair, evidence first."""
    sides = [
        Document(id=f"{number}{side}", text=text)
        for number, pair in enumerate(pairs)
        for side, text in (("a", pair.evidence), ("b", pair.claim))
    ]
    found: dict[str, list[Mention]] = {side.id: [] for side in sides}
    for mention in mentions_of(sides, every_sentence=True):
        found[mention.document_id].append(mention)
    return [compare(found[f"{number}a"], found[f"{number}b"]) for number in range(len(pairs))]


def accuracy(pairs: list[Pair], comparisons: list[Comparison]) -> float:
    """Share of pairs where a conflict is found if and only if the evidence refutes."""
    right = [
        (found.value_conflict or found.polarity_conflict) == pair.refutes
        for pair, found in zip(pairs, comparisons, strict=True)
    ]
    return sum(right) / len(right)


def run(data: Path) -> list[Row]:
    """Accuracy on the pairs with digits, on all, and on AVeriTeC as a look."""
    pairs = fever(data)
    found = judged(pairs)
    digits = [(pair, item) for pair, item in zip(pairs, found, strict=True) if pair.has_digits]
    looked = [pair for pair in averitec(data) if pair.has_digits]
    return [
        Row(
            task="fever_symmetric", metric="accuracy, digits on both sides",
            value=accuracy([p for p, _ in digits], [f for _, f in digits]),
            floor=0.685, target=0.76, note=f"{len(digits)} pairs",
        ),
        Row(task="fever_symmetric", metric="accuracy, all", value=accuracy(pairs, found), floor=0.5, best=0.6),
        Row(
            task="averitec", metric="accuracy, digits on both sides", value=accuracy(looked, judged(looked)),
            note=f"{len(looked)} answers; many answers bear on part of a claim",
        ),
    ]  # fmt: skip


if __name__ == "__main__":
    show(run(eval_data()))
