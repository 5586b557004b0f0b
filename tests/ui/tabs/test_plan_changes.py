"""The Plan tab between two versions: what is new with its reasons, what waits to be kept, how much care there is."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.clock import today
from recovery_desktop_ui.tabs.plan.page import PlanPage
from recovery_desktop_ui.tabs.plan.what_is_new import WhatIsNew
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.records.client import Client
from recovery_desktop.records.goals import Goal, Objective
from recovery_desktop.records.plan import LookedAt, PlanVersion
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import Service
from tests.people import sample
from tests.signing import give_reasons, sign
from tests.ui.windows import click, field, on_screen, open_page, opened_window, press, settle, type_into


@pytest.fixture
def client(store: Store) -> Client:
    return sample(store, "priya-shah")


@pytest.fixture
def window(qtbot: QtBot, store: Store, client: Client) -> MainWindow:
    return opened_window(qtbot, store, client=client)


@pytest.fixture
def page(window: MainWindow, store: Store, client: Client) -> PlanPage:
    """The Plan tab with a draft in which a target and a service are different."""
    sign(store, client.id)
    version = PlanVersion.get(PlanVersion.status == "signed")
    store.add(PlanVersion, version.episode, number=3, status="draft", dated_on=version.dated_on, reason="due",
              next_review_on=version.next_review_on)  # fmt: skip
    store.save(Objective.get(), target="6 of 8 nights")
    store.save(Service.get(), times=1, change_reason="every test was negative")
    found: PlanPage = open_page(window, "plan")
    settle()
    return found


def test_each_change_stands_with_its_reason_or_asks_for_it(window: MainWindow, page: PlanPage) -> None:
    assert field(window, "changes.state").text() == "1 change has no reason yet"
    assert "target from 8 of 8 nights to 6 of 8 nights" in field(window, "change0.says").text()
    type_into(window, "change0.reason", "her shifts changed")
    press(window, "Tab")
    settle()
    assert field(window, "changes.state").text() == "Every change has a reason."
    assert LookedAt.get().reason == "her shifts changed"
    assert page._new.changes is not None and not page._new.changes.without_reason


def test_a_reason_is_taken_back_with_one_key(window: MainWindow, page: PlanPage) -> None:
    type_into(window, "change0.reason", "her shifts changed")
    press(window, "Tab")
    field(window, "plan.preview").setFocus()
    press(window, "Ctrl+Z")
    settle()
    assert LookedAt.select().count() == 0
    assert field(window, "change0.reason").toPlainText() == ""


def test_a_change_leads_to_where_it_stands(window: MainWindow, page: PlanPage) -> None:
    click(window, "change0.open")
    settle()
    assert window.workplace is not None and window.workplace.place()[1].page == "goals"


def test_what_is_carried_over_is_kept_one_by_one_or_all_at_once(window: MainWindow, page: PlanPage) -> None:
    waiting = field(window, "carried.state").text()
    click(window, "carried.group0")
    field(window, "carried.keep.0").setFocus()
    press(window, "Return")
    settle()
    assert LookedAt.select().count() == 1
    assert field(window, "carried.state").text() != waiting
    assert field(window, "carried.keep.0").hasFocus()
    click(window, "carried.keep_all0")
    settle()
    kept = LookedAt.select().count()
    assert kept > 2
    press(window, "Ctrl+Z")
    settle()
    assert LookedAt.select().count() == 1


def test_the_versions_say_how_much_care_there_is(window: MainWindow, page: PlanPage) -> None:
    assert "Version 3 · review was due · less care" in on_screen(window)
    click(window, "plan.care_table")
    assert field(window, "plan.care_table").text() == "Chart"


def test_f8_leads_to_each_change_without_a_reason(window: MainWindow, page: PlanPage, store: Store) -> None:
    for goal in Goal.select():
        store.save(goal, barriers="The winter")  # more changes than are shown at first
    open_page(window, "overview")
    reached, told = set(), ""
    for _press in range(20):
        press(window, "F8")
        focused = QApplication.focusWidget()
        reached.add(focused.objectName() if focused is not None else "")
        told += field(window, "missing.words").text()
    assert page._new.changes is not None
    lacking = [at for at, change in enumerate(page._new.changes) if change.lacks_reason]
    assert len(lacking) == 1 + Goal.select().count()
    assert {f"change{at}.reason.input" for at in lacking} <= reached
    assert "not said why. Each change since the version before has a reason." in told


def test_with_nothing_missing_f8_leads_to_signing(window: MainWindow, page: PlanPage, store: Store) -> None:
    store.save(Service.get(Service.name == "Peer recovery coach"), span=6, span_unit="months")
    signed, draft = PlanVersion.select().where(PlanVersion.number > 1).order_by(PlanVersion.number)
    said = ("took_part", "author", "reason_detail", "cultural_fit", "effectiveness_measured_by", "satisfaction_asked")
    store.save(draft, next_review_on=today() + timedelta(30), **{name: getattr(signed, name) for name in said})
    give_reasons(store, page.opened.client.id)
    open_page(window, "overview")
    press(window, "F8")
    assert field(window, "missing.words").text() == "Nothing that the rules ask for is missing."
    assert field(window, "plan.sign").hasFocus()


def test_a_signed_version_has_nothing_to_review(window: MainWindow, page: PlanPage, store: Store) -> None:
    store.save(PlanVersion.get(PlanVersion.number == 3), status="replaced")
    page.fill(page.opened)
    settle()
    assert not page.findChild(WhatIsNew).isVisible()


def test_many_changes_are_unfolded(window: MainWindow, page: PlanPage, store: Store) -> None:
    for goal in Goal.select():
        store.save(goal, barriers="The winter")
    page.fill(page.opened)
    settle()
    click(window, "changes.more")
    settle()
    assert len(page._new.lines()) == len(page._new.changes or ())
