"""Agentless passives: "the dam was opened", where nobody is said to have opened it.

Read from the dependency parse: a verb with a passive subject (``nsubjpass``,
``csubjpass``) and no "by" phrase that names who did it.

Source of the category: Fowler, Language in the News (1991), ch. 5; the count is that of
Universal Dependencies, a verb with ``nsubj:pass`` and no ``obl`` marked by "by".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus_tool.extract.nlp import parse
from corpus_tool.extract.sentences import sentences
from corpus_tool.models import Span

_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passive:
    """One agentless passive.

    Attributes:
        start, end: From the first auxiliary to the participle.
        verb: The participle alone.
        subject: The passive subject's phrase.
    """

    start: int
    end: int
    verb: Span
    subject: Span


def passives(text: str) -> tuple[Passive, ...]:
    """Agentless passives of a text, in order; offsets count in ``text``."""
    spans = sentences(text)
    docs = parse([text[span.start : span.end] for span in spans])
    return tuple(item for span, doc in zip(spans, docs, strict=True) for item in _of(doc, span.start))


def passives_of(texts: Sequence[str]) -> list[tuple[Passive, ...]]:
    """`passives` for sentences that are already cut: each text is one sentence."""
    return [tuple(_of(doc, 0)) for doc in parse(list(texts))]


def _of(doc: Any, base: int) -> list[Passive]:
    return [
        _passive(token, subject, base)
        for token in doc
        if (subject := _subject(token)) is not None and not _agent(token)
    ]


def _subject(token: Any) -> Any | None:
    return next((child for child in token.children if child.dep_ in _PASSIVE_SUBJECTS), None)


def _agent(token: Any) -> bool:
    """Whether a "by" phrase on the verb names who did it; "by doing so" says how."""
    return any(
        (child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"))
        and any(inner.dep_ == "pobj" for inner in child.children)
        for child in token.children
    )


def _passive(token: Any, subject: Any, base: int) -> Passive:
    first = min(
        [
            token.i,
            *(
                child.i
                for child in token.children
                if child.dep_ in ("auxpass", "aux", "neg") and child.i < token.i
            ),
        ]
    )
    phrase = list(subject.subtree)
    doc = token.doc
    return Passive(
        start=base + doc[first].idx,
        end=base + token.idx + len(token),
        verb=Span(start=base + token.idx, end=base + token.idx + len(token)),
        subject=Span(start=base + phrase[0].idx, end=base + phrase[-1].idx + len(phrase[-1])),
    )
