"""Learn what makes two wordings tellings of one claim, from wordings written for this project.

``benchmarks/wordings`` holds statements on many topics, each told in about ten ways among
confusable neighbours; the sample corpora's gold mentions count as two more topics. Each pair of
wordings of one topic is an example; the answer is whether both tell one statement. Fitted are a
``screen`` (cheap, for recall), a ``static`` table for the default install, a ``semantic`` table
and the projection of its vectors for the one with the transformer. Intercepts are moved so that
.5 is the average likeness at which two groups are best joined: found on topics left out and,
since a topic of the wordings has fewer bystanders than a real pile, on the corpora. Scores
kept beside the weights: topics left out, and the corpora by tables that never saw them.

Usage: ``python -m benchmarks.train_claims``
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.claim_pairs import TARGET, Pairs, claim_f1, corpora, topics
from corpus_tool.match.grouping.features import FEATURES
from corpus_tool.match.grouping.likeness import MEANINGS, projected
from corpus_tool.match.grouping.screen import LOOKS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

CUTS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)
FOLDS = 5
DIRECTIONS = 96
SHRINK = 0.3
"""Directions kept and ridge of the discriminant analysis; the best of four tried on topics left out."""
SCREEN_RECALL = 0.96
_STATIC = len(FEATURES)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A logistic model on the first ``width`` columns, with the projection that made the last."""

    model: Any
    width: int
    projection: NDArray[np.float32]

    def chances(self, part: Pairs) -> Matrix:
        """Chance of each pair of a pile."""
        found: Matrix = self.model.predict_proba(seen(part, self.projection)[:, : self.width])[:, 1]
        return found


def discriminant(parts: Sequence[Pairs]) -> NDArray[np.float32]:
    """Directions along which claims of one topic lie apart and wordings of one claim together.

    Source: Fisher's linear discriminant with ridge; scatter of claims is taken within topics.
    """
    from scipy.linalg import eigh

    size = parts[0].vectors.shape[1]
    within, between, count = np.zeros((size, size)), np.zeros((size, size)), 0
    for part in parts:
        rows = part.vectors.astype(np.float64)
        centre = rows.mean(axis=0)
        for claim in sorted(set(part.claims)):
            told = rows[[one == claim for one in part.claims]]
            mean = told.mean(axis=0)
            within += (told - mean).T @ (told - mean)
            between += len(told) * np.outer(mean - centre, mean - centre)
            count += len(told)
    within = within / count + SHRINK * np.trace(within) / count / size * np.eye(size)
    _, directions = eigh(between / count, within)
    kept: NDArray[np.float32] = directions[:, ::-1][:, :DIRECTIONS].astype(np.float16).astype(np.float32)
    return kept


def seen(part: Pairs, projection: NDArray[np.float32]) -> Matrix:
    """Features with the cosine along the projection as last column."""
    along = projected(part.vectors, projection)
    ends = np.array(part.edges)
    cosine = np.maximum(0.0, np.einsum("ij,ij->i", along[ends[:, 0]], along[ends[:, 1]]))
    return np.hstack([part.features, cosine[:, None]])


def fit(held: Mapping[str, Pairs], width: int) -> Fitted:
    """Logistic regression, every topic weighing the same; the projection is fitted on the other half."""
    from sklearn.linear_model import LogisticRegression

    names = sorted(held)
    halves = names[::2], names[1::2]
    rows, same, weights = [], [], []
    for own, other in (halves, halves[::-1]):
        projection = discriminant([held[name] for name in other])
        for name in own:
            part = held[name]
            rows.append(seen(part, projection)[:, :width])
            same.append(part.same)
            weights.append(np.full(len(part.same), 1000 / len(part.same)))
    model = LogisticRegression(C=1.0, max_iter=3000).fit(
        np.vstack(rows), np.concatenate(same), sample_weight=np.concatenate(weights)
    )
    return Fitted(model, width, discriminant(list(held.values())))


def by_cut(held: Mapping[str, Pairs], width: int) -> dict[float, float]:
    """Mean pair F1 on topics left out, for each cut."""
    names = sorted(held)
    scores: dict[float, list[float]] = {cut: [] for cut in CUTS}
    for fold in range(FOLDS):
        out = names[fold::FOLDS]
        fitted = fit({name: held[name] for name in names if name not in out}, width)
        for name in out:
            chances = fitted.chances(held[name])
            for cut in CUTS:
                scores[cut].append(claim_f1(held[name], chances, cut))
    return {cut: round(float(np.mean(found)), 4) for cut, found in scores.items()}


def table(written: Mapping[str, Pairs], golds: Mapping[str, Pairs], width: int) -> dict[str, Any]:
    """One table with its scores; the shipped fit has everything, the scores have not."""
    unseen = fit(written, width)
    left_out = by_cut(written, width)
    on_golds = {c: [claim_f1(p, unseen.chances(p), c) for p in golds.values()] for c in CUTS}
    mean = {c: (left_out[c] + 2 * float(np.mean(on_golds[c]))) / 3 for c in CUTS}
    cut = max(mean, key=lambda one: (mean[one], -one))
    print(on_golds)
    fitted = fit({**written, **golds}, width)
    names = [*(ask.__name__ for ask in FEATURES), *MEANINGS][:width]
    weights = {name: round(float(w), 3) for name, w in zip(names, fitted.model.coef_[0], strict=True)}
    weights["intercept"] = round(float(fitted.model.intercept_[0] - np.log(cut / (1 - cut))), 3)
    scores = {
        "pair_f1_topics_left_out": left_out[cut],
        "pair_f1_corpora_unseen": {n: claim_f1(p, unseen.chances(p), cut) for n, p in golds.items()},
        "pair_f1_corpora_fitted": {n: claim_f1(p, fitted.chances(p), cut) for n, p in golds.items()},
    }
    print(width, cut, left_out, json.dumps(scores))
    return {"weights": weights, "scores": scores, "projection": fitted.projection}


def screen(held: Mapping[str, Pairs]) -> dict[str, Any]:
    """The cheap first look: a threshold that keeps nearly every pair of one claim."""
    from sklearn.linear_model import LogisticRegression

    rows = np.vstack([part.looks for part in held.values()])
    same = np.concatenate([part.same for part in held.values()])
    model = LogisticRegression(C=10.0, max_iter=3000).fit(rows, same)
    scores = rows @ model.coef_[0] + model.intercept_[0]
    least = float(np.quantile(scores[same], 1 - SCREEN_RECALL))
    print("screen passes", round(float((scores >= least).mean()), 3), "of the pairs of one topic")
    weights = {name: round(float(w), 3) for name, w in zip(LOOKS, model.coef_[0], strict=True)}
    return {
        "weights": {**weights, "intercept": round(float(model.intercept_[0]), 3)},
        "least": round(least, 3),
    }


def main() -> None:
    """Fit all tables, score them on what they have not seen, write them."""
    written, golds = topics(), corpora()
    static = table(written, golds, _STATIC)
    deep = table(written, golds, _STATIC + len(MEANINGS))
    out = {
        "about": "By benchmarks/train_claims.py on benchmarks/wordings and the sample corpora of this project (MIT).",
        "scores": {"static": static["scores"], "semantic": deep["scores"]},
        "screen": screen({**written, **golds}),
        "static": static["weights"],
        "semantic": deep["weights"],
    }
    TARGET.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")
    np.savez_compressed(TARGET.with_name("meaning.npz"), projection=deep["projection"].astype(np.float16))


if __name__ == "__main__":
    main()
