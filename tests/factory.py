"""Small things for tests to build on: one line each, everything else at its default."""

from __future__ import annotations

import dataclasses
from typing import Any

from corpus_tool.models import (
    Account,
    Attribution,
    Claim,
    Credit,
    Derivation,
    Document,
    End,
    External,
    Findings,
    Flag,
    Kept,
    Membership,
    Mention,
    Passage,
    PassageSide,
    Slot,
    Span,
    TextSpan,
)


def document(identity: str = "d1", text: str = "The harbour fee is 40 crowns.", **more: Any) -> Document:
    """An article that kept everything."""
    whole = Kept(links=True, block_quotes=True, dates=True, images=True, bylines=True)
    return dataclasses.replace(Document(id=identity, text=text, kept=whole), **more)


def mention(home: Document, quote: str, **more: Any) -> Mention:
    """The statement ``quote`` makes in a document; ``quote`` is its own sentence."""
    start = home.text.index(quote)
    end = start + len(quote)
    found = Mention(
        id=f"m-{home.id}-{start}",
        document_id=home.id,
        start=start,
        end=end,
        text=quote,
        sentence=Span(start=start, end=end),
        kinds=("fact",),
        is_claim=True,
        is_check_worthy=True,
        check_worthiness=0.9,
    )
    return dataclasses.replace(found, **more)


def part(home: Document, quote: str) -> TextSpan:
    """A piece of a document as a span."""
    start = home.text.index(quote)
    return TextSpan(start=start, end=start + len(quote), text=quote)


def slot(home: Document, quote: str, **more: Any) -> Slot:
    """A value in a document."""
    start = home.text.index(quote)
    return Slot(start=start, end=start + len(quote), text=quote, **{"kind": "quantity", **more})


HOSTILE_TITLE = '=HYPERLINK("https://evil.example","Fee") <script>alert(1)</script>'
HOSTILE_TEXT = (
    "Officials said the fee is 40 crowns. <script>alert('x')</script> "
    "[click](javascript:alert(1)) costs `nothing` | really.\u2028A line separator \u202e and a mark of "
    "direction \u200f stand here. <img src=https://evil.example/p.png onerror=alert(2)>"
)
HOSTILE_NAME = "@SUM(A1:A9) <b>Mallory</b>"


def _documents() -> tuple[Document, ...]:
    first = document(
        "d1",
        HOSTILE_TEXT,
        title=HOSTILE_TITLE,
        publisher="-2+3 Harbour & Sons",
        author="Ada <i>Ink</i>",
        url="javascript:alert(3)",
        published="2016-03-01",
        path='articles/"one" & <two>.html',
    )
    second = document(
        "d2",
        "The fee is 60 crowns, and every boat pays it. A magazine wrote so.",
        title="Every boat pays",
        publisher="The Quay",
        url="https://quay.example/boats?a=1&b=<2>",
        path="articles/quay.txt",
        kept=Kept(bylines=True),
        status="partial",
        status_reason="the file ends in the middle of a character",
    )
    comment = document(
        "d3",
        "Where does the 60 crowns come from?",
        kind="comment",
        thread_id="d2",
        author=HOSTILE_NAME,
        path="articles/quay.txt",
        part=1,
    )
    third = document("d4", "The fee is 60 crowns, and every boat pays it.", title="+1 for boats", path="c.md")
    return first, second, comment, third


def _mentions(documents: tuple[Document, ...]) -> tuple[Mention, ...]:
    first, second, comment, third = documents
    stated = mention(
        first,
        "Officials said the fee is 40 crowns.",
        certainty=0.55,
        slots=(slot(first, "40 crowns", kind="money", low=40.0, high=40.0, unit="crown"),),
        attribution=Attribution(
            kind="vague", grade="uncheckable", source=part(first, "Officials"), cue=part(first, "said")
        ),
        hedges=(part(first, "said"),),
        kinds=("fact", "mandate"),
    )
    linked = mention(
        first,
        "[click](javascript:alert(1)) costs `nothing` | really.",
        polarity="negative",
        governed_by=part(first, "<script>alert('x')</script>"),
    )
    told = mention(
        second,
        "The fee is 60 crowns",
        slots=(slot(second, "60 crowns", kind="money", low=60.0, high=60.0, unit="crown"),),
        attribution=Attribution(
            kind="outlet", grade="secondary", source=part(second, "A magazine"), external="=Mast(1) & <Sail>"
        ),
    )
    asked = mention(comment, "the 60 crowns", quoted=True)
    again = mention(third, "The fee is 60 crowns", attribution=Attribution(kind="lost", grade="uncheckable"))
    return stated, linked, told, asked, again


def _claims(mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    stated, linked, told, asked, again = (found.id for found in mentions)
    fee = Claim(
        id="c1",
        statement="=The fee is <60> crowns | [so](javascript:alert(4))",
        kinds=("fact",),
        tracked="<fee>",
        mention_ids=(stated, told, asked, again),
        document_count=4,
        origin_count=2,
        origin_range=(1, 3),
        sourced_origin_count=1,
        earliest_mention_ids=(stated,),
        flags=("value_drift", "caveat_not_carried"),
    )
    other = Claim(
        id="c2",
        statement="@Clicking costs nothing",
        kinds=("other",),
        mention_ids=(linked,),
        document_count=1,
        origin_count=1,
        origin_range=(1, 1),
    )
    return fee, other


def _derivations() -> tuple[Derivation, ...]:
    return (
        Derivation(
            id="r1",
            source=End(type="document", id="d2"),
            target=End(type="document", id="d4"),
            relation="copies",
            directed=True,
            confidence=0.92,
            evidence=("shares <b>nine</b> words in a row",),
        ),
        Derivation(
            id="r2",
            source=End(type="external", id="x1"),
            target=End(type="mention", id="m-d2-0"),
            relation="cites",
            directed=True,
            confidence=0.8,
        ),
        Derivation(
            id="r3",
            source=End(type="document", id="d1"),
            target=End(type="document", id="d2"),
            relation="paraphrases",
            directed=False,
            confidence=0.4,
        ),
    )


def _flags() -> tuple[Flag, ...]:
    return (
        Flag(
            code="value_drift",
            claim_id="c1",
            severity="medium",
            sureness="certain",
            reason="One says 40 crowns, two say 60 <crowns> | really",
            mention_ids=("m-d1-0", "m-d2-0", "m-d4-0"),
        ),
        Flag(
            code="caveat_not_carried",
            claim_id="c1",
            severity="high",
            sureness="possible",
            reason="-The doubt did not travel",
            mention_ids=("m-d1-0", "m-d4-0"),
        ),
    )


def _shared(documents: tuple[Document, ...]) -> Passage:
    _, second, _, third = documents
    text = third.text
    return Passage(
        left=PassageSide(document_id=second.id, start=0, end=len(text), text=second.text[: len(text)]),
        right=PassageSide(document_id=third.id, start=0, end=len(text), text=text),
        similarity=1.0,
        grade="verbatim",
    )


def findings() -> Findings:
    """Findings of a small pile whose every text tries to break out of its place."""
    documents = _documents()
    mentions = _mentions(documents)
    claims = _claims(mentions)
    source = part(documents[1], "A magazine wrote so.")
    return Findings(
        settings={"version": "0", "codebook": ["<fee>"]},
        documents=documents,
        mentions=mentions,
        credits=(
            Credit(document_id="d2", start=source.start, end=source.end, text=source.text, cue="wrote"),
        ),
        passages=(_shared(documents),),
        memberships=tuple(
            Membership(mention_id=identity, claim_id=claim.id, score=0.9)
            for claim in claims
            for identity in claim.mention_ids
        ),
        claims=claims,
        derivations=_derivations(),
        externals=(External(id="x1", name="=Mast(1) & <Sail>", mention_ids=("m-d2-0",)),),
        flags=_flags(),
        accounts=(
            Account(
                document_id="d4",
                took=("copies =Mast <b>",),
                left_out=("[a](javascript:alert(1))",),
                headline=("says more <than> its text",),
            ),
        ),
    )
