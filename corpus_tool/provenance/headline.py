"""How a headline differs from its source's, or says more than its own text."""

from __future__ import annotations

from collections.abc import Sequence

from corpus_tool.models import Document
from corpus_tool.provenance.dates import before
from corpus_tool.provenance.names import title_key
from corpus_tool.provenance.notes import content_words

_SAME = 0.5
"""Share of the shorter headline's content words from which two headlines are versions of one."""


def altered_headline(document: Document, sources: Sequence[Document]) -> tuple[str, ...]:
    """Sentences on a headline that was changed on the way, or that says what the text does not.

    Args:
        document: Whose headline it is.
        sources: The documents it took text from.
    """
    if not document.title:
        return ()
    sentences = [sentence for source in sources for sentence in _against(document, source)]
    return (*sentences, *_beyond_text(document))


def _against(document: Document, source: Document) -> list[str]:
    ours, theirs = title_key(document.title or ""), title_key(source.title or "")
    if not theirs or ours == theirs or before(document.published, source.published):
        return []
    if ours.startswith(theirs + " "):
        extra = ours[len(theirs) + 1 :]
        return [f"Its headline is that of the text it shares, “{source.title}”, with “{extra}” added."]
    mine, other = content_words(document.title or ""), content_words(source.title or "")
    if len(mine & other) >= _SAME * max(1, min(len(mine), len(other))):
        return [f"Its headline (“{document.title}”) rewords that of the text it shares (“{source.title}”)."]
    return []


def _beyond_text(document: Document) -> list[str]:
    """Figures and names in the headline that the text never gives."""
    missing = sorted(
        w for w in content_words(document.title or "") - content_words(document.text) if w[0].isdigit()
    )
    if not missing or not document.text:
        return []
    return [f"Its headline gives a figure ({', '.join(missing)}) that its text does not."]
