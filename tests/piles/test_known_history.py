"""Three piles of mixed files whose history we know, since we wrote it: what must be found, and what must not be.

``legend``: chalk marks. A locksmith's nephew in a thread (2 September), a chain message that adds two rings and "police
have confirmed" (4th), its copy (5th), a newsletter and a paper that credit each other (8th); the gas company and the
police explain the marks (10th, 11th), the paper takes it back (12th); a blog and a magazine go on (15th, October).
``recall``: a safety office's notice, an agency's report that two papers print, a forum where two things are told without
a source, a blog and a consumer letter that take them up, the maker's retraction, and another maker's recall of as many.
``crime``: the police's own figures, a paper that doubles them, those who take it from there, the paper's correction on a
page of its own, an insurer with figures of its own, and another town.
"""

from __future__ import annotations

import re

import pytest

from .known import Known, run_on

PILES = ("legend", "recall", "crime")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Known]:
    return {name: run_on(name, tmp_path_factory.mktemp(name) / "report") for name in PILES}


@pytest.mark.parametrize(
    ("pile", "file", "head"),
    [
        (
            "legend",
            "newsletter",
            ("Beware of chalk marks", "Willow Park Residents' Newsletter", "2024-09-08"),
        ),
        ("legend", "magazine", ("Safe as houses", None, "2024-10-01")),
        ("legend", "observer2", ("Chalk marks: it was the gas man", "Lowfield Observer", "2024-09-12")),
        (
            "recall",
            "tribune",
            ("Boiling water danger: kettle maker acts", "Brennstadt Tribune", "2024-04-10"),
        ),
        ("recall", "morgen", ("Lumenhaus recalls kettles", "Morgen News", "2024-04-09")),
        ("crime", "regional", ("Bike crime out of control in market towns", "Regional Post", "2026-01-18")),
        ("crime", "police", ("Millbrook Police: recorded crime, annual summary 2025", None, "2026-01-12")),
        ("crime", "echo_correction", ("Millbrook Echo", "Millbrook Echo", "2026-01-17")),
    ],
)
def test_heads(known, pile, file, head):
    row = known[pile].rows(file)[0]
    assert (row["title"], row["publisher"], row["published"][:10]) == head


@pytest.mark.parametrize(
    ("pile", "file", "kinds"),
    [
        ("legend", "thread", ["post", "comment", "comment", "comment"]),
        ("legend", "observer", ["article", "comment"]),
        ("recall", "forum", ["post", "comment", "comment", "comment"]),
        ("crime", "echo", ["article", "comment", "comment", "comment"]),
    ],
)
def test_threads(known, pile, file, kinds):
    assert [row["kind"] for row in known[pile].rows(file)] == kinds


@pytest.mark.parametrize(
    ("pile", "told", "code", "proof"),
    [
        ("legend", "are marking houses", "circular", {"newsletter", "observer"}),
        ("legend", "are marking houses", "contradicted", {"police", "newsletter"}),
        ("legend", "are marking houses", "thread_born", {"thread"}),
        ("legend", "are marking houses", "repeated_unsourced", {"chain", "magazine"}),
        ("legend", "ring means", "single_origin", {"chain"}),
        ("recall", "420,000", "value_drift", {"blog", "wire"}),
        ("recall", "known about the problem", "repeated_unsourced", {"forum", "blog", "consumer"}),
        ("recall", "known about the problem", "thread_born", {"forum"}),
        ("recall", "known about the problem", "source_requested", {"forum"}),
        ("recall", "No injuries have been reported, Lum", "contradicted", {"update"}),
        ("crime", "have doubled", "value_drift", {"echo", "police"}),
        ("crime", "have doubled", "caveat_not_carried", {"echo", "regional"}),
    ],
)
def test_what_must_be_found(known, pile, told, code, proof):
    flags = known[pile].flags(told)
    assert code in flags
    assert proof <= known[pile].proof(flags[code])


@pytest.mark.parametrize(
    ("pile", "told", "codes"),
    [
        ("legend", "made by meter readers", set()),
        ("legend", "nine burglaries", set()),
        ("legend", "4,200 meters", set()),
        ("legend", "door chain|autumn fair|Upright piano", set()),
        ("recall", "Olive oil", set()),
        ("recall", "fan heaters because", set()),
        ("recall", "One fire has been", set()),
        ("recall", "scalded", set()),
        ("recall", "The recall covers", set()),
        ("crime", "Burglaries of homes", set()),
        ("crime", "school lunch", set()),
        ("crime", "bicycle stands", set()),
        ("crime", "Thefts from cars fell", set()),
        ("crime", "According to the police summary", {"value_drift"}),
    ],
)
def test_nobody_is_accused_of_what_was_well_told(known, pile, told, codes):
    assert known[pile].telling(told)
    assert set(known[pile].flags(told)) <= codes


@pytest.mark.parametrize(
    ("pile", "one", "other"),
    [
        ("legend", "made by meter readers", "are marking houses"),
        ("legend", "nine burglaries", "are marking houses"),
        ("recall", "fan heaters because", "electric kettles because"),
        ("recall", "Cosy 2000", "Aria 1.7 sold"),
        ("recall", "Cosy 2000", "known about the problem"),
        pytest.param(
            "recall",
            "with the Brightwell heater",
            "No injuries have been reported, Lum",
            marks=pytest.mark.xfail(
                strict=True, reason="one wording names the thing and the other leaves it to its text"
            ),
        ),
        ("crime", "Thefts from cars fell by 12 percent, from", "Bicycle thefts recorded"),
        pytest.param(
            "crime",
            "cars in Farrowby",
            "cars fell by 12 percent, from",
            marks=pytest.mark.xfail(
                strict=True, reason="one wording names the town and the other leaves it to its text"
            ),
        ),
    ],
)
def test_two_things_stay_two(known, pile, one, other):
    first = {claim["id"] for claim in known[pile].telling(one)}
    second = {claim["id"] for claim in known[pile].telling(other)}
    assert first and second
    assert not first & second


@pytest.mark.parametrize(
    ("pile", "edge"),
    [
        ("legend", ("newsletter", "observer")),
        ("legend", ("observer", "newsletter")),
        ("legend", ("chain", "magazine")),
        ("legend", ("chain", "truecrimeblog")),
        ("recall", ("wire", "morgen")),
        ("recall", ("wire", "tribune")),
        ("recall", ("agency", "update")),
        ("recall", ("forum", "consumer")),
        ("crime", ("echo", "regional")),
        ("crime", ("echo", "neighbour")),
    ],
)
def test_who_took_it_from_whom(known, pile, edge):
    assert edge in known[pile].edges


@pytest.mark.parametrize(
    ("pile", "files"),
    [
        ("legend", {"police", "northgas", "piano"}),
        ("recall", {"agency", "heaters"}),
        ("crime", {"police", "insurer", "school"}),
    ],
)
def test_who_took_it_from_nobody(known, pile, files):
    assert not {(one, other) for one, other in known[pile].edges if other in files}


@pytest.mark.xfail(
    strict=True, reason="two headlines that begin alike pass for one claim, and bring a second origin"
)
def test_two_that_rest_on_one_source_are_one_origin(known):
    (explained,) = known["legend"].telling("made by meter readers, Northgas")
    assert (explained["origin_count"], explained["sourced_origin_count"]) == (1, 1)


@pytest.mark.parametrize(
    ("pile", "pattern"),
    [
        ("legend", r"Last edited|like this|Subscribe|Send us|Read next|Home News"),
        ("recall", r"Older post|Filed under|Imprint|Privacy|own report"),
        ("crime", r"min read|Advertisement|Related|Leave a comment|Print this|Man fined|What's On"),
    ],
)
def test_furniture_states_nothing(known, pile, pattern):
    assert [row["text"] for row in known[pile].mentions.values() if re.search(pattern, row["text"])] == []


@pytest.mark.parametrize(
    "pile",
    [
        "legend",
        "recall",
        pytest.param(
            "crime",
            marks=pytest.mark.xfail(
                strict=True, reason="thefts that the police and that an insurer counts pass for one claim"
            ),
        ),
    ],
)
def test_a_statement_is_whole(known, pile):
    """No statement of a claim that several documents tell opens in the middle or with a stand-in."""
    shared = [claim["statement"] for claim in known[pile].report["claims"] if claim["document_count"] > 1]
    opened = {"it", "they", "which", "while", "and", "but", "he", "she", "that", "because", "in fact"}
    assert [text for text in shared if text.split()[0].casefold() in opened or not text[0].isupper()] == []


@pytest.mark.parametrize(
    ("pile", "first"),
    [
        ("legend", "1. **Circular reporting** (certain"),
        ("recall", "1. **Figures differ** (certain"),
        pytest.param(
            "crime",
            "1. **Figures differ** (certain",
            marks=pytest.mark.xfail(
                strict=True, reason="the doubling and the police's own figures are only possibly one claim"
            ),
        ),
    ],
)
def test_the_gravest_leads(known, pile, first):
    assert first in known[pile].page


@pytest.mark.parametrize("pile", PILES)
def test_claims_stand_in_the_order_of_the_findings_that_lead(known, pile):
    leading, claims = known[pile].page.split("\n## Claims\n")
    first = re.search(r"1\. \*\*[^*]+\*\* \([^)]+\): (?P<statement>.{20})", leading)
    assert first is not None
    assert claims.strip().startswith(f"### {first['statement']}")
