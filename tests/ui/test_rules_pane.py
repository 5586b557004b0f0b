"""The rules of the practice: switched off and on, other thresholds, own rules with what is wrong in them."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.practice_rules import practice_rules
from recovery_desktop_ui.panes.rules import RulesPane
from recovery_desktop_ui.parts.row_head import RowHead

from recovery_desktop.guidance import guidance_for
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.guiding import OwnRules, OwnThreshold, SwitchedOff
from recovery_desktop.records.store import Store
from tests.practices import reopened
from tests.ui.tabs.showing import child, press, sample_client, type_into

TODAY = datetime.date(2026, 10, 12)


@pytest.fixture
def pane(qtbot: QtBot, store: Store) -> Any:
    clock.use(TODAY)
    pane = RulesPane(Keeper(store))
    qtbot.addWidget(pane)
    pane.resize(1134, 700)
    pane.show()
    qtbot.waitUntil(lambda: bool(pane.findChildren(QWidget, "threshold.stable_weeks")), timeout=5000)
    QApplication.processEvents()
    return pane


def _said(pane: QWidget) -> str:
    return "\n".join(each.text() for each in pane.findChildren(QLabel) if each.isVisible())


def _rules(pane: QWidget) -> set[str]:
    """The rules and thresholds that have a line."""
    heads = [each.objectName() for each in pane.findChildren(RowHead) if each.isVisible()]
    return {name.partition(".")[2] for name in heads if name.startswith(("rule.", "threshold."))}


def _suggested(store: Store) -> frozenset[str]:
    """What is suggested to the example client by the rules of this practice."""
    client = sample_client(store, "priya-shah")
    found = guidance_for(take(client.id), TODAY, practice_rules().book()).ids()
    store.remove(client)
    return found


def test_a_rule_says_what_fires_it_and_where_it_is_from(qtbot: QtBot, pane: Any) -> None:
    press(qtbot, pane, "rule.T05")
    said = _said(pane)
    assert 'Fires when: cocaine_disorder in ["mild", "moderate", "severe"] or stimulant_disorder' in said
    assert "Source: ASAM/AAAP" in said


def test_a_rule_is_switched_off_with_a_reason_and_on_again(qtbot: QtBot, store: Store, pane: Any) -> None:
    assert "T05" in _suggested(store)
    press(qtbot, pane, "rule.T05")
    press(qtbot, pane, "rule.T05.off")
    qtbot.waitUntil(lambda: "off since 12 Oct 2026" in child(pane, "rule.T05").accessibleName(), timeout=5000)
    type_into(qtbot, pane, "switched_off.reason.input", "No tests here")
    pane._keeper.flush()
    kept = SwitchedOff.get()
    assert (kept.rule, kept.reason, kept.since) == ("T05", "No tests here", TODAY)
    assert "T05" not in _suggested(store)
    next(each for each in pane.findChildren(QPushButton, "rule.T05.on") if each.isVisible()).click()
    assert not SwitchedOff.select().exists()
    assert "T05" in _suggested(store)


def test_a_gate_stays(qtbot: QtBot, pane: Any) -> None:
    press(qtbot, pane, "rule.G06")
    assert "it stays, whatever a practice switches off" in _said(pane)
    assert not pane.findChildren(QWidget, "rule.G06.off")


def test_another_threshold_changes_what_is_suggested_and_an_empty_one_is_the_programs(
    qtbot: QtBot, store: Store, pane: Any
) -> None:
    assert "T04" not in _suggested(store), "confidence 5"
    press(qtbot, pane, "threshold.low_confidence")
    field = type_into(qtbot, pane, "own_threshold.value.input", "11")
    pane._keeper.flush()
    assert not OwnThreshold.select().exists(), "a ruler ends at 10"
    child(pane, "rules.search").setFocus()
    assert "Enter a number from 0 to 10." in _said(pane)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "5")
    pane._keeper.flush()
    assert (OwnThreshold.get().name, OwnThreshold.get().value) == ("low_confidence", 5)
    head = child(pane, "threshold.low_confidence")
    qtbot.waitUntil(lambda: head.accessibleName().endswith("5 (program: 4)"), timeout=5000)
    assert "T04" in _suggested(store)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    pane._keeper.flush()
    assert OwnThreshold.get().value is None
    assert "T04" not in _suggested(store)
    assert not pane.findChildren(QWidget, "threshold.mood_moderate"), "published bands are not changed"


def test_own_rules_begin_with_an_example_and_say_what_is_wrong_by_line(qtbot: QtBot, store: Store, pane: Any) -> None:
    press(qtbot, pane, "own_rules.add")
    type_into(qtbot, pane, "own_rules.name.input", "Harbor")
    pane._keeper.flush()
    QApplication.processEvents()
    press(qtbot, pane, "own_rules.example")
    qtbot.waitUntil(lambda: "1 rule can be used." in _said(pane), timeout=5000)
    qtbot.waitUntil(lambda: bool(pane.findChildren(QWidget, "rule.OURS-1")), timeout=5000)
    rules = OwnRules.get().rules
    assert practice_rules().own == (("Harbor", rules),)
    pane._keeper.save(OwnRules.get(), rules=rules.replace('strength = "C"', 'strength = "Q"'))
    pane.refresh()
    qtbot.waitUntil(lambda: "Harbor, line 7: “strength” is one of S, M, C, X" in _said(pane), timeout=5000)
    assert practice_rules().book().rule("T01"), "the rest works"
    again = reopened(store)
    assert OwnRules.get().name == "Harbor"
    again.close()


def test_words_find_rules_and_thresholds(qtbot: QtBot, pane: Any) -> None:
    assert len(_rules(pane)) > 100
    type_into(qtbot, pane, "rules.search", "insomnia")
    qtbot.waitUntil(lambda: _rules(pane) == {"T52"}, timeout=2000)
    child(pane, "rules.search").setText("socrates")
    qtbot.waitUntil(lambda: _rules(pane) == {"ambivalent"}, timeout=2000)
    child(pane, "rules.search").clear()
    qtbot.waitUntil(lambda: len(_rules(pane)) > 100, timeout=5000)
