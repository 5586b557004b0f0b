"""A later assessment: what was carried over says so until it is kept or changed, and what is different is listed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.tabs.assessment.page import AssessmentPage

from recovery_desktop.records.assessment import Administration, AreaOfLife, Assessment, Strength
from recovery_desktop.records.health import PhysicalHealth
from recovery_desktop.records.life import LivingConditions, SocialNeeds
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, UseTopics
from tests.ui.tabs.showing import child, page_of, press, sample_client


@pytest.fixture
def page(qtbot: QtBot, store: Store) -> AssessmentPage:
    """A second assessment of the example client, just begun."""
    made: AssessmentPage = page_of(qtbot, AssessmentPage, store, sample_client(store, "priya-shah"))
    press(qtbot, made, "page.again")
    return made


def section(page: AssessmentPage, key: str) -> object:
    page._choose(key)
    return page._sheets[key]


def mark(page: AssessmentPage, key: str) -> str | None:
    assert page.opened is not None
    return next(each.mark(page.looks_at(page.opened)) for each in page._sections if each.key == key)


def test_every_answer_is_carried_and_none_of_the_first_is_touched(page: AssessmentPage) -> None:
    first, second = Assessment.select().order_by(Assessment.id)
    for model in (Substance, AreaOfLife, Strength):
        before, now = (list(model.select().where(model.assessment == each)) for each in (first, second))
        assert before and len(before) == len(now)
        for then, later in zip(before, now, strict=True):
            fields = [name for name in model.described() if name != "review"]
            assert [getattr(then, name) for name in fields] == [getattr(later, name) for name in fields]
            assert (then.review, later.review) == ("", "carried")
    cocaine = Substance.get((Substance.assessment == second) & (Substance.name == "Cocaine"))
    assert UseTopics.get(UseTopics.substance == cocaine).craving == "yes"
    assert Administration.select().where(Administration.episode == first.episode).count() == 12


def test_a_section_waits_until_it_is_kept(qtbot: QtBot, page: AssessmentPage) -> None:
    sheet = section(page, "substance_use")
    bar = child(sheet, "carried")
    assert mark(page, "substance_use") == "carried" and bar.isVisible()
    press(qtbot, sheet, "carried.keep")
    assert mark(page, "substance_use") == "done" and not bar.isVisible()
    second = Assessment.select().order_by(Assessment.id.desc()).get()
    assert {row.review for row in Substance.select().where(Substance.assessment == second)} == {"kept"}
    page.keeper.undo()
    assert {row.review for row in Substance.select().where(Substance.assessment == second)} == {"carried"}


def test_a_change_is_not_carried_any_more_and_undo_brings_it_back(qtbot: QtBot, page: AssessmentPage) -> None:
    sheet = section(page, "living_conditions")
    field = child(sheet, "living_conditions.lives_with.input")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, " and a cat")
    page.keeper.flush()
    newest = LivingConditions.select().order_by(LivingConditions.id.desc()).get()
    assert newest.review == "" and newest.lives_with.endswith(" and a cat")
    assert not child(sheet, "carried").isVisible() and mark(page, "living_conditions") == "done"
    page.keeper.undo()
    assert LivingConditions.get_by_id(newest.id).review == "carried"


def test_what_is_kept_or_changed_was_asked_with_this_assessment(qtbot: QtBot, page: AssessmentPage) -> None:
    first, second = Assessment.select().order_by(Assessment.id)
    for key, way in (("living_conditions", "change"), ("physical_health", "keep")):
        sheet = section(page, key)
        shown = child(sheet, f"{key}.asked_on.input")
        assert "September" in shown.text()
        if way == "keep":
            press(qtbot, sheet, "carried.keep")
        else:
            child(sheet, f"{key}.stable.input").setFocus()
            qtbot.keyClicks(QApplication.focusWidget(), "n")
            page.keeper.flush()
        model = LivingConditions if way == "change" else PhysicalHealth
        then, now = (model.get(model.assessment == each).asked_on for each in (first, second))
        assert (then, now) == (first.started_on, second.started_on)
        assert "September" not in shown.text()
        page.keeper.undo()
        assert model.get(model.assessment == second).asked_on == first.started_on


def test_what_changed_is_listed_and_both_stand_side_by_side(qtbot: QtBot, page: AssessmentPage) -> None:
    second = Assessment.select().order_by(Assessment.id.desc()).get()
    cocaine = Substance.get((Substance.assessment == second) & (Substance.name == "Cocaine"))
    page.keeper.save(cocaine, days_of_30=2)
    page.keeper.add(Strength, second, statement="Asks for help early")
    page.note_other_change()
    sheet = section(page, "changes")
    table = child(sheet, "changes.table")
    rows = [[table.item(i, j).text() for j in range(4)] for i in range(table.rowCount())]
    assert ["Substance", "Cocaine: Days of the last 30", "10", "2"] in rows
    assert ["Strength", "Asks for help early: listed", "no", "yes"] in rows
    assert len(rows) == 2
    press(qtbot, sheet, "changes.all")
    assert table.rowCount() > 60


def test_taking_back_a_new_assessment_leaves_nothing_of_it(page: AssessmentPage) -> None:
    carried = Substance.select().count()
    page.keeper.undo()
    assert Assessment.select().count() == 1 and Substance.select().count() == carried // 2
    page.keeper.history.redo()
    assert Substance.select().count() == carried


def test_one_assessment_has_nothing_to_compare(qtbot: QtBot, store: Store) -> None:
    page = page_of(qtbot, AssessmentPage, store, sample_client(store, "josephine-tate"))
    if Assessment.select().count() == 1:
        sheet = section(page, "changes")
        assert "one assessment so far" in child(sheet, "changes.words").text()


def test_a_need_of_daily_life_shows_its_code(qtbot: QtBot, page: AssessmentPage) -> None:
    sheet = section(page, "social_needs")
    codes = child(sheet, "social_needs.codes")
    assert codes.isVisible() and "Z59.868" in codes.text() and "Z59.82" not in codes.text()
    transport = child(sheet, "social_needs.transport.input")
    qtbot.mouseClick(transport.options[0], Qt.MouseButton.LeftButton)
    page.keeper.flush()
    assert SocialNeeds.select().order_by(SocialNeeds.id.desc()).first().transport == "yes"
    assert "Z59.82  " in codes.text()


def test_days_with_alcohol_beside_an_audit_that_says_never_are_worth_a_look(qtbot: QtBot, page: AssessmentPage) -> None:
    audit = Administration.get(Administration.instrument == "audit")
    page.keeper.save(audit, responses={**audit.responses, "1": 0})
    sheet = section(page, "substance_use")
    press(qtbot, sheet, "substance.row2")
    assert child(sheet, "substance.name.input").text() == "Alcohol"
    assert "AUDIT says no alcohol" in child(sheet, "substance.second_look").text()
    page.keeper.save(audit, responses={**audit.responses, "1": 2})
    press(qtbot, sheet, "substance.row1")
    press(qtbot, sheet, "substance.row2")
    assert "AUDIT" not in child(sheet, "substance.second_look").text()


def test_what_does_not_fit_is_said_and_saved_all_the_same(qtbot: QtBot, page: AssessmentPage) -> None:
    sheet = section(page, "substance_use")
    press(qtbot, sheet, "substance.row0")
    age = child(sheet, "substance.first_use_age.input")
    age.setFocus()
    age.selectAll()
    qtbot.keyClicks(age, "44")
    page.keeper.flush()
    line = child(sheet, "substance.second_look")
    assert line.isVisible() and "the client is 29" in line.text()
    newest = Substance.select().where(Substance.first_use_age == 44).get()
    assert newest.name == "Cocaine"
    age.selectAll()
    qtbot.keyClicks(age, "24")
    page.keeper.flush()
    assert "the client is" not in line.text()
