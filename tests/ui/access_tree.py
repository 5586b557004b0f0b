"""What somebody finds who sees nothing and uses no mouse: names that a screen reader tells, stops of the Tab key."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

_NAMELESS = (QAccessible.Role.Client, QAccessible.Role.PageTabList, QAccessible.Role.ScrollBar)
_MOST_STOPS = 600


def faults(window: QWidget) -> list[str]:
    """All that is wrong with what is seen now, in words; empty when all is well."""
    seen = [each for each in window.findChildren(QWidget) if each.isVisible() and _is_reached(each)]
    found = [fault for each in seen for fault in _faults_of(each)]
    return [*found, *_shared_names(seen)]


def _is_reached(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.objectName().startswith("qt_")


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it. Linux has a list that opens called by the label before it, not by a name."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name).strip() if seen is not None else ""


def _faults_of(widget: QWidget) -> Iterator[str]:
    seen = QAccessible.queryAccessibleInterface(widget)
    where = f"{type(widget).__name__} {widget.objectName()!r}"
    if seen is not None and seen.role() not in _NAMELESS:
        name = name_of(widget)
        if not name:
            yield f"no name: {where}, a {seen.role().name}"
        elif name in {kind.__name__ for kind in type(widget).__mro__}:
            yield f"named after its class: {where}"
    if _keeps_tab(widget):
        yield f"keeps the Tab key: {where}"


def _keeps_tab(widget: QWidget) -> bool:
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly() and not widget.tabChangesFocus()
    return isinstance(widget, QAbstractItemView) and widget.tabKeyNavigation()


def _shared_names(seen: Sequence[QWidget]) -> Iterator[str]:
    """Names that several fields have; buttons may do the same thing in two places."""
    fields: dict[str, list[str]] = {}
    for each in seen:
        if is_stop(each) and not isinstance(each, (QAbstractButton, QTabBar)):
            fields.setdefault(name_of(each), []).append(each.objectName() or type(each).__name__)
    for name, called in fields.items():
        if name and len(called) > 1:
            yield f"{len(called)} fields are called {name!r}: {', '.join(called)}"


def is_stop(widget: QWidget) -> bool:
    """Whether the Tab key may land here."""
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def walk(window: QWidget) -> list[QWidget]:
    """Presses the Tab key until it comes around, and gives all stops in their order."""
    stops: list[QWidget] = []
    for _press in range(_MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None, f"after {stops[-1:]} the cursor is nowhere"
        if stops and focused is stops[-1] and isinstance(focused, QTextBrowser):
            continue  # from link to link
        if focused in stops:
            assert focused is stops[0], f"Tab goes in a circle from {_said(focused)} to {_said(stops[-1])}"
            return stops
        stops.append(focused)
    raise AssertionError(f"Tab does not come around: {[_said(each) for each in stops[-3:]]}")


def missed(window: QWidget, stops: Sequence[QWidget]) -> list[str]:
    """The names of all that the Tab key should have landed on and did not."""
    return [
        f"{type(each).__name__} {each.objectName()!r} {name_of(each)!r}"
        for each in window.findChildren(QWidget)
        if is_stop(each) and each not in stops and not each.objectName().startswith("qt_")
    ]


def against_reading(page: QWidget, stops: Sequence[QWidget]) -> list[str]:
    """The steps of the Tab key on a page that go neither down nor to the right."""
    first = next((at for at, each in enumerate(stops) if page.isAncestorOf(each) > page.isAncestorOf(stops[at - 1])), 0)
    inside = [each for each in (*stops[first:], *stops[:first]) if page.isAncestorOf(each)]
    return [f"{_said(one)} then {_said(after)}" for one, after in pairwise(inside) if not _goes_on(page, one, after)]


def _goes_on(page: QWidget, one: QWidget, after: QWidget) -> bool:
    here, there = _place(page, one), _place(page, after)
    return there.top() >= here.bottom() or there.left() > here.left()


def _place(page: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def _said(widget: QWidget) -> str:
    return f"{widget.objectName() or type(widget).__name__} {name_of(widget)!r}"
