"""Who did it differs."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from corpus_tool.models import Mention, Slot
from corpus_tool.provenance.flags.evidence import Evidence, Found, listed
from corpus_tool.provenance.lexicon import load
from corpus_tool.text import words

_TOLD = frozenset({"verbatim", "near_copy", "paraphrase"})
_SKIP = frozenset(
    {"the", "a", "an", "its", "their", "our", "all", "some", "of", "and", "by", "in", "for", "this", "these"}
)


def actor_drift(evidence: Evidence) -> Found | None:
    """Different documents name different doers for the same deed."""
    clashing = _clashing(evidence)
    if not clashing:
        return None
    table: dict[str, list[Mention]] = defaultdict(list)
    for mention, slot in clashing:
        table[slot.text].append(mention)
    rows = sorted(table.items(), key=lambda row: (-len(row[1]), row[0]))
    lines = "; ".join(f"{text}: {listed((evidence.who(m) for m in ms), 3)}" for text, ms in rows[:6])
    mentions = tuple(dict.fromkeys(m for m, _ in clashing))
    named = sum(any(_class(s) for s in slots) for slots in [[s for _, s in clashing]])
    return Found(
        severity=evidence.severity(len({m.document_id for m in mentions})),
        sureness="probable" if named else "possible",
        reason=f"In this pile, documents differ on who does this. {lines}.",
        mentions=mentions,
    )


def _clashing(evidence: Evidence) -> list[tuple[Mention, Slot]]:
    pile, told = evidence.chain.pile, {m.id: m for m in evidence.chain.mentions}
    found: dict[tuple[str, str], tuple[Mention, Slot]] = {}
    for mention in evidence.chain.mentions:
        for pair in pile.pairs_of.get(mention.id, ()):
            other = told.get(pair.right_id) if pair.left_id == mention.id else None
            if other is None or other.document_id == mention.document_id:
                continue
            if pair.comparison.relation in _TOLD and not pair.comparison.polarity_conflict:
                for m, s in _differing(mention, other):
                    found[m.id, s.text] = (m, s)
    return [found[key] for key in sorted(found)]


def _differing(one: Mention, other: Mention) -> list[tuple[Mention, Slot]]:
    """The doers of two tellings, where each has one and no two of them could be the same."""
    ours, theirs = doers(one), doers(other)
    if not ours or not theirs or any(compatible(a, b) for a in ours for b in theirs):
        return []
    return [(one, ours[0]), (other, theirs[0])]


def doers(mention: Mention) -> list[Slot]:
    """The slots that name who acts, without those that could stand for anybody."""
    group = frozenset(load("actors")["group"])
    return [
        s
        for s in mention.slots
        if s.kind == "actor" and _heads(s) - group and (_class(s) or _proper(s, mention.start))
    ]


def compatible(one: Slot, other: Slot) -> bool:
    """Whether two names could mean one doer: words in common, initials, or a class that fits."""
    a, b = _heads(one), _heads(other)
    if a & b or _initials(one) in b or _initials(other) in a:
        return True
    left, right = _class(one), _class(other)
    if left and right:
        return left == right and not (one.text[:1].isdigit() or other.text[:1].isdigit())
    # A proper name and a common noun may be one ("Acme", "the company"): only a public body clashes with a firm's name.
    return (not (left or right) and not (_named(one) and _named(other))) or {left, right} == {"", "company"}


def _heads(slot: Slot) -> frozenset[str]:
    return frozenset(w for w in words(slot.value or slot.text) if w not in _SKIP and not w[0].isdigit())


def _proper(slot: Slot, start: int) -> bool:
    """Whether it is a name: a capital that does not merely open the statement."""
    return _named(slot) and (slot.start > start or any(part[:1].isupper() for part in slot.text.split()[1:]))


def _named(slot: Slot) -> bool:
    return any(part[:1].isupper() for part in slot.text.split()[1:]) or (
        slot.text[:1].isupper() and " " not in slot.text
    )


def _initials(slot: Slot) -> str:
    return "".join(part[0] for part in slot.text.split() if part[:1].isupper()).casefold()


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    return {word: name for name, members in load("actors").items() if name != "group" for word in members}


def _class(slot: Slot) -> str:
    found = [_classes()[w] for w in words(slot.value or slot.text) if w in _classes()]
    return found[-1] if found else ""
