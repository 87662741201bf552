"""Prints the leaflets of the sample corpora as PDF: ``python -m benchmarks.print_pdf``.

Each ``data/CORPUS/print/NAME.toml`` becomes ``data/CORPUS/articles/NAME.pdf``, with a text layer and with what
printed pages have: a running head, a number at the foot, words parted at a line's end, a paragraph that goes on
overleaf. The bytes depend on the text alone, so that a test can hold the two together.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold_corpus import DATA

SIZE, LEADING, MARGIN = 11, 15, 40
"""Points: of a letter, from line to line, and of the paper's edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """A text and how it is printed; ``columns`` and ``lines`` bound a page."""

    running_head: str
    foot: str
    title: str
    author: str
    created: str
    columns: int
    lines: int
    body: str


def printed(leaflet: Leaflet) -> bytes:
    """The leaflet as the bytes of a PDF file."""
    pages = list(_pages(leaflet))
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        objects += [_page(leaflet, 5 + 2 * number), _content(leaflet, lines, number + 1)]
    author = f" /Author {_string(leaflet.author)}" if leaflet.author else ""
    objects.append(f"<< /Title {_string(leaflet.title)}{author} /CreationDate (D:{leaflet.created}) >>")
    return _file(objects)


def leaflets(data: Path = DATA) -> dict[Path, Leaflet]:
    """Every leaflet, by the path it is printed to."""
    return {
        path.parents[1] / "articles" / f"{path.stem}.pdf": Leaflet(
            **tomllib.loads(path.read_text(encoding="utf-8"))
        )
        for path in sorted(data.glob("*/print/*.toml"))
    }


def broken(paragraph: str, columns: int) -> list[str]:
    """Lines of a paragraph; a word that does not fit is parted at the last ``|`` that does."""
    lines, line = [], ""
    for word in paragraph.split():
        rest = word
        while len(joined := f"{line} {rest.replace('|', '')}".strip()) > columns:
            head, tail = _parted(rest, columns - len(line) - 1)
            lines.append(f"{line} {head}".strip())
            line, rest = "", tail
        line = joined
    return [*lines, line]


def _parted(word: str, room: int) -> tuple[str, str]:
    parts = word.split("|")
    for at in range(len(parts) - 1, 0, -1):
        head = "".join(parts[:at]) + "-"
        if len(head) <= room:
            return head, "|".join(parts[at:])
    return "", word


def _pages(leaflet: Leaflet) -> Iterator[list[str]]:
    lines: list[str] = []
    for paragraph in leaflet.body.strip().split("\n\n"):
        lines += [line for part in paragraph.split("\n") for line in broken(part, leaflet.columns)] + [""]
    for start in range(0, len(lines), leaflet.lines):
        yield lines[start : start + leaflet.lines]


def _height(leaflet: Leaflet) -> int:
    return 2 * MARGIN + (leaflet.lines + 4) * LEADING


def _page(leaflet: Leaflet, content: int) -> str:
    width = 2 * MARGIN + round(leaflet.columns * SIZE * 0.6)
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {_height(leaflet)}] /Contents {content} 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>"
    )


def _content(leaflet: Leaflet, lines: list[str], page: int) -> str:
    shown = [leaflet.running_head, "", *lines]
    shown += [""] * (leaflet.lines + 3 - len(shown)) + [leaflet.foot.format(page=page)]
    top = _height(leaflet) - MARGIN
    drawn = "\n".join(
        f"1 0 0 1 {MARGIN} {top - at * LEADING} Tm {_string(line)} Tj"
        for at, line in enumerate(shown)
        if line
    )
    stream = f"BT /F1 {SIZE} Tf\n{drawn}\nET"
    return f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"


def _string(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({escaped})"


def _file(objects: list[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode("cp1252")


def main() -> None:
    """Print every leaflet to its place."""
    for path, leaflet in leaflets().items():
        path.write_bytes(printed(leaflet))


if __name__ == "__main__":
    main()
