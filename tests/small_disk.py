"""A small disk, to be filled up in earnest."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support import need

SIZE = 24 * 1024 * 1024


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A disk of 24 MB at an empty folder."""
    need(sys.platform == "linux" and os.geteuid() == 0, "only root on Linux can mount a small disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)], check=False)
    need(mounted.returncode == 0, "mounting is not allowed here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill_up(disk: Path, left: int) -> Path:
    """Leaves `left` bytes free; the file that takes the room is to be removed to give it back."""
    filler = disk / "filler"
    free = shutil.disk_usage(disk).free
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free - left))
    return filler
