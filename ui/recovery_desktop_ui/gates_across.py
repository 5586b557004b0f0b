"""Open safety gates of everybody in care, looked for one client after the other while nothing else is to be done."""

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_desktop.plans.snapshot import take
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.parts import background

_PAUSE = 60  # milliseconds between two clients: whoever works meanwhile does not notice


class GatesAcross(QObject):
    """What is known so far by the number of the client; the lists that show everybody read it."""

    turned = Signal(int)  # the client of whom something else is known now

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._words: dict[int, str] = {}
        self._waiting: deque[int] = deque()
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self._look)

    def words(self, number: int) -> str:
        """What the open gates of a client come to, in a few words; empty while there is none, or none known."""
        return self._words.get(number, "")

    def look_at(self, numbers: Iterable[int]) -> None:
        """Looks at these clients by and by."""
        self._waiting.extend(numbers)
        self._later.start()

    def tell(self, number: int, words: str) -> None:
        """Somebody else looked at a client, such as the banner at the open one."""
        if words != self.words(number):
            self._words[number] = words
            self.turned.emit(number)

    def _look(self) -> None:
        """Reads the record here and goes through the rules in another thread."""
        if not self._waiting or self._keeper.store.vault.closing:
            return
        from recovery_desktop_ui.editing.practice_rules import practice_rules  # no start waits for the rules
        from recovery_desktop_ui.gates_in_sight import gates_in_sight

        number, day, rules = self._waiting.popleft(), today(), practice_rules()
        try:
            record = take(number)
        except LookupError:  # removed meanwhile
            self._later.start()
            return

        def look(_task: background.Task) -> tuple[int, str]:
            return number, gates_in_sight(record, day, rules)

        background.run(look, self._hear, owner=self)

    def _hear(self, found: tuple[int, str]) -> None:
        self.tell(*found)
        self._later.start()
