"""Which wordings state the same thing, and which text was taken over.

`compare` judges two wordings, `candidates` finds pairs worth judging, `group` makes claims of
mentions, `passages` finds text that documents share, `Bank` finds known claims in new text.
"""

from corpus_tool.match.bank import Bank, Known, Query
from corpus_tool.match.candidates import candidates
from corpus_tool.match.compare import compare
from corpus_tool.match.group import group
from corpus_tool.match.passages import found_in, passages, portions, shared_documents, shared_in

__all__ = [
    "Bank",
    "Known",
    "Query",
    "candidates",
    "compare",
    "found_in",
    "group",
    "passages",
    "portions",
    "shared_documents",
    "shared_in",
]
