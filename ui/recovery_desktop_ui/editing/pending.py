"""The form of a row that is not made yet: all that is typed stays as a draft until a button makes the row."""

from typing import Any

from recovery_desktop.records.base import Record
from recovery_desktop.records.checks import NotKept
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.editors.base import NotYet


class PendingForm(Form):
    """Makes no row by itself. Drafts begin with `what`, and a number tells one half-done thing from another."""

    def __init__(self, keeper: Keeper, model: type[Record], what: str) -> None:
        super().__init__(keeper, model)
        self._what, self._begun = what, 0

    def go_on_with(self, begun: int, **values: Any) -> None:
        """Shows what was typed for the one of that number, or these values while nothing was."""
        self._begun = begun
        self.show(None, None, **values)

    def keep(self, field: FieldRow, value: Any, visit: object) -> None:
        self.keep_unfinished(field)

    def _new_draft_name(self) -> str:
        return f"{self._what}{self._begun} {self.model._meta.table_name}"

    def values(self) -> dict[str, Any] | None:
        """All values by field name, without the empty ones; None, with the cursor in the field that has a problem."""
        values: dict[str, Any] = {}
        for name, field in self.rows.items():
            try:
                values[name] = field.editor.value()
                self.check(field, values[name])
            except NotYet as error:
                return self.point_at(field, error.problem)
            except NotKept as error:
                return self.point_at(field, error.problems.get(name, error.cause))
        return {name: value for name, value in values.items() if not self._is_empty(name, value)}

    @staticmethod
    def point_at(field: FieldRow, problem: str) -> None:
        """Says what is wrong with a field and puts the cursor there."""
        field.set_problem(problem)
        field.editor.target().setFocus()

    def typed(self, name: str) -> str:
        """What stands in a field, value or not."""
        return self.rows[name].editor.typed().strip()
