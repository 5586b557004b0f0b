"""The client's page: everything of a client and their episodes is there, and what is typed reaches the disk."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.tabs.client import ClientPage

from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Allergy, Client, ContactPoint, Episode, LevelOfCare
from recovery_desktop.records.practice import Staff
from recovery_desktop.records.store import Store
from tests.practices import reopened
from tests.ui.tabs.showing import SAMPLES, child, not_shown, page_of, press, rows_not_shown, sample_client, type_into

TODAY = datetime.date(2026, 10, 12)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def _section(page: ClientPage, key: str) -> object:
    page.reveal(Place("client", key))
    return page._sheets[key]


@pytest.mark.parametrize("name", SAMPLES)
def test_all_of_a_sample_client_is_shown(qtbot: QtBot, store: Store, name: str) -> None:
    client = sample_client(store, name)
    page = page_of(qtbot, ClientPage, store, client)
    person, reach, allergies = (_section(page, key) for key in ("person", "reach", "allergies"))
    state = ("allergies_state", "medications_state")
    assert not_shown(person._form, state) == []
    assert all(allergies._form.rows[field].editor.value() == getattr(client, field) for field in state)
    contacts = ContactPoint.select().where(ContactPoint.client == client).order_by(ContactPoint.position)
    assert rows_not_shown(reach._lists[0][0], contacts) == []
    listed = Allergy.select().where(Allergy.client == client).order_by(Allergy.position)
    assert rows_not_shown(allergies._allergies, listed) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_all_of_a_sample_episode_is_shown(qtbot: QtBot, store: Store, name: str) -> None:
    page = page_of(qtbot, ClientPage, store, sample_client(store, name))
    episode, level, discharge = (_section(page, key) for key in ("episode", "level_of_care", "discharge"))
    ends = ("discharged_on", "discharge_reason", "discharge_disposition")
    assert not_shown(episode._forms[0][0], ends) == []
    assert not_shown(discharge._form, set(Episode.described()) | set(Episode.refs()) - set(ends)) == []
    assert set(ends) <= set(discharge._form.rows)
    assert rows_not_shown(level._lists[0][0], LevelOfCare.select().order_by(LevelOfCare.position)) == []


def test_what_is_typed_is_on_the_disk(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    page = page_of(qtbot, ClientPage, store, client)
    type_into(qtbot, page, "client.pronouns.input", "!")
    type_into(qtbot, page, "client.payer.input", "Self-pay")
    assert page.keeper.flush()
    again = reopened(store)
    kept = Client.get_by_id(client.id)
    again.close()
    assert (kept.pronouns, kept.payer) == ("she/her!", "Self-pay")


def test_the_age_follows_the_birth_date_and_a_minor_is_told_of(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, ClientPage, store, sample_client(store, "priya-shah"))
    said = page._sheets["person"]._age._words
    assert said.text() == "29 years"
    field = child(page, "client.birth_date.input")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2010-01-01")
    page.keeper.flush()
    assert said.text().startswith("16, a minor")


def test_an_unsafe_number_is_marked_and_the_answer_taken_back_by_undo(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, ClientPage, store, sample_client(store, "priya-shah"))
    reach = _section(page, "reach")
    qtbot.keyClick(child(page, "contact_point.row0"), Qt.Key.Key_Return)
    qtbot.keyClick(child(page, "contact_point.safe_to_use.input").focusProxy(), "n")
    page.keeper.flush()
    assert ContactPoint.get().safe_to_use == "no"
    assert "not safe" in child(page, "contact_point.row0").accessibleName()
    page.keeper.undo()
    assert ContactPoint.get().safe_to_use == "yes"
    assert reach.reveal(Place("client", "reach", ContactPoint, ContactPoint.get().id, "best_time"))


def test_answer_and_list_of_allergies_are_compared(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, ClientPage, store, sample_client(store, "priya-shah"))
    sheet = _section(page, "allergies")
    assert sheet._note.isHidden()
    press(qtbot, page, "allergy.add")
    type_into(qtbot, page, "allergy.substance.input", "Penicillin")
    page.keeper.flush()
    assert not sheet._note.isHidden()
    assert Allergy.get().substance == "Penicillin"


def test_the_way_to_medicines_leads_to_diagnoses(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, ClientPage, store, sample_client(store, "priya-shah"))
    _section(page, "allergies")
    with qtbot.waitSignal(page.go_to) as heard:
        press(qtbot, page, "client.medicines")
    assert heard.args == [Place("diagnoses")]


def test_a_new_staff_member_can_be_chosen_at_once(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, ClientPage, store, sample_client(store, "priya-shah"))
    _section(page, "episode")
    press(qtbot, page, "new_staff.open")
    type_into(qtbot, page, "new_staff.name.input", "Ines Calder")
    page.keeper.flush()
    counselor = child(page, "episode.counselor")
    counselor.put(None)
    qtbot.keyClicks(child(page, "episode.counselor.input").lineEdit(), "Ines Calder")
    page.keeper.flush()
    assert Episode.get().counselor.name == "Ines Calder"


def test_who_has_left_is_not_offered_but_stays_where_named(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    Staff.update(left_on=TODAY).where(Staff.name.in_(["Dana Whitfield", "Marisol Reyes"])).execute()
    page = page_of(qtbot, ClientPage, store, client)
    _section(page, "episode")
    combo = child(page, "episode.counselor.input")
    offered = [combo.itemText(at) for at in range(combo.count())]
    assert offered == ["", "Dana Whitfield, LCADC", "Rafael Okafor, LCSW"]


def test_a_new_episode_follows_a_discharge(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    page = page_of(qtbot, ClientPage, store, client)
    sheet = _section(page, "discharge")
    assert sheet._again.isHidden()
    type_into(qtbot, page, "discharge.discharged_on.input", "2026-10-12")
    page.keeper.flush()
    assert Episode.get().discharged_on == TODAY
    press(qtbot, page, "discharge.new_episode")
    first, second = Episode.select().order_by(Episode.id)
    assert second.intake_on == TODAY
    assert Assessment.select().where(Assessment.episode == second).count() == 1
    assert page.opened.episode == second
    assert sheet._again.isHidden()
    assert page.reveal(Place("client", "", Episode, first.id, "legal_status"))
    assert page.section() == "episodes"
    form = page._sheets["episodes"]._form
    assert form.row == first
    assert not_shown(form) == []
    page.keeper.undo()
    assert Episode.select().count() == 1


def test_discharge_fields_are_found_in_their_section(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, ClientPage, store, sample_client(store, "priya-shah"))
    assert page.reveal(Place("client", "", Episode, Episode.get().id, "discharge_reason"))
    assert page.section() == "discharge"
    assert page.reveal(Place("client", "", Client, Client.get().id, "medications_state"))
    assert page.section() == "allergies"


def test_a_client_without_an_episode_can_begin_one(qtbot: QtBot, store: Store) -> None:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    page = page_of(qtbot, ClientPage, store, client)
    sheet = _section(page, "episode")
    assert not sheet._none.isHidden()
    press(qtbot, sheet, "episode.begin")
    assert Episode.get().intake_on == TODAY
    assert sheet._none.isHidden()


def test_a_decision_that_differs_wants_its_reason(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "josephine-tate")
    LevelOfCare.update(reason_for_difference="").execute()
    page = page_of(qtbot, ClientPage, store, client)
    _section(page, "level_of_care")
    assert "reason missing" in child(page, "level_of_care.row0").accessibleName()
