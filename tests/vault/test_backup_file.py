"""A backup file that was damaged on its way to the drive, or made up: named, quickly, and nothing is written."""

import io
import json
import shutil
import subprocess
import sys
import tracemalloc
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_desktop.vault import BackupDamaged, BackupTooNew, KeyCost, back_up, create, inspect_backup, list_backups
from recovery_desktop.vault.backup_file import read_packed
from tests.support import need
from tests.vault.doing import ERROR
from tests.vault.operations import prepared
from tests.vault.practice import PASSPHRASE
from tests.vault.test_key_file_noise import ANY_JSON


@cache
def _real() -> dict[str, bytes]:
    """The members of a real backup."""
    with TemporaryDirectory() as folder:
        vault = create(Path(folder) / "v", PASSPHRASE, (), user="A", cost=KeyCost(8192, 1, 1), ballast=0).vault
        path = back_up(vault, Path(folder)).path
        vault.close()
        with zipfile.ZipFile(path) as packed:
            return {name: packed.read(name) for name in packed.namelist()}


def _packed(members: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as packed:
        for name, member in members.items():
            packed.writestr(name, member)
    return content.getvalue()


def _refused_or_real(content: bytes, folder: Path) -> None:
    """Reads the file; it is named as bad, or it holds exactly the real members."""
    path = folder / "backup"
    path.write_bytes(content)
    before = sorted(folder.iterdir())
    try:
        packed = read_packed(path)
    except (BackupDamaged, BackupTooNew):
        pass
    else:
        assert packed.header.to_bytes() == _real()["keyslots.json"]
        assert packed.manifest.size == len(_real()["vault.db"])
    assert sorted(folder.iterdir()) == before


def _with_field(name: str, value: object) -> bytes:
    manifest = json.loads(_real()["manifest.json"])
    manifest[name] = value
    return _packed({**_real(), "manifest.json": json.dumps(manifest).encode()})


_FIELDS = sorted(json.loads(_real()["manifest.json"]))


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_by_name(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        _refused_or_real(content, Path(folder))


@settings(deadline=None)
@given(st.sampled_from(_FIELDS), ANY_JSON)
def test_any_value_in_the_manifest_is_refused_by_name(name: str, value: object) -> None:
    with TemporaryDirectory() as folder:
        _refused_or_real(_with_field(name, value), Path(folder))


@settings(deadline=None)
@given(st.integers(0, 10**6), st.binary(max_size=40), st.booleans())
def test_any_change_of_the_file_is_refused_or_harmless(place: int, noise: bytes, tail: bool) -> None:
    _changed(place, noise, tail)


def _changed(place: int, noise: bytes, tail: bool) -> None:
    content = _packed(_real())
    place = len(content) - 1 - place % 400 if tail else place % len(content)  # the ZIP's list is at its end
    with TemporaryDirectory() as folder:
        _refused_or_real(content[:place] + noise + content[place + len(noise) :], Path(folder))
        _refused_or_real(content[:place] + noise + content[place:], Path(folder))


@pytest.mark.long
@settings(max_examples=20_000, deadline=None)
@given(st.sampled_from(_FIELDS), ANY_JSON, st.integers(0, 10**6), st.binary(max_size=40), st.booleans())
def test_any_backup_is_refused_by_name_20_000_times(
    name: str, value: object, place: int, noise: bytes, tail: bool
) -> None:
    with TemporaryDirectory() as folder:
        _refused_or_real(_with_field(name, value), Path(folder))
    _changed(place, noise, tail)


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"manifest.json": b"{}"},
        {"manifest.json": b"[" * 60_000},
        {"../manifest.json": b"{}", "vault.db": b"", "keyslots.json": b""},
    ],
)
def test_other_archive_is_refused(members: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(_packed(members))
    with pytest.raises(BackupDamaged):
        inspect_backup(tmp_path / "file", passphrase=PASSPHRASE)


@pytest.mark.parametrize("more", ["../../outside", "/etc/outside", "C:\\outside", "vault.db-journal"])
def test_archive_with_more_files_is_refused_and_unpacks_none(more: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(_packed({**_real(), more: b"x"}))
    with pytest.raises(BackupDamaged):
        inspect_backup(tmp_path / "file", passphrase=PASSPHRASE)
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("bomb", ["manifest.json", "keyslots.json", "vault.db"])
def test_archive_that_would_unfold_without_end_is_refused_at_once(bomb: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(_packed({**_real(), bomb: bytes(500 * 1024 * 1024)}, zipfile.ZIP_DEFLATED))
    tracemalloc.start()
    try:
        with pytest.raises(BackupDamaged):
            inspect_backup(tmp_path / "file", passphrase=PASSPHRASE)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 10 * 1024 * 1024


def _garbled(number: int, root: Path) -> bool:
    """Has the drive keep two wrong bytes of the n-th write to it; True when the backup was refused for it."""
    operation = prepared("backup", root)
    good = list_backups(root / "usb")[0].path
    content = good.read_bytes()
    log = root.with_suffix(".log")
    command = ["strace", "-f", "--seccomp-bpf", "-o", str(log), "-e", "trace=write"]
    command += ["-e", f"inject=write:poke_enter=@arg2=ffee:when={number}"]
    command += [sys.executable, "-m", "tests.vault.doing", "backup", str(root)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "INJECTED" in log.read_text()
    told = run.stdout.splitlines()[1:]
    assert told in (["told done"], [f"{ERROR}BackupFailed"])
    assert good.read_bytes() == content
    if told == ["told done"]:
        operation.check(root, ["done"])  # what was garbled was written a second time: the file is good
        return False
    assert list((root / "usb").iterdir()) == [good]
    operation.check(root, [])
    return True


def test_copy_that_the_drive_garbled_is_named_and_never_counts(tmp_path: Path) -> None:
    """The drive takes the bytes without an error and keeps other ones: only reading back can notice."""
    need(shutil.which("strace"), "strace is not installed")
    assert sum(_garbled(number, tmp_path / str(number)) for number in range(1, 4)) >= 1


@pytest.mark.long
def test_copy_that_the_drive_garbled_anywhere_is_named_and_never_counts(tmp_path: Path) -> None:
    need(shutil.which("strace"), "strace is not installed")
    assert sum(_garbled(number, tmp_path / str(number)) for number in range(1, 9)) >= 3


def test_slow_drive_only_takes_longer(tmp_path: Path) -> None:
    need(shutil.which("strace"), "strace is not installed")
    operation = prepared("backup", tmp_path / "root")
    command = ["strace", "-f", "--seccomp-bpf", "-o", str(tmp_path / "log"), "-e", "trace=write"]
    command += ["-e", "inject=write:delay_enter=100000"]
    command += [sys.executable, "-m", "tests.vault.doing", "backup", str(tmp_path / "root")]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["ready", "told done"]
    operation.check(tmp_path / "root", ["done"])
