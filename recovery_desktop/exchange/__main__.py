"""Client files at the command line: take one in, write one out, print the schema, make an empty vault."""

import argparse
import errno
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_desktop.console import NOT_DONE, OK, ask_new_secret, ask_secret, complain, run, say
from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.reading import BadClientFile
from recovery_desktop.exchange.schema import client_file_schema
from recovery_desktop.files import write_atomically
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store, create_store, open_store
from recovery_desktop.text import _, ngettext
from recovery_desktop.vault import unlock_key

if TYPE_CHECKING:
    from recovery_desktop.plans.snapshot import Entry


class FileNotWritable(KnownError):
    """The file chosen for a client cannot be written."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            _("The file cannot be written: {reason}.").format(reason=error.strerror or type(error).__name__),
            _("The record is unchanged, and a file that was there before is as it was."),
            _("Name a file in a folder that is there, that you may write to and that has room."),
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code."""
    chosen = _parser().parse_args(arguments)
    return run(lambda: int(chosen.work(chosen)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m recovery_desktop.exchange",
        description=_("Moves a client's whole record between practices as one file."),
        epilog=_("The passphrase is asked for, or read as the first line of standard input; it is never an argument."),
    )
    parser.add_argument("--vault", type=Path, metavar="DIR", help=_("the folder of the encrypted practice"))
    commands = parser.add_subparsers(title=_("commands"), required=True, metavar="COMMAND")

    take = commands.add_parser("import", help=_("take the client of FILE into the practice"))
    take.add_argument("file", type=Path, metavar="FILE")
    take.set_defaults(work=_import)

    give = commands.add_parser("export", help=_("write the client with this record number to a file"))
    give.add_argument("client", metavar="CLIENT", help=_("the record number, such as RD-000123"))
    give.add_argument("--to", type=Path, metavar="FILE", help=_("where to write; standard output without it"))
    give.add_argument(
        "--with-counseling-notes", action="store_true", help=_("also counseling notes, kept apart by law")
    )
    give.set_defaults(work=_export)

    schema = commands.add_parser("schema", help=_("print the JSON Schema of a client file"))
    schema.set_defaults(work=_schema)

    new = commands.add_parser("new-vault", help=_("make a new, empty practice and print its recovery code"))
    new.add_argument("--practice", required=True, help=_("name of the practice"))
    new.add_argument("--user", required=True, help=_("name of the professional whose practice it is"))
    new.set_defaults(work=_new_vault)
    return parser


def _import(chosen: argparse.Namespace) -> int:
    from recovery_desktop.exchange.taking import take_client
    from recovery_desktop.plans.snapshot import take

    content = _read(chosen.file)
    if content is None:
        return NOT_DONE
    store = _open(chosen)
    if store is None:
        return NOT_DONE
    try:
        client = take_client(store, content)
        say(_("Taken over as {number}.").format(number=client.record_number))
        _tell_of_codes(take(client.id))
    except BadClientFile as bad:
        complain(bad.cause + " " + bad.kept)
        for problem in bad.problems:
            complain(f"  {problem.place}: {problem.message}")
        return NOT_DONE
    finally:
        store.close()
    return OK


def _tell_of_codes(client: "Entry") -> None:
    """How many codes no diagnosis can have; which ones is the client's own matter, and stays in the window."""
    from recovery_desktop.plans.diagnosis_checks import codes_to_choose
    from recovery_desktop.plans.episodes import running_episode

    episode = running_episode(client)
    if count := len(codes_to_choose(episode)) if episode is not None else 0:
        words = ngettext(
            "{count} code has to be chosen anew: the Diagnoses tab says which.",
            "{count} codes have to be chosen anew: the Diagnoses tab says which.",
            count,
        )
        say(words.format(count=count))


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError as error:
        complain(_("The file cannot be read: {reason}.").format(reason=error.strerror))
        return None


def _export(chosen: argparse.Namespace) -> int:
    from recovery_desktop.exchange.signed import signed_parts
    from recovery_desktop.exchange.writing import client_file
    from recovery_desktop.plans.snapshot import take

    store = _open(chosen)
    if store is None:
        return NOT_DONE
    try:
        client = Client.get_or_none(record_number=chosen.client)
        if client is None:
            complain(_("No client of this practice has the record number {number}.").format(number=chosen.client))
            return NOT_DONE
        record = take(client.id)
        content = client_file(record, counseling_notes=chosen.with_counseling_notes, signed=signed_parts(record))
        noted = f"client/{client.id}/client-file{'-with-notes' if chosen.with_counseling_notes else ''}"
        store.vault.write(lambda: store.vault.audit.append("export", noted, None, content))
    finally:
        store.close()
    if chosen.to:
        _write(chosen.to, content)
    else:
        sys.stdout.buffer.write(content)
    return OK


def _write(file: Path, content: bytes) -> None:
    try:
        if file.is_dir():  # each system would complain of something else
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        write_atomically(file, content)
    except OSError as error:
        raise FileNotWritable(error) from error


def _schema(_chosen: argparse.Namespace) -> int:
    say(json.dumps(client_file_schema(), indent=2))
    return OK


def _new_vault(chosen: argparse.Namespace) -> int:
    if chosen.vault is None:
        return _vault_missing()
    if not chosen.user.strip():
        complain(_("Say whose practice it is: put the professional's name after --user."))
        return NOT_DONE
    passphrase = ask_new_secret(_("New passphrase:"), _("The same again:"))
    store, code = create_store(chosen.vault, passphrase, {"name": chosen.practice}, user=chosen.user)
    store.close()
    say(_("Recovery code, shown this once: {code}").format(code=code))
    return OK


def _open(chosen: argparse.Namespace) -> Store | None:
    if chosen.vault is None:
        _vault_missing()
        return None
    return open_store(chosen.vault, unlock_key(chosen.vault, ask_secret(_("Passphrase:"))))


def _vault_missing() -> int:
    complain(_("Say which practice: put --vault DIR before the command."))
    return NOT_DONE


if __name__ == "__main__":
    sys.exit(main())
