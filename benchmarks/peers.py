"""Reuse and candidates beside what others would use for them, on the same rows in the same run.

``python -m benchmarks.peers [--documents N] [--mentions N]``. MinHash-LSH (datasketch) with an alignment of
each pair it joins (rapidfuzz) stands against `reuse`; all pairs (``rapidfuzz.process.cdist``) against the
candidates that grouping compares. Seconds are those of this process, so that neighbours on the machine do
not count; both sides run on one processor.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Sequence

from benchmarks import distinct
from benchmarks.reuse import Found, scored
from benchmarks.reuse_corpus import Pile, language, pile
from benchmarks.table import Row, eval_data, show
from corpus_tool.match import candidates, passages
from corpus_tool.match.grouping.units import units
from corpus_tool.models import Document, Mention, Passage, PassageSide, Span

ALIKE = 85
"""Score from which two mentions are a pair that all against all finds."""
PERMUTATIONS = 128
SHINGLE = 3
JACCARD = 0.1
"""Low enough that LSH joins documents of which one holds a few sentences of the other."""
LOWEST, HIGHEST = 50, 100
"""Scores between which the peer's threshold is chosen for it."""
PART = 40
"""Words of one piece that is aligned: an alignment of whole documents finds one stretch alone."""


def minhash_passages(documents: Sequence[Document]) -> list[Passage]:
    """Shared stretches as an afternoon's work finds them: LSH over shingles, pieces of each pair aligned."""
    found: list[Passage] = []
    texts = {document.id: document.text for document in documents}
    for left, right in _lsh_pairs(documents):
        found.extend(_aligned(left, texts[left], right, texts[right]))
    return found


def _lsh_pairs(documents: Sequence[Document]) -> list[tuple[str, str]]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=JACCARD, num_perm=PERMUTATIONS)
    sketches = {}
    for document in documents:
        words = document.text.lower().split()
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(
            [" ".join(words[at : at + SHINGLE]).encode() for at in range(len(words) - SHINGLE + 1)]
        )
        sketches[document.id] = sketch
        index.insert(document.id, sketch)
    near = {
        (name, other) for name, sketch in sketches.items() for other in index.query(sketch) if name < other
    }
    return sorted(near)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Ranges of about `PART` words."""
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == " ")][::PART]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _aligned(left: str, one: str, right: str, two: str) -> list[Passage]:
    from rapidfuzz import fuzz

    found = []
    for start, end in _pieces(one):
        best = fuzz.partial_ratio_alignment(one[start:end], two, score_cutoff=LOWEST)
        if best is not None:
            sides = (left, one, start, end), (right, two, best.dest_start, best.dest_end)
            a, b = (
                PassageSide(document_id=name, start=first, end=last, text=text[first:last])
                for name, text, first, last in sides
            )
            found.append(Passage(left=a, right=b, similarity=round(best.score / 100, 4), grade="light"))
    return found


def _at_precision(made: Pile, found: Sequence[Passage], least: float) -> Found:
    """What is left of passages at the lowest score at which they are as precise as asked, or at the highest."""
    best = Found(0.0, 0.0)
    for score in range(LOWEST, HIGHEST + 1, 5):
        best = scored(made, [one for one in found if 100 * one.similarity >= score])
        if best.precision >= least:
            break
    return best


def reuse_rows(made: Pile) -> list[Row]:
    """Recall at one precision, and seconds, on a corpus with known reuse."""
    started = time.process_time()
    found = passages(made.documents)
    ours, between = scored(made, found), time.process_time()
    aligned = minhash_passages(made.documents)
    seconds = time.process_time() - between
    theirs = _at_precision(made, aligned, ours.precision)
    task = f"reuse beside MinHash-LSH, {len(made.documents)} documents"
    note = f"precision {ours.precision:.3f} against {theirs.precision:.3f}"
    spent = f"{between - started:.1f} s against {seconds:.1f} s of this process"
    return [
        Row(task=task, metric="recall", value=ours.recall, floor=theirs.recall, note=note),
        Row(task=task, metric="times faster", value=seconds / (between - started), target=1.0, note=spent),
    ]


def mentions(count: int) -> list[Mention]:
    """So many different statements of distinct documents."""
    made: dict[str, Mention] = {}
    for row in distinct.documents(count):
        for text in row["text"].replace("\n\n", " ").split(". "):
            if len(made) == count:
                return list(made.values())
            span = Span(start=0, end=len(text))
            made.setdefault(
                text, Mention(id=f"m{len(made):06}", document_id=row["id"], start=0, end=len(text), text=text,
                              sentence=span, is_claim=True)
            )  # fmt: skip
    return list(made.values())


def candidate_rows(count: int) -> list[Row]:
    """Share of the pairs of all against all that are candidates, and the seconds of both."""
    import numpy as np
    import scipy.sparse  # noqa: F401 - loaded before the clock runs, as the peer is
    from rapidfuzz import fuzz, process

    faces = [unit.face for unit in units(mentions(count))]
    texts = [face.text for face in faces]
    candidates(faces[:2])  # the embedding is loaded
    started = time.process_time()
    found = candidates(faces)
    between = time.process_time()
    scores = process.cdist(texts, texts, scorer=fuzz.ratio, dtype=np.uint8, score_cutoff=ALIKE, workers=1)
    seconds = time.process_time() - between
    rows, columns = np.nonzero(np.triu(scores, k=1))
    wanted = set(zip(rows.tolist(), columns.tolist(), strict=True))
    held = set(zip(found.left.tolist(), found.right.tolist(), strict=True))
    task = f"candidates beside all pairs, {len(faces)} mentions"
    share = len(wanted & held) / len(wanted) if wanted else math.nan
    spent = f"{between - started:.1f} s against {seconds:.1f} s of this process"
    return [
        Row(task=task, metric="share of its pairs", value=share, target=0.98, note=f"{len(wanted)} pairs"),
        Row(task=task, metric="times faster", value=seconds / (between - started), target=50.0, note=spent),
    ]


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--mentions", type=int, default=10_000)
    given = parser.parse_args()
    show([*candidate_rows(given.mentions), *reuse_rows(pile(given.documents, language(eval_data())))])


if __name__ == "__main__":
    main()
