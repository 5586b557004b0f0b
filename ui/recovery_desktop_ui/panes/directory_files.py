"""The directory of help to and from a CSV file: where it lies is asked, and what would change is shown first."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.directory_in import (
    DirectoryChanges,
    FileRow,
    changes_of,
    read_directory_at,
    take_over,
)
from recovery_desktop.exchange.directory_out import directory_file, write_directory
from recovery_desktop.plans.phrases import joined
from recovery_desktop.records.practice import Resource
from recovery_desktop.text import _, ngettext
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts.background import Task
from recovery_desktop_ui.parts.buttons import Button, button
from recovery_desktop_ui.parts.charts.table import ValueTable
from recovery_desktop_ui.parts.charts.telling import Values
from recovery_desktop_ui.parts.choosing import choose_csv, choose_new_csv
from recovery_desktop_ui.parts.layouts import Flow, clear, col, hold
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.parts.tab_order import tab_on
from recovery_desktop_ui.parts.turns import Turns
from recovery_desktop_ui.parts.waiting import Waiting
from recovery_desktop_ui.parts.work import begin

_AT_ONCE = 60  # rows of the preview that are shown in one turn: some 15 ms
_TOLD_OF_NEW = ("kind", "needs", "phone")


class DirectoryFiles(QWidget):
    """Two buttons, and below them what came of the last one."""

    taken = Signal()  # the directory is not what it was

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper, self._turns = keeper, Turns(self)
        self._said, self._waiting, self._preview = Message(), Waiting(), col(gap=10)
        self._out = _named("directory.export", _("Save as CSV…"), "download", self._save_as)
        self._in = _named("directory.import", _("Take over from CSV…"), "upload", self._choose)
        buttons = hold(Flow(self._out, self._in))
        self.setLayout(col(buttons, self._waiting, self._said, self._preview, gap=10))
        self._said.shown.connect(lambda: tab_on(buttons, self._said))

    # -- out

    def _save_as(self) -> None:
        if self._keeper.flush():
            suggested = Path.home() / _("directory-of-help.csv")
            choose_new_csv(self, _("Save the directory"), suggested, self.save_to)

    def save_to(self, path: Path) -> None:
        """Writes the directory as it is now to a place."""
        content = directory_file()
        self._begin(
            _("Saving the directory…"), lambda _task: write_directory(content, path), lambda _none: self._saved(path)
        )

    def _saved(self, path: Path) -> None:
        self._end()
        words = _("It opens in every spreadsheet program and holds nothing about clients.")
        self._said.show_words("good", _("Saved as {file}.").format(file=path.name), words)

    # -- in

    def _choose(self) -> None:
        if self._keeper.flush():
            choose_csv(self, _("Take over a directory"), self.look_into)

    def look_into(self, path: Path) -> None:
        """Reads a file and shows what it would change; nothing is written yet."""
        self._begin(_("Reading the file…"), lambda _task: read_directory_at(path), self._show)

    def _show(self, rows: Sequence[FileRow], *, again: bool = False) -> None:
        """What the file would change; `again` once the directory has become another one since this was shown."""
        self._end()
        try:
            changes = changes_of(rows)
        except KnownError as error:
            self._said.show_error(error)
            return
        if not (changes.added or changes.changed):
            self._said.show_words("plain", _("The directory has all of this already."))
            return
        shown = _table(changes)
        take = _named("directory.take", _("Take it over"), "check", lambda: self._take(rows, shown), look="primary")
        leave = _named("directory.leave", _("Leave it"), None, self._end)
        words = _("Nothing is written yet. What is empty in the file stays as it is here.")
        if again:
            words = joined([_("The directory was changed meanwhile: look at this again."), words], " ")
        self._said.show_words("plain", _sentence(changes), words, helps=(take, leave))
        table = ValueTable(_("What would change"), Values(shown.heads, shown.rows[:_AT_ONCE]))
        table.setObjectName("directory.changes")
        self._preview.addWidget(table)
        slices = range(_AT_ONCE, len(shown.rows), _AT_ONCE)
        self._turns.take(*(partial(table.append, shown.rows[at : at + _AT_ONCE]) for at in slices))
        tab_on(self._said, table)
        take.setFocus()

    def _take(self, rows: Sequence[FileRow], shown: Values) -> None:
        """As one step to undo, kept whole or not at all; nothing while it would do other than what was shown."""
        if not self._keeper.flush():
            return
        try:
            changes = changes_of(rows)
        except KnownError:
            changes = DirectoryChanges()
        if _table(changes) != shown:
            self._show(rows, again=True)
            return
        words = _("take over a directory")
        before = self._keeper.revision
        self._keeper.attempt(lambda: self._keeper.at_once(words, lambda history: take_over(history, changes)))
        if self._keeper.revision != before:
            self._end()
            self._said.show_words("good", _("Taken over. Ctrl+Z takes it back."))
            self._in.setFocus()
            self.taken.emit()

    # -- waiting

    def _begin(self, words: str, work: Callable[[Task], Any], done: Callable[[Any], object]) -> None:
        self._end()
        self._set_ready(False)
        self._waiting.begin(words, can_cancel=False)
        begin(self, work, done, self._explain, self._end)

    def _explain(self, error: KnownError) -> None:
        self._end()
        self._said.show_error(error)

    def _end(self) -> None:
        """Nothing is under way or asked any more."""
        self._waiting.end()
        self._said.clear()
        self._turns.drop()
        clear(self._preview)
        self._set_ready(True)

    def _set_ready(self, ready: bool) -> None:
        for each in (self._out, self._in):
            each.setEnabled(ready)


def _named(name: str, words: str, glyph: str | None, does: Callable[[], object], look: str = "plain") -> Button:
    made = button(words, look, glyph, does=does)
    made.setObjectName(name)
    return made


def _sentence(changes: DirectoryChanges) -> str:
    added, changed, same = len(changes.added), len(changes.changed), changes.same
    parts = [
        ngettext("{count} new entry", "{count} new entries", added).format(count=added) if added else "",
        ngettext("{count} changed", "{count} changed", changed).format(count=changed) if changed else "",
        ngettext("{count} as it is", "{count} as they are", same).format(count=same) if same else "",
    ]
    return _("In the file: {entries}.").format(entries=joined(parts))


def _table(changes: DirectoryChanges) -> Values:
    heads = (_("Entry"), _("Field"), _("Now"), _("In the file"))
    return Values(heads, (*_added(changes), *_changed(changes)))


def _added(changes: DirectoryChanges) -> Iterator[tuple[str, ...]]:
    fields = Resource.described()
    for entry in changes.added:
        rest = (fields[name].shown(entry[name]) for name in _TOLD_OF_NEW if name in entry)
        yield entry["name"], _("new"), "", joined(rest, " · ")


def _changed(changes: DirectoryChanges) -> Iterator[tuple[str, ...]]:
    fields = Resource.described()
    for row, differing in changes.changed:
        for name, value in differing.items():
            yield row.name, fields[name].label, fields[name].shown(getattr(row, name)), fields[name].shown(value)
