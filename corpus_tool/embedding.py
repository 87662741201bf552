"""Static sentence embeddings: the only place that loads wordllama.

Vectors carry topic and paraphrase; they see neither negation nor numbers, which slots
and polarity decide. Loaded on first use, from the files inside the installed package:
the network is never asked.

The model averages the vectors of a text's tokens, and no token reaches over a space. So each
distinct word is tokenised once, and texts are sums of words: the same vectors in a fourth of the time.

Source: WordLlama 0.4 (token vectors distilled from LLM embeddings, averaged), 256 d.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus_tool.text import encodable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Numbers = NDArray[np.int64]

DIMENSIONS = 256
_WORDS_AT_ONCE = 256
_ROWS_AT_ONCE = 4096


@lru_cache(maxsize=1)
def _model() -> Any:
    import wordllama

    return wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit-length vectors, shape ``(len(texts), 256)``; a text without known words gives zeros.

    A text that occurs twice is embedded once.
    """
    import numpy as np

    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    unique = {text: row for row, text in enumerate(dict.fromkeys(texts))}
    vectors = _summed_texts([encodable(text) for text in unique])
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0)
    rows: NDArray[np.float32] = unit[[unique[text] for text in texts]]
    return rows


def _summed_texts(texts: Sequence[str]) -> Vectors:
    """For each text the sum of its tokens' vectors."""
    import numpy as np

    numbers: dict[str, int] = {}
    rows = [
        np.array([numbers.setdefault(word, len(numbers)) for word in _words(text)], dtype=np.int64)
        for text in texts
    ]
    return _summed(rows, _summed(_tokens(list(numbers)), _model().embedding))


def _words(text: str) -> list[str]:
    """A text at its single spaces; where spaces run together or stand at an end, the text as one piece."""
    words = text.split(" ")
    return [text] if "" in words else words


def _tokens(words: Sequence[str]) -> list[Numbers]:
    """The token numbers of each word."""
    import numpy as np

    model = _model()
    tokens: list[Numbers] = [np.zeros(0, dtype=np.int64)] * len(words)
    order = sorted(range(len(words)), key=lambda at: len(words[at]))
    for start in range(0, len(order), _WORDS_AT_ONCE):
        here = order[start : start + _WORDS_AT_ONCE]
        for at, found in zip(here, model.tokenize([words[at] for at in here]), strict=True):
            # The batch is filled up to its longest row; the mask says how far a row goes.
            tokens[at] = np.array(found.ids[: sum(found.attention_mask)], dtype=np.int64)
    return tokens


def _summed(rows: Sequence[Numbers], table: Vectors) -> Vectors:
    """For each row of numbers the sum of these rows of the table; rows of one length in one go."""
    import numpy as np

    found = np.zeros((len(rows), table.shape[1]), dtype=np.float32)
    by_length: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        by_length.setdefault(len(row), []).append(at)
    for length, places in by_length.items():
        step = max(1, _ROWS_AT_ONCE // max(1, length))
        for start in range(0, len(places), step):
            here = places[start : start + step]
            found[here] = table[np.stack([rows[at] for at in here])].sum(axis=1)
    return found
