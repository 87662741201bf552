"""How often a text leaves its doers out, hedges and boosts: plain counts, for a profile of who wrote it."""

from __future__ import annotations

from collections import Counter

from corpus_tool.extract.lexicon import hits
from corpus_tool.extract.passives import passives_of
from corpus_tool.extract.sentences import sentences
from corpus_tool.extract.tokens import tokens


def tone(text: str) -> dict[str, int]:
    """Counts of a text: ``agentless_passives``, ``hedges``, ``boosters``.

    The passives are read from the parse, the cues from the lists that weigh certainty.
    """
    cut = [text[span.start : span.end] for span in sentences(text)]
    counts = Counter({"agentless_passives": sum(map(len, passives_of(cut))), "hedges": 0, "boosters": 0})
    for sentence in cut:
        words = tokens(sentence)
        counts["hedges"] += len(hits(words, "hedges.tsv"))
        counts["boosters"] += len(hits(words, "boosters.tsv"))
    return dict(counts)
