"""Known statements, and the new texts that repeat them."""

from corpus_tool.match.bank.bank import Bank, Query
from corpus_tool.match.bank.known import Known, from_csv, from_json, from_lines, known

__all__ = ["Bank", "Known", "Query", "from_csv", "from_json", "from_lines", "known"]
