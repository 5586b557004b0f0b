"""A contact with the progress of two goals is logged with few keys, from the open client, and is really on the disk."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock

from recovery_desktop.records.goals import Goal, Objective, Progress
from recovery_desktop.records.sessions import ALLIANCE, Contact
from recovery_desktop.records.store import Store
from tests.people import TODAY
from tests.practices import reopened
from tests.ui.tabs.showing import sample_client
from tests.ui.walks.keyboard import Keyboard
from tests.ui.windows import opened_window

MOST_KEYS = 25


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def test_a_contact_with_progress_on_two_goals(qtbot: QtBot, store: Store) -> None:
    keyboard = Keyboard(opened_window(qtbot, store, client=sample_client(store, "priya-shah")))
    contacts, entries = Contact.select().count(), Progress.select().count()
    keyboard.press("Ctrl+T")
    keyboard.type("11", "other")  # individual, attended
    keyboard.type("13", "other")  # the first and the third objective
    keyboard.press("Tab")
    keyboard.type("89107", "other")  # the four questions about the work together
    keyboard.type("7-1161-2", "other")  # two goals: the client's rating, attainment by both
    keyboard.press("Tab")
    keyboard.type("Closing shifts went well.")
    keyboard.press("Ctrl+S")
    keys = keyboard.total - keyboard.counts["text"]
    assert keys <= MOST_KEYS, f"a contact with progress on two goals takes {keys} keys"
    assert keyboard.here() == "contact.note"
    assert (Contact.select().count(), Progress.select().count()) == (contacts + 1, entries + 2)
    _check(store)


def _check(store: Store) -> None:
    again = reopened(store)
    try:
        contact = Contact.select().order_by(Contact.id.desc()).get()
        told = (contact.held_on, contact.kind, contact.attendance, contact.note)
        assert told == (TODAY, "individual", "attended", "Closing shifts went well.")
        assert [getattr(contact, name) for name in ALLIANCE] == [8, 9, 10, 7]
        worked_on = {link.objective.statement for link in contact.objectives}
        objectives = Objective.select().order_by(Objective.id)
        assert worked_on == {objectives[0].statement, objectives[2].statement}
        first, second = Progress.select().where(Progress.noted_on == TODAY).order_by(Progress.id)
        assert [entry.goal.own_words for entry in (first, second)] == [
            goal.own_words for goal in Goal.select().order_by(Goal.id)[:2]
        ]
        for entry, values in ((first, (7, -1, 1)), (second, (6, 1, -2))):
            assert (entry.client_rating, entry.attainment_client, entry.attainment_counselor) == values
    finally:
        again.close()
