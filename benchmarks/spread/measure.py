"""What the tool says of a world: with its own claims, and with the world's.

With the world's claims, the true statements, hedges, sources and claims are put in place of what was
extracted and grouped, so that provenance is judged apart; documents, passages, values and the
comparison of two wordings stay the tool's own.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from benchmarks.spread.equal import History
from benchmarks.spread.render import Rendered, Told, render
from benchmarks.spread.score import Said
from benchmarks.spread.truth import Edge
from benchmarks.spread.world import Dates, World
from corpus_tool import extract, match, pipeline, provenance
from corpus_tool.ingest.rows import read_rows
from corpus_tool.models import (
    Analysis,
    Attribution,
    Claim,
    Comparison,
    Document,
    Grouping,
    Membership,
    Mention,
    Pair,
    Passage,
    Span,
    TextSpan,
)
from corpus_tool.provenance import Provenance
from corpus_tool.settings import DEFAULT
from corpus_tool.store import open_project

_HEDGED, _FLAT = 0.5, 0.95
"""Certainty of a statement that the world hedges, and of one that it does not."""
_OVERLAP = 0.5


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A world read by the tool once; each setting of its dates is traced from the same reading.

    Attributes:
        cache: A project file in which analyses are kept between runs, for tuning.
    """

    world: World
    cache: Path | None = None

    @cached_property
    def rendered(self) -> Rendered:
        """The rows with all dates, and where the claims stand."""
        return render(self.world, "all")

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents as the tool reads the rows."""
        return _documents(self.rendered)

    @cached_property
    def analyses(self) -> tuple[Analysis, ...]:
        """What the tool extracts from each."""
        with open_project(self.cache) as project:
            return tuple(pipeline.analyse(self.documents, project))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The text that documents share."""
        return tuple(match.passages(self.documents))

    @cached_property
    def found(self) -> tuple[Mention, ...]:
        """The tool's own mentions."""
        return tuple(mention for analysis in self.analyses for mention in analysis.mentions)

    @cached_property
    def own(self) -> Grouping:
        """The tool's own claims."""
        return match.group(self.found, documents=self.documents)

    @cached_property
    def true(self) -> tuple[Mention, ...]:
        """The world's statements as mentions."""
        near: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.found:
            near[mention.document_id].append(mention)
        texts = {document.id: document for document in self.documents}
        return tuple(
            _mention(number, told, texts[self.world.ids[told.page]], near[self.world.ids[told.page]])
            for number, told in enumerate(self.rendered.told)
            if told.piece.role != "asks"
        )

    @cached_property
    def given(self) -> Grouping:
        """The world's claims."""
        told = [told for told in self.rendered.told if told.piece.role != "asks"]
        members: dict[str, list[Mention]] = defaultdict(list)
        for one, mention in zip(told, self.true, strict=True):
            members[one.piece.claim].append(mention)
        claims = tuple(
            Claim(id=claim, statement=claim, tracked=claim, mention_ids=tuple(m.id for m in ms))
            for claim, ms in sorted(members.items())
        )
        return Grouping(
            claims=claims,
            memberships=tuple(
                Membership(mention_id=m, claim_id=claim.id, score=1.0) for claim in claims for m in claim.mention_ids
            ),
            pairs=tuple(pair for _, ms in sorted(members.items()) for pair in _pairs(ms)),
        )  # fmt: skip

    def traced(self, dates: Dates, *, own: bool) -> Provenance:
        """Derivations, origins and flags with the tool's own claims or with the world's."""
        documents = self.documents if dates == "all" else _documents(render(self.world, dates))
        credit = tuple(c for analysis in self.analyses for c in analysis.credits)
        return provenance.trace(
            documents, self.found if own else self.true, credit, self.passages, self.own if own else self.given,
            settings=replace(DEFAULT.provenance, families=self.world.families),
        )  # fmt: skip

    def says(self, dates: Dates, *, own: bool) -> Said:
        """What the tool says of the world, in the world's names."""
        traced = self.traced(dates, own=own)
        mentions = {m.id: m for m in (self.found if own else self.true)}
        number = {name: place for place, name in enumerate(self.world.ids)}
        theirs = (
            self._best_claims(traced, mentions) if own else {claim.id: claim.id for claim in traced.claims}
        )
        return Said(
            edges=_edges(traced, mentions, number),
            origins=_origins(traced, mentions, theirs),
            flags=_flags(traced, theirs),
            absent=_absent(traced, number),
        )

    def _best_claims(self, traced: Provenance, mentions: Mapping[str, Mention]) -> dict[str, str]:
        """The tool's claims to the world's claim of which each holds most tellings."""
        spots: dict[str, list[Told]] = defaultdict(list)
        for told in self.rendered.told:
            if told.piece.role != "asks":
                spots[self.world.ids[told.page]].append(told)
        best = {}
        for claim in traced.claims:
            hits = Counter(
                told.piece.claim
                for mention in (mentions[m] for m in claim.mention_ids if m in mentions)
                for told in spots[mention.document_id]
                if _hits(mention, told)
            )
            if hits:
                best[claim.id] = min(hits, key=lambda key: (-hits[key], key))
        return best


def history(world: World, dates: Dates) -> History:
    """A world's history with these dates shown."""
    return History(world=world, dates=dates)


def _documents(rendered: Rendered) -> tuple[Document, ...]:
    lines = (json.dumps(row).encode() for row in rendered.rows)
    return tuple(read_rows(lines, name="world.jsonl"))


def _hits(mention: Mention, told: Told) -> bool:
    shared = min(mention.end, told.end) - max(mention.start, told.start)
    shorter = min(mention.end - mention.start, told.end - told.start)
    return mention.field == told.field and shorter > 0 and shared >= _OVERLAP * shorter


def _mention(number: int, told: Told, document: Document, near: Sequence[Mention]) -> Mention:
    """A true statement: what the tool extracted there, with the world's bounds, hedge, source and polarity."""
    whole = (document.text if told.field == "text" else document.title or "")[told.start : told.end]
    touching = [m for m in near if _hits(m, told)] or _read_alone(whole, told, document.id)
    best = max(touching, key=lambda m: (min(m.end, told.end) - max(m.start, told.start), m.id), default=None)
    span = Span(start=told.start, end=told.end)
    base = best or Mention(
        id="", document_id=document.id, start=told.start, end=told.end, text=whole, sentence=span
    )
    slots = {s for m in touching for s in m.slots if s.start >= told.start and s.end <= told.end}
    piece = told.piece
    hedged = piece.hedged or piece.governed
    return replace(
        base, id=f"w{number:05d}", field="text" if told.field == "text" else "title", start=told.start, end=told.end,
        text=whole, sentence=span, slots=tuple(sorted(slots, key=lambda s: (s.start, s.end, s.kind))), is_claim=True,
        polarity="negative" if piece.role == "denies" else "positive", quoted=base.quoted,
        certainty=min(base.certainty, _HEDGED) if hedged else max(base.certainty, _FLAT),
        governed_by=base.governed_by if piece.governed else None, attribution=_attribution(base, told, whole),
    )  # fmt: skip


def _read_alone(text: str, told: Told, document_id: str) -> list[Mention]:
    """A statement that was not found in its document, read as a sentence of its own, for its values."""
    alone = extract.mentions(Document(id=document_id, text=text), every_sentence=True)
    return [
        replace(
            one, field="text" if told.field == "text" else "title", start=one.start + told.start, end=one.end + told.start,
            slots=tuple(replace(s, start=s.start + told.start, end=s.end + told.start) for s in one.slots),
        )
        for one in alone
    ]  # fmt: skip


def _attribution(base: Mention, told: Told, whole: str) -> Attribution:
    """The source that the sentence names, where it names one; what the tool found, where that is right."""
    own, piece = base.attribution, told.piece
    if piece.credits >= 0 and not piece.source:
        return own
    if not piece.source:
        return own if own.grade not in {"primary", "secondary"} else Attribution()
    if own.grade in {"primary", "secondary"} and own.scope == "sentence" and own.external:
        return own
    at = whole.casefold().find(piece.source.casefold())
    place = TextSpan(
        start=told.start + max(at, 0), end=told.start + max(at, 0) + len(piece.source), text=piece.source
    )
    return Attribution(
        kind="document", grade="primary", scope="sentence", source=place, external=piece.source
    )


def _pairs(members: Sequence[Mention]) -> Iterable[Pair]:
    ordered = sorted(members, key=lambda m: m.id)
    known: dict[tuple[str, str], Comparison] = {}
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            key = (one.text, other.text)
            if key not in known:
                known[key] = match.compare((one,), (other,))
            opposed = one.polarity != other.polarity
            yield Pair(
                left_id=one.id, right_id=other.id, comparison=replace(known[key], polarity_conflict=opposed)
            )


def _edges(
    traced: Provenance, mentions: Mapping[str, Mention], number: Mapping[str, int]
) -> tuple[tuple[Edge, float], ...]:
    """Derivations folded to pages, one for each pair and direction, at their surest."""
    found: dict[tuple[int, int], tuple[Edge, float]] = {}
    for row in sorted(traced.derivations, key=lambda row: (-row.confidence, row.id)):
        if row.source.type == "external":
            continue
        one, other = (
            number[mentions[end.id].document_id if end.type == "mention" else end.id]
            for end in (row.source, row.target)
        )
        key = (one, other) if row.directed else (min(one, other), max(one, other))
        if one != other:
            edge = Edge(source=key[0], taker=key[1], claims=frozenset(), open=not row.directed)
            found.setdefault(key, (edge, row.confidence))
    return tuple(found.values())


def _absent(traced: Provenance, number: Mapping[str, int]) -> frozenset[tuple[str, int]]:
    """The sources outside the pile with the pages that rest on them."""
    names = {row.id: row.name for row in traced.externals}
    return frozenset(
        (names[row.source.id], number[row.target.id])
        for row in traced.derivations
        if row.source.type == "external" and row.target.type == "document"
    )


def _origins(
    traced: Provenance, mentions: Mapping[str, Mention], theirs: Mapping[str, str]
) -> dict[str, int]:
    """The origins counted for each of the world's claims, by the tool's claim that tells it in most documents."""
    best: dict[str, tuple[int, int]] = {}
    for claim in traced.claims:
        if claim.id in theirs:
            documents = len({mentions[m].document_id for m in claim.mention_ids if m in mentions})
            if documents > best.get(theirs[claim.id], (0, 0))[0]:
                best[theirs[claim.id]] = (documents, claim.origin_count)
    return {claim: count for claim, (_, count) in best.items()}


def _flags(traced: Provenance, theirs: Mapping[str, str]) -> dict[str, dict[str, float]]:
    stated = DEFAULT.provenance
    odds = {
        "certain": stated.certain_odds,
        "probable": stated.probable_odds,
        "possible": stated.possible_odds,
    }
    tracked = {claim.id for claim in traced.claims if claim.tracked is not None}
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for flag in traced.flags:
        if flag.claim_id in theirs:
            codes = found[theirs[flag.claim_id]]
            said = stated.tracked_odds if flag.claim_id in tracked else odds[flag.sureness]
            codes[flag.code] = max(codes.get(flag.code, 0.0), said)
    return dict(found)
