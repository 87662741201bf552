"""Clauses of a sentence that state something each: their own spans, in order.

Split at semicolons; at coordinators and contrast words before a clause with its own subject
and verb; after a fronted "While A, …"; at a closing ", which is …". What hangs on a condition
stays with it, since "if A, B" is one statement.
"""

from __future__ import annotations

from itertools import pairwise

from corpus_tool.extract.tokens import Tokens, is_word
from corpus_tool.extract.verbs import first_finite, is_base_verb, past_forms, word_class
from corpus_tool.models import Span

_COORDINATORS = frozenset({"and", "but", "so", "yet", "or"})
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})
_FRONTED = _CONTRASTS | {"even"}
_RELATIVES = frozenset({"which"})
_SUBORDINATORS = frozenset({"if", "when", "once", "after", "before", "unless", "until"})
_CORRELATES = frozenset({"not", "only", "just", "merely", "both", "either", "neither"})
_ADVERBS = frozenset(
    {"then", "also", "now", "therefore", "thus", "still", "soon", "later", "eventually", "in"}
)
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_RELATIVE_WORDS = frozenset({"that", "which", "who", "whose"})
_ANTECEDENTS = frozenset({"those", "people", "anyone", "everyone", "that", "whoever"})
_AFTER = frozenset({"after"})
_COMING = frozenset({
    "will", "would", "shall", "should", "must", "may", "might", "can", "could", "if", "when", "unless", "never", "not", "only",
    "always", "usually", "often",
})  # fmt: skip
"""Where one of these stands, what comes "after" is a condition, or the time of a habit."""
_CUTTING = _COORDINATORS | _CONTRASTS | _RELATIVES | _AFTER
_CUT_AFTER = frozenset(";:–—")
_DASHES = frozenset("–—")
_MARKS = frozenset('"“”')
_SPOKEN = 16
"""Words of a quotation that is one statement with its speaker; longer ones state several things."""
_SHORTEST = 3
_SUBJECT_REACH = 9
_TAIL = 3
"""Words after "so" that are a comment at a sentence's end, as in "so I am told"."""


def clauses(words: Tokens) -> list[Span]:
    """Spans (offsets in ``words.text``) of the sentence's clauses; one span where it is one statement."""
    cuts = _cuts(words)
    if not cuts:
        return [Span(start=0, end=len(words.text))]
    edges = [0, *cuts, len(words)]
    ranges = [_bare(words, first, last) for first, last in pairwise(edges)]
    kept = [piece for piece in ranges if piece.end - piece.start >= _SHORTEST]
    if len(kept) < 2:
        return [Span(start=0, end=len(words.text))]
    return [Span(start=words.starts[piece.start], end=words.ends[piece.end - 1]) for piece in kept]


def _bare(words: Tokens, first: int, last: int) -> Span:
    """The token range without a leading coordinator and trailing separator."""
    while first < last and (words.words[first] in _COORDINATORS | _AFTER or words.words[first] in ",;–—-:"):
        if first == 0:
            break
        first += 1
    while last > first and words.words[last - 1] in ",;–—-:":
        last -= 1
    return Span(start=first, end=last)


def _cuts(words: Tokens) -> list[int]:
    """Token indices at which a new clause begins."""
    cuts: list[int] = []
    depth = 0
    opening = _fronted(words)
    begin = 0
    dashes = [at for at, word in enumerate(words.words) if word in _DASHES]
    inserted = range(dashes[0], dashes[1]) if len(dashes) == 2 else range(0)
    said = _short_speech(words)
    for at, word in enumerate(words.words):
        if word in _OPEN:
            depth += 1
        elif word in _CLOSE:
            depth = max(0, depth - 1)
        elif at in said:
            continue  # "We met once, and there was no offer," he said: half a quotation is no statement
        elif at in inserted:
            continue  # "if they do this — post A, or report B — it falls": the insertion stays where it is
        elif at > 1 and depth == 0 and (at == opening or (_may_open(words, at) and _opens(words, at, begin))):
            cuts.append(at)
            begin = at
    return cuts


def _short_speech(words: Tokens) -> range:
    """The tokens inside the one short quotation of a sentence that has other words too; empty where there is none."""
    marks = [at for at, word in enumerate(words.words) if word in _MARKS]
    if len(marks) != 2 or words.words[marks[0]] == "”" or not 0 < marks[1] - marks[0] <= _SPOKEN:
        return range(0)
    outside = len(words) - (marks[1] - marks[0] + 1)
    return range(marks[0] + 1, marks[1]) if outside >= _SHORTEST else range(0)


def _fronted(words: Tokens) -> int:
    """Where the main clause begins after "While A, …", or -1."""
    if len(words) < 6 or words.words[0] not in _FRONTED:
        return -1
    if words.words[0] == "even" and words.words[1] not in _CONTRASTS:
        return -1
    if words.words[1].endswith("ing") and first_finite(words, 1, min(len(words), 6)) < 0:
        return -1
    for at, word in enumerate(words.words):
        if word == "," and at >= _SHORTEST and _own_clause(words, at + 1):
            return at + 1
    return -1


def _may_open(words: Tokens, at: int) -> bool:
    """A cheap test before `_opens`."""
    return words.words[at] in _CUTTING or words.words[at - 1] in _CUT_AFTER


def _opens(words: Tokens, at: int, begin: int) -> bool:
    """Whether a new clause opens at token ``at``."""
    word, before = words.words[at], words.words[at - 1]
    if before == ";":
        return _own_clause(words, at)
    if not _complete(words, begin, at):
        return False
    if before in "–—:":
        hanging = before != ":" and not _SUBORDINATORS.isdisjoint(words.words[begin:at])
        return not hanging and len(words) - at > _SHORTEST and _own_clause(words, at)
    if word in _COORDINATORS:
        return _coordinated(words, at, begin)
    if word in _RELATIVES:
        return before == "," and _closing_relative(words, at)
    return (word in _AFTER and _tells_what_came_before(words, at, begin)) or (
        word in _CONTRASTS and _own_clause(words, at + 1)
    )


def _tells_what_came_before(words: Tokens, at: int, begin: int) -> bool:
    """Cases like "the pier was shut after two boats had sunk": what closes the sentence happened too."""
    if not _COMING.isdisjoint(words.words[begin:at]) or "," in words.words[at:]:
        return False
    finite = first_finite(words, at + 1, min(len(words), at + 1 + _SUBJECT_REACH))
    return (
        finite > at + 1
        and words.words[finite] in past_forms()
        and _plain_subject(words, at + 1, reach=_SUBJECT_REACH)
    )


def _complete(words: Tokens, begin: int, at: int) -> bool:
    return at - begin >= _SHORTEST and first_finite(words, begin, at) >= 0


def _coordinated(words: Tokens, at: int, begin: int) -> bool:
    if words.words[begin] in _SUBORDINATORS:
        return False  # "if A and B, C" is one statement
    following = words.words[at + 1] if at + 1 < len(words) else ""
    comma = words.words[at - 1] == ","
    if (
        words.words[at] == "but"
        and any(word in _CORRELATES for word in words.words[begin:at])
        and following == "if"
    ):
        return False
    if words.words[at] == "so" and following in ("that", "much", "many", "far"):
        return False
    if _comment(words, at):
        return False
    if _in_condition(words, begin, at) and following not in ("it", "they", "he", "she", "we", "the", "this"):
        return False
    return _own_clause(words, at + 1, strict=not comma)


def _comment(words: Tokens, at: int) -> bool:
    """Cases like ", or so I gather" and ", so they say": what the speaker adds is no statement of its own."""
    if words.words[at] == "or":
        return "so" in words.words[at + 1 : at + 2]
    rest = [word for word in words.words[at + 1 : at + 5] if is_word(word)]
    return words.words[at] == "so" and (words.words[at - 1] == "or" or len(rest) <= _TAIL)


def _in_condition(words: Tokens, begin: int, at: int) -> bool:
    return "if" in words.words[begin:at] and "," not in words.words[begin:at]


def _own_clause(words: Tokens, at: int, *, strict: bool = False) -> bool:
    """Whether a subject and a finite verb follow from token ``at`` on.

    Args:
        words: The sentence.
        at: Where the clause would begin.
        strict: Without a comma before it only a plain subject right before its verb counts.
    """
    while at < len(words) and words.words[at] in _ADVERBS and words.words[at] != "in":
        at += 1
    if at >= len(words) - 1:
        return False
    first = words.words[at]
    kind = word_class(first)
    if kind == "subjverb":
        return True
    if first in _SUBORDINATORS or kind == "prep":
        return _after_front(words, at, strict=strict, phrase=kind == "prep")
    if kind in ("conj", "sub", "neg") or not is_word(first):
        return False
    return _plain_subject(words, at, reach=4 if strict else _SUBJECT_REACH) and (
        not strict or kind in ("pron", "det", "poss")
    )


def _after_front(words: Tokens, at: int, *, strict: bool, phrase: bool) -> bool:
    """Cases like "if A, B" and "by 2020 the system is": the clause stands after its front."""
    comma = _find(words, ",", at, at + 12 if phrase else None)
    if comma > 0 and _own_clause(words, comma + 1):
        return not strict or phrase
    return phrase and not strict and first_finite(words, at + 2, min(len(words), at + _SUBJECT_REACH)) > 0


def _plain_subject(words: Tokens, at: int, *, reach: int) -> bool:
    """Whether a finite verb follows soon, with nothing between but its subject."""
    finite = first_finite(words, at, min(len(words), at + reach))
    between = words.words[at:finite]
    if finite <= at or "," in between or words.words[at].endswith("ing"):
        return False
    return words.words[at] in _ANTECEDENTS or _RELATIVE_WORDS.isdisjoint(between)


def _closing_relative(words: Tokens, at: int) -> bool:
    """A ", which …" that runs to the end of the sentence and states something itself."""
    finite = first_finite(words, at + 1, min(len(words), at + 7))
    plain = at + 2 < len(words) and is_base_verb(words.words[at + 1])  # "which run all the lines"
    if (finite < 0 and not plain) or len(words) - at < 5:
        return False
    comma = _find(words, ",", at)
    return comma < 0 or first_finite(words, comma + 1, min(len(words), comma + 2)) < 0


def _find(words: Tokens, mark: str, start: int, end: int | None = None) -> int:
    try:
        return words.words.index(mark, start, len(words) if end is None else end)
    except ValueError:
        return -1
