"""Aftercare: steps with their dose, the relapse-prevention plan, follow-ups by date, discharge criteria.

What the record offers there is in `test_aftercare_offers.py`.
"""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.dose import dose_words
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.tabs.aftercare import AftercarePage

from recovery_desktop.records.aftercare import (
    ENTRY_KINDS,
    AftercareStep,
    DischargeCriterion,
    FollowUp,
    PreventionEntry,
)
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.family import SupportPerson
from recovery_desktop.records.store import Store
from tests.practices import reopened
from tests.ui.tabs.showing import SAMPLES, child, page_of, press, rows_not_shown, sample_client, type_into

TODAY = datetime.date(2026, 10, 12)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    clock.use(TODAY)
    yield
    clock.use(None)


def _new_client(store: Store) -> Client:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    store.add(Episode, client, admitted_on=TODAY)
    return client


@pytest.mark.parametrize("name", SAMPLES)
def test_all_of_a_sample_client_is_shown(qtbot: QtBot, store: Store, name: str) -> None:
    page = page_of(qtbot, AftercarePage, store, sample_client(store, name))
    assert page._empty.isHidden()
    for rows, _find, defaults in page._lists:
        expected = list(rows.model.select().order_by(rows.model.position, rows.model.id))
        if defaults:
            expected = [row for row in expected if row.kind == defaults["kind"]]
        if rows.model is FollowUp:
            expected.sort(key=lambda row: (row.due_on is None, row.due_on))
        wrong = rows_not_shown(rows, expected)
        assert [field for field in wrong if field != "PreventionEntry.kind"] == []


def test_the_dose_is_a_sentence(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AftercarePage, store, _new_client(store))
    press(qtbot, page, "aftercare.first_step")
    type_into(qtbot, page, "aftercare_step.what.input", "Sessions")
    for name, figure in (("times", "2"), ("minutes", "50"), ("span", "12"), ("span_up_to", "16")):
        type_into(qtbot, page, f"aftercare_step.{name}.input", figure)
    for name in ("per", "span_unit"):
        combo = child(page, f"aftercare_step.{name}.input")
        combo.setFocus()
        for _step in range(2):  # past the day to the week, past days to weeks
            qtbot.keyClick(combo, Qt.Key.Key_Down)
    page.keeper.flush()
    again = reopened(store)
    step = AftercareStep.get()
    again.close()
    assert dose_words(step) == "twice a week, 50 minutes, for 12–16 weeks"


def test_a_wrong_figure_is_told_below_the_sentence_and_kept_as_typed(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    page = page_of(qtbot, AftercarePage, store, client)
    page._steps.open_row(AftercareStep.get().id)
    field = child(page, "aftercare_step.minutes.input")
    type_into(qtbot, page, "aftercare_step.minutes.input", "lots")
    page.keeper.flush()
    child(page, "aftercare_step.span.input").setFocus()
    assert "Enter a whole number" in field.accessibleDescription()
    assert AftercareStep.get().minutes is None
    page._steps.close_row()
    page._steps.open_row(AftercareStep.get().id)
    assert field.text() == "lots"


def test_a_dose_that_is_empty_says_nothing(store: Store) -> None:
    _new_client(store)
    assert dose_words(store.add(AftercareStep, Episode.get(), what="Alumni evening")) == ""


def test_the_empty_page_teaches_and_begins_with_a_step(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AftercarePage, store, _new_client(store))
    assert not page._empty.isHidden()
    assert page._content.isHidden()
    press(qtbot, page, "aftercare.first_step")
    assert page._empty.isHidden()
    type_into(qtbot, page, "aftercare_step.what.input", "Peer group")
    page.keeper.flush()
    assert AftercareStep.get().what == "Peer group"


def test_an_entry_of_each_kind_goes_to_its_own_list(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    PreventionEntry.delete().execute()
    page = page_of(qtbot, AftercarePage, store, client)
    for kind in ENTRY_KINDS:
        press(qtbot, page, f"prevention_entry.{kind}.add")
        type_into(qtbot, page, f"prevention_entry.{kind}.entry.input", f"Words on {kind}")
    page.keeper.flush()
    assert {entry.kind: entry.entry for entry in PreventionEntry.select()} == {k: f"Words on {k}" for k in ENTRY_KINDS}


def test_entries_move_within_their_kind(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AftercarePage, store, sample_client(store, "priya-shah"))
    qtbot.keyClick(child(page, "prevention_entry.lapse.row0"), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    lapse = PreventionEntry.select().where(PreventionEntry.kind == "lapse").order_by(PreventionEntry.position)
    assert [entry.entry for entry in lapse][:2] == ["Go to Anjali's room", "Text the coach"]
    assert "Text the coach" in child(page, "prevention_entry.lapse.row1").accessibleName()


def test_the_number_of_a_known_person_stands_in_the_line(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    PreventionEntry.update(phone="").where(PreventionEntry.entry == "Anjali").execute()
    page = page_of(qtbot, AftercarePage, store, client)
    assert (
        SupportPerson.get(SupportPerson.name == "Anjali Shah").phone
        in child(page, "prevention_entry.person.row0").accessibleName()
    )


def test_the_usual_days_become_real_rows_and_the_offer_goes(qtbot: QtBot, store: Store) -> None:
    client = _new_client(store)
    store.add(DischargeCriterion, Episode.get(), statement="Says so")
    page = page_of(qtbot, AftercarePage, store, client)
    button = child(page, "aftercare.usual_days")
    assert button.text() == "Add calls after 30 days, 90 days, 180 days, 12 months"
    press(qtbot, page, "aftercare.usual_days")
    due = [row.due_on - TODAY for row in FollowUp.select().order_by(FollowUp.due_on)]
    assert [days.days for days in due] == [30, 90, 180, 365]
    assert "30 days after admission" in child(page, "follow_up.row0").accessibleName()
    assert button.isHidden()
    page.keeper.undo()
    assert FollowUp.select().count() == 0


def test_only_days_that_are_missing_and_to_come_are_offered(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AftercarePage, store, sample_client(store, "priya-shah"))
    press(qtbot, page, "aftercare.usual_days")  # day 30 is past, day 180 is there
    calls = FollowUp.select().where(FollowUp.kind == "call").order_by(FollowUp.due_on)
    days = [datetime.date(2026, 12, 9), datetime.date(2027, 3, 9), datetime.date(2027, 9, 10)]
    assert [row.due_on for row in calls] == days


def test_follow_ups_stand_by_date_and_the_late_ones_say_so(qtbot: QtBot, store: Store) -> None:
    client = sample_client(store, "priya-shah")
    clock.use(datetime.date(2026, 10, 27))
    page = page_of(qtbot, AftercarePage, store, client)
    line = child(page, "follow_up.row3").accessibleName()
    assert "Nicotine treatment" in line
    assert "needs attention" in line
    assert "5 days late" in line


def test_every_row_is_found(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AftercarePage, store, sample_client(store, "ernesto-quizhpe"))
    for model in (AftercareStep, PreventionEntry, FollowUp, DischargeCriterion):
        for row in model.select():
            assert page.reveal(Place("aftercare", "", model, row.id)), model


def test_another_client_begins_empty_again(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AftercarePage, store, _new_client(store))
    press(qtbot, page, "aftercare.first_step")
    without = store.add(Client, record_number="RD-2", legal_family="Orr")
    page.show_client(page.opened.__class__(without, None, None))
    assert page._empty.isHidden()
    assert page._content.isHidden()
    press(qtbot, page, "page.begin")
    assert not page._empty.isHidden()


def test_the_example_clients_aftercare_reads_as_it_was_planned(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AftercarePage, store, sample_client(store, "priya-shah"))

    def lines(rows: RecordList) -> list[str]:
        return [head.accessibleName() for head in rows._heads[: len(rows.rows)]]

    steps = lines(page._steps)
    assert [words.split(", complete")[0] for words in steps] == [
        "Intensive outpatient",
        "Outpatient sessions",
        "Recovery check-ups",
        "SMART Recovery online",
        "Peer coach",
    ]
    for words, told in zip(
        steps,
        (
            ("for 6–8 weeks", "months 0–2"),
            ("once a week", "months 2–4"),
            ("once a month", "online", "months 4–12"),
            ("once a week", "online"),
            ("by text message",),
        ),
        strict=True,
    ):
        assert all(each in words for each in told), words
    entries = {kind: lines(rows) for kind, rows in page._entries.items()}
    assert entries["trigger"] == ["Closing shift", "Payday", "The co-worker it comes from"]
    assert entries["lapse"] == [
        "Text the coach, 555-0173",
        "Go to Anjali's room, 555-0171",
        "Naloxone is in the kitchen drawer",
        "Appointment within 48 hours, 555-0172",
        "No discharge: I do not lose my place if I slip",
    ]
    assert [words.rsplit(", ")[-1] for words in entries["crisis"]] == ["988", "555-0172"]
    follow_ups = "\n".join(lines(page._follow_ups))
    for each in ("day 30", "day 60", "day 90", "BAM", "every month", "GAD-7", "every 2 weeks"):
        assert each in follow_ups
