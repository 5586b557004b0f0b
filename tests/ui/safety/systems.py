"""The languages of other countries' computers, as Qt tells them to the window."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale


@contextmanager
def in_language(name: str) -> Iterator[None]:
    """Qt takes the computer's language for this one."""
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        yield
    finally:
        QLocale.setDefault(before)
