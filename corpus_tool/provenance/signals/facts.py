"""Signals from dates, threads, and from what values, hedges and sources do on the way."""

from __future__ import annotations

from collections.abc import Iterator

from corpus_tool.models import Mention
from corpus_tool.provenance.dates import before, moment
from corpus_tool.provenance.overlap import View
from corpus_tool.provenance.pile import label
from corpus_tool.provenance.references import is_checkable
from corpus_tool.provenance.signals.lean import Lean
from corpus_tool.provenance.wording import governed_by_doubt, is_hedged

_TOLD = frozenset({"verbatim", "near_copy", "paraphrase"})


def dated_before(view: View) -> Lean | None:
    """The source's date lies wholly before the taker's. An approximate date weighs less."""
    if not before(view.source.published, view.taker.published):
        return None
    dates = (moment(view.source.published), moment(view.taker.published))
    sure = all(d is not None and d.sure for d in dates)
    word = "dated" if sure else "dated roughly"
    sentence = (
        f"{_capital(label(view.pile, view.source))} is {word} {view.source.published}, "
        f"before {label(view.pile, view.taker)} ({view.taker.published})."
    )
    return Lean(3.0 if sure else 1.2, sentence)


def under_its_article(view: View) -> Lean | None:
    """A comment stands under the text it answers, so that text was there first."""
    if view.pile.roots.get(view.taker.id) == view.source.id:
        return Lean(4.0, "The comment stands under the text it shares words or statements with.")
    if view.taker.parent_id == view.source.id:
        return Lean(4.0, "The comment answers the one it shares words or statements with.")
    return None


def rounds_figure(view: View) -> Lean | None:
    """The source has the exact figure where the taker has a round one: rounding goes one way."""
    for source, taker in _told_pairs(view):
        exact = _figures(source)
        for unit, number in sorted(_figures(taker)):
            close = [n for u, n in exact if u == unit and n != number and _rounded_to(n, number)]
            if close:
                return Lean(
                    0.9,
                    f"The figure {close[0]:g} in the one is {number:g} in the other: rounding loses, it does not add.",
                )
    return None


def _figures(mention: Mention) -> set[tuple[str, float]]:
    return {
        (s.unit or "", s.low) for s in mention.slots if s.low is not None and s.low > 10 and s.kind != "date"
    }


def _rounded_to(exact: float, rounded: float) -> bool:
    near = abs(exact - rounded) <= 0.06 * abs(exact)
    return near and len(f"{exact:g}".rstrip("0")) > len(f"{rounded:g}".rstrip("0"))


def drops_source(view: View) -> Lean | None:
    """A statement has a source one can check in the one and none in the other: sources get lost, seldom found."""
    lost = sum(
        any(is_checkable(m) for m in ours)
        and all(m.attribution.grade in {"absent", "uncheckable"} for m in theirs)
        for ours, theirs in _common_claims(view)
    )
    if not lost:
        return None
    what = "A statement that both make has" if lost == 1 else f"{lost} statements that both make have"
    return Lean(min(1.3, 0.9 + 0.1 * lost), f"{what} a source in the one and none in the other.")


def drops_hedge(view: View) -> Lean | None:
    """What the one hedges the other says flatly: doubt tends to fall away in retelling."""
    told = list(_common_claims(view))
    if any(all(map(governed_by_doubt, a)) and not any(map(governed_by_doubt, b)) for a, b in told):
        return Lean(1.0, "The shared statements hang on a doubt in the one, which the other leaves out.")
    if any(all(map(is_hedged, a)) and not any(map(is_hedged, b)) for a, b in told):
        return Lean(0.7, "A statement is hedged in the one and flat in the other.")
    return None


def _common_claims(view: View) -> Iterator[tuple[list[Mention], list[Mention]]]:
    """For each claim that both tell, how the source tells it and how the taker does; denials stand apart."""
    ours, theirs = (_by_claim(view, document.id) for document in (view.source, view.taker))
    for claim in sorted(set(ours) & set(theirs)):
        if ours[claim][0].polarity == theirs[claim][0].polarity:
            yield ours[claim], theirs[claim]


def _by_claim(view: View, document_id: str) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for mention in view.pile.mentions_in.get(document_id, ()):
        for claim in view.pile.claims_of.get(mention.id, ()):
            found.setdefault(claim, []).append(mention)
    return found


def _told_pairs(view: View) -> Iterator[tuple[Mention, Mention]]:
    for pair in view.pairs:
        if pair.comparison.relation in _TOLD:
            yield view.oriented(pair)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
