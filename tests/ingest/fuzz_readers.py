"""A harness for atheris: any bytes under any name are answered by documents, never by an exception.

Run it for as long as you like: ``python -m tests.ingest.fuzz_readers -max_total_time=600``
(after ``pip install atheris``). `test_fuzz.py` runs it for some seconds.
"""

from __future__ import annotations

import sys

from corpus_tool.ingest.held import held
from corpus_tool.ingest.reading import documents_of


def check(content: bytes, name: str) -> None:
    """Reads and asserts what holds of every document."""
    for document in documents_of(held(content, name)):
        assert document.status in {"ok", "partial", "failed"}
        assert document.status == "ok" or document.status_reason
        size = len(document.text)
        for span in (*document.links, *document.block_quotes, *document.notes):
            assert 0 <= span.start <= span.end <= size


def main() -> None:
    """Feeds what atheris makes to the readers; the first byte chooses the name."""
    import atheris

    from tests.ingest.samples import SAMPLES

    names = sorted(SAMPLES)

    def one(data: bytes) -> None:
        name = names[data[0] % len(names)] if data else "empty"
        damaged = bytearray(SAMPLES.get(name, b""))
        for at in range(1, len(data) - 2, 3):  # triples of place and value
            if damaged:
                damaged[int.from_bytes(data[at : at + 2], "big") % len(damaged)] = data[at + 2]
        check(bytes(damaged) if len(data) % 2 else data[1:], name)

    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
