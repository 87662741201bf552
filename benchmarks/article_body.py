"""Article bodies of web pages, scored as Scrapinghub's article extraction benchmark does.

Method: tokens are word characters; runs of four tokens are counted as a bag; precision and
recall are averaged over pages, and F1 is taken of the two means.
"""

from __future__ import annotations

import gzip
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.table import Row, eval_data, show
from corpus_tool.ingest import read

_TOKEN = re.compile(r"\w+")
_RUN = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Bag of runs of four tokens; a shorter text is one run."""
    tokens = _TOKEN.findall(text)
    if len(tokens) < _RUN:
        return Counter([tuple(tokens)]) if tokens else Counter()
    return Counter(tuple(tokens[k : k + _RUN]) for k in range(len(tokens) - _RUN + 1))


def bodies(data: Path) -> Iterator[tuple[str, str]]:
    """Gold body and our article text, page by page."""
    folder = data / "html" / "scrapinghub"
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as temporary:
        for key, page in sorted(gold.items()):
            path = Path(temporary) / f"{key}.html"
            path.write_bytes(gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()))
            documents = list(read([path]))
            yield page["articleBody"], "\n".join(d.text for d in documents if d.kind != "comment")


def run(data: Path) -> list[Row]:
    """Precision, recall and F1 of article bodies."""
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, ours in bodies(data):
        wanted, found = shingles(gold), shingles(ours)
        hits = sum((wanted & found).values())
        if found:
            precisions.append(hits / sum(found.values()))
        if wanted:
            recalls.append(hits / sum(wanted.values()))
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    f1 = 2 * precision * recall / (precision + recall)
    return [
        Row(task="article body", metric="precision", value=precision),
        Row(task="article body", metric="recall", value=recall),
        Row(task="article body", metric="F1", value=f1, floor=0.958, target=0.960, best=0.970),
    ]


if __name__ == "__main__":
    show(run(eval_data()))
