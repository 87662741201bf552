"""Sources that are known by their shape alone: papers by author and year, names on a platform."""

from __future__ import annotations

import re

_SURNAME = r"(?:(?:van|von|de|der|den|la|le)\s){0,2}[A-Z][\w’'-]{1,30}"
_OTHERS = rf"(?:\set\sal\.?|(?:,\s{_SURNAME}){{0,3}},?\s(?:and|&)\s(?:{_SURNAME}|colleagues|others))"
_YEAR = r"(?:19|20)\d\d[a-z]?"
_CITED = re.compile(rf"{_SURNAME}{_OTHERS}?(?:['’]s?)?(?:,?\s\({_YEAR}\)|,\s{_YEAR}$)|{_SURNAME}\set\sal\b")
_HANDLE = re.compile(r"@\w{2,30}|/?u/[\w-]{2,30}|[a-z][a-z_.-]{1,30}\d[\w.-]{0,30}|[a-z]{1,30}_\w{1,30}|OP")


def is_citation(phrase: str) -> bool:
    """Whether a phrase begins as scholars cite a paper ("Berg and Maar (2014)", "Okafor et al.")."""
    return _CITED.match(phrase) is not None


def is_handle(phrase: str) -> bool:
    """Whether a phrase is the name somebody posts under ("@example", "u/example", "gull82")."""
    return _HANDLE.fullmatch(phrase) is not None
