"""An open vault: the only way to change what is stored, and what belongs to keeping it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from recovery_desktop.text import _
from recovery_desktop.vault import layout
from recovery_desktop.vault.audit import Audit
from recovery_desktop.vault.ballast import DEFAULT, release_ballast, renew_ballast
from recovery_desktop.vault.clock import Clock
from recovery_desktop.vault.database import VaultDatabase, cipher_problems, logical_problems, table_names
from recovery_desktop.vault.drafts import Drafts
from recovery_desktop.vault.errors import (
    BackupStopped,
    DiskFailed,
    DiskFull,
    VaultDamaged,
    VaultMissing,
    VaultReadOnly,
)
from recovery_desktop.vault.guard import named_errors
from recovery_desktop.vault.key_change import change_passphrase, new_recovery_code, replace_key
from recovery_desktop.vault.keys import VaultKey, write_header
from recovery_desktop.vault.lock import FolderLock
from recovery_desktop.vault.own_tables import owner
from recovery_desktop.vault.schema import Step, version_of
from recovery_desktop.vault.state import write_state
from recovery_desktop.vault.swap import is_committed

T = TypeVar("T")


@dataclass
class Settings:
    """What stays the same while a vault is open."""

    schema: tuple[Step, ...]
    clock: Clock = field(default_factory=Clock)
    ballast: int = DEFAULT


class Vault:
    """One open vault. Made by `create` and `open_vault`; closed once, by whoever opened it.

    Statements may come from any thread, changes are let through one after the other.
    """

    def __init__(self, folder: Path, key: VaultKey, lock: FolderLock, settings: Settings) -> None:
        """Opens the database of a folder whose lock is held. Raises what `VaultDatabase` raises; takes over `lock`."""
        self.folder = folder
        self.key = key
        self.settings = settings
        self.database = VaultDatabase(folder / layout.DATABASE, lambda: self.key.for_database)
        self.drafts = Drafts(self.connection)
        self._lock = lock
        self.writing = threading.RLock()  # held for each change
        self.copying = threading.Lock()  # held while a backup reads from the connection
        self.closing = False
        self._owed: Callable[[], None] | None = None
        self.findings: list[str] = []  # what the counselor should know of this opening, in sentences
        self._is_turn_told = False
        self._connect()
        self.database.open_anew = self._open_anew

    def _connect(self) -> None:
        with named_errors():
            self.database.connect()
            try:
                self.user = owner(self.connection(), self.key.vault)
                self.audit = Audit(self.connection, self.user, self.settings.clock)
                self.note_tables()
            except BaseException:
                self.database.close()
                raise

    def connection(self) -> Any:
        """The open database connection."""
        return self.database.connection()

    def write(self, work: Callable[[], T]) -> T:
        """Runs `work` in one transaction and returns its result only when the disk has it.

        The one way to change anything. When the disk is full the ballast is given up, when the file looks damaged it is
        opened anew, and `work` runs a second time, so it must not count on being called once. Inside another write it
        joins that one, and an exception must then leave the outer write too. Raises DiskFull, DiskFailed,
        VaultReadOnly, VaultDamaged; nothing of `work` is stored then.
        """
        with self.writing:
            if self.database.in_transaction():
                return work()
            try:
                return self._commit(work)
            except DiskFull:
                if not self._give_up_ballast():
                    raise
            except (VaultDamaged, MemoryError):  # so the driver calls a page that it could not decrypt
                self._open_anew()
            return self._commit(work)

    def _commit(self, work: Callable[[], T]) -> T:
        try:
            with named_errors(), self.database.atomic("IMMEDIATE"):
                if self._owed is not None:
                    self._owed()
                result = work()
        except BaseException:
            self._end_transaction()
            raise
        self._owed = None
        self._find_turned_clock()
        return result

    def _find_turned_clock(self) -> None:
        """Told once in an opening, whether it was turned before or is while the records are open."""
        if self.audit.turned and not self._is_turn_told:
            self._is_turn_told = True
            self.findings.append(_("The computer's clock was turned since the last entry. Check date and time."))

    def owe(self, work: Callable[[], None]) -> None:
        """Writes `work` together with the next change, for what a full disk had no room for."""
        self._owed = work

    def _end_transaction(self) -> None:
        """After a failure: no transaction may stay open, or the next save would join what was just reported lost."""
        if not self.database.is_closed():
            with named_errors():
                self.database.rollback()
            self._open_anew_if_stale()

    def note_tables(self) -> None:
        """Remembers the tables' names, after they were changed."""
        self._tables = table_names(self.connection())

    def _open_anew_if_stale(self) -> None:
        """Heals what one rollback in some thousands leaves behind: a whole file that the connection calls damaged.

        SQLCipher 4.19 looks at the first page it puts back before decrypting it. Now and then that noise passes for a
        page, and with exclusive locking no table is found any more until the file is opened anew.
        """
        if table_names(self.connection()) != self._tables:
            self._open_anew()

    def _open_anew(self) -> None:
        """A fresh connection to the same file; a backup that reads from this one comes to its end first."""
        with self.copying, named_errors():
            self.database.close()
            self.database.connect()

    def _give_up_ballast(self) -> bool:
        with named_errors():
            return release_ballast(self.folder)

    def renew_ballast(self) -> bool:
        """Makes the ballast again after room was made; True when it is there."""
        return renew_ballast(self.folder, self.settings.ballast)

    def change_passphrase(self, old: str | None, new: str) -> None:
        """Lets `new` open the vault instead of `old`; `old` may be None after an opening by recovery code. Slow.

        The database is not touched, and earlier backups go on opening with the earlier passphrase. Runs in any thread.
        Raises WrongPassphrase, WeakPassphrase, and what `write` raises: then the old one stays.
        """
        change_passphrase(self, old, new)

    def new_recovery_code(self) -> str:
        """Makes a new recovery code, to be printed now; the earlier one opens nothing any more. Slow, in any thread."""
        return new_recovery_code(self)

    def replace_key(self, new_passphrase: str) -> str:
        """For a passphrase that somebody saw: encrypts everything anew and returns a new recovery code.

        Earlier backups still open with the earlier passphrase. Slow, in any thread; saves wait meanwhile. Raises
        WeakPassphrase, VaultDamaged, DiskFull, DiskFailed: then the old key stays, or, if the disk failed in the last
        moment, the vault is closed and the next opening completes the change with the new passphrase.
        """
        return replace_key(self, new_passphrase)

    def use_key(self, key: VaultKey, action: str) -> None:
        """Puts the header of `key` in place of the present one, with an audit row. Raises what `write` raises."""

        def work() -> None:
            self.audit.append(action, "vault")
            write_header(self.folder, key.header)

        try:
            self.write(work)
        except BaseException:
            write_header(self.folder, self.key.header)  # what is reported as not done must not be done
            raise
        self.key = key

    @contextmanager
    def shut(self) -> Iterator[None]:
        """The database closed for a moment, with all else waiting; opened again with whatever `self.key` is then.

        Where it cannot be opened again, or an exchange was decided and could not be put in place, the vault stays
        closed, and the next opening goes on from there.
        """
        with self.writing, self.copying:
            self.database.close()
            try:
                yield
            except BaseException:
                if is_committed(self.folder):
                    self._lock.release()
                else:
                    self._open_again()
                raise
            self._open_again()

    def _open_again(self) -> None:
        try:
            self._connect()
        except BaseException:
            self._lock.release()
            raise

    @property
    def schema_version(self) -> int:
        """The number of the last schema step applied."""
        return version_of(self.connection())

    def check(self) -> list[str]:
        """The deep check: every page's seal, SQLite's own check, foreign keys, the whole audit chain.

        Returns a sentence for each fault, without client text. Takes seconds after years of records, in any thread.
        """
        with self.writing:
            self._open_anew_if_stale()
        with named_errors():
            damaged = cipher_problems(self.connection())
            if damaged:
                return [VaultDamaged().cause, f"pages: {damaged}"]
            return logical_problems(self.connection()) + self.audit.verify()

    def close(self) -> None:
        """Closes the vault and gives the folder free; a backup under way is stopped. May be called again."""
        self.closing = True
        with self.writing, self.copying:  # in this order everywhere, or two of them wait for each other
            if self.database.is_closed():
                return
            try:
                # Where this cannot be written an earlier memory stays, and that is still true of the chain.
                with suppress(DiskFull, DiskFailed, VaultReadOnly, VaultMissing), named_errors():
                    write_state(self.folder, self.audit.head(), self.key.for_header)
            finally:
                self.release()

    def release(self) -> None:
        """Closes connection and lock without a last word: for an opening that failed."""
        try:
            with named_errors():
                self.database.close()
        finally:
            self._lock.release()

    def stop_if_closing(self) -> None:
        """For a backup between two slices: raises BackupStopped once the vault wants to close."""
        if self.closing:
            raise BackupStopped
