"""Who is said to have said what: source, cue, content, and how far one could check it.

The verbs of the room: `attributions` (all of a document), `credits` (the document's own
acknowledgements), `judge` (kind and grade of one source phrase, with the reason).
"""

from corpus_tool.extract.attribution.document import attributions
from corpus_tool.extract.attribution.document_credits import credits  # noqa: A004 - the contract's word
from corpus_tool.extract.attribution.grade import judge
from corpus_tool.extract.attribution.judgement import Judgement

__all__ = ["Judgement", "attributions", "credits", "judge"]
