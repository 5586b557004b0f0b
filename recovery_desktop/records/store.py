"""The open practice: the one way by which records are added, saved, linked and removed.

Every change is checked against the record's own description, written in one transaction together with its audit row,
and is on the disk when the call returns. The window, imports and tests all save through here.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import peewee

from recovery_desktop.errors import KnownError
from recovery_desktop.records import stored
from recovery_desktop.records.assessment import Assessment
from recovery_desktop.records.base import Link, Record, practice_database
from recovery_desktop.records.carrying import copy_carried
from recovery_desktop.records.checks import check, check_within_one_client, tidy
from recovery_desktop.records.practice import Practice
from recovery_desktop.records.removed import Removed, all_that_goes, bring_back, thread_that_goes
from recovery_desktop.records.schema import FINAL, SCHEMA
from recovery_desktop.records.stored import Columns
from recovery_desktop.text import _
from recovery_desktop.vault import Created, Vault, VaultKey
from recovery_desktop.vault import create as create_vault
from recovery_desktop.vault import open_vault as open_bare_vault

AnyRecord = TypeVar("AnyRecord", bound=Record)


class SignedStays(KnownError):
    """Something that was signed or handed over, or that such a thing rests on, was to be changed or removed."""

    def __init__(self) -> None:
        super().__init__(
            _("A signed version of the plan or an entry in the log of disclosures rests on this; it stays as it is."),
            _("Nothing was changed."),
            _("Add a dated addendum, begin the next version, or write in the entry itself since when it ended."),
        )


class Store:
    """The records of one open vault. One store is open at a time."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self._gone: dict[type[Record], int] = {}  # the highest number of a removed row, so that it can come back
        practice_database.initialize(vault.database)

    def practice(self) -> Practice:
        """The practice this vault belongs to."""
        return Practice.get()

    def add(self, model: type[AnyRecord], owner: Record | None = None, **values: Any) -> AnyRecord:
        """A new row of `model` at the end of its owner's list, with `values` by field name; raises NotKept."""
        values = tidy(model, values)
        check(model, {name: values.get(name, field.empty) for name, field in model.described().items()}, None)
        row = model(**values)
        row.id = self._next_number(model)
        belongs = model.owner()
        if belongs is not None:
            setattr(row, belongs.name, owner)
        if belongs is not None or model.is_shared():
            row.position = stored.next_place(model, row.__data__[belongs.name] if belongs is not None else None)
        check_within_one_client(row, *(values.get(name) for name in model.refs()))
        _settle(row)
        whole = partial(stored.row, model, row.id)
        return self._write("add", row, partial(_insert, row), {}, whole if model.is_final() else values)

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
        columns = {**changed, **_settle(row, changed)}
        former = {name: before[name] for name in changed}
        try:
            return self._write("edit", row, lambda: _update(row, columns), former, changed)
        except BaseException:
            for name, value in former.items():
                setattr(row, name, value)
            _settle(row)
            raise

    def carry_over(self, before: Assessment, later: Assessment) -> None:
        """Starts a later assessment from the one before: a copy of all its sections and lists, marked as carried."""
        self._write("carry", later, lambda: copy_carried(before, later, self._next_number), {}, {})

    def _next_number(self, model: type[Record]) -> int:
        """A number that no row of this kind has, nor had before it was removed."""
        return max(stored.highest(model), self._gone.get(model, 0)) + 1

    def reset(self, model: type[Record], number: int, columns: Mapping[int, Columns], action: str = "edit") -> None:
        """Gives rows columns they had before, which are not checked again; `number` is the row it is about."""
        row = model(id=number)

        def put() -> None:
            for each, values in columns.items():
                stored.update(model, each, values)

        self._write(action, row, put, {}, columns.get(number, {}))

    def remove(self, row: Record) -> Removed:
        """Removes a row with all that belongs to it; what is returned brings it back."""
        removed = all_that_goes(row)
        self._write("remove", row, lambda: _delete(row), _values(row), {})
        for model, columns in removed.rows:
            self._gone[model] = max(columns["id"], self._gone.get(model, 0))
        return removed

    def put_back(self, removed: Removed) -> None:
        """Brings back what was removed: the same rows in their places, their threads, and who pointed at them."""
        own = next((columns for model, columns in removed.rows if model is removed.model), {})
        self._write("put-back", removed.model(id=removed.number), lambda: bring_back(removed), {}, own)

    def move(self, row: AnyRecord, to: int) -> AnyRecord:
        """Gives a row the place `to` in its owner's list, the first being 0; beyond the end is the last."""
        model = type(row)
        before = places(row)
        order = [number for number in before if number != row.id]
        order.insert(max(0, min(to, len(order))), row.id)
        anew = {number: {"position": place} for place, number in enumerate(order) if before[number] != place}
        if not anew:
            return row

        def number_anew() -> None:
            for number, columns in anew.items():
                stored.update(model, number, columns)

        place = order.index(row.id)
        self._write("move", row, number_anew, {"position": before[row.id]}, {"position": place})
        row.position = place
        return row

    def link(self, model: type[Link], owner: Record, target: Record) -> None:
        """Ties a thread between two records; one that is tied already stays as it is."""
        check_within_one_client(owner, target)
        ends = {model.owner().name: owner, model.target().name: target}
        self._write("link", owner, lambda: model.insert(**ends).on_conflict_ignore().execute(), {}, ends)

    def unlink(self, model: type[Link], owner: Record, target: Record) -> Removed:
        """Unties a thread between two records; what is returned ties it again in its place."""
        removed = thread_that_goes(model, owner, target)
        here, there = model.owner(), model.target()
        untie = model.delete().where((here == owner) & (there == target))
        self._write("unlink", owner, untie.execute, {there.name: target}, {})
        return removed

    def close(self) -> None:
        """Closes the vault; records cannot be read any more."""
        self.vault.close()

    def _write(
        self,
        action: str,
        row: AnyRecord,
        work: Callable[[], object],
        before: Mapping[str, Any],
        after: Mapping[str, Any] | Callable[[], Mapping[str, Any]],
    ) -> AnyRecord:
        if practice_database.obj is not self.vault.database:
            raise RuntimeError("another practice was opened since")

        def change() -> AnyRecord:
            work()
            name = f"{row._meta.table_name}/{row.id}"
            self.vault.audit.append(action, name, _digest(before), _digest(after() if callable(after) else after))
            return row

        try:
            kept: AnyRecord = self.vault.write(change)
        except peewee.IntegrityError as error:
            if FINAL in str(error):  # the words of the triggers
                raise SignedStays from error
            raise
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


def places(row: Record) -> dict[int, int]:
    """The positions of a row and its siblings by their numbers, in the order of their list."""
    model = type(row)
    return dict(_siblings(row, model.id, model.position).order_by(model.position, model.id).tuples())


def _siblings(row: Record, *columns: Any) -> Any:
    """The rows of a row's list, its own too: those of its owner, or all that the practice has."""
    owner = type(row).owner()
    rows = type(row).select(*columns)
    return rows if owner is None else rows.where(owner == row.__data__[owner.name])


def _differs(value: Any, before: Any) -> bool:
    """Whether a value must be written; a list that was changed in hand is the one before and yet differs."""
    return value != before or (value is before and isinstance(value, (list, dict)))


def _settle(row: Record, changed: Collection[str] = ()) -> dict[str, Any]:
    derived = row.settle(changed)
    for name, value in derived.items():
        setattr(row, name, value)
    return derived


def _insert(row: Record) -> None:
    """What peewee's own way does, without making the same SQL anew for each of a thousand rows."""
    stored.insert(type(row), stored.columns_of(row))


def _update(row: Record, columns: Mapping[str, Any]) -> None:
    model = type(row)
    if not model.update(**columns).where(model._meta.primary_key == row.id).execute():
        raise LookupError(f"{model.__name__} row is gone")


def _delete(row: Record) -> None:
    if not row.delete_instance():
        raise LookupError(f"{type(row).__name__} row is gone")


def digest_of_row(model: type[Record], number: int, database: peewee.Database) -> bytes:
    """A fingerprint of all columns of a row, as the audit has it of what is never changed."""
    return _digest(stored.row(model, number, database))


def _values(row: Record) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.described()}


def _digest(values: Mapping[str, Any]) -> bytes:
    """A fingerprint of field values for the audit, which says that something changed and not what."""
    if not values:
        return b""
    plain = {name: value.id if isinstance(value, Record) else value for name, value in values.items()}
    return hashlib.sha256(json.dumps(plain, default=str, sort_keys=True).encode()).digest()
