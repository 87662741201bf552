"""Where a passage begins and ends: at the sentence's edge, where only a word or two is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus_tool.match.passages.anchors import Anchor
from corpus_tool.match.passages.chains import Chain
from corpus_tool.match.passages.tokens import spans
from corpus_tool.models import PassageSide

_BOUNDARY = re.compile(r"[.!?…:;\n•\u2028\u2029]")
_CLOSING = re.compile(r"[.!?…,;:%)\]}\"'”’»]{1,4}")
_OPENING = "\"'“‘«([{"
SLACK = 3
TAIL = 3
"""So many shared words of another sentence are chance; more may be its beginning, taken along."""


def starts_sentence(text: str, word: int) -> bool:
    """Whether a sentence or line begins with the word."""
    words = spans(text)
    return word == 0 or _BOUNDARY.search(text, words.ends[word - 1], words.starts[word]) is not None


def ends_sentence(text: str, word: int) -> bool:
    """Whether a sentence or line ends with the word."""
    return word + 1 >= len(spans(text).starts) or starts_sentence(text, word + 1)


def back_to_start(text: str, word: int, floor: int) -> int | None:
    """The sentence's first word if it is at most `SLACK` words before ``word`` and not before ``floor``."""
    for at in range(word, max(floor, word - SLACK) - 1, -1):
        if starts_sentence(text, at):
            return at
    return None


def on_to_end(text: str, word: int, ceiling: int) -> int | None:
    """One past the sentence's last word, if at most `SLACK` words follow ``word``, none from ``ceiling``."""
    for at in range(word, min(ceiling, word + SLACK + 1)):
        if ends_sentence(text, at):
            return at + 1
    return None


def settled(chain: Chain, left: str, right: str) -> Chain:
    """The chain without the few words that it holds of the sentence before its first, or behind its last.

    Where a whole sentence ends in both texts, "The" in the next ones is chance.
    """
    anchors = _without_tail(list(chain.anchors), left, right)
    anchors = _without_head(anchors, left, right)
    return Chain(tuple(anchors)) if anchors else chain


def _without_tail(anchors: list[Anchor], left: str, right: str) -> list[Anchor]:
    last = anchors[-1]
    if ends_sentence(left, last.left_end - 1) and ends_sentence(right, last.right_end - 1):
        return anchors
    for words in range(1, min(TAIL, _words(anchors) - 1) + 1):
        kept = _shortened(anchors, words)
        end = kept[-1]
        if ends_sentence(left, end.left_end - 1) and ends_sentence(right, end.right_end - 1):
            return kept
    return anchors


def _without_head(anchors: list[Anchor], left: str, right: str) -> list[Anchor]:
    first = anchors[0]
    if starts_sentence(left, first.left) and starts_sentence(right, first.right):
        return anchors
    for words in range(1, min(TAIL, _words(anchors) - 1) + 1):
        kept = _beheaded(anchors, words)
        if starts_sentence(left, kept[0].left) and starts_sentence(right, kept[0].right):
            return kept
    return anchors


def _words(anchors: Sequence[Anchor]) -> int:
    return sum(anchor.length for anchor in anchors)


def _shortened(anchors: Sequence[Anchor], words: int) -> list[Anchor]:
    """Less the last shared words."""
    kept = list(anchors)
    while words >= kept[-1].length:
        words -= kept.pop().length
    kept[-1] = Anchor(kept[-1].left, kept[-1].right, kept[-1].length - words)
    return kept


def _beheaded(anchors: Sequence[Anchor], words: int) -> list[Anchor]:
    """Less the first shared words."""
    kept = list(anchors)
    while words >= kept[0].length:
        words -= kept.pop(0).length
    return [kept[0].without(words), *kept[1:]]


def side(document_id: str, text: str, words: Sequence[int]) -> PassageSide:
    """The characters of a word range, with the punctuation that closes it."""
    places = spans(text)
    start, end = places.starts[words[0]], places.ends[words[1] - 1]
    limit = places.starts[words[1]] if words[1] < len(places.starts) else len(text)
    closing = _CLOSING.match(text, end, limit)
    end = closing.end() if closing else end
    floor = places.ends[words[0] - 1] if words[0] else 0
    while start > floor and text[start - 1] in _OPENING:
        start -= 1
    return PassageSide(document_id=document_id, start=start, end=end, text=text[start:end])
