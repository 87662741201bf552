"""Which column of a table is which field of a document, by the names people give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus_tool.errors import InputError
from corpus_tool.ingest.dates import from_epoch, to_edtf
from corpus_tool.ingest.lexicon import table as lexicon
from corpus_tool.ingest.source import Source

_KINDS = frozenset({"article", "post", "comment"})


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a table's columns, and the number of the column that each document field comes from."""

    names: tuple[str, ...]
    fields: Mapping[str, int]

    @property
    def has_text(self) -> bool:
        """True where a column of texts is known."""
        return "text" in self.fields

    def row(self, cells: Sequence[str]) -> object:
        """The row of a document; an error where the cells do not fit the header."""
        if len(cells) > len(self.names) and any(cell.strip() for cell in cells[len(self.names) :]):
            told = (
                f"has {len(cells)} cells, the header {len(self.names)} (quote texts that hold the delimiter)"
            )
            return ValueError(told)
        given = {name: cells[at] for name, at in self.fields.items() if at < len(cells) and cells[at].strip()}
        if "published" in given:
            read_as = _date(given.pop("published").strip())
            if read_as is not None:
                given["published"] = read_as
        if given.get("kind", "").strip().casefold() not in _KINDS:
            given.pop("kind", None)
        return {"text": "", **given}


def columns_of(header: Sequence[str], source: Source) -> Columns:
    """Columns by the user's own mapping (`IngestSettings.columns`), else by their usual names.

    Args:
        header: Names as the table has them.
        source: The file, whose settings may map columns.
    """
    names = tuple(_folded(cell) for cell in header)
    mapped = dict(source.settings.columns)
    found: dict[str, int] = {}
    for name, aliases in lexicon("columns.toml").items():
        wanted = [_folded(mapped[name])] if name in mapped else str(aliases).split()
        at = next((names.index(alias) for alias in wanted if alias in names), None)
        if at is not None:
            found[name] = at
    return Columns(names, found)


def required(columns: Columns, source: Source) -> Columns:
    """The columns, where one of them holds texts.

    Raises:
        InputError: None does.
    """
    if columns.has_text:
        return columns
    told = f"no column of texts among: {', '.join(columns.names)[:200]}"
    remedy = "give it with --sidecar" if "path" in columns.names else "name the column of texts text"
    raise InputError(told, place=source.name, remedy=remedy)


def _date(written: str) -> str | None:
    return to_edtf(written) or (from_epoch(written) if written.replace(".", "").isdigit() else None)


def _folded(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")
