"""How sure a wording is: 0 (doubted) to 1 (asserted flatly), and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from corpus_tool.extract.certainty_model import assurance
from corpus_tool.extract.lexicon import Hit, hits
from corpus_tool.extract.permission import allows, is_able, is_measured
from corpus_tool.extract.strength import strength
from corpus_tool.extract.tokens import Tokens, tokens
from corpus_tool.models import Change, TextSpan

FLAT = 0.95
"""A plain statement without any cue; boosters raise it."""

FURTHER = 0.9
"""Each hedge after the strongest keeps this much: two hedges are less sure than one."""

PLAIN = 0.9
"""What no word qualifies is at least this sure."""

MILD = 0.85
"""What only an ability or a comparison of chances softens is at least this sure."""

HEDGED = 0.6
"""What an explicit cue hedges is at most this sure."""

_SILENT = frozenset({"none", "comparative", "weak", "approximate", "research"})
_MONTH_BEFORE = frozenset(
    {"in", "of", "by", "since", "until", "last", "next", "this", "from", "on", "early", "late"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """What a wording's own words say of its certainty.

    Attributes:
        value: 0 (doubted) to 1 (asserted flatly).
        hedges: The explicit cues that lowered it, offsets in the text given.
        strength: Causal strength 0 to 3, see `corpus_tool.extract.strength`.
    """

    value: float
    hedges: tuple[TextSpan, ...] = ()
    strength: int = 0


@lru_cache(maxsize=4096)
def certainty(text: str) -> Certainty:
    """Certainty of one statement, by its own cues alone."""
    return certainty_of(tokens(text))


def certainty_of(words: Tokens) -> Certainty:
    """The same for a text already cut into words."""
    cues = _cues(words)
    explicit = tuple(
        TextSpan(
            start=words.starts[hit.start], end=words.ends[hit.end - 1], text=words.cut(hit.start, hit.end)
        )
        for hit in cues
        if hit.term.label not in _SILENT
    )
    cause = strength(words)
    sounds = assurance(words, _value(words, cues))
    value = _bounded(words, sounds, cues, hedged=bool(explicit))
    return Certainty(value=value, hedges=explicit, strength=cause)


def by_cues(words: Tokens) -> float:
    """What the cues alone say: the strongest hedge counts, each further one a little."""
    return _value(words, _cues(words))


def _cues(words: Tokens) -> list[Hit]:
    return [hit for hit in hits(words, "hedges.tsv") if not (_is_month(words, hit) or allows(words, hit))]


def _bounded(words: Tokens, sounds: float, cues: list[Hit], *, hedged: bool) -> float:
    """A hedged wording is never surer than `HEDGED`, one without any cue never less sure than `PLAIN`."""
    if hedged:
        return round(0.05 + (HEDGED - 0.05) * sounds, 4)
    limits = [hit for hit in cues if hit.term.value < 1]
    if limits and all(_is_mild(words, hit) for hit in limits):
        return round(MILD + (1 - PLAIN) * sounds, 4)
    if limits:
        return round(max(0.3, sounds), 4)
    return round(PLAIN + (1 - PLAIN) * sounds, 4)


def _is_mild(words: Tokens, hit: Hit) -> bool:
    """Cases like "can be returned", "twice as likely": nothing is left in doubt."""
    return is_measured(words, hit) if hit.term.label == "comparative" else is_able(words, hit)


def _value(words: Tokens, cues: list[Hit]) -> float:
    limits = sorted(hit.term.value for hit in cues if hit.term.value < 1)
    if limits:
        return round(max(0.05, limits[0] * FURTHER ** (len(limits) - 1)), 4)
    boost = sum(hit.term.value for hit in hits(words, "boosters.tsv"))
    return round(min(1.0, FLAT + boost), 4)


def _is_month(words: Tokens, hit: Hit) -> bool:
    """Cases like "in May", "May 2018": the month, not the modal."""
    if words.raw[hit.start] != "May":
        return False
    after = words.words[hit.end] if hit.end < len(words) else ""
    before = words.words[hit.start - 1] if hit.start else ""
    return before in _MONTH_BEFORE or after[:1].isdigit() or before[:1].isdigit()


def governed(own: Certainty, lead: TextSpan | None) -> Certainty:
    """A statement's certainty under the sentence that governs its list: a hedge there lowers it."""
    if lead is None:
        return own
    above = certainty(lead.text)
    if not above.hedges:
        return own
    value = min(own.value, above.value) * (FURTHER if own.hedges else 1.0)
    return Certainty(value=round(value, 4), hedges=own.hedges, strength=own.strength)


def change(earlier: str, later: str) -> Change:
    """Whether causal strength was gained, lost or kept from one wording to the other."""
    before, after = strongest(earlier), strongest(later)
    if before == after:
        return "same"
    return "gained" if after > before else "lost"


def strongest(text: str) -> int:
    """Causal strength of a wording of one or more sentences."""
    return strength(tokens(text))
