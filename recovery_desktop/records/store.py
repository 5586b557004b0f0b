"""The open practice: the one way by which records are added, saved, linked and removed.

Every change is checked against the record's own description, written in one transaction together with its audit row,
and is on the disk when the call returns. The window, imports and tests all save through here.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import peewee

from recovery_desktop.records.base import Link, Record, practice_database
from recovery_desktop.records.checks import check, check_within_one_client, tidy
from recovery_desktop.records.practice import Practice
from recovery_desktop.records.removed import Removed, all_that_goes, bring_back
from recovery_desktop.records.schema import SCHEMA
from recovery_desktop.text import _
from recovery_desktop.vault import Created, Vault, VaultKey
from recovery_desktop.vault import create as create_vault
from recovery_desktop.vault import open_vault as open_bare_vault

AnyRecord = TypeVar("AnyRecord", bound=Record)


class Store:
    """The records of one open vault. One store is open at a time."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        practice_database.initialize(vault.database)

    def practice(self) -> Practice:
        """The practice this vault belongs to."""
        return Practice.get()

    def add(self, model: type[AnyRecord], owner: Record | None = None, **values: Any) -> AnyRecord:
        """A new row of `model` at the end of its owner's list, with `values` by field name; raises NotKept."""
        values = tidy(model, values)
        check(model, {name: values.get(name, field.empty) for name, field in model.described().items()}, None)
        row = model(**values)
        belongs = model.owner()
        if belongs is not None:
            setattr(row, belongs.name, owner)
            last = model.select(peewee.fn.MAX(model.position)).where(belongs == owner).scalar()
            row.position = 0 if last is None else last + 1
        check_within_one_client(row, *(values.get(name) for name in model.refs()))
        _settle(row)
        return self._write("add", row, lambda: row.save(force_insert=True), {}, values)

    def save(self, row: AnyRecord, **changes: Any) -> AnyRecord:
        """Keeps changed fields of a row; what is equal already is not written again. Raises NotKept.

        When it returns, the change is on the disk. When it raises, the row still has its former values.
        """
        model = type(row)
        changes = tidy(model, changes)
        before = {name: getattr(row, name) for name in changes}
        changed = {name: value for name, value in changes.items() if _differs(value, before[name])}
        if not changed:
            return row
        check(model, {name: value for name, value in changed.items() if name in model.described()}, row.id)
        check_within_one_client(row, *(changed.get(name) for name in model.refs()))
        for name, value in changed.items():
            setattr(row, name, value)
        columns = {**changed, **_settle(row)}
        former = {name: before[name] for name in changed}
        try:
            return self._write("edit", row, lambda: _update(row, columns), former, changed)
        except BaseException:
            for name, value in former.items():
                setattr(row, name, value)
            _settle(row)
            raise

    def remove(self, row: Record) -> Removed:
        """Removes a row with all that belongs to it; what is returned brings it back."""
        removed = all_that_goes(row)
        self._write("remove", row, lambda: _delete(row), _values(row), {})
        return removed

    def put_back(self, removed: Removed) -> None:
        """Brings back what was removed: the same rows in their places, their threads, and who pointed at them."""
        row = removed.model(id=removed.number)
        self._write("put-back", row, lambda: bring_back(removed), {}, removed.rows[0][1])

    def move(self, row: AnyRecord, to: int) -> AnyRecord:
        """Gives a row the place `to` in its owner's list, the first being 0; beyond the end is the last."""
        model, owner = type(row), type(row).owner()
        siblings = model.select(model.id, model.position)
        if owner is not None:
            siblings = siblings.where(owner == getattr(row, owner.column_name))
        order = [each.id for each in siblings.order_by(model.position, model.id)]
        before = order.index(row.id)
        order.insert(max(0, min(to, len(order) - 1)), order.pop(before))

        def number_anew() -> None:
            for place, number in enumerate(order):
                model.update(position=place).where(model.id == number).execute()
            row.position = order.index(row.id)

        return self._write("move", row, number_anew, {"position": before}, {"position": order.index(row.id)})

    def link(self, model: type[Link], owner: Record, target: Record) -> None:
        """Ties a thread between two records; one that is tied already stays as it is."""
        check_within_one_client(owner, target)
        ends = {model.owner().name: owner, model.target().name: target}
        self._write("link", owner, lambda: model.insert(**ends).on_conflict_ignore().execute(), {}, ends)

    def unlink(self, model: type[Link], owner: Record, target: Record) -> None:
        """Unties a thread between two records."""
        here, there = model.owner(), model.target()
        untie = model.delete().where((here == owner) & (there == target))
        self._write("unlink", owner, untie.execute, {there.name: target}, {})

    def close(self) -> None:
        """Closes the vault; records cannot be read any more."""
        self.vault.close()

    def _write(
        self,
        action: str,
        row: AnyRecord,
        work: Callable[[], object],
        before: Mapping[str, Any],
        after: Mapping[str, Any],
    ) -> AnyRecord:
        if practice_database.obj is not self.vault.database:
            raise RuntimeError("another practice was opened since")

        def change() -> AnyRecord:
            work()
            name = f"{row._meta.table_name}/{row.id}"
            self.vault.audit.append(action, name, _digest(before), _digest(after))
            return row

        kept: AnyRecord = self.vault.write(change)
        return kept


def create_store(
    folder: Path, passphrase: str, practice: Mapping[str, Any], *, user: str, **options: Any
) -> tuple[Store, str]:
    """A new practice in a new encrypted folder; also gives the recovery code, which is kept nowhere else.

    `practice` has the values of `Practice` by field name, `user` is the professional the audit names. `options` go
    to `vault.create` (key-derivation cost, ballast). Raises NotKept and the vault's errors.
    """
    check(Practice, {name: practice.get(name, field.empty) for name, field in Practice.described().items()}, None)
    created: Created = create_vault(folder, passphrase, SCHEMA, user=user, **options)
    store = Store(created.vault)
    store.add(Practice, **practice)
    return store, created.recovery_code


def open_store(folder: Path, key: VaultKey, **options: Any) -> Store:
    """The practice in an encrypted folder, brought to today's schema; `options` go to `vault.open_vault`."""
    store = Store(open_bare_vault(folder, key, SCHEMA, **options))
    if not Practice.select().exists():  # the power failed between making the vault and naming the practice
        store.add(Practice, name=_("My practice"))
    return store


def _differs(value: Any, before: Any) -> bool:
    """Whether a value must be written; a list that was changed in hand is the one before and yet differs."""
    return value != before or (value is before and isinstance(value, (list, dict)))


def _settle(row: Record) -> dict[str, Any]:
    derived = row.settle()
    for name, value in derived.items():
        setattr(row, name, value)
    return derived


def _update(row: Record, columns: Mapping[str, Any]) -> None:
    model = type(row)
    if not model.update(**columns).where(model._meta.primary_key == row.id).execute():
        raise LookupError(f"{model.__name__} row is gone")


def _delete(row: Record) -> None:
    if not row.delete_instance():
        raise LookupError(f"{type(row).__name__} row is gone")


def _values(row: Record) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.described()}


def _digest(values: Mapping[str, Any]) -> bytes:
    """A fingerprint of field values for the audit, which says that something changed and not what."""
    if not values:
        return b""
    plain = {name: value.id if isinstance(value, Record) else value for name, value in values.items()}
    return hashlib.sha256(json.dumps(plain, default=str, sort_keys=True).encode()).digest()
