"""The desk of the Plan tab: for whom, which parts, in which form; what leaves stands in the log at once."""

from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.parts.editors.picker import Picker
from recovery_desktop_ui.parts.message import Message
from recovery_desktop_ui.tabs.plan.document import DocumentDesk
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.records.client import Client
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.family import Release
from recovery_desktop.records.store import Store
from tests.people import day, sample
from tests.signing import sign
from tests.ui.windows import click, field, on_screen, opened_window, press, settle, type_into


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> MainWindow:
    client = sample(store, "priya-shah")
    opened = opened_window(qtbot, store, client=client)
    press(opened, "Ctrl+P")
    ready(qtbot, opened)
    return opened


def desk(window: MainWindow) -> DocumentDesk:
    found = window.findChild(DocumentDesk)
    assert found is not None
    return found


def ready(qtbot: QtBot, window: MainWindow) -> None:
    """Waits until the document that was asked for stands there."""
    qtbot.waitUntil(lambda: field(window, "preview.save_as").isEnabled(), timeout=10_000)


def said(window: MainWindow) -> str:
    return " ".join(each.words() for each in desk(window).findChildren(Message))


def pick(window: MainWindow, name: str, code: str) -> None:
    """Chooses in a list by keyboard: opens nothing, goes down until the entry stands there."""
    picker = field(window, name)
    assert isinstance(picker, Picker)
    picker.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, "Home")
    for _step in range(picker.count()):
        if picker.code() == code:
            return
        press(window, "Down")
    raise AssertionError(f"{code} is not offered in {name}")


def release_of(name: str) -> str:
    return str(next(row.id for row in Release.select() if name in row.recipient))


def save_to(window: MainWindow, folder: Path) -> Path:
    click(window, "preview.save_as")
    dialog = desk(window).findChild(QFileDialog)
    assert dialog is not None
    target = folder / Path(dialog.selectedFiles()[0]).name
    dialog.setDirectory(str(folder))
    dialog.accept()
    return target


def to_the_physician(qtbot: QtBot, window: MainWindow) -> None:
    pick(window, "desk.way", "release")
    pick(window, "desk.release", release_of("Abara"))
    ready(qtbot, window)


def test_a_release_greys_what_it_does_not_allow_and_says_why(qtbot: QtBot, window: MainWindow) -> None:
    to_the_physician(qtbot, window)
    goals, tests = field(window, "desk.part_goals"), field(window, "desk.part_tests")
    assert not goals.isEnabled() and goals.accessibleDescription() == "not in the release (treatment plan)"
    assert tests.isEnabled() and tests.isChecked()
    why = field(window, "desk.left_out")
    assert isinstance(why, QLabel)
    assert "No contact, Releases of information: stays in the practice." in why.text()


def test_what_is_saved_for_somebody_stands_in_the_log(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    to_the_physician(qtbot, window)
    file = save_to(window, tmp_path)
    qtbot.waitUntil(lambda: "log of disclosures" in said(window), timeout=10_000)
    words = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    assert "Notice on this record" in words and "Cocaine use disorder" in words and "Keep my weekends" not in words
    entry = Disclosure.get()
    assert entry.told_by == "Test Counselor" and entry.recipient.startswith("Lena Abara")
    click(window, "preview.close")
    settle()
    log = field(window, "plan.disclosures")
    assert log.model().rowCount() == 1
    assert "Treatment plan" in log.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_for_the_record_nothing_stands_in_the_log(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    save_to(window, tmp_path)
    qtbot.waitUntil(lambda: "Saved as" in said(window), timeout=10_000)
    assert Disclosure.select().count() == 0


def test_a_part_that_is_taken_away_is_not_in_the_document(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    to_the_physician(qtbot, window)
    click(window, "desk.part_tests")
    assert not field(window, "preview.save_as").isEnabled()  # what is shown is not what is asked for
    ready(qtbot, window)
    save_to(window, tmp_path)
    qtbot.waitUntil(lambda: Disclosure.select().count() == 1, timeout=10_000)
    assert "Test results" not in Disclosure.get().content


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"revoked_on": day(-2)}, "The client revoked this release"),
        ({"expires_on": day(-2)}, "This release ended on"),
        ({"purpose": ""}, "it lacks: the purpose"),
    ],
)
def test_a_bad_release_stops_it_with_a_sentence(
    qtbot: QtBot, window: MainWindow, store: Store, values: dict[str, object], words: str
) -> None:
    click(window, "preview.close")
    store.save(next(row for row in Release.select() if "Abara" in row.recipient), **values)
    press(window, "Ctrl+P")
    ready(qtbot, window)
    pick(window, "desk.way", "release")
    pick(window, "desk.release", release_of("Abara"))
    qtbot.waitUntil(lambda: words in said(window), timeout=10_000)
    assert not field(window, "preview.save_as").isEnabled()
    assert not field(window, "preview.print").isEnabled()
    press(window, "Ctrl+Shift+E")
    assert Disclosure.select().count() == 0


def test_an_encrypted_copy_wants_a_password(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    pick(window, "desk.way", "client")
    ready(qtbot, window)
    pick(window, "desk.form", "encrypted")
    assert "Encrypted copies are no archive files" in on_screen(window)
    click(window, "preview.save_as")
    assert "needs a password" in said(window)
    type_into(window, "desk.password", "abc")
    assert field(window, "desk.strength").text().startswith("Weak")
    ready(qtbot, window)
    file = save_to(window, tmp_path)
    qtbot.waitUntil(lambda: "Saved as" in said(window), timeout=10_000)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(file)
    assert pikepdf.open(file, password="abc").encryption.R == 6
    assert Disclosure.get().form == "encrypted"


def test_an_emergency_has_a_short_way_of_its_own(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    click(window, "preview.close")
    settle()
    click(window, "plan.emergency")
    qtbot.waitUntil(lambda: "the medical person" in said(window), timeout=10_000)
    type_into(window, "desk.emergency_recipient", "Dr. Lee")
    type_into(window, "desk.emergency_address", "County hospital")
    type_into(window, "desk.emergency_detail", "Unconscious")
    ready(qtbot, window)
    save_to(window, tmp_path)
    qtbot.waitUntil(lambda: Disclosure.select().count() == 1, timeout=10_000)
    entry = Disclosure.get()
    assert (entry.basis, entry.recipient_address, entry.basis_detail) == (
        "emergency",
        "County hospital",
        "Unconscious",
    )


def test_with_the_client_of_another_record_it_begins_anew(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    to_the_physician(qtbot, window)
    other = sample(store, "josephine-tate")
    assert window.workplace is not None
    window.workplace.show_client(other.id, "plan")
    press(window, "Ctrl+P")
    ready(qtbot, window)
    assert field(window, "desk.way").code() == "record"


@pytest.mark.parametrize("document", PAPERS)
def test_every_document_is_set_or_says_what_it_needs(qtbot: QtBot, window: MainWindow, document: str) -> None:
    """Nothing to compare with is a sentence; everything else of the example client is set, in Spanish too."""
    assert window.workplace is not None
    window.workplace.show_client(Client.get().id, "plan")
    page = window.workplace.page
    page.preview(document=document)
    desk = page._document
    qtbot.waitUntil(lambda: field(window, "preview.save_as").isEnabled() or bool(desk._said.words()), timeout=20_000)
    if document == "changes":
        assert "no signed version before" in desk._said.words()
        return
    assert field(window, "preview.save_as").isEnabled()
    if "es" in PAPERS[document].languages:
        pick(window, "desk.language", "es")
        qtbot.waitUntil(lambda: desk._set is not None and desk._set.prepared.lang == "es", timeout=20_000)
        assert desk._set.pdf.startswith(b"%PDF")


def test_it_is_said_how_hard_what_was_written_for_the_client_is_to_read(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    assert not desk(window).form.findChild(QLabel, "desk.reads").isVisible()  # the plan is for professionals
    for document in ("my_plan", "family"):
        pick(window, "desk.document", document)
        ready(qtbot, window)
        assert "What you wrote reads like school grade" in field(window, "desk.reads").text()
    pick(window, "desk.document", "referral")
    ready(qtbot, window)
    assert not desk(window).form.findChild(QLabel, "desk.reads").isVisible()


def test_what_is_handed_over_after_signing_is_the_signed_version_and_no_draft(
    qtbot: QtBot, window: MainWindow, store: Store
) -> None:
    click(window, "preview.close")
    assert "says DRAFT until it is signed" in field(window, "plan.about").text()
    signed = sign(store, Client.get().id)
    assert window.workplace is not None
    window.workplace.show_anew()
    assert field(window, "plan.about").text().startswith("Version 2 as it was signed.")
    press(window, "Ctrl+P")
    ready(qtbot, window)
    assert field(window, "desk.version").code() == str(signed.version_id)
    pick(window, "desk.document", "my_plan")
    pick(window, "desk.way", "client")
    ready(qtbot, window)
    assert "DRAFT" not in read_as_text(window)
    pick(window, "desk.document", "accounting")  # of the record as it is, whatever was signed
    ready(qtbot, window)
    assert not desk(window).form.request().version and not is_seen(window, "desk.version")
    pick(window, "desk.document", "plan")
    assert field(window, "desk.version").code() == str(signed.version_id)
    click(window, "preview.close")
    click(window, "plan.emergency")
    assert field(window, "desk.version").code() == "0"


def is_seen(window: MainWindow, name: str) -> bool:
    return any(each.isVisible() for each in window.findChildren(Picker, name))


def read_as_text(window: MainWindow) -> str:
    click(window, "preview.as_text")
    words = str(field(window, "preview.text").toPlainText())
    click(window, "preview.as_text")
    return words
