"""Giving a questionnaire as a counselor does: the real window, the section on questionnaires, and keys."""

import datetime
from typing import Any

from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.answer_keys import AnswerKeys
from recovery_desktop_ui.tabs.assessment.questionnaires.asking import Asking
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.instruments import available
from recovery_desktop.records.assessment import Administration, Assessment, RecordedScore
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.people import admitted
from tests.ui.walks.keyboard import Keyboard
from tests.ui.windows import field, opened_window, settle

NAMES = {each.id: each.name for each in available()}


def assessed(store: Store) -> Client:
    """A client whose assessment has begun."""
    client, episode = admitted(store)
    store.add(Assessment, episode, kind="first", started_on=datetime.date(2026, 8, 15))
    return client


def at_questionnaires(qtbot: QtBot, store: Store, client: Client | None = None, **looks: Any) -> MainWindow:
    """The window on the questionnaires of a client, by default of a new one."""
    window = opened_window(qtbot, store, client=client or assessed(store), **looks)
    show_questionnaires(window)
    return window


def show_questionnaires(window: MainWindow) -> Any:
    """Goes to the section, and gives it."""
    assert window.workplace is not None
    window.workplace.go_to(Place("assessment", "administration"))
    settle()
    return sheet_of(window)


def sheet_of(window: MainWindow) -> Any:
    """The section on questionnaires."""
    assert window.workplace is not None
    page: Any = window.workplace.page
    return page._sheets["administration"]


def give(window: MainWindow, instrument_id: str, language: str = "") -> Keyboard:
    """Chooses a questionnaire by keys, so that its first question has the cursor; the keys pressed from then on are
    counted."""
    keyboard = Keyboard(window)
    if any(each.isVisibleTo(window) for each in window.findChildren(QWidget, "administration.close")):
        field(window, "administration.close").click()
    choose(window, keyboard, instrument_id)
    if language:
        keyboard.press("Tab")
        assert keyboard.here() == "questionnaire.language"
        keyboard.type(language)
    keyboard.tab_to("questionnaire.give")
    keyboard.press("Return")
    keyboard.counts.clear()
    return keyboard


def choose(window: MainWindow, keyboard: Keyboard, instrument_id: str) -> None:
    """Types the name into the list of questionnaires."""
    which = field(window, "questionnaire.which")
    assert isinstance(which, QComboBox)
    which.setFocus()
    keyboard.press("Home")
    keyboard.type(NAMES[instrument_id].partition(" ")[0])
    while which.currentData() != instrument_id:
        before = which.currentIndex()
        keyboard.press("Down")
        assert which.currentIndex() > before, f"{instrument_id} is not offered"


def latest() -> Administration:
    """The administration that was begun last."""
    found: Administration = Administration.select().order_by(Administration.id.desc()).get()
    return found


def scores(given: Administration) -> list[dict[str, Any]]:
    """The recorded scores in the words of a client file."""
    rows = RecordedScore.select().where(RecordedScore.administration == given).order_by(RecordedScore.position)
    names = ("scale", "value", "highest", "band")
    return [{n: getattr(row, n) for n in names if getattr(row, n) not in ("", None)} for row in rows]


def keys_of(window: QWidget) -> list[AnswerKeys]:
    """The answers of all questions that are seen."""
    return [each for each in window.findChildren(AnswerKeys) if each.isVisibleTo(window)]


def chosen(window: QWidget) -> dict[str, str]:
    """What is marked as answered, as a screen reader tells it, by the question's key."""
    said = {each.objectName().partition(".")[2]: each.accessibleDescription() for each in keys_of(window)}
    return {
        key: words.partition(". Answers:")[0] for key, words in said.items() if not words.startswith("not answered")
    }


def asking_of(window: MainWindow) -> Asking:
    """The questionnaire that is being asked."""
    asking = sheet_of(window).part.asking
    assert isinstance(asking, Asking)
    return asking


def is_whole(window: MainWindow) -> bool:
    """Whether all questions of the one that is asked are there, if one is."""
    part = sheet_of(window).part
    return part is None or part.asking is None or part.asking.finish.isVisibleTo(window)


def here() -> str:
    """The name of what has the cursor."""
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""
