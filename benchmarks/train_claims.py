"""Learn what makes two wordings tellings of one claim, from wordings written for this project.

``benchmarks/wordings`` holds statements on many topics, each told in about ten ways among
confusable neighbours; the sample corpora's gold mentions count as two more topics. Each pair of
wordings of one topic is an example; the answer is whether both tell one statement. Piles drawn from many
topics stand beside them, since most pairs of a real pile have nothing to do with one another. Fitted are a
``screen`` (cheap, for recall), a ``static`` table for the default install, and a ``semantic`` one
with the cosine of the encoder of claims beside them, fitted on topics that the encoder was not
taught on (`benchmarks.train_encoder`) and the corpora. Intercepts are moved so that
.5 is the average likeness at which two groups are best joined: found on topics left out and,
since a topic of the wordings has fewer bystanders than a real pile, on the corpora. Scores
kept beside the weights: topics left out, and the corpora by tables that never saw them.

Usage: ``python -m benchmarks.train_claims``
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.claim_pairs import TARGET, Pairs, claim_f1, corpora, strangers, topics
from benchmarks.written import apart
from corpus_tool.match.grouping.features import FEATURES
from corpus_tool.match.grouping.likeness import SAME_MEANING
from corpus_tool.match.grouping.screen import LOOKS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

CUTS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)
FOLDS = 5
SCREEN_RECALL = 0.96
LOOK_RECALL = 0.985
"""Share of the pairs of one claim that the first look passes on, by the screen and by the encoder's cosine."""
_STATIC = len(FEATURES)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A logistic model on the first ``width`` columns."""

    model: Any
    width: int

    def chances(self, part: Pairs) -> Matrix:
        """Chance of each pair of a pile."""
        found: Matrix = self.model.predict_proba(part.features[:, : self.width])[:, 1]
        return found


def fit(held: Mapping[str, Pairs], width: int) -> Fitted:
    """Logistic regression, every topic weighing the same."""
    from sklearn.linear_model import LogisticRegression

    parts = [held[name] for name in sorted(held)]
    rows = np.vstack([part.features[:, :width] for part in parts])
    same = np.concatenate([part.same for part in parts])
    weights = np.concatenate([np.full(len(part.same), 1000 / len(part.same)) for part in parts])
    return Fitted(LogisticRegression(C=1.0, max_iter=3000).fit(rows, same, sample_weight=weights), width)


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
    names = [*(ask.__name__ for ask in FEATURES), SAME_MEANING][:width]
    weights = {name: round(float(w), 3) for name, w in zip(names, fitted.model.coef_[0], strict=True)}
    weights["intercept"] = round(float(fitted.model.intercept_[0] - np.log(cut / (1 - cut))), 3)
    scores = {
        "pair_f1_topics_left_out": left_out[cut],
        "pair_f1_corpora_unseen": {n: claim_f1(p, unseen.chances(p), cut) for n, p in golds.items()},
        "pair_f1_corpora_fitted": {n: claim_f1(p, fitted.chances(p), cut) for n, p in golds.items()},
    }
    print(width, cut, left_out, json.dumps(scores))
    return {"weights": weights, "scores": scores}


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


def least_cosine(held: Mapping[str, Pairs]) -> float:
    """The encoder's cosine that nearly every pair of one claim reaches."""
    told = np.concatenate([part.features[part.same, -1] for part in held.values()])
    return round(float(np.quantile(told, 1 - LOOK_RECALL)), 3)


def main() -> None:
    """Fit all tables, score them on what they have not seen, write them."""
    one_topic, golds = topics(), corpora()
    written = {**one_topic, **strangers(lambda _: True)}
    fair = {name: part for name, part in one_topic.items() if apart(name)} | strangers(apart)
    static = table(written, golds, _STATIC)
    deep = table(fair, golds, _STATIC + 1)
    out = {
        "about": "By benchmarks/train_claims.py on benchmarks/wordings and the sample corpora of this project (MIT).",
        "scores": {"static": static["scores"], "semantic": deep["scores"]},
        "screen": screen({**written, **golds}),
        "static": {"weights": static["weights"]},
        "semantic": {"weights": deep["weights"], "least": least_cosine({**fair, **golds})},
    }
    TARGET.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
