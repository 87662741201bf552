"""Train the check-worthiness model: ``python -m benchmarks.train_worth``.

Data: ClaimBuster train (Arslan et al., ICWSM 2020; CC BY 4.0), test sentences left out. The cut
and the calibration come from cross-validation at equal shares, never from the test set.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from benchmarks.table import eval_data
from corpus_tool.extract import worth_features as wf
from corpus_tool.extract.tokens import tokens
from corpus_tool.text import normalise

OUT = Path(__file__).resolve().parents[1] / "corpus_tool" / "extract" / "weights"
STRENGTH = 4.0
"""Inverse regularisation; .86 macro-F1 in cross-validation, flat from 2 to 8."""
COUNT_SCALE = 0.3
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Folded weights of one fit."""

    weights: Floats
    bias: float

    def score(self, features: Any) -> Floats:
        """Logits of the rows."""
        return np.asarray(features @ self.weights).ravel() + self.bias


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a ClaimBuster file."""
    return list(json.loads(path.read_text(encoding="utf-8")))


def _block(grams: Sequence[Sequence[int] | NDArray[np.int64]], width: int) -> Any:
    lengths = [max(1, len(row)) for row in grams]
    values = np.concatenate(
        [np.full(len(row), length**-0.5) for row, length in zip(grams, lengths, strict=True)]
    )
    ends = np.cumsum([0, *(len(row) for row in grams)])
    matrix = sparse.csr_matrix(
        (values, np.concatenate([np.asarray(row) for row in grams]), ends), (len(grams), width)
    )
    matrix.sum_duplicates()
    return matrix


def features(texts: Sequence[str]) -> Any:
    """Sparse rows: word n-grams, character n-grams, counts."""
    of = wf.batch([tokens(text) for text in texts])
    grams, rows = wf.word_grams(of)
    order = np.argsort(rows, kind="stable")
    words = _block(
        np.split(grams[order], np.cumsum(np.bincount(rows, minlength=of.size))[:-1]), 1 << wf.WORD_BITS
    )
    pieces: list[list[int]] = [[] for _ in texts]
    for row, word in zip(of.rows, of.words, strict=True):
        pieces[row] += wf.char_grams(of.raw[word])
    chars = _block(pieces, 1 << wf.CHAR_BITS)
    numbers = sparse.csr_matrix(wf.counts(of) * COUNT_SCALE)
    return sparse.hstack([words, chars, numbers]).tocsr()


def fit(matrix: Any, labels: Floats) -> Fitted:
    """Logistic regression on features scaled by their naive Bayes log-ratio."""
    seen = (matrix > 0).astype(float)
    worthy = np.asarray(seen[labels == 1].sum(0)).ravel() + 0.5
    idle = np.asarray(seen[labels == 0].sum(0)).ravel() + 0.5
    ratio = np.log((worthy / worthy.sum()) / (idle / idle.sum()))
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", solver="liblinear")
    model.fit(matrix @ sparse.diags(ratio), labels)
    return Fitted(model.coef_.ravel() * ratio, float(model.intercept_[0]))


def out_of_fold(matrix: Any, labels: Floats, folds: int = 5) -> Floats:
    """Logits for each row from a model that has not seen it."""
    scores = np.zeros(len(labels))
    for known, held in StratifiedKFold(folds, shuffle=True, random_state=0).split(matrix, labels):
        scores[held] = fit(matrix[known], labels[known]).score(matrix[held])
    return scores


def balanced_f1(labels: Floats, chosen: NDArray[np.bool_]) -> float:
    """Macro-F1 as if both classes were equally many."""
    hit, false = chosen[labels == 1].mean(), chosen[labels == 0].mean()
    worthy = 2 * hit / (1 + hit + false) if hit else 0.0
    idle = 2 * (1 - false) / (2 - hit + 1 - false)
    return float((worthy + idle) / 2)


def calibration(scores: Floats, labels: Floats) -> tuple[float, float]:
    """Slope and offset of the logistic that maps logits to probability, best cut at one half."""
    platt = LogisticRegression(class_weight="balanced", C=1e6).fit(scores[:, None], labels)
    cuts = np.quantile(scores, np.linspace(0.4, 0.95, 111))
    values = np.array([balanced_f1(labels, scores > cut) for cut in cuts])
    near_best = cuts[values >= values.max() - 0.002]
    slope = float(platt.coef_[0, 0])
    return slope, -slope * float(np.median(near_best))


def main() -> None:
    """Fit, calibrate, write ``weights/worth.npz`` and print the cross-validated figure."""
    data = eval_data() / "claims"
    held_out = {normalise(row["text"]) for row in rows(data / "claimbuster_test.json")}
    train = [row for row in rows(data / "claimbuster_train.json") if normalise(row["text"]) not in held_out]
    matrix, labels = (
        features([row["text"] for row in train]),
        np.array([float(row["label"]) for row in train]),
    )
    scores = out_of_fold(matrix, labels)
    slope, offset = calibration(scores, labels)
    print(f"cross-validated macro-F1 at equal shares {balanced_f1(labels, slope * scores + offset > 0):.4f}")
    final = fit(matrix, labels)
    words, chars = 1 << wf.WORD_BITS, 1 << wf.CHAR_BITS
    OUT.mkdir(exist_ok=True)
    np.savez_compressed(
        OUT / "worth.npz",
        words=final.weights[:words].astype("f2"),
        chars=final.weights[words : words + chars].astype("f2"),
        counts=(final.weights[words + chars :] * COUNT_SCALE).astype("f4"),
        scalars=np.array([final.bias, slope, offset]),
    )


if __name__ == "__main__":
    main()
