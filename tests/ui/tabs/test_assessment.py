"""The assessment: everything that is stored stands in its section, is kept as it is typed, and can be done again."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.parts.lists import RowList
from recovery_desktop_ui.tabs.assessment import AssessmentPage
from recovery_desktop_ui.tabs.assessment.marks import look

from recovery_desktop.records.assessment import Administration, AreaOfLife, Assessment, RecordedScore, Strength
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.life import LivingConditions
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, SubstanceUse, UseTopics
from tests.practices import reopened
from tests.ui.tabs.showing import SAMPLES, child, not_shown, page_of, press, rows_not_shown, sample_client, type_into

TODAY = datetime.date(2026, 10, 12)
_ORDERS: dict[Any, Any] = {Administration: Administration.given_on.desc()}
"""How lists stand that are not moved by hand."""


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.use(TODAY)


def _new_client(store: Store) -> Client:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    episode = store.add(Episode, client)
    store.add(Assessment, episode, kind="first")
    return client


def _section(page: AssessmentPage, key: str) -> Any:
    page.reveal(Place("assessment", key))
    return page._sheets[key]


def _mark(page: AssessmentPage, key: str) -> str | None:
    QApplication.processEvents()  # the marks follow a change as soon as there is time
    rows = page.findChild(RowList, "outline")._model.rows
    return next(row.mark for row in rows if row.key == key)


def _wrong_inside(rows: RecordList) -> list[str]:
    """What is missing in the forms and lists that stand inside the forms of a list's rows."""
    wrong = []
    for row in list(rows.rows):
        rows.open_row(row.id)
        assert rows.form is not None
        for part in rows.form.inside:
            if isinstance(part, Form):
                wrong += not_shown(part) if part.row is not None else []
            elif isinstance(part, RecordList):
                owner = part.model.owner()
                wrong += rows_not_shown(part, part.model.select().where(owner == row).order_by(part.model.position))
    return wrong


@pytest.mark.parametrize("name", SAMPLES)
def test_every_stored_value_of_a_sample_client_stands_in_its_section(qtbot: QtBot, store: Store, name: str) -> None:
    page = page_of(qtbot, AssessmentPage, store, sample_client(store, name))
    wrong, seen = [], 0
    for key in [section.key for section in page._sections]:
        sheet = _section(page, key)
        forms = [form for form, _, _ in sheet._forms] + list(getattr(sheet, "_areas", {}).values())
        for form in forms:
            wrong += not_shown(form, ["domain"] if form.model is AreaOfLife else []) if form.row is not None else []
            seen += form.row is not None
        for rows, _, _ in sheet._lists:
            owner = rows.model.owner()
            order = _ORDERS.get(rows.model, rows.model.position)
            stored = rows.model.select().where(owner == rows.owner).order_by(order, rows.model.position)
            wrong += rows_not_shown(rows, stored) + _wrong_inside(rows)
            seen += len(rows.rows)
    assert wrong == []
    assert seen > 40


def test_what_is_typed_in_a_section_makes_its_only_row_and_is_on_the_disk(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AssessmentPage, store, _new_client(store))
    sheet = _section(page, "living_conditions")
    assert _mark(page, "living_conditions") == "empty"
    type_into(qtbot, sheet, "living_conditions.lives_with.input", "her sister")
    page.keeper.flush()
    assert _mark(page, "living_conditions") == "started"
    qtbot.mouseClick(child(sheet, "living_conditions.state.input").options[0], Qt.MouseButton.LeftButton)
    page.keeper.flush()
    assert _mark(page, "living_conditions") == "done"
    again = reopened(store)
    stored = LivingConditions.get()
    assert (stored.lives_with, stored.state) == ("her sister", "asked")
    again.close()


def test_a_declined_section_says_so_in_the_outline(qtbot: QtBot, store: Store) -> None:
    client = _new_client(store)
    store.add(SubstanceUse, Assessment.get(), state="declined")
    page = page_of(qtbot, AssessmentPage, store, client)
    assert _mark(page, "substance_use") == "declined"


def test_the_marks_are_read_once_for_all_that_one_key_changes(
    qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(qtbot, AssessmentPage, store, _new_client(store))
    QApplication.processEvents()
    looked: list[object] = []
    monkeypatch.setattr(page, "looks_at", lambda opened: looked.append(opened) or look(opened))
    for name in ("Funny", "Patient", "Brave"):
        page.keeper.add(Strength, Assessment.get(), statement=name)
    assert looked == []
    assert _mark(page, "culture_meaning") == "started"
    assert len(looked) == 1


def test_an_area_of_life_is_rated_in_its_line(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AssessmentPage, store, _new_client(store))
    sheet = _section(page, "area_of_life")
    type_into(qtbot, sheet, "area_family.rating.input", "7")
    page.keeper.flush()
    stored = AreaOfLife.get()
    assert (stored.domain, stored.rating, stored.state) == ("family", 7, "assessed")  # who rates was asked
    assert child(sheet, "area_family.state.input").currentText() == "Assessed"
    assert page.reveal(Place("assessment", "", AreaOfLife, stored.id, "rating"))
    assert page.focusWidget() is child(sheet, "area_family.rating.input")


def test_a_substance_is_added_by_keys_and_its_topics_stand_below_it(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AssessmentPage, store, _new_client(store))
    sheet = _section(page, "substance_use")
    add = child(sheet, "substance.add")
    add.setFocus()
    qtbot.keyClick(add, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not child(sheet, "use_topics.craving.input").isVisible()
    qtbot.keyClicks(child(sheet, "substance.substance_class.input"), "alc")
    page.keeper.flush()
    assert Substance.get().substance_class == "alcohol"
    craving = child(sheet, "use_topics.craving.input")
    assert craving.isVisible()
    qtbot.mouseClick(craving.options[0], Qt.MouseButton.LeftButton)
    page.keeper.flush()
    topics = UseTopics.get()
    assert (topics.substance, topics.craving) == (Substance.get(), "yes")
    press(qtbot, sheet, "substance.close")
    assert page.reveal(Place("assessment", "", UseTopics, topics.id, "craving"))
    assert craving.isVisible() and craving.isAncestorOf(page.focusWidget())


def test_raw_answers_are_typed_in_pairs_and_keep_their_kind(qtbot: QtBot, store: Store) -> None:
    client = _new_client(store)
    kept = store.add(Administration, Episode.get(), instrument="our-own-10", responses={"1": "yes", "2": 1, "3": None})
    page = page_of(qtbot, AssessmentPage, store, client)
    sheet = _section(page, "administration")
    press(qtbot, sheet, "administration.row0")
    pairs = child(sheet, "administration.responses")._pairs
    qtbot.keyClicks(pairs[2].answer, "2")
    assert [pair.isVisible() for pair in pairs] == [True] * 4
    qtbot.keyClicks(pairs[3].key, "4")
    assert pairs[4].isVisible()
    qtbot.keyClicks(pairs[3].answer, "no")
    page.keeper.flush()
    assert Administration.get_by_id(kept.id).responses == {"1": "yes", "2": 1, "3": 2, "4": "no"}


def test_an_answer_without_an_item_is_kept_as_a_draft_and_said(qtbot: QtBot, store: Store) -> None:
    client = _new_client(store)
    store.add(Administration, Episode.get(), instrument="our-own-9", responses={"1": 2})
    page = page_of(qtbot, AssessmentPage, store, client)
    sheet = _section(page, "administration")
    press(qtbot, sheet, "administration.row0")
    editor = child(sheet, "administration.responses")
    qtbot.keyClicks(editor._pairs[1].answer, "3")
    page.keeper.flush()
    assert Administration.get().responses == {"1": 2}
    page._filled.clear()
    page.fill(page.opened)
    assert editor._pairs[1].answer.text() == "3"
    assert "which item" in editor.target().accessibleDescription()


def test_a_score_is_added_inside_its_questionnaire(qtbot: QtBot, store: Store) -> None:
    client = _new_client(store)
    store.add(Administration, Episode.get(), instrument="our-own-9")
    page = page_of(qtbot, AssessmentPage, store, client)
    sheet = _section(page, "administration")
    assert _mark(page, "administration") == "started"
    press(qtbot, sheet, "administration.row0")
    QApplication.processEvents()
    press(qtbot, sheet, "recorded_score.add")
    type_into(qtbot, sheet, "recorded_score.value.input", "9")
    page.keeper.flush()
    assert RecordedScore.get().value == 9
    assert _mark(page, "administration") == "done"
    press(qtbot, sheet, "recorded_score.close")
    assert page.reveal(Place("assessment", "", RecordedScore, RecordedScore.get().id, "value"))
    assert page.focusWidget() is child(sheet, "recorded_score.value.input")


def test_another_assessment_starts_from_the_last_and_that_can_be_looked_at(qtbot: QtBot, store: Store) -> None:
    client = _new_client(store)
    first = Assessment.get()
    store.add(LivingConditions, first, lives_with="her sister")
    strength = store.add(Strength, first, statement="Funny")
    page = page_of(qtbot, AssessmentPage, store, client)
    which = child(page, "page.which")
    assert not which.isVisible()
    press(qtbot, page, "page.again")
    assert [(row.kind, row.started_on) for row in Assessment.select()] == [("first", None), ("again", TODAY)]
    sheet = _section(page, "living_conditions")
    lives_with = child(sheet, "living_conditions.lives_with.input")
    assert lives_with.text() == "her sister"
    qtbot.keyClicks(lives_with, ", a cat")
    page.keeper.flush()
    assert which.isVisible() and which.count() == 2
    qtbot.keyClick(which, Qt.Key.Key_Down)
    assert lives_with.text() == "her sister"
    which.setCurrentIndex(0)
    which.activated.emit(0)
    assert page.reveal(Place("assessment", "", Strength, strength.id, "statement"))
    assert page.opened.assessment == first


def test_a_client_without_any_record_begins_episode_and_assessment_in_one_step(qtbot: QtBot, store: Store) -> None:
    client = store.add(Client, record_number="RD-1", legal_family="Vale")
    page = page_of(qtbot, AssessmentPage, store, client)
    assert not page.findChild(QWidget, "outline").isVisible()
    press(qtbot, page, "page.begin")
    assert Assessment.get().started_on == TODAY
    assert child(page, "assessment.summary.input").isVisible()
    page.keeper.undo()
    assert not Episode.select().exists()


def test_ctrl_enter_anywhere_in_a_section_adds_to_its_list(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AssessmentPage, store, _new_client(store))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    sheet = _section(page, "substance_use")
    above = child(sheet, "substance_use.overdoses.input")
    above.setFocus()
    qtbot.keyClick(above, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "Cocaine")
    page.keeper.flush()
    assert Substance.select().count() == 1
