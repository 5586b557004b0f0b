"""The example client's questionnaires, typed in from the printed answers, give the printed scores."""

import json
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from recovery_desktop.assets import resources
from recovery_desktop.records.store import Store
from tests.ui.tabs.questionnaires.giving import at_questionnaires, give, latest, scores

Scores = list[dict[str, Any]]


def total(value: float, highest: float, band: str) -> Scores:
    return [{"value": value, "highest": highest, "band": band}]


def scale(name: str, value: float, highest: float, band: str = "") -> dict[str, Any]:
    return {"scale": name, "value": value, "highest": highest} | ({"band": band} if band else {})


WORDED_ANOTHER_WAY = ("audit",)
"""In the client file the third part of the AUDIT is called Problems."""
S = "s"  # an item of BAM that was not asked
INTAKE: tuple[tuple[str, str, Scores], ...] = (
    (
        "audit",
        "2110001000",
        [
            *total(5, 40, "zone I"),
            scale("Consumption", 4, 12),
            scale("Dependence", 0, 12),
            scale("Problems", 1, 16),
        ],
    ),
    ("dast-10", "yynnyynnnn", total(5, 10, "moderate")),
    ("phq-9", "112211100", total(9, 27, "mild")),
    ("asq", "nnnn", [{"band": "negative"}]),
    ("gad-7", "2332121", total(14, 21, "moderate")),
    ("pc-ptsd-5", "n", total(0, 5, "no exposure, items not asked")),
    ("hark", "nnnn", total(0, 4, "negative")),
    (
        "bam",
        "233212" + 7 * S + "2203144132",
        [
            scale("Use", 5, 12, "attention"),
            scale("Risk", 14, 24, "attention"),
            scale("Protective", 14, 24, "no attention"),
        ],
    ),
    ("barc-10", "5333444544", total(39, 60, "below 47")),
    (
        "socrates-8d",
        "5444334434444454333",
        [scale("Recognition", 29, 35), scale("Ambivalence", 15, 20), scale("Taking Steps", 28, 40)],
    ),
)
DAY_30: tuple[tuple[str, str, Scores], ...] = (
    (
        "bam",
        "122101" + 7 * S + "131224403",
        [
            scale("Use", 2, 12, "attention"),
            scale("Risk", 8, 24, "no attention"),
            scale("Protective", 17, 24, "no attention"),
        ],
    ),
    ("gad-7", "1221111", total(9, 21, "mild")),
)


def _in_client_file() -> dict[tuple[str, str], dict[str, Any]]:
    plain = json.loads((resources() / "sample" / "priya-shah.json").read_bytes())
    given = plain["client"]["episodes"][0]["administrations"]
    return {(each["instrument"], each["given_on"]): each for each in given}


@pytest.mark.parametrize(("rows", "day"), [(INTAKE, "2026-09-10"), (DAY_30, "2026-10-10")], ids=["intake", "day 30"])
def test_the_answers_typed_in_give_the_expected_scores(
    qtbot: QtBot, store: Store, rows: tuple[tuple[str, str, Scores], ...], day: str
) -> None:
    store.save(store.practice(), non_profit="yes")
    window = at_questionnaires(qtbot, store)
    filed = _in_client_file()
    for instrument_id, keys, expected in rows:
        keyboard = give(window, instrument_id)
        keyboard.type(keys)
        keyboard.press("Return")
        given, kept = latest(), filed[instrument_id, day]
        assert (given.instrument, given.responses) == (instrument_id, kept["responses"])
        assert keyboard.total == len(keys) + 1, "one key for each answer, and Enter"
        found = scores(given)
        assert found == expected, instrument_id
        if instrument_id not in WORDED_ANOTHER_WAY:
            assert found == kept["scores"], instrument_id
