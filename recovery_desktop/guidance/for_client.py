"""Guidance for one client on a day: what the pages ask for."""

import datetime
from collections.abc import Mapping

from recovery_desktop.guidance.book import Book, rule_book
from recovery_desktop.guidance.engine import evaluate
from recovery_desktop.guidance.from_record import facts_of
from recovery_desktop.guidance.record import Row
from recovery_desktop.guidance.results import Guidance


def guidance_for(
    client: Row, today: datetime.date, book: Book | None = None, *, answers: Mapping[str, str] | None = None
) -> Guidance:
    """Facts and rules by the same thresholds: those of the book. `client` is a snapshot or `plain_client(...)`."""
    book = book or rule_book()
    return evaluate(facts_of(client, today, table=book.table), book, answers=answers)
