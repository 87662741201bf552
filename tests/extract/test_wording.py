"""Kinds, polarity, scope, certainty, strength and notes: tables of wordings."""

import pytest

from corpus_tool.extract.certainty import certainty, change, governed
from corpus_tool.extract.kinds import is_command, kinds
from corpus_tool.extract.lexicon import hits
from corpus_tool.extract.polarity import polarity
from corpus_tool.extract.scope import scope
from corpus_tool.extract.strength import strength
from corpus_tool.extract.tokens import tokens
from corpus_tool.models import TextSpan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will be mandatory by 2031.", {"mandate", "forecast"}),
        ("A late fee will lower your rank.", {"effect"}),
        ("The bridge is 400 metres long.", {"fact"}),
        ("The bridge is longer than the pier.", {"comparison", "fact"}),
        ("Who paid for the bridge?", {"question"}),
        ("I think the bridge is ugly.", {"opinion"}),
        ("The line closes in 2030, or so I gather.", {"fact"}),
    ],
)
def test_kinds(text: str, expected: set[str]) -> None:
    assert expected <= set(kinds(tokens(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Buy one pot per head.", True),
        ("So by all means take the boat.", True),
        ("If it rains, carry an umbrella.", True),
        ("Cost rises every year.", False),
        ("Trust in banks fell by 3 percent.", False),
        ("Give her a boat and she will stay for years.", False),
        ("Notice No. 12 is two pages long.", False),
    ],
)
def test_orders_are_told_from_statements(text: str, *, expected: bool) -> None:
    assert is_command(tokens(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fee does not lower your rank.", "negative"),
        ("No such list exists.", "negative"),
        ("It is false that the bridge closed.", "negative"),
        ("There is no evidence that boats sink.", "negative"),
        ("The mayor denies that the bridge closed.", "negative"),
        ("The bridge was never closed.", "negative"),
        ("The bridge isn't closed.", "negative"),
        ("Not only the bridge but also the pier is closed.", "positive"),
        ("It is nothing but a rumour.", "positive"),
        ("No ministry but the treasury will pay.", "positive"),
        ("Nobody except the owners may enter.", "positive"),
        ("The owners saw the plan and said no to it.", "positive"),
        ("People who do not pay lose their boat.", "positive"),
        ("They publish information that the town does not like.", "positive"),
        ("He said that the bridge is not closed.", "negative"),
        ("The bridge is closed.", "positive"),
    ],
)
def test_polarity(text: str, expected: str) -> None:
    assert polarity(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every sailor has a number.", "all"),
        ("Some ports have closed.", "some"),
        ("Most ports have closed.", "most"),
        ("Not every port has closed.", "some"),
        ("Nearly all ports have closed.", "most"),
        ("Those who opt in are rated.", "some"),
        ("Every farmer gets a number.", "all"),
        ("Everybody has to wear a badge.", "all"),
        ("Nobody may leave before six.", "all"),
        ("All employees of the firm must wear a badge.", "one"),
        ("Users of one app are rated.", "one"),
        ("Shoppers in Lund pay more.", "some"),
        ("Some cities have banned it.", "some"),
        ("In two rural counties the rate fell.", "some"),
        ("The test was done with 33 students.", "some"),
        ("The study followed 3,300 office workers.", "some"),
        ("One company's customers are rated.", "one"),
        ("The app's users are rated.", "one"),
        ("Customers who opt in are rated.", "some"),
        ("Most drivers pay it.", "most"),
        ("Nearly all drivers pay it.", "most"),
        ("Not all drivers pay it.", "some"),
        ("Each of us has to have one.", "all"),
        ("By 2030 a pot is required on every single desk.", "all"),
        ("A third of all employees in the land suffer from it.", "all"),
        ("One in three office workers suffers from it.", "some"),
        ("The port has closed.", None),
        ("After all, the port closed.", None),
        ("It rains every day.", None),
        ("The bridge is 33 metres long.", None),
        ("They talk to each other.", None),
        ("It pays 30 crowns for each tip.", None),
        ("No one knows the figure.", "all"),
        ("Members of the club pay less.", "one"),
        ("The marks come from eight pilot companies.", "some"),
        ("Anyone can look it up.", "all"),
        ("The whole population is on the list.", "all"),
        ("It is only for employees at one bank.", "one"),
        ("Residents pay by the month.", None),
    ],
)
def test_scope(text: str, expected: str | None) -> None:
    assert scope(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The bridge may close.", "may"),
        ("Reportedly the bridge closed.", "Reportedly"),
        ("If that report is accurate, the bridge closed.", "If that report is accurate"),
        ("According to one unverified post, it closed.", "According to one unverified"),
    ],
)
def test_hedges_lower_certainty_and_are_named(text: str, cue: str) -> None:
    found = certainty(text)
    assert found.value <= 0.6
    assert cue in [hedge.text for hedge in found.hedges]
    assert all(text[hedge.start : hedge.end] == hedge.text for hedge in found.hedges)


@pytest.mark.parametrize(
    "text", ["The bridge closed in May 2018.", "The bridge has four lanes.", "Anyone can cross."]
)
def test_flat_statements_are_sure(text: str) -> None:
    found = certainty(text)
    assert not found.hedges
    assert found.value >= 0.3
    assert certainty("The bridge closed in May 2018.").value >= 0.9


def test_a_hedge_above_a_list_lowers_its_items() -> None:
    own = certainty("The pier closes at nine.")
    lead = "If the notice is accurate, the rules are these:"
    assert governed(own, TextSpan(start=0, end=len(lead), text=lead)).value <= 0.6
    assert governed(own, TextSpan(start=0, end=5, text="Rules")) == own


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea is associated with better sleep.", 1),
        ("Tea might improve sleep.", 2),
        ("Tea improves sleep.", 3),
        ("Tea is sold in tins.", 0),
        ("The drought drove up bread prices.", 3),
        ("The merger brought about the closures.", 3),
        ("Late trains contributed to the crowding.", 3),
        ("The fire stemmed from a fault in the wiring.", 3),
        ("The new tax discouraged driving.", 3),
        ("The wall could ward off the floods.", 2),
        ("The leak is thought to have sparked the blaze.", 2),
        ("Night shifts go hand in hand with poor sleep.", 1),
        ("The fall in sales coincided with the strike.", 1),
        ("Asthma is more common among bakers.", 1),
        ("Sales doubled in March.", 0),
        ("He is the governor of the bank.", 0),
    ],
)
def test_causal_strength(text: str, expected: int) -> None:
    assert strength(tokens(text)) == expected


def test_change_of_strength() -> None:
    assert change("Tea is linked to sleep.", "Tea causes sleep.") == "gained"
    assert change("Tea causes sleep.", "Tea may cause sleep.") == "lost"


def test_irony_marks() -> None:
    assert hits(tokens("Imagine if every boat had a number."), "irony.txt")
    assert not hits(tokens("Every boat has a number."), "irony.txt")
