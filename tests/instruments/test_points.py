"""Which answers each item of each form has, as printed on the published forms; every other answer is wrong.

The sources are those of the other tests here, form by form.
"""

from collections.abc import Collection

import pytest

from recovery_desktop.instruments import instrument, score
from tests.instruments.valid_answers import IDS, highest

Allowed = Collection[int | str]
YES_NO: Allowed = ("yes", "no")
OR_DECLINED: Allowed = ("yes", "no", "declined")
OFTEN: Allowed = range(4)
FIVE: Allowed = range(5)  # 0 to 4
ONE_OR_NONE: Allowed = range(2)
ALLOWED: dict[str, list[Allowed]] = {
    "phq-9": [OFTEN] * 10,
    "phq-2": [OFTEN] * 2,
    "gad-7": [OFTEN] * 7,
    "asq": [OR_DECLINED] * 4 + [YES_NO],
    "audit": [FIVE] * 8 + [(0, 2, 4)] * 2,
    "audit-c": [FIVE] * 3,
    "dast-10": [YES_NO] * 10,
    "cows": [
        *[(0, 1, 2, 4), (0, 1, 2, 3, 4), (0, 1, 3, 5), (0, 1, 2, 5)],  # pulse, sweating, restlessness, pupils
        *[(0, 1, 2, 4), (0, 1, 2, 4), (0, 1, 2, 3, 5)],  # aches, runny nose, GI upset
        *[(0, 1, 2, 4), (0, 1, 2, 4), (0, 1, 2, 4), (0, 3, 5)],  # tremor, yawning, anxiety, gooseflesh
    ],
    "ciwa-ar": [range(8)] * 9 + [FIVE],
    "bam": [FIVE] * 19 + [(0, 4, "no", "yes")] + [FIVE] * 3,  # 1-6, 7a-7g, 8-13; 14; 15-17
    "barc-10": [range(1, 7)] * 10,
    "pc-ptsd-5": [YES_NO] * 6,
    "pcl-5": [FIVE] * 20,
    "socrates-8a": [range(1, 6)] * 19,
    "socrates-8d": [range(1, 6)] * 19,
    "hark": [YES_NO] * 4,
    "peg": [range(11)] * 3,
    "ace": [YES_NO] * 10,
    "tea": [range(1, 11)] * 4,
    "pacs": [range(7)] * 5,
    "ftnd": [range(4), ONE_OR_NONE, ONE_OR_NONE, range(4), ONE_OR_NONE, ONE_OR_NONE],
    "assist": [(0, 2, 3, 4, 6), (0, 3, 4, 5, 6), (0, 4, 5, 6, 7), (0, 5, 6, 7, 8), (0, 3, 6), (0, 3, 6)],
    "tcuds-5": [ONE_OR_NONE] * 11,
    "cage-aid": [ONE_OR_NONE] * 4,
}
TRIED: list[int | str] = [*range(-2, 20), "yes", "no", "Yes", "NO", "4"]


@pytest.mark.parametrize("form_id", IDS)
def test_each_item_has_its_printed_answers_and_no_others(form_id: str) -> None:
    full = highest(form_id)
    items = instrument(form_id).items
    for item, allowed in zip(items, ALLOWED[form_id], strict=True):
        for answer in TRIED:
            found = score(form_id, full | {item.key: answer}, substance="alcohol")
            assert found.error_items == (() if answer in allowed else (item.key,)), (item.key, answer)
        assert len(item.answers) <= len(allowed)
        assert ("declined" in [each.value for each in item.answers]) == ("declined" in allowed)
