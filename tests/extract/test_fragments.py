import pytest

from corpus_tool.extract.fragments import is_fragment
from corpus_tool.extract.kinds import is_command, kinds
from corpus_tool.extract.statement import Statement
from corpus_tool.extract.tokens import tokens
from corpus_tool.extract.verbs import has_predicate


def fragment(place: str, text: str) -> bool:
    words = tokens(text)
    return is_fragment(Statement(words=words, kinds=kinds(words), place=place, worth=0.5))


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        ("title", "Why the ferry is always late", True),
        ("heading", "What the harbour has actually put in writing", True),
        ("heading", "Ferry fares: how the ports compare", True),
        ("title", "What the law means for people who rent a boat", True),
        ("title", "What the captain said was wrong", False),
        ("title", "What was promised has been delivered", False),
        ("title", "The ferry is late: what the captain said", False),
        ("paragraph", "How they got in is unknown.", False),
        ("paragraph", "Table 2: Permits issued, by year", True),
        ("heading", "Table: Permits issued, by year", True),
        ("paragraph", "Photo: town archive", True),
        ("paragraph", "All rights reserved.", True),
        ("paragraph", "Our cookies help the widow pay her rent.", False),
        ("paragraph", "Photo: The ferry leaves the harbour.", False),
        ("paragraph", "Figure 3. Fares doubled between 2010 and 2020.", False),
        ("paragraph", "Helpline: 0800 555 210", True),
        ("paragraph", "Boats sunk: 14", False),
        ("paragraph", "Contact: the disease spreads by touch.", False),
        ("table_row", "Year\tApplications\tGranted", True),
        ("table_row", "2016\t530\t377", False),
        ("table_row", "The pier was closed\tThe lock is open", False),
        ("paragraph", "Published 4 March 2019 | Updated 6 March 2019", True),
        ("paragraph", "Published in 2019, the study counted boats.", False),
        ("paragraph", "While still publicly owned, at least on paper.", True),
        ("paragraph", "While still closed, the pier is guarded.", False),
        ("paragraph", "While the pier was closed, boats waited.", False),
        ("paragraph", "Readers who saw the boat are invited to write in.", True),
        ("paragraph", "Four firms were invited to bid.", False),
        ("paragraph", "What follows is taken from the log.", True),
        ("paragraph", "So this is how you sink a boat.", True),
        ("paragraph", "This is how the boat sank.", False),
        ("paragraph", "Your tide table is on page nine.", True),
        ("paragraph", "The denial is on page nine.", False),
    ],
)
def test_what_names_or_announces_is_told_from_what_states(place: str, text: str, *, expected: bool) -> None:
    assert fragment(place, text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Source, please, for either number.", True),
        ("Please leave the boat as you found it.", True),
        ("Come to the pier on Monday if you feel strongly.", True),
        ("They please nobody on the pier.", False),
        ("The shop, please note, is shut on Mondays.", False),
    ],
)
def test_what_asks_for_something_is_an_order(text: str, *, expected: bool) -> None:
    assert is_command(tokens(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The ferry in five numbers", False), ("The ferry numbers its seats", True)],
)
def test_what_is_counted_is_no_verb(text: str, *, expected: bool) -> None:
    assert has_predicate(tokens(text)) is expected


@pytest.mark.parametrize(
    ("text", "judges"),
    [("To be fair, the mayor opened two wells.", False), ("The mayor is fair.", True)],
)
def test_a_lead_that_owns_a_point_is_no_judgement(text: str, *, judges: bool) -> None:
    assert ("opinion" in kinds(tokens(text))) is judges
