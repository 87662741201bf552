"""The writers, one explicit list: a new form of report is one function and one line here."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from corpus_tool.models import Claim, Findings, Flag, Mention
from corpus_tool.report.build import build, mention_rows
from corpus_tool.report.cells import safe_cell
from corpus_tool.report.html_page import html_page
from corpus_tool.report.markdown_page import markdown_page
from corpus_tool.report.page import Page, page
from corpus_tool.rows import dumps, field_names, public
from corpus_tool.schema import check_report


@dataclass(frozen=True)
class Material:
    """Findings, with what two writers need made once."""

    findings: Findings

    @cached_property
    def page(self) -> Page:
        """What the page shows."""
        return page(self.findings)

    @cached_property
    def mentions(self) -> list[dict[str, Any]]:
        """Mentions as rows."""
        return mention_rows(self.findings)


def write_html(material: Material, path: Path) -> None:
    """The page a newsroom reads: one file, no script, nothing loaded from elsewhere."""
    _write_text(path, html_page(material.findings, material.page))


def write_markdown(material: Material, path: Path) -> None:
    """The same in Markdown."""
    _write_text(path, markdown_page(material.findings, material.page))


def write_json(material: Material, path: Path) -> None:
    """All findings as JSON, checked against the packaged schema.

    Raises:
        SchemaError: The report does not fit: a fault of this tool.
    """
    report = build(material.findings, material.mentions)
    check_report(report)
    _write_text(path, json.dumps(report, ensure_ascii=True, indent=1) + "\n")


def write_documents(material: Material, path: Path) -> None:
    """Documents with their text, one JSON row a line."""
    _write_text(path, "".join(dumps(public(document)) + "\n" for document in material.findings.documents))


def write_mentions(material: Material, path: Path) -> None:
    """Mentions as CSV."""
    names = [*field_names(Mention), "claim_id", "claim_ids"]
    _write_csv(path, names, material.mentions)


def write_claims(material: Material, path: Path) -> None:
    """Claims as CSV."""
    _write_csv(path, field_names(Claim), [public(claim) for claim in material.findings.claims])


def write_flags(material: Material, path: Path) -> None:
    """Flags as CSV, each with the claim's statement."""
    statements = {claim.id: claim.statement for claim in material.findings.claims}
    rows = [{**public(flag), "statement": statements[flag.claim_id]} for flag in material.findings.flags]
    _write_csv(path, [*field_names(Flag), "statement"], rows)


WRITERS: tuple[tuple[str, Callable[[Material, Path], None]], ...] = (
    ("report.json", write_json),
    ("report.html", write_html),
    ("report.md", write_markdown),
    ("documents.jsonl", write_documents),
    ("mentions.csv", write_mentions),
    ("claims.csv", write_claims),
    ("flags.csv", write_flags),
)


def write(findings: Findings, directory: Path) -> None:
    """Write every form of the report into a folder, which must exist; old files of the same names go."""
    material = Material(findings)
    for name, writer in WRITERS:
        writer(material, directory / name)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")


def _write_csv(path: Path, names: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([safe_cell(row[name]) for name in names] for row in rows)
