"""Two documents that tell the same things in other words: weak evidence, weighed with care."""

from __future__ import annotations

from bisect import bisect_left

from corpus_tool.models import Mention, Pair
from corpus_tool.provenance.dates import before, moment
from corpus_tool.provenance.lexicon import fold, patterns
from corpus_tool.provenance.overlap import View
from corpus_tool.text import words

_LEAST = 4
"""Fewer retold statements than this say nothing outside a thread."""
_LEAST_FIGURES = 2
"""Of these so many must share a figure, or half as many again be told: topics bring the same statements by themselves."""
_NEAR = 120
"""Characters either side of a statement in which its comment says that it corrects."""
_UNDER_IT = 0.85
"""How sure it is that a comment has what it repeats from the text it stands under; measured on tuning worlds."""
_MOST_ALONE = 0.45
"""Retelling alone never makes it more likely than not."""


def retold_confidence(view: View) -> float:
    """How likely a tie is when all there is are statements told in other words; 0 for no tie.

    Inside a thread one is enough: who comments has read. Elsewhere at least three, mostly
    in the same order, and never more than `_MOST_ALONE`.
    """
    pairs = [view.oriented(pair) for pair in view.pairs]
    if in_thread(view):
        agreeing = [
            p for p in view.pairs if not p.comparison.polarity_conflict and not _knows_better(view, p)
        ]
        return _UNDER_IT if agreeing else 0.0
    if _rare(view):
        return 0.65 if view.source.kind != view.taker.kind else _MOST_ALONE
    matched = {source.id: (source.start, taker.start) for source, taker in pairs}
    if len(matched) < _LEAST or "comment" in {view.source.kind, view.taker.kind}:
        return 0.0
    figures = sum(_same_figure(source, taker) for source, taker in pairs)
    if figures < _LEAST_FIGURES and len(matched) < 1.5 * _LEAST:
        return 0.0
    order = [taker for _, taker in sorted(matched.values())]
    in_order = _longest_run(order) / len(order)
    if in_order < 0.7:
        return 0.0
    dated = moment(view.source.published) is not None and moment(view.taker.published) is not None
    return min(_MOST_ALONE, 0.2 + 0.03 * len(matched) + (0.05 if dated else 0.0))


def _knows_better(view: View, pair: Pair) -> bool:
    """Whether a comment has the statement from elsewhere: it corrects the figure, or gives a source the text lacks."""
    source, taker = view.oriented(pair)
    comment = view.taker if view.taker.kind == "comment" else view.source
    own, other = (source, taker) if source.document_id == comment.id else (taker, source)
    given = view.references.externals(own.id) - view.references.externals(other.id)
    return bool(given) or _corrects(view, pair)


def _corrects(view: View, pair: Pair) -> bool:
    """Whether a comment gives another figure than the text it stands under, and says that this one is right."""
    source, taker = view.oriented(pair)
    comment = view.taker if view.taker.kind == "comment" else view.source
    own, other = (source, taker) if source.document_id == comment.id else (taker, source)
    near = fold(comment.text[max(0, own.start - _NEAR) : own.end + _NEAR])
    differs = pair.comparison.value_conflict or bool(_numbers(own.text) - _numbers(other.text))
    return differs and patterns("speech", "correcting").search(near) is not None


def _numbers(text: str) -> frozenset[str]:
    return frozenset(token for token in words(text) if token[0].isdigit())


def _rare(view: View) -> bool:
    """Whether the two alone in the pile tell a statement with one figure, unsourced, and their dates are apart."""
    if not (
        before(view.source.published, view.taker.published)
        or before(view.taker.published, view.source.published)
    ):
        return False
    return any(
        _only_here(view, p) and _same_figure(*view.oriented(p)) and _unsourced(view, p) for p in view.pairs
    )


def _only_here(view: View, pair: Pair) -> bool:
    ends = {view.source.id, view.taker.id}
    pile = view.pile
    shared = set(pile.claims_of.get(pair.left_id, ())) & set(pile.claims_of.get(pair.right_id, ()))
    return any(
        {pile.mentions[m].document_id for m in pile.claims[c].mention_ids if m in pile.mentions} <= ends
        for c in shared
    )


def _unsourced(view: View, pair: Pair) -> bool:
    return not any(view.references.by_mention.get(m) for m in (pair.left_id, pair.right_id))


def _same_figure(source: Mention, taker: Mention) -> bool:
    theirs = {(s.low, s.high) for s in taker.slots if s.low is not None and s.kind != "date"}
    return any((s.low, s.high) in theirs for s in source.slots if s.kind != "date")


def in_thread(view: View) -> bool:
    """Whether one of the two is a comment under the other."""
    roots = view.pile.roots
    ends = (view.source, view.taker)
    return any(roots.get(a.id) == b.id or a.parent_id == b.id for a, b in (ends, ends[::-1]))


def _longest_run(values: list[int]) -> int:
    """Length of the longest increasing subsequence (patience sorting)."""
    tails: list[int] = []
    for value in values:
        place = bisect_left(tails, value)
        tails[place : place + 1] = [value]
    return len(tails)
