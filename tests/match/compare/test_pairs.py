"""Minimal pairs: the right kind of difference is found, and the claim kept or parted as it should be."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus_tool.extract import mentions_of
from corpus_tool.match.compare import compare
from corpus_tool.models import Comparison, Document

SAME = {"verbatim", "near_copy", "paraphrase"}


@dataclass(frozen=True)
class Case:
    base: str
    codes: str
    same: bool
    text: str


def cases() -> list[Case]:
    base, found = "", []
    for line in Path(__file__).with_name("pairs.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#= "):
            base = line[3:]
        elif line and not line.startswith("#"):
            judged, text = line.split("\t")
            codes, claim = judged.split()
            found.append(Case(base, codes, claim == "same", text))
    return found


@lru_cache(maxsize=1)
def judged() -> list[tuple[Case, Comparison]]:
    every = cases()
    texts = [text for case in every for text in (case.base, case.text)]
    sides = [Document(id=str(number), text=text) for number, text in enumerate(texts)]
    grouped = {side.id: [] for side in sides}
    for mention in mentions_of(sides, every_sentence=True):
        grouped[mention.document_id].append(mention)
    return [(case, compare(grouped[str(2 * n)], grouped[str(2 * n + 1)])) for n, case in enumerate(every)]


def codes_of(found: Comparison) -> str:
    """The differences found, as the table writes them."""
    out = "V" if found.value_conflict else ""
    out += "P" if found.polarity_conflict else ""
    if any(reason.startswith(("Who did it", "Who says it")) for reason in found.reasons):
        out += "A"
    if any(reason.startswith("Who is covered") for reason in found.reasons):
        out += "W"
    sign = {"gained": "+", "lost": "-", "same": ""}
    if found.certainty_change != "same":
        out += "C" + sign[found.certainty_change]
    elif found.strength_change != "same":
        out += "S" + sign[found.strength_change]
    return out or "."


def right_kind(case: Case, found: Comparison) -> bool:
    return codes_of(found) == case.codes if case.same else True


def right_claim(case: Case, found: Comparison) -> bool:
    return (found.relation in SAME) == case.same


def test_enough_pairs() -> None:
    assert len(cases()) >= 200


def test_kind_and_claim() -> None:
    wrong = [
        f"{case.base} | {case.text} | {case.codes} {case.same} | {codes_of(found)} {found.relation}"
        for case, found in judged()
        if not (right_kind(case, found) and right_claim(case, found))
    ]
    assert len(wrong) <= 0.05 * len(cases()), "\n".join(wrong)


def test_sentences_in_another_order_still_clash() -> None:
    """Of several sentences each is held against its best partner, not only the two most alike."""
    first = "The strike starts at noon. It involves 3,000 drivers."
    second = "It involves 5,000 drivers. The strike starts at noon."
    sides = [Document(id="a", text=first), Document(id="b", text=second), Document(id="c", text=first)]
    mentions = mentions_of(sides, every_sentence=True)
    a, b, c = ([one for one in mentions if one.document_id == side.id] for side in sides)
    assert compare(a, b).value_conflict
    assert not compare(a, c).value_conflict


def test_a_wording_as_long_as_a_book_is_compared_in_seconds() -> None:
    """What costs the square of the length is bounded: values, and laying word by word."""
    sides = [
        Document(id=str(fee), text=" ".join(f"Fee number {n} is {n + fee} euros." for n in range(800)))
        for fee in (1_000, 5_000)
    ]
    mentions = mentions_of(sides, every_sentence=True)
    a, b = ([one for one in mentions if one.document_id == side.id] for side in sides)
    started = time.process_time()
    found = compare(a, b)
    assert time.process_time() - started < 10
    assert found.relation != "unrelated"
