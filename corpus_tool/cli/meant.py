"""Which claim, document or flag a person means: an id, the beginning of one, a name, or some words."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final, get_args

from corpus_tool.errors import UsageError
from corpus_tool.models import Claim, Document, Findings, FlagCode
from corpus_tool.text import words

_SHORTEST: Final = 4
"""Characters of an id's beginning that are taken for one; fewer fit too many."""
_SHOWN: Final = 8
"""Candidates that are listed where several fit."""
_WIDTH: Final = 60
"""Characters of a candidate's words."""


def meant_claim(findings: Findings, asked: str) -> str:
    """The id of the claim that is asked for: by id, tracked name, beginning of an id, or words of a telling.

    Raises:
        UsageError: None fits, or several; these are listed.
    """
    claims = {claim.id: claim for claim in findings.claims}
    named = [c.id for c in findings.claims if asked in {c.id, c.tracked}]
    found = named or _begun(asked, claims) or _claims_with(findings, asked)
    if len(found) == 1:
        return found[0]
    # Of several, the one whose own statement has the words is meant before those that have them in some telling.
    own = [c for c in found if _has(claims[c].statement, asked)]
    if len(own) == 1:
        return own[0]
    if found:
        raise _several("claim", asked, [_line(claims[c]) for c in _largest(found, claims)])
    raise _unknown("claim", asked, [c.tracked for c in findings.claims if c.tracked])


def meant_document(findings: Findings, asked: str) -> str:
    """The id of the document that is asked for: by id, path, file name, beginning of an id, or words of title and publisher.

    Raises:
        UsageError: None fits, or several; these are listed.
    """
    documents = {document.id: document for document in findings.documents}
    named = [d.id for d in findings.documents if asked in {d.id, d.path}]
    found = named or _files(findings.documents, asked) or _begun(asked, documents)
    found = found or [d.id for d in findings.documents if d.kind != "comment" and _has(_head(d), asked)]
    # A page and the comments under it are one file; the page is meant.
    if found and len({documents[d].path for d in found}) == 1 and documents[found[0]].path is not None:
        return min(found, key=lambda d: (documents[d].part, d))
    if len(found) == 1:
        return found[0]
    if found:
        raise _several("document", asked, [f"{d}  {_head(documents[d])[:_WIDTH]}" for d in found])
    raise _unknown("document", asked, [PurePosixPath(d.path).name for d in findings.documents if d.path])


def meant_code(asked: str) -> str:
    """The flag's code as the contract writes it: "value drift" and "Value-Drift" are value_drift.

    Raises:
        UsageError: There is no such flag.
    """
    codes = list(get_args(FlagCode))
    code = "_".join(words(asked.replace("_", " ").replace("-", " ")))
    if code in codes:
        return code
    near = difflib.get_close_matches(code, codes, n=3)
    raise UsageError(f"there is no flag {asked}", remedy="is one of these meant: " + ", ".join(near or codes))


def _begun(asked: str, ids: Mapping[str, object]) -> list[str]:
    return [one for one in ids if one.startswith(asked)] if len(asked) >= _SHORTEST else []


def _claims_with(findings: Findings, asked: str) -> list[str]:
    own = [
        c.id for c in findings.claims if _has(f"{c.statement} {(c.tracked or '').replace('-', ' ')}", asked)
    ]
    if len(own) == 1:
        return own
    told = {m.id for m in findings.mentions if _has(m.text, asked)}
    return own or [c.id for c in findings.claims if not told.isdisjoint(c.mention_ids)]


def _has(text: str, asked: str) -> bool:
    wanted = words(asked.replace("-", " "))
    return bool(wanted) and set(wanted) <= set(words(text.replace("-", " ")))


def _files(documents: Sequence[Document], asked: str) -> list[str]:
    return [
        d.id
        for d in documents
        if d.path and asked in {PurePosixPath(d.path).name, PurePosixPath(d.path).stem}
    ]


def _head(document: Document) -> str:
    return " | ".join(part for part in (document.publisher, document.title, document.path) if part)


def _largest(found: Sequence[str], claims: Mapping[str, Claim]) -> list[str]:
    return sorted(found, key=lambda c: (-claims[c].document_count, c))


def _line(claim: Claim) -> str:
    return f"{claim.id}  {claim.statement[:_WIDTH]}"


def _several(what: str, asked: str, lines: Sequence[str]) -> UsageError:
    more = [f"and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
    rows = "\n  ".join((*lines[:_SHOWN], *more))
    return UsageError(f"{len(lines)} {what}s fit “{asked}”; name one of them by its id:\n  {rows}")


def _unknown(what: str, asked: str, names: Sequence[str]) -> UsageError:
    near = difflib.get_close_matches(asked, list(dict.fromkeys(names)), n=3)
    hint = f"is one of these meant: {', '.join(near)}; " if near else ""
    return UsageError(
        f"the last run knows no {what} {asked}",
        remedy=f"{hint}ids stand in claims.csv, flags.csv, documents.jsonl",
    )
