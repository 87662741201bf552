"""What both paths hand to the grader: three spans and the rule that found them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus_tool.models import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An attribution before it is graded. Offsets count in the document's text.

    Attributes:
        rule: Name of the pattern that found it, for tests and for the reader.
        name: A source's own name where the pattern knows it better than the span ("the site X").
        verdict: A kind the pattern is sure of ("lost", "vague"), else empty.
        antecedent: What "who", "which" or "that" stands for, where the source is one of them.
        common: The source's first word has its capital from the sentence, not from a name.
    """

    source: Span | None = None
    cue: Span | None = None
    content: Span | None = None
    rule: str
    name: str | None = None
    verdict: str = ""
    common: bool = False
    antecedent: Span | None = None

    @property
    def start_of_cue(self) -> int:
        """Where the cue begins; where the first part does, if there is none."""
        return self.cue.start if self.cue is not None else self.start

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return min(span.start for span in (self.source, self.cue, self.content) if span is not None)

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return max(span.end for span in (self.source, self.cue, self.content) if span is not None)
