"""The sample practice: a real encrypted vault with fictional clients, made anew each time and thrown away after."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recovery_desktop.assets import resources
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.records.store import Store, create_store
from recovery_desktop.vault import KeyCost

PRACTICE = {
    "name": "Harbor Street Counseling",
    "address": "12 Harbor Street, Suite 4\nMillbrook",
    "phone": "555-0172",
    "license_number": "0000-SAMPLE",
    "crisis_line": "555-0172",
    "non_profit": "yes",
    "paper": "letter",
    "language": "en",
    "sample": "yes",
}
COUNSELOR = "Dana Whitfield"
SMALL_BALLAST = 1024 * 1024
THROW_AWAY = KeyCost(memory=8 * 1024, passes=1, lanes=1)  # its passphrase is random and never leaves the process


@contextmanager
def sample_practice() -> Iterator[Store]:
    """An open practice with the sample clients; its folder and its random passphrase are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="recovery-desktop-sample-") as folder:
        passphrase = secrets.token_urlsafe(24)
        store, _code = create_store(
            Path(folder, "vault"), passphrase, PRACTICE, user=COUNSELOR, cost=THROW_AWAY, ballast=SMALL_BALLAST
        )
        try:
            for file in sample_client_files():
                take_client(store, file.read_bytes())
            yield store
        finally:
            store.close()


def sample_client_files() -> list[Path]:
    """The client files of the sample practice."""
    return sorted((resources() / "sample").glob("*.json"))
