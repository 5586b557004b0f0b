"""Guidance on the therapies' page: gates above everything, suggestions with their reasons, decisions kept."""

import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.parts.row_head import RowHead
from recovery_desktop_ui.tabs.therapies import TherapiesPage

from recovery_desktop.documents.letters import texts_of
from recovery_desktop.plans.banner_facts import banner_facts
from recovery_desktop.plans.due import due
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.records.assessment import Administration, Assessment
from recovery_desktop.records.client import Episode
from recovery_desktop.records.family import SupportPerson
from recovery_desktop.records.goals import Need, NeedService
from recovery_desktop.records.health import TraumaSafety
from recovery_desktop.records.person import Preferences
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, SubstanceUse, UseTopics
from recovery_desktop.records.therapies import SafetyStep, Service
from tests.people import admitted
from tests.practices import reopened
from tests.ui.tabs.showing import child, page_of, press, type_into

TODAY = datetime.date(2026, 10, 12)
TOPICS = dict.fromkeys(("larger_or_longer", "cut_down", "craving", "time_spent"), "yes")


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.use(TODAY)


@pytest.fixture
def episode(store: Store) -> Episode:
    """Somebody with a moderate cocaine use disorder, of unknown content, who likes to do things and to meet online."""
    episode = admitted(store)[1]
    assessment = store.add(Assessment, episode, started_on=TODAY)
    store.add(SubstanceUse, assessment, state="asked")
    values = {"substance_class": "cocaine", "name": "Cocaine", "days_of_30": 10, "content_known": "no"}
    store.add(UseTopics, store.add(Substance, assessment, **values), **TOPICS)
    store.add(Preferences, assessment, state="asked", expression=["action"], places=["online"])
    return episode


def _page(qtbot: QtBot, store: Store, episode: Episode, awaited: str = "suggested.T05") -> Any:
    page = page_of(qtbot, TherapiesPage, store, episode.client)
    page.reveal(Place("therapies", "safety" if awaited.startswith("gate.") else "suggested"))
    _wait(qtbot, page, awaited)
    return page


def _wait(qtbot: QtBot, page: QWidget, name: str) -> None:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(QWidget, name)), timeout=5000)
    QApplication.processEvents()  # laid out, as it is before anybody can click


def _gone(qtbot: QtBot, page: QWidget, name: str) -> None:
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in page.findChildren(QWidget, name)), timeout=5000)


def _said(page: QWidget) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def _says(qtbot: QtBot, page: QWidget, *words: str) -> None:
    """What has just opened is laid out in the next turn."""
    qtbot.waitUntil(lambda: all(each in _said(page) for each in words), timeout=2000)


def test_an_open_gate_says_what_was_found_and_what_to_do_until_it_is_answered(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    page = _page(qtbot, store, episode, "gate.G06")
    assert "Cocaine of unknown content" in _said(page)
    assert "Give naloxone" in _said(page)
    press(qtbot, page, "gate.G06")
    kept = SafetyStep.get()
    assert (kept.gate, kept.finding, kept.status) == ("G06", "Cocaine of unknown content", "open")
    response = child(page, "safety_step.response.input")
    assert response.hasFocus() or response.isAncestorOf(QApplication.focusWidget())
    _gone(qtbot, page, "gate.G06")  # its step stands below now, open until somebody says what was done
    page.keeper.undo()
    _wait(qtbot, page, "gate.G06")


def test_a_suggestion_says_why_for_and_against_and_where_it_is_from(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    page = _page(qtbot, store, episode)
    head = child(page, "suggested.T05")
    assert head.accessibleName() == "Contingency management, cocaine use disorder, moderate, strong support"
    press(qtbot, page, "suggested.T05")
    found, fits = "Found: cocaine use disorder, moderate", "Fits: prefers practical tools"
    goes = "What would change this: it is no longer suggested without cocaine use disorder, moderate"
    _says(qtbot, page, goes, "As a rule: Twice a week for 12 weeks")
    _says(qtbot, page, found, fits, "For: ", "Against: ", "T05 · strong support · ASAM/AAAP")
    press(qtbot, page, "suggested.T05")
    assert "Against: " not in _said(page)


def test_a_source_that_was_not_read_again_says_so(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode, "suggested.T61")
    press(qtbot, page, "suggested.T61")
    _says(qtbot, page, "SAMHSA TIP 35 (source not re-read yet)")


def test_the_best_supported_come_first(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode)
    groups = _groups(page)
    assert next(iter(groups)) == "Use, and staying well"
    assert sum(map(len, groups.values())) > 4
    for ranks in groups.values():
        assert ranks == sorted(ranks)
    assert [ranks[0] for ranks in groups.values()] == sorted(ranks[0] for ranks in groups.values())


def _groups(page: QWidget) -> dict[str, list[int]]:
    """How well each suggestion is supported, the best as 0, below the title of its need."""
    strengths = ("strong support", "moderate support", "consensus support")
    found: dict[str, list[int]] = {}
    title = ""
    for each in _suggested(page)._rows._shown:
        if isinstance(each, RowHead):
            rank = each.accessibleName().rpartition(", ")[2]
            found[title] += [strengths.index(rank)] if rank in strengths else []
        else:
            title = each.findChild(QLabel).text()
            found[title] = []
    return {title: ranks for title, ranks in found.items() if ranks}


def _suggested(page: Any) -> Any:
    return page._sheets["suggested"]


def test_what_is_accepted_is_a_service_with_its_reason_and_the_wished_for_ways(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    page = _page(qtbot, store, episode, "suggested.T01")
    press(qtbot, page, "suggested.T01")
    press(qtbot, page, "suggested.T01.accepted")
    kept = Service.get()
    assert (kept.name, kept.rules, kept.decision) == (
        "Cognitive behavioral therapy with relapse-prevention skills", "T01", "accepted",
    )  # fmt: skip
    assert (kept.because_of, kept.evidence, kept.decided_on) == ("cocaine use disorder, moderate", "strong", TODAY)
    assert (kept.places, kept.modality) == (["online"], "cbt")
    assert kept.reason and kept.evidence_source
    assert child(page, "suggested.T01").accessibleName().endswith("complete, cocaine use disorder, moderate, accepted")
    times = child(page, "decided.times.input")
    assert page.focusWidget() is times, "and how it is given can be entered at once"
    page.keeper.undo()
    qtbot.waitUntil(lambda: child(page, "suggested.T01").accessibleName().endswith("strong support"), timeout=2000)
    assert not times.isVisible()
    assert any(each.isVisible() for each in page.findChildren(QWidget, "suggested.T01.accepted"))


def test_who_declines_is_asked_why_and_nothing_disappears(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode)
    press(qtbot, page, "suggested.T05")
    press(qtbot, page, "suggested.T05.declined")
    reason = child(page, "decided.decision_reason.input")
    assert page.focusWidget() is reason
    qtbot.keyClicks(page.focusWidget(), "No tests, please.")
    page.keeper.flush()
    again = reopened(store)
    kept = Service.get()
    assert (kept.decision, kept.decision_reason, kept.rules) == ("declined", "No tests, please.", "T05")
    again.close()


def _shown(qtbot: QtBot, store: Store, episode: Episode) -> set[str]:
    """The rules that have a line."""
    lines = _suggested(_page(qtbot, store, episode)).findChildren(RowHead)
    return {each.objectName().split(".")[1] for each in lines}


def test_a_private_gate_says_nothing_that_somebody_beside_the_client_may_not_read(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    willing = {"client_wants": "yes", "wants_involvement": "yes"}
    store.add(SupportPerson, episode.client, name="Alex", relationship="partner", **willing)
    assert "T35" in _shown(qtbot, store, episode), "before anybody asked it is held back in general words"
    store.add(TraumaSafety, Assessment.get(), state="asked", afraid_of_someone="yes")
    store.add(Administration, episode, instrument="hark", given_on=TODAY, responses={"1": "yes"})
    page = _page(qtbot, store, episode, "gate.G11")
    said = _said(page).lower()
    assert "a private finding" in said
    for word in ("hark", "partner", "afraid", "violence", "couple"):
        assert word not in said
    press(qtbot, page, "gate.G11")
    step = SafetyStep.get()
    assert (step.finding, step.action) == ("", "Talk in private; see Trauma and safety")
    page.keeper.save(step, action="No joint session with him", response="Advocate called")
    record = take(episode.client.id)
    told = [*banner_facts(record, TODAY).alerts, *(one.what for one in due(record, TODAY))]
    assert told == ["Talk in private; see Trauma and safety"] * 2, "whatever is written there, also in its line"
    assert child(page, "safety_step.row0").accessibleName().startswith("Talk in private; see Trauma and safety, safety")
    printed = "\n".join(texts_of(treatment_plan(record, take_practice(), TODAY)))
    assert "joint session" not in printed and "Advocate" not in printed and "Talk in private" not in printed


def test_what_changes_elsewhere_changes_what_is_suggested(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode)
    for topics in UseTopics.select():
        page.keeper.save(topics, **dict.fromkeys(TOPICS, "no"))
    _gone(qtbot, page, "suggested.T05")


def test_nothing_is_looked_at_once_the_records_are_closed(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode)
    page.keeper.save(Preferences.get(), open_to="Yoga")
    store.close()
    qtbot.wait(400)  # longer than changes are taken together; an error would fail the test


def test_a_step_that_does_not_say_enough_leaves_its_gate_open(qtbot: QtBot, store: Store, episode: Episode) -> None:
    said = {"gate": "G06", "action": "Naloxone", "status": "done", "done_on": TODAY, "done_by": "Dana Whitfield"}
    step = store.add(SafetyStep, episode, **said)
    page = _page(qtbot, store, episode, "gate.G06")
    assert "Its step does not say yet: what was done, or why not" in _said(page)
    press(qtbot, page, "gate.G06")
    assert SafetyStep.select().count() == 1
    qtbot.keyClicks(QApplication.focusWidget(), "Kit given and shown.")
    page.keeper.flush()
    assert SafetyStep.get_by_id(step.id).response == "Kit given and shown."
    _gone(qtbot, page, "gate.G06")


def test_what_is_typed_into_a_decision_stays_while_the_suggestions_change(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    page = _page(qtbot, store, episode)
    press(qtbot, page, "suggested.T05")
    press(qtbot, page, "suggested.T05.declined")
    qtbot.keyClicks(page.focusWidget(), "Not the")
    _wait(qtbot, page, "suggested.T62")  # what to do after somebody declined
    qtbot.keyClicks(page.focusWidget(), " tests")
    type_into(qtbot, page, "decided.alternative.input", "Twelve-step group")
    page.keeper.flush()
    kept = Service.get()
    assert (kept.decision_reason, kept.alternative) == ("Not the tests", "Twelve-step group")
    head = child(page, "suggested.T05")
    qtbot.waitUntil(lambda: "“Not the tests”, declined" in head.accessibleName(), timeout=2000)


def test_a_decision_can_be_tied_to_the_needs_that_it_answers(qtbot: QtBot, store: Store, episode: Episode) -> None:
    need = store.add(Need, episode, statement="Evenings without cocaine")
    page = _page(qtbot, store, episode)
    press(qtbot, page, "suggested.T05")
    press(qtbot, page, "suggested.T05.accepted")
    press(qtbot, page, f"need_service.{need.id}")
    assert [(tie.need, tie.service) for tie in NeedService.select()] == [(need, Service.get())]


def test_the_wished_for_times_are_offered_with_what_is_accepted(qtbot: QtBot, store: Store, episode: Episode) -> None:
    store.save(Preferences.get(), times=["morning"])
    page = _page(qtbot, store, episode)
    press(qtbot, page, "suggested.T05")
    _says(qtbot, page, "Fits: prefers practical tools; prefers mornings")
    press(qtbot, page, "suggested.T05.accepted")
    assert Service.get().day_times == ["morning"]


def test_what_is_put_off_without_a_day_says_that_it_is_never_due(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode)
    press(qtbot, page, "suggested.T05")
    press(qtbot, page, "suggested.T05.deferred")
    remark = child(page, "decided.never_due")
    assert not remark.isVisible()
    type_into(qtbot, page, "decided.deferred_until.input", "week 6")
    page.keeper.flush()
    assert remark.isVisible()
    type_into(qtbot, page, "decided.look_again_on.input", "2026-11-20")
    page.keeper.flush()
    assert not remark.isVisible()


def test_how_it_is_given_is_not_asked_of_what_was_declined(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode, "suggested.T01")
    press(qtbot, page, "suggested.T01")
    press(qtbot, page, "suggested.T01.declined")
    assert Service.get().formats == [] and not child(page, "decided.times.input").isVisible()
    qtbot.keyClicks(child(page, "decided.decision.input"), "acc")
    page.keeper.flush()
    assert child(page, "decided.times.input").isVisible()


@pytest.mark.parametrize(
    ("section", "shown"), [("safety", "gate.G06"), ("suggested", "suggested.T05"), ("how_much", "how_much.setting")]
)
def test_nothing_of_the_client_before_stands_there_until_the_next_was_looked_at(
    qtbot: QtBot, store: Store, episode: Episode, section: str, shown: str
) -> None:
    page = page_of(qtbot, TherapiesPage, store, episode.client)
    page.reveal(Place("therapies", section))
    _wait(qtbot, page, shown)
    other, _episode = admitted(store, record_number="RD-000902", legal_family="Moss")
    page.show_client(open_client(other.id))
    assert page._guided.guidance is None
    assert not any(each.isVisible() for each in page.findChildren(QWidget, shown))
    page.show_client(open_client(episode.client.id))
    _wait(qtbot, page, shown)


def test_a_decision_form_of_the_client_before_does_not_stand_there(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    page = _page(qtbot, store, episode)
    press(qtbot, page, "suggested.T05")
    press(qtbot, page, "suggested.T05.accepted")
    assert child(page, "decided.decision.input").isVisible()
    other, _episode = admitted(store, record_number="RD-000902", legal_family="Moss")
    page.show_client(open_client(other.id))
    assert not any(each.isVisible() for each in page.findChildren(QWidget, "decided.decision.input"))
