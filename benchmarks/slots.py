"""Slots: share of the table of expressions with exact values, and sentences a second."""

from __future__ import annotations

import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType

from benchmarks.table import Row, eval_data, show
from corpus_tool.extract.slots import slots

_TABLE = Path(__file__).parents[1] / "tests" / "extract" / "slots" / "test_table.py"


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("slot_table", _TABLE)
    if spec is None or spec.loader is None:
        raise ImportError(str(_TABLE))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(data: Path) -> list[Row]:
    """Exact share on our table; speed on debate sentences."""
    table = _module()
    rows = table.rows()
    blind, second = table.rows("blind.tsv"), table.rows("blind_second.tsv")
    third = table.rows("blind_third.tsv")
    right, unseen, later, latest = (
        sum(table.found(text) == expected.strip() for text, expected in part)
        for part in (rows, blind, second, third)
    )
    train = json.loads((data / "claims" / "claimbuster_train.json").read_text(encoding="utf-8"))
    texts = [row["text"] for row in train][:5000]
    slots(texts[0])
    start = time.process_time()
    for text in texts:
        slots(text)
    speed = len(texts) / (time.process_time() - start)
    return [
        Row(
            task="slots", metric="exact value", value=right / len(rows), target=0.97, note=f"{len(rows)} rows"
        ),
        Row(
            task="slots",
            metric="exact value, blind hundred",
            value=unseen / len(blind),
            target=0.92,
            note="written before the grammar was seen; .72 at first",
        ),
        Row(
            task="slots",
            metric="exact value, second hundred",
            value=later / len(second),
            target=0.92,
            note="written before the grammar was mended again; .86 at first",
        ),
        Row(
            task="slots",
            metric="exact value, third hundred",
            value=latest / len(third),
            target=0.92,
            note="written by a third hand; .91 at first",
        ),
        Row(task="slots", metric="sentences per CPU second", value=speed, target=15000, note="of 19 words"),
    ]


if __name__ == "__main__":
    show(run(eval_data()))
