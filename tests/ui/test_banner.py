"""The banner shows who this is and what is dangerous, at every size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.banner import Banner
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.tokens import use_text_size
from recovery_desktop_ui.trouble import TroubleBar

from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import Allergy, Client
from recovery_desktop.records.store import Store
from recovery_desktop.records.therapies import SafetyStep
from tests.people import TODAY, admitted, sample


def banner_of(qtbot: QtBot, client: Client, wide: int = 1134) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_record(take(client.id), TODAY)
    banner.resize(wide, banner.heightForWidth(wide))
    banner.show()
    return banner


def said(banner: Banner) -> str:
    return "\n".join(label.text() for label in banner.findChildren(QLabel))


def test_name_birth_date_and_record_number(qtbot: QtBot, store: Store) -> None:
    words = said(banner_of(qtbot, sample(store, "priya-shah")))
    for part in ("Priya Shah", "born 4 May 1997", "29", "she/her", "RD-000123", "none known", "555-0170"):
        assert part in words


def test_an_open_safety_step_leads_to_the_therapies(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    store.add(SafetyStep, episode, finding="Unknown content", action="Naloxone", status="open")
    banner = banner_of(qtbot, client)
    chip = banner.findChild(QPushButton, "banner.alert")
    assert chip.text() == "Unknown content: Naloxone"
    assert chip.accessibleName() == "Safety: Unknown content: Naloxone"
    with qtbot.waitSignal(banner.go_to) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert told.args == [Place("therapies", "safety")]


def test_details_lead_to_the_clients_page(qtbot: QtBot, store: Store) -> None:
    banner = banner_of(qtbot, admitted(store)[0])
    with qtbot.waitSignal(banner.command) as told:
        qtbot.keyClick(banner.findChild(QPushButton, "banner.details"), Qt.Key.Key_Return)
    assert told.args == ["client"]


def test_hidden_names_hide_all_that_names_the_person(qtbot: QtBot, store: Store) -> None:
    client = sample(store, "josephine-tate")
    banner = banner_of(qtbot, client)
    banner.hide_names(True)
    words = said(banner)
    assert "RD-000121" in words
    for part in ("Jo", "Tate", "1956", "555-0190"):
        assert part not in words
    banner.hide_names(False)
    assert "Jo Tate" in said(banner)


def test_what_did_not_change_is_not_built_anew(qtbot: QtBot, store: Store) -> None:
    client, episode = admitted(store)
    banner = banner_of(qtbot, client)
    details = banner.findChild(QPushButton, "banner.details")
    banner.show_record(take(client.id), TODAY)
    assert banner.findChild(QPushButton, "banner.details") is details
    store.add(SafetyStep, episode, action="Naloxone")
    banner.show_record(take(client.id), TODAY)
    assert banner.findChild(QPushButton, "banner.alert").text() == "Naloxone"


@pytest.mark.parametrize(("size", "wide"), [(1.0, 1134), (2.0, 1366)])
def test_nothing_is_cut(qtbot: QtBot, store: Store, size: float, wide: int) -> None:
    client, episode = admitted(store, preferred_name="Bartholomew-Maximilian" * 4)
    store.add(SafetyStep, episode, finding="Long " * 30, action="Words " * 30)
    use_text_size(size)
    try:
        banner = banner_of(qtbot, client, wide)
        for part in (*banner.findChildren(QLabel), *banner.findChildren(QPushButton)):
            assert part.width() >= part.sizeHint().width(), part.text()
            assert part.mapTo(banner, part.rect().bottomRight()).x() <= wide
            assert part.mapTo(banner, part.rect().bottomRight()).y() <= banner.height()
    finally:
        use_text_size(1.0)


def test_very_large_text_leaves_the_page_its_room(qtbot: QtBot, store: Store) -> None:
    client = sample(store, "priya-shah")
    store.add(Allergy, client, substance="Penicillin", reaction="rash")
    store.save(client, allergies_state="listed")
    small = banner_of(qtbot, client).height()
    use_text_size(2.0)
    try:
        banner = banner_of(qtbot, client, 1366)
        words = said(banner)
        for part in ("Priya Shah", "born 4 May 1997", "RD-000123", "Penicillin", "draft 2"):
            assert part in words
        assert "555-0170" not in words
        assert banner.findChild(QPushButton, "banner.details").isVisible()
        assert banner.height() < 2 * small
    finally:
        use_text_size(1.0)


def test_a_mistake_is_told_whole_at_very_large_text(qtbot: QtBot) -> None:
    use_text_size(2.0)
    try:
        bar = TroubleBar(lambda: True)
        qtbot.addWidget(bar)
        bar.tell("ValueError")
        bar.resize(1000, bar.heightForWidth(1000))
        words = bar.findChild(QLabel, "trouble.words")
        assert words.height() >= words.heightForWidth(words.width())
    finally:
        use_text_size(1.0)
