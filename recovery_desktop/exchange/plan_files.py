"""The current plans of a practice as PDF files in a folder, for the record outside the program."""

import datetime
import errno
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_desktop.errors import KnownError
from recovery_desktop.files import write_atomically
from recovery_desktop.plans.episodes import current_version, running_episode
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.plans.treatment_plan import treatment_plan
from recovery_desktop.records.client import Client
from recovery_desktop.text import _

if TYPE_CHECKING:  # what draws is loaded with the first document
    from recovery_desktop.documents.paper import Paper
    from recovery_desktop.documents.plan_content import TreatmentPlan


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


@dataclass(frozen=True)
class PlanFile:
    """A plan that was written, and the letters the documents' fonts lack and had to replace."""

    path: Path
    missing_letters: tuple[str, ...]


@dataclass(frozen=True)
class PlanDocument:
    """A plan that can be set as a PDF: its contents, the paper, the file name suggested, and the time it is set."""

    plan: "TreatmentPlan"
    paper: "Paper"
    name: str
    now: datetime.datetime

    def pdf(self) -> bytes:
        """The document as an archive file; slow, in any thread."""
        from recovery_desktop.documents.treatment_plan import build

        return build(self.plan, self.paper, self.now)

    def missing_letters(self) -> tuple[str, ...]:
        """Letters that the documents' fonts lack."""
        from recovery_desktop.documents.letters import missing_letters, texts_of

        return missing_letters(texts_of(self.plan))


def export_plans(folder: Path, now: datetime.datetime) -> Iterator[PlanFile]:
    """Writes the current plan of every client in care of the open practice into `folder`, one file after the other.

    Each file is whole or absent. File names carry the record number and no name. Raises FolderNotWritable.
    """
    practice = take_practice()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(error) from error
    written: set[Path] = set()
    for number in [row.id for row in Client.select(Client.id).order_by(Client.record_number)]:
        client = take(number)
        episode = running_episode(client)
        if episode is not None and episode["discharged_on"] is None:
            plan = _write_plan(client, episode, practice, folder, now, written)
            written.add(plan.path)
            yield plan


def _write_plan(
    client: Entry, episode: Entry, practice: Entry, folder: Path, now: datetime.datetime, taken: set[Path]
) -> PlanFile:
    document = plan_document(client, episode, practice, now)
    path = _free(folder / document.name, taken)
    write_file(document.pdf(), path)
    return PlanFile(path, document.missing_letters())


def plan_document(client: Entry, episode: Entry, practice: Entry, now: datetime.datetime) -> PlanDocument:
    """The current plan of an episode as plain values, ready to be set as a PDF in any thread."""
    from recovery_desktop.documents.paper import Paper, document_file_name

    plan = treatment_plan(client, practice, now.date())
    version = current_version(episode)
    dated = (version["dated_on"] if version else None) or now.date()
    name = document_file_name(client["record_number"], "plan", plan.version, dated.isoformat())
    return PlanDocument(plan, Paper.A4 if practice["paper"] == "a4" else Paper.LETTER, name, now)


def write_file(content: bytes, path: Path) -> None:
    """Writes what leaves the program; the file is whole or absent. Raises FolderNotWritable."""
    try:
        write_atomically(path, content)
    except OSError as error:
        raise FolderNotWritable(error) from error


def _free(path: Path, taken: set[Path]) -> Path:
    """A path that no other client's plan has: record numbers such as A/1 and A-1 make the same file name."""
    others = (path.with_stem(f"{path.stem}-{n}") for n in count(2))
    return path if path not in taken else next(other for other in others if other not in taken)
