"""What a text states: mentions with their kinds, values, certainty and sources.

`mentions` reads one document, `mentions_of` a batch (the map of the pipeline).
"""

from corpus_tool.extract.blocks import blocks
from corpus_tool.extract.certainty import certainty
from corpus_tool.extract.mentions import mentions, mentions_of
from corpus_tool.extract.sentences import sentences

__all__ = ["blocks", "certainty", "mentions", "mentions_of", "sentences"]
