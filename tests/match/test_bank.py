"""Known statements found again in other words; the bank on disk grows without being rebuilt."""

from __future__ import annotations

import dataclasses
import json

import pytest

from corpus_tool import semantic
from corpus_tool.errors import RowError, StoreError
from corpus_tool.match.bank import Bank, Known, Query, decoded, from_csv, from_json, from_lines, read, rerank
from corpus_tool.match.bank.posts import plain
from corpus_tool.settings import DEFAULT

KNOWN = [
    Known(id="k1", text="Eating two bananas a day cures high blood pressure.", rating="False", url="x/1"),
    Known(
        id="k2",
        text="The bridge over the Tarn has been closed since March.",
        title="Is the Tarn bridge shut?",
    ),
    Known(id="k3", text="Half of the trees in the park were felled without a permit."),
    Known(id="k4", text="The mayor bought a yacht with public money."),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("My aunt swears that bananas will bring your blood pressure down!", "k1"),
        ("no one has crossed the #TarnBridge since march pic.twitter.com/abc", "k2"),
        ("They cut down every second tree in the park, and nobody had permission", "k3"),
        ("Our money paid for the yacht of the mayor", "k4"),
    ],
)
def test_finds_the_statement_that_a_text_repeats(text: str, wanted: str) -> None:
    found = list(Bank.of(KNOWN).match([Query("q", text)], top=2))
    assert found[0].known_id == wanted
    assert [one.rank for one in found] == [1, 2]
    assert found[0].score >= found[1].score
    assert all(one.reasons for one in found)


@pytest.mark.skipif(not semantic.available(), reason="needs the extra [semantic]")
def test_the_transformer_finds_what_shares_no_word() -> None:
    known = [*KNOWN, Known(id="k5", text="Physicians warn that sleeplessness shortens lives.")]
    query = [Query("q", "Doctors say you die younger if you don't get enough rest at night")]
    best = next(Bank.of(known).match(query, top=1, deep=True))
    assert best.known_id == "k5"
    again = list(Bank.of(known).match(query, top=5, deep=True))
    assert [one.score for one in again] == sorted((one.score for one in again), reverse=True)
    assert len(again) == 5


def test_what_lies_below_the_depth_keeps_its_order_below(monkeypatch: pytest.MonkeyPatch) -> None:
    def turned_over(_query: str, held: list[tuple[Known, float]]) -> list[rerank.Reread]:
        return [rerank.Reread(0.5, at / 10, 0.0, 0.0, 0.0) for at, _ in enumerate(held)]

    monkeypatch.setattr(rerank, "reread", turned_over)
    bank, query = Bank.of(KNOWN), [Query("q", "the mayor's yacht")]
    plain_order = [one.known_id for one in bank.match(query)]
    settings = dataclasses.replace(DEFAULT.match, rerank_depth=2)
    deep = list(bank.match(query, deep=True, settings=settings))
    assert [one.known_id for one in deep] == [*reversed(plain_order[:2]), *plain_order[2:]]
    assert [one.score for one in deep] == sorted((one.score for one in deep), reverse=True)


def test_rating_and_link_travel_with_the_answer() -> None:
    first = next(Bank.of(KNOWN).match([Query("q", "bananas cure high blood pressure")], top=1))
    assert "x/1" in first.reasons
    assert any("False" in reason for reason in first.reasons)


def test_a_saved_bank_answers_as_before_and_grows(tmp_path) -> None:
    path = tmp_path / "bank.db"
    Bank.of(KNOWN[:2]).save(path)
    grown = Bank.open(path).added(KNOWN)
    grown.save(path)
    queries = [Query("q", "half the park's trees were cut"), Query("r", "bridge closed")]
    assert len(Bank.open(path)) == 4
    assert list(Bank.open(path).match(queries)) == list(Bank.of(KNOWN).match(queries))


def test_other_rows_do_not_change_what_a_row_is_like() -> None:
    query = [Query("q", "the mayor's yacht was paid with public money")]
    alone = next(Bank.of(KNOWN[3:]).match(query, top=1))
    among = next(Bank.of(KNOWN).match(query, top=1))
    assert alone.score == pytest.approx(among.score, abs=1e-4)


def test_an_empty_bank_gives_no_answer() -> None:
    assert list(Bank.of([]).match([Query("q", "anything")])) == []


def test_a_file_that_is_no_bank_is_named(tmp_path) -> None:
    broken = tmp_path / "notes.txt"
    broken.write_text("not a database, but long enough to look at twice" * 40)
    with pytest.raises(StoreError, match=r"notes\.txt"):
        Bank.open(broken)
    with pytest.raises(StoreError, match="no bank here"):
        Bank.open(tmp_path / "missing.db")


def test_claim_review_is_read_from_json_ld_wherever_it_stands() -> None:
    review = {
        "@type": "ClaimReview", "url": "u", "claimReviewed": " Sheep  can read. ",
        "reviewRating": {"alternateName": "Mostly false"},
    }  # fmt: skip
    page = json.dumps({"@graph": [{"@type": "WebPage"}, review]})
    assert list(from_json(page, place="p")) == [
        Known(id="u", text="Sheep can read.", rating="Mostly false", url="u")
    ]


MESSY = [
    # A feed with the full names of the vocabulary, markup and lists; two claims of one page.
    (
        {"dataFeedElement": [{"item": [
            {"@type": ["ClaimReview"], "schema:claimReviewed": [{"@value": "<p>Sheep &amp; goats</p> can read."}],
             "url": {"@id": "https://e.org/a"}, "reviewRating": [{"ratingValue": 2, "bestRating": "5"}]},
            {"@type": "ClaimReview", "claimReviewed": "Goats vote.", "url": "https://e.org/a",
             "reviewRating": "Pants"},
        ]}]},
        [("https://e.org/a", "Sheep & goats can read.", "2 of 5"), ("https://e.org/a", "Goats vote.", "Pants")],
    ),
    # An older page: the claim is the name of the thing reviewed, the rating only a number.
    (
        {"@type": "http://schema.org/ClaimReview", "itemReviewed": {"@type": "Claim", "name": "Rain is dry."},
         "reviewRating": {"ratingValue": 1}, "mainEntityOfPage": "u"},
        [("u", "Rain is dry.", "1")],
    ),
    # What a search service answers.
    (
        {"claims": [{"text": "Rain is dry.", "claimReview": [{"url": "u1", "textualRating": "Wrong"},
                                                             {"url": "u2", "textualRating": "False"}]}]},
        [("u1", "Rain is dry.", "Wrong"), ("u2", "Rain is dry.", "False")],
    ),
    # A desk's own rows.
    ([{"Claim": "Rain is dry.", "Verdict": 0, "link": "u"}, {"_id": 7, "claim": ["Snow is hot."]}],
     [("", "Rain is dry.", "0"), ("7", "Snow is hot.", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "wanted"), MESSY)
def test_what_archives_write_is_read(value: object, wanted: list[tuple[str, str, str]]) -> None:
    found = list(from_json(json.dumps(value), place="p"))
    assert [(row.text, row.rating) for row in found] == [(text, rating) for _, text, rating in wanted]
    assert [row.id for row in found if row.id in {one for one, _, _ in wanted}] == [
        one for one, _, _ in wanted if one
    ]


def test_two_claims_of_one_page_stay_two() -> None:
    rows = [Known(id="u", text=text, url="u") for text in ("Goats vote.", "Sheep read.", "Goats vote.")]
    assert len(Bank.of(rows)) == 2
    assert len(Bank.of(rows[:1]).added(rows)) == 2


TABLES = [
    "Claim;Verdict;Link\nRain is dry;False;u\n",
    "\ufeffid,claim text,rating\r\n1,Rain is dry,False\r\n",
    'text\trating\n"Rain\nis dry"\tFalse\n',
]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_tables_of_every_sort_are_read(table: str, coding: str) -> None:
    (row,) = read(decoded(table.encode(coding)), name="k.csv")
    assert isinstance(row, Known)
    assert (row.text, row.rating) == ("Rain is dry", "False")


@pytest.mark.parametrize(
    ("text", "good", "bad"),
    [
        ('{broken\n{"text": "Rain fell."}\n[]\n3\n', 1, 2),
        ('[{"text": "Rain fell."}, 5, {"id": 1}, {"text": "Snow fell."}]', 2, 2),
        ("text,rating\nRain fell.,x\n,y\nSnow fell.,z\n", 2, 1),
        ('{"text": "Rain\nfell."}', 1, 0),
        ("[" * 100_000, 0, 1),
        ("text\n" + "x" * 200_000 + "\nRain fell.\n", 1, 1),
        ("", 0, 0),
    ],
)
def test_a_bad_row_costs_no_other(text: str, good: int, bad: int) -> None:
    found = list(read(text, name="k"))
    assert sum(isinstance(one, Known) for one in found) == good
    assert sum(isinstance(one, RowError) for one in found) == bad


def test_the_bank_on_disk_is_added_to_and_brought_up_to_date(tmp_path) -> None:
    path = tmp_path / "bank.db"
    assert Bank.add(path, KNOWN[:2]) == 2
    assert Bank.add(path, [dataclasses.replace(KNOWN[0], rating="Mostly false"), *KNOWN]) == 2
    grown = Bank.open(path)
    assert len(grown) == 4
    first = next(grown.match([Query("q", "bananas cure high blood pressure")], top=1))
    assert any("False" in reason for reason in first.reasons)


def test_what_is_added_in_parts_is_what_is_made_at_once(tmp_path) -> None:
    paged = [
        Known(id="u", text=f"The {what} of Tarn has {count} boats.", url="u")
        for what, count in (("port", 40), ("club", 7), ("port", 40), ("school", 2))
    ]
    rows = [*KNOWN, *paged]
    path = tmp_path / "bank.db"
    assert [Bank.add(path, [row]) for row in rows] == [1, 1, 1, 1, 1, 1, 0, 1]
    asked = [Query(str(number), row.text) for number, row in enumerate(rows)]
    assert list(Bank.open(path).match(asked)) == list(Bank.of(rows).match(asked))


def test_csv_and_lines_are_read() -> None:
    assert [row.id for row in from_csv("id,text\n7,Rain fell.\n8,Snow fell.\n", name="k.csv")] == ["7", "8"]
    assert [row.text for row in from_lines(['{"text": "Rain fell."}', ""], name="k")] == ["Rain fell."]


@pytest.mark.parametrize("line", ["{broken", '"a string"', '{"id": 1}'])
def test_a_broken_row_is_named(line: str) -> None:
    with pytest.raises(RowError, match="k, line 1"):
        list(from_lines([line], name="k"))


@pytest.mark.parametrize(
    ("post", "wanted"),
    [
        ("Look at this https://example.org/a?b=c now", "Look at this now"),
        ("#DeskPlants work", "Desk Plants work"),
        ("ask @green_desk", "ask green desk"),
        ("It rained all day — Ann Other (@ann) May 3, 2019", "It rained all day"),
        ("costs 5 # 6", "costs 5 # 6"),
    ],
)
def test_posts_are_read_as_sentences(post: str, wanted: str) -> None:
    assert " ".join(plain(post).split()) == wanted
