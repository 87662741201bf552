"""Of several possible sources for one text, those that explain it: copies of copies are not all parents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.provenance.dates import before
from corpus_tool.provenance.link import Link
from corpus_tool.provenance.overlap import covered
from corpus_tool.provenance.retold import in_thread
from corpus_tool.text import words

_FURTHER = 60
"""Characters that a further source must explain beyond the better ones …"""
_FURTHER_SHARE = 0.15
"""… and as a share of all it would explain: two prints of one text differ in their heads."""
_MARGIN = 0.02
"""Two sources whose likeness differs by less explain a text equally well."""


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What puts one source before another: how many credit it, and which took from which."""

    fame: Mapping[str, int]
    directed: frozenset[tuple[str, str]]


def chosen(links: Iterable[Link]) -> tuple[Link, ...]:
    """Links with the indirect ones left out.

    For each taker the best sources are kept one by one, a further one only where it explains
    text that the kept ones do not. Credits stay: a text may name more than it copies.
    Open links go where a kept directed one explains the same text.
    """
    every = sorted(links, key=lambda link: (link.source_id, link.taker_id, link.directed))
    directed = defaultdict(list)
    for link in every:
        if link.directed:
            directed[link.taker_id].append(link)
    fame = Counter(link.source_id for link in every if link.credited)
    ahead = _Ahead(fame, frozenset((link.source_id, link.taker_id) for link in every if link.directed))
    kept = [link for taker in sorted(directed) for link in _parents(directed[taker], ahead)]
    explained = _explained(kept)
    open_links = [link for link in every if not link.directed and not link.wire]
    kept += _forest([link for link in every if link.wire])
    kept += _open(open_links, explained)
    return tuple(sorted(kept, key=lambda link: (link.source_id, link.taker_id, not link.directed)))


def _parents(candidates: list[Link], ahead: _Ahead) -> list[Link]:
    rest = [link for link in candidates if not link.credited]
    kept = [link for link in candidates if link.credited]
    ranges = [r for link in kept for r in link.taken]
    told = {pair.left_id for link in kept for pair in link.view.pairs} | {
        pair.right_id for link in kept for pair in link.view.pairs
    }
    for link in _ranked(rest, ahead):
        new = covered([*ranges, *link.taken]) - covered(ranges)
        least = max(_FURTHER, _FURTHER_SHARE * covered(link.taken))
        if link.taken and (not kept or not ranges or (new >= least and not _stands_in(link, kept))):
            kept.append(link)
            ranges += link.taken
        elif not link.taken and (not kept or _tells_more(link, told)):
            kept.append(link)
            told |= {i for p in link.view.pairs for i in (p.left_id, p.right_id)}
    return kept


def _stands_in(link: Link, kept: list[Link]) -> bool:
    """Whether what the link would explain stands word for word in a kept source too."""
    pieces = [" ".join(words(p.taker.text)) for p in link.view.own]
    return any(all(piece in _folded(k.view.source.text) for piece in pieces) for k in kept if k.taken)


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return " ".join(words(text))


def _tells_more(link: Link, told: set[str]) -> bool:
    """Whether a retelling explains a statement of the taker that no kept link does."""
    return any(
        mention not in told for pair in link.view.pairs for mention in [link.view.oriented(pair)[1].id]
    )


def _ranked(links: list[Link], ahead: _Ahead) -> list[Link]:
    """Best explanation first; of equally good ones whom most others credit, then the earlier, then by id."""
    best = max((link.weight for link in links), default=0.0)

    def rank(link: Link) -> tuple[bool, float, float, int, int, int, str]:
        near = round((best - link.weight) / max(best, 1.0) / _MARGIN)
        # Who comments has the article before them, whatever else holds the same words.
        return (
            not in_thread(link.view),
            near,
            -round(link.confidence, 2) if not link.weight else 0.0,
            -ahead.fame.get(link.source_id, 0),
            *_precedence(link, links, ahead),
        )

    return sorted(links, key=rank)


def _precedence(link: Link, links: list[Link], ahead: _Ahead) -> tuple[int, int, str]:
    """How many of the other sources this one was itself taken from, or are older."""
    older = sum(
        (other.source_id, link.source_id) in ahead.directed
        or before(other.view.source.published, link.view.source.published)
        for other in links[:50]
    )
    return older, -len(link.view.source.text), link.source_id


def _explained(kept: list[Link]) -> dict[str, list[tuple[int, int]]]:
    ranges: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for link in kept:
        ranges[link.taker_id] += link.taken
    return ranges


def _open(links: list[Link], explained: dict[str, list[tuple[int, int]]]) -> list[Link]:
    """Open links between texts that no directed link accounts for, best first, as a forest."""
    kept = []
    groups: dict[str, str] = {}
    for link in sorted(links, key=lambda k: (-k.confidence, -k.weight, k.source_id, k.taker_id)):
        here = [(p.taker.start, p.taker.end) for p in link.view.own]
        there = [(p.source.start, p.source.end) for p in link.view.own]
        if link.view.own and _accounted(here, explained[link.taker_id]) | _accounted(
            there, explained[link.source_id]
        ):
            continue
        one, other = _find(groups, link.source_id), _find(groups, link.taker_id)
        if one == other and not link.view.common_quotes:
            continue
        groups[max(one, other)] = min(one, other)
        kept.append(link)
    return kept


def _forest(links: list[Link]) -> list[Link]:
    """As many links as tie all that can be tied, and no more."""
    groups: dict[str, str] = {}
    kept = []
    for link in links:
        one, other = _find(groups, link.source_id), _find(groups, link.taker_id)
        if one != other:
            groups[max(one, other)] = min(one, other)
            kept.append(link)
    return kept


def _accounted(ranges: list[tuple[int, int]], explained: list[tuple[int, int]]) -> bool:
    inside = covered((max(a, c), min(b, d)) for a, b in ranges for c, d in explained)
    return inside >= 0.8 * covered(ranges) > 0


def _find(groups: dict[str, str], name: str) -> str:
    while groups.get(name, name) != name:
        name = groups[name]
    return name
