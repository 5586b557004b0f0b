"""The example client's plan through the window, by keys alone: made ready along what F8 names, signed, revised on day
30 as a step down, signed again; the first version stays as it was, byte for byte."""

import datetime
import hashlib
import json
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import clock

from recovery_desktop.desk.sealing import faults
from recovery_desktop.exchange.taking import take_client
from recovery_desktop.records.plan import LookedAt
from recovery_desktop.records.signed import SignedPlan
from recovery_desktop.records.store import Store
from tests.ui.walks.entering import fill
from tests.ui.walks.example import DAY_30, FIRST_PLAN, at_first_plan, of_day_30
from tests.ui.walks.keyboard import Keyboard
from tests.ui.walks.plan_hands import PlanHands, frozen, read
from tests.ui.walks.whole_client import Typist
from tests.ui.windows import opened_window

ANSWERS = {
    "service_accepted.span": {"service_accepted.span": 6, "service_accepted.span_unit": "months"},
    "plan_version.took_part": {"plan_version.took_part": "with"},
    "plan_version.reason_detail": {"plan_version.reason_detail": "BAM and GAD-7 are better; fewer hours."},
    "plan_version.satisfaction_asked": {"plan_version.satisfaction_asked": "yes"},
}
REVIEW = {
    "plan_review.progress": "BAM use 2, risk 8, protective 17; GAD-7 from 14 to 9.",
    "plan_review.client_view": "I did not think the tests would help. They do.",
    "plan_review.decision": "change",
    "plan_review.decision_reason": "Use attention stays; worry is mild now.",
    "plan_review.next_review_on": "2026-11-09",
}


@pytest.fixture(autouse=True)
def _on_the_day_of_the_first_plan() -> Iterator[None]:
    clock.use(datetime.date.fromisoformat(FIRST_PLAN))
    yield
    clock.use(None)


def test_a_plan_is_signed_and_stepped_down_by_keys_alone(qtbot: QtBot, store: Store) -> None:
    client = take_client(store, json.dumps(at_first_plan()).encode())
    typist = Typist(Keyboard(opened_window(qtbot, store, client=client)), at_first_plan())
    typist.take_over_staff()
    live(qtbot, store, typist)


@pytest.mark.long
def test_the_example_client_is_entered_signed_and_stepped_down_by_keys_alone(
    qtbot: QtBot, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    typist = Typist(Keyboard(opened_window(qtbot, store)), at_first_plan())
    typist.enter_everything()
    entered = typist.keyboard.total
    live(qtbot, store, typist)
    with capsys.disabled():
        sys.stdout.write(f"\n{entered} keys until the draft, {typist.keyboard.total - entered} for two versions\n")


def live(qtbot: QtBot, store: Store, typist: Typist) -> None:
    """Signs the draft that is there, revises it and signs again."""
    hands = PlanHands(qtbot, typist.keyboard, ANSWERS)
    hands.make_ready("A strength to build on.")
    assert "service_accepted.span" in hands.reached
    hands.sign()
    first = frozen(1)
    assert typist.keyboard.here() == f"signed_version.v{first.version_id}"
    assert "Version 1" in read(first) and "DRAFT" not in read(first)
    clock.use(datetime.date.fromisoformat(DAY_30))
    step_down(typist)
    hands.make_ready("It went well.")
    assert "plan_version.took_part" in hands.reached
    assert any(field.startswith("change") for field in hands.reached)
    hands.sign()
    second = frozen(2)
    assert [row.reason for row in LookedAt.select()] == ["It went well."]
    assert second.version.reason == "step_down" and "step down" in read(second).lower()
    assert fingerprint(frozen(1)) == fingerprint(first)
    assert faults(store.vault.database) == []


def step_down(typist: Typist) -> None:
    """The practice revision: its questionnaires, a short revision, fewer hours, and when the next step comes."""
    keyboard = typist.keyboard
    typist.enter_later(of_day_30())
    keyboard.press("Ctrl+8")
    keyboard.tab_to("reviews.revise.step_down")
    keyboard.press("Space")
    fill(keyboard, REVIEW)
    keyboard.tab_to("review.care.services")
    keyboard.press("Space")
    keyboard.tab_to("service_accepted.row1")
    keyboard.press("Space")
    fill(keyboard, {"service_accepted.times": 2, "service_accepted.change_reason": "every test was negative"})
    keyboard.press("Ctrl+S")


def fingerprint(signed: SignedPlan) -> tuple[str, str, str]:
    """Over every byte that was frozen, and the seal."""
    content, pdf = (hashlib.sha256(bytes(each)).hexdigest() for each in (signed.content, signed.pdf))
    return content, pdf, signed.seal
