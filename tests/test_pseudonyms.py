"""No commenter's name is left, one person stays one person, and every offset holds."""

from __future__ import annotations

import dataclasses
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.models import Link
from corpus_tool.pseudonyms import pseudonym, pseudonymised
from tests.factory import document


def comment(identity: str, author: str | None, text: str = "Is it so?"):
    return document(identity, text, kind="comment", thread_id="d1", author=author)


def test_a_pseudonym_is_stable_and_tells_two_people_apart() -> None:
    assert pseudonym("Wanda Reef") == pseudonym("  wanda   REEF ")
    assert pseudonym("Wanda Reef") != pseudonym("Wanda Reed")
    assert re.fullmatch(r"Commenter [0-9A-F]{6}", pseudonym("Wanda Reef"))


def test_authors_of_comments_and_posts_are_hidden_and_those_of_articles_stay() -> None:
    pile = [document(author="Ada Ink"), comment("d2", "Wanda Reef"), comment("d3", None)]
    article, first, nobody = pseudonymised(pile)
    assert article.author == "Ada Ink"
    assert first.author == pseudonym("Wanda Reef")
    assert nobody.author is None
    (post,) = pseudonymised([document(kind="post", author="Wanda Reef")])
    assert post.author == pseudonym("Wanda Reef")


@pytest.mark.parametrize(
    "text",
    [
        "Wanda Reef is right.",
        "@Wanda Reef: is it so?",
        "I agree with Wanda Reef, and with (Wanda Reef).",
        "WANDA REEF said it, wanda reef did",
        "Wanda\nReef wrote:",
    ],
)
def test_a_fellow_commenter_is_not_named_in_a_comment(text: str) -> None:
    pile = [comment("d2", "Wanda Reef"), comment("d3", "Otto Dune", text)]
    _, answer = pseudonymised(pile)
    assert "wanda" not in answer.text.casefold()
    assert len(answer.text) == len(text)


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        ("Zelda Brantwick", "@ZeldaBrantwick is right", True),
        ("Zelda Brantwick", "see zelda_brantwick and zelda.brantwick", True),
        ("Zelda Brantwick", "Zelda wrote: no", True),
        ("Zelda Brantwick", "@zelda no", True),
        ("Zelda Brantwick", "A zelda is a game", False),
        ("Mark Ferrin", "Mark my words", False),
        ("OttoKrumm77", "Hi Otto Krumm77", True),
        ("Ümit Çelikbaş", "umit celikbas wrote", True),
        ("Ümit Çelikbaş", "U\u0308MIT C\u0327ELIKBAS\u0327", True),
        ("mary.smith@forum.example", "write to Mary.Smith@forum.example", True),
        ("Goodman", "a good man", False),
        ("Al Ban", "the alban hills", False),
        ("Wanda Reef", "Wanda, the reef is dead", False),
    ],
)
def test_a_name_is_known_however_it_is_joined(name: str, text: str, masked: bool) -> None:
    _, answer = pseudonymised([comment("d2", name), comment("d3", "Otto Dune", text)])
    assert (answer.text != text) is masked, answer.text
    assert len(answer.text) == len(text)


def test_an_address_of_a_comment_names_nobody() -> None:
    own = dataclasses.replace(comment("d2", "Wanda Reef"), url="https://forum.example/u/wanda-reef/5")
    other = dataclasses.replace(comment("d3", "Otto Dune"), url="https://forum.example/t/40#d3")
    found = pseudonymised([own, other])
    assert [one.url for one in found] == [None, "https://forum.example/t/40#d3"]


def test_only_the_name_is_masked() -> None:
    text = "The fee, says Wanda Reef, is 40 crowns."
    _, answer = pseudonymised([comment("d2", "Wanda Reef"), comment("d3", "Otto Dune", text)])
    start = text.index("Wanda Reef")
    end = start + len("Wanda Reef")
    assert answer.text[:start] + answer.text[end:] == text[:start] + text[end:]


def test_a_word_that_holds_a_name_is_left_alone() -> None:
    text = "The Reefton harbour, and admin work"
    pile = [comment("d2", "Reef"), comment("d3", "Admin"), comment("d4", "Otto Dune", text)]
    assert pseudonymised(pile)[2].text == text


@given(
    name=st.text(min_size=1, max_size=12),
    text=st.text(max_size=40),
    kind=st.sampled_from(["article", "post", "comment"]),
)
def test_offsets_hold_whatever_a_name_is(name: str, text: str, kind: str) -> None:
    whole = f"{text} {name} {text}"
    pile = [comment("d2", name), dataclasses.replace(comment("d3", "Otto Dune", whole), kind=kind)]
    first, second = pseudonymised(pile)
    assert len(second.text) == len(whole)
    assert first.author == pseudonym(name)
    assert [found.id for found in (first, second)] == ["d2", "d3"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("A rose is a rose.", False),
        ("Rose has it right.", True),
        ("@rose has it right.", True),
        ("ROSE hips", False),
    ],
)
def test_a_name_that_is_a_word_is_masked_only_as_it_is_spelt(text: str, masked: bool) -> None:
    _, answer = pseudonymised([comment("d2", "Rose"), comment("d3", "Otto Dune", text)])
    assert (answer.text != text) is masked


@pytest.mark.parametrize(("text", "masked"), [("Al in all", False), ("@Al, how so?", True)])
def test_a_short_name_is_masked_where_it_is_called(text: str, masked: bool) -> None:
    _, answer = pseudonymised([comment("d2", "Al"), comment("d3", "Otto Dune", text)])
    assert (answer.text != text) is masked


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://forum.example/u/wanda_reef", False),
        ("https://forum.example/?by=Wanda%20Reef", False),
        ("https://forum.example/topic/40", True),
    ],
)
def test_a_link_to_a_profile_is_dropped(href: str, kept: bool) -> None:
    answer = dataclasses.replace(
        comment("d3", "Otto Dune", "See her page"), links=(Link(start=4, end=12, href=href),)
    )
    _, found = pseudonymised([comment("d2", "Wanda Reef"), answer])
    assert found.links[0].href == (href if kept else "")


def test_a_title_of_a_comment_names_nobody() -> None:
    pile = [comment("d2", "Wanda Reef"), dataclasses.replace(comment("d3", "O"), title="Re: Wanda Reef")]
    assert "Reef" not in (pseudonymised(pile)[1].title or "")


def test_a_long_thread_is_walked_once() -> None:
    text = "So it was said by many, again and again. " * 20
    pile = [comment(f"d{n}", f"Person Number{n}", text) for n in range(2_000)]
    started = time.perf_counter()
    found = pseudonymised(pile)
    assert time.perf_counter() - started < 5.0
    assert found[0].text == text
