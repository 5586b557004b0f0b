"""Below the calendar: the usual contacts to add in one step, and the calendar as a file that names nobody."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from recovery_desktop.dates import long_date
from recovery_desktop.plans.follow_up_days import counted_from, missing_contacts, to_come
from recovery_desktop.plans.phrases import joined
from recovery_desktop.plans.snapshot import Entry, take_practice
from recovery_desktop.records.aftercare import FollowUp
from recovery_desktop.records.client import Episode
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.clock import now, today
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.parts.buttons import button
from recovery_desktop_ui.parts.choosing import choose_new_calendar
from recovery_desktop_ui.parts.layouts import Flow, col, hold
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.texts import text
from recovery_desktop_ui.parts.work import begin
from recovery_desktop_ui.tabs.aftercare.read import episode_of

if TYPE_CHECKING:
    from recovery_desktop.exchange.calendar_file import CalendarFile


class CalendarFoot(QWidget):
    """Two buttons and what came of them."""

    def __init__(self, rows: RecordList) -> None:
        super().__init__()
        self._rows, self._keeper = rows, rows.keeper
        self._client: Entry | None = None
        self._calls = button("", "plain", "phone", does=self._add_calls)
        self._calls.setObjectName("aftercare.usual_days")
        self._counted = text("", "caption", "quiet")
        self._save = button(_("Save as a calendar file…"), "plain", "calendar-days", does=self._save_as)
        self._save.setObjectName("aftercare.save_calendar")
        self._said = Message()
        self.setLayout(col(hold(Flow(self._calls, self._counted, self._save, gap=12)), self._said, gap=8))

    def begin_anew(self) -> None:
        """What was said of another client's file goes."""
        self._said.clear()

    def tell(self, client: Entry, episode: Entry) -> None:
        """Offers what is still missing of the usual contacts, and the file once there is something to put in."""
        self._client = client
        missing = missing_contacts(episode, today())
        day, name = counted_from(episode, today())
        self._counted.setText(_("counted from {name}, {day}").format(name=name, day=long_date(day)))
        words = ngettext("Add a call after {times}", "Add calls after {times}", len(missing))
        self._calls.setText(words.format(times=joined(one.after for one in missing)))
        self._calls.setAccessibleName(self._calls.text())
        for widget in (self._calls, self._counted):
            widget.setVisible(bool(missing))
        self._save.setVisible(bool(to_come(episode, today())))

    # -- the usual contacts

    def _add_calls(self) -> None:
        episode = self._rows.owner
        if isinstance(episode, Episode) and self._keeper.flush():
            self._keeper.attempt(lambda: self._put_in(episode))
            self._rows.refresh()

    def _put_in(self, episode: Episode) -> None:
        with self._keeper.history.group(_("add follow-up calls")):
            for one in missing_contacts(episode_of(episode), today()):
                self._keeper.add(FollowUp, episode, kind="call", what=one.what, due_on=one.on)

    # -- the file

    def _save_as(self) -> None:
        """Asks where to save the file; the name suggested holds the record number and no name."""
        episode, client = self._rows.owner, self._client
        if client is None or not isinstance(episode, Episode) or not self._keeper.flush():
            return
        from recovery_desktop.exchange.calendar_file import calendar_file  # no page waits for it

        made = calendar_file(client, take_practice(), episode_of(episode), now())
        suggested = Path.home() / made.name
        choose_new_calendar(self, _("Save the follow-ups"), suggested, lambda path: self._write(made, path))

    def _write(self, made: "CalendarFile", path: Path) -> None:
        begin(
            self,
            lambda _task: made.write(path),
            lambda _none: self._written(made, path),
            self._said.show_error,
            self._said.clear,
        )

    def _written(self, made: "CalendarFile", path: Path) -> None:
        words = ngettext("{count} day saved as {file}.", "{count} days saved as {file}.", made.count)
        self._said.show_words(
            "good",
            words.format(count=made.count, file=path.name),
            _("It holds days and the record number: no name, no kind of care. Open it with your calendar program."),
        )
