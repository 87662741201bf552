"""How widely a statement reaches: one, some, most, all, or nothing said."""

from __future__ import annotations

from corpus_tool.extract.lexicon import Hit, hits
from corpus_tool.extract.tokens import Tokens

_RANK = {"one": 0, "some": 1, "most": 2, "all": 3}
_NARROWING = frozenset({"not", "nearly", "almost"})
_ORDER_WORDS = frozenset(
    {"after", "above", "first", "of", "at", "day", "time", "kinds", "year", "week", "month"}
)


def scope(words: Tokens) -> str | None:
    """Breadth of the first quantified subject, or the widest word where none stands first."""
    found = [hit for hit in hits(words, "scopes.tsv") if not _idle(words, hit)]
    if not found:
        return None
    return _narrowed(words, found[0])


def _idle(words: Tokens, hit: Hit) -> bool:
    """Cases like "after all", "at all", "all day", "one another": no quantity of people or things."""
    before = words.words[hit.start - 1] if hit.start else ""
    after = words.words[hit.end] if hit.end < len(words) else ""
    if hit.term.words in (("all",), ("every",), ("each",)):
        return before in {"after", "above", "at", "in", "of"} or after in {
            "day",
            "time",
            "other",
            "year",
            "week",
            "month",
        }
    if hit.term.words == ("one",):
        return before in {"no", "this", "that", "the", "which", "each", "any"} or after in {
            "another",
            "day",
            ",",
        }
    if hit.term.words == ("any",):
        return hit.start > 0 and before in {"not", "without", "if", "of", "in"}
    return False


def _narrowed(words: Tokens, hit: Hit) -> str:
    before = words.words[hit.start - 1] if hit.start else ""
    label = hit.term.label
    if before == "not" and label == "all":
        return "some"
    if before in ("nearly", "almost") and label == "all":
        return "most"
    return label
