"""What is said unusually often, beside what, and where: word counts only, no model.

Every figure compares documents of the pile at hand with one another; none is carried to another pile.
"""

from __future__ import annotations

from corpus_tool.discourse.collocates import Collocate, collocates
from corpus_tool.discourse.keyness import Keyword, keyness
from corpus_tool.discourse.kwic import Line, kwic

__all__ = ["Collocate", "Keyword", "Line", "collocates", "keyness", "kwic"]
