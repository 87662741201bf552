"""Questions to findings."""

from __future__ import annotations

from corpus_tool.models import Findings
from corpus_tool.provenance import show_document, stories, trace_claim, why_flag
from tests.provenance.factory import Pile, source

POINTS = [
    "Every flat in the block gets a meter that counts the minutes of each shower.",
    "Those who reach forty minutes a week lose the right to use the roof garden.",
    "Neighbours can look up each other's minutes on a board beside the lift.",
]


def findings() -> Findings:
    pile = Pile()
    pile.document("ash", published="2021-01-01", title="The shower board is here")
    pile.document("birch", published="2021-02-01", title="The shower board is here, and 900 flats have it")
    for number, point in enumerate(POINTS):
        pile.told("ash", f"c{number}", f"• {point}", certainty=0.5)
    for number, point in enumerate(POINTS[:2]):
        pile.told("birch", f"c{number}", f"• {point}")
        pile.shared("ash", "birch", point)
    pile.told("birch", "own", "The owners deny nothing.", attribution=source("Water Board"))
    found, grouping = pile.traced(), pile.grouping()
    return Findings(
        settings={}, documents=tuple(pile.documents.values()), mentions=tuple(pile.mentions),
        passages=tuple(pile.passages), memberships=grouping.memberships, claims=found.claims,
        derivations=found.derivations, externals=found.externals, flags=found.flags,
    )  # fmt: skip


def test_trace_claim() -> None:
    traced = trace_claim(findings(), "c0")
    assert traced is not None
    assert [(t.document_id, t.depth) for t in traced.tellings] == [("ash", 0), ("birch", 1)]
    assert trace_claim(findings(), "none such") is None


def test_what_would_change_the_count() -> None:
    text = (
        "Every flat in the block gets a meter that counts the minutes of each shower, and none may refuse it."
    )
    pile = Pile()
    for number, name in enumerate(("ash", "birch", "cedar")):
        pile.document(name, published=f"2021-0{number + 1}-01")
    pile.told("ash", "c", text)
    pile.told("birch", "c", text)
    pile.told("birch", "c", "The meters are counting, and the board by the lift shows who showers long.")
    pile.told("cedar", "c", "The meters are counting, and the board by the lift shows who showers long.")
    pile.shared("ash", "birch", text)
    pile.shared(
        "birch", "cedar", "The meters are counting, and the board by the lift shows who showers long."
    )
    found, grouping = pile.traced(), pile.grouping()
    everything = Findings(
        settings={}, documents=tuple(pile.documents.values()), mentions=tuple(pile.mentions),
        passages=tuple(pile.passages), memberships=grouping.memberships, claims=found.claims,
        derivations=found.derivations, externals=found.externals, flags=found.flags,
    )  # fmt: skip
    traced = trace_claim(everything, "c")
    assert traced is not None
    assert traced.claim.origin_count == 1
    assert [turn for turn in traced.turns if turn.startswith("Without The Birch Paper")] == [
        "Without The Birch Paper this pile would show 2 origins instead of 1."
    ]
    assert any("dates alone" in turn for turn in traced.turns)


def test_why_flag() -> None:
    reason = why_flag(findings(), "certainty_gained", "c0")
    assert reason is not None
    assert len(reason.proof) == 2
    assert any("took it from" in step for step in reason.steps)
    assert why_flag(findings(), "circular", "c0") is None


def test_show_document() -> None:
    story = show_document(findings(), "birch")
    assert story is not None
    assert story.took[0].left_out == (f"• {POINTS[2]}",)
    assert story.omissions[0].left_out == (POINTS[2],)
    assert story.added == ("The owners deny nothing.",)
    assert any("added" in sentence for sentence in story.headline)
    assert any("900" in sentence for sentence in story.headline)
    assert show_document(findings(), "none such") is None


def test_stories_tell_of_each_article_what_show_document_tells() -> None:
    found = findings()
    told = list(stories(found))
    assert [story.document.id for story in told] == ["ash", "birch"]
    assert told == [show_document(found, story.document.id) for story in told]
