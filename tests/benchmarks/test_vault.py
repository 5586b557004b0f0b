"""How long unlocking takes beside what nothing can save: Argon2id alone."""

from typing import Any

import pytest

from recovery_desktop.vault import FULL_COST, Vault, create, open_vault, unlock_key
from recovery_desktop.vault.keyslots import PASSPHRASE as BY_PASSPHRASE
from recovery_desktop.vault.passphrase import as_secret
from tests.vault.practice import BALLAST, PASSPHRASE
from tests.vault.practice import steps as practice_steps

_ROUNDS = 7


@pytest.fixture(scope="module")
def costly(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    """A closed practice whose passphrase costs the full price."""
    folder = tmp_path_factory.mktemp("costly")
    vault = create(folder, PASSPHRASE, practice_steps(), user="Ann", cost=FULL_COST, ballast=BALLAST).vault
    vault.close()
    return vault


@pytest.mark.benchmark(group="unlock")
def test_argon2id_alone_is_the_floor(costly: Vault, benchmark: Any) -> None:
    slot = costly.key.header.slot(BY_PASSPHRASE)
    assert slot is not None
    benchmark.pedantic(slot.cost.derive, (as_secret(PASSPHRASE), slot.salt), rounds=_ROUNDS, iterations=1)


@pytest.mark.benchmark(group="unlock")
def test_unlock(costly: Vault, benchmark: Any) -> None:
    benchmark.extra_info["at_most"] = 1.3
    opened: list[Vault] = []

    def unlock() -> None:
        key = unlock_key(costly.folder, PASSPHRASE)
        opened.append(open_vault(costly.folder, key, practice_steps(), ballast=BALLAST))

    def close() -> None:  # no part of what is measured
        while opened:
            opened.pop().close()

    benchmark.pedantic(unlock, setup=close, rounds=_ROUNDS, iterations=1)
    close()
