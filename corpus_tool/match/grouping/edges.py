"""Pairs of wordings to compare first: candidates, and codebook examples with all that is near them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from corpus_tool.embedding import embed
from corpus_tool.match.candidates import candidates, wording
from corpus_tool.models import Mention
from corpus_tool.settings import MatchSettings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ends = NDArray[np.int64]


def edges(faces: Sequence[Mention], stated: int, settings: MatchSettings) -> Ends:
    """Edges among the first ``stated`` faces, and from those to the codebook examples after them.

    Shape ``(n, 2)``, in order, none twice: a large pile has millions, and as numbers they are small.
    """
    found = candidates(faces[:stated], settings=settings)
    among = np.column_stack([found.left, found.right])
    held = np.vstack([among, _to_examples(faces, stated, settings.candidate_cosine)])
    return held[np.lexsort((held[:, 1], held[:, 0]))]


def _to_examples(faces: Sequence[Mention], stated: int, least: float) -> Ends:
    if stated == len(faces) or not stated:
        return np.zeros((0, 2), dtype=np.int64)
    vectors = embed([wording(face) for face in faces])
    rows, columns = np.nonzero(vectors[:stated] @ vectors[stated:].T >= least)
    return np.column_stack([rows, columns + stated])
