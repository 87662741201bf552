"""Train the check-worthiness model: ``python -m benchmarks.train_worth``.

Data: ClaimBuster train (Arslan et al., ICWSM 2020; CC BY 4.0), test sentences left out, and sentences
that a teacher labels (`benchmarks.worth_teacher`). The cut and the calibration come from
cross-validation at equal shares, teacher and all, never from the test set.
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
from benchmarks.worth_teacher import blended, encoded, unlabelled
from corpus_tool.extract import worth_features as wf
from corpus_tool.extract.tokens import tokens
from corpus_tool.text import normalise

OUT = Path(__file__).resolve().parents[1] / "corpus_tool" / "extract" / "weights"
STRENGTH = 4.0
"""Inverse regularisation; .86 macro-F1 in cross-validation, flat from 2 to 8."""
TEACHING = 0.5
"""Weight of a sentence that only the teacher labelled, beside 1 of an idle row; .15 gave half as much."""
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


@dataclass(frozen=True, slots=True)
class Rows:
    """Sentences as features and as what the transformer makes of them."""

    features: Any
    vectors: Floats

    def take(self, at: NDArray[np.int64]) -> Rows:
        """Some of the rows."""
        return Rows(self.features[at], self.vectors[at])


def fit(matrix: Any, labels: Floats, weights: Floats) -> Fitted:
    """Logistic regression on features scaled by their naive Bayes log-ratio; labels from 0 to 1."""
    seen = (matrix > 0).astype(float).T
    shares = np.minimum(weights, 1.0)
    worthy, idle = seen @ (labels * shares) + 0.5, seen @ ((1 - labels) * shares) + 0.5
    ratio = np.log((worthy / worthy.sum()) / (idle / idle.sum()))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", tol=1e-3)
    scaled, ones = matrix @ sparse.diags(ratio), np.ones(len(labels))
    both = np.concatenate([labels * weights, (1 - labels) * weights])
    told = both > 0
    model.fit(
        sparse.vstack([scaled, scaled]).tocsr()[told], np.concatenate([ones, 0 * ones])[told], both[told]
    )
    return Fitted(model.coef_.ravel() * ratio, float(model.intercept_[0]))


def taught(known: Rows, labels: Floats, others: Rows) -> Fitted:
    """A fit on labelled rows and on others as the teacher of the same rows labels them."""
    weights = np.where(labels == 1, (labels == 0).sum() / labels.sum(), 1.0)
    alone = fit(known.features, labels, weights)
    shares = blended(alone.score(others.features), known.vectors, labels, others.vectors)
    return fit(
        sparse.vstack([known.features, others.features]).tocsr(),
        np.concatenate([labels, shares]),
        np.concatenate([weights, np.full(len(shares), TEACHING)]),
    )


def out_of_fold(rows: Rows, labels: Floats, others: Rows, folds: int = 5) -> Floats:
    """Logits for each row from a model, and a teacher, that have not seen it."""
    scores = np.zeros(len(labels))
    for known, held in StratifiedKFold(folds, shuffle=True, random_state=0).split(rows.vectors, labels):
        scores[held] = taught(rows.take(known), labels[known], others).score(rows.features[held])
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
    texts, labels = [str(row["text"]) for row in train], np.array([float(row["label"]) for row in train])
    made = unlabelled(texts)
    known, others = Rows(features(texts), encoded(texts)), Rows(features(made), encoded(made))
    scores = out_of_fold(known, labels, others)
    slope, offset = calibration(scores, labels)
    print(f"cross-validated macro-F1 at equal shares {balanced_f1(labels, slope * scores + offset > 0):.4f}")
    final = taught(known, labels, others)
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
