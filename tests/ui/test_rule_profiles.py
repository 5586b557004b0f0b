"""The rules for plans on the practice's page: chosen, with their sources and what is not verified; changed, renamed."""

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.practice_profile import practice_profile
from recovery_desktop_ui.panes.practice import PracticePane
from recovery_desktop_ui.parts.editors.choice import Combo

from recovery_desktop.plans.profiles import shipped_profiles
from recovery_desktop.records.practice import OwnProfile, Practice
from recovery_desktop.records.store import Store
from tests.practices import reopened
from tests.ui.tabs.showing import child, press, type_into


@pytest.fixture
def pane(qtbot: QtBot, store: Store) -> Any:
    made = PracticePane(Keeper(store))
    qtbot.addWidget(made)
    made.resize(1134, 700)
    made.show()
    return made


def choose(pane: Any, name: str) -> None:
    combo: Combo = child(pane, "practice.rule_profile.input")
    at = combo.findText(name)
    assert at >= 0, [combo.itemText(each) for each in range(combo.count())]
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def said(pane: Any) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in pane._profiles.findChildren(QLabel) if not each.isHidden())


def test_every_profile_can_be_chosen_and_says_where_it_is_from(qtbot: QtBot, pane: Any, store: Store) -> None:
    combo: Combo = child(pane, "practice.rule_profile.input")
    assert [combo.itemText(each) for each in range(combo.count())] == [one.name for one in shipped_profiles()]
    choose(pane, "New Jersey outpatient")
    assert Practice.get().rule_profile == "new-jersey-outpatient"
    words = said(pane)
    assert "Looked at on 29 November 2026" in words
    assert "Source: N.J.A.C. 10:161B-9.2, client treatment planning · casetext.com" in words
    assert "The family is met every month" in words
    assert "own interval was not verified. (not verified)" in words
    assert "Signed by: client, counselor, clinical supervisor." in words
    assert child(pane, "profile.rules").text().endswith(" of them not verified")
    press(qtbot, pane, "profile.rules")
    assert "Each service and intervention says who does it." in said(pane)
    again = reopened(store)
    kept = Practice.get().rule_profile
    again.close()
    assert kept == "new-jersey-outpatient"


def test_changed_rules_are_the_practice_s_own_and_mistakes_are_told_by_line(qtbot: QtBot, pane: Any) -> None:
    choose(pane, "CARF-like")
    press(qtbot, pane, "profile.copy")
    own = OwnProfile.get()
    assert (own.name, Practice.get().rule_profile) == ("CARF-like, changed by us",) * 2
    assert practice_profile().is_own and len(practice_profile().rules) > 15
    edit: QPlainTextEdit = child(pane, "own_profile.profile.input")
    assert "person-centered plan" in edit.toPlainText(), "its text is open"
    edit.setPlainText(edit.toPlainText().replace('check = "participation"', 'check = "magic"'))
    pane._keeper.note(pane._profiles._own.form.rows["profile"])
    pane._keeper.flush()
    line = own.profile.splitlines().index('check = "participation"') + 1
    assert f"CARF-like, changed by us, line {line}: “check” is one of" in said(pane)
    assert len(practice_profile().rules) == len(shipped_profiles()[2].rules) - 1, "the rest of it works"


def test_one_undo_takes_back_the_copy_and_the_choice(qtbot: QtBot, pane: Any) -> None:
    press(qtbot, pane, "profile.copy")
    assert OwnProfile.select().count() == 1
    pane._keeper.undo()
    assert OwnProfile.select().count() == 0
    assert Practice.get().rule_profile == ""


def test_a_new_name_is_followed_and_a_lost_one_is_told(qtbot: QtBot, pane: Any) -> None:
    press(qtbot, pane, "profile.copy")
    name = type_into(qtbot, pane, "own_profile.name.input", "")
    name.selectAll()
    qtbot.keyClicks(name, "Harbor rules")
    pane._keeper.flush()
    assert Practice.get().rule_profile == OwnProfile.get().name == "Harbor rules"
    combo: Combo = child(pane, "practice.rule_profile.input")
    assert combo.currentText() == "Harbor rules (our own)"
    pane._keeper.undo()
    assert Practice.get().rule_profile == OwnProfile.get().name == "Good practice, changed by us"
    pane._keeper.remove(OwnProfile.get(), "rules")
    assert combo.currentText() == "Good practice, changed by us (not there any more)"
    assert practice_profile().key == "generic", "meanwhile the default is used"
    choose(pane, "New York outpatient")
    assert [combo.itemText(each) for each in range(combo.count())] == [one.name for one in shipped_profiles()]


def test_a_second_copy_gets_a_name_of_its_own(qtbot: QtBot, pane: Any) -> None:
    press(qtbot, pane, "profile.copy")
    choose(pane, "Good practice")
    press(qtbot, pane, "profile.copy")
    first = "Good practice, changed by us"
    assert {row.name for row in OwnProfile.select()} == {first, f"{first} 2"}
    press(qtbot, pane, "profile.copy")
    assert OwnProfile.select().count() == 2, "an own one is opened, not copied"
    assert pane._profiles.findChildren(QWidget, "own_profile.profile.input")
