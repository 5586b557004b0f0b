"""Where something stands in the window."""

from dataclasses import dataclass

from recovery_desktop.records.base import Record


@dataclass(frozen=True)
class Place:
    """A page by its key, a section of it, and there a row, of which perhaps one field. Numbers and names only, no
    text of a client: it is kept while the window is locked."""

    page: str = ""
    section: str = ""
    model: type[Record] | None = None
    number: int = 0
    field: str = ""
