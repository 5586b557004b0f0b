"""The local directory of help as a CSV file, for a spreadsheet program or another practice."""

import errno
from pathlib import Path
from typing import Any

from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.csv_cells import csv_of
from recovery_desktop.files import write_atomically
from recovery_desktop.records.fields import Described, Several
from recovery_desktop.records.practice import Resource
from recovery_desktop.text import _

BETWEEN = "; "
"""What stands between several choices in one cell."""


class DirectoryNotWritten(KnownError):
    """The chosen place does not take the file."""

    def __init__(self, error: OSError) -> None:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = _("the disk is full") if full else error.strerror or str(error)
        super().__init__(
            _("The directory could not be written there: {reason}.").format(reason=reason),
            _("The directory is unchanged; a file of that name is as it was."),
            _("Choose a folder that you may write to and that has room, and save it again."),
        )


def directory_file() -> bytes:
    """All entries of the directory by name, as the bytes of a CSV file."""
    fields = Resource.described()
    entries = Resource.select().order_by(Resource.name, Resource.position, Resource.id)
    heads = [str(field.verbose_name) for field in fields.values()]
    return csv_of([heads, *([_cell(field, getattr(one, name)) for name, field in fields.items()] for one in entries)])


def _cell(field: Described, value: Any) -> str:
    if field.is_empty(value):
        return ""
    plain = field.to_plain(value)
    return BETWEEN.join(plain) if isinstance(field, Several) else str(plain)


def write_directory(content: bytes, path: Path) -> None:
    """Writes the file; it is whole or absent. Raises DirectoryNotWritten."""
    try:
        write_atomically(path, content)
    except OSError as error:
        raise DirectoryNotWritten(error) from error
