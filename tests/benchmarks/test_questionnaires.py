"""How long the window keeps still while a questionnaire is given: the longest between two moments at which it hears."""

import time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from recovery_desktop_ui.window import MainWindow

from recovery_desktop.instruments import instrument
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.benchmarks.turns import Step, longest
from tests.people import samples
from tests.ui.tabs.questionnaires.giving import at_questionnaires, choose, latest, sheet_of
from tests.ui.walks.keyboard import Keyboard
from tests.ui.windows import click, field, settle, type_keys

ROUNDS = 5


@pytest.fixture
def window(qtbot: QtBot, store: Store) -> MainWindow:
    samples(store)
    store.save(store.practice(), non_profit="yes")
    return at_questionnaires(qtbot, store, Client.get(Client.legal_family == "Shah"))


def pressed(window: MainWindow, name: str) -> Step:
    """Presses a button and does not wait for what follows."""
    return lambda: field(window, name).click()


def answer_all(window: MainWindow, instrument_id: str, questions: int) -> None:
    """Answers from the question with the cursor on, each with its first key."""
    for item in instrument(instrument_id).items[:questions]:
        if field(window, f"question.{item.key}").isEnabled():
            field(window, f"question.{item.key}").setFocus()
            type_keys(window, field(window, f"question.{item.key}").keys[0].sign)
    settle()


def a_round(window: MainWindow, instrument_id: str, half: int) -> list[tuple[str, Step, Step]]:
    """What a counselor does with one questionnaire, each with what comes before it and is not counted."""

    def chosen() -> None:
        choose(window, Keyboard(window), instrument_id)

    def nothing() -> None:
        pass

    def half_way() -> None:
        answer_all(window, instrument_id, half)
        sheet_of(window).given.close_row()

    def answered() -> None:
        answer_all(window, instrument_id, len(instrument(instrument_id).items))

    def closed() -> None:
        sheet_of(window).given.close_row()

    def reopen() -> None:
        sheet_of(window).given.open_row(latest().id)

    return [
        ("give", chosen, pressed(window, "questionnaire.give")),
        ("reopen half done", half_way, reopen),
        ("done", answered, pressed(window, "asking.done")),
        ("reopen finished", closed, reopen),
        ("each answer", nothing, pressed(window, "result.answers")),
        ("change the answers", nothing, pressed(window, "administration.change")),
    ]


@pytest.mark.parametrize("instrument_id", ["bam", "pcl-5", "ciwa-ar", "socrates-8a", "tcuds-5"])
def test_giving_a_questionnaire(benchmark: BenchmarkFixture, window: MainWindow, instrument_id: str) -> None:
    benchmark.group = f"longest stillness with {instrument_id}"
    benchmark.extra_info["milliseconds"] = 50
    found: dict[str, list[float]] = {}
    rounds = 1 if benchmark.disabled else ROUNDS
    for _round in range(rounds):
        for name, before, step in a_round(window, instrument_id, half=5):
            before()
            settle()
            found.setdefault(name, []).append(longest(step))
        sheet_of(window).given.close_row()
        settle()
    usual = {name: sorted(each)[rounds // 2] for name, each in found.items()}
    name = max(usual, key=lambda each: usual[each])
    benchmark.group += f" ({name})"
    benchmark.pedantic(lambda: time.sleep(usual[name]), rounds=1, iterations=1)


def test_while_the_client_answers(benchmark: BenchmarkFixture, window: MainWindow) -> None:
    benchmark.group = "longest stillness while the client answers"
    benchmark.extra_info["milliseconds"] = 50
    choose(window, Keyboard(window), "pcl-5")
    click(window, "questionnaire.give")
    settle()
    found = {"hand over": longest(pressed(window, "administration.client"))}
    found["begin"] = longest(pressed(window, "client.begin"))
    for number in range(1, 21):
        found[f"answer {number}"] = longest(lambda: type_keys(window, "2"))
    name = max(found, key=lambda each: found[each])
    benchmark.group += f" ({name})"
    benchmark.pedantic(lambda: time.sleep(found[name]), rounds=1, iterations=1)
