"""How strong a cause a wording states, and how widely it reaches: tables, negatives included."""

from __future__ import annotations

import pytest

from corpus_tool.extract.scope import scope
from corpus_tool.extract.strength import strength
from corpus_tool.extract.tokens import tokens

STRENGTHS = [
    (3, "Salt raises blood pressure."),
    (3, "The new road cut travel times by half."),
    (3, "Smoking causes lung cancer."),
    (3, "Cold weather led to more broken pipes."),
    (3, "The tax drove out small shops."),
    (3, "Drinking coffee makes people sleep less."),
    (3, "Rents rose because of the tram."),
    (3, "The flood was caused by a blocked drain."),
    (3, "Trams boost trade in side streets."),
    (3, "The drug prevents strokes."),
    (3, "The ban resulted in fewer deaths."),
    (3, "Thanks to the filter, dust fell by a third."),
    (3, "The leak was due to rust."),
    (3, "Noise damages hearing."),
    (3, "Shift work doubles the risk of falls."),
    (3, "Low scores mean slower internet."),
    (3, "The bridge allowed farmers to sell in town."),
    (2, "Salt may raise blood pressure."),
    (2, "The new road could cut travel times."),
    (2, "Coffee might help people live longer."),
    (2, "The tax is likely to drive out shops."),
    (2, "Trams can boost trade."),
    (2, "The filter appears to reduce dust."),
    (2, "It is thought that noise harms birds."),
    (2, "The pill has the potential to prevent strokes."),
    (2, "Researchers suspect that damp causes the cough."),
    (2, "The change would probably lower prices."),
    (1, "Salt intake is associated with higher blood pressure."),
    (1, "Coffee drinkers tend to live longer."),
    (1, "Towns with trams have higher rents."),
    (1, "Noise is linked to poor sleep."),
    (1, "There is a correlation between damp and coughs."),
    (1, "People who walk more were less likely to fall ill."),
    (1, "Higher rents went hand in hand with new trams."),
    (1, "Risk of falls was higher among shift workers."),
    (1, "The findings point to a link between dust and asthma."),
    (1, "Dust levels correlated with hospital visits."),
    (1, "Children near the road were more likely to cough."),
    (0, "The bridge is 90 metres long."),
    (0, "Nine people live on the island."),
    (0, "The causes of the fire are unknown."),
    (0, "The increase was announced on Monday."),
    (0, "Fees will rise in May."),
    (0, "The report lists eleven rivers."),
    (0, "The minister raised the matter in parliament."),
    (0, "There is no link between dust and asthma."),
]
SCOPES = [
    ("all", "Every citizen gets a score."),
    ("all", "Everybody must register."),
    ("all", "All pupils were sent home."),
    ("all", "Nobody is exempt."),
    ("all", "No driver may park here."),
    ("all", "Anyone who owns a boat pays."),
    ("all", "The entire population was counted."),
    ("all", "Each household received a letter."),
    ("most", "Most tenants have moved."),
    ("most", "The vast majority of voters agreed."),
    ("most", "Almost all shops are closed."),
    ("most", "More than half of the nurses quit."),
    ("most", "Nine in ten farmers refused."),
    ("most", "Two-thirds of members voted yes."),
    ("some", "Some cities use the system."),
    ("some", "Several schools closed."),
    ("some", "Many parents complained."),
    ("some", "A few drivers were fined."),
    ("some", "A minority of users object."),
    ("some", "One in five users left."),
    ("some", "Twelve villages joined the trial."),
    ("some", "A third of the staff is ill."),
    ("some", "Not all patients recovered."),
    ("some", "Customers who opt in get a discount."),
    ("some", "Around 300 families lost their homes."),
    ("some", "Half of the teachers left."),
    ("some", "A handful of shops remain."),
    ("one", "One company's users are affected."),
    ("one", "Customers of one bank lost money."),
    ("one", "A single town runs the trial."),
    ("one", "The firm's staff must wear badges."),
    ("one", "Only employees of the mill are covered."),
    ("one", "One man was hurt."),
    ("one", "A pilot city tests the cards."),
    (None, "The bridge is 90 metres long."),
    (None, "Prices rose after all."),
    (None, "It rains every day in May."),
    (None, "The score runs from 350 to 950."),
    (None, "They looked at one another."),
    (None, "Some 300 tons of salt were lost."),
    (None, "All in all it was a success."),
]
UNREACHED = {
    "Low scores mean slower internet.": "what means what is a cause only by what stands on both sides",
    "The bridge allowed farmers to sell in town.": "allowing is a rule more often than a cause",
    "Coffee drinkers tend to live longer.": "a comparison without its other side",
    "A pilot city tests the cards.": "pilots are counted among the some",
}


def marked(table: list[tuple[object, str]]) -> list[object]:
    return [
        pytest.param(
            *row,
            marks=[pytest.mark.xfail(strict=True, reason=UNREACHED[row[1]])] if row[1] in UNREACHED else [],
        )
        for row in table
    ]


@pytest.mark.parametrize(("expected", "text"), marked(list(STRENGTHS)))
def test_strength(expected: int, text: str) -> None:
    assert strength(tokens(text)) == expected


@pytest.mark.parametrize(("expected", "text"), marked(list(SCOPES)))
def test_scope(expected: str | None, text: str) -> None:
    assert scope(tokens(text)) == expected
