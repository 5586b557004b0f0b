"""A list of rows that belong to a record: each shrinks to one line, one at a time opens into its form.

Ctrl+Enter adds at the end, Alt+Up and Alt+Down move, Delete takes away (and it can be undone).
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_desktop.records.base import Record
from recovery_desktop.text import _
from recovery_desktop_ui.editing.form import Form, draft_of_new
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.cards import OpenSheet
from recovery_desktop_ui.parts.editors.entry import reading_width
from recovery_desktop_ui.parts.grid import Column, GridHeads
from recovery_desktop_ui.parts.layouts import col, hold, no_wider, row, take_out
from recovery_desktop_ui.parts.row_head import RowHead, RowWords
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.tokens import is_large

Build = Callable[[Form], QWidget]
Words = Callable[[Any], RowWords]


class RecordList(QWidget):
    """The rows of one kind below one record, or those of them that have the same `defaults`."""

    opened = Signal(object)  # the record whose form is open, or None
    counted = Signal(int)
    next_step = Signal(object)  # the record whose line's button was pressed

    def __init__(
        self,
        keeper: Keeper,
        model: type[Record],
        build: Build,
        words: Words,
        *,
        add: str,
        empty: str = "",
        name: str = "",
        order: str = "",
        brief: bool = False,
        columns: Sequence[Column] = (),
    ) -> None:
        """`build` makes the form's page, `words` say a row in one line, `add` stands on the button that adds one (there
        is none without words), `empty` says what belongs here. With `order` the rows stand by the values of that field,
        those without one last, or with a minus before it the highest first; then they are not moved by hand. A `brief`
        list does not say the key that adds a row. With `columns` the rows are a grid, and their words have cells."""
        super().__init__()
        self.keeper, self.model = keeper, model
        self.owner: Record | None = None
        self.rows: list[Record] = []
        self.form: Form | None = None
        self._build, self._words, self._name = build, words, name or model._meta.table_name
        self._order, self._columns = order, columns
        self._defaults: dict[str, Any] = {}
        self._open: int | None = None  # the number of the open row; 0 for a new one
        self._heads: list[RowHead] = []
        self._empty = text(empty, "body", "quiet", wrap=True)
        self._add = button(add, "link", "plus", does=self.add)
        self._add.setObjectName(f"{self._name}.add")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._shown: list[QWidget] = []
        self._sheet: QWidget | None = None
        hint = () if brief else (text("Ctrl+Enter", "caption", "quiet"),)
        self._foot = hold(row(self._add, *hint, None))
        says = no_wider(self._empty, reading_width(self._empty.fontMetrics()))
        self._heads_of_grid = GridHeads(columns)
        self.setLayout(col(says, self._heads_of_grid, self._list, self._foot, gap=4))
        self.offer_to_add(bool(add))

    def offer_to_add(self, offered: bool) -> None:
        """Shows the button that adds a row, or leaves it to something else on the page."""
        self._foot.setVisible(offered)

    @property
    def offers_to_add(self) -> bool:
        """Whether the button that adds a row can be seen."""
        return self._foot.isVisible()

    # -- filling

    def show_rows(self, owner: Record | None, **defaults: Any) -> None:
        """Shows the rows below `owner`; with `defaults` only those that have these values, which new rows get."""
        if (owner, defaults) != (self.owner, self._defaults):
            self._open = None
        self.owner, self._defaults = owner, defaults
        self.refresh()

    def refresh(self) -> None:
        """Reads the rows anew."""
        self.rows = self._read()
        if self._open and self._open not in {each.id for each in self.rows}:
            self._open = None
        if self._open is None and self.keeper.draft(draft_of_new(self._name, self.owner, self._defaults)) is not None:
            self._open = 0
        self._show()

    def make_ready(self) -> None:
        """Makes the form before a row is opened: that takes a moment of its own, once."""
        self._ready_form()

    def _show(self) -> None:
        if self._open is not None:
            self._fill_form(self._ready_form())
        self._lay_out()

    def _read(self) -> list[Record]:
        model, owner = self.model, self.model.owner()
        query = model.select().where(owner == self.owner) if owner is not None else model.select()
        for name, value in self._defaults.items():
            query = query.where(getattr(model, name) == value)
        by = self._by() if self._order else model.position
        return list(query.order_by(by, model.position, model.id))

    def _by(self) -> Any:
        field = getattr(self.model, self._order.removeprefix("-"))
        return field.desc(nulls="last") if self._order.startswith("-") else field.asc(nulls="last")

    def _fill_form(self, form: Form) -> None:
        current = next((each for each in self.rows if each.id == self._open), None)
        form.show(current, self.owner, **self._defaults)

    def _lay_out(self) -> None:
        """One head for each row, the open form below its head, the new one at the end; fills no form."""
        while len(self._heads) < len(self.rows):
            self._heads.append(self._new_head())
        shown: list[QWidget] = []
        for place, (head, each) in enumerate(zip(self._heads, self.rows, strict=False)):
            head.setObjectName(f"{self._name}.row{place}")
            head.say(self._words(each), each.id == self._open)
            shown.append(head)
            if each.id == self._open and self._sheet is not None:
                shown.append(self._sheet)
        if self._open == 0 and self._sheet is not None:
            shown.append(self._sheet)
        self._place(shown)
        self._empty.setVisible(not shown and bool(self._empty.text()))
        self._heads_of_grid.setVisible(bool(self.rows and self._columns) and not is_large())
        tab_in_reading_order(self)
        self.counted.emit(len(self.rows))

    def _place(self, shown: list[QWidget]) -> None:
        if shown == self._shown:
            return
        for widget in self._shown:
            take_out(self._list, widget)
        for widget in shown:
            self._list.addWidget(widget)
            widget.show()
        for widget in self._shown:
            if widget not in shown:
                widget.hide()
        self._shown = shown

    def _new_head(self) -> RowHead:
        head = RowHead(self._columns)
        head.clicked.connect(lambda: self._toggle(head))
        head.moved.connect(lambda step: self._move(head, step))
        head.stepped.connect(lambda step: self._step(head, step))
        head.next_step.connect(lambda: self.next_step.emit(self._row_of(head)))
        head.removing.connect(lambda: self._remove(self._row_of(head)))
        return head

    def _ready_form(self) -> Form:
        if self.form is None:
            self.form = Form(self.keeper, self.model, name=self._name)
            self.form.row_made.connect(self._made)
            self.form.saved.connect(lambda _name: self.say_again())
            content = self._build(self.form)
            close = button(_("Close"), "link", does=self.close_row)
            away = button(_("Remove"), "link", "x", does=lambda: self._remove(self.form.row if self.form else None))
            close.setObjectName(f"{self._name}.close")
            away.setObjectName(f"{self._name}.remove")
            self._sheet = OpenSheet(col(content, row(close, 16, away, None), gap=14, pad=(34, 8, 16, 14)))
        return self.form

    # -- what the person does

    def add(self) -> None:
        """Opens an empty form at the end; what is entered first makes the row."""
        if not self.keeper.flush():
            return
        self._open = 0
        self._show()
        self._focus_form()
        self.opened.emit(None)

    def open_row(self, number: int, *, focus: bool = True) -> None:
        """Opens the row of that number and puts the cursor into it, unless it is to stay where it is."""
        if not self.keeper.flush():
            return
        self._open = number
        self._show()
        if focus:
            self._focus_form()
        self.opened.emit(self.form.row if self.form else None)

    def focus_row(self, place: int) -> None:
        """Puts the cursor on a line by its place in the list."""
        if place < len(self.rows):
            self._heads[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, model: type[Record], number: int, field: str = "") -> bool:
        """Puts the cursor into a field of a row, here or in what stands inside a row; False when it is not here."""
        if model is self.model:
            if number not in {each.id for each in self.rows}:
                return False
            self.open_row(number)
            return self.form is not None and self.form.focus(field)
        owner = model.owner()
        if owner is None or owner.rel_model is not self.model:
            return False
        inside = model.get_or_none(model.id == number)
        above = getattr(inside, f"{owner.name}_id") if inside is not None else 0
        if above not in {each.id for each in self.rows}:
            return False
        self.open_row(above)
        return self.form is not None and any(part.reveal(model, number, field) for part in self.form.inside)

    def close_row(self) -> None:
        """Shrinks the open row to its line; a new one that was left empty is gone."""
        if not self.keeper.flush():
            return
        was, self._open = self._open, None
        if was == 0 and self.form is not None:
            self.form.drop_draft()
        self.refresh()
        head = next((h for h, each in zip(self._heads, self.rows, strict=False) if each.id == was), None)
        (head or self._add).setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add()
        elif event.key() == Qt.Key.Key_Escape and self._open is not None:
            self.close_row()
        else:
            super().keyPressEvent(event)

    def _toggle(self, head: RowHead) -> None:
        if head.is_open:
            self.close_row()
        else:
            self.open_row(self._row_of(head).id)

    def _step(self, head: RowHead, step: int) -> None:
        at = self._heads.index(head) + step
        if 0 <= at < len(self.rows):
            self._heads[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, head: RowHead, step: int) -> None:
        at = self._heads.index(head)
        to = at + step
        if self._order or not self.keeper.flush() or not 0 <= to < len(self.rows):
            return
        target = self.rows[to].position if not self._defaults else self._place_of(self.rows[to])
        self.keeper.attempt(lambda: self.keeper.move(self.rows[at], target))
        self.refresh()
        self._heads[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of(self, one: Record) -> int:
        """The place of a row among all of its owner's rows, of which this list shows some."""
        owner = self.model.owner()
        siblings = (
            self.model.select(self.model.id).where(owner == self.owner).order_by(self.model.position, self.model.id)
        )
        return [each.id for each in siblings].index(one.id)

    def _remove(self, one: Record | None) -> None:
        """Takes a row away, or lets a begun one go."""
        if one is None:
            self.close_row()
            return
        if self.keeper.flush():
            at = self.rows.index(one)
            self.keeper.attempt(lambda: self.keeper.remove(one, self._words(one).title or _(type(one).title)))
            self._open = None
            self.refresh()
            heads = self._heads[: len(self.rows)]
            (heads[min(at, len(heads) - 1)] if heads else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what follows from saving

    def _made(self, made: Record) -> None:
        self._open = made.id
        self.say_again()

    def say_again(self) -> None:
        """Brings the lines up to date, also with what other records say of the rows, and leaves the form alone, in
        which somebody may be typing."""
        self.rows = self._read()
        self._lay_out()

    def say_beside(self) -> None:
        """The same for what stands beside the fields of the open form and follows from other records."""
        if self.form is not None and self.form.row is not None:
            self.form.shown.emit(self.form.row)

    def _row_of(self, head: RowHead) -> Record:
        return self.rows[self._heads.index(head)]

    def _focus_form(self) -> None:
        if self.form is not None:
            self.form.focus()
