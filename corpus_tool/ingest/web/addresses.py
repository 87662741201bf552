"""What an address is, and the one way each is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from corpus_tool.errors import FetchError

_SCHEME = re.compile(
    r"[a-z][a-z0-9+.-]*://|(?:file|data|javascript|mailto|ftp|blob|about|view-source):", re.IGNORECASE
)
_PORTS = {"http": 80, "https": 443}


def is_address(text: str) -> bool:
    """True where an argument names something by scheme and not a file: "https://…", and "file:…" too, to refuse it."""
    return _SCHEME.match(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A web address in its one written form: host in ASCII and lower case, no fragment, no port that goes without saying."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


def parse_address(text: str, base: Address | None = None) -> Address:
    """The address that a text names.

    Args:
        text: As a user, a feed or a redirect gives it.
        base: The page it was found on, where it may be relative.

    Raises:
        FetchError: It is none, is no web address, or carries a password.
    """
    import httpx

    try:
        parsed = httpx.URL(urljoin(base.url, text.strip()) if base else text.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"is no address: {error}", place=text, remedy="check how it is written") from error
    if parsed.scheme not in _PORTS:
        told = f"the scheme {parsed.scheme or '(none)'}: is not fetched, only http and https are"
        remedy = "give the file's path" if parsed.scheme == "file" else "give the page's web address"
        raise FetchError(told, place=text, remedy=remedy)
    if parsed.userinfo:
        raise FetchError("an address with a name and password is not fetched", remedy="leave them out")
    if not parsed.host:
        raise FetchError("the address names no host", place=text, remedy="check how it is written")
    bare = parsed.copy_with(raw_path=parsed.raw_path, fragment=None)
    return Address(
        url=str(bare),
        scheme=parsed.scheme,
        host=parsed.raw_host.decode("ascii").strip("[]"),
        port=parsed.port or _PORTS[parsed.scheme],
    )
