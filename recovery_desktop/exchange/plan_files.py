"""The current plans of a practice as PDF files in a folder, for the record outside the program."""

import datetime
import errno
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from recovery_desktop.errors import KnownError
from recovery_desktop.files import write_atomically
from recovery_desktop.plans.snapshot import Entry, take, take_practice
from recovery_desktop.plans.treatment_plan import current_episode, current_version, treatment_plan
from recovery_desktop.records.client import Client
from recovery_desktop.text import _


class FolderNotWritable(KnownError):
    """The folder chosen for the files cannot be used."""

    def __init__(self, error: OSError) -> None:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = _("the disk is full") if full else error.strerror or str(error)
        super().__init__(
            _("A plan could not be written to the folder: {reason}.").format(reason=reason),
            _("The records are unchanged; files written before are whole."),
            _("Choose a folder that you may write to and that has room, and export again."),
        )


@dataclass(frozen=True)
class PlanFile:
    """A plan that was written, and the letters the documents' fonts lack and had to replace."""

    path: Path
    missing_letters: tuple[str, ...]


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
        episode = current_episode(client)
        if episode is not None and episode["discharged_on"] is None:
            plan = _write_plan(client, episode, practice, folder, now, written)
            written.add(plan.path)
            yield plan


def _write_plan(
    client: Entry, episode: Entry, practice: Entry, folder: Path, now: datetime.datetime, taken: set[Path]
) -> PlanFile:
    from recovery_desktop.documents.letters import missing_letters, texts_of
    from recovery_desktop.documents.paper import Paper, document_file_name
    from recovery_desktop.documents.treatment_plan import build

    plan = treatment_plan(client, practice, now.date())
    version = current_version(episode)
    dated = (version["dated_on"] if version else None) or now.date()
    path = _free(folder / document_file_name(client["record_number"], "plan", plan.version, dated.isoformat()), taken)
    paper = Paper.A4 if practice["paper"] == "a4" else Paper.LETTER
    try:
        write_atomically(path, build(plan, paper, now))
    except OSError as error:
        raise FolderNotWritable(error) from error
    return PlanFile(path, missing_letters(texts_of(plan)))


def _free(path: Path, taken: set[Path]) -> Path:
    """A path that no other client's plan has: record numbers such as A/1 and A-1 make the same file name."""
    others = (path.with_stem(f"{path.stem}-{n}") for n in count(2))
    return path if path not in taken else next(other for other in others if other not in taken)
