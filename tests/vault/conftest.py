"""Fixtures of the vault's own tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_desktop.vault import Vault
from tests.vault.small import new_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """An open vault with an empty table of notes."""
    created = new_vault(tmp_path / "vault").vault
    yield created
    created.close()
