"""How one claim went from telling to telling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus_tool.models import Claim, Mention, Pair, PassageSide
from corpus_tool.provenance.link import Link
from corpus_tool.provenance.opposed import denies_outright
from corpus_tool.provenance.pile import Pile
from corpus_tool.provenance.references import References, is_checkable
from corpus_tool.provenance.signals import LITERAL_WORDS

_LITERAL = frozenset({"verbatim", "near_copy"})
_TOLD = _LITERAL | {"paraphrase"}
_SAME_CLAIM = 0.8
"""How well two statements are aligned of which only the claim is known to be the same."""
_ALIGNED = 0.95
"""Alignment from which two statements are in the same words."""
_COPIED = 10
"""Words in a row that are a text and not a phrase."""
_NEAR = 12
"""Characters between a statement and the text in common that stands beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One statement taken from another.

    Attributes:
        source, taker: The mentions, the earlier first where ``directed``.
        credited: Whether the taker's document names the source's.
        literal: Whether the words are the same or nearly so.
    """

    source: Mention
    taker: Mention
    directed: bool
    confidence: float
    credited: bool
    literal: bool
    link: Link


@dataclass(frozen=True, kw_only=True)
class Chain:
    """One claim's tellings and the steps between them.

    Attributes:
        tellings: Document id to its mentions that tell the claim, by place. A comment that only
            quotes what it answers, and who denies the claim, tell it not.
        denials: Mentions that say the opposite.
        quotations: Mentions in comments that only quote.
    """

    claim: Claim
    pile: Pile
    references: References
    tellings: Mapping[str, tuple[Mention, ...]]
    denials: tuple[Mention, ...]
    quotations: tuple[Mention, ...]
    steps: tuple[Step, ...]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """All telling mentions, by document and place."""
        return tuple(m for document in sorted(self.tellings) for m in self.tellings[document])

    @cached_property
    def pages(self) -> frozenset[str]:
        """What tells the claim, saved copies of one page counted once."""
        return frozenset(map(self.pile.page_of, self.tellings))

    @cached_property
    def counted(self) -> tuple[Step, ...]:
        """Directed steps that are more likely than not."""
        floor = self.pile.settings.counted_confidence
        return tuple(s for s in self.steps if s.directed and s.confidence >= floor)

    @cached_property
    def _into(self) -> Mapping[str, tuple[Step, ...]]:
        lists: dict[str, list[Step]] = defaultdict(list)
        for step in self.counted:
            lists[step.taker.document_id].append(step)
        return {key: tuple(steps) for key, steps in lists.items()}

    def steps_into(self, document_id: str) -> tuple[Step, ...]:
        """Counted steps by which a document took the claim."""
        return self._into.get(document_id, ())

    def carried_from(self, carries: Callable[[Mention], bool]) -> Mapping[str, tuple[Step, Mention]]:
        """For each document with an earlier telling that ``carries`` something: the last step, and that telling.

        Works from the carriers down the chain, so that each step is walked once.
        """
        out: dict[str, list[Step]] = defaultdict(list)
        for step in self.counted:
            out[step.source.document_id].append(step)
        witness = {d: next((m for m in ms if carries(m)), None) for d, ms in self.tellings.items()}
        found: dict[str, tuple[Step, Mention]] = {}
        queue = [(d, m) for d, m in sorted(witness.items()) if m is not None]
        while queue:
            document, carrier = queue.pop(0)
            for step in out[document]:
                taker = step.taker.document_id
                if taker not in found and taker != carrier.document_id:
                    found[taker] = (step, carrier)
                    if witness.get(taker) is None:
                        queue.append((taker, carrier))
        return found

    def in_note(self, mention: Mention) -> bool:
        """Whether a mention stands in a note that its document carries about itself: added later, and no telling that others took."""
        notes = self.pile.documents[mention.document_id].notes
        return mention.field == "text" and any(n.start <= mention.start < n.end for n in notes)

    def sourced(self, mention: Mention) -> bool:
        """Whether a source outside the pile that one could check is given for this very statement.

        A retelling without a name ("if her numbers are right"), in a text that is credited to another
        telling, means that telling. Whoever knows first hand and is named is a source, also where a text
        of the pile that holds their words does not hold these.
        """
        targets = self.references.targets(mention.id)
        if targets:
            return targets.isdisjoint(self.tellings) and mention.attribution.grade == "primary"
        if self.references.externals(mention.id):
            return True
        nameless = mention.attribution.grade == "secondary" and mention.attribution.external is None
        if nameless and any(s.credited for s in self.steps_into(mention.document_id)):
            return False
        return is_checkable(mention)


def chain_of(pile: Pile, references: References, between: Mapping[str, list[Link]], claim: Claim) -> Chain:
    """Follow one claim through the derivations between the documents that tell it.

    Args:
        pile: The pile.
        references: The sources named in it.
        between: Document id to the links that touch it.
        claim: The claim to follow.
    """
    mentions = [pile.mentions[m] for m in claim.mention_ids if m in pile.mentions]
    denials = _denials(pile, mentions)
    tellings: dict[str, list[Mention]] = defaultdict(list)
    quotations: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.document_id, m.field != "title", m.start, m.id)):
        if mention.id in denials:
            continue
        (quotations if only_quotes(pile, mention) else tellings[mention.document_id]).append(mention)
    told = {d: tuple(ms) for d, ms in tellings.items() if ms}
    return Chain(
        claim=claim, pile=pile, references=references, tellings=told,
        denials=tuple(m for m in mentions if m.id in denials), quotations=tuple(quotations),
        steps=tuple(_steps(pile, references, between, told)),
    )  # fmt: skip


def only_quotes(pile: Pile, mention: Mention) -> bool:
    """Whether a mention only repeats what its comment answers, or stands in a ping or a deleted comment."""
    document = pile.documents[mention.document_id]
    if document.state in {"ping", "deleted"}:
        return True
    if document.kind != "comment":
        return False
    above = {pile.roots.get(document.id), document.parent_id} - {None}
    same = (
        pair.comparison.relation == "verbatim" and pile.mentions[other].document_id in above
        for pair in pile.pairs_of.get(mention.id, ())
        for other in [pair.right_id if pair.left_id == mention.id else pair.left_id]
    )
    return mention.quoted or any(same)


def _denials(pile: Pile, mentions: list[Mention]) -> frozenset[str]:
    """Mentions that say the opposite of what most tellings say."""
    ids = {m.id: m for m in mentions}
    outright = [m.id for m in mentions if denies_outright(m)]
    negative = [m for m in mentions if m.polarity == "negative"]
    minor = "negative" if 2 * len(negative) <= len(mentions) else "positive"
    return frozenset(outright if 2 * len(outright) <= len(mentions) else ()) | frozenset(
        m.id
        for m in mentions
        if m.polarity == minor
        and any(
            p.comparison.polarity_conflict and ids[other].polarity != minor
            for p in pile.pairs_of.get(m.id, ())
            for other in [p.right_id if p.left_id == m.id else p.left_id]
            if other in ids
        )
    )


def _steps(
    pile: Pile,
    references: References,
    between: Mapping[str, list[Link]],
    told: Mapping[str, tuple[Mention, ...]],
) -> Iterable[Step]:
    for document_id in sorted(told):
        for link in between.get(document_id, ()):
            if link.taker_id == document_id and link.source_id in told:
                step = _step(pile, references, link, (told[link.source_id], told[document_id]))
                if step is not None:
                    yield step


def _step(
    pile: Pile, references: References, link: Link, ends: tuple[tuple[Mention, ...], tuple[Mention, ...]]
) -> Step | None:
    """The best aligned two mentions of a claim in two linked documents, and how sure the step is."""
    best = max(
        ((a, b) for a in ends[0][:20] for b in ends[1][:20]),
        key=lambda ab: (_alignment(pile, link, *ab), -ab[0].start, -ab[1].start),
    )
    alignment = _alignment(pile, link, *best)
    if not link.view.own and link.view.common_quotes and alignment < 1.0 and not link.by_credit:
        return None
    beside = alignment < _ALIGNED and _same_place(link, ends)
    factor = _factor(references, link, best, max(alignment, _SAME_CLAIM if beside else 0.0), beside=beside)
    return Step(
        source=best[0], taker=best[1], directed=link.directed, confidence=round(link.confidence * factor, 4),
        credited=link.credited, literal=alignment >= _ALIGNED, link=link,
    )  # fmt: skip


def _alignment(pile: Pile, link: Link, source: Mention, taker: Mention) -> float:
    """1 where a shared passage holds both statements, less where only the wording or only the claim is shared."""
    if any(_inside(source, p.source) and _inside(taker, p.taker) for p in link.view.passages):
        return 1.0
    pair = pile.pair(source.id, taker.id)
    if pair is None:
        return _SAME_CLAIM
    under = link.source_id in {pile.roots.get(link.taker_id), link.view.taker.parent_id}
    alone = not link.view.own and len(link.view.pairs) == 1
    return max(_by_relation(pair), _SAME_CLAIM if under or alone else 0.0)


def _by_relation(pair: Pair) -> float:
    relation = pair.comparison.relation
    base = 0.97 if relation in _LITERAL else 0.9 if relation == "paraphrase" else 0.75
    return base - (0.1 if pair.comparison.value_conflict and relation not in _LITERAL else 0.0)


def _inside(mention: Mention, side: PassageSide) -> bool:
    start, end = side.start, side.end
    overlap = min(mention.end, end) - max(mention.start, start)
    return mention.field == "text" and overlap >= 0.5 * (mention.end - mention.start)


def _same_place(link: Link, ends: tuple[tuple[Mention, ...], tuple[Mention, ...]]) -> bool:
    """Whether a text in common stands right beside a statement of each end."""
    return link.view.longest_run >= _COPIED and any(
        any(_beside(m, p.source) for m in ends[0][:20]) and any(_beside(m, p.taker) for m in ends[1][:20])
        for p in link.view.own
    )


def _beside(mention: Mention, side: PassageSide) -> bool:
    gap = max(mention.start - side.end, side.start - mention.end)
    return mention.field == "text" and gap <= _NEAR


def _factor(
    references: References, link: Link, ends: tuple[Mention, Mention], alignment: float, *, beside: bool
) -> float:
    source, taker = ends
    own = references.externals(taker.id)
    if link.source_id in references.targets(taker.id):
        return 1.0
    elsewhere = references.targets(taker.id) - {link.source_id}
    if alignment < _ALIGNED and (elsewhere or (own and not own & references.externals(source.id))):
        # The taker gives another source for this statement, and its words are not the source's.
        return 0.4
    phrases = link.view.literal_words < LITERAL_WORDS and bool(link.view.own) and not beside
    if alignment < _ALIGNED and phrases and not link.credited:
        # A few phrases are shared, and this statement is neither in them nor beside them.
        return 0.6 * alignment
    return alignment
