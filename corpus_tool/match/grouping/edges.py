"""Pairs of wordings to compare first: candidates, and codebook examples with all that is near them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus_tool.embedding import embed
from corpus_tool.match.candidates import candidates, wording
from corpus_tool.match.grouping.graph import Edge
from corpus_tool.models import Mention
from corpus_tool.settings import MatchSettings


def edges(faces: Sequence[Mention], stated: int, settings: MatchSettings) -> set[Edge]:
    """Edges among the first ``stated`` faces, and from those to the codebook examples after them."""
    found = candidates(faces[:stated], settings=settings)
    among = set(zip(found.left.tolist(), found.right.tolist(), strict=True))
    return among | _to_examples(faces, stated, settings.candidate_cosine)


def _to_examples(faces: Sequence[Mention], stated: int, least: float) -> set[Edge]:
    if stated == len(faces) or not stated:
        return set()
    vectors = embed([wording(face) for face in faces])
    near = vectors[:stated] @ vectors[stated:].T >= least
    rows, columns = np.nonzero(near)
    return set(zip(rows.tolist(), (columns + stated).tolist(), strict=True))
