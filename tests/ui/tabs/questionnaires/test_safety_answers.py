"""A safety answer is seen the moment it is given, before the rest is answered, and until a safety step stands there."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.dates import day_and_month, short_date
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.ui.tabs.questionnaires.giving import at_questionnaires, give, latest, scores, show_questionnaires
from tests.ui.windows import click, field, on_screen, open_page, press, settle

PHQ = "Item 9 was answered above zero: thoughts of being better off dead or of self-harm in the last two weeks."
ASQ = "At least one of questions 1 to 4 was answered yes or declined: a positive suicide risk screen."
HARK = "At least one HARK question was answered yes: partner violence in the last year was reported."

DONE = {"done_on": today(), "done_by": "Dana Whitfield", "response": "Asked in private, plan written."}


def named(questionnaire: str) -> str:
    """A questionnaire of today as banner and lists name it."""
    return f"{questionnaire}, {day_and_month(today())}"


def card_words(window: MainWindow) -> str:
    """What the card says; nothing while it is not seen."""
    cards = [each for each in window.findChildren(QWidget, "questionnaire.alert") if each.isVisible()]
    return " ".join(label.text() for card in cards for label in card.findChildren(QLabel))


def banner_words(window: MainWindow) -> list[str]:
    """The chips of the banner, after it has followed the change."""
    assert window.workplace is not None
    window.workplace.follow()
    settle()
    chips = window.workplace.banner.findChildren(QPushButton, "banner.alert")
    return [chip.accessibleName() for chip in chips if chip.isVisible()]


def due_words(window: MainWindow) -> str:
    """What the Overview says is due for the client."""
    page = open_page(window, "overview")
    rows = page.findChild(RowList, "page.due")
    model, role = rows.model(), Qt.ItemDataRole.AccessibleTextRole
    said = "\n".join(str(model.index(at, 0).data(role)) for at in range(model.rowCount()))
    show_questionnaires(window)
    return said


def is_in_sight(widget: QWidget) -> bool:
    """Whether all of it can be read without scrolling."""
    around = widget.parentWidget()
    while not isinstance(around, QScrollArea):
        around = around.parentWidget()
    place = QRect(widget.mapTo(around.viewport(), widget.rect().topLeft()), widget.size())
    return QRect(around.viewport().rect().topLeft(), around.viewport().size() + QSize(0, 1)).contains(place)


@pytest.mark.parametrize(
    ("instrument_id", "keys", "says"),
    [("phq-9", "ssssssss1", PHQ), ("asq", "y", ASQ), ("asq", "d", ASQ), ("hark", "y", HARK)],
)
def test_it_is_raised_at_once(
    qtbot: QtBot, store: Store, heard: list[str], instrument_id: str, keys: str, says: str
) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, instrument_id)
    keyboard.type(keys[:-1])
    assert card_words(window) == "" and says not in heard
    keyboard.type(keys[-1])
    assert says in card_words(window)
    assert heard.count(says) == 1
    assert scores(latest()) == [], "the rest is unanswered"
    assert is_in_sight(field(window, "questionnaire.alert"))


def test_no_safety_answer_raises_nothing(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    for instrument_id, keys in (("phq-9", "333333330"), ("asq", "nnnn"), ("hark", "nnnn")):
        keyboard = give(window, instrument_id)
        keyboard.type(keys)
        assert card_words(window) == "", instrument_id
        keyboard.press("Return")
        assert card_words(window) == "", instrument_id
    assert banner_words(window) == []


def test_the_most_urgent_comes_first(qtbot: QtBot, store: Store, heard: list[str]) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "asq")
    keyboard.type("ynnny")
    acute = "Thoughts of suicide right now were reported; NIMH treats this as an acute positive screen."
    assert card_words(window).startswith(acute)
    assert ASQ in card_words(window)
    assert [words for words in heard if words in (acute, ASQ)] == [ASQ, acute], "each is told once"
    assert banner_words(window)[0].startswith(f"Safety: {named('ASQ')}: Thoughts of suicide right now")


def test_banner_and_due_list_name_it_until_there_is_a_safety_step(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "phq-9").type("ssssssss2")
    (chip,) = banner_words(window)
    assert chip.startswith(f"Safety: {named('PHQ-9')}: Item 9 was answered above zero")
    assert due_words(window).startswith(f"{named('PHQ-9')}: Item 9 was answered above zero: thoughts of")
    assert due_words(window).endswith("no response recorded yet, safety")
    click(window, "questionnaire.safety_step")
    step = SafetyStep.get()
    assert (step.finding, step.status) == (f"PHQ-9, {short_date(today())}: {PHQ}", "open")
    assert step.action == "Same-day safety assessment"
    assert "no response recorded yet" not in due_words(window)
    assert "Same-day safety assessment" in due_words(window)
    assert len(banner_words(window)) == 1
    assert window.keeper is not None
    window.keeper.save(step, status="done")
    assert len(banner_words(window)) == 1, "what was done, by whom and when is not said"
    window.keeper.save(step, **DONE)
    assert banner_words(window) == []


def test_a_safety_step_of_last_month_is_not_taken_for_one_of_today(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "phq-9").type("ssssssss2")
    click(window, "questionnaire.safety_step")
    assert window.keeper is not None
    window.keeper.save(SafetyStep.get(), status="done", **{**DONE, "done_on": today() - timedelta(days=30)})
    assert banner_words(window)[0].startswith(f"Safety: {named('PHQ-9')}:")
    assert "no response recorded yet" in due_words(window)
    click(window, "questionnaire.safety_step")
    assert SafetyStep.select().count() == 2


def test_card_and_banner_say_the_same_of_a_step_at_a_suicide_gate(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "phq-9").type("ssssssss2")
    assert window.keeper is not None
    step = window.keeper.add(SafetyStep, latest().episode, gate="G02", action="Safety plan", status="done")
    assert field(window, "questionnaire.safety_step").isVisible() and banner_words(window) != []
    window.keeper.save(step, **DONE)
    assert "is written down, under Therapies" in card_words(window) and banner_words(window) == []


def test_the_card_follows_the_day_of_the_questionnaire(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "phq-9").type("ssssssss2")
    click(window, "questionnaire.safety_step")
    for days, is_written in ((-1, False), (0, True)):
        line = field(window, "administration.given_on")
        line.setFocus()
        line.selectAll()  # type: ignore[attr-defined]
        qtbot.keyClicks(line, (today() + timedelta(days)).isoformat())
        assert window.keeper is not None and window.keeper.flush()
        assert ("is written down, under Therapies" in card_words(window)) == is_written


def test_an_undo_takes_the_safety_step_back_and_the_alert_stands_again(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    give(window, "asq").type("y")
    click(window, "questionnaire.safety_step")
    assert "is written down, under Therapies" in card_words(window)
    press(window, "Ctrl+Z")
    assert not SafetyStep.select().exists()
    show_questionnaires(window)  # the undo went to where the step was
    assert field(window, "questionnaire.safety_step").isVisible()
    assert banner_words(window)[0].startswith(f"Safety: {named('ASQ')}:")


def test_an_answer_taken_back_takes_its_alert_away(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    keyboard.type("ssssssss2")
    keyboard.press("Up")
    keyboard.type("0")
    assert card_words(window) == ""
    assert banner_words(window) == []


def test_violence_at_home_is_told_on_its_own_page_alone(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "hark")
    keyboard.type("ynnn")
    assert HARK in card_words(window)
    assert banner_words(window) == []
    assert "HARK" not in due_words(window)
    keyboard.tab_to("asking.done")
    keyboard.press("Return")
    assert HARK in card_words(window)
    assert scores(latest()) == [{"value": 1, "highest": 4, "band": "positive"}]


def test_it_stands_above_the_result_too(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9")
    keyboard.type("000000001")
    keyboard.press("Return")
    assert PHQ in card_words(window)
    card, words = field(window, "questionnaire.alert"), on_screen(window)
    assert "1 of 27" in words and "minimal" in words
    table = field(window, "result.answers")
    assert card.mapTo(window, card.rect().bottomLeft()).y() < table.mapTo(window, table.rect().topLeft()).y()


def test_alerts_that_come_and_go_leave_the_questions_as_they_are(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    for _each in range(4):
        keyboard = give(window, "asq")
        keyboard.type("ynndy")
        assert card_words(window).startswith("Thoughts of suicide right now")
        for number, key in ((5, "n"), (4, "n"), (1, "Backspace")):
            field(window, f"question.{number}").setFocus()
            keyboard.press(key)
            assert (ASQ in card_words(window)) == (number > 1)
        assert card_words(window) == ""
        assert [field(window, f"question.{number}").isVisible() for number in range(1, 6)] == [True] * 5
