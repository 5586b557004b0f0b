"""Diagnoses found by words and by what the assessment's topics come to: offered, chosen, kept, never made."""

import datetime
import threading
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QCompleter, QLabel, QWidget
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock
from recovery_desktop_ui.editing.open_client import open_client
from recovery_desktop_ui.editing.places import Place
from recovery_desktop_ui.tabs.assessment import AssessmentPage, topics_count
from recovery_desktop_ui.tabs.diagnoses import DiagnosesPage
from recovery_desktop_ui.tabs.diagnoses.coding import offers

from recovery_desktop.diagnoses import TOPICS
from recovery_desktop.plans.use_disorders import in_words
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.client import Episode
from recovery_desktop.records.diagnoses import CoOccurring, Diagnosis
from recovery_desktop.records.life import SocialNeeds
from recovery_desktop.records.store import Store
from recovery_desktop.records.substances import Substance, UseTopics
from tests.people import admitted
from tests.practices import reopened
from tests.ui.tabs.showing import child, page_of, press, type_into

TODAY = datetime.date(2026, 10, 12)
MILD = {"larger_or_longer": "yes", "cut_down": "yes"}
RELEASE = "ICD-10-CM April 2026"


@pytest.fixture(autouse=True)
def _today() -> None:
    clock.use(TODAY)


@pytest.fixture
def episode(store: Store) -> Episode:
    return admitted(store)[1]


def _page(qtbot: QtBot, store: Store, episode: Episode, section: str) -> Any:
    page = page_of(qtbot, DiagnosesPage, store, episode.client)
    page.reveal(Place("diagnoses", section))
    return page


def _asked(store: Store, episode: Episode, **topics: Any) -> Substance:
    used: Substance = store.add(Substance, store.add(Assessment, episode), substance_class="alcohol", name="Beer")
    store.add(UseTopics, used, **(MILD | topics))
    return used


def _type_code(qtbot: QtBot, page: Any, words: str) -> Any:
    """Types into the code and waits for what is offered."""
    field = type_into(qtbot, page, "diagnosis.code.input", words)
    completer = child(page, "diagnosis.code").findChild(QCompleter)
    qtbot.waitUntil(lambda: completer.popup().isVisible(), timeout=5000)
    return field, completer


# -- looking a code up


def test_a_code_chosen_by_words_brings_title_release_and_kind(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode, "diagnosis")
    press(qtbot, page, "diagnosis.add")
    _field, completer = _type_code(qtbot, page, "alchol severe")
    popup = completer.popup()
    assert popup.model().index(0, 0).data() == "F10.20  Alcohol dependence, uncomplicated"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    page.keeper.flush()
    kept = Diagnosis.get()
    assert (kept.code, kept.name) == ("F10.20", "Alcohol dependence, uncomplicated")
    assert (kept.code_set, kept.kind) == (RELEASE, "use_disorder")
    again = reopened(store)
    assert Diagnosis.get().code == "F10.20"
    again.close()


def test_another_code_renames_what_had_its_title_and_leaves_a_name_of_ones_own(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    named = store.add(Diagnosis, episode, code="F41.9", name="Worry since school", kind="mental")
    titled = store.add(Diagnosis, episode, code="F41.9", name="Anxiety disorder, unspecified", kind="mental")
    page = _page(qtbot, store, episode, "diagnosis")
    for row, name in ((named, "Worry since school"), (titled, "Generalized anxiety disorder")):
        page.reveal(Place("diagnoses", "", Diagnosis, row.id, "code"))
        child(page, "diagnosis.code.input").clear()
        _field, completer = _type_code(qtbot, page, "f41.1")
        qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
        qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
        page.keeper.flush()
        kept = Diagnosis.get_by_id(row.id)
        assert (kept.code, kept.name) == ("F41.1", name)
    page.keeper.undo()
    assert Diagnosis.get_by_id(titled.id).name == "Anxiety disorder, unspecified"
    assert Diagnosis.get_by_id(titled.id).code == "F41.9"


def test_a_heading_is_shown_and_cannot_be_kept(qtbot: QtBot, store: Store, episode: Episode) -> None:
    (heading,) = [each for each in offers("F10.2") if each.value == "F10.2"]
    assert not heading.is_open and "choose below it" in heading.words
    row = store.add(Diagnosis, episode, name="Alcohol", code="F10.20")
    page = _page(qtbot, store, episode, "diagnosis")
    page.reveal(Place("diagnoses", "", Diagnosis, row.id, "code"))
    field = child(page, "diagnosis.code.input")
    field.clear()
    qtbot.keyClicks(field, "F10.2")
    child(page, "diagnosis.name.input").setFocus()
    page.keeper.flush()
    assert Diagnosis.get().code == "F10.20"
    assert "F10.2 is a heading. Choose the code below it that fits, such as F10.20." in _said(page)
    assert field.text() == "F10.2"  # what was typed stays, to be mended


def test_the_note_stands_below_the_code_and_alters_nothing(qtbot: QtBot, store: Store, episode: Episode) -> None:
    row = store.add(Diagnosis, episode, name="Money", code="Z59.86", code_set="ICD-10-CM October 2024")
    page = _page(qtbot, store, episode, "diagnosis")
    page.reveal(Place("diagnoses", "", Diagnosis, row.id))
    note = child(page, "diagnosis.code_note")
    qtbot.waitUntil(lambda: "is a heading in ICD-10-CM April 2026" in note.text(), timeout=5000)
    assert note.isVisible()
    kept = Diagnosis.get()
    assert (kept.code, kept.code_set) == ("Z59.86", "ICD-10-CM October 2024")


def test_a_heading_that_came_in_is_pointed_out_until_the_code_below_it_is_chosen(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    store.add(
        Diagnosis, episode, name="Alcohol dependence", code="F10.2", code_set=RELEASE, kind="use_disorder",
        role="principal", basis="As the file has it",
    )  # fmt: skip
    page = _page(qtbot, store, episode, "diagnosis")
    words = "F10.2 is a heading. Choose the code below it that fits, such as F10.20."
    noted = child(page, "diagnosis.noted")
    qtbot.waitUntil(lambda: noted.isVisible() and noted.text() == words, timeout=5000)
    page.reveal(Place("diagnoses", "", Diagnosis, Diagnosis.get().id, "code"))
    note = child(page, "diagnosis.code_note")
    qtbot.waitUntil(lambda: note.isVisible() and note.text() == words, timeout=5000)
    child(page, "diagnosis.name.input").setFocus()
    page.keeper.flush()
    assert not note.isVisible()  # the field itself says it now
    assert _said(page).count(words) == 2
    assert (Diagnosis.get().code, Diagnosis.get().basis) == ("F10.2", "As the file has it")
    child(page, "diagnosis.code.input").clear()
    _field, completer = _type_code(qtbot, page, "F10.20")
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    page.keeper.flush()
    assert Diagnosis.get().code == "F10.20"
    qtbot.waitUntil(lambda: not noted.isVisible(), timeout=5000)
    assert words not in _said(page)


# -- from the topics


def _card(qtbot: QtBot, page: Any, used: Substance) -> Any:
    name = f"counted.{used.id}"
    qtbot.waitUntil(lambda: any(_said(each) for each in page.findChildren(QWidget, name)), timeout=5000)
    return child(page, name)


def _said(widget: Any) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_what_the_topics_come_to_is_added_as_provisional(qtbot: QtBot, store: Store, episode: Episode) -> None:
    used = _asked(store, episode, craving="no")
    page = _page(qtbot, store, episode, "counted")
    card = _card(qtbot, page, used)
    assert "F10.10  Alcohol use disorder, mild" in _said(card)
    assert "8 topics are still open: it may come to more." in _said(card)
    assert "2 topics are met: mild" in _said(card)
    press(qtbot, page, f"counted.{used.id}.take")
    kept = Diagnosis.get()
    assert (kept.code, kept.severity, kept.provisional, kept.substance) == ("F10.10", "mild", "yes", used)
    assert (kept.entered_on, kept.diagnosed_by) == (TODAY, "")
    qtbot.waitUntil(lambda: "On record" in _said(page), timeout=5000)
    assert page.findChild(QWidget, f"counted.{used.id}.take") is None
    page.keeper.undo()
    assert Diagnosis.select().count() == 0


def test_a_diagnosis_that_says_otherwise_is_brought_up_to_date_only_when_asked(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    used = _asked(store, episode, craving="yes", time_spent="yes")
    row = store.add(
        Diagnosis, episode, kind="use_disorder", code="F10.10", name="Alcohol use disorder", severity="mild",
        substance=used, diagnosed_by="Rafael Okafor, LCSW",
    )  # fmt: skip
    page = _page(qtbot, store, episode, "counted")
    assert "On record otherwise: F10.10" in _said(_card(qtbot, page, used))
    assert Diagnosis.get().code == "F10.10"
    press(qtbot, page, f"counted.{used.id}.take")
    kept = Diagnosis.get_by_id(row.id)
    assert (kept.code, kept.severity, kept.diagnosed_by) == ("F10.20", "moderate", "Rafael Okafor, LCSW")
    page.keeper.undo()
    assert Diagnosis.get_by_id(row.id).code == "F10.10"


def test_what_nobody_asked_is_never_called_no_use_disorder(qtbot: QtBot, store: Store, episode: Episode) -> None:
    used = _asked(store, episode, cut_down="no")
    page = _page(qtbot, store, episode, "counted")
    said = _said(_card(qtbot, page, used))
    assert "Beer: open" in said and "no use disorder by" not in said
    for topics in UseTopics.select():
        page.keeper.save(topics, **{name: getattr(topics, name) or "no" for name in TOPICS})
    qtbot.waitUntil(lambda: "Beer: no use disorder by these topics" in _said(page), timeout=5000)


def test_from_the_card_one_goes_to_the_topics(qtbot: QtBot, store: Store, episode: Episode) -> None:
    used = _asked(store, episode)
    page = _page(qtbot, store, episode, "counted")
    _card(qtbot, page, used)
    with qtbot.waitSignal(page.go_to) as gone:
        press(qtbot, page, f"counted.{used.id}.topics")
    assert gone.args == [Place("assessment", "", UseTopics, UseTopics.get().id)]


def test_where_no_topic_was_asked_the_page_says_where_they_stand(qtbot: QtBot, store: Store, episode: Episode) -> None:
    page = _page(qtbot, store, episode, "counted")
    qtbot.waitUntil(lambda: "No topics were asked yet" in _said(page), timeout=5000)


def test_below_the_topics_stands_what_they_come_to_while_they_are_answered(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    used = store.add(Substance, store.add(Assessment, episode), substance_class="cocaine", name="Cocaine")
    page = page_of(qtbot, AssessmentPage, store, episode.client)
    page.reveal(Place("assessment", "", Substance, used.id))
    count = child(page, "use_topics.count")
    assert not count.isVisible()
    child(page, "use_topics.larger_or_longer.input").setFocus()
    for letter in "yyyy":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    page.keeper.flush()
    qtbot.waitUntil(lambda: count.text() == "F14.20  Cocaine use disorder, moderate", timeout=5000)
    assert count.isVisible()


def test_an_earlier_count_that_took_longer_is_not_shown(
    qtbot: QtBot, store: Store, episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    used = store.add(Substance, store.add(Assessment, episode), substance_class="cocaine", name="Cocaine")
    pool, goes_on, counted = QThreadPool.globalInstance(), threading.Event(), list[object]()
    pool.setMaxThreadCount(max(2, pool.maxThreadCount()))

    def count_slowly_at_first(*entries: Any) -> tuple[str, str]:
        counted.append(entries)
        if len(counted) == 1:
            goes_on.wait(10)
        return in_words(*entries)

    monkeypatch.setattr(topics_count, "in_words", count_slowly_at_first)
    page = page_of(qtbot, AssessmentPage, store, episode.client)
    page.reveal(Place("assessment", "", Substance, used.id))
    count = child(page, "use_topics.count")
    child(page, "use_topics.larger_or_longer.input").setFocus()
    for letter in "yyyy":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
        page.keeper.flush()
    qtbot.waitUntil(lambda: "moderate" in count.text())
    goes_on.set()
    pool.waitForDone()
    QApplication.processEvents()
    assert "moderate" in count.text()


# -- what else is offered


def test_a_need_of_daily_life_offers_its_code(qtbot: QtBot, store: Store, episode: Episode) -> None:
    store.add(SocialNeeds, store.add(Assessment, episode), debt="yes")
    page = _page(qtbot, store, episode, "diagnosis")
    press(qtbot, page, "offered.Z59.868")
    kept = Diagnosis.get()
    assert (kept.code, kept.kind, kept.code_set) == ("Z59.868", "social", RELEASE)
    assert page.findChild(QWidget, "offered.Z59.868") is None or not child(page, "offered.Z59.868").isVisible()


def test_a_pair_nobody_looked_at_is_begun_from_its_button(qtbot: QtBot, store: Store, episode: Episode) -> None:
    use = store.add(Diagnosis, episode, kind="use_disorder", name="Alcohol use disorder")
    worry = store.add(Diagnosis, episode, kind="mental", name="Worry")
    page = _page(qtbot, store, episode, "co_occurring")
    press(qtbot, page, f"offered.{use.id}.{worry.id}")
    kept = CoOccurring.get()
    assert (kept.use_disorder, kept.condition) == (use, worry)
    assert [row.id for row in page._sheets["co_occurring"]._lists[0][0].rows] == [kept.id]


def test_what_began_with_use_is_looked_at_again_in_four_weeks(qtbot: QtBot, store: Store, episode: Episode) -> None:
    row = store.add(Diagnosis, episode, kind="mental", name="Low mood", onset="before")
    page = _page(qtbot, store, episode, "diagnosis")
    page.reveal(Place("diagnoses", "", Diagnosis, row.id))
    assert not child(page, "diagnosis.four_weeks").isVisible()
    store.save(row, onset="after")
    page.note_other_change()
    page.show_client(page.opened)
    page.reveal(Place("diagnoses", "", Diagnosis, row.id))
    press(qtbot, page, "diagnosis.four_weeks")
    kept = Diagnosis.get()
    assert (kept.review_on, kept.provisional) == (TODAY + datetime.timedelta(28), "yes")
    assert not child(page, "diagnosis.four_weeks").isVisible()


def test_what_was_found_for_one_client_is_gone_at_once_when_another_is_shown(
    qtbot: QtBot, store: Store, episode: Episode
) -> None:
    _asked(store, episode)
    store.add(Diagnosis, episode, name="Beer", kind="use_disorder")
    page = _page(qtbot, store, episode, "diagnosis")
    noted = child(page, "diagnosis.noted")
    qtbot.waitUntil(noted.isVisible, timeout=5000)
    page.reveal(Place("diagnoses", "counted"))
    qtbot.waitUntil(lambda: "Alcohol use disorder" in _said(page), timeout=5000)
    other, _episode = admitted(store, record_number="RD-000901")
    page.note_other_change()
    page.show_client(open_client(other.id))
    assert "Alcohol use disorder" not in _said(page)
    page.reveal(Place("diagnoses", "diagnosis"))
    assert not noted.isVisible()


def test_what_is_counted_for_a_section_that_is_gone_is_let_go(qtbot: QtBot, store: Store, episode: Episode) -> None:
    _asked(store, episode)
    page = _page(qtbot, store, episode, "counted")
    page._sheets["counted"].deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    qtbot.wait(300)  # what was counted meanwhile comes now; an error would fail the test
