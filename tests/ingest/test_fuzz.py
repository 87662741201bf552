"""Damaged files of every format: answered, whatever the damage."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus_tool.ingest.registry import READERS
from tests.ingest.fuzz_readers import check
from tests.ingest.samples import SAMPLES

BRIEF = settings(max_examples=4, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def damaged(content):
    """Bytes overwritten, cut out, repeated, or the end lost."""
    place = st.integers(0, max(0, len(content) - 1))
    change = st.tuples(place, st.integers(0, 40), st.binary(max_size=12))
    return st.tuples(st.lists(change, min_size=1, max_size=4), st.integers(0, len(content))).map(
        lambda found: applied(content, *found)
    )


def applied(content, changes, end):
    out = bytearray(content)
    for at, length, new in changes:
        out[at : at + length] = new
    return bytes(out[:end]) if end > len(content) // 2 else bytes(out)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_read(name):
    check(SAMPLES[name], name)


@pytest.mark.parametrize("name", SAMPLES)
@BRIEF
@given(st.data())
def test_damaged_files_are_answered(name, data):
    check(data.draw(damaged(SAMPLES[name])), name)


@pytest.mark.parametrize("name", ["a", *SAMPLES])
@BRIEF
@given(
    st.one_of(
        st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
)
def test_garbage_under_every_name_is_answered(name, content):
    check(content, name)


def test_every_reader_has_a_sample():
    from corpus_tool.ingest.held import held
    from corpus_tool.ingest.registry import reader_of

    assert {reader_of(held(content, name)).name for name, content in SAMPLES.items()} >= {
        reader.name for reader in READERS
    } - {"binary"}


@pytest.mark.slow
def test_atheris_for_some_seconds(tmp_path):
    pytest.importorskip("atheris")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ingest.fuzz_readers", "-max_total_time=8", "-seed=1", str(tmp_path)],
        capture_output=True, timeout=120, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
