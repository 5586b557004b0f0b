"""Whatever goes wrong, all that the error says is on the screen: what happened, what is safe, what to do."""

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.keeper import SaveState
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.status import Status

from recovery_desktop.errors import KnownError
from recovery_desktop.vault import DiskFailed, DiskFull, VaultDamaged, VaultReadOnly
from tests.test_known_errors import errors  # noqa: F401 (a fixture)
from tests.ui.windows import field


def test_a_message_says_everything(qtbot: QtBot, errors: list[KnownError]) -> None:  # noqa: F811
    message = Message()
    qtbot.addWidget(message)
    message.show()
    for error in errors:
        message.show_error(error)
        for sentence in (error.cause, error.kept, error.remedy):
            assert sentence in message.words(), type(error)
    message.clear()
    assert message.words() == ""


@pytest.mark.parametrize("kind", [DiskFull, DiskFailed, VaultReadOnly, VaultDamaged])
def test_the_foot_says_what_happened_and_what_to_do(qtbot: QtBot, kind: type[KnownError]) -> None:
    error = kind()
    status = Status(lambda _command: None)
    qtbot.addWidget(status)
    status.resize(1366, 32)
    status.show()
    status.show_saving(SaveState("failed", None, error))
    said = field(status, "status.saved")
    assert error.cause[1:] in said.text()
    assert error.remedy in said.text()
    assert error.kept in said.toolTip()
    assert said.text().startswith("Not saved: ")
    assert field(status, "status.retry").isVisible()
    status.show_saving(SaveState("saved"))
    assert not status.findChild(type(field(status, "status.lock")), "status.retry").isVisible()
