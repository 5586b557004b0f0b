"""Every row of the mapping from use disorders to ICD-10-CM codes, severity, remission and withdrawal.

Source of the rows: section 3 of the clinical content, checked there in the tables of the April 2026 release.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.diagnoses import TOPICS, code_for, lookup

MILD, MODERATE, SEVERE = 2, 4, 6
ROWS = {  # mild, severe, mild in remission, severe in remission, mild with withdrawal, severe with withdrawal
    "alcohol": ("F10.10", "F10.20", "F10.11", "F10.21", "F10.130", "F10.230"),
    "opioid": ("F11.10", "F11.20", "F11.11", "F11.21", "F11.13", "F11.23"),
    "cannabis": ("F12.10", "F12.20", "F12.11", "F12.21", "F12.13", "F12.23"),
    "sedative": ("F13.10", "F13.20", "F13.11", "F13.21", "F13.130", "F13.230"),
    "cocaine": ("F14.10", "F14.20", "F14.11", "F14.21", "F14.13", "F14.23"),
    "stimulant": ("F15.10", "F15.20", "F15.11", "F15.21", "F15.13", "F15.23"),
    "hallucinogen": ("F16.10", "F16.20", "F16.11", "F16.21", None, None),
    "phencyclidine": ("F16.10", "F16.20", "F16.11", "F16.21", None, None),
    "inhalant": ("F18.10", "F18.20", "F18.11", "F18.21", None, None),
    "other": ("F19.10", "F19.20", "F19.11", "F19.21", "F19.130", "F19.230"),
    "tobacco": ("F17.200", "F17.200", "F17.201", "F17.201", "F17.203", "F17.203"),
}
PRODUCTS = {
    None: ("F17.200", "F17.201", "F17.203"),
    "cigarettes": ("F17.210", "F17.211", "F17.213"),
    "chewing": ("F17.220", "F17.221", "F17.223"),
    "other": ("F17.290", "F17.291", "F17.293"),
}
NO_WITHDRAWAL = [name for name, row in ROWS.items() if row[4] is None]


@pytest.mark.parametrize(("name", "row"), ROWS.items(), ids=ROWS)
def test_the_plain_codes(name: str, row: tuple[str, ...]) -> None:
    mild, severe = row[:2]
    assert [code_for(name, topics).code for topics in (2, 3)] == [mild] * 2
    assert [code_for(name, topics).code for topics in (4, 5, 6, 10)] == [severe] * 4


@pytest.mark.parametrize(("name", "row"), ROWS.items(), ids=ROWS)
def test_the_codes_in_remission(name: str, row: tuple[str, ...]) -> None:
    for months in (3, 11.9, 12, 240):
        assert code_for(name, MILD, months_since=months).code == row[2]
        assert code_for(name, SEVERE, months_since=months).code == row[3]


@pytest.mark.parametrize(("name", "row"), ROWS.items(), ids=ROWS)
def test_the_codes_with_withdrawal_take_the_place_of_the_plain_ones(name: str, row: tuple[str, ...]) -> None:
    if name in NO_WITHDRAWAL:
        with pytest.raises(ValueError, match="no withdrawal"):
            code_for(name, SEVERE, withdrawal="uncomplicated")
        return
    assert code_for(name, MILD, withdrawal="uncomplicated").code == row[4]
    assert code_for(name, MODERATE, withdrawal="uncomplicated").code == row[5]
    assert "place" in code_for(name, SEVERE, withdrawal="uncomplicated").explanation


@pytest.mark.parametrize(("name", "stem"), [("alcohol", "F10"), ("sedative", "F13"), ("other", "F19")])
def test_delirium_and_disturbed_perception_have_codes_where_the_release_has_them(name: str, stem: str) -> None:
    assert code_for(name, MILD, withdrawal="delirium").code == f"{stem}.131"
    assert code_for(name, SEVERE, withdrawal="delirium").code == f"{stem}.231"
    assert code_for(name, SEVERE, withdrawal="perceptual").code == f"{stem}.232"


@pytest.mark.parametrize("name", ["opioid", "cannabis", "cocaine", "stimulant", "tobacco"])
@pytest.mark.parametrize("withdrawal", ["delirium", "perceptual"])
def test_where_the_release_has_one_withdrawal_code_no_other_is_invented(name: str, withdrawal: str) -> None:
    with pytest.raises(ValueError, match="no code of its own"):
        code_for(name, SEVERE, withdrawal=withdrawal)


@pytest.mark.parametrize(("product", "codes"), PRODUCTS.items())
def test_tobacco_by_product(product: str | None, codes: tuple[str, str, str]) -> None:
    assert code_for("tobacco", MILD, product=product).code == codes[0]
    assert code_for("tobacco", SEVERE, product=product).code == codes[0]
    assert code_for("tobacco", SEVERE, product=product, months_since=5).code == codes[1]
    assert code_for("tobacco", SEVERE, product=product, withdrawal="uncomplicated").code == codes[2]


def test_mild_tobacco_names_the_other_code_that_is_known_for_it() -> None:
    assert "Z72.0" in code_for("tobacco", MILD).explanation
    assert "Z72.0" not in code_for("tobacco", MODERATE).explanation


@pytest.mark.parametrize(
    ("topics", "severity"),
    [
        (0, "none"),
        (1, "none"),
        (2, "mild"),
        (3, "mild"),
        (4, "moderate"),
        (5, "moderate"),
        (6, "severe"),
        (11, "severe"),
    ],
)
def test_severity_by_the_number_of_topics(topics: int, severity: str) -> None:
    for given_as in (topics, TOPICS[:topics], set(TOPICS[:topics])):
        found = code_for("alcohol", given_as)
        assert (found.severity, found.topics_counted) == (severity, topics)
        assert (found.code is None) == (severity == "none")


@pytest.mark.parametrize(
    ("months", "remission"),
    [(None, None), (0, None), (2.9, None), (3, "early"), (11.9, "early"), (12, "sustained"), (100, "sustained")],
)
def test_remission_by_months_without_a_topic(months: float | None, remission: str | None) -> None:
    found = code_for("cocaine", SEVERE, months_since=months)
    assert found.remission == remission
    assert (found.code == "F14.21") == (remission is not None)


@pytest.mark.parametrize("name", ["opioid", "sedative", "stimulant"])
def test_taken_as_prescribed_tolerance_and_withdrawal_do_not_count(name: str) -> None:
    topics = ["tolerance", "withdrawal", "craving", "hazardous"]
    assert (code_for(name, topics).severity, code_for(name, topics).topics_counted) == ("moderate", 4)
    found = code_for(name, topics, taken_as_prescribed=True)
    assert (found.severity, found.topics_counted) == ("mild", 2)
    assert "tolerance and withdrawal do not count" in found.explanation
    with pytest.raises(ValueError, match="names of the topics"):
        code_for(name, 4, taken_as_prescribed=True)


@pytest.mark.parametrize("name", ["alcohol", "cannabis", "cocaine", "tobacco"])
def test_for_other_classes_they_count_all_the_same(name: str) -> None:
    assert code_for(name, ["tolerance", "withdrawal"], taken_as_prescribed=True).topics_counted == 2


@pytest.mark.parametrize("name", NO_WITHDRAWAL)
def test_where_there_is_no_withdrawal_it_is_no_topic(name: str) -> None:
    found = code_for(name, ["withdrawal", "craving", "hazardous"])
    assert found.topics_counted == 2
    assert "Withdrawal is no topic" in found.explanation
    assert code_for(name, 10).severity == "severe"
    with pytest.raises(ValueError, match="0 to 10"):
        code_for(name, 11)


def test_further_words_change_no_code() -> None:
    plain = code_for("opioid", SEVERE, months_since=14)
    worded = code_for("opioid", SEVERE, months_since=14, maintenance_therapy=True, controlled_environment=True)
    assert worded.code == plain.code == "F11.21"
    assert worded.specifiers == ("on maintenance therapy", "in a controlled environment")
    assert worded.display == (
        "Opioid use disorder, severe, in sustained remission, on maintenance therapy, in a controlled environment"
    )


def test_a_controlled_environment_is_only_said_of_a_remission() -> None:
    found = code_for("alcohol", SEVERE, controlled_environment=True)
    assert found.specifiers == ()
    assert "only added to a remission" in found.explanation


@pytest.mark.parametrize(
    ("arguments", "options", "reason"),
    [
        (("beer", 2), {}, "no class"),
        (("alcohol", -1), {}, "0 to 11"),
        (("alcohol", 12), {}, "0 to 11"),
        (("alcohol", True), {}, "number or their names"),
        (("alcohol", 2.5), {}, "number or their names"),
        (("alcohol", None), {}, "number or their names"),
        (("alcohol", "craving"), {}, "number or their names"),
        (("alcohol", ["thirst"]), {}, "no topic 'thirst'"),
        (("alcohol", 6), {"months_since": -1}, "from 0 on"),
        (("alcohol", 6), {"months_since": float("nan")}, "from 0 on"),
        (("alcohol", 6), {"months_since": "4"}, "from 0 on"),
        (("alcohol", 6), {"withdrawal": "bad"}, "uncomplicated, delirium, perceptual"),
        (("alcohol", 6), {"withdrawal": "delirium", "months_since": 6}, "exclude each other"),
        (("alcohol", 6), {"product": "cigarettes"}, "only tobacco"),
        (("tobacco", 6), {"product": "pipe"}, "cigarettes, chewing or other"),
        (("tobacco", 6), {"product": ""}, "cigarettes, chewing or other"),
        (("alcohol", 6), {"maintenance_therapy": True}, "opioid and tobacco"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(arguments: Any, options: Any, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        code_for(*arguments, **options)


_OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "taken_as_prescribed": st.booleans(),
        "months_since": st.one_of(st.none(), st.floats(0, 600)),
        "maintenance_therapy": st.booleans(),
        "controlled_environment": st.booleans(),
        "withdrawal": st.sampled_from([None, "uncomplicated", "delirium", "perceptual"]),
        "product": st.sampled_from([None, "cigarettes", "chewing", "other"]),
    },
)


@given(st.sampled_from(list(ROWS)), st.one_of(st.integers(0, 11), st.sets(st.sampled_from(TOPICS))), _OPTIONS)
def test_whatever_is_given_the_code_is_a_billable_one_of_the_release_or_there_is_a_reason(
    name: str, topics: Any, options: dict[str, Any]
) -> None:
    try:
        found = code_for(name, topics, **options)
    except ValueError as error:
        assert str(error).endswith(".")
        return
    assert found.explanation and found.display
    if found.code is None:
        assert found.severity == "none"
    else:
        entry = lookup(found.code)
        assert entry is not None and entry.billable
        assert ("remission" in entry.title) == (found.remission is not None)
        assert entry.code in found.explanation
