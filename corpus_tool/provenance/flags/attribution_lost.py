"""Source dropped on the way."""

from __future__ import annotations

from corpus_tool.models import Mention
from corpus_tool.provenance.flags.evidence import Evidence, Found, listed, sureness_of_steps
from corpus_tool.provenance.lexicon import fold
from corpus_tool.provenance.names import name_key

_MOST_TEXT = 100_000
"""Characters of a document in which a name is looked for."""
_LEAST_NAME = 4
"""Letters from which a string is looked for in running text."""


def attribution_lost(evidence: Evidence) -> Found | None:
    """An earlier telling in the chain names a source one could check; a later one gives neither it nor any credit."""
    chain = evidence.chain
    # An update names its source after the fact: who took the text before had nothing to drop.
    carried = chain.carried_from(lambda m: chain.sourced(m) and not chain.in_note(m))
    lost = [
        (carried[d], m) for d in sorted(carried) for m in [_bare(evidence, d, carried[d][1])] if m is not None
    ]
    if not lost:
        return None
    (_, carrier), _ = lost[0]
    named = listed(sorted({_source_name(evidence, c) for (_, c), _ in lost}), 1)
    takers = tuple(m for _, m in lost)
    return Found(
        severity=evidence.severity(len(lost) + 1),
        sureness=sureness_of_steps(s for (s, _), _ in lost),
        reason=(
            f"In this pile, {evidence.who(carrier)} gives {named} as its source; "
            f"{listed((evidence.who(m) for m in takers), 2)}, further down the chain, "
            f"{'gives' if len(lost) == 1 else 'give'} neither that source nor credit to another telling."
        ),
        mentions=(*dict.fromkeys(c for (_, c), _ in lost), *takers),
        lost=evidence.lost(takers, "links"),
    )


def _source_name(evidence: Evidence, mention: Mention) -> str:
    """The source by its full name, or as written where it has none."""
    references = evidence.chain.references
    named = [references.names[key] for key in sorted(references.externals(mention.id))]
    source = mention.attribution.source
    return named[0] if named else source.text if source is not None else "a source"


def _bare(evidence: Evidence, document_id: str, carrier: Mention) -> Mention | None:
    """The telling of a document that carries no source and no credit, if that is so."""
    chain = evidence.chain
    if chain.pile.documents[document_id].kind == "comment":
        return None
    mentions = chain.tellings[document_id]
    if any(evidence.rests_on_something(m) for m in mentions) or chain.references.credits_telling(document_id):
        return None
    wanted = chain.references.externals(carrier.id)
    named = {r.key for r in chain.references.by_document.get(document_id, ())}
    return None if wanted & named or _named_in(evidence, document_id, carrier) else mentions[0]


def _named_in(evidence: Evidence, document_id: str, carrier: Mention) -> bool:
    """Whether the carrier's source stands in a document by its name, in whatever place: in words quoted, in a caption."""
    source = carrier.attribution.source
    names = [evidence.chain.references.names[k] for k in evidence.chain.references.externals(carrier.id)]
    text = fold(evidence.chain.pile.documents[document_id].text, _MOST_TEXT)
    wanted = [name_key(n) for n in (*names, *((source.text,) if source is not None else ()))]
    return any(len(name) >= _LEAST_NAME and name in text for name in wanted)
