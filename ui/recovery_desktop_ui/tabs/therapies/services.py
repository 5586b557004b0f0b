"""Services and therapies as they were offered, grouped by what the client decided."""

from PySide6.QtWidgets import QWidget

from recovery_desktop.records.base import Record
from recovery_desktop.records.therapies import DECISIONS, Service
from recovery_desktop.text import N_, _
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.open_client import OpenClient
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.sheet import Sheet, the_episode
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.groups import group, groups
from recovery_desktop_ui.parts.layouts import col, hold, row
from recovery_desktop_ui.parts.tab_order import tab_in_reading_order
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.tabs.therapies.forms import service_form, service_words
from recovery_desktop_ui.tabs.therapies.taking import can_change, change_amount

_NOT_SAID = N_("Offered, no decision entered yet")


def _offer(change: QWidget, service: Record | None) -> None:
    change.setVisible(isinstance(service, Service) and can_change(service, today()))


class ServicesSheet(Sheet):
    """A list for each decision; a service whose decision changes moves to its list, the cursor with it."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self.lists: dict[str, RecordList] = {}
        self._opened: OpenClient | None = None
        self._field = ""
        keeper.changed.connect(self._note_focus)
        self.setLayout(groups(group(_("Services and therapies"), *map(self._list, ("", *DECISIONS)))))
        tab_in_reading_order(self)

    def _list(self, decision: str) -> QWidget:
        """The services of one decision; a list without any is not shown, but for the first, where one adds."""
        rows = self.rows_below(
            Service,
            the_episode,
            self._form,
            service_words,
            add="" if decision else _("Add a service or therapy"),
            empty="" if decision else _("What was offered and why, what the client decided, and how it is given."),
            name=f"service_{decision}" if decision else "service",
            decision=decision,
        )
        self.lists[decision] = rows
        title = text(_(DECISIONS[decision] if decision else _NOT_SAID), "strong", "quiet")
        made = hold(col(title, rows, gap=4))
        only_with_rows = made if decision else title
        rows.counted.connect(lambda count: only_with_rows.setVisible(count > 0))
        return made

    def _form(self, form: Form) -> QWidget:
        form.saved.connect(lambda name: self._regroup(form) if name == "decision" else None)
        change = button(_("Becomes more or less from today"), "plain", "repeat", does=lambda: self._change(form))
        change.setObjectName("service.change")
        form.shown.connect(lambda row: _offer(change, row))
        form.saved.connect(lambda _name: _offer(change, form.row))
        return hold(col(service_form(form), hold(row(change, None)), gap=16))

    def _change(self, form: Form) -> None:
        """Ends the service and begins it anew, with the cursor where one says how much it is now."""
        service = form.row
        if not isinstance(service, Service) or self._opened is None or not self.keeper.flush():
            return
        made = change_amount(self.keeper, service, today())
        if made is not None:
            self.fill(self._opened)
            rows = self.lists[made.decision]
            rows.open_row(made.id)
            if rows.form is not None:
                rows.form.focus("times")

    def fill(self, opened: OpenClient) -> None:
        self._opened = opened
        super().fill(opened)

    def _note_focus(self, model: type[Record], _number: int) -> None:
        """Remembers in which field the cursor is, before the list closes over a service that leaves it."""
        focused = self.focusWidget()
        if model is Service and focused is not None:
            forms = [rows.form for rows in self.lists.values() if rows.form is not None]
            fields = [(name, field) for form in forms for name, field in form.rows.items() if form.row is not None]
            # a list that closes hands the focus on, and hears of its change once more: that is no field
            self._field = next((name for name, field in fields if field.isAncestorOf(focused)), self._field)

    def _regroup(self, form: Form) -> None:
        """Shows a service in the list of its new decision, open as it was."""
        moved, field = form.row, self._field
        is_there = isinstance(moved, Service) and moved in self.lists[moved.decision].rows
        if isinstance(moved, Service) and self._opened is not None and not is_there:
            self.fill(self._opened)
            rows = self.lists[moved.decision]
            rows.open_row(moved.id, focus=False)
            if field and rows.form is not None:
                rows.form.focus(field)
            self._field = ""
