"""One application for all tests of the window, dressed as the program dresses it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from recovery_desktop_ui.parts.background import finish_all
from recovery_desktop_ui.parts.collecting import Collector
from recovery_desktop_ui.parts.style import Calm
from recovery_desktop_ui.parts.tokens import palette, use_fonts


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with the program's style, colours and fonts."""
    qapp.setStyle(Calm())
    qapp.setPalette(palette(dark=False))
    use_fonts(qapp)
    return qapp


@pytest.fixture(scope="session", autouse=True)
def _no_desktop() -> Iterator[None]:
    """The screen of whoever runs the tests may lock meanwhile: the windows under test do not hear of it."""
    with pytest.MonkeyPatch.context() as patch:
        for bus in ("SESSION", "SYSTEM"):
            patch.setenv(f"DBUS_{bus}_BUS_ADDRESS", "unix:path=/nowhere")
        yield


@pytest.fixture(autouse=True)
def _nothing_goes_on(qapp: QApplication) -> Iterator[None]:
    """No work of one test reaches into the next, and its widgets are gone before Python collects what they were, which
    it does on the window's thread alone, as in the program."""
    collecting = Collector(qapp)
    yield
    finish_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    collecting.stop()
