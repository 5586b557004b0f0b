"""Cells of a CSV file that a spreadsheet program shows as text and never runs as a formula, and back to what they were.

A cell that such a program would run gets an apostrophe before it; so does one that has apostrophes and then such a
sign, or the way back would take one too many.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_RUNS = "=+\\-@\t\r\n＝＋－＠"
_GUARDED_OUT = re.compile(f"'*[{_RUNS}]")
_GUARDED_IN = re.compile(f"'+[{_RUNS}]")


def guarded(cell: str) -> str:
    """The cell as it is written."""
    return f"'{cell}" if _GUARDED_OUT.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before it was written."""
    return cell[1:] if _GUARDED_IN.match(cell) else cell


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a file that every spreadsheet program opens as UTF-8."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def rows_of(content: str, longest: int) -> list[list[str]]:
    """The rows of a file; one without cells is empty. Raises ValueError when it is no CSV file."""
    before = csv.field_size_limit(longest)
    try:
        read = list(csv.reader(io.StringIO(content, newline=""), strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    finally:
        csv.field_size_limit(before)
    return [[unguarded(cell) for cell in row] for row in read]
