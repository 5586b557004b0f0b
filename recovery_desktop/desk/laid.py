"""A document's file that lies whole beside its place: it takes its name, and gives it back, in one act each."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.files_out import FolderNotWritable
from recovery_desktop.files import sync_folder, write_beside
from recovery_desktop.text import _


class NotTakenBack(KnownError):
    """A document that was not logged, and whose file could not be taken away again."""

    def __init__(self) -> None:
        super().__init__(
            _("The document could not be logged, and its file could not be taken away again."),
            _("It is not in the log of disclosures. A file of that name from before is kept in the folder as .before."),
            _("Delete the new file yourself, or hand it over once more, so that it is logged."),
        )


@dataclass(frozen=True)
class Laid:
    """A file that lies whole beside its place and has not left yet."""

    hidden: Path
    target: Path
    fingerprint: str

    @property
    def before(self) -> Path:
        """Where the file that has the name until then waits."""
        return self.hidden.with_suffix(".before")

    def discard(self) -> None:
        """Takes it away again."""
        self.hidden.unlink(missing_ok=True)

    def take_place(self) -> None:
        """Gives it its name, and keeps a file that had it. Raises OSError: then that one has it still."""
        _keep(self.target, self.before)
        try:
            self.hidden.replace(self.target)
        except OSError:
            if not self.target.exists():
                self.before.replace(self.target)
            self.before.unlink(missing_ok=True)
            raise

    def give_back(self) -> None:
        """Undoes `take_place`. Raises NotTakenBack."""
        try:
            if self.before.exists():
                self.before.replace(self.target)
            else:
                self.target.unlink(missing_ok=True)
        except OSError as error:
            raise NotTakenBack from error


def lay_ready(content: bytes, target: Path, is_wanted: Callable[[], bool] = lambda: True) -> Laid:
    """Writes a file beside its place; slow, in any thread. One that is not wanted any more is taken away again. Raises
    FolderNotWritable."""
    try:
        hidden = write_beside(target, content)
    except OSError as error:
        raise FolderNotWritable(error) from error
    laid = Laid(hidden, target, fingerprint_of(content))
    if not is_wanted():
        laid.discard()
    return laid


def fingerprint_of(content: bytes) -> str:
    """The SHA-256 by which a file is recognized later."""
    return hashlib.sha256(content).hexdigest()


def make_durable(laid: Laid) -> None:
    """Has the folder itself keep the new name; slow, in any thread."""
    sync_folder(laid.target.parent)


def _keep(target: Path, beside: Path) -> None:
    """Gives the file that is there a second name, or where the drive knows no such thing, another one for the time
    being. Raises OSError."""
    if not target.is_file():
        return
    try:
        os.link(target, beside)
    except OSError:
        target.replace(beside)
