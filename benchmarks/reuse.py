"""Does `reuse` grade copying, and does it find what is known to be shared?

Clough and Stevenson's short answers are graded by thresholds on what `reuse --documents` says of them,
chosen on the other four tasks; generated corpora measure recall, precision and time.

Usage: ``python -m benchmarks.reuse [DOCUMENTS …]``
"""

from __future__ import annotations

import csv
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

from benchmarks.reuse_corpus import Pile, Planted, language, pile, wire
from benchmarks.table import Row, eval_data, show
from corpus_tool.match.passages import passages, shared_documents
from corpus_tool.models import Document, Passage
from corpus_tool.settings import MatchSettings

CLASSES = ("non", "heavy", "light", "cut")
EVERY = MatchSettings(borrowed_share=0.0)
"""A row for any share: which of them says "copied" is what the thresholds ask."""
_COVERED = 0.8
_LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """A student's answer: its task, its class, how much of it is borrowed, and how closely."""

    task: str
    label: str
    share: float
    closeness: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which share on an answer is copied, and from which closeness lightly revised, or cut."""

    share: float
    light: float
    cut: float

    def label(self, answer: Answer) -> str:
        """Class of an answer."""
        if answer.share < self.share:
            return "non"
        if answer.closeness >= self.cut:
            return "cut"
        return "light" if answer.closeness >= self.light else "heavy"


_GRID = [
    Thresholds(share, light, cut)
    for share, light, cut in product(
        np.arange(0.02, 0.41, 0.02).round(3),
        np.arange(0.5, 0.9, 0.02).round(3),
        np.arange(0.7, 0.99, 0.015).round(3),
    )
    if light < cut
]


def answers(folder: Path) -> list[Answer]:
    """The 95 answers, each held against the source of its task."""
    with (folder / "file_information.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if not row["File"].startswith("orig")]
    return [_answer(folder, row) for row in rows]


def _answer(folder: Path, row: dict[str, str]) -> Answer:
    names = (row["File"], f"orig_task{row['Task']}.txt")
    texts = [(folder / name).read_text(encoding="utf-8", errors="replace") for name in names]
    documents = [Document(id=str(at), text=text) for at, text in enumerate(texts)]
    found = shared_documents(documents, settings=EVERY)
    share, closeness = (found[0].left.share, found[0].similarity) if found else (0.0, 0.0)
    return Answer(row["Task"], row["Category"], share, closeness)


def _chosen(rows: Sequence[Answer]) -> Thresholds:
    """The middle of the best thresholds: as far from a mistake on either side as the answers allow."""
    scores = [sum(one.label(row) == row.label for row in rows) for one in _GRID]
    best = [one for one, score in zip(_GRID, scores, strict=True) if score == max(scores)]
    middle = [float(np.median([getattr(one, name) for one in best])) for name in ("share", "light", "cut")]
    return Thresholds(*middle)


def short_answers(folder: Path) -> list[Row]:
    """Accuracy with one task left out."""
    rows = answers(folder)
    right = copied = 0
    for task in sorted({row.task for row in rows}):
        chosen = _chosen([row for row in rows if row.task != task])
        for row in rows:
            if row.task == task:
                label = chosen.label(row)
                right += label == row.label
                copied += (label == "non") == (row.label == "non")
    note = "thresholds by leaving one task out"
    return [
        Row(
            task="reuse",
            metric="copied or not",
            value=copied / len(rows),
            floor=0.947,
            target=0.95,
            note=note,
        ),
        Row(task="reuse", metric="four-way", value=right / len(rows), target=0.80, best=0.80, note=note),
    ]


def _cover(wanted: tuple[int, int], ranges: Sequence[tuple[int, int]]) -> float:
    held = np.zeros(max(1, wanted[1] - wanted[0]), dtype=np.bool_)
    for start, end in ranges:
        held[max(0, start - wanted[0]) : max(0, end - wanted[0])] = True
    return float(held.mean())


def _sides(found: Passage) -> tuple[tuple[int, int], tuple[int, int]]:
    return (found.left.start, found.left.end), (found.right.start, found.right.end)


def _planted_sides(one: Planted) -> tuple[tuple[int, int], tuple[int, int]]:
    swapped = one.source > one.target
    return (one.target_range, one.source_range) if swapped else (one.source_range, one.target_range)


@dataclass(frozen=True, slots=True)
class Found:
    """How well known passages were found."""

    recall: float
    precision: float


def scored(made: Pile, found: Sequence[Passage]) -> Found:
    """Recall and precision by passage: four fifths of both sides covered."""
    by_pair: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for one in found:
        by_pair[one.left.document_id, one.right.document_id].append(one)
    planted = {(min(p.source, p.target), max(p.source, p.target)): p for p in made.planted}
    truth = {pair: _planted_sides(one) for pair, one in planted.items() if one.words >= _LEAST_WORDS}
    hits = sum(
        all(
            _cover(wanted, [_sides(one)[at] for one in by_pair[pair]]) >= _COVERED
            for at, wanted in enumerate(sides)
        )
        for pair, sides in truth.items()
    )
    good = sum(
        all(_cover(side, [_planted_sides(planted[pair])[at]]) >= _COVERED for at, side in enumerate(_sides(one)))
        for pair, group in by_pair.items() if pair in planted
        for one in group
    )  # fmt: skip
    return Found(hits / max(1, len(truth)), good / max(1, len(found)))


def generated(made: Pile) -> list[Row]:
    """Recall and precision on a corpus with known reuse, and the time taken."""
    started = time.perf_counter()
    found = passages(made.documents)
    seconds = time.perf_counter() - started
    measured = scored(made, found)
    size = f"{len(made.documents)} documents"
    return [
        Row(task=f"reuse, {size}", metric="recall", value=measured.recall, target=0.97),
        Row(task=f"reuse, {size}", metric="precision", value=measured.precision, target=0.97),
        Row(task=f"reuse, {size}", metric="seconds", value=seconds),
    ]


def versions(documents: Sequence[Document], pairs: Sequence[tuple[str, str]]) -> list[Row]:
    """How many of a pile's near-duplicate documents have an edge: the row of `reuse --documents` for the pair.

    Args:
        documents: Stories and versions of them.
        pairs: Ids that belong together.
    """
    found = {
        tuple(sorted((one.left.document_id, one.right.document_id))) for one in shared_documents(documents)
    }
    wanted = {tuple(sorted(pair)) for pair in pairs}
    task = f"versions of {len(pairs)} stories"
    return [
        Row(task=task, metric="recall of edges", value=len(found & wanted) / len(wanted), target=0.97),
        Row(
            task=task,
            metric="precision of edges",
            value=len(found & wanted) / max(1, len(found)),
            target=0.97,
        ),
    ]


def run(data: Path, sizes: Sequence[int] = (1000,)) -> list[Row]:
    """Both measurements."""
    speech = language(data)
    rows = short_answers(data / "reuse" / "clough_stevenson" / "data")
    for size in sizes:
        rows.extend(generated(pile(size, speech)))
        rows.extend(versions(*wire(size // 2, speech)))
    return rows


if __name__ == "__main__":
    show(run(eval_data(), [int(one) for one in sys.argv[1:]] or (1000,)))
