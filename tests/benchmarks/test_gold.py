"""The scorer itself, on findings made by hand."""

from __future__ import annotations

import dataclasses

import pytest

from benchmarks import gold_graph as graph
from benchmarks import gold_scores as scores
from benchmarks.gold_align import Alignment, align, find_document, occurrences
from benchmarks.gold_corpus import GoldDocument, parse
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

TEXTS = {
    "D1": "Storks carry 40 letters a day. The mill is red, and it turns by night. What a sight!",
    "D2": "Storks, they say, carry forty letters a day.",
    "D3": "A stork carries 40 letters daily, says the Stork Board.",
}
STORKS, MILL, TURNS = "Storks carry 40 letters a day", "The mill is red", "it turns by night"


def given(key: str, document: str, quote: str, **more: object) -> dict:
    return {"id": key, "document": document, "quote": quote, **more}


def comes(source: str, target: str, *, kind: str = "document", directed: bool = True) -> dict:
    ends = {"from": {"type": kind, "id": source}, "to": {"type": "document", "id": target}}
    return {**ends, "relation": "copies", "directed": directed}


VAGUE = {"kind": "vague", "grade": "uncheckable"}
BOARD = {"kind": "organisation", "grade": "primary"}
FORTY = [{"kind": "quantity", "text": "40 letters", "value": 40}]


def table() -> dict:
    claim = {"id": "c1", "statement": STORKS, "tracked": "storks", "mentions": ["m1", "m4", "m5"]}
    return {
        "version": 1,
        "documents": [
            {"id": f"d{n}", "path": f"{n}.txt", "has": TEXTS[f"D{n}"][:20], "kind": "article"}
            for n in (1, 2, 3)
        ],
        "mentions": [
            given("m1", "d1", STORKS, slots=FORTY),
            given("m2", "d1", MILL),
            given("m3", "d1", TURNS),
            given("m4", "d2", "Storks, they say,  carry forty letters a day", attribution=VAGUE),
            given("m5", "d3", "A stork carries 40 letters daily", attribution=BOARD),
        ],
        "not_mentions": [{"document": "d1", "quote": "What a sight!"}],
        "claims": [{**claim, "origins": 2, "origin_range": [1, 2]}],
        "externals": [{"id": "x1", "name": "The Stork Board of Oland"}],
        "derivations": [
            comes("d1", "d2"),
            comes("d2", "d3", directed=False),
            comes("x1", "d3", kind="external"),
        ],
        "flags": [{"code": "value_drift", "claim": "c1"}, {"code": "single_origin", "claim": "c1"}],
    }


def mention(key: str, document: str, quote: str, **more: object) -> Mention:
    start = TEXTS[document].index(quote)
    span = {"start": start, "end": start + len(quote)}
    values = {"sentence": Span(**span), "is_claim": True, **span, **more}
    return Mention(id=key, document_id=document, text=quote, **values)


COUNT = Slot(kind="quantity", start=13, end=23, text="40 letters", low=40, high=40)


def findings(**changes: object) -> Findings:
    base = Findings(
        settings={},
        documents=tuple(
            Document(id=key, text=text, path=f"{key[1]}.txt") for key, text in TEXTS.items()
        ),
        mentions=(
            mention("p1", "D1", STORKS, slots=(COUNT,)),
            mention("p2", "D1", "The mill is red, and it turns by night"),
            mention("p3", "D2", TEXTS["D2"], attribution=Attribution(kind="vague", grade="uncheckable")),
            mention("p4", "D3", TEXTS["D3"]),
        ),
        memberships=tuple(Membership(mention_id=f"p{n}", claim_id="A", score=1) for n in (1, 3, 4)),
        claims=(Claim(id="A", statement="", tracked="storks", origin_count=2),),
    )  # fmt: skip
    return dataclasses.replace(base, **changes)


def aligned(**changes: object) -> Alignment:
    return align(parse("birds", table()), findings(**changes))


def edge(
    source: str, target: str, *, kind: str = "document", directed: bool = True, sure: float = 0.9
) -> Derivation:
    return Derivation(
        id=f"{source}{target}",
        source=End(type=kind, id=source),
        target=End(type="document", id=target),
        relation="copies",
        directed=directed,
        confidence=sure,
    )


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("a  b", "x a\n b", [(2, 6)]),
        ("say 'no'", "they say ‘no’", [(5, 13)]),
        ("ab", "ab ab", [(0, 2), (3, 5)]),
        ("zz", "ab ab", []),
        ("", "ab", []),
    ],
)
def test_occurrences_fold_space_and_quote_marks(quote, text, expected):
    assert occurrences(quote, text) == expected


def test_a_comment_is_not_found_inside_its_article():
    wanted = GoldDocument(id="c", path="1.txt", has="mill", kind="comment")
    article = Document(id="a", text="A long mill story.", path="1.txt")
    comment = Document(id="b", kind="comment", text="The mill!", path="1.txt")
    assert find_document(wanted, [article]) is None
    assert find_document(wanted, [article, comment]) == "b"


def test_one_long_mention_hits_two_clauses():
    found = aligned()
    assert scores.mention_recall(found) == 1
    assert scores.mention_precision(found) == 1
    assert [hit.id for hit in found.hits["m3"]] == ["p2"]


def test_a_mention_of_no_statement_is_false():
    extra = mention("p5", "D1", "What a sight!")
    found = aligned(mentions=(*findings().mentions, extra))
    assert scores.mention_precision(found) == pytest.approx(4 / 5)
    assert scores.false_mentions(found) == [extra]
    assert found.listed == {"p5"}


def test_quoted_lines_count_neither_way():
    gold = table()
    gold["mentions"][1]["quoted"] = True
    gold["mentions"][2]["quoted"] = True
    found = align(parse("birds", gold), findings())
    assert found.neutral == {"p2"}
    assert scores.mention_precision(found) == 1
    without = align(parse("birds", gold), findings(mentions=findings().mentions[:1]))
    assert [item.id for item in scores.missed_mentions(without)] == ["m4", "m5"]


def test_grades_and_slots_are_judged_on_hits():
    found = aligned()
    assert [(gold.id, ours.id) for gold, ours in scores.wrong_grades(found)] == [("m5", "p4")]
    assert scores.slot_accuracy(found) == 1
    bare = aligned(mentions=tuple(dataclasses.replace(item, slots=()) for item in findings().mentions))
    assert scores.slot_accuracy(bare) == 0


@pytest.mark.parametrize(
    ("wanted", "slot", "same"),
    [
        ({"kind": "percent", "value": 38}, {"kind": "percent", "low": 38, "high": 38}, True),
        ({"kind": "percent", "value": 38}, {"kind": "percent", "low": 30, "high": 38}, False),
        ({"kind": "quantity", "value": 50}, {"kind": "quantity", "low": 50}, True),
        ({"kind": "ratio", "value": 0.333}, {"kind": "ratio", "low": 1 / 3, "high": 1 / 3}, True),
        ({"kind": "ratio", "value": 0.4}, {"kind": "percent", "low": 40, "unit": "percent"}, True),
        ({"kind": "range", "low": 3, "high": 9}, {"kind": "range", "low": 3, "high": 9}, True),
        ({"kind": "range", "low": 3, "high": 9}, {"kind": "range", "low": 3, "high": 8}, False),
        ({"kind": "deadline", "value": "2030"}, {"kind": "date", "value": "2030"}, True),
        ({"kind": "deadline", "value": "2030"}, {"kind": "quantity", "low": 2030}, False),
        ({"kind": "actor", "value": "Stork Board"}, {"kind": "actor", "value": "the stork board"}, True),
        ({"kind": "actor", "value": "Stork Board"}, {"kind": "actor", "value": "the mill"}, False),
    ],
)  # fmt: skip
def test_same_value(wanted, slot, same):
    assert scores.same_value({"text": "", **wanted}, Slot(start=0, end=0, text="", **slot)) is same


def test_pairs_of_one_claim():
    assert scores.pair_tally(aligned()) == scores.Tally(right=3)
    split = (*findings().memberships[:2], Membership(mention_id="p4", claim_id="B", score=1))
    assert scores.pair_tally(aligned(memberships=split)) == scores.Tally(right=1, missed=2)
    merged = (*findings().memberships, Membership(mention_id="p2", claim_id="A", score=1))
    assert scores.pair_tally(aligned(memberships=merged)).extra == 7


def test_tracked_claims_and_origins():
    assert scores.tracked_tally(aligned()) == scores.Tally(right=3)
    assert scores.origin_rate(aligned()) == 1
    other = aligned(claims=(Claim(id="A", statement="", origin_count=1),))
    assert scores.origin_rate(other) == 0
    assert scores.origin_near(other) == 1
    assert scores.tracked_tally(other) == scores.Tally(missed=3)


def test_edges_open_order_and_what_the_chain_implies():
    ours = (
        edge("D1", "D2"),
        edge("D3", "D2", sure=0.4),
        edge("D1", "D3"),
        edge("X", "D3", kind="external"),
        edge("X", "D1", kind="external"),
    )
    found = aligned(derivations=ours, externals=(External(id="X", name="Stork Board"),))
    result = graph.edge_score(found)
    assert result.tally() == scores.Tally(right=3, extra=1)
    assert [item.target for item in result.extra] == ["d1"]
    assert [(item.source, item.target) for item in result.implied] == [("d1", "d3")]
    assert graph.of_documents(result) == scores.Tally(right=2)


def test_a_sure_order_is_wrong_where_the_gold_leaves_it_open():
    result = graph.edge_score(aligned(derivations=(edge("D2", "D3"), edge("D2", "D1"))))
    assert result.right == ()
    assert [(item.source, item.target) for item in result.extra] == [("d2", "d1")]


def test_mention_ends_stand_for_their_documents_and_loops_are_dropped():
    item = Derivation(
        id="e", source=End(type="mention", id="p1"), target=End(type="mention", id="p3"),
        relation="copies", directed=True, confidence=1,
    )  # fmt: skip
    inside = dataclasses.replace(item, id="f", target=End(type="mention", id="p2"))
    assert graph.edge_score(aligned(derivations=(item, inside))).tally() == scores.Tally(right=1, missed=2)


def flag(code: str, claim: str) -> Flag:
    return Flag(code=code, claim_id=claim, severity="low", sureness="certain", reason="")


def test_flags_are_matched_through_mentions():
    result = graph.flag_score(
        aligned(flags=(flag("value_drift", "A"), flag("circular", "A"), flag("circular", "B")))
    )
    assert result.right == (("value_drift", "c1"),)
    assert result.missed == (("single_origin", "c1"),)
    assert result.tally() == scores.Tally(right=1, missed=1, extra=2)
    assert result.by_code()["circular"] == scores.Tally(extra=2)


def test_same_name():
    assert graph.same_name("Dana Osei, spokeswoman of the board", "Dana Osei")
    assert not graph.same_name("Dana Osei", "the Board")
    assert not graph.same_name("", "the")
