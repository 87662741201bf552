"""One run of the real command over a pile of files, and small questions put to its report."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from corpus_tool.cli.app import app

HERE = Path(__file__).parent
Row = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """What ``run`` wrote of a pile."""

    report: Row
    page: str

    @cached_property
    def documents(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.report["documents"]}

    @cached_property
    def mentions(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.report["mentions"]}

    def file_of(self, document_id: str) -> str:
        return Path(self.documents[document_id]["path"]).stem

    def rows(self, file: str) -> list[Row]:
        """The documents of a file, in its order."""
        return sorted(
            (row for row in self.documents.values() if Path(row["path"]).stem == file),
            key=lambda row: row["part"],
        )

    def telling(self, pattern: str) -> list[Row]:
        """The claims that a mention matching ``pattern`` belongs to first of all."""
        ids = {row["claim_id"] for row in self.mentions.values() if re.search(pattern, row["text"])}
        return [claim for claim in self.report["claims"] if claim["id"] in ids]

    def flags(self, pattern: str) -> dict[str, Row]:
        """Flags by code on the claims told in such words; a claim of two documents or more first."""
        told = {claim["id"]: claim["document_count"] for claim in self.telling(pattern)}
        found = [flag for flag in self.report["flags"] if flag["claim_id"] in told]
        return {flag["code"]: flag for flag in sorted(found, key=lambda flag: told[flag["claim_id"]])}

    def proof(self, flag: Row) -> set[str]:
        """The files whose sentences prove a flag."""
        return {self.file_of(self.mentions[one]["document_id"]) for one in flag["mention_ids"]}

    @cached_property
    def edges(self) -> set[tuple[str, str]]:
        """Directed derivations between documents of different files that are more likely than not."""
        return {
            (self.file_of(row["from"]["id"]), self.file_of(row["to"]["id"]))
            for row in self.report["derivations"]
            if row["directed"]
            and row["confidence"] >= 0.5
            and row["from"]["type"] == row["to"]["type"] == "document"
        }


def run_on(name: str, out: Path) -> Known:
    """Run the command on a pile of this folder."""
    app(["run", str(HERE / name), "-o", str(out), "--quiet"], standalone_mode=False)
    return Known(
        report=json.loads((out / "report.json").read_text(encoding="utf-8")),
        page=(out / "report.md").read_text(encoding="utf-8"),
    )
