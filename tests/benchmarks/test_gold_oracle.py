"""Findings that say just what the gold says get every point, so that each target can be reached."""

from __future__ import annotations

import pytest

from benchmarks import gold_graph as graph
from benchmarks import gold_scores as scores
from benchmarks.gold import rows_of
from benchmarks.gold_align import Alignment, align
from benchmarks.gold_corpus import Gold, corpora, load
from corpus_tool.models import (
    Attribution,
    Claim,
    Derivation,
    Document,
    End,
    External,
    Findings,
    Flag,
    Membership,
    Mention,
    Slot,
    Span,
)


def documents(gold: Gold) -> tuple[Document, ...]:
    """Each document as the words that the gold quotes of it."""
    found = []
    for item in gold.documents:
        quotes = [mention.quote for mention in gold.mentions if mention.document == item.id]
        text = "\n".join([item.has, *quotes])
        found.append(Document(id=f"our {item.id}", kind=item.kind, path=item.path, text=text))
    return tuple(found)


def slot(row: dict) -> Slot:
    value = row.get("value")
    number = isinstance(value, int | float)
    return Slot(
        kind=row["kind"],
        start=0,
        end=1,
        text=row["text"],
        value=None if number else value,
        low=row.get("low", value if number else None),
        high=row.get("high", value if number else None),
    )


def mentions(gold: Gold, documents: tuple[Document, ...]) -> tuple[Mention, ...]:
    texts = {document.id: document.text for document in documents}
    found = []
    for item in gold.mentions:
        start = texts[f"our {item.document}"].rindex(item.quote)
        end = start + len(item.quote)
        found.append(
            Mention(
                id=f"our {item.id}",
                document_id=f"our {item.document}",
                start=start,
                end=end,
                text=item.quote,
                sentence=Span(start=start, end=end),
                is_claim=True,
                attribution=Attribution(kind=item.kind, grade=item.grade),
                slots=tuple(slot(row) for row in item.slots),
            )
        )
    return tuple(found)


def oracle(gold: Gold) -> Findings:
    texts = documents(gold)
    claims = [
        Claim(id=f"our {claim.id}", statement="", tracked=claim.tracked, origin_count=claim.origins or 0)
        for claim in gold.claims
    ]
    return Findings(
        settings={},
        documents=texts,
        mentions=mentions(gold, texts),
        memberships=tuple(
            Membership(mention_id=f"our {key}", claim_id=f"our {claim.id}", score=1)
            for claim in gold.claims
            for key in claim.mentions
        ),
        claims=tuple(claims),
        derivations=tuple(
            Derivation(
                id=str(number),
                source=End(type=edge.source_type, id=f"our {edge.source}"),
                target=End(type="document", id=f"our {edge.target}"),
                relation="cites",
                directed=edge.directed,
                confidence=1,
            )
            for number, edge in enumerate(gold.edges)
        ),
        externals=tuple(External(id=f"our {key}", name=name) for key, name in gold.externals.items()),
        flags=tuple(
            Flag(code=code, claim_id=f"our {claim}", severity="low", sureness="certain", reason="")
            for code, claim in sorted(gold.flags)
        ),
    )


@pytest.fixture(scope="module", params=corpora(), ids=lambda path: path.name)
def found(request) -> Alignment:
    gold = load(request.param)
    return align(gold, oracle(gold))


def test_every_figure_is_one(found):
    assert {row.metric: row.value for row in rows_of(found) if row.value != 1} == {}


def test_nothing_is_listed_as_wrong(found):
    assert scores.missed_mentions(found) == []
    assert scores.false_mentions(found) == []
    assert scores.wrong_slots(found) == []
    assert graph.edge_score(found).extra == ()
    assert graph.flag_score(found).extra == ()


def test_gold_is_whole(found):
    """Every name that the gold uses is one it defines."""
    gold = found.gold
    known = {document.id for document in gold.documents}
    told = {mention.id for mention in gold.mentions}
    claims = {claim.id for claim in gold.claims}
    assert {mention.document for mention in (*gold.mentions, *gold.not_mentions)} <= known
    assert {key for claim in gold.claims for key in claim.mentions} <= told
    assert {claim for _, claim in gold.flags} <= claims
    assert {edge.source for edge in gold.edges} <= known | set(gold.externals)
    assert {edge.target for edge in gold.edges} <= known
