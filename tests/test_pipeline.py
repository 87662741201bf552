"""The order of the stages: nothing is extracted twice, every row is answered, the same in, the same out."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus_tool import engine, extract, pipeline
from corpus_tool.models import Document, TrackedClaim
from corpus_tool.report.build import build
from corpus_tool.schema import check_report
from tests.factory import document

PILE = (
    document(
        "d1",
        "The harbour of Lowmere charges every boat 40 crowns. The fee rose in 2016.",
        published="2016-03-01",
    ),
    document(
        "d2", "Every boat in Lowmere harbour has to pay 40 crowns, the Quay wrote.", published="2016-03-04"
    ),
    document("d3", "The harbour of Lowmere charges every boat 60 crowns.", published="2016-04-01"),
)


class Counted:
    """The extractor, counting what it is given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, documents: Sequence[Document], *, every_sentence: bool = False):
        self.seen += [found.id for found in documents]
        return self.real(documents, every_sentence=every_sentence)

    real = staticmethod(extract.mentions_of)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    found = Counted()
    monkeypatch.setattr(pipeline.extract, "mentions_of", found)
    return found


def _request(path: Path | None = None, documents: Sequence[Document] = PILE) -> pipeline.RunRequest:
    return pipeline.RunRequest(documents=tuple(documents), project=path)


def test_a_second_run_over_unchanged_input_extracts_nothing(counted: Counted, tmp_path: Path) -> None:
    first = pipeline.run(_request(tmp_path / "p.sqlite"))
    assert counted.seen == ["d1", "d2", "d3"]
    assert pipeline.run(_request(tmp_path / "p.sqlite")) == first
    assert counted.seen == ["d1", "d2", "d3"]


def test_only_what_changed_is_extracted_and_the_rest_comes_out_as_from_nothing(
    counted: Counted, tmp_path: Path
) -> None:
    pipeline.run(_request(tmp_path / "p.sqlite"))
    counted.seen.clear()
    changed = (*PILE[:2], dataclasses.replace(PILE[2], text="The fee in Lowmere is 80 crowns."))
    later = pipeline.run(_request(tmp_path / "p.sqlite", changed))
    assert counted.seen == ["d3"]
    assert later == pipeline.run(_request(None, changed))


def test_a_job_that_was_stopped_goes_on_where_it_was(
    counted: Counted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.local, "BATCH_ITEMS", 1)

    def stop(stage: str, done: int, _total: int) -> None:
        if stage == "extract" and done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.run(dataclasses.replace(_request(tmp_path / "p.sqlite"), progress=stop))
    assert counted.seen == ["d1", "d2"]
    pipeline.run(_request(tmp_path / "p.sqlite"))
    assert counted.seen == ["d1", "d2", "d3"]


def test_what_a_run_finds_fits_the_schema_and_hangs_together() -> None:
    found = pipeline.run(_request())
    check_report(build(found))
    mentions = {mention.id for mention in found.mentions}
    claims = {claim.id for claim in found.claims}
    texts = {home.id: home for home in found.documents}
    assert len(mentions) == len(found.mentions)
    assert all(set(claim.mention_ids) <= mentions for claim in found.claims)
    assert all(set(flag.mention_ids) <= mentions and flag.claim_id in claims for flag in found.flags)
    for mention in found.mentions:
        home = texts[mention.document_id]
        whole = home.text if mention.field == "text" else home.title or ""
        assert whole[mention.start : mention.end] == mention.text


def test_the_order_of_the_files_changes_no_claim() -> None:
    one = pipeline.run(_request())
    other = pipeline.run(_request(None, PILE[::-1]))
    assert {claim.id: set(claim.mention_ids) for claim in one.claims} == {
        claim.id: set(claim.mention_ids) for claim in other.claims
    }
    assert {(flag.code, flag.claim_id) for flag in one.flags} == {
        (flag.code, flag.claim_id) for flag in other.flags
    }


def test_a_tracked_claim_carries_its_name() -> None:
    tracked = TrackedClaim(
        name="fee", statement="Boats pay 40 crowns.", examples=("Every boat pays 40 crowns.",)
    )
    found = pipeline.run(dataclasses.replace(_request(), codebook=(tracked,)))
    assert "fee" in {claim.tracked for claim in found.claims}
    assert found.settings["codebook"] == ["fee"]


def test_two_documents_of_one_id_are_both_kept() -> None:
    found = list(pipeline.unique_ids([PILE[0], PILE[0], PILE[1]]))
    assert [home.id for home in found] == ["d1", "d1~2", "d2"]
    assert "d1" in (found[1].status_reason or "")


def test_an_id_that_a_second_bearer_would_get_is_not_taken() -> None:
    ids = ["a", "a~2", "a", "a"]
    found = [home.id for home in pipeline.unique_ids([document(identity) for identity in ids])]
    assert len(set(found)) == 4


def test_commenters_are_hidden_unless_asked_for() -> None:
    comment = document("d4", "Is that so?", kind="comment", thread_id="d1", author="Wanda Reef")
    hidden = pipeline.run(_request(None, (*PILE, comment)))
    named = pipeline.run(dataclasses.replace(_request(None, (*PILE, comment)), keep_names=True))
    assert hidden.documents[3].author != "Wanda Reef"
    assert named.documents[3].author == "Wanda Reef"


def test_an_empty_pile_is_no_fault() -> None:
    found = pipeline.run(_request(None, ()))
    assert (found.mentions, found.claims, found.flags) == ((), (), ())


def test_every_pair_is_answered_in_order() -> None:
    pairs = [
        pipeline.PairRow(id="one", a="The fee is 40 crowns.", b="The fee is 60 crowns."),
        pipeline.PairRow(id=None, fault="line 2: not JSON"),
        pipeline.PairRow(id=7, a="", b=""),
    ]
    found = list(pipeline.compare_rows(pairs))
    assert [row["id"] for row in found] == ["one", None, 7]
    assert found[0]["value_conflict"] is True
    assert found[1]["reasons"] == ["failed: line 2: not JSON"]


@pytest.mark.parametrize(("items", "size", "expected"), [([], 2, []), ([1, 2, 3], 2, [(1, 2), (3,)])])
def test_batches(items: list[int], size: int, expected: list[tuple[int, ...]]) -> None:
    assert list(pipeline.batched(items, size)) == expected
