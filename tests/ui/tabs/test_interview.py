"""The sections of the assessment as they are composed: nothing left out, one key an answer, what follows from what."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.form import Form
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.editing.record_list import RecordList
from recovery_desktop_ui.parts.grid import GridHeads
from recovery_desktop_ui.parts.row_head import RowHead
from recovery_desktop_ui.tabs.assessment import AssessmentPage
from recovery_desktop_ui.tabs.assessment.compositions import CONCERN, SECTIONS, SUBSTANCE, TOPICS

from recovery_desktop.records.assessment import Assessment, Section
from recovery_desktop.records.base import Record
from recovery_desktop.records.health import HealthConcern, TraumaSafety
from recovery_desktop.records.life import FamilyDynamics, WorkSchool
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, SubstanceUse, UseTopics
from tests.people import admitted
from tests.ui.parts.pixels import drawn
from tests.ui.tabs.showing import child, page_of, type_into

_SHARED = {"state", "answered_by", "asked_on", "own_words", "strengths_seen", "review"}
_COMPOSED: dict[type[Record], Any] = {
    **SECTIONS,
    Substance: SUBSTANCE,
    UseTopics: TOPICS,
    HealthConcern: CONCERN,
}
_EXAMPLES = {  # for each field that matters after an answer only: the answer, as it is typed
    SubstanceUse: [("naloxone_at_hand", "y", "naloxone_kept"), ("overdoses", "2", "last_overdose_on")],
    TraumaSafety: [("weapons_at_home", "y", "weapons_kept")],
    FamilyDynamics: [("has_children", "y", "children_at_home"), ("has_children", "y", "custody_matter")],
}


@pytest.fixture
def assessment(store: Store) -> Assessment:
    _client, episode = admitted(store)
    made: Assessment = store.add(Assessment, episode)
    return made


@pytest.fixture
def page(qtbot: QtBot, store: Store, assessment: Assessment) -> Any:
    return page_of(qtbot, AssessmentPage, store, assessment.episode.client)


def _open(page: Any, model: type[Record]) -> Any:
    key = model._meta.table_name
    page.reveal(Place("assessment", key))
    return page._sheets[key]


def _focused() -> str:
    """The field that has the cursor: the object name of its editor."""
    widget: Any = QApplication.focusWidget()
    while not widget.objectName():
        widget = widget.parentWidget()
    return str(widget.objectName().removesuffix(".input"))


@pytest.mark.parametrize("model", _COMPOSED, ids=lambda model: model.__name__)
def test_a_composition_has_each_field_of_its_record_once(model: type[Record]) -> None:
    names = [name for part in _COMPOSED[model] for block in part.blocks for name in block.names()]
    assert sorted(names) == sorted(set(model.described()) - _SHARED)


def test_every_section_is_composed() -> None:
    assert set(SECTIONS) == {model for model in Section.__subclasses__() if model.described()}


def test_a_list_of_questions_is_answered_by_one_key_each(qtbot: QtBot, page: Any) -> None:
    sheet = _open(page, TraumaSafety)
    child(sheet, "trauma_safety.feels_safe_at_home.input").setFocus()
    for letter in "ynNkd":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    page.keeper.flush()
    kept = TraumaSafety.get()
    assert (kept.feels_safe_at_home, kept.afraid_of_someone, kept.weapons_at_home) == ("yes", "no", "no")
    assert (kept.child_at_risk, kept.adult_at_risk, kept.trauma) == ("unknown", "declined", "")
    assert _focused() == "trauma_safety.trauma"


@pytest.mark.parametrize(("letter", "state"), [("a", "asked"), ("d", "declined")])
def test_a_section_that_was_asked_has_the_day_of_today_until_another_is_typed(
    qtbot: QtBot, page: Any, letter: str, state: str
) -> None:
    sheet = _open(page, TraumaSafety)
    child(sheet, "trauma_safety.state.input").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), letter)
    page.keeper.flush()
    kept = TraumaSafety.get()
    assert (kept.state, kept.asked_on) == (state, clock.today())
    day = child(sheet, "trauma_safety.asked_on.input")
    assert str(clock.today().year) in day.text()
    day.setFocus()
    day.selectAll()
    qtbot.keyClick(day, Qt.Key.Key_Delete)
    page.keeper.flush()
    child(sheet, "trauma_safety.afraid_of_someone.input").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "n")
    page.keeper.flush()
    assert TraumaSafety.get().asked_on is None, "what was taken out stays out"


def test_a_section_that_was_not_asked_has_no_day(qtbot: QtBot, page: Any) -> None:
    sheet = _open(page, TraumaSafety)
    child(sheet, "trauma_safety.state.input").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "n")
    page.keeper.flush()
    assert (TraumaSafety.get().state, TraumaSafety.get().asked_on) == ("not_asked", None)


def test_up_and_down_go_from_question_to_question_and_change_nothing(qtbot: QtBot, page: Any) -> None:
    sheet = _open(page, TraumaSafety)
    child(sheet, "trauma_safety.feels_safe_at_home.input").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert _focused() == "trauma_safety.afraid_of_someone"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)  # there is none above
    assert _focused() == "trauma_safety.feels_safe_at_home"
    page.keeper.flush()
    assert TraumaSafety.select().count() == 0


def test_a_letter_that_answers_nothing_leaves_all_as_it_was(qtbot: QtBot, page: Any) -> None:
    sheet = _open(page, TraumaSafety)
    child(sheet, "trauma_safety.feels_safe_at_home.input").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    assert _focused() == "trauma_safety.feels_safe_at_home"
    page.keeper.flush()
    assert TraumaSafety.select().count() == 0


@pytest.mark.parametrize(
    ("model", "question", "answer", "follows"),
    [(model, *each) for model, examples in _EXAMPLES.items() for each in examples],
)
def test_what_follows_from_an_answer_comes_and_goes_with_it(
    qtbot: QtBot, page: Any, model: type[Record], question: str, answer: str, follows: str
) -> None:
    sheet, table = _open(page, model), model._meta.table_name
    asked, following = child(sheet, f"{table}.{question}.input"), child(sheet, f"{table}.{follows}.input")
    assert not following.isVisible()
    asked.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), answer)
    assert following.isVisible()
    asked.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert not following.isVisible()


def test_after_yes_the_cursor_goes_to_what_follows(qtbot: QtBot, page: Any) -> None:
    sheet = _open(page, TraumaSafety)
    child(sheet, "trauma_safety.weapons_at_home.input").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "y")
    assert _focused() == "trauma_safety.weapons_kept"


def test_what_stands_in_a_following_field_is_never_hidden(
    qtbot: QtBot, store: Store, assessment: Assessment, page: Any
) -> None:
    store.add(TraumaSafety, assessment, weapons_at_home="no", weapons_kept="In a safe")
    page.note_other_change()
    page.show_client(page.opened)
    sheet = _open(page, TraumaSafety)
    assert child(sheet, "trauma_safety.weapons_kept.input").isVisible()


def test_hours_stand_in_a_sentence_and_are_kept(qtbot: QtBot, page: Any) -> None:
    sheet = _open(page, WorkSchool)
    type_into(qtbot, sheet, "work_school.work_from.input", "15:00")
    type_into(qtbot, sheet, "work_school.work_until.input", "23:30")
    page.keeper.flush()
    kept = WorkSchool.get()
    assert (kept.work_from, kept.work_until) == ("15:00", "23:30")


def test_substances_stand_as_a_grid_and_in_words_where_there_is_no_room(
    qtbot: QtBot, store: Store, assessment: Assessment, page: Any
) -> None:
    store.add(Substance, assessment, substance_class="cocaine", name="Cocaine", route="nasal", days_of_30=10)
    page.show_client(page.opened)
    page.note_other_change()
    sheet = _open(page, SubstanceUse)
    QApplication.processEvents()
    heads, row = sheet.findChildren(GridHeads)[0], child(sheet, "substance.row0")
    assert isinstance(row, RowHead)
    assert heads.isVisible()
    assert row.accessibleName() == "Cocaine, nasal · 10 of 30 days"
    assert _colours(heads) > 1, "there is room: the heads are written"
    heads.resize(300, heads.height())
    assert _colours(heads) == 1, "there is no room: a row says it in words"


def _colours(widget: Any) -> int:
    return len({pixel for line in drawn(widget) for pixel in line})


def test_what_does_not_fit_is_said_where_somebody_types(qtbot: QtBot, page: Any) -> None:
    page.resize(1134, 420)
    sheet = _open(page, SubstanceUse)
    for name, letter in (("injecting", "n"), ("shared_equipment", "y")):
        child(sheet, f"substance_use.{name}.input").setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), letter)
        page.keeper.flush()
    line = child(sheet, "substance_use.second_look")
    assert "equipment was shared" in line.text()
    qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty(), timeout=2000)
    assert not QApplication.focusWidget().visibleRegion().isEmpty()
    where = line.mapTo(sheet, line.rect().topLeft()).y()
    child(sheet, "substance_use.treatment_before.input").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "n")
    page.keeper.flush()
    assert line.mapTo(sheet, line.rect().topLeft()).y() == where, "nothing new: it stays where it was read"
    child(sheet, "substance_use.injecting.input").setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "y")
    page.keeper.flush()
    assert not line.isVisible()


def test_no_section_begins_with_an_answer(qtbot: QtBot, page: Any) -> None:
    answered = []
    for key in page.section_keys():
        page.reveal(Place("assessment", key))
        sheet = page._sheets[key]
        forms = [*sheet.forms, *getattr(sheet, "_areas", {}).values()]
        for rows in sheet.findChildren(RecordList):
            if rows.isVisible() and rows.offers_to_add:
                rows.add()
                forms += [rows.form, *(part for part in rows.form.inside if isinstance(part, Form))]
        for form in forms:
            own = form.model is Assessment  # its kind and its days are no answers of the client
            answered += [each.editor.objectName() for each in form.rows.values() if each.editor.typed() and not own]
    assert answered == []


def test_a_figure_that_cannot_be_is_told_by_its_field_and_holds_nothing_up(
    qtbot: QtBot, store: Store, assessment: Assessment, page: Any
) -> None:
    sheet = _open(page, SubstanceUse)
    child(sheet, "substance.add").click()
    qtbot.keyClicks(child(sheet, "substance.substance_class.input"), "coc")
    days = type_into(qtbot, sheet, "substance.days_of_30.input", "31")
    qtbot.keyClick(days, Qt.Key.Key_Tab)
    assert "30" in days.accessibleDescription()
    type_into(qtbot, sheet, "substance.source.input", "a friend")
    assert page.keeper.flush()
    made = Substance.get()
    assert (made.substance_class, made.source, made.days_of_30) == ("cocaine", "a friend", None)
    child(sheet, "substance.close").click()
    child(sheet, "substance.row0").click()
    assert child(sheet, "substance.days_of_30.input").text() == "31", "it stays until it is mended"
