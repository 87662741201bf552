"""Static sentence embeddings: the only place that loads wordllama.

Vectors carry topic and paraphrase; they see neither negation nor numbers, which slots
and polarity decide. Loaded on first use, from the files inside the installed package:
the network is never asked.

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

DIMENSIONS = 256


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
    vectors = np.asarray(_model().embed([encodable(text) for text in unique]), dtype=np.float32)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0)
    rows: NDArray[np.float32] = unit[[unique[text] for text in texts]]
    return rows
