"""A list of rows that mouse and keyboard walk; it tells which row the person chose, never which it was given."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from recovery_desktop_ui.parts.list_rows import Index, RowData, RowModel, Rows, height_of, widest
from recovery_desktop_ui.parts.tokens import px, role_of

__all__ = ["RowData", "RowList"]

_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowList(QListView):
    """Rows by key, one of them chosen or none."""

    chosen = Signal(object)
    """The key of the row a person went to, clicked, or pressed Enter on."""

    def __init__(self, name: str, on: str = "canvas", grows: bool = False, walks: bool = False) -> None:
        """`on` is the token it stands on; one that `grows` is as tall as its rows and leaves scrolling to its page; in
        one that `walks` the arrow keys choose nothing before Enter does."""
        super().__init__()
        self._model, self._grows, self._walks, self._filling = RowModel(), grows, walks, False
        self._delegate = Rows("accent_soft" if on == "paper" else "paper")
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        ground = QWidget()
        ground.setBackgroundRole(role_of(on))
        ground.setAutoFillBackground(True)
        self.setViewport(ground)
        self.setMouseTracking(True)  # after it: what is set later does not hear of it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedHeight(0)

    def set_rows(self, rows: Sequence[RowData]) -> None:
        """Shows these rows; the chosen one stays chosen if it is still there. Nothing is emitted."""
        key, scrolled = self.current_key(), self.verticalScrollBar().value()
        shapes = [row.shape for row in rows]
        heights = {shape: height_of(shape) for shape in set(shapes)}
        self.setUniformItemSizes(len(heights) == 1)
        with self._quiet():
            if self._model.show_rows(tuple(rows)):
                self.choose(key)
                self.executeDelayedItemsLayout()  # or there is nothing to scroll yet
                self.verticalScrollBar().setValue(scrolled)
        if self._grows:
            self.setFixedHeight(sum(heights[shape] for shape in shapes))

    def width_for(self, titles: Sequence[str]) -> int:
        """The width at which rows with these titles are shown whole, also when there is something to scroll."""
        return widest(titles) + self.verticalScrollBar().sizeHint().width() + px(2)

    def choose(self, key: object) -> None:
        """Chooses the row with this key, or none where there is no such row; nothing is emitted."""
        with self._quiet():
            at = next((i for i, row in enumerate(self._model.rows) if row.key == key), None)
            if at is None:
                self.selectionModel().clear()
            else:
                self.setCurrentIndex(self._model.index(at))

    def current_key(self) -> object:
        """The key of the chosen row, or None."""
        chosen = self.selectionModel().selectedIndexes()
        return self._model.rows[chosen[0].row()].key if chosen else None

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(160))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._filling:
            self.chosen.emit(self._model.rows[current.row()].key)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """A row is chosen or another is: nothing unchooses it, not even a click beside the rows."""
        flags = QItemSelectionModel.SelectionFlag
        return flags.ClearAndSelect if index.isValid() else flags.NoUpdate

    def showEvent(self, event: QShowEvent) -> None:
        """What was chosen while the list was out of sight is in sight now."""
        super().showEvent(event)
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arriving with the Tab key chooses nothing."""
        with self._quiet():
            super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._press(self.currentIndex())
        elif self._walks:
            with self._quiet():
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the row that is chosen already counts as well."""
        before = self.currentIndex().row()
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index.row() == before:
            self._press(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging over rows chooses none of them."""
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)

    def _press(self, index: Index) -> None:
        if index.isValid():
            self.choose(self._model.rows[index.row()].key)
            self.chosen.emit(self._model.rows[index.row()].key)

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        before, self._filling = self._filling, True
        try:
            yield
        finally:
            self._filling = before
