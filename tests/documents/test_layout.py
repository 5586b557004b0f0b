"""Pages are parted where a reader would part them: no heading alone, rows whole, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_desktop.documents.blocks import Block, Rule, Text
from recovery_desktop.documents.columns import Column, Row
from recovery_desktop.documents.document import paginate
from recovery_desktop.documents.look import BODY, CELL
from recovery_desktop.documents.tables import Heading, Table, table

WIDTH, HEIGHT = 400.0, 300.0
LINE = BODY.lead


def lines(count: int, **more: bool) -> Text:
    return Text("\n".join(f"line {n}" for n in range(count)), BODY, **more)


def heights(pages: list[Block]) -> list[float]:
    return [page.height(WIDTH) for page in pages]


@given(st.lists(st.tuples(st.integers(1, 60), st.booleans()), min_size=1, max_size=12))
def test_every_page_fits_and_all_lines_are_there(pieces: list[tuple[int, bool]]) -> None:
    body = Column([lines(count, glue=glue) for count, glue in pieces])
    pages = paginate(body, WIDTH, HEIGHT)
    assert max(heights(pages)) <= HEIGHT + 0.1
    assert sum(heights(pages)) == pytest.approx(body.height(WIDTH))


def test_a_text_leaves_no_single_line_on_either_page() -> None:
    page = int(HEIGHT / LINE)
    first, second = paginate(Column([lines(page + 1)]), WIDTH, HEIGHT)
    assert round(second.height(WIDTH) / LINE) == 2
    with_rule = Column([Rule(tall=HEIGHT - 1.5 * LINE), lines(3)])
    assert round(paginate(with_rule, WIDTH, HEIGHT)[1].height(WIDTH) / LINE) == 3
    assert first.height(WIDTH) < HEIGHT


def test_what_is_glued_moves_with_what_follows() -> None:
    pages = paginate(Column([lines(15), lines(2, glue=True), Rule(tall=200)]), WIDTH, HEIGHT)
    assert round(pages[0].height(WIDTH) / LINE) == 15
    pages = paginate(Column([lines(15, glue=True), Rule(tall=200)]), WIDTH, HEIGHT)
    assert round(pages[0].height(WIDTH) / LINE) == 13, "two lines of the text go along"


def test_a_kept_column_is_parted_only_when_no_page_holds_it() -> None:
    whole = Column([lines(10), lines(10)], keep=1)
    pages = paginate(Column([lines(5), whole]), WIDTH, HEIGHT)
    assert [round(tall / LINE) for tall in heights(pages)] == [5, 20]
    assert len(paginate(Column([lines(30), lines(10)], keep=1), WIDTH, HEIGHT)) == 2


def test_all_cells_of_a_row_higher_than_a_page_are_parted() -> None:
    row = Row([lines(50), lines(3), lines(70)], [200, 100, 100], level=False)
    pages = paginate(Column([row]), WIDTH, HEIGHT)
    assert sum(heights(pages)) == pytest.approx(70 * LINE)


def test_a_block_that_cannot_be_parted_is_an_error_and_not_cut_off() -> None:
    with pytest.raises(ValueError, match="higher than a page"):
        paginate(Column([Rule(tall=HEIGHT + 1)]), WIDTH, HEIGHT)


def plain_table(rows: int, tall: int = 1) -> Table:
    return table(
        [Heading("No.", 1), Heading("Text", 3)], [[str(n), "\n".join("ab" * tall)] for n in range(rows)], WIDTH
    )


def rows_by_page(pages: list[Block]) -> list[int]:
    return [
        len(part.rows) for page in pages if isinstance(page, Column) for part in page.kids if isinstance(part, Table)
    ]


def test_a_short_table_stays_whole_and_a_long_one_keeps_two_rows_on_each_side() -> None:
    assert rows_by_page(paginate(Column([lines(17), plain_table(2)]), WIDTH, HEIGHT)) == [2]
    parts = rows_by_page(paginate(Column([plain_table(10)]), WIDTH, HEIGHT))
    assert sum(parts) == 10 and min(parts) >= 2


def test_rows_are_whole_unless_they_are_higher_than_half_a_page() -> None:
    for tall, pages in ((4, [2, 2]), (20, [1, 1, 1, 1])):
        parts = paginate(Column([plain_table(len(pages) if tall == 20 else 4, tall)]), WIDTH, HEIGHT)
        assert max(heights(parts)) <= HEIGHT + 0.1
    one = paginate(Column([plain_table(1, 40)]), WIDTH, HEIGHT)
    assert len(one) > 2 and sum(rows_by_page(one)) == len(one)


def test_a_column_in_which_no_row_says_anything_is_left_out() -> None:
    made = table([Heading("A", 1), Heading("B", 1), Heading("C", 2)], [["x", "", "z"], ["y", "", ""]], WIDTH)
    assert [cell.text for cell in made.rows[0].cells if isinstance(cell, Text)] == ["x", "z"]
    assert sum(made.rows[0].widths) == pytest.approx(WIDTH)


def test_cells_of_a_row_share_the_baseline_of_their_first_lines() -> None:
    row = Row([Text("small", CELL), Text("large", BODY)], [100, 100])
    sinks = [sink for _cell, _left, _wide, sink in row.places()]
    assert sinks == [pytest.approx(BODY.size - CELL.size), 0]
