"""Family involvement: people, releases, sessions, social needs, referrals, and how their lines speak of each other."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.tabs.family import FamilyPage

from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import (
    SOCIAL_DOMAINS,
    FamilySession,
    Referral,
    Release,
    SessionPerson,
    SocialNeed,
    SupportPerson,
)
from recovery_desktop.records.goals import Need, NeedReferral
from recovery_desktop.records.health import TraumaSafety
from recovery_desktop.records.practice import Resource
from recovery_desktop.records.store import Store
from tests.practices import reopened
from tests.ui.tabs.showing import SAMPLES, child, not_shown, page_of, press, rows_not_shown, sample_client, type_into
from tests.ui.windows import settle

TODAY = datetime.date(2026, 10, 12)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def _line(page: FamilyPage, name: str) -> str:
    return child(page, name).accessibleName()


@pytest.mark.parametrize("name", SAMPLES)
def test_all_of_a_sample_client_is_shown(qtbot: QtBot, store: Store, name: str) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, name))
    for rows, _find, _defaults in page._lists:
        expected = rows.model.select().order_by(rows.model.position, rows.model.id)
        assert rows_not_shown(rows, expected) == []
    shown = {line.form.row.id: line.form for line in page._needs._lines.values() if line.form.row is not None}
    assert set(shown) == {need.id for need in SocialNeed.select()}
    assert [wrong for form in shown.values() for wrong in not_shown(form, ["domain"])] == []


def test_a_person_in_one_line(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    line = _line(page, "support_person.row0")
    for words in (
        "Anjali Shah",
        "sister",
        "supportive",
        "client wants: yes",
        "live until the end of treatment",
        "1 Oct",
    ):
        assert words in line
    assert "NO CONTACT" in _line(page, "support_person.row1")
    assert "needs attention" in _line(page, "support_person.row2")


def test_a_release_is_begun_from_the_person(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    before = Release.select().count()
    page._people.open_row(SupportPerson.get(SupportPerson.name == "Two close friends").id)
    press(qtbot, page, "support_person.release0")
    made = Release.select().order_by(Release.id.desc()).get()
    assert Release.select().count() == before + 1
    assert (made.person.name, made.recipient, made.scope) == ("Two close friends", "Two close friends", [])
    assert page._releases.form.row == made
    assert "not signed yet" in child(page, "release.row2").accessibleName()


def test_whom_the_client_sees_no_more_is_offered_for_no_release_but_stays_where_named(
    qtbot: QtBot, store: Store
) -> None:
    client = sample_client(store, "priya-shah")
    store.save(SupportPerson.get(SupportPerson.name == "A co-worker"), feels_unsafe="yes")
    page = page_of(qtbot, FamilyPage, store, client)
    page._releases.open_row(Release.select().order_by(Release.position).get().id)
    assert _people_to_choose(page) == ["", "Anjali Shah", "Two close friends"]
    store.save(SupportPerson.get(SupportPerson.name == "Anjali Shah"), client_wants="no_contact")
    page.show_client(open_client(client.id))
    assert _people_to_choose(page) == ["", "Anjali Shah", "Two close friends"]  # the release names her
    page._releases.add()
    assert _people_to_choose(page) == ["", "Two close friends"]


def _people_to_choose(page: Any) -> list[str]:
    combo = child(page, "release.person.input")
    return [combo.itemText(at) for at in range(combo.count())]


def test_a_release_that_lacks_an_element_says_which_and_is_not_live(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    anjali = Release.get(Release.recipient == "Anjali Shah")
    page.keeper.save(anjali, purpose="", discloser="")
    assert "not valid yet, it lacks: the purpose, who may disclose" in _line(page, "release.row0")
    assert "release" not in _line(page, "support_person.row0")


def test_the_chip_of_a_release_opens_it(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    page._people.open_row(SupportPerson.get(SupportPerson.name == "Anjali Shah").id)
    press(qtbot, page, "support_person.release0")
    assert page._releases.form.row.person.name == "Anjali Shah"


def test_a_revoked_release_is_gone_from_the_person_s_line_at_once(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    page._releases.open_row(Release.get(Release.recipient == "Anjali Shah").id)
    type_into(qtbot, page, "release.revoked_on.input", "2026-10-11")
    page.keeper.flush()
    assert "revoked 11 Oct 2026" in _line(page, "release.row0")
    assert "release" not in _line(page, "support_person.row0")


def test_who_takes_part_is_tied_by_a_chip_and_no_contact_is_not_offered(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    friends = SupportPerson.get(SupportPerson.name == "Two close friends")
    parents = SupportPerson.get(SupportPerson.name == "Parents")
    page._sessions.open_row(FamilySession.get().id)
    press(qtbot, page, f"session_person.{friends.id}")
    assert [one.person.name for one in SessionPerson.select()] == ["Anjali Shah", "Two close friends"]
    assert "Two close friends" in _line(page, "family_session.row0")
    assert page.findChild(object, f"session_person.{parents.id}") is None
    page.keeper.undo()
    assert SessionPerson.select().count() == 1


def test_advised_against_is_marked_as_safety(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    page.keeper.save(FamilySession.get(), status="contraindicated")
    assert "safety" in _line(page, "family_session.row0")
    assert "advised against" in _line(page, "family_session.row0")


def test_fear_in_the_assessment_stands_before_the_sessions_without_its_words(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    page = page_of(qtbot, FamilyPage, store, client)
    assert page._safety.isHidden()
    page.keeper.save(TraumaSafety.get(), feels_safe_at_home="no")
    page.note_other_change()
    page.show_client(page.opened)
    assert not page._safety.isHidden()
    said = " ".join(label.text() for label in page._safety.findChildren(QLabel))
    assert "talk in private" in said
    assert "afraid" not in said
    assert "safe at home" not in said


def _planned(page: FamilyPage, *people: SupportPerson) -> FamilySession:
    session = page.keeper.add(FamilySession, Episode.get(), kind="couple_therapy", status="planned")
    for each in people:
        page.keeper.tie(SessionPerson, session, each, True)
    page._sessions.refresh()
    page._sessions.open_row(session.id)
    settle()
    return session


def _offered(page: FamilyPage) -> set[str]:
    settle()
    chips = page.findChildren(QPushButton, QRegularExpression(r"session_person\.\d+"))
    return {chip.text() for chip in chips if chip.isVisible()}


def test_who_the_client_fears_cannot_be_added_to_a_session_to_come(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    session = _planned(page)
    assert _offered(page) == {"Anjali Shah", "Two close friends", "A co-worker"}
    page.keeper.save(SupportPerson.get(SupportPerson.name == "Anjali Shah"), feels_unsafe="yes")
    assert _offered(page) == {"Two close friends", "A co-worker"}
    assert not page._safety.isHidden()
    page.keeper.save(session, status="held")
    page._sessions.refresh()
    assert "Anjali Shah" in _offered(page)  # what was is written down as it was


def test_a_planned_session_with_them_is_pointed_out_and_says_what_to_do(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    anjali = SupportPerson.get(SupportPerson.name == "Anjali Shah")
    _planned(page, anjali)
    note = child(page, "family_session.closed")
    assert note.isHidden()
    page.keeper.save(anjali, feels_unsafe="yes")
    assert note.isVisible()
    assert "safety, Anjali Shah, not together for now" in _line(page, "family_session.row1")
    said = " ".join(label.text() for label in note.findChildren(QLabel))
    assert "one by one" in said
    assert "afraid" not in said
    press(qtbot, page, f"session_person.{anjali.id}")
    assert note.isHidden()
    assert "Anjali Shah" not in _offered(page)  # it was there only to be taken out


def test_a_session_advised_against_is_closed_no_more(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    anjali = SupportPerson.get(SupportPerson.name == "Anjali Shah")
    page.keeper.save(anjali, feels_unsafe="yes")
    session = _planned(page, anjali)
    assert child(page, "family_session.closed").isVisible()
    page.keeper.save(session, status="contraindicated")
    page._sessions.refresh()
    assert child(page, "family_session.closed").isHidden()
    assert "advised against" in _line(page, "family_session.row1")


def test_a_session_can_be_removed_while_its_note_stands(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    anjali = SupportPerson.get(SupportPerson.name == "Anjali Shah")
    page.keeper.save(anjali, feels_unsafe="yes")
    _planned(page, anjali)
    press(qtbot, page, "family_session.remove")
    assert FamilySession.select().count() == 1
    page.keeper.undo()
    assert FamilySession.select().count() == 2


def test_a_social_need_comes_to_be_by_its_first_answer(qtbot: QtBot, store: Store) -> None:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    episode = store.add(Episode, client)
    page = page_of(qtbot, FamilyPage, store, client)
    assert len(page._needs._lines) == len(SOCIAL_DOMAINS)
    qtbot.keyClick(child(page, "social_need.food.status.input").focusProxy(), "n")
    type_into(qtbot, page, "social_need.food.detail.input", "Food bank on Fridays")
    type_into(qtbot, page, "social_need.food.amount.input", "20")
    page.keeper.flush()
    assert page.reveal(Place("family", "", SocialNeed, SocialNeed.get().id, "code"))
    again = reopened(store)
    need = SocialNeed.get()
    again.close()
    assert (need.domain, need.status, need.detail, need.amount) == ("food", "need", "Food bank on Fridays", 20)
    assert need.episode_id == episode.id


def test_two_needs_of_one_area_have_a_line_each(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    second = store.add(SocialNeed, Episode.get(), domain="money", status="need", detail="Fine to pay")
    page = page_of(qtbot, FamilyPage, store, client)
    assert child(page, "social_need.money1.detail").value() == "Fine to pay"
    store.remove(second)
    page.note_other_change()
    page.show_client(page.opened)
    assert page._needs._lines["money", 1].isHidden()


def test_choosing_from_the_directory_fills_name_and_phone(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    clinic = Resource.get(Resource.name == "Millbrook Family Medicine")
    page = page_of(qtbot, FamilyPage, store, client)
    press(qtbot, page, "referral.add")
    qtbot.keyClicks(child(page, "referral.resource.input").lineEdit(), clinic.name)
    page.keeper.flush()
    made = Referral.select().order_by(Referral.id.desc()).get()
    assert (made.resource, made.recipient, made.phone) == (clinic, clinic.name, clinic.phone)
    assert child(page, "referral.phone.input").text() == clinic.phone


def test_a_referral_is_open_until_its_result_is_known(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    page.keeper.save(Referral.select().order_by(Referral.position).get(), result="")
    page._lists[-1][0].say_again()
    assert "what came of it?" in _line(page, "referral.row0")


def test_boundaries_are_said_and_lead_to_their_person(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    spoken = child(page, "boundaries")
    assert spoken.model().rowCount() == 2
    spoken.setFocus()
    spoken.setCurrentIndex(spoken.model().index(0))
    qtbot.keyClick(spoken, Qt.Key.Key_Return)
    assert page._people.form.row.name == "Two close friends"


def test_every_row_is_found(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "josephine-tate"))
    for model in (SupportPerson, Release, FamilySession, SocialNeed, Referral):
        for row in model.select():
            assert page.reveal(Place("family", "", model, row.id)), model


def test_a_removed_person_comes_back_by_undo(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    qtbot.keyClick(child(page, "support_person.row0"), Qt.Key.Key_Delete)
    assert SupportPerson.get_or_none(SupportPerson.name == "Anjali Shah") is None
    page.keeper.undo()
    assert Release.get(Release.recipient == "Anjali Shah").person.name == "Anjali Shah"
    assert SessionPerson.get().person.name == "Anjali Shah"


def test_without_an_episode_one_can_be_begun(qtbot: QtBot, store: Store) -> None:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    page = page_of(qtbot, FamilyPage, store, client)
    assert page._within.isHidden()
    press(qtbot, page, "page.begin")
    assert not page._within.isHidden()
    assert Episode.get().client == client


def test_the_picture_shows_everybody_and_opens_their_rows(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    people = list(SupportPerson.select())
    assert all(child(page, f"network.{one.id}").isVisible() for one in people)
    friends = SupportPerson.get(SupportPerson.name == "Two close friends")
    card = child(page, f"network.{friends.id}")
    assert card.accessibleName().startswith("Two close friends: Friends, may raise the risk of use, uses substances")
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert page._people.form.row == friends


def test_the_picture_follows_what_is_written(qtbot: QtBot, store: Store) -> None:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    page = page_of(qtbot, FamilyPage, store, client)
    assert page._picture.isHidden()
    una = page.keeper.add(SupportPerson, client, name="Una", relation="partner")
    assert page._picture.isVisible()
    page.keeper.save(una, client_wants="no_contact", feels_unsafe="yes")
    assert child(page, f"network.{una.id}").accessibleName() == "Una: partner, no contact"
    page.keeper.remove(una, "Una")
    assert page._picture.isHidden()


def test_the_picture_turns_into_its_table(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    press(qtbot, page, "page.network_table")
    table = page._picture._both.table
    assert [table.item(1, at).text() for at in range(3)] == ["Parents", "Parents", "No contact"]


def test_a_referral_goes_on_by_the_button_of_its_line(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    made = page.keeper.add(Referral, Episode.get(), recipient="A clinic")
    page.fill(page.opened)
    settle()
    name = f"referral.row{Referral.select().count() - 1}.step"
    step = child(page, name)
    assert (step.text(), step.accessibleName()) == ("Made today", "Made today: A clinic")
    step.setFocus()
    qtbot.keyClick(step, Qt.Key.Key_Return)
    made = Referral.get_by_id(made.id)
    assert (made.status, made.made_on) == ("made", TODAY)
    qtbot.keyClick(child(page, name), Qt.Key.Key_Space)
    assert Referral.get_by_id(made.id).status == "booked"
    assert child(page, "referral.appointment_on.input").hasFocus()
    press(qtbot, page, name)
    made = Referral.get_by_id(made.id)
    assert (made.status, made.result_on) == ("attended", TODAY)
    type_into(qtbot, page, "referral.result.input", "Seen")
    page.keeper.flush()
    assert child(page, name).isHidden()
    page.keeper.undo()
    page.keeper.undo()
    assert Referral.get_by_id(made.id).status == "booked"


def test_the_button_of_a_line_is_a_stop_after_the_line(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "ernesto-quizhpe"))
    head = child(page, "referral.row3")
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Tab)
    assert child(page, "referral.row3.step").hasFocus()


def test_a_result_gets_the_day_it_was_written(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    made = page.keeper.add(Referral, Episode.get(), recipient="A clinic", status="not_attended")
    page.fill(page.opened)
    assert page.reveal(Place("family", "", Referral, made.id, "result"))
    type_into(qtbot, page, "referral.result.input", "No bus")
    page.keeper.flush()
    assert Referral.get_by_id(made.id).result_on == TODAY


def test_the_directory_is_narrowed_to_what_helps_with_the_need(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    college = Resource.get(Resource.name.startswith("Millbrook College"))
    assert "learning" in college.needs
    need = page.keeper.add(Need, Episode.get(), statement="Finish the degree", domain="learning")
    made = page.keeper.add(Referral, Episode.get(), reason="Advice")
    page.keeper.tie(NeedReferral, need, made, True)
    page.fill(page.opened)
    page.reveal(Place("family", "", Referral, made.id, "resource"))
    box = child(page, "referral.resource.input")
    assert [box.itemText(at) for at in range(box.count())] == ["", college.name]
    helps = child(page, "referral.area")
    assert helps.currentText() == "Learning and leisure"
    qtbot.keyClick(helps, Qt.Key.Key_Delete)
    assert box.count() == Resource.select().count() + 1


def test_another_entry_brings_its_own_name_and_phone(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    one, two = (store.add(Resource, name=f"Clinic {at}", phone=f"555-020{at}") for at in (1, 2))
    made = page.keeper.add(Referral, Episode.get(), resource=one, recipient=one.name, phone="555-0999")
    page.fill(page.opened)
    page.reveal(Place("family", "", Referral, made.id, "resource"))
    line = child(page, "referral.resource.input").lineEdit()
    line.clear()
    qtbot.keyClicks(line, two.name)
    page.keeper.flush()
    made = Referral.get_by_id(made.id)
    assert (made.resource, made.recipient, made.phone) == (two, two.name, "555-0999")  # typed by hand: it stays


def test_the_tab_key_goes_through_the_picture_once_and_on_to_the_rows(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    page = page_of(qtbot, FamilyPage, store, client)
    page.keeper.add(SupportPerson, client, name="Una", relation="grandparent")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    child(page, "page.network_table").setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget().accessibleName().startswith("Una: ")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.focusWidget().accessibleName().startswith("Parents: ")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget().objectName() == "support_person.row0"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Backtab)
    assert page.focusWidget().accessibleName().startswith("Parents: ")


def test_a_referral_is_tied_to_the_needs_that_it_answers(qtbot: QtBot, store: Store) -> None:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    episode = store.add(Episode, client)
    need = store.add(Need, episode, statement="Card debt")
    referral = store.add(Referral, episode, recipient="Credit counseling")
    page = page_of(qtbot, FamilyPage, store, client)
    page.reveal(Place("family", "", Referral, referral.id, "recipient"))
    press(qtbot, page, f"need_referral.{need.id}")
    assert [(tie.need, tie.referral) for tie in NeedReferral.select()] == [(need, referral)]


def test_an_entry_nobody_verified_for_a_year_is_pointed_out_where_it_is_chosen(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, FamilyPage, store, sample_client(store, "priya-shah"))
    clinic = store.add(Resource, name="A clinic", verified_on=TODAY)
    made = page.keeper.add(Referral, Episode.get(), resource=clinic)
    page.fill(page.opened)
    page.reveal(Place("family", "", Referral, made.id, "reason"))
    remark = child(page, "referral.verify")
    assert not remark.isVisible()
    store.save(clinic, verified_on=TODAY - datetime.timedelta(366))
    page.fill(page.opened)
    assert remark.isVisible()
