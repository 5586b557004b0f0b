"""Handing a document over: it leaves and is logged in one go, or neither.

The order matters. The file is first written whole beside its place, under a hidden name, and synced: that may fail,
and nothing has left yet. Then one transaction writes the disclosure with its audit row and, as its last act, gives the
file its name. If that fails the transaction is taken back, and nothing is logged; if the transaction fails, the file
is taken away again, and one of that name that was there before has its name back. Only a power cut in the very moment
between name and commit could leave a file that the log does not know; so an audit row of its own, with the file's hash,
says before it that the file is about to leave. Paper is logged when the printer has taken it, or was stopped while
taking it, and is announced in the same way before.
"""

import datetime
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from recovery_desktop.desk.disclosing import Prepared, check_again
from recovery_desktop.desk.laid import Laid, fingerprint_of
from recovery_desktop.exchange.files_out import FolderNotWritable
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import Client
from recovery_desktop.records.disclosing import Disclosure
from recovery_desktop.records.family import Release
from recovery_desktop.records.store import Store

PRINT, EXPORT, LEAVES = "print", "export", "about-to-leave"


def hand_over(
    store: Store, prepared: Prepared, laid: Laid, now: datetime.datetime, form: str = "file"
) -> Disclosure | None:
    """Gives the file its name and logs it; what goes into the record gets an audit row alone. Raises NotDisclosed where
    it may not leave any more, FolderNotWritable, and what `Vault.write` raises: then nothing has left and nothing is
    logged."""
    has_left = False

    def leave() -> None:
        nonlocal has_left
        if not has_left:  # the transaction may run a second time
            try:
                laid.take_place()
            except OSError as error:  # the folder's, not the vault's
                raise FolderNotWritable(error) from error
            has_left = True

    try:
        _announce(store, prepared, laid.fingerprint, now)
        logged = _logged(store, prepared, EXPORT, laid.fingerprint, now, form, leave)
    except BaseException:
        laid.discard()
        if has_left:
            laid.give_back()
        raise
    with suppress(OSError):  # it left, and is logged; what stays of the one before harms nothing
        laid.before.unlink(missing_ok=True)
    return logged


def announce_printing(store: Store, prepared: Prepared, pdf: bytes, now: datetime.datetime) -> None:
    """Notes in the audit that a document goes to a printer now. Raises NotDisclosed where it may not any more."""
    _announce(store, prepared, fingerprint_of(pdf), now)


def log_printed(store: Store, prepared: Prepared, pdf: bytes, now: datetime.datetime) -> Disclosure | None:
    """Logs what the printer has taken. Raises what `Vault.write` raises."""
    return _logged(store, prepared, PRINT, fingerprint_of(pdf), now, "printed")


def _announce(store: Store, prepared: Prepared, fingerprint: str, now: datetime.datetime) -> None:
    if prepared.entry:
        check_again(prepared, take(prepared.client), now.date())
        store.vault.write(lambda: store.vault.audit.append(LEAVES, _object(prepared), None, fingerprint.encode()))


def _logged(
    store: Store,
    prepared: Prepared,
    action: str,
    fingerprint: str,
    now: datetime.datetime,
    form: str,
    last: Callable[[], object] = lambda: None,
) -> Disclosure | None:
    def work() -> Disclosure | None:
        store.vault.audit.append(action, _object(prepared), None, fingerprint.encode())
        added = None
        if prepared.entry:
            client = Client.get_by_id(prepared.client)
            added = store.add(Disclosure, client, **_values(prepared, now, form), fingerprint=fingerprint)
        last()
        return added

    logged: Disclosure | None = store.vault.write(work)
    return logged


def _values(prepared: Prepared, now: datetime.datetime, form: str) -> dict[str, Any]:
    values = {**prepared.entry, "told_on": now.date(), "told_at": now.strftime("%H:%M"), "form": form}
    if prepared.release is not None:
        values["release"] = Release.get_by_id(prepared.release)
    return values


def _object(prepared: Prepared) -> str:
    return f"client/{prepared.client}/{prepared.kind.code}"
