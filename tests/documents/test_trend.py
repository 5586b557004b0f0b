"""The drawing of a score over time: what it says stands in its alternate text, and every number where it belongs."""

import pytest

from recovery_desktop.documents.plan_findings import ScoreBand, ScoreCourse, ScoreReading
from recovery_desktop.documents.trend import trend
from recovery_desktop.plans.plan_courses import score_courses
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.store import Store
from tests.ui.tabs.showing import sample_client

BANDS = (ScoreBand(0, "minimal"), ScoreBand(5, "mild"), ScoreBand(10, "moderate"), ScoreBand(15, "severe"))


class Recording:
    """A pen that keeps what is drawn, for looking at places."""

    def __init__(self) -> None:
        self.labels: list[tuple[float, float, str]] = []
        self.discs: list[tuple[float, float]] = []

    def label(self, x: float, baseline: float, words: str, *_style: object) -> None:
        self.labels.append((x, baseline, words))

    def disc(self, x: float, y: float, *_look: object) -> None:
        self.discs.append((x, y))

    def line(self, *_where: object) -> None: ...

    def rule(self, *_where: object) -> None: ...

    def panel(self, *_where: object) -> None: ...


def drawn(*readings: tuple[float, float], bands: tuple[ScoreBand, ...] = BANDS) -> Recording:
    listed = tuple(ScoreReading(f"day {i}", place, value) for i, (place, value) in enumerate(readings))
    pen = Recording()
    figure = trend(ScoreCourse("GAD-7", "In words.", 0, 21, listed, bands), 240)
    figure.paint(pen, 0, 0)  # type: ignore[arg-type]
    assert figure.alt == "In words."
    assert all(-1 <= x <= 241 and -1 <= y <= figure.tall for x, y, _words in pen.labels)
    return pen


def test_higher_values_stand_higher_and_later_days_further_right() -> None:
    pen = drawn((0, 14), (0.5, 16), (1, 9))
    (x1, y1), (x2, y2), (x3, y3) = pen.discs
    assert x1 < x2 < x3 and y3 < y1 < y2


def test_every_value_and_the_ends_of_range_and_time_are_written() -> None:
    words = [words for _x, _y, words in drawn((0, 14), (1, 9)).labels]
    for each in ("GAD-7", "0", "21", "14", "9", "day 0", "day 1", "minimal", "mild", "moderate", "severe"):
        assert each in words


def test_values_that_stand_too_close_are_left_to_the_table() -> None:
    words = [words for _x, _y, words in drawn((0, 4), *((0.5 + i / 100, 5 + i) for i in range(4)), (1, 9)).labels]
    assert "4" in words and "9" in words
    assert not {"5", "6", "7", "8"} & set(words)


def test_values_outside_the_range_stay_inside_the_drawing() -> None:
    assert len(drawn((0, -5), (1, 400)).discs) == 2


@pytest.mark.parametrize("bands", [(), BANDS[:1]])
def test_a_score_without_bands_is_drawn_as_well(bands: tuple[ScoreBand, ...]) -> None:
    assert len(drawn((0, 1), (1, 2), bands=bands).discs) == 2


def test_the_example_client_has_the_courses_of_her_second_month(store: Store) -> None:
    client = take(sample_client(store, "priya-shah").id)
    found = {each.name: each for each in score_courses(client, client.rows("episodes")[0])}
    assert {name: [r.value for r in each.readings] for name, each in found.items()} == {
        "GAD-7": [14, 9],
        "BAM, Use": [5, 2],
        "BAM, Risk": [14, 8],
        "BAM, Protective": [14, 17],
    }
    assert found["GAD-7"].sentence == "GAD-7: 14 on 10 September 2026, 9 on 10 October 2026; lower is better."
