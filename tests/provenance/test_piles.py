"""Three small piles on topics of their own, through the real pipeline: what came from where is known.

The texts were written for these tests. A finding is looked for by words of the statement it is about,
since claims are the pipeline's own.
"""

from __future__ import annotations

import re

import pytest

from corpus_tool import pipeline
from corpus_tool.models import Claim, Document, Findings, Kept, Note

KEPT = Kept(links=True, block_quotes=True, dates=True, images=True, bylines=True)

POINTS = (
    "• A moss roof cuts the heating bill of a house by 40 percent.\n"
    "• A moss roof lasts for 60 years without a single repair.\n"
    "• Every new house in Velden must have a moss roof by 2031.\n"
    "• Insurers in Velden take 120 crowns off the premium of a house with a moss roof."
)
DOUBT = "Update: Nobody could confirm the leaflet on which I based this post. Treat all of this with caution."


def doc(name: str, text: str, **more: object) -> Document:
    more.setdefault("kept", KEPT)
    notes = (
        (Note(start=text.index("Update:"), end=len(text), kind="update"),) if "Update:" in text else ()
    )
    return Document(id=name, text=text, notes=notes, **more)


def moss() -> tuple[Document, ...]:
    return (
        doc("post", f"A man at the market gave me a leaflet. If that leaflet is right, this is what moss does:\n\n{POINTS}\n\n{DOUBT}", publisher="Hollow Post", title="Moss above our heads", published="2019-03-04"),
        doc("tile", f"Everybody talks about moss. Here is why, via Hollow Post.\n\n{POINTS}\n\nWe shall come back to gutters next week.", publisher="Tile & Timber", title="The green hat", published="2019-03-20"),
        doc("roof", "My uncle laid slates for forty years and never smiled. A moss roof cuts the heating bill of a house by 40 percent. He would have laughed at that. A moss roof lasts for 60 years without a single repair. So much for the family trade, he would have said, and gone for his tea. Every new house in Velden must have a moss roof by 2031.", publisher="Roofers Weekly", title="Slates and tears"),
        doc("home", "Winter comes again. A roof made of moss takes 40 percent off the heating bill of a house, Tile & Timber reports. The neighbours are envious already.", publisher="Homeward", title="Warm under moss", published="2019-06-11"),
        doc("cour", "What is true about the roofs? No new house in Velden has to have a moss roof by 2031, says Ada Brill of the Building Office. A duty was never discussed, she adds.", publisher="Velden Courier", title="Nobody has to grow moss", published="2019-07-02"),
        doc("ask", "Where does the 40 percent off the heating bill come from? Does anybody have a source for that?", kind="comment", thread_id="tile", parent_id="tile", published="2019-03-21"),
        doc("other", "The bakers of Velden sold 4,100 loaves on Saturday, the guild says. Rye was the favourite.", publisher="Crumb", title="Loaves", published="2019-03-21"),
    )  # fmt: skip


def ferries() -> tuple[Document, ...]:
    return (
        doc("quay", "According to the magazine Harbour & Hull, the ferry Marlin carried 2.3 million passengers in 2020. That is a lot of sandwiches.", publisher="Quay Gazette", title="A busy boat", published="2021-02-10"),
        doc("low", "Boats again. The ferry Marlin carried 2.3 million passengers in 2020, Harbour & Hull reported. I was one of them, twice.", publisher="Lowtide Letters", title="On deck"),
        doc("buoy", "The ferry Marlin carried 2.3 million passengers in 2020, as Harbour & Hull writes in its spring issue. The bar was shut.", publisher="The Buoy", title="Spring tides", published="2021-04-01"),
        doc("mast", "The ferry Marlin carried 3.2 million passengers in 2020. No wonder the paint is gone.", publisher="Mast Daily", title="Paint wanted", published="2021-05-09"),
        doc("rig", "The shipyard in Osten will shut in May and 300 welders will lose their jobs, The Spar reports. Sad news for the pubs.", publisher="Rigging News", title="Last rivet"),
        doc("spar", "The shipyard in Osten will close in May and 300 welders will lose their jobs, Rigging News reports. The mayor was not to be reached.", publisher="The Spar", title="Osten in the dark"),
        doc("keel", "The harbour master, Lene Prat, counted 412 swans in January. She counts them every year, she says.", publisher="Keel", title="Swans", published="2021-01-30"),
        doc("keel2", "There were 412 swans in the harbour in January, according to the Bird Observatory. They eat the weed.", publisher="Weed & Wader", title="White birds", published="2021-02-02"),
    )  # fmt: skip


def hives() -> tuple[Document, ...]:
    return (
        doc("api", "The bee hotels in Marrowby are run by two companies, Apiva and Nectaro. They stand in every park.", publisher="Hive Mind", title="Rooms for bees", published="2020-03-01"),
        doc("town", "The town council runs the bee hotels in Marrowby. It also runs the fountain.", publisher="Marrowby Mirror", title="Council bees", published="2020-03-14"),
        doc("forum", "Be careful if you visit. In Marrowby you pay a fine of 75 crowns if you mow the lawn before noon.", kind="post", thread_id="forum", published="2020-05-01"),
        doc("re1", "Who says that? Is there a source for the fine of 75 crowns?", kind="comment", thread_id="forum", parent_id="forum", published="2020-05-02"),
        doc("re2", "Lovely flowers there in spring.", kind="comment", thread_id="forum", parent_id="forum", published="2020-05-03"),
        doc("lawn", "Odd rules, part nine. In Marrowby you pay a fine of 75 crowns if you mow your lawn before noon. Pity the early bird.", publisher="Turf Talk", title="Do not mow", published="2020-06-01"),
        doc("few", "Only customers who signed up for the trial receive a free jar of honey from the mill. The trial ends in May.", publisher="Small Coin", title="Jars", published="2020-04-02"),
        doc("all", "Every resident receives a free jar of honey from the mill. Queues were long.", publisher="Sweet Tooth", title="Free honey", published="2020-04-20"),
        doc("cnt", "Marrowby has 212 bee hotels, the parks department counts. Each is cleaned in March.", publisher="Garden Line", title="Counting rooms", published="2020-02-02"),
    )  # fmt: skip


@pytest.fixture(scope="module")
def found() -> dict[str, Findings]:
    piles = {"moss": moss(), "ferries": ferries(), "hives": hives()}
    return {
        name: pipeline.run(pipeline.RunRequest(documents=documents, keep_names=True))
        for name, documents in piles.items()
    }


def claims_told(findings: Findings, pattern: str) -> list[Claim]:
    """Claims that hold a statement with these words, the most told first."""
    told = {m.id for m in findings.mentions if re.search(pattern, m.text)}
    held = [c for c in findings.claims if told & set(c.mention_ids)]
    return sorted(held, key=lambda c: (-c.document_count, c.id))


def codes(findings: Findings, pattern: str) -> set[str]:
    return {code for claim in claims_told(findings, pattern) for code in claim.flags}


def ties(findings: Findings) -> set[tuple[str, str]]:
    """Directed ties between documents that are more likely than not."""
    return {
        (d.source.id, d.target.id)
        for d in findings.derivations
        if d.directed and d.confidence >= 0.5 and d.source.type == d.target.type == "document"
    }


def open_ties(findings: Findings) -> set[frozenset[str]]:
    return {frozenset((d.source.id, d.target.id)) for d in findings.derivations if not d.directed}


@pytest.mark.parametrize(
    ("pile", "tie"),
    [
        ("moss", ("post", "tile")), ("moss", ("tile", "home")), ("ferries", ("rig", "spar")),
        ("ferries", ("spar", "rig")), ("hives", ("forum", "lawn")),
    ],
)  # fmt: skip
def test_who_took_it_from_whom(found: dict[str, Findings], pile: str, tie: tuple[str, str]) -> None:
    assert tie in ties(found[pile])


def test_an_undated_copy_is_tied_and_never_the_source(found: dict[str, Findings]) -> None:
    pairs = ties(found["moss"]) | {tuple(sorted(pair)) for pair in open_ties(found["moss"])}
    assert any("roof" in pair for pair in pairs)
    assert not {target for source, target in ties(found["moss"]) if source == "roof"}


@pytest.mark.parametrize("pile", ["moss", "ferries", "hives"])
def test_nothing_else_is_tied(found: dict[str, Findings], pile: str) -> None:
    strangers = {"other", "cour", "keel", "keel2", "mast", "cnt", "town", "api"}
    assert not {pair for pair in ties(found[pile]) if strangers & set(pair)}


@pytest.mark.parametrize(
    ("pile", "pattern", "count"),
    [
        ("moss", r"40 percent", 1), ("moss", r"60 years", 1), ("ferries", r"[23]\.[23] million", 2),
        ("ferries", r"shipyard", 1), ("hives", r"75 crowns", 1), ("ferries", r"412 swans", 2),
    ],
)  # fmt: skip
def test_origins(found: dict[str, Findings], pile: str, pattern: str, count: int) -> None:
    assert [c.origin_count for c in claims_told(found[pile], pattern)][:1] == [count]


@pytest.mark.parametrize(
    ("pile", "pattern", "code", "expected"),
    [
        ("moss", r"40 percent", "certainty_gained", True),
        ("moss", r"40 percent", "caveat_not_carried", True),
        ("moss", r"40 percent", "repeated_unsourced", True),
        ("moss", r"40 percent", "single_origin", True),
        ("moss", r"40 percent", "source_requested", True),
        ("moss", r"40 percent", "value_drift", False),
        ("moss", r"40 percent", "actor_drift", False),
        ("moss", r"60 years", "caveat_not_carried", True),
        ("moss", r"60 years", "contradicted", False),
        ("moss", r"by 2031", "contradicted", True),
        ("moss", r"4,100 loaves", "single_origin", False),
        ("ferries", r"million passengers", "value_drift", True),
        ("ferries", r"million passengers", "repeated_unsourced", False),
        ("ferries", r"million passengers", "attribution_lost", False),
        ("ferries", r"million passengers", "circular", False),
        ("ferries", r"shipyard", "circular", True),
        ("ferries", r"shipyard", "value_drift", False),
        ("ferries", r"412 swans", "single_origin", False),
        ("ferries", r"412 swans", "value_drift", False),
        ("hives", r"bee hotels in Marrowby", "actor_drift", True),
        ("hives", r"bee hotels in Marrowby", "contradicted", False),
        ("hives", r"75 crowns", "thread_born", True),
        ("hives", r"75 crowns", "source_requested", True),
        ("hives", r"75 crowns", "actor_drift", False),
        ("hives", r"jar of honey", "scope_drift", True),
        ("hives", r"jar of honey", "value_drift", False),
    ],
)
def test_flags(found: dict[str, Findings], pile: str, pattern: str, code: str, *, expected: bool) -> None:
    assert (code in codes(found[pile], pattern)) is expected


def test_the_magazine_is_a_source_to_get(found: dict[str, Findings]) -> None:
    named = {x.name: len(x.mention_ids) for x in found["ferries"].externals}
    assert named.get("Harbour & Hull", 0) >= 3
    assert not [name for name in named if "magazine" in name or "issue" in name]


@pytest.mark.parametrize("pile", ["moss", "ferries", "hives"])
def test_reasons_are_short_and_name_documents_apart(found: dict[str, Findings], pile: str) -> None:
    for flag in found[pile].flags:
        assert len(flag.reason.split()) <= 50, flag.reason
        assert flag.mention_ids
