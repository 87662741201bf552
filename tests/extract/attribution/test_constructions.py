"""Who is given what words, construction by construction: a table with its negatives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus_tool.extract.attribution import attributions, credits  # noqa: A004 - the contract's word
from corpus_tool.models import Attribution, Document, TextSpan

_LONE = "a lone name of which the text says nothing else passes for a body"
UNREACHED = {
    "Osei blamed the delay on two missing signatures.": _LONE,
    "Tarn estimated that one in six shops had closed.": _LONE,
    "Tarn: 'We will not pay'": _LONE,
    'Voss said the strike would "go on for as long as it takes" and that talks had failed.': _LONE,
    '"We will stay," Voss said, "until the last bus is home."': _LONE,
    '"We began in 1990.\\n\\n"We had two boats and no money," Aldous said.': _LONE,
    "Fees 'to double'": "the whole headline is the content",
    "The museum shows paintings by local children.": "what a museum shows reads like what a study shows",
}


def rows(*kinds: str) -> list[list[str]]:
    lines = Path(__file__).with_name("constructions.tsv").read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [
        row
        for row in table
        if (row[0] in ("none", "credit")) == bool(kinds) and (not kinds or row[0] in kinds)
    ]


def marked(table: list[list[str]]) -> list[object]:
    return [
        pytest.param(
            row,
            id=row[-1][:60],
            marks=[pytest.mark.xfail(strict=True, reason=UNREACHED[row[-1]])] if row[-1] in UNREACHED else [],
        )
        for row in table
    ]


def document(text: str) -> Document:
    return Document(id="d", text=text.replace("\\n", "\n"))


def bare(text: str) -> str:
    """Lower case, without marks at the edges and without "that": which of them belong is tested elsewhere."""
    edges = re.sub(r"^[\s\"“”‘’'.,;:\[(]+|[\s\"“”‘’'.,;:\])]+$", "", text.replace("\\n", "\n"))
    return re.sub(r"^that ", "", edges.lower())


def fits(wanted: str, part: TextSpan | None) -> bool:
    if wanted in ("*", "-") or part is None:
        return wanted == "*" or (wanted == "-" and part is None)
    return bare(wanted) == bare(part.text)


def cued(wanted: str, part: TextSpan | None) -> bool:
    """Some word of the cue, which may be wanted in parts ("put at")."""
    if wanted in ("*", "-") or part is None:
        return fits(wanted, part)
    words = set(re.findall(r"\w+", wanted.lower()))
    return not words or bool(words & set(re.findall(r"\w+", part.text.lower())))


def right(row: list[str], found: Attribution) -> bool:
    told = f"{found.kind} {found.grade}" == row[0]
    return told and fits(row[1], found.source) and cued(row[2], found.cue) and fits(row[3], found.content)


@pytest.mark.parametrize("row", marked(rows()))
def test_construction(row: list[str]) -> None:
    found = attributions(document(row[-1]))
    assert any(right(row, item) for item in found), found


@pytest.mark.parametrize("row", marked(rows("none")))
def test_nobody_is_given_words(row: list[str]) -> None:
    assert attributions(document(row[-1])) == ()


@pytest.mark.parametrize("row", rows("credit"), ids=lambda row: row[-1][:40])
def test_general_credit(row: list[str]) -> None:
    found = credits(document(row[-1]))
    assert any(row[1] in f"{credit.external} {credit.text}" for credit in found), found


def test_the_table_is_large() -> None:
    assert len(rows()) >= 120
