"""Teach the sentence encoder of the ``[semantic]`` extra which wordings tell one claim.

Every topic of ``benchmarks/wordings`` but every eighth is a batch: wordings of one claim are drawn
together, those of its neighbours apart, and apart from strangers, single wordings of other topics,
which say much the same of something else (supervised contrastive loss). The topics left out, and the
sample corpora, which it never sees, fit the table that weighs its cosine with all else
(``benchmarks/train_claims.py``). What ships is the difference to the extra's file, a few megabytes.

Needs torch beside the development tools (any CPU build) and about ten minutes on two cores.
Source: Khosla et al. 2020, "Supervised Contrastive Learning"; the wordings are our own, MIT.

Usage: ``python -m benchmarks.train_encoder``
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks.encoder_model import Encoder, load, patch, vectors
from benchmarks.written import Topic, apart, topics
from corpus_tool import semantic

TARGET = Path(__file__).resolve().parents[1] / "corpus_tool" / "weights" / "claim_encoder.npz"
TEMPERATURE = 0.07
DROP = 0.1
WARM_UP = 10
STRANGERS = 40
"""Wordings of other topics in each batch: "the ministry has 46,000 employees" is not "the town has 46,000 cyclists"."""


def loss(rows: Any, claims: Sequence[str]) -> Any:
    """Supervised contrastive loss: each wording should pick out those of its own claim."""
    own = torch.eye(len(claims), dtype=torch.bool)
    same = torch.tensor([[one == other for other in claims] for one in claims]) & ~own
    scores = (rows @ rows.T / TEMPERATURE).masked_fill(own, -1e9)
    chances = scores - torch.logsumexp(scores, 1, keepdim=True)
    told = same.any(1)
    return -((chances * same).sum(1)[told] / same.sum(1)[told]).mean()


def precision(encoder: Encoder, held: Sequence[Topic]) -> float:
    """Mean average precision of pairs by cosine on topics left out."""
    from sklearn.metrics import average_precision_score

    found = []
    for topic in held:
        with torch.no_grad():
            rows = vectors(encoder, topic.texts).numpy()
        one, two = np.triu_indices(len(rows), 1)
        names = np.array(topic.claims)
        found.append(average_precision_score(names[one] == names[two], (rows @ rows.T)[one, two]))
    return float(np.mean(found))


def joined(seen: Sequence[Topic], at: int, draw: np.random.Generator) -> Topic:
    """A topic with strangers, each the only telling of its claim."""
    others = [text for number, topic in enumerate(seen) if number != at for text in topic.texts]
    strangers = [
        others[place] for place in draw.choice(len(others), min(STRANGERS, len(others)), replace=False)
    ]
    alone = [f"stranger {number}" for number in range(len(strangers))]
    return Topic(seen[at].name, seen[at].texts + strangers, seen[at].claims + alone)


def train(encoder: Encoder, seen: Sequence[Topic], rate: float, epochs: int) -> None:
    """Adam with a linear fall of the rate; topics in an order drawn anew each epoch."""
    moved = encoder.trained()
    for one in moved:
        one.requires_grad_(True)
    optimizer = torch.optim.AdamW(moved, lr=rate, weight_decay=0.0)
    steps, step, draw = epochs * len(seen), 0, np.random.default_rng(0)
    for epoch in range(epochs):
        total, start = 0.0, time.monotonic()
        for at in draw.permutation(len(seen)):
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, (step + 1) / WARM_UP) * max(0.03, 1 - step / steps)
            topic = joined(seen, int(at), draw)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                rows = vectors(encoder, topic.texts, DROP)
            value = loss(rows.float(), topic.claims)
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(moved, 1.0)
            optimizer.step()
            step, total = step + 1, total + value.item()
        print(f"epoch {epoch}: loss {total / len(seen):.3f}, {time.monotonic() - start:.0f} s", flush=True)


def main() -> None:
    """Train, measure on the topics left out, write what changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--go-on", action="store_true", help="start from what ships")
    parser.add_argument("--target", type=Path, default=TARGET)
    asked = parser.parse_args()
    torch.manual_seed(0)
    every = topics()
    held = [topic for topic in every if apart(topic.name)]
    seen = [topic for topic in every if not apart(topic.name)]
    encoder = load(semantic.state("claims" if asked.go_on else "general"))
    before = precision(encoder, held)
    train(encoder, seen, asked.rate, asked.epochs)
    after = precision(encoder, held)
    print(f"average precision on {len(held)} topics left out: {before:.3f} before, {after:.3f} after")
    np.savez_compressed(asked.target, **patch(encoder))


if __name__ == "__main__":
    main()
