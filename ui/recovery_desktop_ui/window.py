"""The one window: the way in, or the workplace while the practice is unlocked; menus and status line around them.

What stands around its pages is the frame's. What reads records is imported when the practice is opened, so that the way
in is on the screen at once.
"""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from recovery_desktop.text import _
from recovery_desktop_ui.frame import Frame
from recovery_desktop_ui.gate import Gate
from recovery_desktop_ui.look import Look, next_size

if TYPE_CHECKING:
    from recovery_desktop.records.assessment import Administration
    from recovery_desktop.records.base import Record
    from recovery_desktop.records.store import Store
    from recovery_desktop_ui.commands import Commands
    from recovery_desktop_ui.editing.keeper import Keeper, SaveState
    from recovery_desktop_ui.editing.open_client import OpenClient
    from recovery_desktop_ui.editing.places import Place
    from recovery_desktop_ui.help.guide import Guide
    from recovery_desktop_ui.workplace import Workplace

TITLE = "Recovery Desktop"
USUAL_SIZE = (1366, 768)
_EACH_MINUTE = 60_000


class MainWindow(Frame):
    """Shows the gate first; the workplace is made at each unlocking and thrown away at each lock."""

    unlocked = Signal()
    locked = Signal()

    def __init__(self, gate: Gate, look: Look) -> None:
        super().__init__(gate)
        self.setWindowTitle(TITLE)
        self.resize(*(gate.settings.window_size or USUAL_SIZE))
        self.gate, self.look = gate, look
        self.keeper: Keeper | None = None
        self.workplace: Workplace | None = None
        self._left_at: tuple[bytes, int, Place] | None = None  # practice, client, and where in the record
        self._is_at_gate = True
        self._client_page: QWidget | None = None  # while the client has the laptop
        self._then: Callable[[], object] | None = None  # what waits for the practice to be closed
        self._minute = QTimer(self, interval=_EACH_MINUTE)
        self._minute.timeout.connect(self._each_minute)
        self.gate.opened.connect(self.open_store)
        self.gate.look_changed.connect(self._apply_look)
        self.gate.language_changed.connect(self._speak)

    @cached_property
    def commands(self) -> "Commands":
        """All actions, in the menus and by their keys."""
        from recovery_desktop_ui.commands import Commands, all_commands

        commands = Commands(self, self.menus, all_commands())
        own = {
            "remove_sample": lambda: self.lock(""),  # it goes with its lock
            "lock": lambda: self.lock(_("Locked.")),
            "quit": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "retry": self.keep,
            "restore": self._restore,
            "larger": lambda: self._choose_size(next_size(self.look.text_size, 1)),
            "smaller": lambda: self._choose_size(next_size(self.look.text_size, -1)),
            "look": self._next_look,
            "language": self._next_language,
            "help": lambda: self._guide.show_help(),
            "keys": lambda: self._guide.show_keys(),
            "about": lambda: self._guide.show_about(),
        }
        for command in commands.commands:
            commands.bind(command.name, own.get(command.name) or partial(self._in_workplace, command.name))
        commands.allow(unlocked=False, client=False)
        _offer_language(commands)
        return commands

    @cached_property
    def _guide(self) -> "Guide":
        from recovery_desktop_ui.help.guide import Guide

        return Guide(self.stack, self._below, self.commands.listed)

    def _each_minute(self) -> None:
        """Looks at the backups, and makes one in the vault's own folder when it is due."""
        from recovery_desktop_ui.access.backups import look_after

        if self.gate.is_sample:
            self.status.show_sample()
        elif self.keeper is not None:
            look_after(self.keeper.store.vault, self._show_backup)

    def _below(self) -> QWidget:
        """What the help is shown over: the workplace, or the way in."""
        return self.gate if self._is_at_gate or self.workplace is None else self.workplace

    # -- in the menus

    def _undo(self) -> None:
        if self.keeper is not None:
            self.keeper.undo()

    def _redo(self) -> None:
        if self.keeper is not None:
            self.keeper.redo()

    def _in_workplace(self, name: str) -> None:
        if self.workplace is not None:
            self._guide.uncover()
            self.workplace.run(name)
            self.commands.tick(self.workplace.ticks())

    # -- in and out

    def open_store(self, store: "Store", first: str = "") -> None:
        """Makes the workplace for an unlocked practice, at the place that was left at the lock; `first` is a command
        to begin with."""
        from recovery_desktop_ui.editing.keeper import Keeper

        self.keeper = Keeper(store)
        self.keeper.state_changed.connect(self._show_saving)
        self.keeper.changed.connect(self._changed)
        workplace = self._work_with(self.keeper)
        if self._left_at is not None and self._left_at[0] == store.vault.key.vault and self._left_at[1]:
            workplace.return_to(*self._left_at[1:])
        if first:
            workplace.run(first)
        self.notice.tell(store.vault.findings)
        self.keeper.state_changed.connect(lambda _state: self.notice.tell_more(store.vault.findings))
        self.unlocked.emit()

    def _work_with(self, keeper: "Keeper") -> "Workplace":
        """Makes the workplace and shows it."""
        from recovery_desktop_ui.workplace import Workplace

        self.status.show()  # made first: the Tab key comes to it after all pages, and from it to the caseload
        self.workplace = workplace = Workplace(keeper)
        workplace.painted.connect(self._look_around)
        workplace.client_shown.connect(self._client_shown)
        workplace.command.connect(self.commands.run)
        workplace.backed_up.connect(self._each_minute)
        workplace.handed_over.connect(self.hand_over)
        self.stack.addWidget(workplace)
        self._is_at_gate = False
        self._guide.uncover()
        self._client_shown(None)
        self._show_saving(keeper.state)
        self.commands.tick(workplace.ticks())
        self._watch()
        return workplace

    def _look_around(self) -> None:
        """The computer's own lock, the backups, and whoever starts the program a second time."""
        if self.keeper is None:
            return
        if not self._is_at_gate:
            self._listen()
        self.knocks.start(self.keeper.store.vault.folder)
        self._minute.start()
        self._each_minute()

    def _listen(self) -> None:
        """From now on it locks with the computer."""
        self.system.start(int(self.winId()))

    def hand_over(self, administration: "Administration") -> None:
        """Gives the whole window to the client for one questionnaire; the passphrase leads back."""
        from recovery_desktop_ui.client_mode import ClientMode

        if self.keeper is None:
            return
        page = ClientMode(self.keeper, administration, None if self.gate.is_sample else self.gate.attempts)
        page.ended.connect(self._take_over)
        self.setWindowTitle(TITLE)
        self.commands.allow(unlocked=False, client=False, anything=False)
        self.menuBar().hide()
        self.status.hide()
        self._client_page = page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def _take_over(self) -> None:
        """The counselor is back: the record where it was left, with what the client answered."""
        self._end_client_mode()
        if self.workplace is not None:
            self._guide.uncover()
            self.status.show()
            self.workplace.show_anew()

    def _end_client_mode(self) -> None:
        page, self._client_page = self._client_page, None
        if page is not None:
            self.menuBar().show()
            self.stack.removeWidget(page)
            page.deleteLater()

    def _watch(self) -> None:
        """From now on it locks by itself."""
        self._set_idle_minutes()
        self.idle.start()

    def _show_saving(self, state: "SaveState") -> None:
        self.status.show_saving(state)

    def _show_backup(self, words: str, level: str) -> None:
        """A backup may end when another line stands at the foot of the window than when it began."""
        self.status.show_backup(words, level)

    def _changed(self, model: "type[Record]", _number: int) -> None:
        self._renew_undo()
        QTimer.singleShot(0, self, self._renew_undo)  # several changes that are one step have their name at the end
        if model._meta.table_name == "practice":
            self._set_idle_minutes()

    def _set_idle_minutes(self) -> None:
        """The practice says after how long the window locks."""
        if self.keeper is not None:
            self.idle.set_minutes(self.keeper.store.practice().idle_minutes)

    def keep(self) -> bool:
        """Saves all that is typed; True when it is on the disk."""
        return self.keeper is None or self.keeper.flush()

    def lock(self, note: str) -> None:
        """Covers first, then saves, then closes the database and throws all widgets with records away."""
        if self.workplace is None or self.keeper is None:
            return
        self._left_at = self.keeper.store.vault.key.vault, *self.workplace.place()
        with self.keeper.held():
            self._show_gate()
            self.stack.repaint()  # before anything slow: whoever looks now sees the cover
        self.idle.stop()
        self.clipboard.clear()
        is_saved = self.keeper.flush()
        self.system.stop()  # which lets the computer sleep
        if is_saved:
            self._throw_away_workplace()
            self.gate.back_up_then(self.keeper.store, lambda: self._close(note))
        else:
            self.gate.show_not_saved(self.keeper, lambda: self._close(note), self._uncover)

    def _throw_away_workplace(self) -> None:
        """Nothing that shows a record is left in memory while the practice is locked."""
        if self.workplace is not None:
            self.stack.removeWidget(self.workplace)
            self.workplace.deleteLater()
            self.workplace = None

    def _close(self, note: str) -> None:
        keeper, self.keeper = self.keeper, None
        if keeper is None:
            return
        self._throw_away_workplace()
        self._renew_undo()
        saved = keeper.state.at
        self._minute.stop()
        self.knocks.stop()
        self.notice.hide()
        keeper.deleteLater()
        was_sample = self.gate.is_sample
        self.gate.close_store(keeper.store)
        if was_sample:
            self.gate.begin(_("The sample practice is removed: nothing of it is kept on this computer."))
        else:
            at = _("Everything was saved at {time}.").format(time=f"{saved:%H:%M}") if saved else ""
            self.gate.show_locked(f"{note} {at or _('Everything is saved.')}")
        self.locked.emit()
        if self._then is not None:
            then, self._then = self._then, None
            then()

    def _uncover(self) -> None:
        """Back to work after a lock during which something could not be saved yet."""
        self._is_at_gate = False
        self._guide.uncover()
        self.status.show()
        self._allow()
        self._watch()
        self._listen()

    def _show_gate(self) -> None:
        self._is_at_gate = True
        self.stack.setCurrentWidget(self.gate)
        self._end_client_mode()
        self.status.hide()
        self.setWindowTitle(TITLE)
        self.commands.allow(unlocked=False, client=False)

    def _restore(self) -> None:
        """Offers the backups of the folder or drive outside too, which only the open practice knows."""
        known = self.keeper.store.practice().backup_folder if self.keeper is not None else ""
        show = partial(self.gate.show_restore, Path(known) if known else None)
        self._when_locked(show, _("Locked to restore a backup."))

    def _when_locked(self, then: Callable[[], object], note: str) -> None:
        """Does something once the practice is closed: at once, or after the lock that this begins."""
        if self.keeper is None:
            then()
        else:
            self._then = then
            self.lock(note)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Saves and closes. What the disk does not take stays on the screen, and the window with it."""
        if not self.keep():
            event.ignore()
        elif self.keeper is not None:
            event.ignore()
            self._when_locked(lambda: QTimer.singleShot(0, self.close), _("Closed."))  # a close inside a close is none
        else:
            self.gate.leave()
            if not self.isMaximized():
                self.gate.remember_size(self.width(), self.height())
            event.accept()
            QApplication.quit()

    # -- what is shown

    def _client_shown(self, opened: "OpenClient | None") -> None:
        """The title says the record number and no name: others see task bars and window lists."""
        self.setWindowTitle(f"{opened.client.record_number} – {TITLE}" if opened else TITLE)
        self._allow()

    def _allow(self) -> None:
        opened = self.workplace is not None and self.workplace.opened is not None
        self.commands.allow(unlocked=self.workplace is not None, client=opened, sample=self.gate.is_sample)
        self._renew_undo()

    def _renew_undo(self) -> None:
        is_mine = self._client_page is None  # the client who has the laptop undoes nothing
        history = self.keeper.history if self.keeper is not None and is_mine else None
        undo, redo = (history.undo_text, history.redo_text) if history is not None else ("", "")
        self.commands.say("undo", _("&Undo {what}").format(what=undo) if undo else _("&Undo"), bool(undo))
        self.commands.say("redo", _("&Redo {what}").format(what=redo) if redo else _("&Redo"), bool(redo))
        self.status.show_undo(undo)

    # -- looks

    def _next_look(self) -> None:
        self.look.choose_next()
        self.gate.remember_look(self.look)

    def _choose_size(self, size: float) -> None:
        self._apply_look(size, self.look.look)
        self.gate.remember_look(self.look)

    def _apply_look(self, text_size: float, look: str) -> None:
        self.look.choose(look)
        if text_size != self.look.text_size:
            self.look.choose_size(text_size)
            self._build_anew()

    def _next_language(self) -> None:
        from recovery_desktop_ui.parts.languages import next_language

        self.gate.use_language(next_language())

    def _speak(self) -> None:
        """All that is shown, in the language that was chosen."""
        self.commands.speak()
        _offer_language(self.commands)
        self._renew_undo()
        self._build_anew()

    def _build_anew(self) -> None:
        """All that is shown, in the new text size or language, at the same place."""
        self.status = self.new_status()
        self.gate.build_anew()
        if self.keeper is None or self.workplace is None or not self.keeper.flush():
            self._show_gate()
            return
        place, are_names_hidden = self.workplace.place(), self.workplace.ticks()["private"]
        self._throw_away_workplace()
        workplace = self._work_with(self.keeper)
        if are_names_hidden:
            workplace.run("private")
            self.commands.tick(workplace.ticks())
        if place[0]:
            workplace.return_to(*place)


def _offer_language(commands: "Commands") -> None:
    """Says which language the command for it leads to, in that language's own word: it is found in any other."""
    from recovery_desktop_ui.parts.languages import language_names, next_language

    names = language_names()
    if len(names) > 1:
        commands.say("language", _("Next lan&guage: {name}").format(name=names[next_language()]), True)
