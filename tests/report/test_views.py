"""What the page says: findings ranked, wordings marked, chains drawn, counts in words."""

from __future__ import annotations

import dataclasses

import pytest

from corpus_tool.models import Attribution, Claim, Document, Findings, Flag, Given, Mention, TextSpan
from corpus_tool.report import FLAG_NAMES, leading
from corpus_tool.report.chain import MOST_NODES, Edge, Node, draw
from corpus_tool.report.claim_view import sourcing_note
from corpus_tool.report.document_view import document_views
from corpus_tool.report.view import Index, reading, unread, wanted
from corpus_tool.report.wordings import wordings
from corpus_tool.report.words import count, disputed, document_name, listed, shortened, sourcing
from tests.factory import document, findings, mention, part, slot


def _flagged(*flags: tuple[str, str, str, str]) -> Findings:
    claims = tuple(Claim(id=f"c{n}", statement=f"statement {n}", document_count=3) for n in range(6))
    made = tuple(
        Flag(code=code, claim_id=claim, severity=severity, sureness=sureness, reason="why")  # type: ignore[arg-type]
        for code, claim, severity, sureness in flags
    )
    return Findings(settings={}, claims=claims, flags=made)


def test_the_gravest_and_surest_finding_comes_first() -> None:
    found = leading(
        _flagged(
            ("value_drift", "c1", "medium", "certain"),
            ("circular", "c2", "high", "possible"),
            ("circular", "c3", "high", "certain"),
        ),
        7,
    )
    assert [lead.flag.claim_id for lead in found] == ["c3", "c2", "c1"]


def test_no_kind_and_no_claim_crowds_the_first_screen() -> None:
    many = [("single_origin", f"c{n}", "high", "certain") for n in range(5)]
    more = [(code, "c5", "high", "certain") for code in ("circular", "value_drift", "actor_drift")]
    found = leading(_flagged(*many, *more), 7)
    assert [lead.flag.code for lead in found].count("single_origin") == 2
    assert [lead.flag.claim_id for lead in found].count("c5") == 2


def test_findings_of_low_weight_do_not_lead() -> None:
    assert leading(_flagged(("value_drift", "c1", "low", "certain")), 7) == []


def test_the_order_of_flags_given_does_not_matter() -> None:
    flags = [("value_drift", "c1", "high", "certain"), ("value_drift", "c2", "high", "certain")]
    assert leading(_flagged(*flags), 1) == leading(_flagged(*reversed(flags)), 1)


def test_every_flag_has_a_name_a_reader_sees() -> None:
    assert FLAG_NAMES["repeated_unsourced"] == "Repeated; no source given"
    assert FLAG_NAMES["thread_born"] == "Appeared in a comment first"
    assert len(FLAG_NAMES) == 13


def _marked(found: list) -> list[list[tuple[str, str]]]:
    return [[(part.text, part.mark) for part in wording.segments if part.mark] for wording in found]


def test_wordings_mark_values_hedges_and_what_differs() -> None:
    first = document("d1", "The fee is 40 crowns.")
    second = document("d2", "The port fee is reportedly 60 crowns.")
    told = mention(first, first.text, slots=(slot(first, "40 crowns"),))
    again = mention(
        second, second.text, slots=(slot(second, "60 crowns"),), hedges=(part(second, "reportedly"),)
    )
    found = wordings([told, again], told)
    assert _marked(found) == [
        [("40 crowns", "value")],
        [("port", "differs"), ("reportedly", "hedge"), ("60 crowns", "value")],
    ]
    assert ["".join(segment.text for segment in wording.segments) for wording in found] == [
        first.text,
        second.text,
    ]


def test_one_wording_used_twice_is_shown_once() -> None:
    homes = [document(f"d{n}", "The fee is “40” crowns.") for n in range(2)]
    told = [mention(home, home.text) for home in homes]
    (found,) = wordings(told, told[0])
    assert len(found.mentions) == 2


def _nodes(number: int) -> list[Node]:
    return [Node(id=f"n{k}", label=f"Paper <{k}>", note="no date") for k in range(number)]


def _edge(source: int, target: int, *, directed: bool = True) -> Edge:
    return Edge(source=f"n{source}", target=f"n{target}", directed=directed, sure=True, label="copies")


def test_a_chain_is_drawn_left_to_right() -> None:
    drawing = str(draw(_nodes(3), [_edge(0, 1), _edge(1, 2)], name="x"))
    columns = [int(piece.split('"')[0]) for piece in drawing.split('<rect x="')[1:]]
    assert columns == sorted(set(columns))
    assert "Paper &lt;1&gt;" in drawing
    assert drawing.count("marker-end") == 2


def test_a_circle_of_retelling_can_be_drawn() -> None:
    drawing = str(draw(_nodes(3), [_edge(0, 1), _edge(1, 2), _edge(2, 0)], name="x"))
    assert drawing.count("<rect") == 3


def test_an_open_direction_has_no_head() -> None:
    assert "marker-end" not in str(draw(_nodes(2), [_edge(0, 1, directed=False)], name="x"))


@pytest.mark.parametrize(("nodes", "edges"), [(2, 0), (MOST_NODES + 1, 1)])
def test_too_little_or_too_much_is_not_drawn(nodes: int, edges: int) -> None:
    assert draw(_nodes(nodes), [_edge(0, 1)] * edges, name="x") == ""


def test_a_long_chain_does_not_exhaust_the_stack() -> None:
    edges = [_edge(k, k + 1) for k in range(MOST_NODES - 1)]
    assert str(draw(_nodes(MOST_NODES), edges, name="x")).count("<rect") == MOST_NODES


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"document_count": 0}, "No document of this pile states it"),
        (
            {"document_count": 1, "origin_count": 1, "origin_range": (1, 1)},
            "1 document states it; 1 origin in",
        ),
        ({"document_count": 4, "origin_count": 2, "origin_range": (1, 3)}, "between 1 and 3"),
        (
            {"document_count": 4, "origin_count": 2, "origin_range": (2, 2), "sourced_origin_count": 2},
            "each names a source",
        ),
        (
            {"document_count": 4, "origin_count": 2, "origin_range": (2, 2)},
            "no earliest telling names a source one could check",
        ),
    ],
)
def test_sourcing_is_said_in_one_sentence(claim: dict, words: str) -> None:
    assert words in sourcing_note(Claim(id="c", statement="s", **claim))


@pytest.mark.parametrize(
    ("attribution", "words"),
    [
        (Attribution(), "gives no source"),
        (Attribution(kind="vague", grade="uncheckable"), "names no one in particular"),
        (Attribution(kind="lost", grade="uncheckable"), "points to a source that this file lost"),
        (Attribution(kind="outlet", grade="secondary", external="The Mast"), "credits The Mast"),
        (
            Attribution(kind="person", grade="primary", source=TextSpan(start=0, end=3, text="Ada")),
            "credits Ada",
        ),
    ],
)
def test_what_a_telling_rests_on_is_said_in_a_few_words(attribution: Attribution, words: str) -> None:
    assert sourcing(attribution) == words


def test_what_was_read_is_said_in_plain_words() -> None:
    assert reading(findings()) == [
        "Read: 3 articles and 1 comment from 3 files.",
        "Found: 5 checkable statements; 1 claim stated in two documents or more.",
    ]
    assert unread(findings()) == ["articles/quay.txt: partial: the file ends in the middle of a character"]


def test_sources_that_settle_most_are_wanted_first() -> None:
    (found,) = wanted(Index(findings=findings()))
    assert (found.name, found.claims) == ("=Mast(1) & <Sail>", 1)


def test_two_documents_of_one_name_are_told_apart() -> None:
    homes = tuple(dataclasses.replace(document(f"d{n}"), title="Fees", path=f"x/{n}.txt") for n in range(2))
    names = Index(findings=Findings(settings={}, documents=homes)).names
    assert names == {"d0": "Fees (0.txt)", "d1": "Fees (1.txt)"}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (count(1, "claim"), "1 claim"),
        (count(1200, "claim"), "1,200 claims"),
        (count(2, "box", "boxes"), "2 boxes"),
        (listed([]), ""),
        (listed(["a"]), "a"),
        (listed(["a", "b", "c"]), "a, b and c"),
        (shortened("one two three", 9), "one two…"),
        (shortened("short", 8), "short"),
        (document_name(Document(id="d", kind="comment")), "comment by unnamed"),
        (document_name(Document(id="d", kind="post", author="Commenter 1F")), "post by Commenter 1F"),
        (document_name(Document(id="d", path="a/b.txt")), "a/b.txt"),
        (document_name(Document(id="d", title="T", publisher="P")), "P: T"),
    ],
)
def test_small_wordings(found: str, expected: str) -> None:
    assert found == expected


def test_a_quoted_mention_is_no_telling_of_its_own() -> None:
    quoted = [found for found in findings().mentions if found.quoted]
    assert isinstance(quoted[0], Mention)
    assert quoted[0].document_id == "d3"


def test_a_page_of_two_minds_says_so_in_one_line() -> None:
    given = (
        Given(field="published", place="json-ld", value="2015-05-03T08:00:00Z"),
        Given(field="published", place="byline", value="2015-05-05"),
    )
    assert disputed(given) == "2 days are given: 2015-05-03 (JSON-LD), 2015-05-05 (byline); the first is used"
    views = document_views(Index(findings=Findings(settings={}, documents=(document(given=given),))))
    assert views[0].disputed == (disputed(given),)
