"""Whatever goes wrong and can be acted on is told in three sentences that a tired counselor can follow."""

import ast
import errno
import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recovery_desktop.desk.ready import NotToBeSigned
from recovery_desktop.desk.refusals import NotDisclosed
from recovery_desktop.errors import KnownError
from recovery_desktop.exchange.__main__ import FileNotWritable
from recovery_desktop.exchange.directory_in import BadDirectoryFile, EntryTwice, FileNotRead
from recovery_desktop.exchange.directory_out import DirectoryNotWritten
from recovery_desktop.exchange.files_out import FolderNotWritable
from recovery_desktop.exchange.reading import BadClientFile, Problem
from recovery_desktop.exchange.taking import ClientAlreadyHere
from recovery_desktop.records.checks import NotKept
from recovery_desktop.records.client import Client
from recovery_desktop.vault import BackupDamaged, BackupTooNew, WeakPassphrase

_ROOT = Path(__file__).resolve().parents[1]
_SOURCES = (_ROOT, _ROOT / "ui")
_DENIED = OSError(errno.EACCES, "Permission denied")
_DATE = "Enter a date such as 2026-09-10."

# Errors that are made from something; all others are made from nothing.
_MADE: dict[type[KnownError], Callable[[], KnownError]] = {
    BackupDamaged: lambda: BackupDamaged(file="backup-2026-11-20T120000Z.rdbackup"),
    BackupTooNew: lambda: BackupTooNew(file="backup-2026-11-20T120000Z.rdbackup"),
    BadClientFile: lambda: BadClientFile([Problem("client.episodes[0].admitted", _DATE), Problem("client", _DATE)]),
    BadDirectoryFile: lambda: BadDirectoryFile([f"Row {row}, Last verified on: {_DATE}" for row in range(2, 9)]),
    ClientAlreadyHere: lambda: ClientAlreadyHere("RD-000123"),
    DirectoryNotWritten: lambda: DirectoryNotWritten(_DENIED),
    EntryTwice: lambda: EntryTwice(2, 4),
    FileNotRead: lambda: FileNotRead(_DENIED),
    FileNotWritable: lambda: FileNotWritable(_DENIED),
    FolderNotWritable: lambda: FolderNotWritable(_DENIED),
    NotDisclosed: lambda: NotDisclosed("This release is not signed yet.", "Have the client sign it."),
    NotKept: lambda: NotKept(Client, {"birth_date": _DATE}),
    NotToBeSigned: lambda: NotToBeSigned("The client has not signed this version yet.", "Let the client sign it."),
    WeakPassphrase: lambda: WeakPassphrase(least=12),
}

_CODE_WORDS = re.compile(
    r"[_{}<>%\\]|[a-z][A-Z]|\b(None|null|Error|Exception|Traceback|errno|sqlite|SQL|database|schema|slots?|bytes?)\b"
)
_UNKIND = re.compile(r"\b(invalid|illegal|fatal|abort\w*|failure|oops|please|addict\w*|abuser?s?|clean|dirty)\b", re.I)


def _classes() -> list[tuple[str, str]]:
    """Module and name of every kind of known error in the whole program, found in the source."""
    found: dict[str, tuple[str, list[str]]] = {}
    for source, package in zip(_SOURCES, ("recovery_desktop", "recovery_desktop_ui"), strict=True):
        for path in sorted((source / package).rglob("*.py")):
            module = ".".join(path.relative_to(source).with_suffix("").parts)
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    found[node.name] = (module, [base.id for base in node.bases if isinstance(base, ast.Name)])

    def is_known(name: str) -> bool:
        return name == "KnownError" or any(is_known(base) for base in found.get(name, ("", []))[1])

    abstract = {"KnownError", "VaultError"}
    return sorted((module, name) for name, (module, _bases) in found.items() if is_known(name) and name not in abstract)


def _errors() -> Iterator[KnownError]:
    for module, name in _classes():
        kind = getattr(importlib.import_module(module), name)
        yield _MADE[kind]() if kind in _MADE else kind()


@pytest.fixture(scope="module")
def errors() -> list[KnownError]:
    """One of each kind."""
    return list(_errors())


def test_none_is_overlooked(errors: list[KnownError]) -> None:
    kinds = {type(error) for error in errors}
    assert len(kinds) == len(errors) >= 30
    assert _MADE.keys() <= kinds


def test_each_has_a_cause_what_is_safe_and_what_to_do(errors: list[KnownError]) -> None:
    for error in errors:
        for sentence in (error.cause, error.kept, error.remedy):
            assert re.fullmatch(r"[A-Z“].*[^.\s]\.", sentence), (type(error), sentence)
            assert "  " not in sentence
            assert sentence.count(". ") <= 1, (type(error), sentence)
        assert str(error) == f"{error.cause} {error.kept} {error.remedy}"


def test_none_speaks_of_the_program_from_inside(errors: list[KnownError]) -> None:
    names = {name for _module, name in _classes()}
    for error in errors:
        for sentence in (error.cause, error.kept, error.remedy):
            assert not _CODE_WORDS.search(sentence), (type(error), sentence)
            assert not _UNKIND.search(sentence), (type(error), sentence)
            assert not names & set(re.findall(r"\w+", sentence)), (type(error), sentence)


def test_what_is_safe_says_so(errors: list[KnownError]) -> None:
    """Rest before advice: the middle sentence is about what was not lost."""
    told = re.compile(
        r"safe|kept|unchanged|untouched|not (touched|changed|affected)|Nothing|exactly as it was|whole", re.I
    )
    assert [error.kept for error in errors if not told.search(error.kept)] == []


def test_what_to_do_names_something_to_do(errors: list[KnownError]) -> None:
    begins = {error.remedy.split()[0].rstrip(":") for error in errors if not isinstance(error, NotKept)}
    assert all(word.isalpha() and word not in ("The", "This", "It", "There", "You", "Your") for word in begins), begins
