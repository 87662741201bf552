"""One run of the real command over the seed pages, and small questions put to its report."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

PAGES = {"news": ("000", 0), "repost": ("001", 0), "unsigned": ("001", 1), "group": ("002", 0)}
PAGES |= {"list": ("003", 0), "blog": ("004", 0)}
"""Our names for the six articles: the number of the file, and which of its articles."""

Row = dict[str, Any]


@dataclass(frozen=True)
class SeedRun:
    """What ``run`` wrote, with the seconds it took."""

    seeds: Path
    out: Path
    seconds: float
    code: int
    errors: str

    @cached_property
    def report(self) -> Row:
        return json.loads((self.out / "report.json").read_text(encoding="utf-8"))

    @cached_property
    def texts(self) -> dict[str, str]:
        """Text of each document by id."""
        lines = (self.out / "documents.jsonl").read_text(encoding="utf-8").splitlines()
        return {row["id"]: row["text"] for row in map(json.loads, lines)}

    def documents(self, number: str, kind: str) -> list[Row]:
        rows = [row for row in self.report["documents"] if Path(row["path"]).name.startswith(number)]
        return sorted((row for row in rows if row["kind"] == kind), key=lambda row: row["part"])

    @cached_property
    def page_of(self) -> dict[str, str]:
        """Our name of each article, by document id."""
        found = {}
        for name, (number, order) in PAGES.items():
            articles = self.documents(number, "article")
            if order < len(articles):
                found[articles[order]["id"]] = name
        return found

    def page_id(self, name: str) -> str:
        ids = [key for key, value in self.page_of.items() if value == name]
        assert ids, f"no article is the page {name!r}"
        return ids[0]

    def mentions(self, pattern: str, page: str | None = None) -> list[Row]:
        """Mentions whose text the pattern finds, in one page or in all articles."""
        return [
            row
            for row in self.report["mentions"]
            if row["is_claim"]
            and re.search(pattern, row["text"], re.IGNORECASE | re.DOTALL)
            and (self.page_of.get(row["document_id"]) == page if page else row["document_id"] in self.page_of)
        ]

    def pages_of(self, mention_ids: list[str]) -> set[str]:
        """Our names of the articles that mentions stand in."""
        wanted = set(mention_ids)
        documents = {row["document_id"] for row in self.report["mentions"] if row["id"] in wanted}
        return {self.page_of[document] for document in documents if document in self.page_of}

    def common_claims(self, tellings: dict[str, str]) -> set[str]:
        """Ids of the claims that a mention of every page belongs to, each found by its page's pattern."""
        per_page = [
            {claim for row in self.mentions(pattern, page) for claim in row["claim_ids"]}
            for page, pattern in tellings.items()
        ]
        return set.intersection(*per_page)

    def spread(self, tellings: dict[str, str]) -> str:
        """For a failing check: what was found where, and in which claims."""
        lines = []
        for page, pattern in tellings.items():
            rows = self.mentions(pattern, page)
            told = "; ".join(f"{row['text'][:60]!r} in {row['claim_ids']}" for row in rows)
            lines.append(f"{page}: {told or 'no mention'}")
        return "\n".join(lines)

    @cached_property
    def flags_of(self) -> dict[str, dict[str, Row]]:
        """Flags by claim id and code."""
        found: dict[str, dict[str, Row]] = defaultdict(dict)
        for flag in self.report["flags"]:
            found[flag["claim_id"]][flag["code"]] = flag
        return found

    def codes(self, claims: set[str]) -> set[str]:
        return {code for claim in claims for code in self.flags_of.get(claim, {})}

    @cached_property
    def edges(self) -> list[Row]:
        """Derivations with both ends folded to our names of the articles (other ends keep their id)."""
        of_mention = {row["id"]: row["document_id"] for row in self.report["mentions"]}

        def folded(end: Row) -> str:
            document = of_mention.get(end["id"], end["id"]) if end["type"] == "mention" else end["id"]
            return self.page_of.get(document, document)

        return [
            {**row, "source": folded(row["from"]), "target": folded(row["to"])}
            for row in self.report["derivations"]
        ]

    def between(self, left: str, right: str) -> list[Row]:
        return [row for row in self.edges if {row["source"], row["target"]} == {left, right}]

    def written(self) -> dict[str, str]:
        """Every file of the report as text."""
        return {
            path.name: path.read_text(encoding="utf-8")
            for path in sorted(self.out.iterdir())
            if path.is_file()
        }


def run_on(seeds: Path, out: Path) -> SeedRun:
    """Run the command in a process of its own, as a user does."""
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "corpus_tool", "run", str(seeds), "-o", str(out)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    # Other tests run beside this one: what the command itself took counts, if that is less than the wait.
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = spent.ru_utime + spent.ru_stime - before.ru_utime - before.ru_stime
    seconds = min(time.perf_counter() - started, own)
    return SeedRun(seeds=seeds, out=out, seconds=seconds, code=done.returncode, errors=done.stderr)
