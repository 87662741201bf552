"""Names of countries, peoples and large cities."""

from __future__ import annotations

from functools import lru_cache

from corpus_tool.provenance.lexicon import load


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    table = load("places")
    single = (name for key in ("countries", "peoples", "cities") for name in table[key].split())
    return frozenset([*single, *table["other"]])


def is_place(key: str) -> bool:
    """Whether a folded name is that of a country, a people or a large city, as such."""
    return key.removeprefix("the ") in _places()
