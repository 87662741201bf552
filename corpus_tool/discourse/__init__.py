"""What is said unusually often, beside what, and where; and how a source writes.

Keywords compare documents of the pile at hand with one another, and are not carried to another pile.
Profiles are rates of words and forms, and can be set beside those of other piles.
"""

from __future__ import annotations

from corpus_tool.discourse.collocates import Collocate, collocates
from corpus_tool.discourse.keyness import Keyword, keyness
from corpus_tool.discourse.kwic import Line, kwic
from corpus_tool.discourse.profile import Profile, Reading, profiles

__all__ = ["Collocate", "Keyword", "Line", "Profile", "Reading", "collocates", "keyness", "kwic", "profiles"]
