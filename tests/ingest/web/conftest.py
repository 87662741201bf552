from __future__ import annotations

import pytest

from tests.ingest.web.server import Web, serving


@pytest.fixture
def web():
    with serving() as found:
        yield found


@pytest.fixture
def store(tmp_path):
    return tmp_path / "store"


__all__ = ["Web"]
