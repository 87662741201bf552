"""Actor, condition and effect: kind, value and direction."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_tool.extract.slots import slots

EFFECTS = [
    ("It will hurt your grade.", "grade", "lowers"),
    ("Late fees lower ratings.", "rating", "lowers"),
    ("Your rating takes a hit.", "rating", "lowers"),
    ("Noise drags your health down.", "health", "lowers"),
    ("Gossip can drag down a career.", "career", "lowers"),
    ("The price goes up.", "price", "raises"),
    ("Sales sank in spring.", "sale", "lowers"),
    ("The air deteriorates.", "air", "lowers"),
    ("A new road boosts trade.", "trade", "raises"),
    ("Members lose points for noise.", "point", "lowers"),
    ("Rents were raised twice.", "rent", "raises"),
    ("The law bans fireworks.", "firework", "prevents"),
    ("A pass allows entry.", "entry", "allows"),
    ("The job requires patience.", "patience", "requires"),
    ("Smoke causes asthma.", "asthma", "causes"),
    ("The habit leads to debt.", "debt", "causes"),
    ("Sleep affects mood.", "mood", "changes"),
    ("Its reputation suffers.", "reputation", "lowers"),
]
NO_EFFECTS = [
    "The rise was steep.",
    "The drop in the box is small.",
    "He likes tea.",
    "They talked at length.",
]
CONDITIONS = [
    ("If it rains, the match is off.", "rains"),
    ("You pay unless you leave early.", "leave early"),
    ("Those who reach 700 get a pass.", "reach 700"),
    ("People with a score of 650 can rent boats.", "score 650"),
    ("As soon as the bell rings, go.", "bell rings"),
]
ACTORS = [
    ("The park is run by two companies.", "two companies"),
    ("The council has announced a plan.", "council"),
    ("Eight firms operate buses.", "eight firms"),
    ("The ministry banned the toy.", "ministry"),
    ("The road was built by the army.", "army"),
]
NO_ACTORS = ["It was announced on Monday.", "He arrived by noon.", "Prices rose.", "To run is healthy."]


@pytest.mark.parametrize(("text", "value", "direction"), EFFECTS)
def test_effect(text: str, value: str, direction: str) -> None:
    found = [(slot.value, slot.direction) for slot in slots(text) if slot.kind == "effect"]
    assert (value, direction) in found


@pytest.mark.parametrize("text", NO_EFFECTS)
def test_no_effect(text: str) -> None:
    assert [slot for slot in slots(text) if slot.kind == "effect"] == []


@pytest.mark.parametrize(("text", "value"), CONDITIONS)
def test_condition(text: str, value: str) -> None:
    assert [slot.value for slot in slots(text) if slot.kind == "condition"] == [value]


@pytest.mark.parametrize(("text", "value"), ACTORS)
def test_actor(text: str, value: str) -> None:
    assert [slot.value for slot in slots(text) if slot.kind == "actor"] == [value]


@pytest.mark.parametrize("text", NO_ACTORS)
def test_no_actor(text: str) -> None:
    assert [slot for slot in slots(text) if slot.kind == "actor"] == []


UNREACHED = {
    "The noise keeps children awake.": "no comparative and no verb of effect",
    "Closing the mill cost the town 300 jobs.": "a cost in things that are no money",
    "For anyone earning under 20,000, the course is free.": "the preposition is no part of the condition's words",
}


def worded(text: str, kind: str) -> list[str]:
    return [
        f"{slot.kind} {slot.value}" + (f" {slot.direction}" if slot.direction else "")
        for slot in slots(text)
        if slot.kind == kind
    ]


def rows() -> list[list[str]]:
    lines = Path(__file__).with_name("worded.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            text, expected,
            marks=[pytest.mark.xfail(strict=True, reason=UNREACHED[text])] if text in UNREACHED else [],
        )
        for text, expected in rows()
    ],
)  # fmt: skip
def test_worded(text: str, expected: str) -> None:
    assert expected in worded(text, expected.split(maxsplit=1)[0])
