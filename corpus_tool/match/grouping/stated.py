"""What a wording states, apart from how sure its speaker says they are: certainty is no part of a claim's identity."""

from __future__ import annotations

from corpus_tool.models import Mention

_ENDS = ' .,;!?"”’)'
_STOPS = " ,;–—("
_TIES = frozenset({"or", "so", "and", "but"})
"""Words that tie such a comment on."""
_CONTENT_SHARE = 0.4
"""Of the mention: less is a scrap that the source was asked about, not the statement."""
_SHORTEST = 25


def stated(mention: Mention) -> str:
    """A wording without what its speaker adds of how sure they are: ", or so I gather", "From what I hear, …"."""
    first, last = 0, len(mention.text)
    for hedge in mention.hedges:
        start, end = hedge.start - mention.start, hedge.end - mention.start
        if not mention.text[end:last].strip(_ENDS):
            last = start
        elif not mention.text[first:start].strip() and mention.text[end : end + 1] == ",":
            first = end + 1
    if (first, last) == (0, len(mention.text)):
        return mention.text
    words = mention.text[first:last].split()
    while words and words[-1].casefold() in _TIES:
        words.pop()
    bare = " ".join(words).rstrip(_STOPS)
    return bare if " " in bare else mention.text


def unattributed(mention: Mention) -> str:
    """What the mention states, where its source stands apart at one end of it; else the whole of it."""
    content = mention.attribution.content
    if content is None:
        return mention.text
    start, end = max(content.start, mention.start), min(content.end, mention.end)
    if end - start < _CONTENT_SHARE * (mention.end - mention.start) or end - start < _SHORTEST:
        return mention.text
    words = mention.text[start - mention.start : end - mention.start]
    return words.removeprefix("that ").strip(' ,“”"')
