"""A form: the one place where a record's fields become rows on a page, filled from a record and saved to it."""

import json
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.records.base import Record, Ref
from recovery_desktop.records.checks import NotKept, check
from recovery_desktop.records.fields import Described
from recovery_desktop.text import _
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.editors.base import Editor, NotYet
from recovery_desktop_ui.parts.editors.for_field import editor_for
from recovery_desktop_ui.parts.editors.ref import RefEditor

Options = Callable[[], Sequence[tuple[int | None, str]]]
"""The rows a pointer may point at: number and words."""


class Inside(Protocol):
    """What stands inside the form of a row and shows rows that belong to it."""

    def reveal(self, model: type[Record], number: int, field: str = "") -> bool:
        """Puts the cursor into a field of a row; False when the row is not here."""


def draft_of_new(form: str, owner: Record | None, defaults: dict[str, Any]) -> str:
    """The name under which a row is kept that was begun in a form and cannot be made yet."""
    below = f"{type(owner)._meta.table_name} {owner.id}" if owner else "practice"
    return f"new {form} of {below} {json.dumps(defaults, sort_keys=True, default=str)}"


class Form(QObject):
    """The fields of one kind of record. Shows one row at a time, or none yet: the first value makes it.

    A page asks for the field rows it wants and places them; the form fills and saves them all.
    """

    shown = Signal(object)  # the record that the form has now, or None while there is none yet
    row_made = Signal(object)  # the record that came to be by what was entered
    saved = Signal(str)  # the name of a field that is on the disk now

    def __init__(self, keeper: Keeper, model: type[Record], *, name: str = "") -> None:
        """`name` sets the object names of the fields apart where a page shows two forms of one kind."""
        super().__init__()
        self.keeper, self.model = keeper, model
        self.row: Record | None = None
        self.owner: Record | None = None
        self.rows: dict[str, FieldRow] = {}
        self.inside: list[Inside] = []
        self.save_by: dict[str, Callable[..., None]] = {}  # for fields with which other rows change: saves them in one
        self.name = name or model._meta.table_name
        self._defaults: dict[str, Any] = {}
        self._pointers: dict[str, tuple[RefEditor, Options]] = {}

    # -- composing

    def field(
        self,
        name: str,
        *,
        label: str = "",
        options: Options | None = None,
        editor: Editor | None = None,
        bare: bool = False,
        **hints: Any,
    ) -> FieldRow:
        """The row of a field, made once. `options` lists what a pointer may point at; `bare` is the editor alone,
        without label and note; `hints` go to the editor."""
        described = self._description(name)
        if isinstance(described, Ref):
            pointer = RefEditor()
            self._pointers[name] = (pointer, options or (lambda: ()))
            made: Editor = pointer
        else:
            made = editor or editor_for(described, **hints)
        words = label or (_(str(described.verbose_name)) if isinstance(described, Ref) else described.label)
        made.setObjectName(f"{self.name}.{name}")
        made.target().setObjectName(f"{self.name}.{name}.input")
        self.rows[name] = FieldRow(self, name, described, made, words, bare=bare)
        return self.rows[name]

    def _description(self, name: str) -> Described | Ref:
        return self.model.described().get(name) or self.model.refs()[name]

    # -- filling

    def show(self, row: Record | None, owner: Record | None = None, **defaults: Any) -> None:
        """Shows a row, or with None an empty form whose first values make a row below `owner` with `defaults`."""
        self.row, self.owner, self._defaults = row, owner, defaults
        unfinished = self._unfinished()
        self.renew_options()
        for name, field in self.rows.items():
            field.put(self._stored(name), unfinished.get(name))
        self.shown.emit(row)

    def renew_options(self) -> None:
        """Reads anew which rows the pointers may point at."""
        for editor, options in self._pointers.values():
            editor.set_options(options())

    def show_only_row(self, owner: Record) -> None:
        """Shows the one row that `owner` has of this kind, or an empty form."""
        belongs = self.model.owner()
        self.show(self.model.get_or_none(belongs == owner), owner)

    def refresh(self) -> None:
        """Shows what the disk has now, after an undo or a change elsewhere; what is being typed stays."""
        if self.row is not None:
            self.row = self.model.get_or_none(self.model.id == self.row.id)
        self.show(self.row, self.owner, **self._defaults)

    def _stored(self, name: str) -> Any:
        if name in self._pointers:
            return getattr(self.row, f"{name}_id") if self.row is not None else None
        if self.row is None:
            return self._defaults.get(name, self._described(name).empty)
        return getattr(self.row, name)

    def _described(self, name: str) -> Described:
        return self.model.described()[name]

    # -- saving, asked for by the field rows

    def keep(self, field: FieldRow, value: Any, visit: object) -> None:
        """Saves the value of one field. Raises NotKept, and what the disk has to say."""
        if self.row is None:
            self._keep_new()
            return
        save: Callable[..., object] = self.save_by.get(field.name, self.keeper.save)
        save(self.row, visit=visit, **{field.name: self._as_kept(field.name, value)})
        self.keeper.drop_draft(self._draft_name(field.name))
        self.saved.emit(field.name)

    def _keep_new(self) -> None:
        """Makes the row of all that is entered so far. Raises NotKept while something required is missing."""
        values = dict(self._defaults)
        for name, field in self.rows.items():
            try:
                values[name] = self._as_kept(name, field.editor.value())
            except NotYet as error:
                raise NotKept(self.model, {name: error.problem}) from error
        given = {name: value for name, value in values.items() if not self._is_empty(name, value)}
        if set(given) <= set(self._defaults):
            self.keeper.drop_draft(self._new_draft_name())  # emptied again: nothing is to be made
            return
        self.row = self.keeper.add(self.model, self.owner, **given)
        self.keeper.drop_draft(self._new_draft_name())
        self.row_made.emit(self.row)
        self.shown.emit(self.row)

    def _is_empty(self, name: str, value: Any) -> bool:
        return value is None if name in self._pointers else self._described(name).is_empty(value)

    def check(self, field: FieldRow, value: Any) -> None:
        """Raises NotKept when a value cannot be kept in its field."""
        if field.name not in self._pointers:
            check(self.model, {field.name: value}, self.row.id if self.row else None)

    def keep_unfinished(self, field: FieldRow) -> None:
        """Keeps what is typed and cannot be saved yet as a draft. Raises what the disk has to say."""
        if self.row is not None:
            self.keeper.keep_draft(self._draft_name(field.name), field.editor.typed())
            return
        typed = {name: row.editor.typed() for name, row in self.rows.items()}
        self.keeper.keep_draft(self._new_draft_name(), json.dumps({n: t for n, t in typed.items() if t}))

    def _as_kept(self, name: str, value: Any) -> Any:
        """A pointer's number as the record it points at; every other value as it is."""
        if name not in self._pointers or value is None:
            return value
        return self.model.refs()[name].rel_model.get_by_id(value)

    # -- drafts

    def _unfinished(self) -> dict[str, str]:
        if self.row is not None:
            found = {name: self.keeper.draft(self._draft_name(name)) for name in self.rows}
            return {name: typed for name, typed in found.items() if typed is not None}
        kept = self.keeper.draft(self._new_draft_name())
        return json.loads(kept) if kept else {}

    def drop_draft(self) -> None:
        """Lets a begun row go."""
        self.keeper.drop_draft(self._new_draft_name())

    def _draft_name(self, field: str) -> str:
        return f"field {self.model._meta.table_name} {self.row.id if self.row else 0} {field}"

    def _new_draft_name(self) -> str:
        return draft_of_new(self.name, self.owner, self._defaults)

    # -- finding

    def first_input(self) -> QWidget | None:
        """Where the cursor goes when the form is opened."""
        return next((row.editor.target() for row in self.rows.values()), None)

    def reveal(self, model: type[Record], number: int, field: str = "") -> bool:
        """Puts the cursor into a field of the row, if it is the one that stands here."""
        return model is self.model and self.row is not None and self.row.id == number and self.focus(field)

    def focus(self, field: str = "") -> bool:
        """Puts the cursor into a field, or into the first one; False when the form has none."""
        row = self.rows.get(field)
        target = row.editor.target() if row is not None else self.first_input()
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
