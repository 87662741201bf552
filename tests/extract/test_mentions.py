import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_tool.extract.mentions import mentions, mentions_of
from corpus_tool.models import Document, Span

LIST = (
    "If the notice is accurate, the rules are these:\n\n"
    "• Every boat gets a number from 10 to 90, which is painted on its bow.\n"
    "• While still voluntary, the council has said that the tax will be compulsory by 2031.\n\n"
    "What a day!\n"
)


def texts(text: str) -> list[str]:
    return [mention.text for mention in mentions(Document(id="d", text=text))]


def test_two_statements_of_one_sentence_are_two_mentions() -> None:
    assert texts(LIST)[:2] == ["Every boat gets a number from 10 to 90", "which is painted on its bow."]
    assert "the council has said that the tax will be compulsory by 2031." in texts(LIST)


def test_a_hedged_lead_in_governs_its_list() -> None:
    for mention in mentions(Document(id="d", text=LIST)):
        assert mention.governed_by is not None
        assert mention.governed_by.text.startswith("If the notice is accurate")
        assert mention.certainty <= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Who paid for the bridge?",
        "Imagine if every boat had a number.",
        "I hope the bridge opens soon.",
        "Thanks for reading!",
        "Leave a comment",
        "Buy a ticket before you go.",
        "Talk to the ferryman before you load the boat.",
        "Suppose each boat paid twice; the harbour would be rich.",
        "Think of the sailor who once bought the wrong boat.",
        "Had they asked me, I would have sold the boat.",
        "Five things nobody tells you about boats",
        "Berg and Maar, Tides and towers, Coastal Review 12 (2016), pp. 3-19.",
        "Every harbour has a fool.",
    ],
)
def test_what_states_nothing_is_no_mention(text: str) -> None:
    assert texts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bridge carries 40,000 cars a day.",
        "By 2031 every boat owner will have to pay the tax.",
        "A late fee lowers the rank of the whole crew.",
        "Miss two payments and the bank takes the boat.",
        "My insurer dropped me after one claim in 2019.",
        "The river bursts its banks every spring.",
    ],
)
def test_what_states_something_is_a_mention(text: str) -> None:
    assert texts(text) == [text]


def test_the_title_is_a_mention_once() -> None:
    title = "Harbour tax will be compulsory for 400 boats by 2031"
    found = mentions(
        Document(id="d", title=title, text=f"{title}\n\nThe council met on Monday to vote on 12 rules.")
    )
    assert [mention.field for mention in found if mention.text == title] == ["title"]


@pytest.mark.parametrize(
    ("title", "states"),
    [
        ("City to close four libraries", True),
        ("Two dead after ferry fire", True),
        ("The boat that knows your name", False),
        ("How to sleep on a ferry", False),
    ],
)
def test_headlines_leave_the_verb_out(title: str, states: bool) -> None:
    found = mentions(Document(id="d", title=title, text="Hello."))
    assert bool(found) is states


def test_every_sentence_gives_one_row_each() -> None:
    found = mentions(Document(id="d", text="The mayor resigned; the council met. Why?"), every_sentence=True)
    assert [mention.text for mention in found] == ["The mayor resigned; the council met.", "Why?"]
    assert [mention.is_claim for mention in found][1] is False


def test_set_apart_words_are_quoted() -> None:
    text = "The bridge carries 40,000 cars a day."
    (found,) = mentions(Document(id="d", text=text, block_quotes=(Span(start=0, end=len(text)),)))
    assert found.quoted


def test_a_pronoun_takes_the_last_plain_subject() -> None:
    found = mentions(Document(id="d", text="The bridge opened in 1987. It carries 40,000 cars a day."))
    assert found[-1].subject == "The bridge"
    assert "The bridge" in found[-1].context


def test_a_batch_is_the_same_as_one_by_one() -> None:
    documents = [Document(id="a", text=LIST), Document(id="b", text="The bridge carries 40,000 cars a day.")]
    assert mentions_of(documents) == [mention for one in documents for mention in mentions(one)]


@settings(max_examples=40, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("the boat is 90 . , and it may not be ? \n • “ ” ; which"), max_size=150
    ),
    st.booleans(),
)
def test_spans_cut_their_text(text: str, every: bool) -> None:
    for mention in mentions(Document(id="d", text=text), every_sentence=every):
        assert text[mention.start : mention.end] == mention.text
        assert mention.sentence.start <= mention.start <= mention.end <= mention.sentence.end
        assert 0 <= mention.certainty <= 1
        assert 0 <= mention.check_worthiness <= 1
