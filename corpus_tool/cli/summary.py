"""The short table of findings that ends a run. On stderr: stdout is for data."""

from __future__ import annotations

from pathlib import Path

from corpus_tool.models import Findings
from corpus_tool.report import FLAG_NAMES, leading
from corpus_tool.report.words import count

_SHOWN = 7


def print_summary(findings: Findings, directory: Path) -> None:
    """Print the findings that matter most, and where the report is."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(stderr=True)
    leads = leading(findings, _SHOWN)
    table = Table(title=None, show_edge=False, pad_edge=False)
    for heading in ("Finding", "How sure", "Claim"):
        table.add_column(heading, overflow="fold")
    for lead in leads:
        more = f" (and {count(len(lead.same), 'more claim')})" if lead.same else ""
        table.add_row(
            Text(FLAG_NAMES[lead.flag.code]), Text(lead.flag.sureness), Text(lead.claim.statement + more)
        )
    shared = sum(claim.document_count > 1 for claim in findings.claims)
    console.print(
        f"{count(len(findings.documents), 'document')}, {count(len(findings.mentions), 'checkable statement')}, "
        f"{count(shared, 'claim')} in two documents or more, {count(len(findings.flags), 'finding')}.",
        soft_wrap=True,
    )
    if leads:
        console.print(table)
    console.print("Nothing here says that a claim is true or false.")
    console.print(Text(f"Report: {directory / 'report.html'}"), soft_wrap=True)
