"""The same thing in other words? Relation, and apart from it what differs, with reasons."""

from __future__ import annotations

from corpus_tool.match.compare.judge import compare_views
from corpus_tool.match.compare.portions import compared_in, portions
from corpus_tool.match.compare.sides import compare, compare_many, laid_out
from corpus_tool.match.compare.view import View, views
from corpus_tool.match.compare.wording import Piece

__all__ = [
    "Piece", "View", "compare", "compare_many", "compare_views", "compared_in", "laid_out", "portions", "views",
]  # fmt: skip
