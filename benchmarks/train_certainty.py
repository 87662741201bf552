"""Train the certainty measure: ``python -m benchmarks.train_certainty``.

Data: sentence-level certainty of scientific findings (Pei & Jurgens, EMNLP 2021; MIT); the
``test`` split is never read here. Prints the cross-validated rank correlation. What is fitted is the
rank of a label, not the label: readers use the upper half of the scale, and an order is all that is asked
(.602 with labels, .624 with ranks).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.stats import rankdata, spearmanr
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_val_predict

from benchmarks.table import eval_data
from corpus_tool.extract import certainty_model as cm
from corpus_tool.extract.certainty import by_cues
from corpus_tool.extract.tokens import Tokens, tokens

OUT = Path(__file__).resolve().parents[1] / "corpus_tool" / "extract" / "weights"
ALPHA = 5.0
"""Ridge penalty; flat from 4 to 8 in cross-validation."""
RAREST = 2
"""Sentences a gram must stand in."""
Floats = NDArray[np.float64]


def rows(data: Path, *, test: bool) -> list[dict[str, Any]]:
    """Rows of the test split, or all others."""
    path = data / "certainty" / "sentence-level-certainty.jsonl"
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if (line["split"] == "test") == test]


def _idf(cut: list[Tokens]) -> Floats:
    seen = np.zeros(1 << cm.BITS)
    for words in cut:
        seen[list({*cm.word_grams(words), *cm.all_char_grams(words)})] += 1
    idf = np.log((1 + len(cut)) / (1 + seen)) + 1
    return np.where(seen >= RAREST, idf, 0.0).astype("f2").astype("f8")


def matrix(cut: list[Tokens], idf: Floats) -> Any:
    """Sparse rows: n-grams, cue classes, what the rules say."""
    grams = sparse.lil_matrix((len(cut), 1 << cm.BITS))
    for row, words in enumerate(cut):
        for block in (cm.word_grams(words), cm.all_char_grams(words)):
            for gram, value in cm.weighed(block, idf).items():
                grams[row, gram] += value
    dense = [[*cm.cue_counts(words), by_cues(words)] for words in cut]
    return sparse.hstack([grams.tocsr(), sparse.csr_matrix(np.array(dense))]).tocsr()


def main() -> None:
    """Fit, write ``weights/certainty.npz``, print the cross-validated figure."""
    train = rows(eval_data(), test=False)
    cut = [tokens(row["finding"]) for row in train]
    labels = np.array([float(row["sentence-level-certainty"]) for row in train])
    idf = _idf(cut)
    ranks = rankdata(labels) / len(labels)
    features = matrix(cut, idf)
    unseen = cross_val_predict(Ridge(alpha=ALPHA), features, ranks, cv=KFold(5, shuffle=True, random_state=0))
    print(f"cross-validated Spearman {spearmanr(unseen, labels)[0]:.4f}")
    model = Ridge(alpha=ALPHA).fit(features, ranks)
    weights = model.coef_.ravel()
    low, high = np.quantile(unseen, [0.002, 0.998])
    np.savez_compressed(
        OUT / "certainty.npz",
        idf=idf.astype("f2"),
        grams=weights[: 1 << cm.BITS].astype("f4"),
        cues=weights[1 << cm.BITS : -1].astype("f4"),
        scalars=np.array([weights[-1], model.intercept_, low, high]),
    )


if __name__ == "__main__":
    main()
