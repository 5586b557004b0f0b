"""How much care: the guide's five answers with their reasons, a decision recorded from them, hours a week."""

import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.charts.steps_chart import StepsChart
from recovery_desktop_ui.tabs.client import ClientPage
from recovery_desktop_ui.tabs.therapies import TherapiesPage

from recovery_desktop.records.assessment import Administration, Assessment
from recovery_desktop.records.client import Client, Episode, LevelOfCare
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, SubstanceUse, UseTopics
from recovery_desktop.records.therapies import Service
from tests.people import admitted
from tests.ui.tabs.showing import child, page_of, press, sample_client

TODAY = datetime.date(2026, 10, 12)
TOPICS = dict.fromkeys(("larger_or_longer", "cut_down", "craving", "time_spent"), "yes")


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.use(TODAY)


@pytest.fixture
def episode(store: Store) -> Episode:
    """Somebody with a moderate cocaine use disorder."""
    episode = admitted(store)[1]
    assessment = store.add(Assessment, episode, started_on=TODAY)
    store.add(SubstanceUse, assessment, state="asked")
    cocaine = store.add(Substance, assessment, substance_class="cocaine", name="Cocaine", days_of_30=10)
    store.add(UseTopics, cocaine, **TOPICS)
    return episode


def _page(qtbot: QtBot, store: Store, client: Client) -> Any:
    page = page_of(qtbot, TherapiesPage, store, client)
    page.reveal(Place("therapies", "how_much"))
    qtbot.waitUntil(lambda: "Stopping safely" in _said(page), timeout=5000)  # laid out, as it is before anybody looks
    QApplication.processEvents()
    return page


def _said(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_the_example_clients_care_is_said_with_answers_reasons_and_what_would_change_it(
    qtbot: QtBot, store: Store
) -> None:
    page = _page(qtbot, store, sample_client(store, "priya-shah"))
    assert child(page, "how_much.setting").text() == "Intensive outpatient or day program"
    said = _said(page)
    for words in (
        "Rule 5 of the guide",
        "close friends use; co-workers use",
        "Medicine for nicotine use, offered in every setting: ask a prescriber",
        "“Pull back to use” or “Home and days” answered with “mild”: outpatient",
        "not an order",
    ):
        assert words in said
    assert "Decided on 10 Oct 2026: Intensive outpatient" in child(page, "how_much.last").text()


def test_a_decision_takes_the_answers_along_and_leaves_the_choice_open(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    page = _page(qtbot, store, episode.client)
    with qtbot.waitSignal(page.go_to) as told:
        press(qtbot, page, "how_much.decide")
    kept = LevelOfCare.get()
    assert told.args == [Place("client", "level_of_care", LevelOfCare, kept.id, "chosen")]
    assert (kept.pull_back_to_use, kept.pull_back_to_use_because) == ("planned", "cocaine use disorder, moderate")
    assert (kept.mind_and_safety, kept.recommended, kept.guide_rule) == ("unknown", "outpatient", 6)
    assert (kept.decided_on, kept.guide_edition, kept.chosen) == (TODAY, "1", "")
    page.keeper.undo()
    assert not LevelOfCare.select().exists()


def test_while_answers_are_not_known_it_says_so(qtbot: QtBot, store: Store, episode: Episode) -> None:
    said = _said(_page(qtbot, store, episode.client))
    assert "Not all answers are known yet" in said
    assert "Not known yet" in said


def test_a_private_reason_is_neither_shown_nor_taken_along(qtbot: QtBot, store: Store, episode: Episode) -> None:
    store.add(Administration, episode, instrument="hark", given_on=TODAY, responses={"1": "yes"})
    page = _page(qtbot, store, episode.client)
    said = _said(page)
    assert "for a private reason" in said
    assert "HARK" not in said
    press(qtbot, page, "how_much.decide")
    assert (LevelOfCare.get().home_and_days, LevelOfCare.get().home_and_days_because) == ("days", "")


def test_what_is_known_since_the_last_decision_is_pointed_out(qtbot: QtBot, store: Store, episode: Episode) -> None:
    store.add(LevelOfCare, episode, decided_on=TODAY, recommended="residential", chosen="residential")
    page = _page(qtbot, store, episode.client)
    assert "The guide said “Residential (24-hour)” at the last decision" in child(page, "how_much.changed").text()


def test_hours_a_week_stand_as_chart_sentence_and_table(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode.client)
    assert "Hours stand here once" in _said(page)
    dose = {"decision": "accepted", "times": 2, "per": "week", "minutes": 90}
    page.keeper.add(Service, episode, name="Group", starts_on=TODAY, **dose)
    qtbot.waitUntil(lambda: bool(page.findChildren(StepsChart)), timeout=5000)
    chart = page.findChild(StepsChart)
    words = "Hours of care a week: 3 from 12 October 2026."
    qtbot.waitUntil(lambda: words in _said(page), timeout=5000)
    assert chart.accessibleDescription().startswith(words)
    assert "begins: Group" in chart.accessibleDescription()
    page.keeper.add(Service, episode, name="Coach", starts_on=TODAY + datetime.timedelta(30), **dose)
    qtbot.waitUntil(lambda: "then 6 from 11 November 2026" in _said(page), timeout=5000)
    bars = next(each for each in page.findChildren(StepsChart) if each.isVisible()).bars()
    assert [round(bar.height() / bars[-1].height(), 2) for bar in bars] == [0.5, 1]


def test_an_answer_changed_in_the_decision_changes_what_the_guide_says(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    client = episode.client
    press(qtbot, _page(qtbot, store, client), "how_much.decide")
    page = page_of(qtbot, ClientPage, store, client)
    assert page.reveal(Place("client", "level_of_care", LevelOfCare, LevelOfCare.get().id, "chosen"))
    assert page.focusWidget().objectName() == "level_of_care.chosen.input"
    guide = child(page, "level_of_care.guide")
    qtbot.waitUntil(lambda: guide.text() == "Outpatient", timeout=5000)
    assert not child(page, "level_of_care.take_guide").isVisible(), "it is entered so already"
    qtbot.keyClicks(child(page, "level_of_care.mind_and_safety.input"), "help")
    page.keeper.flush()
    qtbot.waitUntil(lambda: guide.text() == "Intensive outpatient or day program", timeout=5000)
    press(qtbot, page, "level_of_care.take_guide")
    assert (LevelOfCare.get().recommended, LevelOfCare.get().guide_rule) == ("intensive_outpatient", 5)
    page.keeper.undo()
    assert LevelOfCare.get().recommended == "outpatient"


def test_another_choice_asks_for_its_reason_at_once(qtbot: QtBot, store: Store, episode: Episode) -> None:
    client = episode.client
    decision = store.add(LevelOfCare, episode, decided_on=TODAY, recommended="intensive_outpatient")
    page = page_of(qtbot, ClientPage, store, client)
    page.reveal(Place("client", "level_of_care", LevelOfCare, decision.id, "chosen"))
    why = child(page, "level_of_care.why")
    assert not why.isVisible()
    qtbot.keyClicks(page.focusWidget(), "Outp")
    page.keeper.flush()
    assert why.isVisible()
    therapies = _page(qtbot, store, client)
    assert child(therapies, "how_much.last").text() == "Decided on 12 Oct 2026: Outpatient, reason missing"
    page.keeper.save(LevelOfCare.get(), reason_for_difference="Day job")
    page.reveal(Place("client", "level_of_care", LevelOfCare, decision.id, "chosen"))
    assert not why.isVisible()


def test_withdrawal_care_stands_before_the_setting(qtbot: QtBot, store: Store) -> None:
    page = _page(qtbot, store, sample_client(store, "josephine-tate"))
    assert child(page, "how_much.withdrawal").text() == "First: 24-hour withdrawal care"
    assert _said(page).count("24-hour withdrawal care") == 1
