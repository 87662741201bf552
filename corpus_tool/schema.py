"""One Arrow schema per type; SQLite tables, JSON Schema and Spark types come from it.

The dataclasses of `corpus_tool.models` are the single source: `arrow_schema` reads their
type hints, and the other forms are derived from the Arrow schema alone.
"""

from __future__ import annotations

import dataclasses
import json
import types
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from corpus_tool import models
from corpus_tool.errors import SchemaError

if TYPE_CHECKING:
    import pyarrow as pa

REPORT_VERSION = "1.0"
REPORT_PARTS: dict[str, type] = {
    "documents": models.Document,
    "mentions": models.Mention,
    "claims": models.Claim,
    "derivations": models.Derivation,
    "externals": models.External,
    "flags": models.Flag,
}
TABLES: dict[str, type] = {
    **REPORT_PARTS,
    "credits": models.Credit,
    "passages": models.Passage,
    "memberships": models.Membership,
    "decisions": models.Decision,
}
_UNIT_INTERVAL = frozenset({"certainty", "check_worthiness", "similarity", "confidence", "score"})
_MENTION_EXTRA = {
    "claim_id": {"type": ["string", "null"]},
    "claim_ids": {"type": "array", "items": {"type": "string"}},
}


def _bare(hint: Any) -> tuple[Any, bool]:
    """The type without ``None``, and whether ``None`` was allowed."""
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        if len(kinds) != 1:
            raise SchemaError(f"a union of {kinds} has no flat column")
        return kinds[0], True
    return hint, False


def _arrow_type(hint: Any) -> pa.DataType:
    import pyarrow as pa

    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    if hint in plain:
        return plain[hint]
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        return pa.list_(_arrow_field("item", get_args(hint)[0], {}))
    if dataclasses.is_dataclass(hint):
        return pa.struct(list(arrow_schema(hint)))  # type: ignore[arg-type]
    raise SchemaError(f"no column type for {hint}")


def _arrow_field(name: str, hint: Any, metadata: dict[str, str]) -> pa.Field:
    import pyarrow as pa

    bare, nullable = _bare(hint)
    values = get_args(bare) if get_origin(bare) is Literal else ()
    notes = {**metadata, **({"enum": json.dumps(values)} if values else {})}
    if get_origin(bare) is tuple and get_args(bare)[-1] is not Ellipsis:
        notes["length"] = str(len(get_args(bare)))
    return pa.field(name, _arrow_type(bare), nullable=nullable, metadata=notes or None)


@cache
def arrow_schema(cls: type) -> pa.Schema:
    """The Arrow schema of one type of `corpus_tool.models`, fields in order.

    Raises:
        SchemaError: A field's type has no column form.
    """
    import pyarrow as pa

    hints = get_type_hints(cls)
    fields = []
    for item in dataclasses.fields(cls):
        marks = {"internal": "1"} if item.metadata.get("internal") else {}
        fields.append(_arrow_field(item.metadata.get("name", item.name), hints[item.name], marks))
    return pa.schema(fields)


def _note(field: pa.Field, name: str) -> str | None:
    value = (field.metadata or {}).get(name.encode())
    return value.decode() if value is not None else None


def sqlite_columns(cls: type) -> dict[str, type]:
    """Column names and Python types for a SQLite table; lists and structs are JSON text."""
    import pyarrow as pa

    kinds = {pa.int64(): int, pa.float64(): float, pa.bool_(): int}
    return {field.name: kinds.get(field.type, str) for field in arrow_schema(cls)}


def spark_ddl(cls: type) -> str:
    """The Spark DDL string of a type, for ``mapInArrow``."""
    return ", ".join(f"`{field.name}` {_spark(field.type)}" for field in arrow_schema(cls))


def _spark(kind: pa.DataType) -> str:
    import pyarrow as pa

    if pa.types.is_list(kind):
        return f"array<{_spark(kind.value_type)}>"
    if pa.types.is_struct(kind):
        inner = ", ".join(
            f"`{kind.field(i).name}`: {_spark(kind.field(i).type)}" for i in range(kind.num_fields)
        )
        return f"struct<{inner}>"
    return {pa.int64(): "bigint", pa.float64(): "double", pa.bool_(): "boolean"}.get(kind, "string")


def _json_type(field: pa.Field) -> dict[str, Any]:
    import pyarrow as pa

    kind = field.type
    if pa.types.is_list(kind):
        return _list_type(field)
    if pa.types.is_struct(kind):
        return _object([kind.field(i) for i in range(kind.num_fields)])
    names = {pa.int64(): "integer", pa.float64(): "number", pa.bool_(): "boolean"}
    found: dict[str, Any] = {"type": names.get(kind, "string")}
    if (values := _note(field, "enum")) is not None:
        found["enum"] = json.loads(values)
    if field.name in _UNIT_INTERVAL:
        found |= {"minimum": 0, "maximum": 1}
    return found


def _list_type(field: pa.Field) -> dict[str, Any]:
    found: dict[str, Any] = {"type": "array", "items": _json_type(field.type.value_field)}
    if (length := _note(field, "length")) is not None:
        found |= {"minItems": int(length), "maxItems": int(length)}
    return found


def _nullable(field: pa.Field) -> dict[str, Any]:
    found = _json_type(field)
    return {"anyOf": [found, {"type": "null"}]} if field.nullable else found


def _object(fields: list[pa.Field]) -> dict[str, Any]:
    shown = [field for field in fields if _note(field, "internal") is None]
    return {
        "type": "object",
        "properties": {field.name: _nullable(field) for field in shown},
        "required": [field.name for field in shown],
        "additionalProperties": False,
    }


def json_schema(cls: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one row of the contract."""
    return _object(list(arrow_schema(cls)))


def report_schema() -> dict[str, Any]:
    """The JSON Schema of ``report.json``."""
    parts = {name: json_schema(cls) for name, cls in REPORT_PARTS.items()}
    for gone in ("text",):
        parts["documents"]["properties"].pop(gone)
        parts["documents"]["required"].remove(gone)
    parts["mentions"]["properties"] |= _MENTION_EXTRA
    parts["mentions"]["required"] += list(_MENTION_EXTRA)
    properties: dict[str, Any] = {"schema_version": {"const": REPORT_VERSION}, "settings": {"type": "object"}}
    properties |= {name: {"type": "array", "items": part} for name, part in parts.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "corpus_tool report",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def packaged_report_schema() -> dict[str, Any]:
    """The schema file that ships in the package (``make schema`` writes it)."""
    path = resources.files("corpus_tool").joinpath("schemas", "report.schema.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def check_report(report: dict[str, Any]) -> None:
    """Hold a report against the packaged schema.

    Raises:
        SchemaError: Names the first place that does not fit; a fault of this tool.
    """
    import jsonschema_rs

    validator = jsonschema_rs.Draft202012Validator(packaged_report_schema())
    error = next(iter(validator.iter_errors(report)), None)
    if error is not None:
        place = "/".join(str(step) for step in error.instance_path)
        raise SchemaError(f"the report does not fit its schema: {error.message[:200]}", place=place)


def write_packaged_schema() -> None:
    """Write the packaged schema file anew from the types."""
    from pathlib import Path

    folder = Path(__file__).parent / "schemas"
    folder.mkdir(exist_ok=True)
    text = json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n"
    (folder / "report.schema.json").write_text(text, encoding="utf-8")
