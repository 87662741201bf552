"""What stands like a statement and states nothing by itself: headings that announce, captions, labels, header rows."""

from __future__ import annotations

from corpus_tool.extract.blocks import is_furniture
from corpus_tool.extract.claim_forms import RELATIVE_OPENERS
from corpus_tool.extract.statement import Statement
from corpus_tool.extract.tokens import Tokens
from corpus_tool.extract.verbs import first_finite, past_forms

_HEADED = ("title", "heading")
_ANNOUNCING = frozenset({"why", "how", "what", "where", "who", "whose", "which", "whether"})
_CAPTIONS = frozenset({
    "table", "figure", "fig", "chart", "graph", "map", "photo", "picture", "image", "illustration", "graphic",
})  # fmt: skip
_LABEL_REACH = 4
_CONTACTS = frozenset({
    "helpline", "hotline", "phone", "telephone", "tel", "fax", "mobile", "email", "e-mail", "contact", "call", "switchboard",
})  # fmt: skip
_CONTRASTS = frozenset({"while", "although", "though", "whereas"})
_PHRASE = 3
"""Words; a shorter line of furniture is told by its block."""
_STILL = frozenset({"still", "not", "no", "once", "now", "only", "mostly", "long"})


def is_fragment(statement: Statement) -> bool:
    """Whether the words name, label or announce, and leave it to others to state something."""
    words = statement.words
    if _is_label(words) or _is_dated(words):
        return True
    if statement.place in _HEADED:
        return _announces(words)
    if statement.place == "table_row" and _heads_columns(statement):
        return True
    return _hangs(words) or _speaks_of_page(words) or (statement.look.size >= _PHRASE and is_furniture(words))


def _announces(words: Tokens) -> bool:
    """Cases like "Why the bridge sways", "Teachers' pay: how the regions compare": what the text will tell.

    In "What he said was wrong" a past form stands right before the verb of the main clause.
    """
    start = _behind_colon(words)
    if start >= len(words) or words.words[start] not in _ANNOUNCING:
        return False
    if first_finite(words, 0, start) >= 0:
        return False
    verb = first_finite(words, start + 1, len(words))
    return verb < 0 or (words.words[verb - 1] not in past_forms() and _second(words, verb) < 0)


def _behind_colon(words: Tokens) -> int:
    return words.words.index(":") + 1 if ":" in words.words else 0


def _second(words: Tokens, verb: int) -> int:
    """The verb of a main clause behind the first verb with its auxiliaries, or -1."""
    at = verb + 1
    while at < len(words) and (words.words[at].endswith("ly") or _goes_on(words, at)):
        at += 1
    found = first_finite(words, at, len(words))
    return -1 if found >= 0 and not RELATIVE_OPENERS.isdisjoint(words.words[at:found]) else found


def _goes_on(words: Tokens, at: int) -> bool:
    """Whether token ``at`` belongs to the verb before it ("has been", "will have")."""
    return words.words[at] in _AUXILIARY_TAILS


_AUXILIARY_TAILS = frozenset({"be", "been", "being", "have", "has", "not", "to", "do"})


def _is_label(words: Tokens) -> bool:
    """Cases like "Table 2: Permits issued, by year", "Helpline: 0800 555 210"."""
    first = words.words[0]
    mark = next((at for at in range(1, min(len(words), _LABEL_REACH)) if words.words[at] in ":.|"), -1)
    if mark < 0:
        return False
    if words.words[mark] == ":" and not _CONTACTS.isdisjoint(words.words[:mark]):
        return first_finite(words, mark + 1, len(words)) < 0
    return first in _CAPTIONS and _names(words, mark + 1)


def _names(words: Tokens, start: int) -> bool:
    """Whether a caption names what is shown: no verb, or a participle and no figure."""
    verb = first_finite(words, start, len(words))
    if verb < 0:
        return True
    figures = any(word[:1].isdigit() for word in words.words[start:])
    return words.words[verb] in past_forms() - _BE_AND_HAVE and not figures


def _heads_columns(statement: Statement) -> bool:
    """The row of a table that says what its columns hold."""
    words = statement.words
    verb = first_finite(words, 0, len(words))
    return statement.look.figures == 0 and (verb < 0 or words.words[verb] in past_forms() - _BE_AND_HAVE)


_BE_AND_HAVE = frozenset({"was", "were", "had", "did"})


def _is_dated(words: Tokens) -> bool:
    """Cases like "Published 4 March 2019 | Updated 6 March 2019": when the page was made."""
    dated = words.words[0] in _DATED or words.words[:2] == ("last", "updated")
    return (
        dated and words.words[-1][:1].isdigit() and first_finite(words, 2, len(words)) in _later_dates(words)
    )


def _later_dates(words: Tokens) -> tuple[int, ...]:
    return (-1, *[at for at, word in enumerate(words.words) if word in _DATED])


_DATED = frozenset({"published", "updated", "posted", "modified"})


def _speaks_of_page(words: Tokens) -> bool:
    """Cases like "Readers are invited to write in", "What follows rests on …", "So this is how you do it"."""
    low = words.words
    if low[:2] == ("what", "follows"):
        return True
    return any(_phrase_at(low, at) for at in range(len(low) - 3))


def _phrase_at(low: tuple[str, ...], at: int) -> bool:
    first, second, third, fourth = low[at : at + 4]
    if first in _BE and second in _INVITED and third == "to":
        return not _READERS.isdisjoint(low[:at])
    if first in ("this", "that") and second == "is":
        return third in ("how", "why", "what") and fourth == "you"
    return first in _BE and (second, third) == ("on", "page") and low[0] in _ITS_PARTS


_BE = frozenset({"is", "are"})
_INVITED = frozenset({"invited", "welcome", "encouraged"})
_READERS = frozenset({"readers", "you", "anyone", "everyone", "all", "everybody", "listeners", "viewers"})
_ITS_PARTS = frozenset({"your", "our", "more", "story", "letters", "results", "answers"})


def _hangs(words: Tokens) -> bool:
    """Cases like "While still publicly owned, at least on paper.": a contrast without its clause."""
    low = words.words
    if low[0] not in _CONTRASTS or low[-1] not in ".!…" or len(words) < 3:
        return False
    subjectless = low[1] in _STILL or low[1].endswith("ly")
    rest = first_finite(words, low.index(",") + 1, len(words)) if "," in low else -1
    return subjectless and rest < 0
