"""A teacher for the check-worthiness model, and sentences without labels for it to label.

A small transformer knows what words mean, and is a hundred times too slow to run on every sentence.
So it is asked once, at training: beside the n-gram model, fitted on the same labelled rows, it
labels tens of thousands of sentences nobody labelled, and the n-gram model is fitted anew on both
(distillation; Tang et al. 2019, "Distilling task-specific knowledge from BERT into simple neural networks",
for the made-up sentences). These sentences are rows of the training set with words put in place of
their neighbours, pieces of them, halves of two joined, and wordings and statements of this project.
Needs the ``[semantic]`` extra, for training only.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.written import topics
from corpus_tool import semantic
from corpus_tool.embedding import embed
from corpus_tool.extract.tokens import tokens
from corpus_tool.extract.verbs import word_class

Floats = NDArray[np.float64]
STATEMENTS = Path(__file__).resolve().parent / "statements"
REWORDED, PIECES, JOINED, WORDINGS = 7000, 6000, 3000, 4000
"""How many sentences of each kind; more cost a minute of encoding each four hundred."""
SEED = 0
SHARE = 0.35
"""Of the content words, those put in place of a neighbour."""
NEIGHBOURS = 12
RAREST = 3
SHORTEST = 5
"""Words of a piece."""
_BREAKS = re.compile(r"[,;:]| -- | - | and | but | because | that ")
BATCH = 500
SPREAD = 2.2
"""Standard deviation of the teacher's logits, about that of the n-gram model's on rows it has not seen."""


def unlabelled(texts: Sequence[str]) -> list[str]:
    """Sentences like ``texts`` and of other kinds, without labels; the same each time."""
    draw = np.random.default_rng(SEED)
    made = _reworded(texts, draw)
    made += _pieces(texts, draw)
    made += _joined(texts, draw)
    wordings = sorted({text for topic in topics() for text in topic.texts})
    made += [wordings[at] for at in draw.permutation(len(wordings))[:WORDINGS]]
    rows = [
        line for path in sorted(STATEMENTS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]
    return [*made, *(str(json.loads(row)["text"]) for row in rows)]


def _reworded(texts: Sequence[str], draw: np.random.Generator) -> list[str]:
    """Sentences with some of their words put in place of words used alike."""
    near = _neighbours(texts)
    return [_reword(texts[at], near, draw) for at in draw.permutation(len(texts))[:REWORDED]]


def _neighbours(texts: Sequence[str]) -> dict[str, list[str]]:
    uses = Counter(word for text in texts for word in set(tokens(text).words))
    known = sorted(
        word
        for word, count in uses.items()
        if count >= RAREST and word.isalpha() and len(word) > 2 and not word_class(word)
    )
    vectors = embed(known)
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, -1)
    order = np.argsort(-alike, 1, kind="stable")[:, :NEIGHBOURS]
    return {word: [known[at] for at in row] for word, row in zip(known, order, strict=True)}


def _reword(text: str, near: dict[str, list[str]], draw: np.random.Generator) -> str:
    words, out, last = tokens(text), [], 0
    for raw, low, start, end in zip(words.raw, words.words, words.starts, words.ends, strict=True):
        new = raw
        if low in near and draw.random() < SHARE:
            new = near[low][int(draw.integers(len(near[low])))]
            new = new.capitalize() if raw[0].isupper() else new
        elif low.isdigit() and draw.random() < 0.5:
            new = str(draw.integers(1, 10 ** min(9, len(low))))
        out += [text[last:start], new]
        last = end
    return "".join(out) + text[last:]


def _pieces(texts: Sequence[str], draw: np.random.Generator) -> list[str]:
    """Stretches between commas and conjunctions, as sentences."""
    found = []
    for text in texts:
        parts = [part.strip() for part in _BREAKS.split(text) if len(part.split()) >= SHORTEST]
        found += [part[0].upper() + part[1:] + "." for part in parts] if len(parts) > 1 else []
    return [found[at] for at in draw.permutation(len(found))[:PIECES]]


def _joined(texts: Sequence[str], draw: np.random.Generator) -> list[str]:
    """The first half of one sentence and the second of another."""
    cut = [text.split() for text in texts if 8 <= len(text.split()) <= 40]
    made = []
    for _ in range(JOINED):
        one, two = cut[int(draw.integers(len(cut)))], cut[int(draw.integers(len(cut)))]
        made.append(" ".join(one[: len(one) // 2] + two[len(two) // 2 :]))
    return made


def encoded(texts: Sequence[str]) -> Floats:
    """What the transformer makes of each text."""
    parts = [semantic.embed(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)]
    return np.vstack(parts).astype(np.float64)


def blended(linear: Floats, vectors: Floats, labels: Floats, others: Floats) -> Floats:
    """What the teacher takes for the chance of being worthy of each row of ``others``.

    Args:
        linear: What the n-gram model says of them, logits.
        vectors: What the transformer makes of the labelled rows.
        labels: Their labels.
        others: What the transformer makes of the rows to label.
    """
    model = LogisticRegression(C=30.0, class_weight="balanced", max_iter=500).fit(vectors, labels)
    meant: Floats = model.decision_function(others)
    logits = SPREAD * (linear / linear.std() + meant / meant.std()) / 2
    chances: Floats = 1 / (1 + np.exp(-np.clip(logits, -6, 6)))
    return chances
