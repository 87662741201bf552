"""What went wrong on a sample corpus, by cause, with the tool's own explanation beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import gold_graph as graph
from benchmarks import gold_scores as scores
from benchmarks.gold import aligned
from benchmarks.gold_align import Alignment, place_of
from benchmarks.gold_corpus import GoldEdge
from corpus_tool.models import Mention
from corpus_tool.text import fold_space

WIDTH = 110


def _cut(text: str) -> str:
    folded = fold_space(text)
    return folded if len(folded) <= WIDTH else folded[: WIDTH - 1] + "…"


def documents(found: Alignment) -> Iterator[str]:
    """Gold documents that were not read as one, and read documents that are none."""
    for wanted in found.gold.documents:
        if wanted.id not in found.documents:
            yield f"not found: {wanted.id} {wanted.kind} {wanted.path} “{_cut(wanted.has)}”"
    known = set(found.documents.values())
    for document in found.findings.documents:
        if document.id not in known:
            where = f"{document.kind} {document.path} part {document.part}"
            yield f"not in the gold: {where}: {_cut(document.text)}"


def _nearest(found: Alignment, gold_id: str) -> str:
    """What the tool made of the place of a missed statement."""
    places = found.places[gold_id]
    if not places:
        return "its words are in no document read"
    near = [
        mention
        for mention in found.findings.mentions
        if any(place_of(mention).shared(place) for place in places)
    ]
    if not near:
        return "nothing stands there"
    return "; ".join(
        f"[claim {mention.is_claim}, worth {mention.check_worthiness:.2f}, {'/'.join(mention.kinds)}] "
        f"{_cut(mention.text)}"
        for mention in near
    )


def missed_mentions(found: Alignment) -> Iterator[str]:
    """Statements of the gold that no mention hits."""
    for mention in scores.missed_mentions(found):
        yield f"{mention.id} {mention.document} {_cut(mention.quote)}\n      -> {_nearest(found, mention.id)}"


def false_mentions(found: Alignment) -> Iterator[str]:
    """Mentions that hit nothing of the gold."""
    names = found.gold_document()
    for mention in scores.false_mentions(found):
        where = names.get(mention.document_id, f"?{mention.document_id}")
        why = "listed as none" if mention.id in found.listed else "in neither list"
        kinds = "/".join(mention.kinds)
        yield f"{where} ({why}; {kinds}; worth {mention.check_worthiness:.2f}) {_cut(mention.text)}"


def grades(found: Alignment) -> Iterator[str]:
    """Hit statements with another grade of attribution."""
    for gold, ours in scores.wrong_grades(found):
        given = ours.attribution
        source = given.source.text if given.source else "-"
        cue = given.cue.text if given.cue else "-"
        yield (
            f"{gold.id} {gold.document} wants {gold.kind}/{gold.grade}, has {given.kind}/{given.grade} "
            f"({given.scope}; source {source!r}, cue {cue!r})\n      {_cut(_sentence(found, ours))}"
        )


def _sentence(found: Alignment, mention: Mention) -> str:
    by_id = {document.id: document for document in found.findings.documents}
    document = by_id[mention.document_id]
    text = document.title or "" if mention.field == "title" else document.text
    return text[mention.sentence.start : mention.sentence.end]


def slots(found: Alignment) -> Iterator[str]:
    """Values of hit statements that no slot has."""
    for gold, wanted in scores.wrong_slots(found):
        ours = [
            f"{slot.kind} {slot.text!r}={slot.value or (slot.low, slot.high)} {slot.unit or ''}".strip()
            for hit in found.hits[gold.id]
            for slot in hit.slots
        ]
        yield f"{gold.id} wants {wanted}; has {', '.join(ours) or 'none'}"


def split_claims(found: Alignment) -> Iterator[str]:
    """Gold claims whose tellings lie in several of the tool's claims."""
    ours = scores.claims_of(found)
    for claim in found.gold.claims:
        parts: dict[str, list[str]] = defaultdict(list)
        for mention in claim.mentions:
            if mention in ours:
                parts["+".join(sorted(ours[mention])) or "(no claim)"].append(mention)
        if len(parts) > 1:
            yield f"{claim.id} {_cut(claim.statement)}"
            for key, members in sorted(parts.items(), key=lambda item: (-len(item[1]), item[0])):
                yield from _members(found, key, members)


def _members(found: Alignment, key: str, members: list[str]) -> Iterator[str]:
    yield f"    {key}"
    for member in members:
        yield f"      {member} {_cut(found.hits[member][0].text)}"


def merged_claims(found: Alignment) -> Iterator[str]:
    """The tool's claims that hold tellings of several gold claims, or lone statements."""
    theirs, parts = found.gold.claim_of(), defaultdict[str, dict[str, list[str]]](lambda: defaultdict(list))
    for mention, claims in scores.claims_of(found).items():
        for claim in claims:
            parts[claim][theirs.get(mention, f"alone {mention}")].append(mention)
    for claim, held in sorted(parts.items()):
        if len(held) > 1:
            yield claim
            for key, members in sorted(held.items()):
                yield from _members(found, key, members)


def origins(found: Alignment) -> Iterator[str]:
    """Claims whose origins are counted otherwise."""
    for claim, ours in scores.wrong_origins(found):
        has = "the claim was not found" if ours is None else f"has {ours.origin_count} {ours.origin_range}"
        yield f"{claim.id} wants {claim.origins} {claim.origin_range}, {has}: {_cut(claim.statement)}"


def _gold_edge(found: Alignment, edge: GoldEdge) -> str:
    source = found.gold.externals.get(edge.source, edge.source)
    return f"{source} {'→' if edge.directed else '—'} {edge.target}"


def missed_derivations(found: Alignment) -> Iterator[str]:
    """Derivations of the gold that were not found."""
    for edge in graph.edge_score(found).missed:
        near = [
            f"{item.source} {'→' if item.directed else '—'} {item.target} at {item.confidence:.2f}"
            for item in graph.edges(found)
            if {item.source, item.target} == {edge.source, edge.target}
        ]
        yield f"{_gold_edge(found, edge)}" + (f"   (has {', '.join(near)})" if near else "")


def extra_derivations(found: Alignment) -> Iterator[str]:
    """Derivations that the gold does not hold, with the tool's evidence."""
    for edge in graph.edge_score(found).extra:
        arrow = "→" if edge.directed else "—"
        evidence = "; ".join(_cut(item) for item in edge.derivation.evidence)
        how = f"{edge.derivation.relation} at {edge.confidence:.2f}"
        yield f"{edge.source} {arrow} {edge.target} {how}: {evidence}"


def missed_flags(found: Alignment) -> Iterator[str]:
    """Flags of the gold that no claim of the tool bears."""
    by_id = {claim.id: claim for claim in found.gold.claims}
    for code, key in graph.flag_score(found).missed:
        ours = scores.our_claim(found, by_id[key])
        bears = "no claim" if ours is None else f"{ours.id} bears {', '.join(ours.flags) or 'none'}"
        yield f"{code} on {key} {_cut(by_id[key].statement)} ({bears})"


def extra_flags(found: Alignment) -> Iterator[str]:
    """Flags that the gold does not hold, with the tool's reason."""
    best = scores.best_gold_claims(found)
    statements = {claim.id: claim.statement for claim in found.findings.claims}
    for flag in graph.flag_score(found).extra:
        where = best.get(flag.claim_id, "no gold claim")
        statement = _cut(statements.get(flag.claim_id, ""))
        yield f"{flag.code} on {where} [{flag.claim_id} {statement}] ({flag.sureness}): {_cut(flag.reason)}"


CAUSES: tuple[tuple[str, Callable[[Alignment], Iterator[str]]], ...] = (
    ("documents", documents),
    ("missed mentions", missed_mentions),
    ("false mentions", false_mentions),
    ("attribution grades", grades),
    ("slot values", slots),
    ("split claims", split_claims),
    ("merged claims", merged_claims),
    ("origins", origins),
    ("missed derivations", missed_derivations),
    ("extra derivations", extra_derivations),
    ("missed flags", missed_flags),
    ("extra flags", extra_flags),
)


EXTRACT = frozenset(name for name, _ in CAUSES[:5])
"""The causes that need neither match nor provenance."""


def lines(folder: Path, causes: frozenset[str] = frozenset(), *, extract_only: bool = False) -> Iterator[str]:
    """The wrong rows of one corpus; of the causes that hold one of the given words, or of all."""
    found = aligned(folder, extract_only=extract_only)
    for name, listed in CAUSES:
        if (causes and not any(word in name for word in causes)) or (extract_only and name not in EXTRACT):
            continue
        wrong = list(listed(found))
        yield f"== {found.gold.name}: {name} ({sum(not line.startswith(' ') for line in wrong)})"
        yield from (f"  {line}" for line in wrong)
