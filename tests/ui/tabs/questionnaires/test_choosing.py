"""Which questionnaires are offered, on what terms and in which language."""

from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from recovery_desktop.instruments import available, languages_of
from recovery_desktop.records.store import Store
from tests.ui.tabs.questionnaires.giving import at_questionnaires, give, here, latest, scores
from tests.ui.windows import click, field, on_screen, settle

NON_PROFIT_ONLY = {"assist", "audit", "cage-aid", "dast-10", "ftnd", "peg", "tcuds-5", "tea"}


def offered(which: QComboBox) -> set[str]:
    return {which.itemData(index) for index in range(1, which.count())}


@pytest.mark.parametrize("says", ["", "no"])
def test_what_is_free_for_non_profit_practices_only_is_hidden_with_the_reason(
    qtbot: QtBot, store: Store, says: str
) -> None:
    store.save(store.practice(), non_profit=says)
    window = at_questionnaires(qtbot, store)
    every = {each.id for each in available()}
    assert offered(field(window, "questionnaire.which")) == every - NON_PROFIT_ONLY
    line = next(line for line in on_screen(window).splitlines() if "non-profit practices only" in line)
    for each in available():
        assert (each.name in line.partition(" are free")[0].split(", ")) == (each.id in NON_PROFIT_ONLY), each.name
    assert "whether yours is one stands under Practice" in line


def test_a_non_profit_practice_is_offered_all(qtbot: QtBot, store: Store) -> None:
    store.save(store.practice(), non_profit="yes")
    window = at_questionnaires(qtbot, store)
    assert offered(field(window, "questionnaire.which")) == {each.id for each in available()}
    assert "non-profit practices only" not in on_screen(window)


def test_the_list_begins_with_nothing_chosen(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    assert field(window, "questionnaire.which").currentText() == "Choose a questionnaire"
    assert not field(window, "questionnaire.give").isEnabled()


def test_each_one_says_what_it_measures(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    which = field(window, "questionnaire.which")
    texts = {which.itemData(index): which.itemText(index) for index in range(which.count())}
    assert texts["phq-9"] == "PHQ-9: depression"
    for each in available():
        if each.id in texts:
            assert each.measures in texts[each.id]
            assert texts[each.id].endswith("(answers from the paper form)") == (not each.items_shown)


def test_spanish_has_the_words_of_the_spanish_form(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-9", "Sp")
    words = on_screen(window)
    assert latest().language == "es" and here() == "question.1"
    assert "Poco interés o placer en hacer cosas" in words
    assert "Durante las últimas 2 semanas" in words
    assert "Little interest or pleasure" not in words
    assert "1 Varios días" in field(window, "question.1").accessibleDescription()
    keyboard.type("111111110")
    keyboard.press("Return")
    assert scores(latest()) == [{"value": 8, "highest": 27, "band": "mild"}]
    click(window, "result.answers")
    table = field(window, "result.table")
    assert table.item(0, 1).text() == "Poco interés o placer en hacer cosas"
    assert table.item(0, 2).text() == "1 Varios días"


@pytest.mark.parametrize(("says", "languages"), [("", ["en"]), ("no", ["en"]), ("yes", ["en", "es"])])
def test_a_translation_may_have_other_terms_than_the_original(
    qtbot: QtBot, store: Store, says: str, languages: list[str]
) -> None:
    store.save(store.practice(), non_profit=says)
    window = at_questionnaires(qtbot, store)
    give(window, "audit-c")
    language = window.findChild(QComboBox, "questionnaire.language")
    assert language is not None
    assert [language.itemData(index) for index in range(language.count())] == languages
    of_row = window.findChild(QWidget, "administration.language.input")
    assert of_row is not None and of_row.isVisible() == (len(languages) > 1)


def test_a_short_form_is_asked_in_spanish(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "phq-2", "Sp")
    words = on_screen(window)
    assert "Poco interés o placer en hacer cosas" in words and "Durante las últimas 2 semanas" in words
    keyboard.type("21")
    keyboard.press("Return")
    assert scores(latest()) == [{"value": 3, "highest": 6, "band": "positive"}]


def test_another_language_chosen_half_way_keeps_the_answers(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, "gad-7")
    keyboard.type("21")
    language = field(window, "administration.language")
    language.setFocus()
    keyboard.type("sp")
    qtbot.waitUntil(lambda: latest().language == "es")
    settle()
    assert latest().responses == {"1": 2, "2": 1}
    assert "Not being able to stop or control worrying" not in on_screen(window)
    assert field(window, "question.1").accessibleDescription().startswith("2 ")


def test_a_language_is_asked_only_where_there_are_several(qtbot: QtBot, store: Store) -> None:
    window = at_questionnaires(qtbot, store)
    for instrument_id, several in (("phq-9", True), ("bam", False)):
        give(window, instrument_id)
        assert (len(languages_of(instrument_id)) > 1) == several
        assert field(window, "questionnaire.which").isVisible()
        seen = [each.isVisible() for each in window.findChildren(QComboBox, "questionnaire.language")]
        assert seen == [several], instrument_id


@pytest.mark.parametrize(
    ("instrument_id", "answers", "found"),
    [  # as they stand on the paper form; bands by Fagerström, and none for the TEA
        ("ftnd", "311311", {"value": 10, "highest": 10, "band": "very high"}),
        ("tea", "78910", {"value": 34, "highest": 40}),
    ],
)
def test_answers_are_typed_from_paper_where_the_words_may_not_be_shown(
    qtbot: QtBot, store: Store, instrument_id: str, answers: str, found: dict[str, Any]
) -> None:
    store.save(store.practice(), non_profit="yes")
    window = at_questionnaires(qtbot, store)
    keyboard = give(window, instrument_id)
    assert here().startswith("question.")
    keyboard.type(answers)
    keyboard.press("Return")
    field(window, "administration.given_on.input").setFocus()
    keyboard.press("Ctrl+A")
    keyboard.type("9/3")
    keyboard.press("Ctrl+S")
    assert scores(latest()) == [found]
    assert latest().given_on.isoformat() == "2026-09-03"
