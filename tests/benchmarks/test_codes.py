"""How long a diagnosis takes to find among all codes: once they are read, and the first time."""

from typing import Any

import pytest

from recovery_desktop.diagnoses import codes, search
from recovery_desktop.diagnoses.search import _near, _near_first, _sorted_codes, _texts, _words

ASKED = ("alcohol severe", "F1020", "ptsd", "opiod", "fracture femur", "xyzzy")


def forget() -> None:
    for kept in (codes._lines, codes.place_of, _texts, _sorted_codes, _near, _near_first, _words):
        kept.cache_clear()


@pytest.mark.parametrize("words", ASKED)
def test_finding(benchmark: Any, words: str) -> None:
    benchmark.group = f"finding “{words}” among all codes"
    benchmark.extra_info["milliseconds"] = 50
    search(words)
    benchmark.pedantic(search, args=(words,), rounds=20)


@pytest.mark.parametrize("words", ASKED)
def test_finding_floor(benchmark: Any, words: str) -> None:
    """Only looking for one piece of text in every title."""
    benchmark.group = f"finding “{words}” among all codes"
    titles = codes.texts()
    benchmark.pedantic(lambda: sum(words in title for title in titles), rounds=20)


def test_the_first_search(benchmark: Any) -> None:
    """In another thread, while the page of the diagnoses opens."""
    benchmark.group = "first search of a code"
    assert benchmark.pedantic(search, args=("alcohol severe",), setup=forget, rounds=5)
