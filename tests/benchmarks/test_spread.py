"""Worlds of known history: made alike from one seed, true to their own rules, scored fairly."""

from __future__ import annotations

import json

import pytest

from benchmarks.spread import score as scores
from benchmarks.spread.baselines import BASELINES, errors
from benchmarks.spread.equal import History
from benchmarks.spread.pages import Block, Page, Piece, Taking
from benchmarks.spread.render import render
from benchmarks.spread.score import Said, calibration_error, reader_says, score
from benchmarks.spread.stock import topics
from benchmarks.spread.truth import Edge, Telling
from benchmarks.spread.world import DATES, World, make

CLAIM = topics()[0].statements[0].id


def _piece(text: str, **more: object) -> Piece:
    return Piece(kind="tell", text=text, claim=CLAIM, role="states", **more)


def _page(number: int, *pieces: Piece, takings: tuple[Taking, ...] = (), **more: object) -> Page:
    return Page(
        number=number, time=float(number), outlet=f"Paper {number}", blocks=[Block(style="prose", pieces=pieces)],
        takings=list(takings), **more,
    )  # fmt: skip


def _world(*pages: Page) -> World:
    return World(seed=1, pages=pages, dealt=topics()[:1], ids=tuple(f"d{page.number}" for page in pages))


def _copy(source: int, taker: int, text: str, **more: object) -> Taking:
    kept = frozenset({text})
    return Taking(source=source, taker=taker, claims=frozenset({CLAIM}), trace="copy", kept=kept, **more)


TEXT = "The long bridge over the quiet river is to be painted green by the end of the year, says nobody in particular."


def test_one_seed_makes_one_world():
    first, second = (render(make(3, 30), "all") for _ in range(2))
    assert first == second
    assert first.rows != render(make(4, 30), "all").rows


@pytest.mark.parametrize("size", [20, 45, 400])
def test_a_world_has_the_size_asked_for(size):
    world = make(5, size)
    assert size <= len(world.pages) <= size + 6
    assert len(set(world.ids)) == len(world.pages)


def test_tellings_stand_where_they_are_said_to_stand():
    world = make(2, 40)
    rendered = render(world, "third")
    rows = {row["id"]: row for row in rendered.rows}
    for told in rendered.told:
        row = rows[world.ids[told.page]]
        assert row["text" if told.field == "text" else "title"][told.start : told.end] == told.piece.text
    json.dumps(rendered.rows)


@pytest.mark.parametrize(
    ("dates", "low", "high"), [("all", 1.0, 1.0), ("third", 0.4, 0.9), ("none", 0.0, 0.0)]
)
def test_dates_are_shown_as_the_setting_says(dates, low, high):
    world = make(7, 60)
    assert low <= len(world.shown_dates(dates)) / len(world.pages) <= high


@pytest.mark.parametrize("dates", DATES)
def test_the_history_itself_gets_full_marks(dates):
    world = make(6, 50)
    history = History(world=world, dates=dates)
    edges = [Edge(source=t.source, taker=t.taker, claims=t.claims, open=False) for t in history.required]
    tellings = {claim: history.tellings(claim)[0] for claim in world.claims()}
    said = Said(
        edges=tuple((edge, 1.0) for edge in edges),
        origins={claim: telling.origin_count() for claim, telling in tellings.items()},
        flags={claim: dict.fromkeys(telling.flags(), 1.0) for claim, telling in tellings.items()},
        absent=reader_says(history).absent,
    )
    found = score(history, said)
    assert (found.edges.f1, found.origins_exact, found.wrong) == (1.0, 1.0, [])


def test_sources_outside_the_pile_are_scored_by_page_and_name():
    history = History(world=make(6, 50), dates="all")
    true = reader_says(history).absent
    said = Said(
        edges=(), origins={}, flags={}, absent=frozenset({("Nobody's Almanac", 0), *sorted(true)[1:]})
    )
    found = score(history, said).absent
    assert (found.wrong, found.right > 0, found.missed <= 1) == (1, True, True)


def test_saying_nothing_misses_all_and_is_never_wrong():
    history = History(world=make(6, 50), dates="all")
    found = score(history, Said(edges=(), origins={}, flags={}))
    assert (found.edges.right, found.edges.wrong) == (0, 0)
    assert found.edges.missed == len(history.required) > 0


def test_the_reader_is_good_and_the_baselines_are_not():
    history = History(world=make(6, 60), dates="all")
    assert score(history, reader_says(history)).edges.f1 > 0.9
    wrong = errors(history)
    assert set(wrong) == set(BASELINES)
    assert sum(wrong["labels"]) > 0


@pytest.mark.parametrize(
    ("dates", "edge", "good"),
    [
        ("all", (0, 1, False), True),
        ("all", (1, 0, False), False),
        ("all", (0, 1, True), False),
        ("none", (0, 1, False), True),
        ("none", (1, 0, False), True),
        ("none", (0, 1, True), True),
    ],
)
def test_direction_of_a_plain_copy_is_asked_for_where_dates_show_it(dates, edge, good):
    world = _world(_page(0, _piece(TEXT)), _page(1, _piece(TEXT), takings=(_copy(0, 1, TEXT),)))
    one = Edge(source=edge[0], taker=edge[1], claims=frozenset(), open=edge[2])
    found = score(History(world=world, dates=dates), Said(edges=((one, 0.9),), origins={CLAIM: 1}, flags={}))
    assert (found.edges.right, found.edges.wrong) == ((1, 0) if good else (0, 1))


def test_a_lost_hedge_shows_the_direction_without_dates():
    lossy = _copy(0, 1, TEXT, lossy=True)
    world = _world(
        _page(0, _piece(TEXT), _piece("Perhaps.", hedged=True)), _page(1, _piece(TEXT), takings=(lossy,))
    )
    history = History(world=world, dates="none")
    assert history.fits(0, Edge(source=0, taker=1, claims=frozenset()))
    assert not history.fits(0, Edge(source=1, taker=0, claims=frozenset()))
    assert not history.fits(0, Edge(source=0, taker=1, claims=frozenset(), open=True))


def test_a_page_with_the_same_words_is_as_good_a_source():
    pages = [_page(0, _piece(TEXT)), _page(1, _piece(TEXT), takings=(_copy(0, 1, TEXT),))]
    pages.append(_page(2, _piece(TEXT), takings=(_copy(1, 2, TEXT),)))
    history = History(world=_world(*pages), dates="all")
    assert history.fits(1, Edge(source=0, taker=2, claims=frozenset()))
    assert not history.fits(0, Edge(source=2, taker=1, claims=frozenset()))


def test_origins_fold_sources_circles_and_open_order():
    shared = [
        _page(0, _piece("A", source="The Act")),
        _page(1, _piece("B", source="The Act")),
        _page(2, _piece("C")),
    ]
    world = _world(*shared)
    rings = (
        Edge(source=0, taker=2, claims=frozenset({CLAIM})),
        Edge(source=2, taker=0, claims=frozenset({CLAIM})),
    )
    assert Telling(world=world, claim=CLAIM, edges=(), shown={}).origin_count() == 2
    assert Telling(world=world, claim=CLAIM, edges=rings, shown={}).origin_count() == 1
    loose = (Edge(source=1, taker=2, claims=frozenset({CLAIM}), open=True),)
    assert Telling(world=world, claim=CLAIM, edges=loose, shown={}).origin_count() == 1


def test_flags_follow_the_chain():
    pages = [
        _page(0, _piece("Perhaps A", hedged=True, source="The Act")),
        _page(1, _piece("A")),
        _page(2, _piece("A", figures=(("value", 1),))),
    ]
    edge = Edge(source=0, taker=1, claims=frozenset({CLAIM}))
    found = Telling(world=_world(*pages), claim=CLAIM, edges=(edge,), shown={}).flags()
    assert {"certainty_gained", "attribution_lost"} <= found
    assert not {"repeated_unsourced", "circular", "single_origin"} & found


@pytest.mark.parametrize(
    ("odds", "error"), [([], 0.0), ([(0.9, True)] * 9 + [(0.9, False)], 0.0), ([(0.9, False)] * 4, 0.9)]
)
def test_calibration_error(odds, error):
    assert calibration_error(odds) == pytest.approx(error)


def test_scores_pool():
    one, other = scores.Score(), scores.Score()
    one.edges.right, other.edges.wrong = 3, 1
    one.add(other)
    assert one.edges.precision == 0.75
