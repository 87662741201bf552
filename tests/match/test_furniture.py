"""A footer in a few documents is no shared text; a story that as many houses print is."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product

import pytest

from corpus_tool.match.passages import passages
from corpus_tool.models import Document

FOOTER = "Sign up for our weekly letter. Every Friday it brings what our readers discussed most."
STORY = (
    "The Marrow ferry ran aground on Monday with 312 people on board, the harbour office said. "
    "No passenger was hurt, but the hull has a crack of four metres."
)
BESIDE = (
    "Islanders ask why the Marrow ferry sailed in such a storm.",
    "What a ferry aground means for the island is bread without butter.",
    "The harbour office had warned of a crack in the hull.",
    "Nobody on board will forget that Monday on the ferry.",
    "Passengers were carried home from Marrow in small boats.",
)
_WORDS = ["".join(parts) for parts in product(("ba", "ke", "mo", "ti", "du", "ra"), repeat=4)]


def _pile(size: int) -> list[Document]:
    """Documents that have nothing in common."""
    chance = random.Random(4)
    texts = [
        ". ".join(" ".join(chance.sample(_WORDS, 9)).capitalize() for _ in range(8)) + "."
        for _ in range(size)
    ]
    return [Document(id=f"d{number:03}", text=text) for number, text in enumerate(texts)]


def _with(size: int, holders: int, form: str, publisher: str | None = None) -> list[Document]:
    """A pile in which each of the first documents has another text made of its own (``{}``)."""
    made = _pile(size)
    for at in range(holders):
        text = form.format(
            made[at].text, number=f"{_WORDS[at]} {_WORDS[-at - 1]}", beside=BESIDE[at % len(BESIDE)]
        )
        house = publisher.format(at) if publisher else None
        made[at] = replace(made[at], text=text, publisher=house)
    return made


def _pairs(documents: list[Document], words: str) -> int:
    return sum(words in one.left.text for one in passages(documents))


@pytest.mark.parametrize(("size", "holders"), [(8, 4), (30, 6), (120, 15), (120, 60)])
@pytest.mark.parametrize("form", ["{}\n\n" + FOOTER, "{} " + FOOTER, FOOTER + "\n{}"])
def test_what_stands_at_the_edge_of_every_topic_is_furniture(size: int, holders: int, form: str) -> None:
    assert passages(_with(size, holders, form)) == ()


@pytest.mark.parametrize(("size", "holders"), [(8, 4), (30, 6), (120, 15)])
@pytest.mark.parametrize(
    "form",
    [
        STORY,  # nothing else
        "Printed as received.\n\n" + STORY,
        "{} {beside}\n\n" + STORY,  # at the end of a text of one's own about the same thing
        "{0}\n\n" + STORY + "\n\nSo much for today from {number}.",  # in the middle of one's own text
    ],
)
def test_a_story_that_many_print_is_shared_text(size: int, holders: int, form: str) -> None:
    assert _pairs(_with(size, holders, form), "ran aground") == holders * (holders - 1) // 2


@pytest.mark.parametrize(("publisher", "wanted"), [("The Tarn Post", 0), ("The Tarn Post {}", 15)])
def test_one_house_puts_it_there_or_several_took_it_over(publisher: str, wanted: int) -> None:
    assert _pairs(_with(30, 6, "{}\n\n" + STORY, publisher), "ran aground") == wanted


def test_three_may_have_it_from_one_another() -> None:
    assert _pairs(_with(30, 3, "{}\n\n" + FOOTER), "weekly letter") == 3


def test_a_copy_is_found_beside_the_furniture_that_both_have() -> None:
    documents = _with(30, 6, "{}\n\n" + FOOTER)
    copied = documents[0].text.split(". ")[2]
    documents[9] = replace(documents[9], text=f"{documents[9].text} {copied}.\n\n{FOOTER}")
    (one,) = passages(documents)
    assert one.left.text == f"{copied}."
    assert (one.left.document_id, one.right.document_id) == ("d000", "d009")
