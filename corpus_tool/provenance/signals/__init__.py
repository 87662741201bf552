"""What shows that one document took something from another: one small function a signal.

Each signal answers the question of a `View` with a weight (log-odds that the taker took
it) and the sentence a reader gets, or with null. Every signal is asked both ways round,
so that the two answers can cancel.
"""

from __future__ import annotations

from corpus_tool.provenance.overlap import View
from corpus_tool.provenance.signals.facts import (
    dated_before,
    drops_hedge,
    drops_source,
    rounds_figure,
    under_its_article,
)
from corpus_tool.provenance.signals.frame import (
    byline_elsewhere,
    calls_itself_repost,
    extends_title,
    names_source,
    presents_as_quotation,
    speaks_of_own_source,
    speaks_with_own_name,
)
from corpus_tool.provenance.signals.lean import Lean, Signal
from corpus_tool.provenance.signals.wording import (
    cuts_short,
    damaged_in_copying,
    excerpts_between_comment,
    less_of_the_list,
    loses_detail,
    part_of_larger,
    repairs_misspelling,
)

SIGNALS: tuple[Signal, ...] = (
    names_source,
    under_its_article,
    calls_itself_repost,
    dated_before,
    presents_as_quotation,
)
"""Signals that hold for any two documents."""

WORDING_SIGNALS: tuple[Signal, ...] = (
    byline_elsewhere,
    speaks_with_own_name,
    speaks_of_own_source,
    excerpts_between_comment,
    cuts_short,
    damaged_in_copying,
    repairs_misspelling,
    extends_title,
    part_of_larger,
    less_of_the_list,
    loses_detail,
    rounds_figure,
    drops_source,
    drops_hedge,
)
"""Signals that read the edits of a shared text: without such a text both may come from a third."""

LITERAL_WORDS = 30
"""Words in the same wording from which two documents hold one text, edited."""
LITERAL_ROW = 14
"""Words in a row, letter for letter, from which they do."""


def leans(view: View) -> tuple[Lean, ...]:
    """All signals that speak for the taker having taken it from the source, strongest first."""
    text = view.literal_words >= LITERAL_WORDS or view.longest_run >= LITERAL_ROW
    asked = SIGNALS + WORDING_SIGNALS if text else SIGNALS
    found = [lean for signal in asked if (lean := signal(view)) is not None]
    return tuple(sorted(found, key=lambda lean: (-lean.weight, lean.sentence)))


__all__ = ["LITERAL_WORDS", "SIGNALS", "WORDING_SIGNALS", "Lean", "Signal", "leans"]
