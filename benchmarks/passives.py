"""Agentless passives against UD English PUD: ``python -m benchmarks.passives``.

Counted by verb: gold is a token with a dependent ``nsubj:pass`` or ``csubj:pass`` and
none that is ``obl`` with the case marker "by"; ours is right when the verb stands at the
same characters. A second row counts sentences that hold at least one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.table import Row, eval_data, show
from corpus_tool.extract.passives import passives_of

_FILE = Path("discourse") / "en_pud-ud-test.conllu"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where its agentless passive verbs begin."""

    text: str
    verbs: frozenset[int]


def _offsets(text: str, rows: list[list[str]]) -> dict[str, int]:
    """Where each token begins, found left to right."""
    places, at = {}, 0
    for row in rows:
        found = text.find(row[1], at)
        if found >= 0:
            places[row[0]] = found
            at = found + len(row[1])
    return places


def _verbs(text: str, rows: list[list[str]]) -> frozenset[int]:
    passive = {row[6] for row in rows if row[7] in ("nsubj:pass", "csubj:pass")}
    by = {row[6] for row in rows if row[7] == "case" and row[1].lower() == "by"}
    agented = {row[6] for row in rows if row[7].startswith("obl") and row[0] in by}
    places = _offsets(text, rows)
    return frozenset(places[number] for number in passive - agented if number in places)


def sentences(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file."""
    text, rows = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
        elif not line and rows:
            yield Sentence(text, _verbs(text, rows))
            rows = []


def run(data: Path) -> list[Row]:
    """F1 by verb, and by sentence."""
    gold = list(sentences(data / _FILE))
    ours = [frozenset(item.verb.start for item in found) for found in passives_of([row.text for row in gold])]
    hit = sum(len(row.verbs & mine) for row, mine in zip(gold, ours, strict=True))
    given, wanted = sum(map(len, ours)), sum(len(row.verbs) for row in gold)
    both = sum(bool(row.verbs) and bool(mine) for row, mine in zip(gold, ours, strict=True))
    marked = sum(map(bool, ours)) + sum(bool(row.verbs) for row in gold)
    note = f"P {hit / max(1, given):.3f} R {hit / max(1, wanted):.3f}"
    return [
        Row(
            task="passives",
            metric="agentless F1, verbs",
            value=2 * hit / max(1, given + wanted),
            target=0.90,
            note=note,
        ),
        Row(task="passives", metric="agentless F1, sentences", value=2 * both / max(1, marked)),
    ]


if __name__ == "__main__":
    show(run(eval_data()))
