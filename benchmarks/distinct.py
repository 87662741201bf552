"""Distinct documents in any number, for measuring speed: ``python -m benchmarks.distinct 2000 > pile.jsonl``.

No two sentences are alike, but where a document copies a run of sentences of an earlier one
(a share of `COPYING`), or tells one of a topic's shared claims in words of its own. Names are
made of syllables, the rest of word banks of ours (``distinct_words.toml``), so that rows are
as varied as news: nothing is gained by remembering sentences. Seeded: same seed, same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

SENTENCES = (16, 32)
"""Fewest and most sentences of one document: a short news item to a feature."""
COPYING = 0.12
"""Share of documents that copy a run of sentences from an earlier one."""
COPIED = (2, 5)
"""Fewest and most sentences of such a run."""
TELLING = 0.3
"""Share of documents that tell a shared claim of their topic."""
FIRST_DAY = date(2015, 1, 5)

_HEADS = (
    "bar", "cal", "dor", "fen", "gal", "hol", "jor", "kel", "lin", "mar", "nor", "pel", "quil", "ros", "sel",
    "tor", "ul", "ver", "wes", "yar", "zel", "bri", "stan", "cre",
)  # fmt: skip
_TAILS = (
    "a", "by", "den", "dor", "el", "en", "field", "ford", "ga", "ham", "is", "ka", "low", "ma", "mund", "na",
    "ner", "o", "ra", "rick", "sa", "stow", "tin", "ton", "vale", "wick",
)  # fmt: skip


@cache
def _banks() -> dict[str, Any]:
    path = Path(__file__).with_name("distinct_words.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(slots=True, kw_only=True)
class Voice:
    """The words at hand while one document is written."""

    random: Random
    topic: dict[str, list[str]]
    generic: dict[str, list[str]]

    def of(self, bank: str) -> str:
        """A word of a bank: the topic's own, or the general one."""
        return self.random.choice(self.topic.get(bank) or self.generic[bank])

    def name(self) -> str:
        """An invented name."""
        middle = self.random.choice(("", "", self.random.choice(_HEADS)))
        return (self.random.choice(_HEADS) + middle + self.random.choice(_TAILS)).capitalize()

    def thing(self) -> str:
        """A thing with something said of it."""
        article, _, rest = self.of("things").partition(" ")
        return f"{article.replace('an', 'a')} {self._described(rest)}"

    def _described(self, noun: str) -> str:
        adjective = self.of("adjectives")
        return f"{adjective} {noun}" if adjective[0] not in "aeiou" else f"rather {adjective} {noun}"

    def count(self) -> str:
        """A number with a unit."""
        number = self.random.choice(
            (self.random.randint(3, 99), self.random.randint(100, 9_999), self.random.randint(1, 900) * 1_000)
        )
        return f"{number:,} {self.of('units')}"

    def year(self) -> int:
        """A year of living memory."""
        return self.random.randint(1961, 2031)


def _plain(v: Voice) -> str:
    return f"{v.of('actors')} of {v.name()} {v.of('verbs')} {v.thing()} {v.of('adverbs')}, {v.of('closers')}"


def _opened(v: Voice) -> str:
    return f"{v.of('openers')}, {v.name()} {v.name()} {v.of('verbs')} {v.thing()} and {v.thing()}"


def _counted(v: Voice) -> str:
    return f"in {v.year()} {v.of('actors')} {v.of('verbs')} {v.count()} in {v.name()}, {v.of('closers')}"


def _said(v: Voice) -> str:
    return (
        f"{v.of('actors')} {v.of('verbs')} {v.thing()}, {v.of('reporting')} {v.name()} {v.name()}, "
        f"{'an' if (job := v.of('titles'))[0] in 'aeiou' else 'a'} {job} in {v.name()}"
    )


def _quoted(v: Voice) -> str:
    return (
        f"“{v.of('actors')} never {v.of('verbs')} {v.thing()},” {v.of('reporting')} {v.name()} of {v.name()}"
    )


def _percent(v: Voice) -> str:
    whole = f"{v.random.randint(2, 97)} percent of the {v.of('units')} in {v.name()}"
    return f"about {whole} went to {v.of('actors')}, {v.of('closers')}"


def _must(v: Voice) -> str:
    return (
        f"by {v.year()} everybody in {v.name()} who uses {v.thing()} will have to ask {v.of('actors')} first"
    )


def _effect(v: Voice) -> str:
    return f"the more {v.of('units')} {v.name()} counts, the less {v.of('actors')} spend on {v.thing()}"


def _if(v: Voice) -> str:
    return f"if {v.of('actors')} had {v.of('verbs')} {v.thing()}, {v.name()} might have lost {v.count()}"


def _money(v: Voice) -> str:
    sign, amount = v.random.choice("€$£"), v.random.randint(11, 9_900)
    return (
        f"{v.thing()} cost {sign}{amount:,} in {v.year()}, {v.of('closers')}, {v.of('reporting')} {v.name()}"
    )


def _opinion(v: Voice) -> str:
    liked = f"{v.thing()} in {v.name()} more {v.of('adjectives')}"
    return f"I find {liked} than {v.thing()}, and I say so {v.of('adverbs')}"


def _question(v: Voice) -> str:
    return f"why has nobody in {v.name()} {v.of('verbs')} {v.thing()} {v.of('adverbs')}"


def _doubt(v: Voice) -> str:
    why = f"{v.of('actors')} {v.of('verbs')} {v.count()}"
    return f"perhaps {v.name()} only {v.of('verbs')} {v.thing()} because {why}"


def _list(v: Voice) -> str:
    return (
        f"{v.name()} {v.of('verbs')} {v.thing()}, {v.name()} {v.of('verbs')} {v.thing()}, and the rest waited"
    )


def _passive(v: Voice) -> str:
    return (
        f"{v.thing()} was {v.of('verbs')} in {v.name()} {v.of('adverbs')} {v.random.randint(2, 40)} years ago"
    )


SHAPES: tuple[Callable[[Voice], str], ...] = (
    _plain, _opened, _counted, _said, _quoted, _percent, _must, _effect, _if, _money, _opinion, _question,
    _doubt, _list, _passive,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedClaim:
    """One statement of a topic that several documents make, each in its own words."""

    actor: str
    verb: str
    thing: str
    place: str
    number: int
    unit: str

    def told(self, v: Voice) -> str:
        """One telling."""
        number = self.number if v.random.random() < 0.85 else self.number + v.random.randint(1, 9)
        spent = f"{number:,} {self.unit}"
        wordings = (
            f"{self.actor} of {self.place} {self.verb} {self.thing} after {spent}, {v.of('closers')}",
            f"{v.of('openers')}, {self.place} heard that {self.actor} {self.verb} {self.thing} after {spent}",
            f"it took {spent} before {self.thing} was {self.verb} in {self.place} by {self.actor}",
            f"as {v.name()} {v.of('reporting')}, {self.thing} in {self.place} was {self.verb} after {spent}",
        )
        return v.random.choice(wordings)


def _shared(v: Voice) -> SharedClaim:
    return SharedClaim(
        actor=v.of("actors"),
        verb=v.of("verbs"),
        thing=v.of("things"),
        place=v.name(),
        number=v.random.randint(12, 4_000),
        unit=v.of("units"),
    )


def _finished(sentence: str, shape: Callable[[Voice], str] | None) -> str:
    end = "?" if shape is _question else "."
    first = next((at for at, letter in enumerate(sentence) if letter.isalpha()), 0)
    return sentence[:first] + sentence[first].upper() + sentence[first + 1 :] + end


@dataclass(slots=True, kw_only=True)
class Pile:
    """Documents written so far, and what they may take from one another."""

    random: Random
    claims: dict[str, list[SharedClaim]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    runs: list[list[str]] = field(default_factory=list)

    def fresh(self, v: Voice) -> str:
        """A sentence that stands nowhere else."""
        while True:
            shape = self.random.choice(SHAPES)
            sentence = _finished(shape(v), shape)
            if sentence not in self.seen:
                self.seen.add(sentence)
                return sentence

    def sentences(self, topic: str, v: Voice) -> list[str]:
        """The sentences of one document."""
        found = [self.fresh(v) for _ in range(self.random.randint(*SENTENCES))]
        if self.random.random() < TELLING:
            claim = self.random.choice(self.claims[topic])
            found.insert(self.random.randrange(len(found)), _finished(claim.told(v), None))
        if self.runs and self.random.random() < COPYING:
            at = self.random.randrange(len(found))
            found[at:at] = self.random.choice(self.runs)
        start = self.random.randrange(len(found) - COPIED[1])
        self.runs.append(found[start : start + self.random.randint(*COPIED)])
        return found


def _paragraphs(sentences: list[str], random: Random) -> str:
    parts: list[str] = []
    at = 0
    while at < len(sentences):
        size = random.randint(2, 5)
        parts.append(" ".join(sentences[at : at + size]))
        at += size
    return "\n\n".join(parts)


def documents(count: int, *, seed: int = 1) -> Iterator[dict[str, str]]:
    """Rows ``{"id", "title", "publisher", "published", "text"}``, ``count`` of them."""
    random = Random(seed)
    banks = _banks()
    voices = {
        name: Voice(random=random, topic=topic, generic=banks["generic"])
        for name, topic in banks["topics"].items()
    }
    per_topic = max(3, count // 40)
    pile = Pile(
        random=random, claims={name: [_shared(v) for _ in range(per_topic)] for name, v in voices.items()}
    )
    for number in range(count):
        topic = random.choice(list(voices))
        v = voices[topic]
        yield {
            "id": f"p{number:05}",
            "title": _finished(f"{v.of('actors')} and {v.thing()} of {v.name()}", None).rstrip("."),
            "publisher": f"The {v.name()} {random.choice(('Post', 'Courier', 'Letter', 'Mirror'))}",
            "published": str(FIRST_DAY + timedelta(days=random.randrange(2_500))),
            "text": _paragraphs(pile.sentences(topic, v), random),
        }


def write(path: Path, count: int, *, seed: int = 1) -> None:
    """Write a pile as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in documents(count, seed=seed))


def main() -> None:
    """Print a pile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for row in documents(given.count, seed=given.seed):
        sys.stdout.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
