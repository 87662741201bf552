"""One claim as the page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus_tool.models import Claim, Derivation, Flag, Mention
from corpus_tool.report.chain import Edge, Node, draw
from corpus_tool.report.view import Index, anchor
from corpus_tool.report.wordings import Wording, wordings
from corpus_tool.report.words import FLAG_NAMES, RELATIONS, SURENESS, count, day, shortened, sourcing

SHOWN_WORDINGS = 12
SHOWN_TELLINGS = 60
HEDGED_BELOW = 0.65
"""The middle of the certainty scale a reader would call hedged; the number itself is shown too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagView:
    """A flag in words, with the sentences that prove it."""

    name: str
    sureness: str
    severity: str
    reason: str
    proof: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One document's statement of the claim."""

    document: str
    anchor: str
    date: str
    text: str
    lead_in: str
    certainty: str
    source: str
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """All that the page says about one claim."""

    anchor: str
    statement: str
    tracked: str | None
    sourcing: str
    flags: tuple[FlagView, ...]
    tellings: tuple[Telling, ...]
    more_tellings: int
    wordings: tuple[tuple[Wording, str], ...]
    more_wordings: int
    chain: Markup
    links: tuple[str, ...]
    settle: tuple[str, ...]


def claim_view(index: Index, claim: Claim) -> ClaimView:
    """Work out one claim's section."""
    mentions = [index.mentions[identity] for identity in claim.mention_ids]
    tellings = [_telling(index, mention) for mention in mentions]
    found = _wordings(index, claim, mentions)
    edges = claim_derivations(index, mentions)
    return ClaimView(
        anchor=anchor("claim", claim.id),
        statement=claim.statement,
        tracked=claim.tracked,
        sourcing=sourcing_note(claim),
        flags=tuple(_flag(index, flag) for flag in index.flags.get(claim.id, ())),
        tellings=tuple(tellings[:SHOWN_TELLINGS]),
        more_tellings=max(0, len(tellings) - SHOWN_TELLINGS),
        wordings=tuple(found[:SHOWN_WORDINGS]),
        more_wordings=max(0, len(found) - SHOWN_WORDINGS),
        chain=_chain(index, claim, mentions, edges),
        links=tuple(_link(index, edge) for edge in edges),
        settle=_settle(index, claim, mentions),
    )


def sourcing_note(claim: Claim) -> str:
    """The sum in one sentence: documents, origins, sources one could check."""
    if claim.document_count == 0:
        return "No document of this pile states it."
    low, high = claim.origin_range
    spread = "" if low == high else f" (between {low} and {high}, as open questions are settled)"
    origins = f"{count(claim.origin_count, 'origin')} in this pile{spread}"
    if claim.sourced_origin_count == 0:
        sources = "no earliest telling names a source one could check"
    elif claim.sourced_origin_count == claim.origin_count:
        sources = (
            "each names a source one could check"
            if claim.origin_count > 1
            else "it names a source one could check"
        )
    else:
        names = "names" if claim.sourced_origin_count == 1 else "name"
        sources = f"{claim.sourced_origin_count} of them {names} a source one could check"
    verb = "states" if claim.document_count == 1 else "state"
    return f"{count(claim.document_count, 'document')} {verb} it; {origins}; {sources}."


def _telling(index: Index, mention: Mention) -> Telling:
    document = index.documents[mention.document_id]
    text = document.title or "" if mention.field == "title" else document.text
    level = "hedged" if mention.certainty < HEDGED_BELOW else "stated flatly"
    return Telling(
        document=index.names[document.id],
        anchor=anchor(
            "document",
            document.thread_id if document.kind == "comment" and document.thread_id else document.id,
        ),
        date=day(document.published),
        text=text[mention.sentence.start : mention.sentence.end],
        lead_in=mention.governed_by.text if mention.governed_by else "",
        certainty=f"{level} ({mention.certainty:.2f})",
        source=sourcing(mention.attribution),
        quoted=mention.quoted,
    )


def _flag(index: Index, flag: Flag) -> FlagView:
    proof = []
    for identity in flag.mention_ids[:6]:
        mention = index.mentions[identity]
        proof.append((index.names[mention.document_id], shortened(mention.text, 280)))
    return FlagView(
        name=FLAG_NAMES[flag.code],
        sureness=SURENESS[flag.sureness],
        severity=flag.severity,
        reason=flag.reason,
        proof=tuple(proof),
    )


def _wordings(index: Index, claim: Claim, mentions: Sequence[Mention]) -> list[tuple[Wording, str]]:
    if not mentions:
        return []
    earliest = set(claim.earliest_mention_ids)
    reference = next((mention for mention in mentions if mention.id in earliest), mentions[0])
    found = wordings(mentions, reference)
    return [(wording, _users(index, wording)) for wording in found]


def _users(index: Index, wording: Wording) -> str:
    names = list(dict.fromkeys(index.names[mention.document_id] for mention in wording.mentions))
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return "; ".join(names[:3]) + more


def claim_derivations(index: Index, mentions: Sequence[Mention]) -> list[Derivation]:
    """Derivations among the tellings of a claim: those of its mentions, else those of their documents."""
    own = {mention.id for mention in mentions}
    documents = {mention.document_id for mention in mentions}
    externals = {name for mention in own for name in index.named.get(mention, ())}
    chosen: dict[tuple[str, str], Derivation] = {}
    taking = [one for end in (*sorted(documents), *sorted(own)) for one in index.derivations.get(end, ())]
    for derivation in taking:
        source, target = derivation.source, derivation.target
        ends = [_home(index, end.id, end.type) for end in (source, target)]
        if source.id in own | documents | externals and ends[0] != ends[1]:
            key = (ends[0], ends[1])
            known = chosen.get(key)
            if known is None or derivation.confidence > known.confidence:
                chosen[key] = derivation
    return list(chosen.values())


def _home(index: Index, identity: str, kind: str) -> str:
    return index.mentions[identity].document_id if kind == "mention" else identity


def _link(index: Index, derivation: Derivation) -> str:
    source = _name(index, derivation.source.id, derivation.source.type)
    target = _name(index, derivation.target.id, derivation.target.type)
    sure = f"confidence {derivation.confidence:.2f}"
    why = "".join(f" {line.rstrip('.')}." for line in derivation.evidence[:3])
    if not derivation.directed:
        return f"{source} and {target} share it, which came first is open ({sure}).{why}"
    return f"{target} {RELATIONS[derivation.relation]} {source} ({sure}).{why}"


def _name(index: Index, identity: str, kind: str) -> str:
    if kind == "external":
        return f"{index.externals.get(identity, identity)} (not in the pile)"
    return index.names[_home(index, identity, kind)]


def _chain(index: Index, claim: Claim, mentions: Sequence[Mention], edges: Sequence[Derivation]) -> Markup:
    order = list(dict.fromkeys(mention.document_id for mention in mentions))
    nodes = [
        Node(id=identity, label=index.names[identity], note=day(index.documents[identity].published))
        for identity in sorted(order, key=lambda one: (index.documents[one].published or "9999", one))
    ]
    outside = sorted({edge.source.id for edge in edges if edge.source.type == "external"})
    nodes += [
        Node(id=one, label=index.externals.get(one, one), note="not in the pile", external=True)
        for one in outside
    ]
    arrows = [
        Edge(
            source=_home(index, edge.source.id, edge.source.type),
            target=_home(index, edge.target.id, edge.target.type),
            directed=edge.directed,
            sure=edge.confidence >= 0.5,
            label=_link(index, edge),
        )
        for edge in edges
    ]
    linked = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    return draw([node for node in nodes if node.id in linked], arrows, name=anchor("chain", claim.id))


def _settle(index: Index, claim: Claim, mentions: Sequence[Mention]) -> tuple[str, ...]:
    own = {mention.id for mention in mentions}
    found = [
        f"{external.name}: named as the source, not in this pile."
        for external in index.findings.externals
        if own.intersection(external.mention_ids)
    ]
    lost = {mention.document_id for mention in mentions if mention.attribution.kind == "lost"}
    found += [f"The source that {index.names[one]} points to, which this file lost." for one in sorted(lost)]
    undated = {m.document_id for m in mentions if index.documents[m.document_id].published is None}
    if undated and claim.document_count > 1 and len(undated) < 4:
        found += [f"The date of {index.names[one]}." for one in sorted(undated)]
    elif undated and claim.document_count > 1:
        found.append(f"The dates of {len(undated)} documents that lost theirs.")
    return tuple(found)
