"""Learn what makes two wordings tellings of one claim, from the sample corpora written for this project.

Each pair of distinct gold wordings is one example; the answer is whether the gold puts both in
one claim. The intercept is moved so that .5 is the average likeness at which two groups are
best joined. Scores with one corpus left out are printed and kept beside the weights.

Usage: ``python -m benchmarks.train_claims``
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.gold_mentions import CORPORA, GoldMentions, gold_mentions
from corpus_tool.match.grouping.agglomerate import agglomerate
from corpus_tool.match.grouping.features import FEATURES, aspects, likened
from corpus_tool.match.normal import key

if TYPE_CHECKING:
    from numpy.typing import NDArray

TARGET = Path(__file__).resolve().parents[1] / "corpus_tool" / "match" / "weights" / "claims.json"
CUT = 0.18
"""Average chance at which joining two groups pays on the gold; found between .15 and .5."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of a corpus's distinct wordings: features, answers, and how often each wording stands."""

    edges: list[tuple[int, int]]
    features: NDArray[np.float64]
    same: NDArray[np.bool_]
    counts: list[int]


def pairs(gold: GoldMentions) -> Pairs:
    """Features and answers of every pair of distinct wordings."""
    held: dict[str, list[Any]] = {}
    for mention in gold.mentions:
        held.setdefault(key(mention.text), []).append(mention)
    faces = [group[0] for group in held.values()]
    claims = [gold.claims.get(face.id, face.id) for face in faces]
    seen, edges = aspects(faces), list(combinations(range(len(faces)), 2))
    rows = [[ask(pair) for ask in FEATURES] for pair in (likened(seen[i], seen[j]) for i, j in edges)]
    same = [claims[i] == claims[j] for i, j in edges]
    return Pairs(edges, np.array(rows), np.array(same), [len(group) for group in held.values()])


def fit(parts: list[Pairs]) -> Any:
    """Logistic regression over all pairs."""
    from sklearn.linear_model import LogisticRegression

    features = np.vstack([part.features for part in parts])
    return LogisticRegression(C=1.0, max_iter=2000).fit(
        features, np.concatenate([part.same for part in parts])
    )


def claim_f1(part: Pairs, model: Any) -> float:
    """Pairwise F1 of the claims that the model's likeness gives, verbatim repeats counted."""
    size = len(part.counts)
    scores = np.zeros((size, size))
    for (i, j), chance in zip(part.edges, model.predict_proba(part.features)[:, 1], strict=True):
        scores[i, j] = scores[j, i] = chance
    label = {position: at for at, group in enumerate(agglomerate(scores, CUT)) for position in group}
    equal = sum(count * (count - 1) / 2 for count in part.counts)
    hits = found = wanted = equal
    for (i, j), same in zip(part.edges, part.same.tolist(), strict=True):
        weight = part.counts[i] * part.counts[j]
        joined = label[i] == label[j]
        hits, found, wanted = (
            hits + weight * (joined and same),
            found + weight * joined,
            wanted + weight * same,
        )
    return round(2 * hits / (found + wanted), 4)


def main() -> None:
    """Fit, score with one corpus left out, write the table."""
    held = {name: pairs(gold_mentions(name)) for name in CORPORA}
    left_out = {name: claim_f1(held[name], fit([held[n] for n in held if n != name])) for name in held}
    model = fit(list(held.values()))
    weights = {ask.__name__: round(float(w), 3) for ask, w in zip(FEATURES, model.coef_[0], strict=True)}
    weights["intercept"] = round(float(model.intercept_[0] - np.log(CUT / (1 - CUT))), 3)
    scores = {"left_out": left_out, "fitted": {name: claim_f1(held[name], model) for name in held}}
    about = "By benchmarks/train_claims.py on the sample corpora of this project (MIT)."
    TARGET.write_text(
        json.dumps({"about": about, "claim_pair_f1": scores, "weights": weights}, indent=1) + "\n"
    )
    print(json.dumps(scores))


if __name__ == "__main__":
    main()
