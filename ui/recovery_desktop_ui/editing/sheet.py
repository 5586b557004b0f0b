"""What shows a part of the open client's record: forms and lists that fill themselves, and can be found again."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from recovery_desktop.records.base import Record
from recovery_desktop_ui.editing.form import Form, Inside
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.record_list import Build, RecordList, Words
from recovery_desktop_ui.parts.grid import Column

Find = Callable[[OpenClient], Record | None]
"""Which record of the open client is meant; None when there is none yet."""


def the_client(opened: OpenClient) -> Record | None:
    return opened.client


def the_episode(opened: OpenClient) -> Record | None:
    return opened.episode


def the_assessment(opened: OpenClient) -> Record | None:
    return opened.assessment


class Sheet(QWidget):
    """A page or a section of one. Ask for forms and lists while composing; `fill` then fills them all."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._forms: list[tuple[Form, Find, bool]] = []
        self._lists: list[tuple[RecordList, Find, dict[str, Any]]] = []
        self.also_filled: list[Callable[[OpenClient], object]] = []  # what stands on the sheet and is no form or list

    # -- composing

    def form_of(self, model: type[Record], find: Find, *, name: str = "") -> Form:
        """A form for the record that `find` gives, which must be there whenever the page is shown."""
        return self._add_form(Form(self.keeper, model, name=name), find, below=False)

    def form_below(self, model: type[Record], find_owner: Find, *, name: str = "") -> Form:
        """A form for the one row of `model` that an owner has; the first value makes the row."""
        return self._add_form(Form(self.keeper, model, name=name), find_owner, below=True)

    @property
    def forms(self) -> list[Form]:
        """The forms that stand on the sheet itself."""
        return [form for form, _find, _below in self._forms]

    def _add_form(self, form: Form, find: Find, below: bool) -> Form:
        self._forms.append((form, find, below))
        return form

    def rows_below(
        self,
        model: type[Record],
        find_owner: Find,
        build: Build,
        words: Words,
        *,
        add: str,
        empty: str = "",
        name: str = "",
        order: str = "",
        brief: bool = False,
        columns: Sequence[Column] = (),
        **defaults: Any,
    ) -> RecordList:
        """A list of the rows of `model` that an owner has; with `defaults` those that have these values. The rest is
        said at `RecordList`."""
        said = {"add": add, "empty": empty, "name": name, "order": order}
        made = RecordList(self.keeper, model, build, words, **said, brief=brief, columns=columns)
        return self.also_listed(made, find_owner, **defaults)

    def also_listed(self, made: RecordList, find_owner: Find, **defaults: Any) -> RecordList:
        """A list that was made elsewhere, filled with this sheet's others."""
        self._lists.append((made, find_owner, defaults))
        return made

    # -- showing

    def fill(self, opened: OpenClient) -> None:
        """Shows the record. A page that has more to show extends it."""
        for form, find, below in self._forms:
            found = find(opened)
            if found is None:
                continue
            if below:
                form.show_only_row(found)
            else:
                form.show(found)
        for rows, find, defaults in self._lists:
            owner = find(opened)
            if owner is not None:
                rows.show_rows(owner, **defaults)
        for fill in self.also_filled:
            fill(opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter outside of all lists adds to the next one, as the words beside its button promise."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        following = self._following_list() if control else None
        if following is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            following.add()
        else:
            super().keyPressEvent(event)

    def _following_list(self) -> RecordList | None:
        """The first list below the cursor, or else the last one, of those that can be added to."""
        shown = [rows for rows, _, _ in self._lists if rows.offers_to_add]
        shown.sort(key=self._height_of)
        focused = QApplication.focusWidget()
        here = self._height_of(focused) if focused is not None and self.isAncestorOf(focused) else 0
        return next((rows for rows in shown if self._height_of(rows) >= here), shown[-1] if shown else None)

    def _height_of(self, widget: QWidget) -> int:
        return widget.mapTo(self, QPoint()).y()

    def reveal(self, place: Place) -> bool:
        """Puts the cursor into the field of a place, opening its row first; False when it is not shown here."""
        if place.model is None:
            return False
        parts: tuple[Inside, ...] = (*(form for form, _, _ in self._forms), *(rows for rows, _, _ in self._lists))
        return any(part.reveal(place.model, place.number, place.field) for part in parts)
