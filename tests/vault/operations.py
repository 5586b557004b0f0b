"""What is interrupted in the tests of crashes: each operation prepares a practice, runs, and checks what is left of it.

`run` says aloud what the program would have told the counselor; `check` holds what is left against just that.
"""

import itertools
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from recovery_desktop.records.store import Store
from recovery_desktop.vault import (
    VaultKey,
    WrongPassphrase,
    back_up,
    create,
    has_vault,
    inspect_backup,
    list_backups,
    open_vault,
    restore,
    unlock_key,
)
from recovery_desktop.vault.examine import examine
from recovery_desktop.vault.layout import BACKUPS, DATABASE
from recovery_desktop.vault.swap import settle
from tests.vault.practice import (
    BALLAST,
    CHEAP,
    PASSPHRASE,
    new_practice,
    newest_step,
    old_practice,
    open_practice,
    problems,
    save,
    saved,
    steps,
)

Tell = Callable[[str], None]
NEW_PASSPHRASE = "another battery horse"
SAVES = 8
OLD_CLIENTS = 20


@dataclass(frozen=True)
class Operation:
    """`prepare(root)`, `run(root, tell)` and `check(root, told)`, which may be given any folder that `run` left."""

    prepare: Callable[[Path], None]
    run: Callable[[Path, Tell], None]
    check: Callable[[Path, Sequence[str]], None]


def _vault(root: Path) -> Path:
    return root / "vault"


def _usb(root: Path) -> Path:
    return root / "usb"


def _opened(folder: Path, passphrase: str = PASSPHRASE) -> "closing[Store]":
    return closing(open_practice(folder, passphrase))


def _prepare_practice(root: Path) -> None:
    """A practice with number 1 in a backup on the drive and number 2 saved after it."""
    store = new_practice(_vault(root))
    _usb(root).mkdir()
    save(store, 1)
    back_up(store.vault, _usb(root))
    save(store, 2)
    store.close()


def _check_practice(folder: Path, numbers: Sequence[int], passphrase: str = PASSPHRASE) -> int:
    """Opens the practice, which must be whole and hold one of `numbers`."""
    with _opened(folder, passphrase) as store:
        number = saved(store)
        assert number in numbers, f"holds {number}, expected one of {numbers}"
        assert problems(store.vault) == []
    return number


def _run_saves(root: Path, tell: Tell) -> None:
    with _opened(_vault(root)) as store:
        for number in range(3, 3 + SAVES):
            save(store, number)
            tell(str(number))


def _run_saves_without_end(root: Path, tell: Tell) -> None:
    store = open_practice(_vault(root))
    for number in itertools.count(saved(store) + 1):
        save(store, number)
        tell(str(number))


def _check_saves(root: Path, told: Sequence[str]) -> None:
    last = int(told[-1]) if told else 2
    _check_practice(_vault(root), [last, last + 1])


def _run_update(root: Path, tell: Tell) -> None:
    open_practice(_vault(root)).close()
    tell("done")


def _check_update(root: Path, told: Sequence[str]) -> None:
    folder = _vault(root)
    settle(folder)
    key = unlock_key(folder, PASSPHRASE)
    found = examine(folder / DATABASE, key)
    assert found.problems == []
    assert found.schema in ([newest_step()] if told else [1, newest_step()])
    assert found.counts["client"] == OLD_CLIENTS
    if found.schema == newest_step():
        backups = [inspect_backup(backup.path, passphrase=PASSPHRASE) for backup in list_backups(folder / BACKUPS)]
        assert [backup.schema for backup in backups] == [1] * max(1, len(backups))
    with closing(open_vault(folder, key, steps(), ballast=BALLAST)) as vault:
        assert vault.schema_version == newest_step()
        assert problems(vault) == []


def _run_backup(root: Path, tell: Tell) -> None:
    with _opened(_vault(root)) as store:
        save(store, 3)
        back_up(store.vault, _usb(root))
        tell("done")


def _check_backup(root: Path, told: Sequence[str]) -> None:
    _check_practice(_vault(root), [3] if told else [2, 3])
    backups = [inspect_backup(backup.path, passphrase=PASSPHRASE) for backup in list_backups(_usb(root))]
    assert len(backups) == 2 if told else len(backups) in (1, 2)


def _run_restore(root: Path, tell: Tell) -> None:
    contents = inspect_backup(list_backups(_usb(root))[0].path, passphrase=PASSPHRASE)
    restore(contents, _vault(root))
    tell("done")


def _check_restore(root: Path, told: Sequence[str]) -> None:
    number = _check_practice(_vault(root), [1] if told else [1, 2])
    kept = list(_vault(root).glob("replaced-*"))
    assert len(kept) == (1 if number == 1 else 0)
    for folder in kept:
        _check_practice(folder, [2])


def _run_passphrase(root: Path, tell: Tell) -> None:
    with _opened(_vault(root)) as store:
        store.vault.change_passphrase(PASSPHRASE, NEW_PASSPHRASE)
        tell("done")


def _run_new_key(root: Path, tell: Tell) -> None:
    with _opened(_vault(root)) as store:
        store.vault.replace_key(NEW_PASSPHRASE)
        tell("done")
        save(store, 2)


def _check_passphrase(root: Path, told: Sequence[str]) -> None:
    keys = [_key(_vault(root), passphrase) for passphrase in (PASSPHRASE, NEW_PASSPHRASE)]
    assert keys[1] if told else any(keys)
    assert not (told and keys[0])
    _check_practice(_vault(root), [2], NEW_PASSPHRASE if keys[1] else PASSPHRASE)
    assert not [name for kind in ("staging", "next", "replaced") for name in _vault(root).glob(f"{kind}-*")]


def _key(folder: Path, passphrase: str) -> VaultKey | None:
    try:
        return unlock_key(folder, passphrase)
    except WrongPassphrase:
        return None


def _run_creation(root: Path, tell: Tell) -> None:
    vault = create(_vault(root), PASSPHRASE, steps(), user="Counselor", cost=CHEAP, ballast=BALLAST).vault
    tell("done")
    vault.close()


def _check_creation(root: Path, told: Sequence[str]) -> None:
    folder = _vault(root)
    if not has_vault(folder):
        assert not told
        _run_creation(root, lambda _text: None)
    with closing(open_vault(folder, unlock_key(folder, PASSPHRASE), steps(), ballast=BALLAST)) as vault:
        assert problems(vault) == []


OPERATIONS = {
    "save": Operation(_prepare_practice, _run_saves, _check_saves),
    "update": Operation(lambda root: old_practice(_vault(root), OLD_CLIENTS), _run_update, _check_update),
    "backup": Operation(_prepare_practice, _run_backup, _check_backup),
    "restore": Operation(_prepare_practice, _run_restore, _check_restore),
    "passphrase": Operation(_prepare_practice, _run_passphrase, _check_passphrase),
    "new-key": Operation(_prepare_practice, _run_new_key, _check_passphrase),
    "creation": Operation(lambda root: None, _run_creation, _check_creation),
}

ENDLESS = "saves without end"


def operation_named(name: str) -> Operation:
    """One of OPERATIONS, or the one that only a kill ends."""
    if name == ENDLESS:
        return Operation(_prepare_practice, _run_saves_without_end, _check_saves)
    return OPERATIONS[name]


def prepared(name: str, root: Path) -> Operation:
    """The operation of that name, with its practice made in the empty folder `root`."""
    root.mkdir()
    operation = operation_named(name)
    operation.prepare(root)
    return operation
