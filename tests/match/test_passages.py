"""Shared text is found on both sides exactly, through edits; phrases and boilerplate are not."""

from __future__ import annotations

import pickle
import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_tool.match.passages import find, found_in, passages, portions, shared_documents
from corpus_tool.match.passages.keys import candidates
from corpus_tool.match.passages.tokens import corpus
from corpus_tool.models import Document

STORY = (
    "The ferry to Marrow Island was cancelled for the third time this week after a crack was found in its hull. "
    "Engineers from the harbour office said the vessel would stay in dry dock until the autumn. "
    "Islanders have asked the council to hire a replacement boat from the mainland."
)
OTHER = "Meanwhile, the annual cheese fair drew record crowds, and nobody spoke of boats at all."


def _pair(left: str, right: str) -> list[Document]:
    return [Document(id="a", text=left), Document(id="b", text=right)]


def _only(left: str, right: str):
    found = passages(_pair(left, right))
    assert len(found) == 1
    return found[0]


def test_a_copied_text_is_one_verbatim_passage_cut_exactly() -> None:
    left, right = f"{OTHER} {STORY}", f"Quoted in full:\n\n“{STORY}”\n\nThat is all."
    one = _only(left, right)
    assert one.grade == "verbatim"
    assert STORY in one.left.text
    assert STORY in one.right.text
    assert one.left.text == left[one.left.start : one.left.end]
    assert one.right.text == right[one.right.start : one.right.end]


@pytest.mark.parametrize(
    ("changed", "grade"),
    [
        (STORY.replace(",", ";").replace(". ", " - ").upper(), "verbatim"),
        (
            STORY.replace("third", "fourth").replace("vessel", "ship").replace("autumn", "end of October"),
            "light",
        ),
        (STORY.replace("said the vessel", "said (as we feared from the very first day) the vessel"), "light"),
        (STORY.replace("after a crack was found in its hull", ""), "light"),
    ],
)
def test_edits_deletions_and_comments_do_not_hide_a_copy(changed: str, grade: str) -> None:
    one = _only(STORY, changed)
    assert one.grade == grade
    assert len(one.left.text) > 0.9 * len(STORY)


def test_moved_sentences_are_passages_of_their_own() -> None:
    sentences = STORY.split(". ")
    found = passages(_pair(STORY, ". ".join([sentences[2].rstrip("."), OTHER, sentences[0]])))
    assert {one.left.text.split()[0] for one in found} == {"The", "Islanders"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "At the end of the day it is what it is, he said of the ferry.",
            "It is what it is at the end of the day, for us.",
        ),
        (STORY, OTHER),
        ("The ferry was late.", "The ferry was late."),
        ("", STORY),
    ],
)
def test_phrases_and_short_texts_are_no_passages(left: str, right: str) -> None:
    assert passages(_pair(left, right)) == ()


def test_boilerplate_in_many_documents_is_left_out_but_a_copy_beside_it_is_found() -> None:
    footer = "Sign up for our weekly letter about harbours, islands and the people who sail between them."
    words = ["".join(parts) for parts in product(("ba", "ke", "mo", "ti", "du"), repeat=5)]
    chance = random.Random(3)
    documents = [
        Document(id=f"d{n:02}", text=" ".join(chance.sample(words, 60)) + ".\n\n" + footer) for n in range(40)
    ]
    copied = Document(id="e", text=f"{documents[3].text.split('.')[0]}.\n\n{footer}")
    found = passages([*documents, copied])
    assert [(one.left.document_id, one.right.document_id) for one in found] == [("d03", "e")]


def test_order_of_documents_does_not_matter() -> None:
    documents = [
        Document(id=name, text=text) for name, text in zip("cab", [STORY, OTHER + STORY, STORY], strict=True)
    ]
    assert passages(documents) == passages(documents[::-1])
    assert all(one.left.document_id < one.right.document_id for one in passages(documents))


WORDS = st.lists(st.sampled_from([*STORY.split(), "—", "“boat”", "ﬁre", "\n\n", "İ", "1,5"]), max_size=60)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_spans_always_cut_the_text(left: list[str], right: list[str]) -> None:
    documents = _pair(" ".join([STORY, *left]), " ".join([*right, STORY]))
    for one in passages(documents):
        assert one.left.text == documents[0].text[one.left.start : one.left.end]
        assert one.right.text == documents[1].text[one.right.start : one.right.end]
        assert 0 <= one.similarity <= 1


def test_portions_one_by_one_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "PORTION_PAIRS", 2)
    documents = [Document(id=f"d{n}", text=f"{n} {OTHER} {STORY}") for n in range(5)]
    pieces = portions(documents)
    assert len(pieces) == 5
    apart = [one for piece in pieces for one in found_in(pickle.loads(pickle.dumps([piece])))]  # noqa: S301
    assert tuple(apart) == passages(documents)
    assert len(apart) == 10


@pytest.mark.parametrize(("more", "count"), [("", 0), ("leaked", 1)])
def test_short_phrases_far_apart_make_no_candidates(more: str, count: int) -> None:
    words = ["".join(parts) for parts in product(("ba", "ke", "mo", "ti", "du", "ra", "ni"), repeat=3)]
    phrases = f"a grey slate roof {more} {{}} the brass harbour bell {{}} the tall glass towers"
    one = phrases.format(" ".join(words[:60]), " ".join(words[60:120]))
    two = phrases.format(" ".join(words[120:240]), " ".join(words[240:300]))
    assert len(candidates(corpus(_pair(one, two)), fan_out=24, frequent_words=80).left) == count


def test_whole_sentences_count_though_no_word_of_them_is_rare() -> None:
    said = "And that is what the pilots were told to do."
    found = passages(_pair(f"{OTHER} {said} The bell rang.", f"{said} Nobody laughed, for once."))
    assert [one.left.text for one in found] == [said]


def test_short_sentences_taken_over_in_another_order_are_found_where_more_is_shared() -> None:
    short = ["The old pier was closed.", "Its owner paid a fine.", "No boat has called there since."]
    found = passages(_pair(" ".join([STORY, *short]), f"{' '.join(short[::-1])} {OTHER} {STORY}"))
    assert {one.left.text for one in found} >= set(short)
    assert passages(_pair(short[0], f"{OTHER} {short[0]}")) == ()


@pytest.mark.parametrize(
    ("changed", "least", "most"),
    [
        (STORY, 1.0, 1.0),
        (STORY.replace("in its hull", "in its hull, as we had feared from the day it was bought"), 0.9, 0.97),
        (
            STORY.replace("vessel would stay", "ship will lie").replace(
                "hire a replacement", "charter another"
            ),
            0.8,
            0.92,
        ),
    ],
)
def test_what_is_put_in_weighs_less_than_what_is_changed(changed: str, least: float, most: float) -> None:
    assert least <= _only(STORY, changed).similarity <= most


def test_a_passage_ends_with_the_sentence_that_both_share() -> None:
    one = _only(f"{STORY} The bell rang twice.", f"{STORY} The council sat all day.")
    assert one.left.text.endswith("mainland.")


REWORDED = (
    "After a crack was found in the hull, the boat to Marrow was again cancelled, for the third time. Harbour engineers "
    "said that it had to be in dry dock until at least autumn, so islanders would like another boat from the mainland."
)


def test_a_text_reworded_throughout_is_told_from_one_on_the_same_matter() -> None:
    row = shared_documents(_pair(STORY, REWORDED))[0]
    assert row.right.share > 0.18
    assert row.grade != "verbatim"
    alone = "Islanders on Marrow are angry: engineers found the ferry unsafe, and the council has no other vessel."
    assert shared_documents(_pair(STORY, alone)) == ()


def test_shares_of_whole_documents_are_of_each_its_own() -> None:
    row = shared_documents(_pair(STORY, f"{STORY} {OTHER} {OTHER.replace('annual', 'yearly')}"))[0]
    assert (row.left.share, row.grade, row.passages) == (1.0, "verbatim", 1)
    assert 0.4 < row.right.share < 0.75


WRITTEN = {
    "curly": STORY.replace("The ferry to", "“The ferry” to").replace(
        "Islanders have", "Islanders — all — have"
    ),
    "soft hyphens": STORY.replace("Engineers", "En\u00adgi\u00adneers").replace(
        "Islanders", "Is\u00adland\u00aders"
    ),
    "unseen": STORY.replace("cancelled", "can\u200bcelled").replace("vessel", "ves\u2060sel"),
    "ligatures": STORY.replace("ffi", "ﬃ").replace("fi", "ﬁ"),
    "no-break spaces": STORY.replace(" ", "\u00a0"),
    "wrapped": STORY.replace(" the ", " the\n> "),
    "in paragraphs": STORY.replace(". ", ".\n\n"),
    "capitals": STORY.upper(),
}


@pytest.mark.parametrize("form", sorted(WRITTEN))
def test_how_it_is_set_changes_no_wording(form: str) -> None:
    right = f"{OTHER}\n{WRITTEN[form]} {OTHER[::-1]}"
    one = _only(STORY, right)
    assert one.left.text == STORY
    assert (one.right.start, one.right.text) == (len(OTHER) + 1, WRITTEN[form])
    assert one.similarity > 0.94


@pytest.mark.parametrize("times", [1, 2, 3])
def test_each_time_it_is_pasted_is_a_passage(times: int) -> None:
    fillers = [
        "Bees sleep in winter, as their keeper says.",
        "Salt, patience and a cellar make a cheese.",
        "Who rings?",
    ]
    pasted = "".join(f"{filler} {STORY} " for filler in fillers[:times])
    found = passages(_pair(STORY, f"{OTHER} {pasted}"))
    assert [one.right.text for one in found] == [STORY] * times
    turned = passages(_pair(f"{OTHER} {pasted}", STORY))
    assert [one.left.text for one in turned] == [STORY] * times
