"""Learn how the bank's features are weighed, on CheckThat! 2020 task 2 train and dev (weights only).

Pairwise logistic regression: for each query, what the right claim has more of than each other
candidate. A second fit on the summed score gives the intercept, so that a score reads as a chance.

The second table ("deep") weighs what the transformer of the ``[semantic]`` extra says of the best fifty
beside the chance of the first one; it is fitted in the same way, where the extra is installed.

Usage: ``python -m benchmarks.train_rank``
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.checkthat import Split, known, split
from benchmarks.table import eval_data
from corpus_tool import semantic
from corpus_tool.match.bank import rerank
from corpus_tool.match.bank.bank import scored
from corpus_tool.match.bank.evidence import FEATURES, features
from corpus_tool.match.bank.posts import plain
from corpus_tool.match.bank.retrieve import Shelf, retrieve
from corpus_tool.match.bank.shelf import build
from corpus_tool.settings import DEFAULT

if TYPE_CHECKING:
    from numpy.typing import NDArray

TARGET = Path(__file__).resolve().parents[1] / "corpus_tool" / "match" / "weights" / "rank.json"
STRENGTH = 0.1


@dataclass(frozen=True, slots=True)
class Asked:
    """Candidates of one query: features, which are right, and how many right ones there are."""

    table: NDArray[np.float64]
    right: NDArray[np.bool_]
    answers: int


def asked(shelf: Shelf, part: Split) -> list[Asked]:
    """Features of every candidate of every query that has an answer."""
    found = retrieve(shelf, [plain(query.text) for query in part.queries])
    rows = []
    for query, one in zip(part.queries, found, strict=True):
        wanted = part.answers.get(query.id)
        if wanted:
            right = np.array([shelf.rows[at].id in wanted for at in one.positions])
            rows.append(Asked(features(one.evidence), right, len(wanted)))
    return rows


def reread_of(shelf: Shelf, part: Split) -> list[Asked]:
    """The best candidates of every query that has an answer, as the transformer sees them."""
    found = retrieve(shelf, [plain(query.text) for query in part.queries])
    rows = []
    for query, one in zip(part.queries, found, strict=True):
        wanted = part.answers.get(query.id)
        if wanted:
            chances = scored(features(one.evidence).tolist(), "weights")
            best = sorted(range(len(chances)), key=lambda at: -chances[at])[: DEFAULT.match.rerank_depth]
            held = [(shelf.rows[one.positions[at]], chances[at]) for at in best]
            table = np.array(rerank.features(rerank.reread(plain(query.text), held)))
            rows.append(Asked(table, np.array([row.id in wanted for row, _ in held]), len(wanted)))
    return rows


def weights(rows: list[Asked]) -> NDArray[np.float64]:
    """One weight a feature, and the intercept last."""
    from sklearn.linear_model import LogisticRegression

    gaps = np.vstack(
        [row.table[row.right][k] - row.table[~row.right] for row in rows for k in range(row.right.sum())]
    )
    sides = np.where(np.arange(len(gaps)) % 2 == 0, 1, -1)
    spread = gaps.std(axis=0) + 1e-9
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=1000)
    found = model.fit(gaps / spread * sides[:, None], sides).coef_[0] / spread
    scores = np.concatenate([row.table @ found for row in rows])
    right = np.concatenate([row.right for row in rows])
    shape = LogisticRegression(C=1e6).fit(scores[:, None], right)
    return np.append(found * shape.coef_[0, 0], shape.intercept_[0])


def average_precision(rows: list[Asked], column: NDArray[np.float64]) -> float:
    """MAP@5 of a weighting."""
    total = 0.0
    for row in rows:
        best = np.argsort(-(row.table @ column[:-1]), kind="stable")[:5]
        hits = np.cumsum(row.right[best])
        total += float((hits / np.arange(1, len(best) + 1) * row.right[best]).sum()) / row.answers
    return round(total / len(rows), 4)


NAMES = ("train", "dev", "test")


def table(parts: dict[str, list[Asked]], names: list[str]) -> dict[str, object]:
    """Weights fitted on train and dev, with the score on dev of those fitted on train, and on test."""
    held_out = average_precision(parts["dev"], weights(parts["train"]))
    final = weights(parts["train"] + parts["dev"])
    scores = {"dev, fitted on train": held_out, "test": average_precision(parts["test"], final)}
    found = dict(zip([*names, "intercept"], np.round(final, 4).tolist(), strict=True))
    return {"map_at_5": scores, "weights": found}


def main() -> None:
    """Fit on train, look at dev; fit on both, write, and report test; with the extra the second table too."""
    folder = eval_data() / "matching" / "checkthat2020_task2"
    shelf = build(known(folder))
    splits = {name: split(folder, name) for name in NAMES}
    about = "By benchmarks/train_rank.py on CheckThat! 2020 task 2 train and dev (free for research; weights only)."
    written = json.loads(TARGET.read_text(encoding="utf-8"))
    first = table({name: asked(shelf, part) for name, part in splits.items()}, [a.__name__ for a in FEATURES])
    written = {**written, "about": about, **first}
    TARGET.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(first["map_at_5"]))
    if semantic.available():
        parts = {name: reread_of(shelf, part) for name, part in splits.items()}
        deep = table(parts, [ask.__name__ for ask in rerank.FEATURES])
        written |= {"deep_map_at_5": deep["map_at_5"], "deep": deep["weights"]}
        TARGET.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
        print(json.dumps(deep["map_at_5"]))


if __name__ == "__main__":
    main()
