"""Origins counted without any of this: labels, credits, publisher families, clusters of like texts.

They show that the worlds are neither trivial nor impossible.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from benchmarks.spread.equal import History
from benchmarks.spread.pages import Page
from benchmarks.spread.truth import Telling

_PERMUTATIONS, _ALIKE, _SHINGLE = 64, 0.3, 3


def labels(telling: Telling) -> int:
    """Each outlet, and each commenter, is a witness of its own."""
    return len({page.outlet or page.author for page in telling.pages})


def uncredited(telling: Telling) -> int:
    """Who credits another telling, or stands in a thread, is none; the rest are."""
    return max(1, sum(_credits_nobody(page) for page in telling.pages))


def _credits_nobody(page: Page) -> bool:
    credited = any(piece.credits >= 0 for piece in page.pieces()) or page.links_to >= 0
    return page.kind == "article" and not credited


def owners(telling: Telling) -> int:
    """Each owner of outlets, and each commenter, is a witness."""
    owner = {outlet: f"owner {n}" for n, house in enumerate(telling.world.families) for outlet in house}
    return len({owner.get(page.outlet, page.outlet or page.author) for page in telling.pages})


def clusters(telling: Telling) -> int:
    """Texts that MinHash finds alike (Jaccard of word triples) are one."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=_ALIKE, num_perm=_PERMUTATIONS)
    group: dict[int, int] = {}
    for page in telling.pages:
        sketch = MinHash(num_perm=_PERMUTATIONS)
        for shingle in _shingles(" ".join(piece.text for piece in page.body())):
            sketch.update(shingle.encode())
        alike = {group[int(key)] for key in index.query(sketch)}
        group[page.number] = min(alike, default=page.number)
        for number, head in group.items():
            group[number] = group[page.number] if head in alike else head
        index.insert(str(page.number), sketch)
    return len(set(group.values()))


@lru_cache(maxsize=65536)
def _shingles(text: str) -> frozenset[str]:
    words = text.lower().split()
    return frozenset(" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1)))


BASELINES: Final[Mapping[str, Callable[[Telling], int]]] = {
    "labels": labels, "no credit": uncredited, "owners": owners, "MinHash clusters": clusters,
}  # fmt: skip


def errors(history: History) -> dict[str, list[int]]:
    """Distance of each baseline's count from the nearest true one, for each claim of two pages or more."""
    found: dict[str, list[int]] = {name: [] for name in BASELINES}
    for claim in history.world.claims():
        tellings = history.tellings(claim)
        if len(tellings[0].pages) < 2:
            continue
        true = sorted(telling.origin_count() for telling in tellings[:-1])
        for name, count in BASELINES.items():
            said = count(tellings[0])
            found[name].append(max(true[0] - said, said - true[-1], 0))
    return found
