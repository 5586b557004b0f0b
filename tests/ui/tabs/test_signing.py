"""Signing in the window: signatures by every way, the frozen version, what may be added and what not."""

import base64
import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.tabs.plan.signing import Signing
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.desk.sealing import faults
from recovery_desktop.plans.profiles import profile_named
from recovery_desktop.records.client import Client
from recovery_desktop.records.plan import Addendum, PlanVersion, Signature
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from tests.people import sample
from tests.signing import give_reasons
from tests.ui.windows import field, lock, open_page, opened_window, press, settle, type_into, unlock


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> MainWindow:
    give_reasons(store, sample(store, "priya-shah").id, datetime.datetime.now().astimezone())
    return opened_window(qtbot, store, client=Client.get(), page="plan")


def push(window: MainWindow, name: str) -> None:
    """Presses a button by the key, wherever the page is scrolled to."""
    button = field(window, name)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()


def choose(window: MainWindow, name: str, code: str) -> None:
    editor = field(window, name)
    option = next(option for option in editor.options if option.code == code)  # type: ignore[attr-defined]
    option.click()
    settle()


def write(window: MainWindow) -> None:
    pad = field(window, "signature.picture.input")
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, 80))
    for x in range(40, 300, 10):
        QTest.mouseMove(pad, QPoint(x, 60 + x % 30))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 70))
    settle()


def said(window: MainWindow) -> str:
    signing = window.findChild(Signing)
    assert signing is not None
    return " ".join(message.words() for message in signing.findChildren(Message))


def give_both(window: MainWindow) -> None:
    push(window, "plan.sign")
    choose(window, "signature.manner", "drawn")
    write(window)
    push(window, "signature.add")
    choose(window, "signature.manner", "typed")
    push(window, "signature.add")


def sign(qtbot: QtBot, window: MainWindow) -> PlanVersion:
    give_both(window)
    push(window, "plan.sign_now")
    qtbot.waitUntil(lambda: "is signed" in said(window), timeout=10_000)
    settle()
    version: PlanVersion = PlanVersion.get(PlanVersion.status == "signed")
    return version


def test_a_version_is_signed(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    version = sign(qtbot, window)
    drawn, typed = Signature.select().order_by(Signature.id)
    assert (drawn.role, drawn.name, typed.role, typed.name) == (
        "client", "Priya Shah", "counselor", "Dana Whitfield",
    )  # fmt: skip
    picture = QImage.fromData(base64.b64decode(drawn.picture))
    assert picture.pixelColor(picture.width() // 2, 0).lightness() == 255
    assert any(picture.pixelColor(x, y).lightness() < 90 for x in range(0, 900, 3) for y in range(150, 300, 3))
    assert SignedPlan.get().version_id == version.id
    assert faults(store.vault.database) == []
    assert not field(window, "earlier_version.row0").isHidden()  # version 1, which was never signed here
    assert field(window, f"signed_version.v{version.id}").isVisible()


def test_that_a_version_is_signed_is_said_until_the_next_one_is_begun(qtbot: QtBot, window: MainWindow) -> None:
    sign(qtbot, window)
    open_page(window, "overview")
    open_page(window, "plan")
    assert "Version 2 is signed." in said(window)
    push(window, "reviews.next_version")
    assert said(window) == ""


def test_a_draft_that_is_open_while_it_is_signed_is_no_draft_any_more(qtbot: QtBot, window: MainWindow) -> None:
    push(window, "plan_version.row0")
    version = sign(qtbot, window)
    assert window.workplace is not None
    window.workplace.show_anew()
    assert field(window, f"signed_version.v{version.id}").isVisible()
    assert not [each for each in window.findChildren(QWidget, "plan_version.row0") if each.isVisible()]


def test_a_signing_is_not_undone(qtbot: QtBot, window: MainWindow) -> None:
    sign(qtbot, window)
    press(window, "Ctrl+Z")
    assert PlanVersion.get(PlanVersion.number == 2).status == "signed"
    assert Signature.select().count() == 2


def test_a_signature_on_a_draft_can_be_taken_back(window: MainWindow) -> None:
    give_both(window)
    push(window, "signature.remove0")
    assert [row.role for row in Signature.select()] == ["counselor"]
    press(window, "Ctrl+Z")
    assert sorted(row.role for row in Signature.select()) == ["client", "counselor"]


def test_what_is_missing_is_said(window: MainWindow) -> None:
    push(window, "plan.sign")
    waits = (
        "Still to sign: client, counselor, clinical supervisor. Others than client and counselor may also sign later."
    )
    assert field(window, "signature.waits").text() == waits
    push(window, "plan.sign_now")
    assert "client has not signed" in said(window)
    choose(window, "signature.manner", "declined")
    push(window, "signature.add")
    assert not Signature.select().exists()
    type_into(window, "signature.reason", "wants to think about it")
    push(window, "signature.add")
    assert Signature.get().reason == "wants to think about it"


def test_a_half_given_signature_survives_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    push(window, "plan.sign")
    choose(window, "signature.manner", "drawn")
    write(window)
    type_into(window, "signature.name", " Rao")
    lock(qtbot, window)
    unlock(qtbot, window)
    open_page(window, "plan")
    push(window, "plan.sign")
    push(window, "signature.add")
    kept = Signature.get()
    assert (kept.name, kept.manner) == ("Priya Shah Rao", "drawn")
    assert len(kept.picture) > 500


def test_the_signed_document_opens(qtbot: QtBot, window: MainWindow) -> None:
    sign(qtbot, window)
    push(window, "signed_version.open")
    push(window, "preview.as_text")
    text = field(window, "preview.text").toPlainText()
    assert "DRAFT" not in text and "Fingerprint of this version" in text


def test_a_signed_version_says_that_it_is_unchanged(qtbot: QtBot, window: MainWindow) -> None:
    sign(qtbot, window)
    push(window, "signed_version.verify")
    messages = window.findChildren(Message)
    qtbot.waitUntil(lambda: any("Unchanged" in message.words() for message in messages), timeout=10_000)


def test_addenda_and_later_signatures_are_added(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    sign(qtbot, window)
    push(window, "signed_version.addendum")
    choose(window, "addendum.kind", "remark")
    type_into(window, "addendum.text", "The group meets in the blue room now.")
    push(window, "addendum.add")
    assert Addendum.get().text == "The group meets in the blue room now."
    push(window, "signed_version.signature")
    choose(window, "signature.role", "supervisor")
    choose(window, "signature.manner", "paper")
    type_into(window, "signature.name", "Ruth Amaya")
    push(window, "signature.add")
    assert Signature.get(Signature.role == "supervisor").name.endswith("Ruth Amaya")
    assert faults(store.vault.database) == []


def test_whom_the_rules_want_beside_is_reminded_of_until_they_sign(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    new_jersey, now = "new-jersey-outpatient", datetime.datetime.now().astimezone()
    store.save(store.practice(), rule_profile=new_jersey)
    give_reasons(store, Client.get().id, now, profile_named(new_jersey, {}))
    version = sign(qtbot, window)
    head = field(window, f"signed_version.v{version.id}")
    assert "not signed yet: clinical supervisor" in head.accessibleName()
    reminders = [
        at for at, words in enumerate(due_on_overview(window)) if "Signature, version 2: clinical sup" in words
    ]
    field(window, "page.due").setFocus(Qt.FocusReason.TabFocusReason)
    press(window, "Home")
    for _step in range(reminders[0]):
        press(window, "Down")
    press(window, "Return")
    settle()
    assert head.hasFocus()
    push(window, "signed_version.signature")
    choose(window, "signature.role", "supervisor")
    choose(window, "signature.manner", "typed")
    push(window, "signature.add")
    assert "not signed yet" not in head.accessibleName()
    assert not [words for words in due_on_overview(window) if "Signature, version 2" in words]


def due_on_overview(window: MainWindow) -> list[str]:
    open_page(window, "overview")
    if field(window, "page.all_due").text().startswith("All"):
        push(window, "page.all_due")
    model = field(window, "page.due").model()
    return [model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]
