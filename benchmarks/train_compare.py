"""Learn the weights of `compare` on MRPC train and write ``match/compare/weights/compare.json``.

Logistic regression over the named features of `corpus_tool.match.compare.features`: one weight
a feature, an intercept and a threshold tuned for F1 on train. With the ``[semantic]`` extra a second
table (``compare_deep.json``) over the features of `corpus_tool.match.compare.deep` too, its threshold
tuned on train with a tenth left out at a time. MRPC (Dolan and Brockett 2005,
Microsoft Research, for research) is read for weights and threshold only; no text of it is kept.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.paraphrase import Labelled, f1, pairs
from benchmarks.table import eval_data
from corpus_tool import semantic
from corpus_tool.match.compare import deep
from corpus_tool.match.compare.features import FEATURES
from corpus_tool.match.compare.view import views
from corpus_tool.models import Mention

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

FOLDER = Path(__file__).parents[1] / "corpus_tool" / "match" / "compare" / "weights"
DEEP_STRENGTH = 0.1
"""Inverse of the penalty; the score on train, a tenth left out at a time, is level from .03 to 3."""


def _merged(side: list[Mention]) -> Mention:
    slots = tuple(slot for mention in side for slot in mention.slots)
    return replace(side[0], text=" ".join(mention.text for mention in side), slots=slots)


def matrix(labelled: list[Labelled]) -> list[list[float]]:
    """Feature values, shape ``(pairs, features)``."""
    left = views([_merged(pair.a) for pair in labelled])
    right = views([_merged(pair.b) for pair in labelled])
    return [[feature(a, b) for feature in FEATURES] for a, b in zip(left, right, strict=True)]


def deep_matrix(labelled: list[Labelled]) -> list[list[float]]:
    """Values of `deep.NAMES`, shape ``(pairs, names)``."""
    left = views([_merged(pair.a) for pair in labelled])
    right = views([_merged(pair.b) for pair in labelled])
    return [deep.features(a, b) for a, b in zip(left, right, strict=True)]


def deep_table(train: Matrix, gold: list[bool]) -> dict[str, Any]:
    """Weights on the features as they are, from a fit on standardised ones."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_predict

    spread = train.std(axis=0) + 1e-9
    model = LogisticRegression(C=DEEP_STRENGTH, max_iter=5000)
    chances = cross_val_predict(model, train / spread, gold, cv=10, method="predict_proba")[:, 1]
    threshold = _best_threshold(chances.tolist(), gold)
    fitted = model.fit(train / spread, gold)
    weights = dict(zip(deep.NAMES, (fitted.coef_[0] / spread).round(4).tolist(), strict=True))
    about = "Weights by benchmarks/train_compare.py on MRPC train (research licence; weights only)."
    intercept = round(float(fitted.intercept_[0]), 4)
    return {"about": about, "intercept": intercept, "paraphrase": threshold, "weights": weights}


def said(table: dict[str, Any], rows: Matrix) -> list[bool]:
    """What a table says of each row of features."""
    totals = rows @ np.array(list(table["weights"].values())) + table["intercept"]
    return [bool(1 / (1 + np.exp(-total)) >= table["paraphrase"]) for total in totals]


def _best_threshold(chances: list[float], gold: list[bool]) -> float:
    steps = [step / 100 for step in range(30, 60)]
    return max(steps, key=lambda step: f1([chance >= step for chance in chances], gold))


def write(table: dict[str, Any], name: str) -> None:
    """Write and print a table."""
    (FOLDER / name).write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(table, indent=2))


def main() -> None:
    """Fit, tune, score on test, write."""
    from sklearn.linear_model import LogisticRegression

    train, test = pairs(eval_data(), "train"), pairs(eval_data(), "test")
    gold, truth = [pair.same for pair in train], [pair.same for pair in test]
    model = LogisticRegression(C=10, max_iter=5000).fit(np.array(matrix(train)), gold)
    chances = model.predict_proba(np.array(matrix(train)))[:, 1]
    table = {
        "about": "Weights by benchmarks/train_compare.py on MRPC train (research licence; weights only).",
        "intercept": round(float(model.intercept_[0]), 3),
        "paraphrase": _best_threshold(chances.tolist(), gold),
        "weights": {
            feature.__name__: round(float(value), 3)
            for feature, value in zip(FEATURES, model.coef_[0], strict=True)
        },
    }
    score = f1(said(table, np.array(matrix(test))), truth)
    write({**table, "mrpc_test_f1": round(score, 4)}, "compare.json")
    if semantic.available():
        second = deep_table(np.array(deep_matrix(train)), gold)
        score = f1(said(second, np.array(deep_matrix(test))), truth)
        write({**second, "mrpc_test_f1": round(score, 4)}, "compare_deep.json")


if __name__ == "__main__":
    main()
