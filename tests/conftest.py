"""Fixtures that all tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from recovery_desktop.records.store import Store
from tests.practices import copied_practice

# How fast a machine is says nothing of the program, least of all while other tests run beside this one.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty practice in an encrypted vault of its own."""
    practice = copied_practice(tmp_path / "vault")
    yield practice
    practice.close()
