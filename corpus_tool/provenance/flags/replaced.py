"""Words that most wordings of a claim share and one of them has replaced: who did it, whom it covers.

Tellings in other words share few words beyond the topic, but the party and the group that a claim is
about stay: who tells it names them. A telling that has the rest, and another party or group in their
place, has changed them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from corpus_tool.models import Mention
from corpus_tool.provenance.flags.agents import Agent, agents, parties
from corpus_tool.provenance.flags.evidence import Evidence
from corpus_tool.provenance.flags.values import ALL, breadth, counted, everybody
from corpus_tool.provenance.notes import content_words
from corpus_tool.text import words

_MOST = 60
"""Tellings of one claim set side by side."""
_WORDINGS = 2
"""Different wordings that must agree on a party or a group."""
_AGREED = 0.4
"""Share of the wordings that must; the others may leave it out, or name another."""
_NEARLY_ALL = 0.8
_IN_COMMON = 2
"""Words of matter that a telling which covers everybody must share with one that names a group."""
_LEAST_ALIKE = 14
"""Words of two statements together from which they may be one with a party put in for another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A party or group that tellings agree on, and a telling that has another.

    Attributes:
        kept, changed: The tellings.
        was, now: The phrases as written.
    """

    kept: Mention
    changed: Mention
    was: str
    now: str


def replaced_agent(evidence: Evidence) -> tuple[Replaced, ...]:
    """Tellings in which another party acts than the one that most wordings name."""
    told = evidence.chain.mentions[:_MOST]
    stems = {m.id: content_words(m.text) for m in told}
    known = _agreed(told, stems)
    if known is None:
        return ()
    agent, holders = known
    vocabulary = frozenset(word for m in holders for word in stems[m.id])
    found = []
    for mention in told:
        if stems[mention.id] & agent.stems:
            continue
        other = _put_in(mention, holders, agent) or _other(mention, vocabulary)
        kept = next((h for h in holders if evidence.apart(h, mention) and evidence.alike(h, mention)), None)
        if other and kept is not None:
            found.append(Replaced(kept=kept, changed=mention, was=agent.text, now=other))
    return tuple(found)


def _agreed(
    told: Sequence[Mention], stems: Mapping[str, frozenset[str]]
) -> tuple[Agent, list[Mention]] | None:
    """The party that most wordings name, and the tellings that name it whole."""
    wordings = set(stems.values())
    counts = Counter(agent.stems for wording in {m.text for m in told} for agent in agents(wording))
    least = max(_WORDINGS, _AGREED * len(wordings))
    fits = [s for s in counts if sum(s <= wording for wording in wordings) >= least]
    if not fits:
        return None
    best = max(fits, key=lambda s: (counts[s], len(s), sorted(s)))
    named = next(a for m in told for a in agents(m.text) if a.stems == best)
    return named, [m for m in told if best <= stems[m.id]]


def _put_in(mention: Mention, holders: Sequence[Mention], agent: Agent) -> str:
    """What stands for the party in a statement that is otherwise another telling word for word; empty where it is none."""
    theirs = words(mention.text)
    for holder in holders:
        ours = words(holder.text)
        changes = [
            c for c in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes() if c[0] != "equal"
        ]
        if len(changes) != 1 or len(ours) + len(theirs) < _LEAST_ALIKE:
            continue
        _, a, b, c, d = changes[0]
        gone, come = content_words(" ".join(ours[a:b])), content_words(" ".join(theirs[c:d]))
        if come and agent.stems <= gone and 2 * (b - a) <= len(ours) and _is_party(" ".join(theirs[c:d])):
            return " ".join(theirs[c:d])
    return ""


def _is_party(phrase: str) -> bool:
    """Whether what was put in is a noun phrase: "the town engineer", and not "last year"."""
    first = phrase.split(maxsplit=1)[0]
    return first in {"the", "a", "an"} or "'s " in f"{phrase} " or bool(parties(f"the {phrase}"))


def _other(mention: Mention, vocabulary: frozenset[str]) -> str:
    """A party that acts in a statement and that the others know nothing of; never the source of its words."""
    source = mention.attribution.source
    said = content_words(source.text) if source is not None else frozenset()
    named = (*agents(mention.text), *parties(mention.text))
    return next((a.text for a in named if not a.head & vocabulary and not a.stems & said), "")


def widened(evidence: Evidence) -> Replaced | None:
    """A telling that covers everybody where the others name one and the same group.

    "Five families" in each wording of a claim but one, which has "all the villagers".
    """
    told = evidence.chain.mentions[:_MOST]
    wide = [(m, everybody(m)) for m in told if breadth(m) == ALL]
    narrow = [m for m in told if breadth(m) < ALL]
    return _replaced_group(narrow, [(m, said) for m, said in wide if said], evidence)


def _replaced_group(
    narrow: Sequence[Mention], wide: Sequence[tuple[Mention, str]], evidence: Evidence
) -> Replaced | None:
    """The words that the narrow wordings share and the wide ones lack, which have everybody instead.

    Args:
        narrow: Tellings that do not speak of everybody.
        wide: Tellings that do, each with the words for everybody.
        evidence: The claim.
    """
    wordings = {content_words(m.text) for m in narrow}
    if len(wordings) < _WORDINGS or not wide:
        return None
    counts = Counter(word for wording in wordings for word in wording)
    shared = frozenset(w for w, n in counts.items() if n >= max(_WORDINGS, _NEARLY_ALL * len(wordings)))
    own = shared - frozenset(word for m, _ in wide for word in content_words(m.text))
    for mention, said in wide:
        if not own or content_words(said) & shared:
            continue
        for kept in narrow:
            if (
                own <= content_words(kept.text)
                and kept.polarity == mention.polarity
                and counted(kept).isdisjoint(counted(mention))
                and len(content_words(kept.text) & content_words(mention.text)) >= _IN_COMMON
                and evidence.apart(kept, mention)
                and evidence.alike(kept, mention)
            ):
                return Replaced(kept=kept, changed=mention, was=" ".join(sorted(own)), now=said)
    return None
