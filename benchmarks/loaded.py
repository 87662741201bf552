"""Loaded language against BABE (news sentences judged biased or not by experts): ``python -m benchmarks.loaded``.

Evaluated only: its licence lets nothing of it ship. *List alone* calls a sentence loaded that holds a listed word.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import Row, eval_data, show
from corpus_tool.discourse.loaded import loaded_words, loadedness

_FILE = Path("discourse") / "babe_SG2.csv"


@dataclass(slots=True)
class Counts:
    """Right and wrong of a yes-or-no answer."""

    hits: int = 0
    extra: int = 0
    missed: int = 0
    left: int = 0

    def add(self, *, given: bool, gold: bool) -> None:
        """Count one sentence."""
        self.hits += given and gold
        self.extra += given and not gold
        self.missed += gold and not given
        self.left += not gold and not given

    @property
    def macro_f1(self) -> float:
        """Mean of the F1 of both answers."""
        wrong = self.extra + self.missed
        return self.hits / max(1, 2 * self.hits + wrong) + self.left / max(1, 2 * self.left + wrong)


def _auc(scores: list[float], gold: list[bool]) -> float:
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(gold, scores))


def run(data: Path) -> list[Row]:
    """The list alone, and the score."""
    with (data / _FILE).open(encoding="utf-8-sig", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file, delimiter=";")
            if row["label_bias"] in ("Biased", "Non-biased")
        ]
    texts, gold = [row["text"] for row in rows], [row["label_bias"] == "Biased" for row in rows]
    held = [float(len(loaded_words(text))) for text in texts]
    scored = loadedness(texts)
    alone, ours = Counts(), Counts()
    for listed, score, wanted in zip(held, scored, gold, strict=True):
        alone.add(given=listed > 0, gold=wanted)
        ours.add(given=score > 0, gold=wanted)
    return [
        Row(
            task="loaded",
            metric="macro-F1",
            value=ours.macro_f1,
            floor=alone.macro_f1,
            best=0.80,
            note="floor: the list alone",
        ),
        Row(
            task="loaded",
            metric="AUC",
            value=_auc(scored, gold),
            floor=_auc(held, gold),
            note="floor: the list alone",
        ),
    ]


if __name__ == "__main__":
    show(run(eval_data()))
