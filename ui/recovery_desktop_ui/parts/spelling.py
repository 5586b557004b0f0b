"""The spelling check behind all text fields: it looks at texts in another thread and tells where words are wrong.

There is one while the practice is unlocked. Its word list is read when the first text is shown.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from recovery_desktop.spelling.words import Found, plain, plain_words
from recovery_desktop_ui.parts.background import Task, run

if TYPE_CHECKING:
    from recovery_desktop.spelling.lexicon import Lexicon

AFTER = 250  # milliseconds from a change to the look at it; more typing does not put it off

Marks = list[list[Found]]
"""For each of some texts, the words that are not right."""


class Spelled(Protocol):
    """A field whose text is looked at."""

    def text_to_check(self) -> str:
        """What is to be looked at now."""

    def take_wrong(self, wrong: Sequence[Found]) -> None:
        """The words that are not right in the text that was given last."""

    def mark_again(self) -> None:
        """Other words may stand than before."""


class Checker(QObject):
    """Looks at fields, walks texts, finds corrections."""

    own_word = Signal(str)  # a word that the person wants to keep for all texts

    def __init__(self) -> None:
        super().__init__()
        self._with_spanish = False
        self._known: frozenset[str] = frozenset()
        self._here: set[tuple[str, str]] = set()
        self._waiting: dict[Spelled, None] = {}
        self._fields: dict[Spelled, None] = {}
        self._tasks: list[Task] = []
        self._client = 0
        self._soon = QTimer(self, singleShot=True, interval=AFTER)
        self._soon.timeout.connect(self._look)

    # -- what is known

    def expect_spanish(self, expected: bool) -> None:
        """Whether texts may be Spanish as well as English."""
        if expected != self._with_spanish:
            self._with_spanish = expected
            for field in self._living():
                self.notice(field)

    def let_stand(self, texts: Iterable[str], client: int = 0) -> None:
        """The words of these texts are right: own words and names. `client` says whose record is open."""
        known = frozenset(plain_words(texts))
        if (known, client) != (self._known, self._client):
            self._known, self._client = known, client
            self._mark_all_again()

    def ignore(self, place: str, word: str) -> None:
        """Lets a word stand in one field of the open client's record, until the lock."""
        self._here.add((f"{self._client} {place}", plain(word)))
        self._mark_all_again()

    def stands(self, place: str, word: str) -> bool:
        """Whether a word that no list has is right all the same."""
        return plain(word) in self._known or (f"{self._client} {place}", plain(word)) in self._here

    def _mark_all_again(self) -> None:
        for field in self._living():
            field.mark_again()

    def _living(self) -> list[Spelled]:
        self._fields = {field: None for field in self._fields if isValid(field)}
        return list(self._fields)

    # -- looking

    def notice(self, field: Spelled) -> None:
        """A field shows something that was not looked at yet."""
        self._fields[field] = self._waiting[field] = None
        if not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        fields = [field for field in self._waiting if isValid(field)]
        self._waiting.clear()
        texts = [field.text_to_check() for field in fields]
        self.check(texts, lambda wrong: _give(fields, wrong))

    def check(self, texts: Sequence[str], then: Callable[[Marks], object]) -> None:
        """Tells later which words of these texts are not right."""
        spanish = self._with_spanish
        self._run(lambda: _wrong_in(texts, spanish), then)

    def corrections(self, word: str, then: Callable[[tuple[str, ...]], object]) -> None:
        """Tells later what may have been meant by a word."""
        spanish = self._with_spanish
        self._run(lambda: _lexicon(spanish).corrections(word), then)

    def _run(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        def end(result: Any) -> None:
            self._tasks.remove(task)
            then(result)

        task = run(lambda _task: work(), end, _fly)
        self._tasks.append(task)

    def end(self) -> None:
        """What is still being looked at is no longer wanted."""
        if isValid(self._soon):  # when the program ends, Qt may have been here first
            self._soon.stop()
        for task in self._tasks:
            task.let_go()
        self._tasks.clear()


@lru_cache(maxsize=2)  # with Spanish and without: clients of both are opened in turn
def _read(with_spanish: bool) -> "Lexicon":
    from recovery_desktop.spelling.lexicon import Lexicon  # it waits for libraries: here, no window does

    return Lexicon(with_spanish=with_spanish)


def _lexicon(with_spanish: bool) -> "Lexicon":
    """The word list, read once; kept over a lock, for there is no text of a client in it."""
    with _one_reads:
        return _read(with_spanish)


def _wrong_in(texts: Sequence[str], with_spanish: bool) -> Marks:
    from recovery_desktop.spelling.checking import wrong_words

    lexicon = _lexicon(with_spanish)
    return [wrong_words(text, lexicon) for text in texts]


def _give(fields: Sequence[Spelled], wrong: Marks) -> None:
    for field, words in zip(fields, wrong, strict=True):
        if isValid(field):
            field.take_wrong(words)


def _fly(error: BaseException) -> None:
    raise error


_one_reads = Lock()
_current: Checker | None = None


def use_checker(checker: Checker | None) -> None:
    """Makes a checker the one for all fields; with None, fields have no marks."""
    global _current
    if _current is not None and _current is not checker:
        _current.end()
    _current = checker


def stop_checking(checker: Checker) -> None:
    """Ends a checker, unless another has taken its place already."""
    if _current is checker:
        use_checker(None)


def current_checker() -> Checker | None:
    """The checker for all fields, while there is one."""
    return _current
