"""The contract's forms: every list of fields is spelt out here, so that no rename goes unseen."""

from __future__ import annotations

import copy
import dataclasses
import json
from typing import Any

import pytest

from corpus_tool import models, rows, schema
from corpus_tool.errors import SchemaError
from corpus_tool.report.build import build
from tests.factory import findings
from tests.test_models import TYPES

DOCUMENT = (
    "id kind state parent_id thread_id author publisher title url published text links block_quotes notes "
    "kept path part content_hash status status_reason"
).split()
MENTION = (
    "id document_id field start end text sentence kinds slots polarity certainty attribution is_claim "
    "check_worthiness is_check_worthy quoted governed_by"
).split()
CLAIM = (
    "id statement kinds tracked mention_ids document_count origin_count origin_range sourced_origin_count "
    "earliest_mention_ids flags"
).split()

ROWS: dict[type, list[str]] = {
    models.Document: DOCUMENT,
    models.Mention: MENTION,
    models.Claim: CLAIM,
    models.Attribution: "kind grade scope source cue content external".split(),
    models.Comparison: (
        "relation similarity value_conflict polarity_conflict certainty_change strength_change reasons"
    ).split(),
    models.Match: "query_id known_id rank score relation reasons".split(),
    models.Passage: "left right similarity grade".split(),
    models.PassageSide: "document_id start end text".split(),
    models.Derivation: "id from to relation directed confidence evidence".split(),
    models.End: "type id".split(),
    models.External: "id name mention_ids".split(),
    models.Flag: "code claim_id severity sureness reason mention_ids".split(),
    models.Link: "start end href".split(),
    models.Note: "start end kind".split(),
    models.Span: "start end".split(),
    models.TextSpan: "start end text".split(),
}

VALUES: dict[tuple[type, str], set[str]] = {
    (models.Document, "kind"): {"article", "post", "comment"},
    (models.Document, "state"): {"published", "unapproved", "deleted", "ping"},
    (models.Document, "status"): {"ok", "partial", "failed"},
    (models.Note, "kind"): {"update", "correction", "caveat"},
    (models.Mention, "field"): {"text", "title"},
    (models.Mention, "polarity"): {"positive", "negative"},
    (models.Attribution, "kind"): {
        "person", "organisation", "document", "link", "outlet", "vague", "self", "lost", "none",
    },
    (models.Attribution, "grade"): {"primary", "secondary", "uncheckable", "absent"},
    (models.Attribution, "scope"): {"sentence", "document"},
    (models.Comparison, "relation"): {"verbatim", "near_copy", "paraphrase", "related", "unrelated"},
    (models.Comparison, "certainty_change"): {"gained", "lost", "same"},
    (models.Comparison, "strength_change"): {"gained", "lost", "same"},
    (models.End, "type"): {"mention", "document", "external"},
    (models.Derivation, "relation"): {"quotes", "copies", "paraphrases", "cites"},
    (models.Flag, "severity"): {"low", "medium", "high"},
    (models.Flag, "sureness"): {"certain", "probable", "possible"},
    (models.Flag, "code"): {
        "repeated_unsourced", "single_origin", "circular", "attribution_lost", "source_says_less",
        "certainty_gained", "caveat_not_carried", "value_drift", "actor_drift", "scope_drift",
        "source_requested", "contradicted", "thread_born",
    },
}  # fmt: skip

REPORT = [
    "schema_version",
    "settings",
    "documents",
    "mentions",
    "claims",
    "derivations",
    "externals",
    "flags",
]


@pytest.mark.parametrize("cls", ROWS, ids=lambda cls: cls.__name__)
def test_a_row_has_the_fields_of_the_contract_in_their_order(cls: type) -> None:
    assert rows.field_names(cls) == ROWS[cls]
    assert list(schema.json_schema(cls)["properties"]) == ROWS[cls]
    assert schema.json_schema(cls)["required"] == ROWS[cls]


@pytest.mark.parametrize(("cls", "field"), VALUES, ids=lambda part: getattr(part, "__name__", part))
def test_a_choice_has_the_values_of_the_contract(cls: type, field: str) -> None:
    found = schema.json_schema(cls)["properties"][field]
    assert set(found["enum"]) == VALUES[cls, field]


def test_the_parts_of_the_report_are_those_of_the_contract() -> None:
    form = schema.report_schema()
    assert list(form["properties"]) == REPORT == form["required"]
    parts = {name: list(form["properties"][name]["items"]["properties"]) for name in REPORT[2:]}
    assert parts == {
        "documents": [name for name in DOCUMENT if name != "text"],
        "mentions": [*MENTION, "claim_id", "claim_ids"],
        "claims": CLAIM,
        "derivations": ROWS[models.Derivation],
        "externals": ROWS[models.External],
        "flags": ROWS[models.Flag],
    }


def test_the_packaged_schema_is_the_one_the_types_give() -> None:
    assert schema.packaged_report_schema() == json.loads(json.dumps(schema.report_schema())), (
        "run make schema"
    )


def test_a_report_fits_its_schema() -> None:
    report = build(findings())
    schema.check_report(report)
    assert list(report) == REPORT


def _broken(path: list[str | int], value: Any) -> dict[str, Any]:
    report = copy.deepcopy(json.loads(json.dumps(build(findings()))))
    place: Any = report
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return report


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema_version"], "0.1"),
        (["documents", 0, "kind"], "poem"),
        (["documents", 0, "text"], "no report carries text"),
        (["mentions", 1, "certainty"], 1.5),
        (["mentions", 0, "start"], "0"),
        (["claims", 0, "origin_range"], [1]),
        (["claims", 0, "tracked"], 4),
        (["derivations", 0, "from", "type"], "rumour"),
        (["flags", 0, "sureness"], "sure"),
        (["surplus"], []),
    ],
)
def test_a_report_that_does_not_fit_is_refused_with_its_place(path: list[str | int], value: object) -> None:
    with pytest.raises(SchemaError) as found:
        schema.check_report(_broken(path, value))
    steps = [str(step) for step in path if isinstance(step, int)]
    assert all(step in (found.value.place or "") for step in steps)


@pytest.mark.parametrize("cls", TYPES, ids=lambda cls: cls.__name__)
def test_every_type_has_an_arrow_form_with_all_its_fields(cls: type) -> None:
    names = [item.metadata.get("name", item.name) for item in dataclasses.fields(cls)]
    assert schema.arrow_schema(cls).names == names


def test_findings_go_through_arrow_unchanged() -> None:
    import pyarrow as pa

    found = findings()
    for name, cls in schema.TABLES.items():
        if name == "decisions":
            continue
        plain = [rows.stored(thing) for thing in getattr(found, name)]
        table = pa.Table.from_pylist(plain, schema=schema.arrow_schema(cls))
        assert [rows.load(cls, row) for row in table.to_pylist()] == list(getattr(found, name)), name


def test_sqlite_columns_are_flat_and_named_as_the_rows() -> None:
    columns = schema.sqlite_columns(models.Derivation)
    assert list(columns) == ROWS[models.Derivation]
    assert [columns[name] for name in ("from", "directed", "confidence", "evidence")] == [
        str,
        int,
        float,
        str,
    ]


def test_spark_types_nest_as_the_rows_do() -> None:
    assert schema.spark_ddl(models.Passage) == (
        "`left` struct<`document_id`: string, `start`: bigint, `end`: bigint, `text`: string>, "
        "`right` struct<`document_id`: string, `start`: bigint, `end`: bigint, `text`: string>, "
        "`similarity` double, `grade` string"
    )
    assert "`quoted` boolean" in schema.spark_ddl(models.Mention)
    assert "`kinds` array<string>" in schema.spark_ddl(models.Mention)
