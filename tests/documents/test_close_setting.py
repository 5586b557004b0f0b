"""What saves pages: scores of a questionnaire on one row, signatures beside each other, lists in even columns."""

from dataclasses import replace

import pytest

from recovery_desktop.documents.calendar import Calendar, Doing
from recovery_desktop.documents.columns import Row
from recovery_desktop.documents.finding_pages import scores
from recovery_desktop.documents.large_type import Listing, lists_side_by_side
from recovery_desktop.documents.look import Grid
from recovery_desktop.documents.paper import Paper, Signature
from recovery_desktop.documents.pen import Pen
from recovery_desktop.documents.plan_findings import Area, AreaState, Score, ScoreCourse, ScoreReading
from recovery_desktop.documents.sections import in_two_columns
from recovery_desktop.documents.signatures import signature_lines
from recovery_desktop.documents.tables import Table
from recovery_desktop.documents.wheel import wheel

WIDTH = Grid(Paper.LETTER).width
GIVEN = [
    Score("PHQ-9", "low mood", "21 Sep 2026", "13 of 27", "moderate"),
    Score("PHQ-9", "low mood", "30 Sep 2026", "12 of 27", "moderate", "−1"),
    Score("PHQ-9", "low mood", "21 Oct 2026", "7 of 27", "mild", "−5"),
    Score("ASQ", "suicide risk", "21 Sep 2026", "", "negative"),
    Score("ASQ", "suicide risk", "21 Oct 2026", "", "negative"),
]
COURSE = ScoreCourse("PHQ-9", "In words.", 0, 27, (ScoreReading("21 Sep", 0, 13), ScoreReading("21 Oct 2026", 1, 7)))


def rows_of(courses: tuple[ScoreCourse, ...]) -> list[list[str]]:
    made = scores(GIVEN, courses, WIDTH)
    assert made is not None
    table = next(block for block in made.kids if isinstance(block, Table))
    return [[getattr(cell, "text", "") for cell in row.cells] for row in table.rows]


def test_a_questionnaire_whose_course_is_drawn_has_one_row_with_its_first_and_last_result() -> None:
    assert rows_of((COURSE,)) == [
        ["PHQ-9", "low mood", "13 of 27; moderate, 21 Sep 2026", "7 of 27; mild, 21 Oct 2026", "−1, −5"],
        ["ASQ", "suicide risk", "negative, 21 Sep 2026", "", ""],
        ["ASQ", "suicide risk", "negative, 21 Oct 2026", "", ""],
    ]


def test_without_a_drawing_each_result_has_its_row() -> None:
    assert len(rows_of(())) == len(GIVEN)
    assert len(rows_of((replace(COURSE, name="PHQ-9, item 9"),))) == 3
    assert len(rows_of((replace(COURSE, name="PHQ-90"),))) == len(GIVEN)


@pytest.mark.parametrize(("count", "lines"), [(1, 1), (2, 1), (3, 2), (4, 2)])
def test_two_sign_beside_each_other(count: int, lines: int) -> None:
    signers = [Signature("Client", f"Signer {number}") for number in range(count)]
    assert len(signature_lines(signers, WIDTH).kids) == lines


def test_where_there_is_much_to_say_of_a_signature_each_has_the_whole_width() -> None:
    declined = Signature("Client", "Cy T.", not_signed="Declined, 3 March 2026: " + "wants to think about it. " * 6)
    assert len(signature_lines([declined, Signature("Counselor", "Dana")], WIDTH).kids) == 2


def test_a_list_in_two_columns_is_parted_where_both_are_even() -> None:
    texts = ["short"] * 4 + ["a much longer text that goes on over several lines of its column " * 2] * 3
    made = in_two_columns(texts, 300)
    assert isinstance(made, Row)
    left, right = (cell.height(140) for cell in made.cells)
    assert max(left, right) < 1.6 * min(left, right)
    assert in_two_columns([], 300) is None and in_two_columns([""], 300) is None


class Recording(Pen):
    """A pen that keeps where names are written."""

    def __init__(self) -> None:
        self.written: list[tuple[float, float, float, float]] = []

    def write(self, left, top, width, lines, style, hang=0) -> None:  # type: ignore[no-untyped-def]
        wide = max(line.width for line in lines)
        start = left - wide * style.align
        self.written.append((start, start + wide, top - len(lines) * style.lead, top))

    def wedge(self, *_where: object) -> None: ...

    def disc(self, *_where: object) -> None: ...


def test_no_two_names_on_the_wheel_touch() -> None:
    names = ["Mental", "Emotional", "Physical", "Social", "Spiritual", "Family", "Housing", "Work", "Money", "Legal"]
    areas = [Area(name, AreaState.NOT_ASKED) for name in (*names, "Learning and leisure")]
    pen = Recording()
    wheel(areas).paint(pen, 0, 0)
    boxes = pen.written
    assert len(boxes) == len(areas)
    for i, (left, right, low, high) in enumerate(boxes):
        for left2, right2, low2, high2 in boxes[i + 1 :]:
            assert right <= left2 or right2 <= left or high <= low2 or high2 <= low


def test_a_calendar_ends_a_page_between_two_things_and_names_the_time_again() -> None:
    often = [Doing("Once a week", f"Group {number}", "60 minutes") for number in range(9)]
    whole = Calendar((Doing("Monday", "Visit"), *often))
    parts = whole.split(WIDTH, whole.height(WIDTH) / 2, 700)
    assert parts is not None
    upper, lower = parts
    assert isinstance(upper, Calendar) and isinstance(lower, Calendar)
    assert (*upper.doings, *lower.doings) == whole.doings and min(len(upper.doings), len(lower.doings)) >= 2
    assert upper.height(WIDTH) <= whole.height(WIDTH) / 2
    assert lower.doings[0].when == "Once a week"
    assert upper.key is lower.key, "a screen reader meets one table"


def test_a_calendar_with_one_endless_entry_is_parted_within_it() -> None:
    endless = Calendar((Doing("Monday", "Visit"), Doing("Tuesday", "Talk", "and on and on " * 3000)))
    parts = endless.split(WIDTH, 700, 700)
    assert parts is not None and parts[0].height(WIDTH) <= 700.01


def test_a_list_alone_has_the_whole_width() -> None:
    alone, other = (
        Listing("If I am in crisis", ("A longer text, told at length. " * 8,)),
        Listing("This helps me", ("Tea",)),
    )
    whole = lists_side_by_side([[Listing("Nothing", ("",))], [alone]], WIDTH)
    halves = lists_side_by_side([[other], [alone]], WIDTH)
    assert whole is not None and halves is not None
    assert whole.height(WIDTH) < 0.75 * halves.height(WIDTH)
    assert lists_side_by_side([[Listing("Nothing", ())], []], WIDTH) is None
