"""A corpus with known reuse: distinct documents, copies, excerpts, edited copies, boilerplate."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from corpus_tool.models import Document

_BOILERPLATE_SHARE = 0.3
_REUSE_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Planted:
    """A passage that was put into two documents, by character range."""

    source: str
    source_range: tuple[int, int]
    target: str
    target_range: tuple[int, int]
    kind: str
    words: int


@dataclass(frozen=True, slots=True)
class Pile:
    """Documents and what is known of them."""

    documents: list[Document]
    planted: list[Planted]


@dataclass(frozen=True, slots=True)
class _Language:
    """First-order word chains of real sentences: phrases recur across documents as they do in life."""

    follows: dict[str, list[str]]
    words: list[str]

    def sentence(self, chance: random.Random) -> str:
        length = chance.randint(7, 26)
        word = chance.choice(self.words)
        made = [word]
        while len(made) < length:
            onward = self.follows.get(word)
            word = chance.choice(onward) if onward and chance.random() < 0.6 else chance.choice(self.words)
            made.append(word)
        return " ".join(made).capitalize() + chance.choice([".", ".", ".", "?", "!"])


def language(data: Path) -> _Language:
    """Chains learnt from the trainable debate sentences."""
    rows = json.loads((data / "claims" / "claimbuster_train.json").read_text(encoding="utf-8"))
    follows: dict[str, list[str]] = {}
    words: list[str] = []
    for row in rows:
        tokens = [word.strip(".,?!;:\"'()-").lower() for word in row["text"].split()]
        tokens = [word for word in tokens if word]
        words.extend(tokens)
        for one, two in pairwise(tokens):
            follows.setdefault(one, []).append(two)
    return _Language(follows, words)


def pile(size: int, speech: _Language, seed: int = 7) -> Pile:
    """``size`` documents; each source is drawn on once, so that the truth is known."""
    chance = random.Random(seed)
    texts = [[speech.sentence(chance) for _ in range(chance.randint(8, 40))] for _ in range(size)]
    furniture = [" ".join(speech.sentence(chance) for _ in range(chance.randint(1, 3))) for _ in range(4)]
    order = list(range(size))
    chance.shuffle(order)
    wanted = int(size * _REUSE_SHARE)
    loans = {
        target: source for source, target in zip(order[:wanted], order[wanted : 2 * wanted], strict=True)
    }
    built: dict[int, list[str]] = {}
    planted: list[tuple[int, list[int], int, list[int], str]] = []
    for target, source in loans.items():
        kind = chance.choice(KINDS)
        taken = _taken(kind, len(texts[source]), chance)
        copied = [texts[source][at] for at in taken]
        copied = copied if kind in {"copy", "excerpt", "sentence"} else edited(copied, speech, chance)
        own = [] if kind == "copy" else texts[target]
        place = chance.randint(0, len(own))
        built[target] = own[:place] + copied + own[place:]
        planted.append((source, taken, target, [place, place + len(copied)], kind))
    return _assembled([built.get(at, texts[at]) for at in range(size)], planted, furniture, chance)


def wire(size: int, speech: _Language, seed: int = 11) -> tuple[list[Document], list[tuple[str, str]]]:
    """``size`` documents and a house's own version of each: edited throughout, cut from the end, under a lead of its own.

    Args:
        size: How many stories.
        speech: What sentences are made of.
        seed: Of the chance.

    Returns:
        All documents, and the pairs of ids that are one story.
    """
    chance = random.Random(seed)
    documents: list[Document] = []
    pairs: list[tuple[str, str]] = []
    for number in range(size):
        story = [speech.sentence(chance) for _ in range(chance.randint(8, 40))]
        held = edited(story[: max(4, int(len(story) * chance.uniform(0.4, 1.0)))], speech, chance)
        lead = [speech.sentence(chance) for _ in range(chance.randint(0, 2))]
        ids = (f"s{number:05d}", f"v{number:05d}")
        documents += [
            Document(id=one, text=" ".join(text))
            for one, text in zip(ids, (story, [*lead, *held]), strict=True)
        ]
        pairs.append(ids)
    return documents, pairs


KINDS = ("copy", "excerpt", "sentence", "edited", "edited")


def _taken(kind: str, sentences: int, chance: random.Random) -> list[int]:
    if kind == "copy":
        return list(range(sentences))
    count = 1 if kind == "sentence" else min(sentences, chance.randint(2, 7))
    start = chance.randint(0, sentences - count)
    return list(range(start, start + count))


def edited(sentences: Sequence[str], speech: _Language, chance: random.Random) -> list[str]:
    """Words replaced, dropped and added, punctuation changed, a comment put in."""
    rate = chance.choice([0.04, 0.08, 0.12])
    changed: list[str] = []
    for sentence in sentences:
        words: list[str] = []
        for word in sentence.split():
            dice = chance.random()
            if dice < rate:
                words.append(chance.choice(speech.words))
            elif dice < 1.5 * rate:
                continue
            elif dice < 2 * rate:
                words.extend([word, chance.choice(speech.words)])
            else:
                words.append(word + ("," if chance.random() < 0.03 else ""))
        changed.append(" ".join(words))
    if len(changed) > 2 and chance.random() < 0.4:
        changed.insert(chance.randint(1, len(changed) - 1), speech.sentence(chance))
    return changed


def _assembled(
    texts: list[list[str]],
    planted: list[tuple[int, list[int], int, list[int], str]],
    furniture: list[str],
    chance: random.Random,
) -> Pile:
    documents: list[Document] = []
    for at, sentences in enumerate(texts):
        text = " ".join(sentences)
        if chance.random() < _BOILERPLATE_SHARE:
            text += "\n\n" + chance.choice(furniture)
        documents.append(Document(id=f"d{at:06d}", text=text))
    made = [
        Planted(
            documents[source].id, _range(texts[source], taken[0], taken[-1] + 1),
            documents[target].id, _range(texts[target], place[0], place[1]), kind,
            sum(len(texts[source][at].split()) for at in taken),
        )
        for source, taken, target, place, kind in planted
    ]  # fmt: skip
    return Pile(documents, made)


def _range(sentences: list[str], first: int, last: int) -> tuple[int, int]:
    start = sum(len(sentence) + 1 for sentence in sentences[:first])
    return start, start + len(" ".join(sentences[first:last]))
