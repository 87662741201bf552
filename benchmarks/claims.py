"""Check-worthiness against ClaimBuster: ``python -m benchmarks.claims``."""

from __future__ import annotations

import json
import random
import re
import time
import warnings
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.gold_corpus import corpora, read_documents
from benchmarks.table import Row, eval_data, show
from benchmarks.train_claimhood import fit, likelihoods, read, sentences
from corpus_tool.extract.mentions import mentions_of
from corpus_tool.extract.nlp import MODELS
from corpus_tool.extract.worth import worth
from corpus_tool.models import Document, Mention

BINS = 5


def _rows(data: Path) -> list[dict[str, object]]:
    path = data / "claims" / "claimbuster_test.json"
    return list(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else []


def _best(found: list[Mention]) -> Mention:
    """A row may hold two sentences: it is worthy if one is."""
    return max(found, key=lambda mention: mention.check_worthiness)


def scored(data: Path) -> list[tuple[int, float]]:
    """Label and score of each test row, through the command's own path."""
    rows = _rows(data)
    documents = [Document(id=str(row["sentence_id"]), text=str(row["text"])) for row in rows]
    by_row: dict[str, list[Mention]] = {}
    for mention in mentions_of(documents, every_sentence=True):
        by_row.setdefault(mention.document_id, []).append(mention)
    return [(int(str(row["label"])), _best(by_row[str(row["sentence_id"])]).check_worthiness) for row in rows]


def run(data: Path) -> list[Row]:
    """Macro-F1, average precision, calibration error and speed."""
    from sklearn.metrics import average_precision_score, f1_score

    pairs = scored(data)
    if not pairs:
        return []
    labels, scores = [label for label, _ in pairs], [score for _, score in pairs]
    chosen = [score >= 0.5 for score in scores]
    macro = float(f1_score(labels, chosen, average="macro"))
    precise = float(average_precision_score(labels, scores))
    return [
        Row(
            task="claims", metric="macro-F1 is_check_worthy", value=macro, floor=0.851, target=0.88, best=0.9
        ),
        Row(task="claims", metric="average precision", value=precise, floor=0.937),
        Row(task="claims", metric="calibration error", value=_calibration(pairs), note=_curve(pairs)),
        _claim_row(),
        Row(task="claims", metric="classifier sentences/s", value=_speed(data), target=20000.0),
        *speed_rows(),
    ]


def _bins(pairs: list[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    return [[pair for pair in pairs if min(BINS - 1, int(pair[1] * BINS)) == part] for part in range(BINS)]


def _calibration(pairs: list[tuple[int, float]]) -> float:
    """Mean distance between what is said and what is so, weighted by bin size."""
    gaps = [abs(sum(label - score for label, score in part)) for part in _bins(pairs)]
    return sum(gaps) / len(pairs)


def _curve(pairs: list[tuple[int, float]]) -> str:
    shares = [f"{sum(label for label, _ in part) / len(part):.2f}" for part in _bins(pairs) if part]
    return "share that is so, by fifth of score: " + " ".join(shares)


def _claim_row() -> Row:
    """Reliability of `is_claim` on the sample corpora: weights of all but the corpus asked."""
    found: list[tuple[int, float]] = []
    told = {folder.name: read(folder) for folder in corpora()}
    for held, unseen in told.items():
        known = [*sentences(), *(one for name, group in told.items() if name != held for one in group)]
        found += likelihoods(fit(known), unseen)
    return Row(
        task="claims",
        metric="calibration error is_claim",
        value=_calibration(found),
        note=_curve(found),
    )


def _speed(data: Path) -> float:
    texts = [str(row["text"]) for row in _rows(data)]
    worth(texts[:50])
    return 5 * len(texts) / _seconds(lambda: [worth(texts) for _ in range(5)])


def news_like() -> list[Document]:
    """The sample corpora twice over, figures and some words changed, so that nothing was met before."""
    chance = random.Random(1)
    made = []
    for folder in corpora():
        for document in read_documents(folder):
            for copy in ("a", "b"):
                text = _FIGURES.sub(
                    lambda match: str(chance.randrange(10 ** len(match.group()))), document.text
                )
                text = _LONG_WORDS.sub(
                    lambda match: match.group() if chance.random() > 0.1 else chance.choice(_OTHERS), text
                )
                made.append(Document(id=document.id + copy, kind=document.kind, text=text))
    return made


_FIGURES = re.compile(r"\d{1,9}")
_LONG_WORDS = re.compile(r"\b[a-z]{5,}\b")
_OTHERS = (
    "window",
    "garden",
    "winter",
    "market",
    "teacher",
    "village",
    "station",
    "summer",
    "picture",
    "building",
)


def speed_rows() -> list[Row]:
    """Words a second of the whole of `mentions_of`, and how many times those of a full spaCy pipeline."""
    documents = news_like()
    words = sum(len(document.text.split()) for document in documents)
    mentions_of(documents[:20])
    ours = words / _seconds(lambda: mentions_of(documents))
    theirs = _spacy_words(documents[: len(documents) // 4])
    rows = [Row(task="claims", metric="words/s, statements with all fields", value=ours)]
    if theirs > 0:
        note = f"spaCy, en_core_web_sm, all parts: {theirs:.0f} words/s"
        rows.append(
            Row(
                task="claims", metric="times the words/s of spaCy", value=ours / theirs, target=5.0, note=note
            )
        )
    return rows


def _spacy_words(documents: Sequence[Document]) -> float:
    """Words a second of the full English pipeline; 0 where none is installed."""
    name = next((model for model in MODELS if find_spec(model) is not None), None)
    if name is None:
        return 0.0
    import spacy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = spacy.load(name)
    texts = [document.text for document in documents]
    list(full.pipe(texts[:3]))
    return sum(len(text.split()) for text in texts) / _seconds(lambda: list(full.pipe(texts)))


def _seconds(work: Callable[[], object]) -> float:
    """Processor seconds: other work on the machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    show(run(eval_data()))
