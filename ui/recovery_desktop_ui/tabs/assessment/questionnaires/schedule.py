"""Which questionnaires are answered again and again, how often, and when each is due next."""

import datetime

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import short_date
from recovery_desktop.instruments import available
from recovery_desktop.plans.answered import form_of
from recovery_desktop.plans.instruments_due import instruments_due
from recovery_desktop.records.assessment import ScheduledInstrument
from recovery_desktop.records.fields import Choice
from recovery_desktop.text import N_, _, ngettext
from recovery_desktop.when import when
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.open_client import OpenClient, episode_entry
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.editing.sheet import Sheet, the_episode
from recovery_desktop_ui.parts.editors.choice import ChoiceEditor
from recovery_desktop_ui.parts.layouts import Columns, col, hold
from recovery_desktop_ui.parts.row_head import RowWords
from recovery_desktop_ui.parts.texts import text


class Schedule:
    """The list on a sheet; `widget` is what stands there."""

    def __init__(self, sheet: Sheet) -> None:
        self._due: dict[int, datetime.date] = {}
        self.rows: RecordList = sheet.rows_below(
            ScheduledInstrument,
            the_episode,
            _form,
            self._words,
            add=_("Schedule a questionnaire"),
            empty=_("A questionnaire that is asked again and again, such as each month, is told when it is due."),
            brief=True,
        )
        self.widget: QWidget = hold(col(text(_("Again and again"), "strong"), self.rows, gap=4))

    def read(self, opened: OpenClient) -> None:
        """Looks when each is due next; before the rows are shown."""
        episode = episode_entry(opened)
        self._due = {one.entry.number: one.on for one in instruments_due(episode)} if episode is not None else {}

    def _words(self, row: ScheduledInstrument) -> RowWords:
        """GAD-7: every 14 days; at the right when it is due."""
        form = form_of(row.instrument)
        often = ngettext("every day", "every {count} days", row.every_days or 1).format(count=row.every_days)
        until = _("until {day}").format(day=short_date(row.until_on)) if row.until_on else ""
        sub = ", ".join(filter(None, (often if row.every_days else _("once"), until)))
        on = self._due.get(row.id)
        late = on is not None and on < today()
        said = _("due {when}").format(when=when(on, today())) if on is not None else ""
        return RowWords(form.name if form else row.instrument, sub, said, tone="care" if late else "quiet")


def _form(form: Form) -> QWidget:
    names = Choice("", {each.id: each.name for each in available()})
    which = form.field("instrument", editor=ChoiceEditor(names, empty=N_("Choose one")))
    fields = (which, form.field("every_days"), form.field("first_on"), form.field("until_on"))
    return Columns(*fields, least=180, gap=16, across=4)
