"""Sources that are named in the pile and are not in it."""

from __future__ import annotations

from collections import defaultdict

from corpus_tool.models import Derivation, DerivationRelation, End, External
from corpus_tool.provenance.pile import Pile, label
from corpus_tool.provenance.references import References
from corpus_tool.text import digest


def external_id(key: str) -> str:
    """The id of the source with this name key."""
    return "x" + digest("external", key)


def externals(references: References) -> tuple[External, ...]:
    """Every source named and absent, with the statements that are credited to it, by id."""
    mentions: dict[str, set[str]] = defaultdict(set)
    for ref in references.all:
        if ref.key:
            mentions[ref.key] |= {ref.mention_id} if ref.mention_id else set()
    rows = [
        External(id=external_id(key), name=references.names[key], mention_ids=tuple(sorted(ids)))
        for key, ids in mentions.items()
    ]
    return tuple(sorted(rows, key=lambda x: x.id))


def external_derivations(pile: Pile, references: References) -> tuple[Derivation, ...]:
    """One derivation from each absent source to each document that names it."""
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ref in references.all:
        if ref.key:
            named[ref.key, ref.document_id] |= {ref.mention_id} if ref.mention_id else set()
    rows = []
    for (key, document_id), mention_ids in sorted(named.items()):
        who, name = label(pile, pile.documents[document_id]), references.names[key]
        count = len(mention_ids)
        what = f"for {count} of its statements" if count else "as a general credit"
        rows.append(
            Derivation(
                id="d" + digest("external", key, document_id),
                source=End(type="external", id=external_id(key)),
                target=End(type="document", id=document_id),
                relation=_relation(pile, mention_ids), directed=True, confidence=0.9 if count else 0.7,
                evidence=(f"{who[:1].upper()}{who[1:]} names {name} {what}; {name} is not in this pile.",),
            )
        )  # fmt: skip
    return tuple(rows)


def _relation(pile: Pile, mention_ids: set[str]) -> DerivationRelation:
    quoted = any(pile.mentions[m].quoted for m in mention_ids)
    return "quotes" if quoted else "cites"
