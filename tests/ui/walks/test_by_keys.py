"""What a person at the keyboard relies on: the cursor comes along, and a field reached shows the record."""

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.tabs.assessment.sections import SECTIONS

from recovery_desktop.records.assessment import Administration
from recovery_desktop.records.client import Episode
from recovery_desktop.records.family import SessionPerson, SupportPerson
from recovery_desktop.records.store import Store
from tests.ui.tabs.showing import sample_client
from tests.ui.walks.entering import fill
from tests.ui.walks.keyboard import Keyboard
from tests.ui.windows import opened_window


@pytest.fixture
def keyboard(qtbot: QtBot, store: Store) -> Keyboard:
    """At the window in which a sample client is open."""
    return Keyboard(opened_window(qtbot, store, client=sample_client(store, "priya-shah")))


def test_the_cursor_goes_along_to_what_a_key_brings_up(keyboard: Keyboard) -> None:
    for keys, name in (
        ("F2", "client.preferred_name"),
        ("Ctrl+Down", "contact_point.row0"),
        ("Ctrl+2", "assessment.kind"),
        ("Ctrl+Shift+P", "practice.name"),
        ("Ctrl+N", "client.legal_given"),
    ):
        keyboard.press(keys)
        assert keyboard.here() == name


def test_the_cursor_is_where_it_was_when_one_comes_back(keyboard: Keyboard) -> None:
    keyboard.press("F2")
    keyboard.tab_to("client.languages")
    keyboard.press("Ctrl+6")
    keyboard.press("F2")
    assert keyboard.here() == "client.languages"


def test_a_section_reached_right_after_typing_shows_the_record(keyboard: Keyboard) -> None:
    keyboard.press("F2")
    fill(keyboard, {"client.culture": "Gujarati"})
    for _each in range(3):
        keyboard.press("Ctrl+Down")
    fill(keyboard, {"episode.referral_detail": "After missing two shifts"})
    keyboard.press("Ctrl+Up")
    assert Episode.get().referral_detail == "After missing two shifts"


def test_one_answer_of_a_questionnaire_follows_the_other(keyboard: Keyboard) -> None:
    answers = {str(item): item % 4 for item in range(1, 8)}
    keyboard.press("Ctrl+2")
    keyboard.press("Ctrl+Down", [section.key for section in SECTIONS].index("administration"))
    keyboard.press("Ctrl+Return")
    fill(keyboard, {"administration.instrument": "gad-7", "administration.responses": answers})
    keyboard.press("Ctrl+S")
    made = Administration.select().order_by(Administration.id.desc()).get()
    assert made.responses == answers


def test_the_chips_of_a_thread_are_one_stop_of_the_tab_key(keyboard: Keyboard) -> None:
    keyboard.press("Ctrl+5")
    keyboard.tab_to("family_session.row0")
    keyboard.press("Space")
    people = [person.name for person in SupportPerson.select().where(SupportPerson.client_wants != "no_contact")]
    sister, friends, colleague = (SupportPerson.get(name=name).id for name in people)
    keyboard.tab_to(*(f"session_person.{number}" for number in (sister, friends, colleague)))
    for keys, number in (
        ("Right", friends),
        ("Right", colleague),
        ("Down", sister),
        ("Left", colleague),
        ("T", friends),
    ):
        keyboard.press(keys)
        assert keyboard.here() == f"session_person.{number}"
    keyboard.press("Space")
    assert friends in {thread.person_id for thread in SessionPerson.select()}
    keyboard.press("Tab")
    assert keyboard.here() == "family_session.aims"
    keyboard.press("Shift+Tab")
    assert keyboard.here() == f"session_person.{friends}"
