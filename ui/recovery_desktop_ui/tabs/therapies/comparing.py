"""Two or three options side by side, in words for the client, to be looked at together."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from recovery_desktop.guidance import Fired
from recovery_desktop.guidance.library import Service, library, named_by
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.guiding import LibraryService
from recovery_desktop.text import N_, _
from recovery_desktop_ui.editing.as_entry import as_entry
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.groups import groups
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold, scrolling
from recovery_desktop_ui.parts.tab_order import focus_first, tab_in_reading_order
from recovery_desktop_ui.parts.texts import heading, text
from recovery_desktop_ui.parts.tokens import is_large, space
from recovery_desktop_ui.tabs.therapies.details import CHOICES, choice

_PROVEN = {
    "strong": N_("Well proven: good studies or strong guidelines stand behind it"),
    "moderate": N_("Fairly well proven: studies suggest that it helps"),
    "consensus": N_("Experts agree on it; there are few studies"),
    "caution": N_("To be careful with"),
}
_Says = Callable[[Fired, Sequence[Service]], str]
_ASPECTS: tuple[tuple[str, _Says], ...] = (
    (N_("What it is"), lambda one, services: "\n\n".join(_told(services)) or one.why),
    (N_("Why it could help"), lambda one, services: one.why if services else ""),
    (N_("Because of"), lambda one, _services: joined(one.found_for_sharing, "; ")),
    (N_("What it takes"), lambda one, services: "\n\n".join(each.takes for each in services) or one.contra),
    (N_("As a rule"), lambda _one, services: "\n".join(each.usual for each in services)),
    (N_("What speaks for it"), lambda one, _services: one.pro),
    (N_("What fits your wishes"), lambda one, _services: joined((fact.words for fact in one.fits), "; ")),
    (N_("How well it is proven"), lambda one, _services: _(_PROVEN[one.strength])),
)


class Comparing(QWidget):
    """A column for each option, what is alike in one row; below each other for large text."""

    decided = Signal(object, str)  # Fired, the code of the decision
    left = Signal()
    seen = Signal(bool)  # whether it is on the screen

    def __init__(self) -> None:
        super().__init__()
        back = button(_("Back to the suggestions"), "plain", "arrow-left", does=self.left.emit)
        back.setObjectName("comparing.back")
        self._options = QVBoxLayout()
        page = QWidget()
        page.setLayout(groups(hold(col(heading(_("Side by side"), back), 8, self._options))))
        self._page = page
        self.setLayout(col(scrolling(page, "paper"), gap=0))

    def show_options(self, options: Sequence[Fired]) -> None:
        """Shows these, with what the library says of each."""
        services = library([as_entry(row) for row in LibraryService.select()])
        told = [(one, named_by(one.id, services)) for one in options]
        clear(self._options)
        self._options.addWidget(_below_each_other(told, self._buttons) if is_large() else self._side_by_side(told))
        tab_in_reading_order(self._page)

    def take_cursor(self) -> None:
        """Puts the cursor on the way back."""
        focus_first(self._page)

    def _side_by_side(self, told: Sequence[tuple[Fired, Sequence[Service]]]) -> QWidget:
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(28))
        grid.setVerticalSpacing(space(4))
        for column, (one, _services) in enumerate(told):
            grid.setColumnStretch(column, 1)
            grid.addWidget(text(one.suggestion, "strong", wrap=True), 0, column, Qt.AlignmentFlag.AlignTop)
        for title, says in _ASPECTS:
            words = [says(one, services) for one, services in told]
            if any(words):
                _add_row(grid, _(title), words)
        at = grid.rowCount()
        grid.setRowMinimumHeight(at, space(12))
        for column, (one, _services) in enumerate(told):
            grid.addWidget(self._buttons(one), at + 1, column, Qt.AlignmentFlag.AlignTop)
        made = hold(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        return made

    def _buttons(self, one: Fired) -> QWidget:
        return hold(Flow(*(choice(one, *each, self.decided.emit, stem="comparing") for each in CHOICES)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.seen.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _add_row(grid: QGridLayout, title: str, words: Sequence[str]) -> None:
    """What is said of each option on one matter; a dash where there is nothing to say."""
    at = grid.rowCount()
    grid.setRowMinimumHeight(at, space(10))
    for column, said in enumerate(words):
        label = text(said or "–", wrap=True)
        label.setAccessibleName(f"{title}: {said}")
        head = text(title, "caption", "quiet")
        grid.addWidget(head, at + 1, column)
        grid.addWidget(label, at + 2, column, Qt.AlignmentFlag.AlignTop)


def _below_each_other(told: Sequence[tuple[Fired, Sequence[Service]]], buttons: Callable[[Fired], QWidget]) -> QWidget:
    parts = []
    for one, services in told:
        said = [(_(title), says(one, services)) for title, says in _ASPECTS]
        lines = [hold(col(text(t, "caption", "quiet"), text(w, wrap=True), gap=3)) for t, w in said if w]
        parts.append(hold(col(text(one.suggestion, "strong", wrap=True), *lines, buttons(one), gap=12)))
    return hold(col(*parts, gap=32))


def _told(services: Sequence[Service]) -> list[str]:
    """What each is; with its name where there are several."""
    if len(services) == 1:
        return [services[0].description]
    return [_("{name}: {words}").format(name=each.name, words=each.description) for each in services]
