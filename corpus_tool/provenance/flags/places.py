"""Whether a statement is of a place that another text never names: then their figures are of two matters."""

from __future__ import annotations

import re
from typing import Final

from corpus_tool.models import Mention
from corpus_tool.provenance.flags.evidence import Evidence

_PLACED: Final = re.compile(
    r"(?:^|[,;(] ?|\w )[Ii]n (?!January|February|March|April|May|June|July|August|September|October|November|December)"
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)
"""A name behind "in", which is a place, a body or a work; months are none of these."""
_SAME: Final = frozenset({"verbatim", "near_copy"})


def elsewhere(evidence: Evidence, one: Mention, other: Mention) -> bool:
    """Whether the first is told of a place that the second one's text does not name anywhere.

    "In Farrow, 61 bicycles were stolen" and "318 were stolen in the town" do not differ, where the second text is of
    Mill. In the same words it may be that the place was dropped: those are held against one another. A tracked claim
    is the user's word.
    """
    chain = evidence.chain
    names = _PLACED.findall(one.text)
    if not names or chain.claim.tracked is not None:
        return False
    pair = chain.pile.pair(one.id, other.id)
    if pair is not None and pair.comparison.relation in _SAME:
        return False
    document = evidence.document(other)
    whole = f"{document.title or ''} {document.publisher or ''} {document.text}"
    return not any(word in whole for name in names for word in name.split())
