"""Fit the weights of the reasons for taking a statement as checkable: ``python -m benchmarks.train_claimhood``.

Data: the sample corpora of this project, whose golds mark every checkable statement, and its
labelled sentences (``benchmarks/statements``). Printed is what the weights of the sentences and one
corpus reach on the other corpus; shipped are the weights of all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks.gold_align import Place, find_document, occurrences
from benchmarks.gold_corpus import corpora, load, read_documents
from corpus_tool.extract.claim_features import FEATURES, features
from corpus_tool.extract.claimhood import company, ruled_out
from corpus_tool.extract.kinds import kinds
from corpus_tool.extract.places import sentences_of
from corpus_tool.extract.statement import Statement
from corpus_tool.extract.tokens import tokens
from corpus_tool.extract.worth import worth_of
from corpus_tool.models import Document

OUT = Path(__file__).resolve().parents[1] / "corpus_tool" / "extract" / "weights" / "claimhood.json"
SENTENCES = Path(__file__).resolve().parent / "statements"
PLACES = {"headline": "title", "heading": "heading"}
"""Where a labelled sentence of some sort would stand; all others in a paragraph."""
STRENGTH = 1.5
CUT = 0.34
"""Share from which a statement is taken: a missed claim costs a reader more than an idle one."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """The statements of one document and which of them the gold marks."""

    statements: tuple[Statement, ...]
    marked: tuple[bool, ...]


def _gold_places(folder: Path, documents: tuple[Document, ...]) -> dict[str, list[Place]]:
    gold = load(folder)
    by_id = {document.id: document for document in documents}
    places: dict[str, list[Place]] = {}
    ids = {wanted.id: find_document(wanted, documents) for wanted in gold.documents}
    for found in ids.values():
        places.setdefault(found or "", [])
    for mention in gold.mentions:
        document = by_id.get(ids.get(mention.document) or "")
        if document is None:
            continue
        for name, text in (("text", document.text), ("title", document.title or "")):
            places[document.id] += [
                Place(document_id=document.id, field=name, start=start, end=end)
                for start, end in occurrences(mention.quote, text)
            ]
    return places


def read(folder: Path) -> list[Told]:
    """All statements of a corpus, by document."""
    documents = read_documents(folder)
    wanted = _gold_places(folder, documents)
    return [_told(document, wanted[document.id]) for document in documents if document.id in wanted]


def _told(document: Document, wanted: list[Place]) -> Told:
    places = [place for sentence in sentences_of(document) for place in (sentence.parts or (sentence.whole,))]
    scores = worth_of([place.words for place in places])
    statements = tuple(
        Statement(words=place.words, kinds=kinds(place.words), place=place.kind, worth=score)
        for place, score in zip(places, scores, strict=True)
    )
    own = [
        Place(document_id=document.id, field=place.field, start=place.span.start, end=place.span.end)
        for place in places
    ]
    return Told(statements, tuple(any(one.hits(other) for other in wanted) for one in own))


def sentences() -> list[Told]:
    """The labelled sentences, each a document of its own."""
    rows = [
        json.loads(line)
        for path in sorted(SENTENCES.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    cut = [tokens(row["text"]) for row in rows]
    return [
        Told(
            (
                Statement(
                    words=words, kinds=kinds(words), place=PLACES.get(row["sort"], "paragraph"), worth=score
                ),
            ),
            (row["claim"],),
        )
        for row, words, score in zip(rows, cut, worth_of(cut), strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Fit:
    """Both steps: reasons, then company."""

    reasons: Any
    company: Any


def _open(told: list[Told]) -> NDArray[np.bool_]:
    return np.array([not ruled_out(statement) for one in told for statement in one.statements])


def _rows(told: list[Told], scores: Floats) -> Floats:
    rows: list[list[float]] = []
    at = 0
    for one in told:
        size = len(one.statements)
        rows += company(one.statements, np.clip(scores[at : at + size], -4, 4).tolist())
        at += size
    return np.array(rows)


def fit(told: list[Told]) -> Fit:
    """Fit the reasons, then, on scores of documents not seen, the company (a lone sentence has none)."""
    matrix = np.array([features(statement) for one in told for statement in one.statements])
    labels = np.array([mark for one in told for mark in one.marked])
    groups = np.array([number for number, one in enumerate(told) for _ in one.statements])
    free = _open(told)
    accompanied = free & np.array([len(one.statements) > 1 for one in told for _ in one.statements])
    reasons = LogisticRegression(C=STRENGTH, max_iter=2000)
    unseen = cross_val_predict(
        reasons, matrix[free], labels[free], groups=groups[free], cv=GroupKFold(6), method="decision_function"
    )
    reasons.fit(matrix[free], labels[free])
    scores = reasons.decision_function(matrix)
    scores[free] = unseen
    near = LogisticRegression(C=STRENGTH, max_iter=2000).fit(
        _rows(told, scores)[accompanied], labels[accompanied]
    )
    return Fit(reasons, near)


def likelihoods(fitted: Fit, told: list[Told]) -> list[tuple[int, float]]:
    """Label and likelihood of every statement that no hard rule shuts out."""
    matrix = np.array([features(statement) for one in told for statement in one.statements])
    labels = [int(mark) for one in told for mark in one.marked]
    shares = fitted.company.predict_proba(_rows(told, fitted.reasons.decision_function(matrix)))[:, 1]
    return [
        (label, float(share)) for label, share, free in zip(labels, shares, _open(told), strict=True) if free
    ]


def report(fitted: Fit, told: list[Told]) -> str:
    """Recall and precision on statements that the fit has not seen."""
    matrix = np.array([features(statement) for one in told for statement in one.statements])
    labels = np.array([mark for one in told for mark in one.marked])
    rows = _rows(told, fitted.reasons.decision_function(matrix))
    taken = (fitted.company.predict_proba(rows)[:, 1] > CUT) & _open(told)
    hit = int((taken & labels).sum())
    return f"recall {hit / labels.sum():.3f} precision {hit / taken.sum():.3f}"


def main() -> None:
    """Print the figures across corpora, write the weights of all."""
    own = sentences()
    told = {folder.name: read(folder) for folder in corpora()}
    for held, unseen in told.items():
        known = [*own, *(one for name, group in told.items() if name != held for one in group)]
        print(held, "unseen:", report(fit(known), unseen))
    final = fit([*own, *(one for group in told.values() for one in group)])
    shift = float(np.log(CUT / (1 - CUT)))
    weights = {
        "reasons": {
            name: round(float(weight), 3)
            for (name, _), weight in zip(FEATURES, final.reasons.coef_[0], strict=True)
        },
        "bias": round(float(final.reasons.intercept_[0]), 3),
        "company": [round(float(weight), 3) for weight in final.company.coef_[0]],
        "company_bias": round(float(final.company.intercept_[0]) - shift, 3),
    }
    OUT.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
