"""Making a new vault, and opening the one that is there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from recovery_desktop.files import make_folder
from recovery_desktop.text import _
from recovery_desktop.vault import layout, swap
from recovery_desktop.vault.audit import Audit
from recovery_desktop.vault.ballast import DEFAULT
from recovery_desktop.vault.clock import Clock
from recovery_desktop.vault.cost import FULL_COST, KeyCost, calibrated
from recovery_desktop.vault.database import VaultDatabase, cipher_problems, logical_problems
from recovery_desktop.vault.errors import DiskFull, VaultDamaged, VaultExists, VaultMissing
from recovery_desktop.vault.guard import named_errors
from recovery_desktop.vault.keys import VaultKey, copies_agree, new_key, write_header
from recovery_desktop.vault.lock import FolderLock
from recovery_desktop.vault.own_tables import remember
from recovery_desktop.vault.passphrase import check_new
from recovery_desktop.vault.schema import OWN_TABLES, Step, check_tables, migrate, pending
from recovery_desktop.vault.state import read_state, write_state
from recovery_desktop.vault.vault import Settings, Vault


@dataclass(frozen=True)
class Created:
    """A new vault, open, and its recovery code: to be printed now, it is stored nowhere."""

    vault: Vault
    recovery_code: str = field(repr=False)


def create(
    folder: Path,
    passphrase: str,
    schema: Sequence[Step],
    *,
    user: str,
    cost: KeyCost = FULL_COST,
    ballast: int = DEFAULT,
    clock: Clock | None = None,
) -> Created:
    """Makes a vault in `folder` and opens it. `user` is the professional's name, as each audit row tells it.

    Everything is made aside and put in place by one rename; killed half way, the next call starts anew. The full cost
    is fitted to this machine first. Raises WeakPassphrase, VaultExists, VaultInUse, VaultReadOnly, DiskFull,
    DiskFailed, NotEnoughMemory.
    """
    check_new(passphrase)
    settings = Settings(tuple(schema), clock or Clock(), ballast)
    with named_errors():
        make_folder(folder)
    lock = FolderLock(folder)
    try:
        swap.finish(folder)
        if layout.has_vault(folder):
            raise VaultExists
        key, code = new_key(passphrase, calibrated(cost) if cost == FULL_COST else cost)
        with named_errors():
            staged = swap.stage(folder)
            _build(staged, key, user, settings)
            write_header(staged, key.header)
            swap.commit(staged, settings.clock.now().astimezone(UTC), keep_old=False)
            swap.finish(folder)
        vault = Vault(folder, key, lock, settings)
    except BaseException:
        lock.release()
        raise
    vault.database.seal()
    vault.renew_ballast()
    return Created(vault, code)


def _build(staged: Path, key: VaultKey, user: str, settings: Settings) -> None:
    """Makes the database of a new vault, encrypted from its first byte, with all steps done and the first audit row."""
    database = VaultDatabase(staged / layout.DATABASE, lambda: key.for_database, new=True)
    database.connect()
    try:
        connection = database.connection()
        connection.execute(f"PRAGMA application_id = {layout.APPLICATION_ID:d}")

        def tell() -> None:
            remember(connection, "id", key.vault.hex())
            remember(connection, "user", user)
            Audit(database.connection, user, settings.clock).append("create", "vault")

        migrate(database, [OWN_TABLES, *settings.schema], tell)
        write_state(staged, Audit(database.connection, user, settings.clock).head(), key.for_header)
    finally:
        database.close()


def open_vault(
    folder: Path,
    key: VaultKey,
    schema: Sequence[Step],
    *,
    failed_attempts: int = 0,
    ballast: int = DEFAULT,
    clock: Clock | None = None,
) -> Vault:
    """Opens the vault in `folder`, checks every page, brings its tables up to date and notes the unlocking.

    `failed_attempts` are the wrong passphrases typed before. What else was noticed (a healed key file, a turned clock,
    a database put back from elsewhere, a full disk) stands in `vault.findings` and in the audit. Raises VaultInUse,
    VaultMissing, VaultDamaged, VaultForeign, VaultTooNew, VaultReadOnly, UpdateFailed, DiskFull, DiskFailed.
    """
    settings = Settings(tuple(schema), clock or Clock(), ballast)
    if not folder.is_dir():
        raise VaultMissing
    lock = FolderLock(folder)
    try:
        swap.finish(folder)
        if not layout.has_vault(folder):
            raise VaultMissing
        vault = Vault(folder, key, lock, settings)
    except BaseException:
        lock.release()
        raise
    try:
        _check(vault)
        _update(vault)
        vault.database.seal()
        _note(vault, failed_attempts)
    except BaseException:
        vault.release()
        raise
    vault.renew_ballast()
    return vault


def _check(vault: Vault) -> None:
    """That this is our database, whole, and not newer than the program."""
    with named_errors():
        pending(vault.connection(), vault.settings.schema)
        if cipher_problems(vault.connection()):
            raise VaultDamaged
        check_tables(vault.connection())


def _update(vault: Vault) -> None:
    """Brings older tables up to date, behind a checked backup."""
    steps = pending(vault.connection(), vault.settings.schema)
    if not steps:
        return
    with named_errors():
        if logical_problems(vault.connection()):
            raise VaultDamaged
    from recovery_desktop.vault.backup import back_up  # no other start waits for it
    from recovery_desktop.vault.backup_name import BEFORE_UPDATE

    back_up(vault, vault.folder / layout.BACKUPS, kind=BEFORE_UPDATE)
    versions = f"{vault.schema_version} > {steps[-1].number}"

    def tell() -> None:
        vault.audit.append("update", versions)

    migrate(vault.database, steps, tell)
    vault.note_tables()


def _note(vault: Vault, failed_attempts: int) -> None:
    """Writes down the unlocking and what was found; a vault that cannot be written to shows here."""
    outside = read_state(vault.folder, vault.key.for_header)
    with named_errors():  # a page that was put back from an earlier day may not fit to the others
        put_back = outside is not None and not vault.audit.holds(outside)
    healing = not copies_agree(vault.folder, vault.key)

    def work() -> None:
        for _attempt in range(failed_attempts):
            vault.audit.append("unlock-failed", "vault")
        if put_back:
            vault.audit.append("put-back", f"entry {outside.seq if outside else 0}")
        if healing:
            write_header(vault.folder, vault.key.header)
            vault.audit.append("key-file-healed", "vault")
        vault.audit.append("unlock", vault.key.opened_by)

    try:
        vault.write(work)
    except DiskFull as error:  # the records can be read all the same; the note goes in with the next change
        vault.owe(work)
        vault.findings.append(str(error))
    if put_back:
        vault.findings.append(_("The vault file is older than when it was last closed: another program put it back."))
    if healing:
        vault.findings.append(_("One copy of the key file was damaged or missing; it is made again from the other."))
