"""Loaded words and profiles: what a reader hears, counted."""

from __future__ import annotations

import pytest

from corpus_tool.discourse import Reading, profiles
from corpus_tool.discourse.loaded import listed, loaded_words, loadedness
from corpus_tool.extract.sentences import sentences
from corpus_tool.extract.tone import tone
from corpus_tool.models import Document

PAIRS = [
    (
        "The board closed two libraries on Monday.",
        "The spineless board butchered two beloved libraries in a disgraceful raid.",
    ),
    (
        "The minister answered questions about the budget.",
        "The shameless minister spewed pathetic lies about his disastrous budget.",
    ),
    (
        "Union members voted to stop work for a day.",
        "Greedy union thugs took the city hostage in yet another reckless tantrum.",
    ),
    (
        "The report lists eleven bridges that need repair.",
        "The shocking report exposes a scandalous, ruinous neglect of our crumbling bridges.",
    ),
    (
        "The council will publish the figures in May.",
        "The arrogant council grudgingly coughs up its dubious figures in May.",
    ),
]


@pytest.mark.parametrize(("plain", "loaded"), PAIRS)
def test_a_loaded_telling_scores_above_the_plain_one(plain: str, loaded: str) -> None:
    low, high = loadedness([plain, loaded])
    assert low < 0 < high


def test_a_sentence_scores_the_same_in_any_company() -> None:
    one = PAIRS[0][0]
    assert loadedness([one]) == loadedness([PAIRS[2][1], one])[1:]


@pytest.mark.parametrize("text", ["", "It is so.", "12 345", "€€€"])
def test_a_text_without_longer_words_has_a_score(text: str) -> None:
    assert len(loadedness([text])) == 1


def test_words_of_the_list_are_found_whole_and_in_any_case() -> None:
    text = "A RECKLESS plan, recklessly told: no wreck."
    assert [text[span.start : span.end] for span in loaded_words(text)] == ["RECKLESS", "recklessly", "wreck"]


def test_the_list_holds_words_once_in_lower_case() -> None:
    assert all(word == word.lower() for word in listed())


def reading(document: Document) -> Reading:
    cut = tuple(document.text[span.start : span.end] for span in sentences(document.text))
    return Reading(document=document, sentences=cut, counts=tone(document.text))


def test_profile_of_a_source() -> None:
    papers = [
        Document(
            id="a", publisher="Courier", text="The dam was opened at noon. Perhaps the river will fall."
        ),
        Document(id="b", publisher="Courier", text="The mill was sold. A disgraceful, reckless deal!"),
        Document(id="c", text="The firm opened the dam."),
    ]
    courier, other = profiles([reading(paper) for paper in papers])
    assert (courier.source, courier.documents, courier.sentences, courier.words) == ("Courier", 2, 4, 19)
    assert courier.agentless_passives == 50.0
    assert courier.loaded_words == ("disgraceful", "reckless")
    assert courier.loaded_sentences >= 25.0  # the deal, and what little chance adds
    assert courier.hedges == pytest.approx(1000 / 19, abs=0.01)
    assert (other.source, other.agentless_passives, other.loaded_words) == ("c", 0.0, ())


def test_an_empty_document_has_a_profile_of_noughts() -> None:
    (only,) = profiles([reading(Document(id="x", text=""))])
    assert (only.words, only.loaded_sentences, only.hedges) == (0, 0.0, 0.0)
