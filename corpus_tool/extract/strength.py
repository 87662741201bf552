"""How strong a causal relation a wording states.

Scale of Sumner et al. (BMJ 2014;349:g7015) as used for press releases: 0 none, 1 association,
2 conditional cause ("may lower"), 3 cause ("lowers").
"""

from __future__ import annotations

from corpus_tool.extract.lexicon import Hit, hits
from corpus_tool.extract.tokens import Tokens

NONE, ASSOCIATION, CONDITIONAL, CAUSE = 0, 1, 2, 3
_MODALS = frozenset(
    {
        "may",
        "might",
        "could",
        "can",
        "would",
        "potential",
        "potentially",
        "possibly",
        "likely",
        "perhaps",
        "probably",
        "should",
        "suggest",
        "suggests",
        "appears",
        "appear",
        "seems",
        "promising",
        "thought",
        "believed",
        "suspected",
        "suspect",
        "feared",
        "threatens",
        "threaten",
        "hypothesised",
        "hypothesized",
        "hints",
        "suggested",
        "suggesting",
        "maybe",
        "whether",
    }
)
_NOUN_BEFORE = frozenset({"the", "a", "an", "of", "this", "these", "in", "and", "no", "significant", "with"})
_REACH = 8
_LISTS = ("strength.tsv", "causes.tsv")


def strength(words: Tokens) -> int:
    """Causal strength of the strongest relation stated: 0 to 3."""
    best = NONE
    for hit in (hit for name in _LISTS for hit in hits(words, name)):
        if hit.term.label == "association":
            best = max(best, NONE if _names_no_link(words, hit) else ASSOCIATION)
        elif not _is_noun(words, hit.start):
            modal = _MODALS.intersection(words.words[max(0, hit.start - _REACH) : hit.start])
            best = max(best, CONDITIONAL if modal else CAUSE)
    return best


def _names_no_link(words: Tokens, hit: Hit) -> bool:
    """Cases like "no link between" and "the report": none is stated, or a paper is meant."""
    before = words.words[max(0, hit.start - 2) : hit.start]
    paper = hit.term.words in (("report",), ("show",)) and _is_noun(words, hit.start)
    return paper or "no" in before


def _is_noun(words: Tokens, at: int) -> bool:
    """Cases like "the increase", "a change": a noun, which states no cause by itself."""
    return at > 0 and words.words[at - 1] in _NOUN_BEFORE and not words.words[at].endswith("ing")
