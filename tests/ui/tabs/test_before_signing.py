"""Before it is signed: how many rules hold, lines that lead to fields, F8, and a reason that is kept and undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.tabs.plan.before_signing import BeforeSigning
from recovery_desktop_ui.tabs.plan.rule_line import RuleLine
from recovery_desktop_ui.window import MainWindow
from recovery_desktop_ui.workplace import AFTER_CHANGE

from recovery_desktop.records.client import Client
from recovery_desktop.records.goals import Goal
from recovery_desktop.records.plan import Override, PlanVersion
from recovery_desktop.records.practice import Practice
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from tests.people import TODAY, admitted, sample
from tests.signing import sign
from tests.ui.windows import click, field, open_page, opened_window, press, settle


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> MainWindow:
    """The example client's plan: her coach has no end, and version 2 does not say how she took part."""
    clock.use(TODAY)
    client = sample(store, "priya-shah")
    store.save(PlanVersion.get(PlanVersion.number == 2), took_part="")
    return opened_window(qtbot, store, client=client, page="plan")


def before(window: MainWindow) -> BeforeSigning:
    found = window.findChild(BeforeSigning)
    assert found is not None
    return found


def lines(window: MainWindow) -> dict[str, str]:
    """The rules that are shown, with how each stands."""
    return {one.line.rule.id: one.line.state for one in before(window).findChildren(RuleLine) if one.isVisible()}


def line(window: MainWindow, rule: str) -> RuleLine:
    return next(one for one in before(window).findChildren(RuleLine) if one.line.rule.id == rule)


def press_in(window: MainWindow, rule: str, name: str) -> None:
    found = line(window, rule).findChild(QWidget, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    settle()


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def is_told(window: MainWindow) -> bool:
    """Whether the bar with what is missing is in sight."""
    words = window.findChild(QWidget, "missing.words")
    return words is not None and words.isVisible()


def said(window: MainWindow) -> str:
    return str(field(window, "missing.words").text())


def test_what_needs_attention_stands_first_and_what_holds_is_folded(window: MainWindow) -> None:
    assert lines(window) == {"dose": "missing", "took-part": "missing", "copy": "unseen", "plain": "unseen"}
    assert "2 need attention, 2 are for you to look at." in field(window, "ready.says").text()
    fold = field(window, "ready.holding")
    assert fold.text() == f"{len(before(window).found.profile.rules) - 4} rules hold"
    click(window, "ready.holding")
    assert lines(window)["own-words"] == "holds"
    click(window, "ready.holding")
    assert "own-words" not in lines(window)


def test_a_line_leads_to_its_field(window: MainWindow) -> None:
    press_in(window, "took-part", "ready.gap")
    assert focused() == "plan_version.took_part.input" or window.focusWidget() in field(
        window, "plan_version.took_part"
    ).findChildren(QWidget)
    press_in(window, "dose", "ready.gap")
    assert window.workplace is not None and window.workplace._shown == "therapies"
    assert focused() == "service_accepted.span.input"


def test_f8_walks_what_is_missing_says_it_and_goes_on_once_it_is_mended(window: MainWindow, store: Store) -> None:
    workplace = window.workplace
    assert workplace is not None
    open_page(window, "overview")
    press(window, "F8")
    assert (workplace._shown, focused()) == ("therapies", "service_accepted.span.input")
    assert said(window).startswith("1 of 2: Peer recovery coach: not said for how long.")
    press(window, "F8")
    assert workplace._shown == "plan"
    assert said(window).startswith("2 of 2: Not said how the client took part.")
    press(window, "F8")
    assert said(window).startswith("1 of 2: ")
    window.keeper.save(Service.get(Service.name == "Peer recovery coach"), span=6, span_unit="months")
    QTest.qWait(AFTER_CHANGE + 200)
    assert not is_told(window), "what was mended is not told any more"
    press(window, "F8")
    assert said(window).startswith("1 of 1: Not said how the client took part.")
    window.keeper.save(PlanVersion.get(PlanVersion.number == 2), took_part="with")
    press(window, "F8")
    assert said(window) == "Nothing that the rules ask for is missing."
    assert workplace._shown == "plan"


def test_what_is_missing_is_not_told_of_another_client_nor_beside_a_pane(window: MainWindow, store: Store) -> None:
    press(window, "F8")
    assert is_told(window)
    window.commands.run("practice")
    assert not is_told(window)
    press(window, "F8")
    other, _episode = admitted(store)
    assert window.workplace is not None
    window.workplace.show_client(other.id, "plan")
    assert not is_told(window)
    press(window, "F8")
    assert said(window).startswith("1 of ")
    assert "Peer recovery coach" not in said(window)


def test_where_there_is_no_row_yet_f8_leads_to_where_one_is_begun(window: MainWindow, store: Store) -> None:
    other, _episode = admitted(store)
    assert window.workplace is not None
    window.workplace.show_client(other.id, "plan")
    settle()
    reached = []
    for _step in range(30):
        press(window, "F8")
        reached.append((window.workplace._shown, focused()))
    assert {
        ("client", "client.birth_date.input"),
        ("diagnoses", "diagnosis.add"),
        ("therapies", "service.add"),
        ("goals", "goal.add"),
        ("family", "support_person.add"),
        ("assessment", "page.begin"),
        ("plan", "plan.begin"),
    } <= set(reached)


def test_a_reason_is_kept_as_it_is_typed_undone_and_withdrawn(window: MainWindow) -> None:
    press_in(window, "dose", "ready.override")
    assert focused() == "override.reason.input"
    QTest.keyClicks(QApplication.focusWidget(), "The coach stays as long as she likes")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    made = Override.get()
    assert (made.version.number, made.rule, made.given_on) == (2, "dose", TODAY)
    assert made.reason == "The coach stays as long as she likes"
    assert lines(window)["dose"] == "overridden"
    assert "1 has a reason" in field(window, "ready.says").text()
    assert focused() == "ready.change", "the cursor stays at the rule"
    press_in(window, "dose", "ready.change")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    QTest.keyClicks(QApplication.focusWidget(), ".")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert Override.get().reason.endswith("likes.")
    press_in(window, "dose", "ready.withdraw")
    assert Override.select().count() == 0
    assert lines(window)["dose"] == "missing"
    press(window, "Ctrl+Z")
    assert Override.get().reason.endswith("likes.")
    assert lines(window)["dose"] == "overridden"
    for _step in ("the second typing", "the first"):
        press(window, "Ctrl+Z")
    assert Override.select().count() == 0
    assert lines(window)["dose"] == "missing"


def test_what_is_typed_for_one_rule_is_kept_when_another_is_opened_and_on_leaving(window: MainWindow) -> None:
    press_in(window, "dose", "ready.override")
    QTest.keyClicks(QApplication.focusWidget(), "No end")
    press_in(window, "took-part", "ready.override")
    QTest.keyClicks(QApplication.focusWidget(), "On the phone")
    open_page(window, "goals")
    assert {row.rule: row.reason for row in Override.select()} == {"dose": "No end", "took-part": "On the phone"}


def test_a_line_that_stays_empty_makes_no_reason(window: MainWindow) -> None:
    press_in(window, "dose", "ready.override")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert Override.select().count() == 0
    assert lines(window)["dose"] == "missing"


def test_it_follows_what_is_entered_about_the_version_beside_it(qtbot: QtBot, window: MainWindow) -> None:
    window.keeper.save(PlanVersion.get(PlanVersion.number == 2), took_part="with")
    qtbot.waitUntil(lambda: "took-part" not in lines(window))


def test_nothing_of_a_signed_version_is_excused_any_more(window: MainWindow, store: Store) -> None:
    open_page(window, "goals")
    sign(store, Client.get().id)
    open_page(window, "plan").note_other_change()
    open_page(window, "goals")
    open_page(window, "plan")
    assert lines(window)["dose"] == "overridden"
    assert before(window).findChildren(QWidget, "ready.override") == []


def test_the_rules_of_the_practice_are_what_counts(window: MainWindow) -> None:
    open_page(window, "goals")
    window.keeper.save(Practice.get(), rule_profile="carf-like")
    open_page(window, "plan")
    assert before(window).found.profile.name == "CARF-like"
    click(window, "ready.rules")
    assert field(window, "practice.rule_profile").isVisible()


def test_a_loose_end_of_the_thread_is_one_of_the_lines(window: MainWindow) -> None:
    goal = Goal.get(Goal.own_words == "Get out of the card hole")
    open_page(window, "goals")
    window.keeper.remove(goal, goal.own_words)
    open_page(window, "plan")
    shown = line(window, "needs")
    assert [gap.words for gap in shown.line.gaps] == ["Card debt; payday is a trigger: need without an answer"]
    click(window, "plan.thread")
    assert window.workplace is not None and window.workplace._shown == "goals"


def test_an_empty_record_shows_the_first_few_and_the_rest_when_asked(window: MainWindow, store: Store) -> None:
    other, _episode = admitted(store)
    assert window.workplace is not None
    window.workplace.show_client(other.id, "plan")
    settle()
    few = len(lines(window))
    click(window, "ready.more")
    assert len(lines(window)) > few + 15
    window.workplace.show_client(Client.get(Client.record_number == "RD-000123").id, "plan")
    settle()
    window.workplace.show_client(other.id, "plan")
    settle()
    assert len(lines(window)) == few


def has_cursor_in_sight() -> bool:
    focused_one = QApplication.focusWidget()
    return focused_one is not None and not focused_one.visibleRegion().isEmpty()


def test_what_f8_leads_to_is_in_sight(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    other = sample(store, "josephine-tate")
    assert window.workplace is not None
    window.workplace.show_client(other.id, "plan")
    settle()
    pages = set()
    for _step in range(4):
        press(window, "F8")
        QTest.qWait(250)  # a page that is shown for the first time finds its heights
        qtbot.waitUntil(has_cursor_in_sight)  # on a busy machine it is later
        pages.add(window.workplace._shown)
    assert {"diagnoses", "family", "plan"} <= pages
