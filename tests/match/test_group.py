"""Claims a reader would agree on, whatever the order of mentions; decisions and codebooks are heeded."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from corpus_tool.extract import mentions
from corpus_tool.match.candidates import candidates
from corpus_tool.match.group import group
from corpus_tool.match.grouping.agglomerate import Links, agglomerate
from corpus_tool.match.grouping.statement import statement
from corpus_tool.models import Decision, Document, Grouping, Mention, Span, TrackedClaim

FERRY = [
    "The ferry to Marrow Island carried 61,204 passengers in 2019.",
    "In 2019 the Marrow Island ferry had 61,204 passengers.",
    "61,204 passengers took the ferry to Marrow Island in 2019.",
]
BREAD = [
    "Bakers in Port Ansel must label every loaf with its salt from March.",
    "From March bakers in Port Ansel are required to label every loaf with its salt.",
]
ALONE = "The cathedral organ has four thousand pipes."


def _mention(number: int, text: str, **changes) -> Mention:
    fields = {"id": f"m{number}", "document_id": f"d{number}", "start": 0, "end": len(text), "text": text}
    return Mention(**{**fields, "sentence": Span(start=0, end=len(text)), "is_claim": True, **changes})


def _mentions(*texts: str) -> list[Mention]:
    return [_mention(number, text) for number, text in enumerate(texts)]


def _partition(found: Grouping) -> set[frozenset[str]]:
    homes: dict[str, set[str]] = {}
    for one in found.memberships:
        if one.primary:
            homes.setdefault(one.claim_id, set()).add(one.mention_id)
    return {frozenset(held) for held in homes.values()}


def test_tellings_come_together_and_others_stay_apart() -> None:
    found = group(_mentions(*FERRY, *BREAD, ALONE))
    assert _partition(found) == {frozenset({"m0", "m1", "m2"}), frozenset({"m3", "m4"}), frozenset({"m5"})}
    assert sorted(claim.document_count for claim in found.claims) == [1, 2, 3]


def test_order_changes_nothing() -> None:
    mentions = _mentions(*FERRY[:2], *BREAD)
    wanted = group(mentions)
    assert all(group(list(order)) == wanted for order in list(permutations(mentions))[::7])


def test_every_claim_mention_has_one_primary_claim_and_others_none() -> None:
    mentions = [*_mentions(*FERRY, ALONE), _mention(9, "What a day!", is_claim=False)]
    found = group(mentions)
    primary = [one.mention_id for one in found.memberships if one.primary]
    assert sorted(primary) == ["m0", "m1", "m2", "m3"]
    assert all(0 <= one.score <= 1 for one in found.memberships)


def test_pairs_inside_a_claim_are_kept_left_before_right() -> None:
    found = group(_mentions(*FERRY))
    assert {(one.left_id, one.right_id) for one in found.pairs} == {("m0", "m1"), ("m0", "m2"), ("m1", "m2")}


def test_ids_stay_when_a_copy_joins() -> None:
    before = {claim.id for claim in group(_mentions(*FERRY, ALONE)).claims}
    after = {claim.id for claim in group([*_mentions(*FERRY, ALONE), _mention(7, FERRY[1])]).claims}
    assert before == after


@pytest.mark.parametrize(
    ("kind", "quote", "other", "together"),
    [("cannot_link", FERRY[0], FERRY[1], False), ("must_link", FERRY[0], ALONE, True)],
)
def test_people_decide(kind: str, quote: str, other: str, together: bool) -> None:
    decision = Decision(id="x", kind=kind, path=None, quote=quote, other_quote=other)
    mentions = _mentions(FERRY[0], FERRY[1], ALONE)
    asked = {"m0", "m1"} if kind == "cannot_link" else {"m0", "m2"}
    parts = _partition(group(mentions, decisions=[decision]))
    assert any(asked <= part for part in parts) is together


def test_what_a_person_called_no_claim_is_left_out() -> None:
    decision = Decision(id="x", kind="not_a_claim", path=None, quote=ALONE)
    assert _partition(group(_mentions(*FERRY, ALONE), decisions=[decision])) == {
        frozenset({"m0", "m1", "m2"})
    }


def test_a_codebook_claim_names_what_tells_it() -> None:
    tracked = TrackedClaim(
        name="ferry", statement="The island ferry had 61,204 passengers.",
        examples=("61,204 people went to Marrow Island by ferry in 2019.",),
    )  # fmt: skip
    found = group(_mentions(*FERRY, ALONE), codebook=[tracked])
    named = [claim for claim in found.claims if claim.tracked == "ferry"]
    assert [claim.mention_ids for claim in named] == [("m0", "m1", "m2")]
    assert named[0].statement == tracked.statement


def test_two_claims_near_one_vague_sentence_stay_two() -> None:
    scores = np.zeros((5, 5))
    for one, two, score in [(0, 1, 0.9), (2, 3, 0.9), (4, 0, 0.6), (4, 1, 0.6), (4, 2, 0.55), (4, 3, 0.55)]:
        scores[one, two] = scores[two, one] = score
    assert agglomerate(scores, 0.5) == [[0, 1, 4], [2, 3]]


def test_links_outweigh_likeness() -> None:
    scores = np.full((3, 3), 0.9)
    assert agglomerate(scores, 0.5, Links(cannot=frozenset({(0, 2)}))) == [[0, 1], [2]]
    assert agglomerate(np.zeros((3, 3)), 0.5, Links(must=frozenset({(0, 2)}))) == [[0, 2], [1]]


@pytest.mark.parametrize(
    ("wordings", "wanted"),
    [
        (["It will be required from March.", BREAD[0]], BREAD[0]),
        (["Bakers Must Label Every Loaf With Its Salt From March", BREAD[0]], BREAD[0]),
        (["•  " + BREAD[1], "salt labels, from March"], BREAD[1]),
        (
            ["Hazard: the hinge of the lid can break when it is opened."],
            "The hinge of the lid can break when it is opened.",
        ),
        (['there was no offer," Henrik Sand told Radio Nord.'], "There was no offer"),
        (["Shops in Ostmark were closed for a week."], "Shops in Ostmark were closed for a week."),
        (
            [
                "No burns have been reported from the Brightwell heaters in Fenwick.",
                "No burns have been reported in Ostmark.",
                "No burns have been reported in Ostmark so far.",
            ],
            "No burns have been reported in Ostmark.",
        ),
    ],
)
def test_the_clearest_full_wording_stands_for_a_claim(wordings: list[str], wanted: str) -> None:
    assert statement(_mentions(*wordings)) == wanted


def test_candidates_join_tellings_and_leave_most_pairs_alone() -> None:
    fillers = [f"The {a} {b} of {c} opened in spring." for a in ("old", "new") for b in ("mill", "school", "pier")
               for c in ("Tarn", "Hollow", "Crest", "Linden", "Osier")]  # fmt: skip
    found = candidates(_mentions(*FERRY, ALONE, *BREAD, *fillers))
    pairs = set(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert {(0, 1), (0, 2), (1, 2), (4, 5)} <= pairs
    assert (3, 4) not in pairs
    assert all(one < two for one, two in pairs)


def test_nothing_gives_nothing() -> None:
    assert group([]) == Grouping()
    assert len(candidates([])) == 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The scheme starts in May. It will cost 4 million crowns.",
            "It will cost 4 million crowns.",
        ),
        (
            "The stop was closed for eleven months while the quay wall was repaired.",
            "The quay wall was repaired.",
        ),
        (
            "A score lies between 350 and 950, which is linked to their identity card.",
            "Which is linked to their identity card.",
        ),
        (
            "The count comes from the Ostmark Register, which has asked 3,050 nurses each year.",
            "The Ostmark Register has asked 3,050 nurses each year.",
        ),
        (
            "The list holds stolen scooters, which were counted apart before 2025.",
            "Stolen scooters were counted apart before 2025.",
        ),
    ],
)
def test_a_statement_says_what_its_pronoun_stands_for(text: str, wanted: str) -> None:
    *_, last = mentions(Document(id="a", text=text))
    assert statement([last]) == wanted
