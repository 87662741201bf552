"""The documents that speed is measured on, and the peer that reads them."""

from __future__ import annotations

import json
import re

from benchmarks import afternoon, distinct, speed

END = re.compile(r"(?<=[.?])\s+")


def test_same_seed_same_bytes_other_seed_other_pile():
    first = json.dumps(list(distinct.documents(12)))
    assert first == json.dumps(list(distinct.documents(12)))
    assert first != json.dumps(list(distinct.documents(12, seed=2)))


def test_no_two_sentences_are_alike_but_copied_ones():
    rows = list(distinct.documents(200))
    sentences = [sentence for row in rows for sentence in END.split(row["text"])]
    repeated = len(sentences) - len(set(sentences))
    assert 0 < repeated < 0.04 * len(sentences)
    assert len({row["id"] for row in rows}) == 200
    assert all(set(row) == {"id", "title", "publisher", "published", "text"} for row in rows)


def test_documents_have_the_length_of_articles():
    lengths = [len(row["text"].split()) for row in distinct.documents(50)]
    assert min(lengths) > 150
    assert max(lengths) < 900


def test_the_peer_groups_what_is_alike():
    texts = ["The mill is red and old.", "The mill is red and very old.", "Storks carry letters at night."]
    rows = [afternoon.Sentence(document="d", text=text, lemmas=(), entities=()) for text in texts]
    assert [sorted(members) for members in afternoon.group(rows).values()] == [[0, 1]]


def test_a_process_is_measured():
    usage = speed.measured(["sleep", "0.3"], limit=10)
    assert usage.code == 0
    assert 0.3 <= usage.seconds < 5
    assert usage.megabytes > 0


def test_a_process_that_takes_too_long_is_ended():
    usage = speed.measured(["sleep", "30"], limit=0.2)
    assert usage.code != 0
    assert usage.seconds < 10
