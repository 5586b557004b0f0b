"""One of several names that come and go, such as those that a practice gives itself, in a list that opens."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.fields import Described
from recovery_desktop.text import _
from recovery_desktop_ui.parts.editors.base import Editor, checked
from recovery_desktop_ui.parts.editors.choice import Combo


class NamesEditor(Editor):
    """What was chosen stays chosen when its name is gone, until another one is."""

    def __init__(self, field: Described, empty: str) -> None:
        """`empty` is what the entry says that chooses nothing."""
        super().__init__()
        self.field, self._empty, self._chosen = field, empty, ""
        self._names: dict[str, str] = {}
        self._combo = Combo()
        self._combo.activated.connect(self._was_picked)
        self.fill_with(self._combo)

    def set_names(self, names: Mapping[str, str]) -> None:
        """The names that there are now: what each says by what is kept of it."""
        self._names = dict(names)
        self._list()

    def _list(self) -> None:
        known = {"": self._empty, **self._names}
        if self._chosen not in known:
            known[self._chosen] = _("{name} (not there any more)").format(name=self._chosen)
        self._codes = list(known)
        self._combo.clear()
        self._combo.addItems(list(known.values()))
        self._combo.setCurrentIndex(self._codes.index(self._chosen))

    def _was_picked(self, row: int) -> None:
        if self._codes[row] != self._chosen:
            self._chosen = self._codes[row]
            self.edited.emit()
            self.left.emit()

    def put(self, value: str) -> None:
        self._chosen = value
        self._list()

    def value(self) -> str:
        code: str = checked(self.field, self._chosen)
        return code

    def typed(self) -> str:
        return self._chosen

    def put_typed(self, text: str) -> None:
        self.put(text)

    def target(self) -> QWidget:
        return self._combo
