"""Learn the weights of `compare` on MRPC train and write ``match/compare/weights/compare.json``.

Logistic regression over the named features of `corpus_tool.match.compare.features`: one weight
a feature, an intercept and a threshold tuned for F1 on train. MRPC (Dolan and Brockett 2005,
Microsoft Research, for research) is read for weights and threshold only; no text of it is kept.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from benchmarks.paraphrase import Labelled, f1, pairs
from benchmarks.table import eval_data
from corpus_tool.match.compare.features import FEATURES
from corpus_tool.match.compare.view import views
from corpus_tool.models import Mention

TARGET = Path(__file__).parents[1] / "corpus_tool" / "match" / "compare" / "weights" / "compare.json"


def _merged(side: list[Mention]) -> Mention:
    slots = tuple(slot for mention in side for slot in mention.slots)
    return replace(side[0], text=" ".join(mention.text for mention in side), slots=slots)


def matrix(labelled: list[Labelled]) -> list[list[float]]:
    """Feature values, shape ``(pairs, features)``."""
    left = views([_merged(pair.a) for pair in labelled])
    right = views([_merged(pair.b) for pair in labelled])
    return [[feature(a, b) for feature in FEATURES] for a, b in zip(left, right, strict=True)]


def main() -> None:
    """Fit, tune, score on test, write."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    train, test = pairs(eval_data(), "train"), pairs(eval_data(), "test")
    gold = [pair.same for pair in train]
    model = LogisticRegression(C=10, max_iter=5000).fit(np.array(matrix(train)), gold)
    chances = model.predict_proba(np.array(matrix(train)))[:, 1]
    steps = [step / 100 for step in range(30, 60)]
    threshold = max(steps, key=lambda step: f1([chance >= step for chance in chances], gold))
    unseen = model.predict_proba(np.array(matrix(test)))[:, 1]
    score = f1([chance >= threshold for chance in unseen], [pair.same for pair in test])
    table = {
        "about": "Weights by benchmarks/train_compare.py on MRPC train (research licence; weights only).",
        "mrpc_test_f1": round(score, 4),
        "intercept": round(float(model.intercept_[0]), 3),
        "paraphrase": threshold,
        "weights": {
            feature.__name__: round(float(value), 3)
            for feature, value in zip(FEATURES, model.coef_[0], strict=True)
        },
    }
    TARGET.write_text(json.dumps(table, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(table, indent=2))


if __name__ == "__main__":
    main()
