"""The readers: files, folders, rows and web addresses in, documents out."""

from corpus_tool.ingest.ledger import open_ledger, user_store
from corpus_tool.ingest.plan import Planned, plan, plan_web
from corpus_tool.ingest.reading import read
from corpus_tool.ingest.rows import read_rows
from corpus_tool.ingest.web import PageChange, WebRequest, changes, is_address, read_web

__all__ = [
    "PageChange",
    "Planned",
    "WebRequest",
    "changes",
    "is_address",
    "open_ledger",
    "plan",
    "plan_web",
    "read",
    "read_rows",
    "read_web",
    "user_store",
]
