"""PDF: each input is made here, bad ones too."""

import time
import zlib

import pytest

from corpus_tool.ingest import read
from corpus_tool.ingest.pdf import flowing, without_running_heads

A = (
    "The harbour board said on Friday that the ferry to Skerry will stop at the end of the month, because the "
    "boat needs a new engine and nobody has offered to pay for it."
)
B = "About 340 people take the ferry on a working day, the board's own count shows, and most of them have no car."


def documents(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return list(read([path]))


def pdf(lines, *, stream=None, filters="", extra=""):
    shown = "\n".join(f"1 0 0 1 60 {760 - 14 * at} Tm ({line}) Tj" for at, line in enumerate(lines))
    content = stream if stream is not None else f"BT /F1 11 Tf {shown} ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R {extra}>>\nstartxref\n{start}\n%%EOF\n".encode()
    )


def test_pdf_text(tmp_path):
    lines = [
        "A Boat Less Today",
        "The board said on Friday that the ferry to Skerry will stop at the end",
        "of the month, because the boat needs an en-",
        "gine and nobody has offered to pay for it.",
    ]
    (found,) = documents(tmp_path, "a.pdf", pdf(lines))
    assert found.status == "ok"
    assert "will stop at the end of the month" in found.text
    assert "needs an engine and nobody" in found.text


@pytest.mark.parametrize("count", [2, 3, 5])
def test_pdf_running_heads(count):
    pages = [
        f"The Harbour Letter\nLine {word} of the text\npage {at}" for at, word in enumerate("abcde"[:count])
    ]
    assert without_running_heads(pages) == [f"Line {word} of the text" for word in "abcde"[:count]]


def test_pdf_words_parted_in_row_do_not_change_what_a_full_line_is():
    parted = (
        "The harbour board has con\x02firmed that the boat needs an en\x02\ngine and that nobody will pay."
    )
    page = "A line as wide as all the others are here,\nwhich goes on.\n" + parted
    assert flowing([page]).split("\n\n") == [
        "A line as wide as all the others are here, which goes on.",
        "The harbour board has confirmed that the boat needs an engine and that nobody will pay.",
    ]


def test_pdf_of_one_page_keeps_its_edges():
    assert without_running_heads(["The Harbour Letter\nNo ferry today"]) == [
        "The Harbour Letter\nNo ferry today"
    ]


def test_pdf_without_a_text_layer(tmp_path):
    (found,) = documents(tmp_path, "a.pdf", pdf([]))
    assert found.status == "partial"
    assert "no text layer" in found.status_reason


def test_pdf_that_expands_is_answered_in_bounds(tmp_path):
    packing, inner = zlib.compressobj(9), b""
    for _ in range(250):
        inner += packing.compress(b" " * 1_000_000)
    bomb = zlib.compress(inner + packing.flush(), 9)
    started = time.perf_counter()
    (found,) = documents(
        tmp_path, "bomb.pdf", pdf([], stream=bomb, filters="/Filter [/FlateDecode /FlateDecode]")
    )
    assert found.status in {"failed", "partial"}
    assert found.text == ""
    assert time.perf_counter() - started < 60


def test_broken_pdf_is_answered(tmp_path):
    (found,) = documents(tmp_path, "a.pdf", b"%PDF-1.7\n\x00\xff garbage")
    assert found.status == "failed"
