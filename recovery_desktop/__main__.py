"""Starts the program: the window, or with `--export` the main job at the console."""

import argparse
import datetime
import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_desktop import __version__
from recovery_desktop.console import NOT_DONE, OK, ask_secret, complain, run, say
from recovery_desktop.text import _

if TYPE_CHECKING:
    from recovery_desktop.records.store import Store


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs what the command line asks for; returns the exit code."""
    chosen = _parser().parse_args(arguments)
    return run(lambda: _work(chosen))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="recovery-desktop",
        description=_("Personalized treatment plans in one encrypted folder on this computer."),
        epilog=_("The passphrase is asked for, or read as the first line of standard input; it is never an argument."),
    )
    parser.add_argument("--version", action="version", version=f"Recovery Desktop {__version__}")
    practice = parser.add_mutually_exclusive_group()
    practice.add_argument("--sample", action="store_true", help=_("use a sample practice that is thrown away after"))
    practice.add_argument("--vault", type=Path, metavar="DIR", help=_("use the encrypted practice in this folder"))
    parser.add_argument(
        "--export",
        type=Path,
        metavar="DIR",
        help=_("write all current plans as PDF into this folder, without a window"),
    )
    return parser


def _work(chosen: argparse.Namespace) -> int:
    if chosen.export is None:
        return _show_window(chosen)
    if chosen.sample:
        return _export_sample(chosen.export)
    if chosen.vault:
        return _export_vault(chosen.vault, chosen.export)
    complain(_("Which practice's plans? Add --sample or --vault DIR; see --help."))
    return NOT_DONE


def _show_window(chosen: argparse.Namespace) -> int:
    gc.disable()  # `start` lets it work again: while all that is needed is made there is nothing to collect
    from recovery_desktop_ui.app import start

    return start(chosen.vault, sample=chosen.sample)


def _export_sample(folder: Path) -> int:
    from recovery_desktop.exchange.sample import sample_practice

    with sample_practice() as store:
        return _export(store, folder)


def _export_vault(vault: Path, folder: Path) -> int:
    from recovery_desktop.records.store import open_store
    from recovery_desktop.vault import unlock_key

    store = open_store(vault, unlock_key(vault, ask_secret(_("Passphrase:"))))
    try:
        return _export(store, folder)
    finally:
        store.close()


def _export(store: "Store", folder: Path) -> int:
    from recovery_desktop.desk.batch import export_all

    for plan in export_all(store, folder, datetime.datetime.now().astimezone()):
        say(str(plan.path))
        if plan.missing_letters:
            letters = ", ".join(f"U+{ord(letter):04X}" for letter in plan.missing_letters)
            complain(_("Letters that the plan's fonts do not have were replaced: {letters}").format(letters=letters))
    say(_("The plans are in {folder}").format(folder=folder))
    return OK


if __name__ == "__main__":
    sys.exit(main())
