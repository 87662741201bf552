"""Build the background word weights that matching ships with.

Source: the English lexeme probabilities of ``spacy-lookups-data`` 1.0.5 (MIT licence), smoothed
word frequencies of a large general corpus. Give the path of ``en_lexeme_prob.json.gz`` from that
package; case variants are added up, and the commonest words kept with their surprisal.

Usage: ``python -m benchmarks.train_background PATH``
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from pathlib import Path

import numpy as np

from corpus_tool import text as strings
from corpus_tool.match.bank.index import weighed_pieces

WORDS = 80_000
TARGET = Path(__file__).resolve().parents[1] / "corpus_tool" / "match" / "weights" / "background.npz"


def surprisals(source: Path) -> dict[str, float]:
    """Surprisal in nats of each folded word, commonest first, at most `WORDS` of them."""
    with gzip.open(source, "rt", encoding="utf-8") as stream:
        logs: dict[str, float] = json.load(stream)
    floor = min(logs.values())
    chances: dict[str, float] = {}
    for form, log in logs.items():
        folded = strings.words(form)
        if log > floor and len(folded) == 1:
            chances[folded[0]] = chances.get(folded[0], 0.0) + math.exp(log)
    ranked = sorted(chances.items(), key=lambda item: (-item[1], item[0]))[:WORDS]
    return {word: -math.log(chance) for word, chance in ranked}


def main(arguments: list[str]) -> None:
    """Write the table: words by alphabet, surprisal in twentieths of a nat."""
    table = surprisals(Path(arguments[0]))
    words = sorted(table)
    steps = np.array([round(20 * table[word]) for word in words], dtype=np.uint16)
    joined = np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)
    np.savez_compressed(TARGET, words=joined, twentieths=steps)
    pieces = weighed_pieces({word: math.exp(-nats) for word, nats in table.items()})
    np.savez_compressed(TARGET.with_name("pieces.npz"), tenths=np.round(10 * pieces).astype(np.uint8))
    print(f"{len(words)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
