"""What answers come to as rows of a record: scores, alerts, and on what terms a questionnaire may be used."""

import pytest

from recovery_desktop.instruments import available
from recovery_desktop.plans.answered import (
    PRIVATE_FLAGS,
    SAFETY_FLAGS,
    alerts_of,
    form_of,
    recorded,
    score_of,
    terms_forbid,
)


def rows(instrument_id: str, *answers: object, **about: str) -> list[dict[str, object]]:
    found = score_of(instrument_id, {str(at): answer for at, answer in enumerate(answers, 1)}, **about)
    assert found is not None
    return recorded(found)


def test_a_total_has_its_value_its_highest_and_its_band() -> None:
    assert rows("gad-7", 2, 3, 3, 2, 1, 2, 1) == [{"value": 14, "highest": 21, "band": "moderate"}]


def test_a_total_of_nought_is_recorded() -> None:
    assert rows("phq-9", *[0] * 9) == [{"value": 0, "highest": 27, "band": "minimal"}]


def test_an_outcome_without_a_number_is_its_word() -> None:
    assert rows("asq", *["no"] * 4) == [{"band": "negative"}]


def test_the_total_comes_before_its_parts() -> None:
    assert [row.get("scale", "") for row in rows("audit", 2, 1, 1, 0, 0, 0, 1, 0, 0, 0)] == [
        "",
        "Consumption",
        "Dependence",
        "Problems",
    ]


def test_while_an_answer_is_missing_there_is_no_total() -> None:
    assert rows("phq-9", *[1] * 8) == []
    assert rows("phq-9", *[1] * 8, "declined") == []
    assert rows("asq", "yes", "no", "no", "no") == [], "the fifth question is open"


def test_a_wrong_answer_leaves_nothing_to_record() -> None:
    assert rows("phq-9", *[1] * 8, 7) == []
    assert rows("bam", 9, *[1] * 5) == []


def test_a_part_with_all_its_answers_is_recorded_alone() -> None:
    found = score_of("bam", {"4": 2, "5": 1, "6": 2})
    assert found is not None
    assert recorded(found) == [{"scale": "Use", "value": 5, "highest": 12, "band": "attention"}]


def test_what_is_not_known_here_has_neither_form_nor_score_nor_alert() -> None:
    assert form_of("our-own-10") is None
    assert score_of("our-own-10", {"1": 1}) is None
    assert alerts_of("our-own-10", {"1": 1}) == []


def test_a_form_comes_in_the_language_there_is() -> None:
    spanish, english = form_of("phq-9", "es"), form_of("bam", "es")
    assert spanish is not None and spanish.items[0].text.startswith("Poco interés")
    assert english is not None and english.language == "en"


@pytest.mark.parametrize(
    ("instrument_id", "answers", "flags"),
    [
        ("phq-9", {"9": 0}, []),
        ("phq-9", {"9": 1}, ["suicide_item_positive"]),
        ("asq", {"2": "declined"}, ["suicide_risk"]),
        ("asq", {"1": "yes", "5": "yes"}, ["suicide_risk_acute", "suicide_risk"]),
        ("hark", {"3": "yes"}, ["partner_violence"]),
        ("gad-7", {"1": 3}, []),
    ],
)
def test_a_safety_answer_counts_before_the_rest_is_answered(
    instrument_id: str, answers: dict[str, object], flags: list[str]
) -> None:
    assert [alert.flag for alert in alerts_of(instrument_id, answers)] == flags


def test_an_alert_names_the_last_item_that_raises_it() -> None:
    (alert,) = alerts_of("asq", {"1": "yes", "2": "no", "3": "yes"})
    assert (alert.name, alert.item) == ("ASQ", "3")


@pytest.mark.parametrize(
    ("instrument_id", "answers", "item"),
    [
        ("asq", {"1": "yes", "2": "no", "3": "no"}, "1"),
        ("asq", {"1": "no", "2": "declined", "3": "no", "4": "no"}, "2"),
        ("asq", {"1": "yes", "2": "no", "3": "no", "4": "no", "5": "yes"}, "5"),
        ("hark", {"1": "yes", "2": "no", "3": "no", "4": "no"}, "1"),
        ("phq-9", {"8": 3, "9": 1}, "9"),
    ],
)
def test_an_alert_stays_at_its_item_when_later_ones_are_denied(
    instrument_id: str, answers: dict[str, object], item: str
) -> None:
    assert alerts_of(instrument_id, answers)[0].item == item


def test_every_private_flag_is_a_safety_flag() -> None:
    assert set(PRIVATE_FLAGS) <= set(SAFETY_FLAGS)


@pytest.mark.parametrize("says", ["", "no"])
def test_until_a_practice_says_it_is_non_profit_the_stricter_terms_hold(says: str) -> None:
    assert terms_forbid(False, says) and not terms_forbid(True, says)
    assert not terms_forbid(False, "yes")
    assert any(not each.license.commercial_use for each in available())
