"""The order of the stages. The only place that knows it, and that talks to the project file."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from corpus_tool import __version__, engine, extract, match, provenance, pseudonyms, rows
from corpus_tool.extract import attribution
from corpus_tool.holding import grown_bank, known_rows, open_bank
from corpus_tool.match.compare import Piece, laid_out
from corpus_tool.models import (
    Account,
    Analysis,
    Attribution,
    Comparison,
    Decision,
    Document,
    DocumentReuse,
    Findings,
    Mention,
    Passage,
    TrackedClaim,
)
from corpus_tool.reading import ReadRequest, page_changes, plan, read
from corpus_tool.settings import DEFAULT
from corpus_tool.store import Project, open_project
from corpus_tool.text import digest

__all__ = [
    "PARALLEL_CHARACTERS",
    "Compared",
    "PairRow",
    "Progress",
    "ReadRequest",
    "RunRequest",
    "analyse",
    "batched",
    "claim_rows",
    "compare_rows",
    "compared",
    "document_reuse_rows",
    "grown_bank",
    "judge",
    "known_rows",
    "open_bank",
    "page_changes",
    "plan",
    "quote_rows",
    "read",
    "reuse_rows",
    "run",
    "shared_passages",
    "unique_ids",
]

Item = TypeVar("Item")
Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much is done, and of how much."""

PARALLEL_CHARACTERS = 400_000
"""Below this, starting a second process costs more than it saves (about 70,000 words)."""


def _silent(_stage: str, _done: int, _total: int) -> None:
    return None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RunRequest:
    """What ``run`` is asked to do."""

    documents: tuple[Document, ...]
    codebook: tuple[TrackedClaim, ...] = ()
    project: Path | None = None
    keep_names: bool = False
    progress: Progress = _silent


def unique_ids(documents: Iterable[Document]) -> Iterator[Document]:
    """Documents whose ids are their own: a second bearer of an id gets ``~2`` behind it, and says so."""
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    for document in documents:
        fresh = document.id
        while fresh in taken:
            seen[document.id] += 1
            fresh = f"{document.id}~{seen[document.id] + 1}"
        taken.add(fresh)
        if fresh == document.id:
            yield document
            continue
        reason = f"another document has the id {document.id}"
        yield dataclasses.replace(document, id=fresh, status_reason=document.status_reason or reason)


def _analyse_batch(documents: Sequence[Document]) -> list[Analysis]:
    by_document: dict[str, list[Mention]] = {document.id: [] for document in documents}
    for mention in extract.mentions_of(documents):
        by_document[mention.document_id].append(mention)
    return [
        Analysis(mentions=tuple(by_document[document.id]), credits=tuple(attribution.credits(document)))
        for document in documents
    ]


@cache
def _extractor_revision() -> str:
    """Changes when a file of the extractor changes, so that no stale analysis is remembered."""
    folder = Path(str(resources.files("corpus_tool") / "extract"))
    stamps = (
        (str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(folder.rglob("*.*"))
    )
    return digest(__version__, *chain.from_iterable(stamp for stamp in stamps if ".pyc" not in stamp[0]))


def _analysis_key(document: Document) -> str:
    return digest(_extractor_revision(), json.dumps(rows.stored(document), sort_keys=True), size=32)


def _large(documents: Sequence[Document]) -> bool:
    return sum(len(document.text) for document in documents) > PARALLEL_CHARACTERS


def analyse(documents: Sequence[Document], project: Project, progress: Progress = _silent) -> list[Analysis]:
    """What `extract` finds in each document; documents analysed in an earlier run are looked up."""
    keys = [_analysis_key(document) for document in documents]
    known = project.remembered(keys)
    new = {key: document for key, document in zip(keys, documents, strict=True) if key not in known}
    progress("extract", len(known), len(documents))
    waiting = iter(new)
    for _, analyses in engine.map_batches(_analyse_batch, list(new.values()), parallel=_large(documents)):
        # Kept batch by batch: a long job that is stopped goes on from here.
        fresh = {key: analysis for analysis, key in zip(analyses, waiting, strict=False)}
        project.remember(fresh.items())
        known |= fresh
        progress("extract", len(known), len(documents))
    return [known[key] for key in keys]


def shared_passages(documents: Sequence[Document]) -> tuple[Passage, ...]:
    """Every passage that two documents share, in order; a large pile is worked on by several processes."""
    return tuple(chain.from_iterable(_spread(match.found_in, match.portions(documents))))


def _spread(function: Callable[[Sequence[Any]], Any], portions: Sequence[Any]) -> Iterator[Any]:
    """What the function makes of each portion, in order; several portions go to several processes."""
    found = engine.map_batches(function, portions, parallel=len(portions) > 1, size=1)
    return (result for _, result in found)


def judge(
    documents: Sequence[Document],
    analyses: Sequence[Analysis],
    *,
    codebook: Sequence[TrackedClaim] = (),
    decisions: Sequence[Decision] = (),
    progress: Progress = _silent,
) -> Findings:
    """Group the mentions into claims, trace them, and flag what a reader should know."""
    mentions = tuple(chain.from_iterable(analysis.mentions for analysis in analyses))
    credit = tuple(chain.from_iterable(analysis.credits for analysis in analyses))
    progress("match", 0, 2)
    passages = shared_passages(documents)
    progress("match", 1, 2)
    grouping = match.group(
        mentions, documents=documents, codebook=_read(codebook), decisions=decisions, spread=_spread
    )
    progress("match", 2, 2)
    traced = provenance.trace(documents, mentions, credit, passages, grouping)
    progress("provenance", 1, 1)
    return _with_accounts(
        Findings(
            settings=_settings(codebook),
            documents=tuple(documents),
            mentions=mentions,
            credits=credit,
            passages=passages,
            memberships=grouping.memberships,
            claims=traced.claims,
            derivations=traced.derivations,
            externals=traced.externals,
            flags=traced.flags,
        )
    )


def _read(codebook: Sequence[TrackedClaim]) -> list[TrackedClaim]:
    """The codebook with its wordings as they read, with their values and effects."""
    return [dataclasses.replace(claim, readings=tuple(_readings(claim))) for claim in codebook]


def _readings(claim: TrackedClaim) -> Iterator[Mention]:
    for number, text in enumerate((claim.statement, *claim.examples)):
        found = extract.mentions(
            Document(id=f"codebook-{claim.name}-{number}", text=text), every_sentence=True
        )
        yield from (dataclasses.replace(one, is_claim=True) for one in found if one.text == text)


def _with_accounts(findings: Findings) -> Findings:
    """The findings with what each article and post took, added and left out, told for the report."""
    accounts = tuple(_account(story) for story in provenance.stories(findings))
    return dataclasses.replace(findings, accounts=accounts)


def _account(story: provenance.DocumentStory) -> Account:
    took = [
        f"{_TAKES[taken.relation] if taken.directed else 'shares text with, order open:'} {taken.source} "
        f"(confidence {taken.confidence:.2f}). {' '.join(taken.evidence[:3])}"
        for taken in story.took
    ]
    took += [f"names {name}, which is not in the pile" for name in dict.fromkeys(story.externals) if name]
    left_out = [item for omission in story.omissions for item in omission.left_out]
    return Account(
        document_id=story.document.id,
        took=tuple(took),
        added=story.added,
        left_out=tuple(left_out),
        headline=story.headline,
        versions=story.versions,
    )


_TAKES = {"quotes": "quotes", "copies": "copies", "paraphrases": "retells", "cites": "cites"}


def _settings(codebook: Sequence[TrackedClaim]) -> dict[str, Any]:
    found: dict[str, Any] = dataclasses.asdict(DEFAULT)
    return {"version": __version__, "codebook": [claim.name for claim in codebook], **found}


def run(request: RunRequest) -> Findings:
    """Everything, from documents to findings; the project file, where one is named, keeps both.

    Raises:
        StoreError: The project file cannot be used.
    """
    documents = tuple(unique_ids(request.documents))
    if not request.keep_names:
        documents = pseudonyms.pseudonymised(documents)
    with engine.crew(), open_project(request.project) as project:
        analyses = analyse(documents, project, request.progress)
        findings = judge(
            documents,
            analyses,
            codebook=request.codebook,
            decisions=project.decisions(),
            progress=request.progress,
        )
        if request.project is not None:
            project.save(findings, version=__version__)
    return findings


def claim_rows(documents: Sequence[Document], *, every_sentence: bool) -> Iterator[Mention]:
    """Mentions of each document, in order; with ``every_sentence`` a row for every sentence."""
    for _, found in engine.map_batches(
        _all_sentences if every_sentence else extract.mentions_of, documents, parallel=_large(documents)
    ):
        yield from found


def _all_sentences(documents: Sequence[Document]) -> list[Mention]:
    return extract.mentions_of(documents, every_sentence=True)


def quote_rows(documents: Sequence[Document]) -> Iterator[tuple[Document, Attribution]]:
    """Each attribution with its document."""
    for batch, found in engine.map_batches(_attributions, documents, parallel=_large(documents)):
        for document, attributions in zip(batch, found, strict=True):
            yield from ((document, item) for item in attributions)


def _attributions(documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
    return [attribution.attributions(document) for document in documents]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """One pair to compare; ``fault`` says why it cannot be."""

    id: Any
    a: str = ""
    b: str = ""
    fault: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A pair, what is said of it, and both wordings laid against each other where that was asked for."""

    pair: PairRow
    comparison: Comparison
    pieces: tuple[Piece, ...] = ()

    def row(self) -> dict[str, Any]:
        """The answer as a row."""
        return {"id": self.pair.id, **rows.public(self.comparison)}


def compare_rows(pairs: Iterable[PairRow]) -> Iterator[dict[str, Any]]:
    """`compared` as rows."""
    return (one.row() for one in compared(pairs))


def compared(pairs: Iterable[PairRow], *, deep: bool = False, explain: bool = False) -> Iterator[Compared]:
    """An answer for every pair, in order; a pair that cannot be compared is answered with its fault.

    Args:
        pairs: The pairs.
        deep: Whether the transformer of the ``[semantic]`` extra looks at them too.
        explain: Whether to lay the wordings against each other.

    Raises:
        MissingExtraError: ``deep``, and the extra is not installed.
    """
    for batch in batched(pairs, engine.BATCH_ITEMS):
        sides = [
            Document(id=f"{number}{side}", text=getattr(pair, side))
            for number, pair in enumerate(batch)
            for side in "ab"
        ]
        by_side: dict[str, list[Mention]] = {side.id: [] for side in sides}
        for mention in extract.mentions_of(sides, every_sentence=True):
            by_side[mention.document_id].append(mention)
        for number, pair in enumerate(batch):
            a, b = by_side[f"{number}a"], by_side[f"{number}b"]
            if pair.fault is None:
                found = match.compare(a, b, deep=deep)
            else:
                found = Comparison(relation="unrelated", similarity=0.0, reasons=(f"failed: {pair.fault}",))
            laid = laid_out(a, b) if explain else ()
            yield Compared(pair=pair, comparison=found, pieces=laid)


def batched(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """Consecutive runs of ``size`` items; the last may be shorter."""
    stream = iter(items)
    while batch := tuple(islice(stream, size)):
        yield batch


def reuse_rows(documents: Sequence[Document]) -> tuple[Passage, ...]:
    """Every passage that two documents share."""
    return shared_passages(documents)


def document_reuse_rows(documents: Sequence[Document]) -> tuple[DocumentReuse, ...]:
    """How much of one document stands in another, for each two that share text."""
    return tuple(chain.from_iterable(_spread(match.shared_in, match.portions(documents))))
