"""A document's mentions follow from the document alone, whatever is read with it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_tool.extract import mentions, mentions_of
from corpus_tool.extract.tokens import tokens
from corpus_tool.extract.worth import worth, worth_of
from corpus_tool.models import Document

TEXTS = (
    "The ferry carries 400 people an hour. It was built in 1987, and it will be replaced by 2031.",
    "According to the harbour office, half of the boats leak.\n\n• no lights\n• no radio\n",
    "I paid 40 crowns for the permit. What a waste!",
    "“Nobody was hurt,” said Ana Berg, who runs the port.",
    "",
    "Thanks!\n\nSubscribe to our newsletter",
    "If you cancel twice, your deposit is lost, said one post. I think that is sad.",
)
DOCUMENTS = tuple(
    Document(id=f"d{number}", title="A tale of a ferry", text=text) for number, text in enumerate(TEXTS)
)


@settings(max_examples=25, deadline=None)
@given(st.permutations(DOCUMENTS), st.booleans())
def test_mentions_do_not_depend_on_their_batch(documents: list[Document], every: bool) -> None:
    alone = [one for document in documents for one in mentions(document, every_sentence=every)]
    assert mentions_of(documents, every_sentence=every) == alone


def test_more_documents_than_are_judged_together() -> None:
    many = [Document(id=str(number), text=TEXTS[number % len(TEXTS)]) for number in range(60)]
    assert mentions_of(many) == [one for document in many for one in mentions(document)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_worth_of_a_text_does_not_depend_on_its_company(texts: list[str]) -> None:
    together = worth(texts)
    assert together == [worth([text])[0] for text in texts]
    assert all(0 <= score <= 1 for score in together)


def test_no_texts_have_no_worth() -> None:
    assert worth_of([]) == []


@given(st.text(max_size=80))
def test_tokens_cut_their_text(text: str) -> None:
    found = tokens(text)
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == list(found.raw)
    assert len(found.words) == len(found.raw)
