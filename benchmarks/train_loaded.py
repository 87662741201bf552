"""Weights of loaded words, from our two word lists: ``python -m benchmarks.train_loaded``.

A logistic regression on static word vectors tells the words of ``loaded.txt`` from those of
``neutral_words.txt``. The step that a listed word adds is the spread of sentences in the sample articles of
``data/``; the cut is what seven in ten of them stay below. No evaluation data is read.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.gold_mentions import CORPORA, DATA
from corpus_tool import ingest
from corpus_tool.discourse.loaded import Weights, listed, scores
from corpus_tool.embedding import embed
from corpus_tool.extract.sentences import sentences

_NEUTRAL = Path(__file__).with_name("neutral_words.txt")
_TO = Path(__file__).parents[1] / "corpus_tool" / "discourse" / "weights" / "loaded.npz"
_BELOW = 70
"""Of a hundred sentences of plain articles so many are not called loaded."""


def _neutral() -> list[str]:
    lines = [line for line in _NEUTRAL.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return sorted({word for line in lines for word in line.split()} - listed())


def _plain() -> list[str]:
    """Sentences of the sample articles."""
    read = [one for name in CORPORA for one in ingest.read([DATA / name], root=DATA / name)]
    texts = [one.text for one in read if one.kind == "article"]
    return [text[span.start : span.end] for text in texts for span in sentences(text)]


def main() -> None:
    """Fit, take the step and the cut, write."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_score

    loaded, neutral = sorted(listed()), _neutral()
    vectors = embed([*loaded, *neutral])
    labels = np.array([1] * len(loaded) + [0] * len(neutral))
    model = LogisticRegression(C=1.0, max_iter=2000, class_weight="balanced")
    print(
        "AUC of words, five folds",
        round(float(cross_val_score(model, vectors, labels, cv=5, scoring="roc_auc").mean()), 3),
    )
    model.fit(vectors, labels)
    words = model.coef_[0].astype(np.float16).astype(np.float32)
    constant = float(np.float16(model.intercept_[0]))
    plain = _plain()
    usual = round(float(np.mean(scores(plain, Weights(words, constant, 0.0, 0.0, 0.0)))), 3)
    step = round(float(np.std(scores(plain, Weights(words, constant, 0.0, 0.0, usual)))), 3)
    cut = round(float(np.percentile(scores(plain, Weights(words, constant, step, 0.0, usual)), _BELOW)), 3)
    np.savez_compressed(_TO, words=words.astype(np.float16), figures=np.array([constant, step, cut, usual]))
    print("usual", usual, "step", step, "cut", cut, "words", len(loaded), len(neutral))


if __name__ == "__main__":
    main()
