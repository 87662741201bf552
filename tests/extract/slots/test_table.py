"""A table of expressions with exact values; share right is pinned, and each row is named when wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_tool.extract.slots import slots
from corpus_tool.models import Slot

CODES = {
    "q": "quantity", "r": "range", "m": "money", "p": "percent", "pp": "percent", "t": "duration",
    "x": "ratio", "xt": "ratio", "o": "ordinal", "d": "date", "dl": "deadline",
}  # fmt: skip
WORDED = {"actor", "condition", "effect", "scope"}
PUBLISHED = "2018-06-15"


def rows(name: str = "table.tsv") -> list[tuple[str, str]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if line and not line.startswith("#")]


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".")


def written(slot: Slot) -> str:
    """A slot in the notation of the table."""
    codes = [code for code, kind in CODES.items() if kind == slot.kind]
    code = codes[0]
    if slot.kind == "percent" and slot.unit == "percentage point":
        code = "pp"
    if slot.kind == "ratio" and slot.unit == "times":
        code = "xt"
    if slot.kind in {"date", "deadline"}:
        parts = [code, slot.value or ""]
    else:
        bounds = _number(slot.low) if slot.low == slot.high else f"{_number(slot.low)}..{_number(slot.high)}"
        parts = [code, bounds, slot.unit or ""]
    if slot.approximator and code != "dl":
        parts.append(f"~{slot.approximator}")
    if slot.direction:
        parts.append(f">{slot.direction}")
    return " ".join(part for part in parts if part)


def found(text: str) -> str:
    """All numeric and date slots of a text, in the notation of the table."""
    every = [slot for slot in slots(text, published=PUBLISHED) if slot.kind not in WORDED]
    return "; ".join(written(slot) for slot in every) or "-"


@pytest.mark.parametrize(("text", "expected"), rows())
def test_value(text: str, expected: str) -> None:
    assert found(text) == expected.strip()


BARE_WEEKDAY = pytest.mark.xfail(
    strict=True, reason="a weekday alone says when somebody spoke far more often than when a thing was so"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, marks=[BARE_WEEKDAY] if text == "on Tuesday" else [])
        for text, expected in rows("blind.tsv")
    ],
)
def test_value_of_the_blind_hundred(text: str, expected: str) -> None:
    assert found(text) == expected.strip()


@pytest.mark.parametrize(("text", "expected"), rows("blind_second.tsv"))
def test_value_of_the_second_hundred(text: str, expected: str) -> None:
    assert found(text) == expected.strip()


@pytest.mark.parametrize(("text", "expected"), rows("blind_third.tsv"))
def test_value_of_the_third_hundred(text: str, expected: str) -> None:
    assert found(text) == expected.strip()


def test_table_is_large() -> None:
    assert len(rows()) >= 400
