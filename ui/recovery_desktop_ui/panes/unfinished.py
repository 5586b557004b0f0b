"""Texts that were typed and could not be kept as values yet: whose they are and what they were to be."""

from dataclasses import dataclass

from recovery_desktop.records.base import Record
from recovery_desktop.records.tree import kinds_by_table
from recovery_desktop.text import _
from recovery_desktop_ui.editing.keeper import Keeper
from recovery_desktop_ui.editing.whose import client_of
from recovery_desktop_ui.panes.begun_clients import begun_clients


@dataclass(frozen=True)
class Unfinished:
    """One such text: the client's number, name and record number, and in words what it was to be. Without a client
    the `command` goes on with it."""

    words: str
    client: int | None = None
    name: str = ""
    record_number: str = ""
    command: str = ""


def unfinished(keeper: Keeper) -> tuple[Unfinished, ...]:
    """All of them, the newest first; never what was typed."""
    found = [one for name in keeper.store.vault.drafts.names() if (one := _read(name)) is not None]
    begun = [Unfinished(_("not added yet"), name=name, command="new_client") for _number, name in begun_clients(keeper)]
    return tuple(dict.fromkeys([*begun, *found]))


def _read(name: str) -> Unfinished | None:
    """What a draft's name says: `field <table> <number> <field>` or `new <form> of <table> <number> …`."""
    kind, *rest = name.split(" ")
    if kind == "field" and len(rest) >= 3:
        model = kinds_by_table().get(rest[0])
        row = _row(rest[0], rest[1])
        if model is not None and row is not None:
            field = model.described().get(rest[2])
            return _of(row, f"{_(model.title)}: {field.label}" if field else _(model.title))
    if kind == "new" and len(rest) >= 4 and rest[1] == "of":
        row, made = _row(rest[2], rest[3]), kinds_by_table().get(rest[0])
        if row is not None:
            return _of(row, _("new: {what}").format(what=_(made.title)) if made else _("a new row"))
    return None


def _row(table: str, number: str) -> Record | None:
    model = kinds_by_table().get(table)
    row: Record | None = model.get_or_none(model.id == int(number)) if model and number.isdigit() else None
    return row


def _of(row: Record, words: str) -> Unfinished:
    client = client_of(row)
    if client is None:
        return Unfinished(words, command="practice")
    return Unfinished(words, client.id, client.called, client.record_number)
