"""Attribution against PolNeAR (news, brat standoff): ``python -m benchmarks.quotes [train] [every]``.

Scored on every annotation file of the split. *Sentence F1*: a sentence counts as
attributed when any content touches it. *Exact F1*: the envelope of a source (cue,
content) equals the envelope of one in the gold; each gold part is matched once.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.table import Row, eval_data, show
from corpus_tool.extract.attribution import attributions
from corpus_tool.extract.sentences import sentences
from corpus_tool.models import Document, Span

PARTS = ("source", "cue", "content")
_TARGETS = {"source": (0.506, 0.55, 0.832), "cue": (0.534, 0.58, 0.753), "content": (0.286, 0.35, 0.729)}


@dataclass(frozen=True, slots=True)
class Article:
    """A text with the envelopes of its gold parts."""

    name: str
    text: str
    parts: dict[str, frozenset[Span]]


@dataclass(slots=True)
class Tally:
    """Hits, and how many there are on each side."""

    hit: int = 0
    given: int = 0
    gold: int = 0

    def add(self, given: frozenset[Span], gold: frozenset[Span]) -> None:
        """Count one article."""
        self.hit += len(given & gold)
        self.given += len(given)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hit / max(1, self.given + self.gold)

    def note(self) -> str:
        """Precision and recall."""
        return f"P {self.hit / max(1, self.given):.3f} R {self.hit / max(1, self.gold):.3f}"


def _annotations(path: Path) -> dict[str, frozenset[Span]]:
    marks: dict[str, Span] = {}
    parts: dict[str, set[Span]] = {part: set() for part in PARTS}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            numbers = [int(number) for number in re.findall(r"\d+", fields[1].split(" ", 1)[1])]
            marks[fields[0]] = Span(start=min(numbers), end=max(numbers))
        elif line.startswith("E") and len(fields) > 1:
            for part, group in _event(fields[1], marks).items():
                parts[part].add(Span(start=min(s.start for s in group), end=max(s.end for s in group)))
    return {part: frozenset(spans) for part, spans in parts.items()}


def _event(text: str, marks: dict[str, Span]) -> dict[str, list[Span]]:
    groups: dict[str, list[Span]] = {}
    for field in text.split(" ")[1:]:
        role, _, mark = field.partition(":")
        role = role.rstrip("0123456789").lower()
        if role in PARTS and mark in marks:
            groups.setdefault(role, []).append(marks[mark])
    return groups


def articles(folder: Path, *, every: int = 1) -> Iterator[Article]:
    """Annotated articles of one split; each ``every``-th of them."""
    for path in sorted((folder / "attributions").glob("*.ann"))[::every]:
        name = path.stem.rsplit("_", 1)[0]
        text = (folder / "text" / f"{name}.txt").read_text(encoding="utf-8")
        yield Article(name, text, _annotations(path))


def _touched(bounds: list[Span], contents: frozenset[Span]) -> frozenset[Span]:
    return frozenset(b for b in bounds if any(c.start < b.end and b.start < c.end for c in contents))


def given(text: str, *, parse: bool) -> dict[str, frozenset[Span]]:
    """Our parts for one text."""
    found = attributions(Document(id="d", text=text), parse=parse)
    return {
        part: frozenset(
            Span(start=span.start, end=span.end)
            for item in found
            if (span := getattr(item, part)) is not None
        )
        for part in PARTS
    }


def tallies(rows: list[Article], *, parse: bool) -> dict[str, Tally]:
    """Counts for the parts and for sentences."""
    counts = {key: Tally() for key in ("sentence", *PARTS)}
    cache: dict[str, dict[str, frozenset[Span]]] = {}
    for row in rows:
        if row.name not in cache:
            cache[row.name] = given(row.text, parse=parse)
        ours = cache[row.name]
        for part in PARTS:
            counts[part].add(ours[part], row.parts[part])
        bounds = sentences(row.text)
        counts["sentence"].add(_touched(bounds, ours["content"]), _touched(bounds, row.parts["content"]))
    return counts


def _rows(task: str, rows: list[Article], *, parse: bool) -> list[Row]:
    begin = time.perf_counter()
    counts = tallies(rows, parse=parse)
    speed = sum(len(row.text.split()) for row in rows) / (time.perf_counter() - begin)
    note = f"{counts['sentence'].note()}; {speed:,.0f} words/s"
    target = 0.82 if parse else None
    out = [
        Row(
            task=task,
            metric="sentence F1",
            value=counts["sentence"].f1,
            floor=0.678,
            target=target,
            note=note,
        )
    ]
    for part in PARTS:
        floor, wanted, best = _TARGETS[part]
        tally = counts[part]
        row = Row(
            task=task, metric=f"exact {part} F1", value=tally.f1, floor=floor, best=best, note=tally.note()
        )
        out.append(replace(row, target=wanted if parse else None))
    return out


def run(data: Path) -> list[Row]:
    """Both paths on the dev split."""
    rows = list(articles(data / "quotes" / "polnear" / "dev"))
    return [*_rows("quotes (parse)", rows, parse=True), *_rows("quotes (patterns)", rows, parse=False)]


def main(arguments: list[str]) -> None:
    """``train N`` scores every N-th training article instead, for tuning."""
    words = Counter(arguments)
    if not words["train"]:
        show(run(eval_data()))
        return
    every = int(next((word for word in arguments if word.isdigit()), "10"))
    rows = list(articles(eval_data() / "quotes" / "polnear" / "train", every=every))
    paths = [False] if words["patterns"] else [True] if words["parse"] else [True, False]
    for parse in paths:
        show(_rows("train, parse" if parse else "train, patterns", rows, parse=parse))


if __name__ == "__main__":
    main(sys.argv[1:])
