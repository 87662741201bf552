"""Static sentence embeddings: the only place that loads wordllama.

Vectors carry topic and paraphrase; they see neither negation nor numbers, which slots
and polarity decide. Loaded on first use, from the files inside the installed package:
the network is never asked.

The model averages the vectors of a text's tokens, and no token reaches over a space. So each
distinct word is tokenised once, and texts are sums of words: the same vectors in a tenth of the time.

Source: WordLlama 0.4 (token vectors distilled from LLM embeddings, averaged), 256 d.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus_tool.text import encodable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Numbers = NDArray[np.int64]

DIMENSIONS = 256
_WORDS_AT_ONCE = 4096
_MANY = 512
_OPENER = "\u2581"
"""What the tokeniser puts for the space before a word."""
_ODD = re.compile(rf" |{_OPENER}|<s>|</s>|<unk>")
"""In a word that holds one of these, a word's first token is not told from others."""


@lru_cache(maxsize=1)
def _model() -> Any:
    import wordllama

    return wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)


def load() -> None:
    """Read the model now: processes forked from this one then have it."""
    _model()


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

    rows = [_words(text) for text in texts]
    flat = list(chain.from_iterable(rows))
    distinct = sorted(dict.fromkeys(flat), key=_is_odd)
    numbers = {word: number for number, word in enumerate(distinct)}
    held = np.fromiter(map(numbers.__getitem__, flat), dtype=np.int64, count=len(flat))
    words = _summed(_tokens(distinct), _model().embedding)
    return _summed(_Rows(held, np.array([len(row) for row in rows], dtype=np.int64)), words)


def _words(text: str) -> list[str]:
    """A text at its single spaces; where spaces run together or stand at an end, the text as one piece."""
    words = text.split(" ")
    return [text] if "" in words else words


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of numbers laid end to end, with the length of each."""

    numbers: Numbers
    lengths: Numbers


def _is_odd(word: str) -> bool:
    return not word or _ODD.search(word) is not None


def _tokens(words: Sequence[str]) -> _Rows:
    """The token numbers of each word; the odd ones come last."""
    import numpy as np

    plain = sum(not _is_odd(word) for word in words)
    parts = [_read(words[at : min(plain, at + _WORDS_AT_ONCE)]) for at in range(0, plain, _WORDS_AT_ONCE)]
    parts += [_row(_encoded(word)) for word in words[plain:]]
    none = np.zeros(0, dtype=np.int64)
    return _Rows(
        np.concatenate([none, *(part.numbers for part in parts)]),
        np.concatenate([none, *(part.lengths for part in parts)]),
    )


def _read(words: Sequence[str]) -> _Rows:
    """Words read as one text, in a third of the time, and parted again where a token opens a word."""
    import numpy as np

    numbers = np.array(_encoded(" ".join(words)), dtype=np.int64)
    starts = np.flatnonzero(_openers()[numbers])
    return _Rows(numbers, np.diff(np.append(starts, len(numbers))))


def _row(numbers: Sequence[int]) -> _Rows:
    import numpy as np

    return _Rows(np.array(numbers, dtype=np.int64), np.array([len(numbers)], dtype=np.int64))


def _encoded(text: str) -> list[int]:
    found: list[int] = _model().tokenizer.encode(text, add_special_tokens=False).ids
    return found


@lru_cache(maxsize=1)
def _openers() -> NDArray[np.bool_]:
    """For each token, whether it opens a word."""
    import numpy as np

    tokenizer = _model().tokenizer
    count = tokenizer.get_vocab_size()
    return np.array([tokenizer.id_to_token(number).startswith(_OPENER) for number in range(count)])


def _summed(rows: _Rows, table: Vectors) -> Vectors:
    """For each row of numbers the sum of these rows of the table, added up in order."""
    import numpy as np

    if len(rows.lengths) > _MANY:
        return _multiplied(rows, table)
    found = np.zeros((len(rows.lengths), table.shape[1]), dtype=np.float32)
    end = np.cumsum(rows.lengths)
    for at, (first, last) in enumerate(zip((end - rows.lengths).tolist(), end.tolist(), strict=True)):
        found[at] = table[rows.numbers[first:last]].sum(axis=0)
    return found


def _multiplied(rows: _Rows, table: Vectors) -> Vectors:
    """The same as one sparse product: SciPy takes a while to load, and is then five times as fast."""
    import numpy as np
    from scipy.sparse import csr_matrix

    starts = np.concatenate([[0], np.cumsum(rows.lengths)])
    shape = len(rows.lengths), len(table)
    ones = np.ones(len(rows.numbers), dtype=np.float32)
    found: Vectors = csr_matrix((ones, rows.numbers, starts), shape=shape) @ table
    return found
