"""One tree of errors. Only ``cli/`` catches `CorpusToolError`.

::

    CorpusToolError            anything this package raises on purpose
    ├── UsageError             wrong call: exit code 2
    ├── InputError             an input that cannot be read at all; names file, place, remedy
    │   ├── RowError           one broken row of a stream (file, line)
    │   ├── CodebookError      a codebook or sidecar that does not parse
    │   └── FetchError         an address that is refused, or that does not answer
    ├── OutputError            what was to be written cannot be (disk full)
    ├── StoreError             the project file is locked, newer than us, or damaged
    ├── SchemaError            a row or report that does not fit its schema (a fault of ours)
    └── MissingExtraError      a feature whose optional packages are not installed
"""

from __future__ import annotations


class CorpusToolError(Exception):
    """Base of all errors raised on purpose.

    Args:
        message: What went wrong, in one sentence.
        place: The file, and the line or byte in it, where known.
        remedy: What the user can do about it.
    """

    def __init__(self, message: str, *, place: str | None = None, remedy: str | None = None) -> None:
        self.message = message
        self.place = place
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" ({self.remedy})" if self.remedy else ""
        return f"{where}{self.message}{hint}"


class UsageError(CorpusToolError):
    """The command was called wrongly."""


class InputError(CorpusToolError):
    """An input cannot be read at all."""


class RowError(InputError):
    """One row of a stream is broken."""


class CodebookError(InputError):
    """A codebook or sidecar does not parse."""


class FetchError(InputError):
    """A web address is refused, or does not answer as it should."""


class OutputError(CorpusToolError):
    """What was to be written cannot be written."""


class StoreError(CorpusToolError):
    """The project file cannot be used."""


class SchemaError(CorpusToolError):
    """A row or report does not fit its schema."""


class MissingExtraError(CorpusToolError):
    """An optional package is needed and not installed."""
