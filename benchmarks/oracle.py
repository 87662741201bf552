"""What provenance does when all before it is right: ``python -m benchmarks.oracle [--corpus NAME]``.

The gold's statements, polarity, hedges, sources and claims are put in place of what was extracted and
grouped; documents, passages and comparisons stay the tool's own. What is still wrong then is
provenance's own fault. ``--cause WORD`` lists it.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.gold import code_rows, rows_of
from benchmarks.gold_align import Alignment, Place, align, occurrences, place_of
from benchmarks.gold_corpus import DATA, corpora, extracted, load
from benchmarks.gold_errors import CAUSES
from benchmarks.gold_graph import same_name
from benchmarks.table import Row, show
from corpus_tool.models import (
    Attribution,
    Claim,
    Document,
    Findings,
    Grouping,
    Membership,
    Mention,
    Pair,
    Span,
)

SEEN = frozenset(
    {"derivation F1", "derivation F1, documents", "origin count exact", "origin count in range", "flag F1"}
)
"""The figures that the oracle does not settle."""
_CUES = frozenset({"derivations", "origins", "flags"})
_CHECKABLE = frozenset({"primary", "secondary"})
HEDGED, FLAT = 0.5, 0.95
"""Certainty of a statement that the gold calls hedged, and of one that it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What `trace` is given."""

    found: Findings
    mentions: tuple[Mention, ...]
    grouping: Grouping


def inputs(folder: Path) -> Inputs:
    """A corpus with the gold's statements, each at the first place of its quote, and the gold's claims."""
    table = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    ours = align(load(folder), extracted(folder))
    documents = {document.id: document for document in ours.findings.documents}
    names = _names(table)
    made = []
    for row in table["mentions"]:
        place = _place(ours, documents, row)
        if place is not None:
            made.append(_mention(ours, documents[place.document_id], place, row))
    mentions = tuple(replace(m, attribution=_named(m, names)) for m in made)
    return Inputs(found=ours.findings, mentions=mentions, grouping=_grouping(table, mentions))


def _place(ours: Alignment, documents: dict[str, Document], row: dict[str, Any]) -> Place | None:
    document = documents.get(ours.documents.get(row["document"], ""))
    if document is None:
        return None
    for field, text in (("text", document.text), ("title", document.title or "")):
        found = occurrences(row["quote"], text)
        if found:
            return Place(document_id=document.id, field=field, start=found[0][0], end=found[0][1])
    return None


def _mention(ours: Alignment, document: Document, place: Place, row: dict[str, Any]) -> Mention:
    near = [m for m in ours.findings.mentions if place_of(m).shared(place)]
    best = max(near, key=lambda m: (place_of(m).likeness(place), m.id), default=None)
    text = (document.text if place.field == "text" else document.title or "")[place.start : place.end]
    whole = Span(start=place.start, end=place.end)
    base = best or Mention(
        id="", document_id=document.id, start=place.start, end=place.end, text=text, sentence=whole
    )
    slots = {s for m in near for s in m.slots if s.start >= place.start and s.end <= place.end}
    return replace(
        base, id=row["id"], field="text" if place.field == "text" else "title", start=place.start, end=place.end, text=text,
        slots=tuple(sorted(slots, key=lambda s: (s.start, s.end, s.kind))), is_claim=True,
        polarity=row["polarity"], certainty=_certainty(base, hedged=row["hedged"]), quoted=bool(row.get("quoted")),
        attribution=_attribution(base, row),
    )  # fmt: skip


def _certainty(base: Mention, *, hedged: bool) -> float:
    return min(base.certainty, HEDGED) if hedged else max(base.certainty, FLAT)


def _attribution(base: Mention, row: dict[str, Any]) -> Attribution:
    given = row["attribution"]
    if given["grade"] == base.attribution.grade and base.attribution.scope == "sentence":
        return base.attribution
    external = base.attribution.external if given["grade"] in _CHECKABLE else None
    return replace(
        base.attribution, kind=given["kind"], grade=given["grade"], scope="sentence", external=external
    )


def _names(table: dict[str, Any]) -> dict[str, str]:
    """The source outside the pile of each statement that has one by the gold's edges and claims."""
    cited = {
        (e["from"]["id"], e["to"]["id"]) for e in table["derivations"] if e["from"]["type"] == "external"
    }
    claims = {mention: claim["id"] for claim in table["claims"] for mention in claim["mentions"]}
    return {
        row["id"]: external["name"]
        for row in table["mentions"]
        for external in table["externals"]
        if (external["id"], row["document"]) in cited and claims.get(row["id"]) in external["claims"]
    }


def _named(mention: Mention, names: dict[str, str]) -> Attribution:
    given, name = mention.attribution, names.get(mention.id)
    if given.grade not in _CHECKABLE or name is None or same_name(name, given.external or ""):
        return given
    own = given.source is not None and mention.sentence.start <= given.source.start < mention.sentence.end
    return given if own and given.external else replace(given, external=name)


def _grouping(table: dict[str, Any], mentions: tuple[Mention, ...]) -> Grouping:
    by_id = {mention.id: mention for mention in mentions}
    claims = []
    for row in table["claims"]:
        ids = tuple(m for m in row["mentions"] if m in by_id)
        if ids:
            claims.append(
                Claim(id=row["id"], statement=row["statement"], tracked=row.get("tracked"), mention_ids=ids)
            )
    return Grouping(
        claims=tuple(claims),
        memberships=tuple(
            Membership(mention_id=m, claim_id=claim.id, score=1.0)
            for claim in claims
            for m in claim.mention_ids
        ),
        pairs=tuple(pair for claim in claims for pair in _pairs([by_id[m] for m in claim.mention_ids])),
    )


def _pairs(members: list[Mention]) -> list[Pair]:
    from corpus_tool import match

    ordered = sorted(members, key=lambda m: m.id)
    return [
        Pair(left_id=one.id, right_id=other.id, comparison=replace(
            match.compare((one,), (other,)), polarity_conflict=one.polarity != other.polarity
        ))
        for number, one in enumerate(ordered) for other in ordered[number + 1 :]
    ]  # fmt: skip


def traced(folder: Path) -> Alignment:
    """A corpus traced from the gold's statements, beside the gold."""
    from corpus_tool import match, provenance
    from corpus_tool.extract import attribution

    given = inputs(folder)
    documents = given.found.documents
    credit = tuple(c for document in documents for c in attribution.credits(document))
    passages = match.passages(documents)
    result = provenance.trace(documents, given.mentions, credit, passages, given.grouping)
    return align(
        load(folder),
        replace(
            given.found, mentions=given.mentions, credits=credit, passages=passages, claims=result.claims,
            memberships=given.grouping.memberships, derivations=result.derivations, externals=result.externals,
            flags=result.flags,
        ),
    )  # fmt: skip


def run(data: Path) -> list[Row]:  # noqa: ARG001 - the gold stands in this repository
    """The figures of every sample corpus."""
    return [row for folder in corpora() for row in _rows(traced(folder))]


def _rows(alignment: Alignment) -> list[Row]:
    rows = (row for row in rows_of(alignment) if row.metric in SEEN)
    return [replace(row, task=row.task.replace("gold/", "oracle/")) for row in rows]


def main() -> None:
    """Print the figures of one corpus or of all, and of each flag; with a cause, what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", help="one corpus only, by folder name")
    parser.add_argument("--cause", action="append", default=[], help="derivations, origins or flags")
    given = parser.parse_args()
    for folder in corpora() if given.corpus is None else [DATA / given.corpus]:
        alignment = traced(folder)
        show([*_rows(alignment), *code_rows(alignment)])
        for name, listed in CAUSES:
            if any(word in name for word in given.cause) and set(name.split()) & _CUES:
                sys.stdout.write(f"\n== {name}\n" + "".join(f"  {line}\n" for line in listed(alignment)))
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
