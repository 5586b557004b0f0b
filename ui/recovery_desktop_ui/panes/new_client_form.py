"""The form of a client who is not added yet: all that is typed stays as a draft until “Add client” is pressed."""

import json
from typing import Any

from recovery_desktop.records.base import Record
from recovery_desktop.records.checks import NotKept
from recovery_desktop.text import _
from recovery_desktop_ui.editing.field_row import FieldRow
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.editors.base import NotYet

_DRAFT = "new client "


class PendingForm(Form):
    """Makes no row by itself; `begun` tells one half-done client from another."""

    def __init__(self, keeper: Keeper, model: type[Record]) -> None:
        super().__init__(keeper, model)
        self._begun = 0

    def go_on_with(self, begun: int, **values: Any) -> None:
        """Shows what was typed for that client, or these values while nothing was."""
        self._begun = begun
        self.show(None, None, **values)

    def keep(self, field: FieldRow, value: Any, visit: object) -> None:
        self.keep_unfinished(field)

    def _new_draft_name(self) -> str:
        return f"{_DRAFT}{self._begun} {self.model._meta.table_name}"

    def values(self) -> dict[str, Any] | None:
        """All values by field name, without the empty ones; None, with the cursor in the field that has a problem."""
        values: dict[str, Any] = {}
        for name, field in self.rows.items():
            try:
                values[name] = field.editor.value()
                self.check(field, values[name])
            except NotYet as error:
                return self._point_at(field, error.problem)
            except NotKept as error:
                return self._point_at(field, error.problems.get(name, error.cause))
        return {name: value for name, value in values.items() if not self._is_empty(name, value)}

    @staticmethod
    def _point_at(field: FieldRow, problem: str) -> None:
        field.set_problem(problem)
        field.editor.target().setFocus()

    def typed(self, name: str) -> str:
        """What stands in a field, value or not."""
        return self.rows[name].editor.typed().strip()


def begun_clients(keeper: Keeper) -> list[tuple[int, str]]:
    """Clients whose adding was begun: number and name as typed so far, the newest first."""
    found: dict[int, str] = {}
    for draft in keeper.store.vault.drafts.names():
        if not draft.startswith(_DRAFT):
            continue
        number = int(draft.removeprefix(_DRAFT).split(" ")[0])
        kept = json.loads(keeper.draft(draft) or "{}")
        name = " ".join(filter(None, (kept.get("legal_given"), kept.get("legal_family"))))
        found[number] = name or found.get(number, "")
    return [(number, name or _("no name yet")) for number, name in found.items()]


def names_from(typed: str) -> dict[str, str]:
    """First and last name of what was typed into the search: “Ana Maria Lopez”, “Lopez, Ana”."""
    words = " ".join(typed.split())
    if not words or any(letter.isdigit() for letter in words):
        return {}
    if "," in words:
        family, _comma, given = words.partition(",")
    else:
        given, _space, family = words.rpartition(" ")
    named = {"legal_given": given.strip(), "legal_family": family.strip()}
    return {name: value for name, value in named.items() if value}
