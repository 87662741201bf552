"""Known statements, and the new texts that repeat them."""

from corpus_tool.match.bank.bank import Bank, Query
from corpus_tool.match.bank.known import Known, decoded, from_csv, from_json, from_lines, known, read

__all__ = ["Bank", "Known", "Query", "decoded", "from_csv", "from_json", "from_lines", "known", "read"]
