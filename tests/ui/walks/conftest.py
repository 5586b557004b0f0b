"""Each letter that is typed in a closed list begins a new search: these hands are faster than the pause between two."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _no_letter_belongs_to_the_one_before(qapp: QApplication) -> Iterator[None]:
    pause = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(0)
    yield
    qapp.setKeyboardInputInterval(pause)
