"""Where it came from: derivations with evidence, independent origins, flags.

One way through: `references` (who names whom), `links` (which document took from which),
`chain_of` (one claim from telling to telling), `origins`, `flags`; `trace` composes them.
"""

from corpus_tool.provenance.ask import ClaimTrace, FlagReason, trace_claim, why_flag
from corpus_tool.provenance.derive import derive
from corpus_tool.provenance.flags import FLAGS, flags
from corpus_tool.provenance.notes import note_effect
from corpus_tool.provenance.origins import Origin, origins
from corpus_tool.provenance.story import DocumentStory, show_document, stories
from corpus_tool.provenance.trace import Provenance, trace

__all__ = [
    "FLAGS",
    "ClaimTrace",
    "DocumentStory",
    "FlagReason",
    "Origin",
    "Provenance",
    "derive",
    "flags",
    "note_effect",
    "origins",
    "show_document",
    "stories",
    "trace",
    "trace_claim",
    "why_flag",
]
