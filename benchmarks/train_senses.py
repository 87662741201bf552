"""Build the table of word senses that matching ships with, from the WordNet 3.1 database files.

Source: WordNet 3.1 (Princeton University; its licence permits copying with the notice that
stands in ``corpus_tool/match/weights/WORDNET_LICENSE.txt``). For irregular forms: the English
lemma table of ``spacy-lookups-data`` 1.0.5 (MIT licence).

Usage: ``python -m benchmarks.train_senses DICT_FOLDER LEMMA_LOOKUP_JSON_GZ``
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus_tool.match.background import chances
from corpus_tool.match.normal import function_words, stem

TARGET = Path(__file__).resolve().parents[1] / "corpus_tool" / "match" / "weights" / "senses.npz"
PARTS = ("noun", "verb", "adj", "adv")
STRENGTHS = {"+": 0.85, "&": 0.8, "$": 0.9, "@": 0.65, "\\": 0.85}
"""Derived form, similar adjective, verb group, direct hypernym, pertainym."""
SENSE_DECAY = 0.06
"""Each later sense of a word is less likely meant."""
BROAD = 40
"""A hypernym with more direct children is too general to bring two words together."""
CONCEPTS = 40


@dataclass(frozen=True, slots=True)
class Pointer:
    """One relation of a synset to another."""

    kind: str
    target: str


def _data(folder: Path) -> Iterator[tuple[str, list[Pointer]]]:
    for part in PARTS:
        for line in (folder / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split(" | ", 1)[0].split()
            words = int(cells[3], 16)
            at = 4 + 2 * words
            count = int(cells[at])
            pointers = [
                Pointer(
                    cells[at + 1 + 4 * k], cells[at + 3 + 4 * k][0].replace("s", "a") + cells[at + 2 + 4 * k]
                )
                for k in range(count)
            ]
            yield _letter(part) + cells[0], [one for one in pointers if one.kind in STRENGTHS]


def _letter(part: str) -> str:
    return {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}[part]


def _senses(folder: Path) -> Iterator[tuple[str, list[str]]]:
    for part in PARTS:
        for line in (folder / f"index.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split()
            if cells[0].isalpha():
                yield cells[0], [_letter(part) + offset for offset in cells[-int(cells[2]) :]]


def concepts(folder: Path) -> dict[str, dict[str, float]]:
    """For each stem of a usual word its concepts, and how strongly it brings each to mind."""
    related = dict(_data(folder))
    children: dict[str, int] = {}
    for pointers in related.values():
        for one in pointers:
            children[one.target] = children.get(one.target, 0) + (one.kind == "@")
    usual, closed = chances(), function_words()
    table: dict[str, dict[str, float]] = {}
    for lemma, synsets in _senses(folder):
        if lemma not in usual or lemma in closed:
            continue
        held = table.setdefault(stem(lemma), {})
        for rank, synset in enumerate(synsets):
            strength = max(0.4, 1 - SENSE_DECAY * rank)
            held[synset] = max(held.get(synset, 0), strength)
            for one in related.get(synset, ()):
                if one.kind != "@" or children[one.target] <= BROAD:
                    held[one.target] = max(held.get(one.target, 0), strength * STRENGTHS[one.kind])
    return table


def irregular(path: Path) -> dict[str, str]:
    """Usual forms whose stem is not that of their lemma ("paid": "pay")."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        lemmas: dict[str, str] = json.load(stream)
    usual, closed = chances(), function_words()
    return {
        form: stem(lemma.casefold())
        for form, lemma in sorted(lemmas.items())
        if form in usual and form not in closed and form.isalpha() and stem(form) != stem(lemma.casefold())
    }


def main(arguments: list[str]) -> None:
    """Write the table as arrays: stems, where each one's concepts start, concepts, strengths."""
    table = concepts(Path(arguments[0]))
    forms = irregular(Path(arguments[1]))
    names = sorted({synset for held in table.values() for synset in held})
    numbers = {synset: number for number, synset in enumerate(names)}
    stems, starts, ids, strengths = sorted(table), [0], [], []
    for one in stems:
        best = sorted(table[one].items(), key=lambda item: (-item[1], item[0]))[:CONCEPTS]
        for synset, strength in sorted(best):
            ids.append(numbers[synset])
            strengths.append(round(100 * strength))
        starts.append(len(ids))
    text = "\n".join(stems) + "\0" + "\n".join(f"{form} {one}" for form, one in forms.items())
    np.savez_compressed(
        TARGET,
        text=np.frombuffer(text.encode("utf-8"), dtype=np.uint8),
        starts=np.array(starts, dtype=np.int32),
        ids=np.array(ids, dtype=np.int32),
        hundredths=np.array(strengths, dtype=np.uint8),
    )
    print(f"{len(stems)} stems, {len(ids)} concepts, {len(forms)} forms, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
