"""Three small piles on topics of their own, through the real pipeline: what came from where is known.

The texts, in ``piles.json``, were written for these tests. A finding is looked for by words of the statement it is about,
since claims are the pipeline's own.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus_tool import pipeline
from corpus_tool.models import Claim, Document, Findings, Kept, Note

PILES = json.loads(Path(__file__).with_name("piles.json").read_text(encoding="utf-8"))
"""Each pile is a list of rows, as a stage is given them; a text is a list of paragraphs."""


def document(row: dict[str, Any]) -> Document:
    """A row of a pile: every file kept its links and dates; a paragraph that opens with "Update:" is a note."""
    text = "\n\n".join(row["text"])
    notes = (Note(start=text.index("Update:"), end=len(text), kind="update"),) if "Update:" in text else ()
    kept = Kept(links=True, block_quotes=True, dates=True, images=True, bylines=True)
    return Document(**{**row, "text": text}, notes=notes, kept=kept)


@pytest.fixture(scope="module")
def found() -> dict[str, Findings]:
    return {
        name: pipeline.run(
            pipeline.RunRequest(documents=tuple(document(row) for row in rows), keep_names=True)
        )
        for name, rows in PILES.items()
    }


def claims_told(findings: Findings, pattern: str) -> list[Claim]:
    """Claims that hold a statement with these words, the most told first."""
    told = {m.id for m in findings.mentions if re.search(pattern, m.text)}
    held = [c for c in findings.claims if told & set(c.mention_ids)]
    return sorted(held, key=lambda c: (-c.document_count, c.id))


def codes(findings: Findings, pattern: str) -> set[str]:
    return {code for claim in claims_told(findings, pattern) for code in claim.flags}


def ties(findings: Findings) -> set[tuple[str, str]]:
    """Directed ties between documents that are more likely than not."""
    return {
        (d.source.id, d.target.id)
        for d in findings.derivations
        if d.directed and d.confidence >= 0.5 and d.source.type == d.target.type == "document"
    }


def open_ties(findings: Findings) -> set[frozenset[str]]:
    return {frozenset((d.source.id, d.target.id)) for d in findings.derivations if not d.directed}


@pytest.mark.parametrize(
    ("pile", "tie"),
    [
        ("moss", ("post", "tile")), ("moss", ("tile", "home")), ("ferries", ("rig", "spar")),
        ("ferries", ("spar", "rig")), ("hives", ("forum", "lawn")),
    ],
)  # fmt: skip
def test_who_took_it_from_whom(found: dict[str, Findings], pile: str, tie: tuple[str, str]) -> None:
    assert tie in ties(found[pile])


def test_an_undated_copy_is_tied_and_never_the_source(found: dict[str, Findings]) -> None:
    pairs = ties(found["moss"]) | {tuple(sorted(pair)) for pair in open_ties(found["moss"])}
    assert any("roof" in pair for pair in pairs)
    assert not {target for source, target in ties(found["moss"]) if source == "roof"}


@pytest.mark.parametrize("pile", ["moss", "ferries", "hives"])
def test_nothing_else_is_tied(found: dict[str, Findings], pile: str) -> None:
    strangers = {"other", "cour", "keel", "keel2", "mast", "cnt", "town", "api"}
    assert not {pair for pair in ties(found[pile]) if strangers & set(pair)}


@pytest.mark.parametrize(
    ("pile", "pattern", "count"),
    [
        ("moss", r"40 percent", 1), ("moss", r"60 years", 1), ("ferries", r"[23]\.[23] million", 2),
        ("ferries", r"shipyard", 1), ("hives", r"75 crowns", 1), ("ferries", r"412 swans", 2),
    ],
)  # fmt: skip
def test_origins(found: dict[str, Findings], pile: str, pattern: str, count: int) -> None:
    assert [c.origin_count for c in claims_told(found[pile], pattern)][:1] == [count]


@pytest.mark.parametrize(
    ("pile", "pattern", "code", "expected"),
    [
        ("moss", r"40 percent", "certainty_gained", True),
        ("moss", r"40 percent", "caveat_not_carried", True),
        ("moss", r"40 percent", "repeated_unsourced", True),
        ("moss", r"40 percent", "single_origin", True),
        ("moss", r"40 percent", "source_requested", True),
        ("moss", r"40 percent", "value_drift", False),
        ("moss", r"40 percent", "actor_drift", False),
        ("moss", r"60 years", "caveat_not_carried", True),
        ("moss", r"60 years", "contradicted", False),
        ("moss", r"by 2031", "contradicted", True),
        ("moss", r"4,100 loaves", "single_origin", False),
        ("ferries", r"million passengers", "value_drift", True),
        ("ferries", r"million passengers", "repeated_unsourced", False),
        ("ferries", r"million passengers", "attribution_lost", False),
        ("ferries", r"million passengers", "circular", False),
        ("ferries", r"shipyard", "circular", True),
        ("ferries", r"shipyard", "value_drift", False),
        ("ferries", r"412 swans", "single_origin", False),
        ("ferries", r"412 swans", "value_drift", False),
        ("hives", r"bee hotels in Marrowby", "actor_drift", True),
        ("hives", r"bee hotels in Marrowby", "contradicted", False),
        ("hives", r"75 crowns", "thread_born", True),
        ("hives", r"75 crowns", "source_requested", True),
        ("hives", r"75 crowns", "actor_drift", False),
        ("hives", r"jar of honey", "scope_drift", True),
        ("hives", r"jar of honey", "value_drift", False),
    ],
)
def test_flags(found: dict[str, Findings], pile: str, pattern: str, code: str, *, expected: bool) -> None:
    assert (code in codes(found[pile], pattern)) is expected


def test_the_magazine_is_a_source_to_get(found: dict[str, Findings]) -> None:
    named = {x.name: len(x.mention_ids) for x in found["ferries"].externals}
    assert named.get("Harbour & Hull", 0) >= 3
    assert not [name for name in named if "magazine" in name or "issue" in name]


@pytest.mark.parametrize("pile", ["moss", "ferries", "hives"])
def test_reasons_are_short_and_name_documents_apart(found: dict[str, Findings], pile: str) -> None:
    for flag in found[pile].flags:
        assert len(flag.reason.split()) <= 50, flag.reason
        assert flag.mention_ids
