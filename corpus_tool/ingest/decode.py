"""Bytes to text: the encoding found, broken characters repaired, and both said."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from corpus_tool.ingest.drafts import joined

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOJIBAKE = re.compile(
    r"â€[\u0080-\u02ff\u2000-\u2122œ™˜]|Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ]|Â[\u00a0-\u00bf]|ï»¿|ðŸ"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_CONTROL_BYTES = bytes([*range(9), *range(14, 27), *range(28, 32)])
_SAMPLE = 200_000


_TEXT_CODEC = re.compile(
    r"(?:iso8859|cp\d|koi8|gb|big5|shift_jis|euc_|mac|utf|tis|hz$|iso2022|ascii$|johab|hp_roman8|ptcp154)"
)
"""Of Python's codecs those that files are written in; the others unpack, escape or take quadratic time."""
_WESTERN = frozenset({"iso8859-1", "ascii"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what was done to get it (null: nothing out of the way)."""

    text: str
    reason: str | None = None


def decode(data: bytes) -> Decoded:
    r"""Text of a file in any of the usual encodings.

    UTF-8 is taken at its word. Else a byte order mark or the pattern of NULs tells UTF-16;
    what is left is given to charset-normalizer, with cp1252 where it is unsure. Mojibake is
    mended with ftfy, line by line. Line ends become "\n", NULs and a BOM go.

    Args:
        data: The bytes of a file.
    """
    found = _unicode(data) or _legacy(data)
    text, repaired = _repaired(found.text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    cleaned = _CONTROL.sub("", text)
    return Decoded(
        cleaned, joined(found.reason, "mis-decoded characters were repaired" if repaired else None)
    )


def declared_encoding(name: str) -> str | None:
    """The codec for an encoding that a page or a server names; null for none that texts are written in.

    As in browsers, who says Latin-1 means Windows' larger set.
    """
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    if known in _WESTERN:
        return "cp1252"
    return known if _TEXT_CODEC.match(known) else None


def looks_binary(head: bytes) -> bool:
    """True where the first bytes are no text in any encoding: NULs that are not UTF-16, or many controls."""
    if not head or _has_bom(head) or _utf16_guess(head) is not None:
        return False
    if head.count(b"\0") > len(head) // 1000:
        return True
    sample = head[:4096]
    control = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return control > max(2, len(sample) // 20)


def _has_bom(data: bytes) -> bool:
    return any(data.startswith(bom) for bom, _ in _BOMS)


def _unicode(data: bytes) -> Decoded | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, encoding)
    guess = _utf16_guess(data[:4096])
    if guess is not None:
        return Decoded(data.decode(guess, "replace"), f"decoded as {guess.upper()}")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _with_bom(data: bytes, encoding: str) -> Decoded:
    if encoding == "utf-8":
        try:
            return Decoded(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            return Decoded(data.decode("utf-8-sig", "replace"), "broken UTF-8 bytes were replaced")
    return Decoded(data.decode(encoding, "replace"), f"decoded as {encoding.upper()}")


def _utf16_guess(head: bytes) -> str | None:
    """UTF-16 without a byte order mark shows as NULs in every second place of Latin text."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    if head[1::2].count(0) > 0.7 * pairs and head[0::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * pairs and head[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return None


def _legacy(data: bytes) -> Decoded:
    mostly = data.decode("utf-8", "replace")
    if mostly.count("\ufffd") <= len(mostly) // 5000:  # one or two bad bytes in a UTF-8 file
        return Decoded(mostly, "broken UTF-8 bytes were replaced")
    return _by_charset(data)


def _by_charset(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    high = sum(byte > 127 for byte in sample)
    if high <= 0.06 * len(sample):  # Western text: cp1252 holds latin-1's printable part and the quotes
        return Decoded(data.decode("cp1252", "replace"), "decoded as cp1252, not UTF-8")
    best = from_bytes(sample).best()
    encoding = best.encoding if best is not None else "cp1252"
    return Decoded(data.decode(encoding, "replace"), f"decoded as {encoding}, not UTF-8")


def _repaired(text: str) -> tuple[str, bool]:
    if not _MOJIBAKE.search(text, 0, _SAMPLE * 10):
        return text, False
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False, uncurl_quotes=False, fix_latin_ligatures=False,
        fix_character_width=False, remove_terminal_escapes=False, normalization=None,
    )  # fmt: skip
    lines = [ftfy.fix_text(line, config) if _MOJIBAKE.search(line) else line for line in text.split("\n")]
    mended = "\n".join(lines)
    return mended, mended != text
