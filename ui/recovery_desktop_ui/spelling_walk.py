"""F7: from one word that is not spelled right to the next on a page, all its text fields in turn."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

from recovery_desktop.spelling.words import Found
from recovery_desktop.text import _
from recovery_desktop_ui.parts.editors.spelled import SpelledArea, SpelledEntry, place_in_qt
from recovery_desktop_ui.parts.spelling import current_checker

_Field = SpelledArea | SpelledEntry


def next_word(page: QWidget) -> None:
    """Selects the next word to check after the cursor, in whatever field of the page; says so when there is none.

    The texts are looked at beside the window's thread, so the cursor moves a moment later.
    """
    checker = current_checker()
    if checker is None:
        return
    fields = list(_fields(page))
    texts = [field.whole_text() for field in fields]
    checker.check(texts, lambda wrong: _go(page, fields, texts, wrong))


def _fields(page: QWidget) -> Iterator[_Field]:
    """The text fields that are shown on a page, in the order of the Tab key from the focused one on."""
    focused = QApplication.focusWidget()
    start = focused if isinstance(focused, _Field) and page.isAncestorOf(focused) else page
    widget: QWidget | None = start
    while widget is not None:
        if isinstance(widget, _Field) and page.isAncestorOf(widget) and widget.isVisible() and not widget.isReadOnly():
            yield widget
        widget = widget.nextInFocusChain()
        if widget is start:
            return


def _go(page: QWidget, fields: Sequence[_Field], texts: Sequence[str], wrong: Sequence[Sequence[Found]]) -> None:
    if not isValid(page):
        return
    places = [
        (field, place_in_qt(text, word.start), place_in_qt(text, word.end))
        for field, text, words in zip(fields, texts, wrong, strict=True)
        if isValid(field) and field.whole_text() == text
        for word in words
        if not field.lets_stand(word.text)
    ]
    if not places:
        _say(page, _("Every word on this page is known."))
        return
    first = places[0][0]
    passed = first.selected()[1] if first.hasFocus() else -1
    ahead = (place for place in places if place[0] is not first or place[1] >= passed)
    field, start, end = next(ahead, places[0])
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.select(start, end)


def _say(page: QWidget, words: str) -> None:
    """Where the eye is, and to a screen reader."""
    beside = QApplication.focusWidget() or page
    QToolTip.showText(beside.mapToGlobal(QPoint(0, beside.height())), words, beside)
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(beside, words))
