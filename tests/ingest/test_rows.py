"""JSON rows: one row, one document, nothing changed, every row answered."""

import json

from hypothesis import given
from hypothesis import strategies as st

from corpus_tool.ingest import read_rows


def rows(*lines):
    return list(
        read_rows([line if isinstance(line, bytes) else line.encode() for line in lines], name="in.jsonl")
    )


def test_known_fields_are_kept_and_unknown_ones_ignored():
    (row,) = rows(
        '{"id":"a","text":"x y","title":"T","kind":"comment","parent_id":"p","published":"2015-10-03","z":1}'
    )
    assert (row.id, row.text, row.title, row.kind, row.parent_id) == ("a", "x y", "T", "comment", "p")
    assert (row.published, row.path, row.part, row.status) == ("2015-10-03", "in.jsonl", 0, "ok")
    assert (row.kept.dates, row.kept.bylines) == (True, False)


def test_every_row_is_answered_in_order_and_failures_name_their_line():
    found = rows(
        '{"text":"one"}\n',
        "\n",
        '{"text":5}\n',
        "nonsense\n",
        "[1]\n",
        '{"id":"b"}\n',
        b'{"text":"\xff"}\n',
        '{"text":"last"}',
    )
    assert [d.status for d in found] == ["ok", "failed", "failed", "failed", "failed", "failed", "ok"]
    assert [d.part for d in found] == list(range(7))
    assert "line 3" in found[1].status_reason
    assert "line 4" in found[2].status_reason
    assert len({d.id for d in found}) == 7


def test_a_wrong_optional_field_costs_the_field_and_not_the_text():
    (row,) = rows('{"id":"a","text":"x","author":7,"links":[{"start":0,"end":9,"href":"u"}]}')
    assert (row.text, row.author, row.links, row.status) == ("x", None, (), "partial")
    assert "line 1" in row.status_reason


def test_a_repeated_id_is_replaced_and_said():
    first, second = rows('{"id":"a","text":"x"}', '{"id":"a","text":"y"}')
    assert first.id == "a"
    assert second.id != "a"
    assert "'a'" in second.status_reason


def test_deep_nesting_is_refused():
    (row,) = rows('{"text":' + "[" * 100_000)
    assert row.status == "failed"


def test_a_number_of_thousands_of_digits_breaks_its_own_row_alone():
    broken, whole = rows('{"id":' + "9" * 5_000 + ',"text":"x"}', '{"id":"b","text":"y"}')
    assert (broken.status, whole.status) == ("failed", "ok")
    assert "line 1" in broken.status_reason


def test_separators_of_unicode_do_not_end_a_line():
    (row,) = rows('{"text":"a\u2028b\u0085c"}')
    assert row.text == "a\u2028b\u0085c"


def test_ambiguous_dates_stay_open():
    assert [
        d.published for d in rows('{"text":"a","published":"10/8/15"}', '{"text":"b","published":"2015-10~"}')
    ] == [
        None,
        "2015-10~",
    ]


@given(st.text())
def test_text_is_not_changed(text):
    (row,) = rows(json.dumps({"id": "a", "text": text}))
    assert row.text == text


def test_lone_surrogates_pass():
    (row,) = rows('{"text":"a \\ud800 b"}')
    assert row.text == "a \ud800 b"
    row.content_hash.encode("ascii")
