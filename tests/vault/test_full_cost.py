"""Guessing a passphrase is expensive for real: the only tests that pay the full price."""

import pytest

from recovery_desktop.vault import FULL_COST, WrongPassphrase
from recovery_desktop.vault.cost import KeyCost, calibrated
from recovery_desktop.vault.keys import key_from, new_key
from recovery_desktop.vault.keyslots import PASSPHRASE as BY_PASSPHRASE
from recovery_desktop.vault.passphrase import as_secret
from tests.vault.practice import PASSPHRASE


def test_full_cost_opens_and_refuses() -> None:
    assert KeyCost(memory=256 * 1024, passes=3, lanes=4) == FULL_COST
    key, _code = new_key(PASSPHRASE, FULL_COST)
    assert key_from([key.header], BY_PASSPHRASE, as_secret(PASSPHRASE)).data == key.data
    with pytest.raises(WrongPassphrase):
        key_from([key.header], BY_PASSPHRASE, as_secret("another passphrase"))


def test_cost_is_fitted_to_the_machine_and_never_below_the_floor() -> None:
    cost = calibrated()
    assert (cost.passes, cost.lanes) == (3, 4)
    assert 64 * 1024 <= cost.memory <= 1024 * 1024
