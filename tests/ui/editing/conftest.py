"""What the tests of editing share: the window with one client's page open."""

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import admitted
from tests.ui.windows import opened_window


@pytest.fixture
def client(store: Store) -> Client:
    """Somebody who was just admitted."""
    return admitted(store, record_number="RD-000900", preferred_name="Ros")[0]


@pytest.fixture
def window(qtbot: QtBot, store: Store, client: Client) -> MainWindow:
    """The window with the client's own page."""
    return opened_window(qtbot, store, client=client, page="client")
