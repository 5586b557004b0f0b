"""Fixtures that all tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_desktop.records.store import Store
from tests.practices import new_practice


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty practice in an encrypted vault of its own."""
    practice = new_practice(tmp_path / "vault")
    yield practice
    practice.close()
