"""Plans leave as whole files, named without the client, or not at all."""

import datetime
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_desktop.desk.batch import export_all
from recovery_desktop.exchange.files_out import FolderNotWritable
from recovery_desktop.exchange.sample import sample_practice
from recovery_desktop.records.client import Client, Episode
from recovery_desktop.records.store import Store
from tests.support import need

NOW = datetime.datetime(2026, 11, 20, 9, 30)
PLAN = re.compile(rb"\A%PDF-.*%%EOF\s*\Z", re.DOTALL)
SIZE = 1024 * 1024


@pytest.fixture
def sample() -> Iterator[Store]:
    with sample_practice() as store:
        yield store


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    need(sys.platform == "linux" and os.geteuid() == 0, "only root on Linux can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)], check=False)
    need(mounted.returncode == 0, "mounting is not allowed here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_every_client_in_care_has_a_plan_file_without_a_name(sample: Store, tmp_path: Path) -> None:
    files = [plan.path for plan in export_all(sample, tmp_path / "plans", NOW)]
    assert [re.sub(r"_v\d+_\d{4}-\d\d-\d\d", "", file.name) for file in files] == [
        "RD-000117_plan.pdf",
        "RD-000121_plan.pdf",
        "RD-000123_plan.pdf",
    ]
    assert all(PLAN.match(file.read_bytes()) for file in files)


def test_no_letter_of_the_sample_clients_is_missing(sample: Store, tmp_path: Path) -> None:
    assert [plan.missing_letters for plan in export_all(sample, tmp_path, NOW)] == [(), (), ()]


def test_discharged_clients_and_those_not_admitted_have_none(store: Store, tmp_path: Path) -> None:
    former = store.add(Client, record_number="RD-1", legal_family="Doe")
    store.add(Episode, former, discharged_on=datetime.date(2026, 1, 1))
    store.add(Client, record_number="RD-2", legal_family="Roe")
    assert list(export_all(store, tmp_path, NOW)) == []


def test_no_plan_takes_the_file_of_another(store: Store, tmp_path: Path) -> None:
    for number in ("C/1", "C-1", "C_1"):
        store.add(Episode, store.add(Client, record_number=number, legal_family=f"Doe {number}"))
    paths = [plan.path for plan in export_all(store, tmp_path, NOW)]
    assert len(set(paths)) == 3
    assert all(PLAN.match(path.read_bytes()) for path in paths)


def test_a_full_disk_is_named_and_leaves_whole_files_only(sample: Store, small_disk: Path) -> None:
    for left in range(0, SIZE // 2, 64 * 1024):
        export_into(sample, small_disk, left)
        shutil.rmtree(small_disk / "plans", ignore_errors=True)


def export_into(store: Store, small_disk: Path, left: int) -> None:
    """Exports with so many bytes left on the disk, and looks at what is there then."""
    (small_disk / "filler").write_bytes(b"x" * (SIZE - left))
    written = []
    try:
        written = [plan.path for plan in export_all(store, small_disk / "plans", NOW)]
        assert left > 200 * 1024, "three plans cannot fit in so little room"
    except FolderNotWritable as refused:
        assert "the disk is full" in refused.cause and refused.remedy
        assert left < 400 * 1024
    found = list((small_disk / "plans").iterdir()) if (small_disk / "plans").exists() else []
    assert all(PLAN.match(file.read_bytes()) for file in found)
    assert set(written) <= set(found)
