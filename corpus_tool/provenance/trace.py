"""The whole of provenance in one pure function."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus_tool.models import (
    Claim,
    Credit,
    Derivation,
    Document,
    End,
    External,
    Flag,
    Grouping,
    Mention,
    Passage,
)
from corpus_tool.provenance.chains import Chain, Step, chain_of
from corpus_tool.provenance.derive import as_row, links
from corpus_tool.provenance.externals import external_derivations, externals, reprints, silent_prints
from corpus_tool.provenance.flags import flags
from corpus_tool.provenance.link import Link
from corpus_tool.provenance.origins import Origin, origins
from corpus_tool.provenance.pile import Inputs, Pile, label, pile_of
from corpus_tool.provenance.references import References, references
from corpus_tool.settings import DEFAULT, ProvenanceSettings
from corpus_tool.text import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What `trace` finds: who took what from whom, sources absent, claims with counts, flags."""

    derivations: tuple[Derivation, ...] = ()
    externals: tuple[External, ...] = ()
    claims: tuple[Claim, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One claim with its chain and its origins: what flags are read from."""

    chain: Chain
    origins: tuple[Origin, ...]
    origin_range: tuple[int, int]


def trace(  # noqa: PLR0913 - the five inputs and the settings are fixed by the contract between rooms
    documents: Sequence[Document],
    mentions: Sequence[Mention],
    credits: Sequence[Credit],  # noqa: A002 - the word of the models
    passages: Sequence[Passage],
    grouping: Grouping,
    *,
    settings: ProvenanceSettings = DEFAULT.provenance,
) -> Provenance:
    """Find derivations, absent sources, origins and flags of a pile.

    Pure: the same input gives the same rows, whatever its order.

    Args:
        documents: All documents of the pile.
        mentions: All mentions in them.
        credits: The documents' general credits.
        passages: Text that documents share.
        grouping: Claims, memberships and compared pairs.
        settings: Thresholds of this room.
    """
    inputs = Inputs(
        documents=documents,
        mentions=mentions,
        credits=credits,
        passages=passages,
        grouping=grouping,
        settings=settings,
    )
    pile = pile_of(inputs)
    named = references(pile)
    found = links(pile, named)
    between = _between(found)
    stories = [story_of(chain_of(pile, named, between, claim)) for claim in pile.claims.values()]
    raised = _raised(stories)
    return Provenance(
        derivations=_derivations(pile, named, found, stories),
        externals=externals(pile, named),
        claims=tuple(_filled(story, raised[story.chain.claim.id]) for story in stories),
        flags=tuple(flag for story in stories for flag in raised[story.chain.claim.id]),
    )


def _raised(stories: Sequence[Story]) -> dict[str, tuple[Flag, ...]]:
    """The flags of each claim; none of one whose tellings are all told of elsewhere."""
    again = _told_again(stories)
    return {
        s.chain.claim.id: () if s.chain.claim.id in again else flags(s.chain, s.origins, s.origin_range)
        for s in stories
    }


def _derivations(
    pile: Pile, named: References, found: Sequence[Link], stories: Sequence[Story]
) -> tuple[Derivation, ...]:
    """Who took what from whom, between documents, from sources outside, and between statements, in order."""
    silent = silent_prints(named, found)
    hidden = {id(link) for link in found if link.wire or reprints(named, link, silent)}
    rows = [as_row(link) for link in found if id(link) not in hidden]
    rows += external_derivations(pile, named, silent)
    steps = (s for story in stories for s in story.chain.steps if id(s.link) not in hidden)
    rows += _mention_rows(pile, steps)
    return tuple(sorted(rows, key=_row_order))


def _told_again(stories: Iterable[Story]) -> frozenset[str]:
    """Claims all of whose tellings are tellings of a larger claim: the finding is made there, once.

    A mention may belong to several claims; who denies a claim makes one of its own beside it, with the same tellings.
    """
    told = {
        s.chain.claim.id: frozenset(m.id for m in s.chain.mentions)
        for s in stories
        if s.chain.claim.tracked is None
    }
    holders: dict[str, set[str]] = defaultdict(set)
    for claim_id, ids in told.items():
        for mention_id in ids:
            holders[mention_id].add(claim_id)
    return frozenset(
        claim_id
        for claim_id, ids in told.items()
        if ids
        and any(
            (len(told[other]), claim_id) > (len(ids), other)
            for other in set.intersection(*(holders[m] for m in ids)) - {claim_id}
        )
    )


def _statement(chain: Chain) -> str:
    """The words a claim is shown by: a telling's, where they were those of a denial."""
    claim, denied = chain.claim, {m.text for m in chain.denials}
    if claim.tracked is not None or claim.statement not in denied or not chain.mentions:
        return claim.statement
    counts = Counter(m.text for m in chain.mentions)
    return min(counts, key=lambda text: (-counts[text], len(text), text))


def story_of(chain: Chain) -> Story:
    """A chain with its origins counted: as likely as not, by all derivations, by the certain ones."""
    settings = chain.pile.settings
    main = origins(chain, settings.counted_confidence)
    if len(chain.tellings) < 2:
        return Story(chain=chain, origins=main, origin_range=(len(main), len(main)))
    low = min(len(main), len(origins(chain, 0.0)))
    high = max(len(main), len(origins(chain, settings.certain_confidence)))
    return Story(chain=chain, origins=main, origin_range=(low, high))


def _between(found: Iterable[Link]) -> dict[str, list[Link]]:
    between: dict[str, list[Link]] = defaultdict(list)
    for link in found:
        between[link.source_id].append(link)
        between[link.taker_id].append(link)
    return between


def _filled(story: Story, raised: Sequence[Flag]) -> Claim:
    chain = story.chain
    return dataclasses.replace(
        chain.claim,
        statement=_statement(chain),
        document_count=len(chain.pages),
        origin_count=len(story.origins),
        origin_range=story.origin_range,
        sourced_origin_count=sum(o.sourced for o in story.origins),
        earliest_mention_ids=tuple(m.id for o in story.origins for m in o.mentions),
        flags=tuple(flag.code for flag in raised),
    )


def _mention_rows(pile: Pile, steps: Iterable[Step]) -> list[Derivation]:
    """Each step between two mentions once, though they may share several claims."""
    rows = {}
    for step in steps:
        row = _mention_row(pile, step)
        rows[row.id] = row
    return list(rows.values())


def _mention_row(pile: Pile, step: Step) -> Derivation:
    who = label(pile, pile.documents[step.source.document_id])
    how = "in the same words" if step.literal else "in other words"
    relation = step.link.relation
    if not step.literal and relation in {"copies", "quotes"}:
        relation = "paraphrases"
    return Derivation(
        id="d" + digest("mention", step.source.id, step.taker.id, step.directed),
        source=End(type="mention", id=step.source.id), target=End(type="mention", id=step.taker.id),
        relation=relation, directed=step.directed, confidence=step.confidence,
        evidence=(f"The statement stands {how} in {who}.", *step.link.evidence[:1]),
    )  # fmt: skip


def _row_order(row: Derivation) -> tuple[str, str, str, str]:
    return row.source.type, row.source.id, row.target.id, row.id
