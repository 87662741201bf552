"""Certainty and causal strength against people: ``python -m benchmarks.certainty``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.table import Row, eval_data, show
from corpus_tool.extract.certainty import certainty, change

LABELS = {"gained": "exaggerates", "lost": "downplays", "same": "same"}


def _lines(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _spearman(data: Path) -> list[Row]:
    from scipy.stats import spearmanr

    rows = [
        row for row in _lines(data / "certainty" / "sentence-level-certainty.jsonl") if row["split"] == "test"
    ]
    if not rows:
        return []
    ours = [certainty(row["finding"]).value for row in rows]
    theirs = [row["sentence-level-certainty"] for row in rows]
    value = float(spearmanr(ours, theirs)[0])
    return [Row(task="certainty", metric="Spearman, test split", value=value, floor=0.648, target=0.72)]


def _exaggeration(data: Path) -> list[Row]:
    from sklearn.metrics import f1_score

    rows = _lines(data / "certainty" / "insciout_train.jsonl")
    if not rows:
        return []
    wanted = [row["exaggeration_label"] for row in rows]
    found = [LABELS[change(row["abstract_conclusion"], row["press_release_conclusion"])] for row in rows]
    value = float(f1_score(wanted, found, average="macro"))
    return [Row(task="certainty", metric="macro-F1 strength_change (extract alone)", value=value, target=0.5)]


def run(data: Path) -> list[Row]:
    """Rank correlation with readers, and change of strength from abstract to press release."""
    return _spearman(data) + _exaggeration(data)


if __name__ == "__main__":
    show(run(eval_data()))
