"""Files that leave the program: whole or absent, and what is said where a folder takes none."""

import errno
from pathlib import Path

from recovery_desktop.errors import KnownError
from recovery_desktop.files import write_atomically
from recovery_desktop.text import _


class FolderNotWritable(KnownError):
    """The folder chosen for the files cannot be used."""

    def __init__(self, error: OSError) -> None:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = _("the disk is full") if full else error.strerror or str(error)
        super().__init__(
            _("The file could not be written to the folder: {reason}.").format(reason=reason),
            _("The records are unchanged; files written before are whole."),
            _("Choose a folder that you may write to and that has room, and export again."),
        )


def write_file(content: bytes, path: Path) -> None:
    """Writes what leaves the program; the file is whole or absent. Raises FolderNotWritable."""
    try:
        write_atomically(path, content)
    except OSError as error:
        raise FolderNotWritable(error) from error
