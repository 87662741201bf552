"""Statements outside a claim that may tell the same: what grouping may have left out of it.

A claim is made by grouping wordings, and grouping leaves tellings out. "None of them names a source"
and "all go back to one" are said of every telling; so before a flag says it, the pile is asked whether
a statement that stands outside the claim is as like its tellings as to be one of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from corpus_tool.models import Mention, Pair
from corpus_tool.provenance.notes import content_words

_TOLD = frozenset({"verbatim", "near_copy", "paraphrase"})
_SHARED = 3
"""Words of matter that two statements must share."""
_HALF = 0.5
"""Share of the shorter one's matter that must be in the other. Measured on tuning worlds of known history, four in
five statements that are so alike tell the same; from a third on it is one in three."""
_COMMON = 400
"""Different wordings with one word from which the word is a topic and tells two statements apart no longer."""
_MOST = 60
"""Tellings of one claim whose likes are looked for."""


class Wordings:
    """The statements of a pile by the words they use; made when it is first asked for."""

    def __init__(self, mentions: Mapping[str, Mention]) -> None:
        """Keep the mentions, by id and in order of id."""
        self._mentions = mentions

    @cached_property
    def _rows(self) -> tuple[tuple[frozenset[str], tuple[Mention, ...]], ...]:
        same: dict[frozenset[str], list[Mention]] = defaultdict(list)
        for mention in self._mentions.values():
            same[matter(mention)].append(mention)
        return tuple((words, tuple(ms)) for words, ms in same.items() if len(words) >= _SHARED)

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for number, (words, _) in enumerate(self._rows):
            for word in words:
                places[word].append(number)
        return places

    def like(self, told: Iterable[Mention]) -> Iterator[Mention]:
        """Statements that share half their matter with one of ``told``; these themselves are among them."""
        seen: set[int] = set()
        for words in dict.fromkeys(matter(m) for m in told):
            shared: Counter[int] = Counter()
            for word in words:
                numbers = self._places.get(word, ())
                if len(numbers) <= _COMMON:
                    shared.update(numbers)
            for number, count in shared.items():
                known = self._rows[number][0]
                if count >= max(_SHARED, _HALF * min(len(words), len(known))):
                    seen.add(number)
        for number in sorted(seen):
            yield from self._rows[number][1]


def matter(mention: Mention) -> frozenset[str]:
    """What a statement is about: its words of matter, without those of the source it names."""
    source = mention.attribution.source
    named = content_words(source.text) if source is not None else frozenset()
    return content_words(mention.text) - named


def outside(
    wordings: Wordings,
    mentions: Mapping[str, Mention],
    pairs_of: Mapping[str, Sequence[Pair]],
    told: Sequence[Mention],
    own: frozenset[str],
) -> tuple[Mention, ...]:
    """Statements that are not of a claim and may tell it, by id.

    Args:
        wordings: All statements of the pile, by their words.
        mentions: The same by id.
        pairs_of: Mention id to its compared pairs.
        told: The claim's tellings.
        own: The ids of all its mentions.
    """
    found = {m.id: m for m in wordings.like(told[:_MOST])}
    for mention in told[:_MOST]:
        for pair in pairs_of.get(mention.id, ()):
            if pair.comparison.relation in _TOLD and not pair.comparison.value_conflict:
                other = mentions[pair.right_id if pair.left_id == mention.id else pair.left_id]
                found[other.id] = other
    said = {m.polarity for m in told}
    return tuple(
        found[key]
        for key in sorted(found)
        if key not in own and found[key].polarity in said and len(matter(found[key])) >= _SHARED
    )
