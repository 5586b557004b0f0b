"""Makes the Tab key visit a page as one reads it: left to right, then down, whatever the order of making was."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QStackedWidget, QWidget


def tab_in_reading_order(root: QWidget) -> None:
    """Sets the tab order of everything inside `root`, at the place in the window's order where its last stop was: so a
    part can be set anew after it was laid out, when its last stop is one that stays.

    The chain itself is never walked: PySide takes a widget that `previousInFocusChain` or `parentWidget` returns for a
    child of the one that was asked, and sooner or later lets widgets go that are still on the screen.
    """
    found = list(_stops(root))
    for one, following in pairwise([*found[-1:], *found]):  # the first behind the last, and the last behind all again
        QWidget.setTabOrder(one, following)


def tab_on(before: QWidget, part: QWidget) -> None:
    """Lets the Tab key go on from the last stop inside `before` into `part`, and through it as one reads."""
    for one, following in pairwise([*list(_inside(before))[-1:], *_inside(part)]):
        QWidget.setTabOrder(one, following)


def _inside(part: QWidget) -> Iterator[QWidget]:
    """The stops of a part of the window, also of one that hands the focus on to the first of them."""
    layout = part.layout()
    return _stops(part) if layout is None else _stops_of_layout(layout)


def _takes_tab(widget: QWidget) -> bool:
    return bool((widget.focusProxy() or widget).focusPolicy() & Qt.FocusPolicy.TabFocus)


def focus_first(area: QWidget) -> bool:
    """Puts the cursor on the first thing in `area` that takes it; False when there is none."""
    first = next((stop for stop in _stops(area) if _takes_tab(stop) and stop.isVisible() and stop.isEnabled()), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
    return first is not None


def focus_next(areas: Sequence[QWidget]) -> None:
    """Puts the cursor into the area after the one that has it, around from the last to the first; what is hidden, or
    has nothing that takes the cursor, is passed over."""
    focused = QApplication.focusWidget()
    here = (at for at, area in enumerate(areas) if focused and (area is focused or area.isAncestorOf(focused)))
    following = next(here, -1) + 1
    for area in [*areas[following:], *areas[:following]]:
        if area.isVisible() and focus_first(area):
            return


def _stops(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if widget.focusProxy() is not None:  # a whole: Qt keeps what is inside together, in its own order
        yield widget
        return
    # also what a click alone reaches now: of several answers, it may be the one the Tab key stops at later
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        yield from _stops(widget.widget())
    elif isinstance(widget, QStackedWidget):
        for index in range(widget.count()):
            yield from _stops(widget.widget(index))
    elif (layout := widget.layout()) is not None:
        yield from _stops_of_layout(layout)


def _stops_of_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in _reading_order(layout):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _stops_of_layout(inner)


def _reading_order(layout: QLayout) -> list[int]:
    indexes = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        indexes.sort(key=lambda index: layout.getItemPosition(index)[:2])  # type: ignore[index]
    return indexes
