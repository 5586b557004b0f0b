"""A document of every client in care as a file in a folder, for the record outside the program.

One client after the other: read, set, written, noted in the audit; nothing of one is kept when the next begins.
"""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from recovery_desktop.desk.disclosing import Prepared, prepare
from recovery_desktop.desk.handing import hand_over
from recovery_desktop.desk.laid import Laid, lay_ready
from recovery_desktop.desk.papers import PAPERS
from recovery_desktop.desk.request import Request
from recovery_desktop.exchange.files_out import FolderNotWritable
from recovery_desktop.plans.snapshot import take, take_practice
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store

_FOR_ALL = ("plan", "my_plan", "assessment", "aftercare")
"""Documents that need nothing but the record: no recipient, no review, no referral."""


@dataclass(frozen=True)
class Written:
    """A document that was written, and the letters the documents' fonts lack and had to replace."""

    path: Path
    missing_letters: tuple[str, ...]


@dataclass
class Batch:
    """A run over the caseload. `prepare` and `keep` read and write the record, `lay` works in any thread."""

    store: Store
    folder: Path
    now: datetime.datetime  # with a time zone
    document: str = "plan"
    _taken: set[Path] = field(default_factory=set)

    def begin(self) -> list[int]:
        """Makes the folder, and gives the numbers of the clients in care, in the order of their record numbers. Raises
        FolderNotWritable."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderNotWritable(error) from error
        in_care = Episode.select(Episode.client).where(Episode.discharged_on.is_null())
        rows = Client.select(Client.id).where(Client.id.in_(in_care)).order_by(Client.record_number)
        return [row.id for row in rows]

    def prepare(self, client: int) -> Prepared:
        """The document of one client, for the record."""
        practice = take_practice()
        request = Request(self.document, paper="a4" if practice["paper"] == "a4" else "letter")
        return prepare(request, take(client), practice, self.now)

    def lay(self, prepared: Prepared, is_wanted: Callable[[], bool] = lambda: True) -> Laid:
        """Sets a document and writes it beside its place; slow, in any thread. Raises FolderNotWritable."""
        target = _free(self.folder / prepared.name, self._taken)
        self._taken.add(target)
        return lay_ready(prepared.pdf(), target, is_wanted)

    def keep(self, prepared: Prepared, laid: Laid) -> None:
        """Gives the file its name, and notes it in the audit. Raises what `hand_over` raises."""
        hand_over(self.store, prepared, laid, self.now)


def documents_for_all() -> list[str]:
    """The documents that a batch can make."""
    return [code for code in _FOR_ALL if code in PAPERS]


def export_all(store: Store, folder: Path, now: datetime.datetime, document: str = "plan") -> Iterator[Written]:
    """Writes a document of every client in care of the open practice into `folder`, one file after the other.

    Each file is whole or absent. File names carry the record number and no name. Raises FolderNotWritable.
    """
    batch = Batch(store, folder, now if now.tzinfo else now.astimezone(), document)
    for client in batch.begin():
        prepared = batch.prepare(client)
        laid = batch.lay(prepared)
        batch.keep(prepared, laid)
        yield Written(laid.target, prepared.missing_letters())


def _free(path: Path, taken: set[Path]) -> Path:
    """A path that no other client's document has: record numbers such as A/1 and A-1 make the same file name."""
    others = (path.with_stem(f"{path.stem}-{n}") for n in count(2))
    return path if path not in taken else next(other for other in others if other not in taken)
