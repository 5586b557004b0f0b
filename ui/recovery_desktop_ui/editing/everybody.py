"""How all clients stand, read once for every place that shows them: the caseload, and who needs what this week."""

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_desktop.records.caseload import CaseloadReader, Line, OpenGate
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.practice_profile import practice_profile
from recovery_desktop_ui.editing.stretches import Stretch

if TYPE_CHECKING:
    from recovery_desktop.plans.needed import Needed
    from recovery_desktop.plans.rhythm import Rhythm

_FIRST, _MOST = 10, 40  # clients whose needs are read without a pause: 40 of a young practice take some 20 ms


class Everybody(QObject):
    """The lines of the caseload are read at once, what is needed of each by and by, when it is asked for."""

    renewed = Signal()  # the lines of some or all clients were read anew
    looked = Signal()  # more is known of what is needed; everything once `is_whole`

    def __init__(self, keeper: Keeper, open_gate: OpenGate = lambda _client: "") -> None:
        """`open_gate` gives what is known of a client's open safety gates, in words."""
        super().__init__()
        self._keeper = keeper
        self.open_gate = open_gate
        self._reader = CaseloadReader(self._safety_answers, open_gate)
        self.reads_safety = True
        """Whether the lines tell of safety answers too. What finds them reads questionnaires first: at the start that
        comes once the lines are on the screen."""
        self._read_on: datetime.date | None = None
        self._needed: dict[int, Sequence[Needed]] = {}
        self._waiting: list[int] | None = None  # whose needs are to be read; None for everybody's
        self._rhythm: Rhythm  # of the practice, read with the first of them
        self._stretch = Stretch(_FIRST, _MOST)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look)

    # -- how they stand

    def _safety_answers(self, day: datetime.date, client: int | None) -> Mapping[int, tuple[str, ...]]:
        if not self.reads_safety:
            return {}
        from recovery_desktop.plans.safety_across import safety_across

        return safety_across(day, client)

    @property
    def reader(self) -> CaseloadReader:
        """The lines of all clients."""
        if self._read_on is None:
            self._reader.renew(today())
            self._read_on = today()
        return self._reader

    def renew(self, *numbers: int) -> None:
        """Reads anew how the clients stand; with numbers only those, while it is still the same day."""
        now = today()
        if not numbers or self._read_on != now:
            self._reader.renew(now)
            self._waiting = None
        else:
            for number in numbers:
                self._reader.renew_client(number, now)
            if self._waiting is not None:
                self._waiting += [number for number in numbers if number not in self._waiting]
        self._read_on = now
        self.renewed.emit()

    def lines(self, numbers: Sequence[int]) -> tuple[Line, ...]:
        """The lines of these clients, in this order."""
        return self.reader.lines(numbers)

    # -- what they need

    @property
    def is_whole(self) -> bool:
        """Whether what everybody needs is known as the disk has it."""
        return self._read_on == today() and self._waiting == []

    def needed(self) -> Mapping[int, Sequence["Needed"]]:
        """What is known so far to be needed, by the number of the client."""
        return self._needed

    def look(self) -> None:
        """Goes on to look at what is needed, until everything is known."""
        if self._read_on != today():
            self.renew()
        if not self.is_whole:
            self._later.start()

    def _whom(self) -> list[int]:
        """Everybody in care, and who is to be called or visited after a discharge."""
        from recovery_desktop.plans.needed_across import awaited_after_discharge  # no start waits for it

        after = awaited_after_discharge(today())
        return list(dict.fromkeys([*self._reader.in_care(), *after]))

    def _look(self) -> None:
        if self._keeper.store.vault.closing:
            return
        from recovery_desktop.plans.needed_across import needed_across

        if self._waiting is None:
            self._waiting, self._rhythm = self._whom(), practice_profile().rhythm
            self._needed = {number: self._needed[number] for number in self._waiting if number in self._needed}
        now, self._waiting = self._waiting[: self._stretch.pieces], self._waiting[self._stretch.pieces :]
        with self._stretch.measured():
            found = needed_across(now, today(), self._rhythm)
        for number in now:
            self._needed[number] = found.get(number, ())
        if self._waiting:
            self._later.start()
        self.looked.emit()
