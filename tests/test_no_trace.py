"""A day's work writes nowhere but into the vault and where the counselor said, opens no socket, leaks no word."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.test_bad_files import GOOD
from tests.support import need

ROOT = Path(__file__).parents[1]
SECRET = "Zebulon-Quillfeather"
PASSPHRASE = "six plain words would do\n"
WRITING = re.compile(r"\bopen(?:at)?\((?:\w+<[^>]*>, )?\"([^\"]+)\", [^)]*O_(?:WRONLY|RDWR|CREAT)[^)]*\) = \d+")
MOVING = re.compile(r"\b(?:rename|link|symlink|mkdir)\w*\((.*)\) = 0")
SOCKET = re.compile(r"\b(?:socket|connect|sendto|sendmsg|bind)\(.*")
HARMLESS = ("/dev/null", "/dev/tty")


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a day under watch: a vault is made, a client taken in, found, given out, plans exported."""
    need(shutil.which("strace"), "strace is not installed")
    folder = tmp_path_factory.mktemp("day")
    for name in ("home", "temp", "given"):
        (folder / name).mkdir()
    plain = json.loads(json.dumps(GOOD))
    plain["client"] |= {"legal_given": SECRET, "preferred_name": SECRET}
    (folder / "client.json").write_text(json.dumps(plain))
    exchange = ["-m", "recovery_desktop.exchange", "--vault", "vault"]
    watched(folder, *exchange, "new-vault", "--practice", "P", "--user", "U")
    watched(folder, *exchange, "import", "client.json")
    watched(folder, *exchange, "import", "client.json", code=1)
    watched(folder, *exchange, "export", "RD-000001", "--to", "given/client.json")
    watched(folder, "-m", "recovery_desktop", "--vault", "vault", "--export", "given")
    return folder


def watched(folder: Path, *arguments: str, code: int = 0) -> None:
    calls = (
        "trace=open,openat,creat,socket,connect,bind,sendto,sendmsg,rename,renameat,renameat2,link,linkat,mkdir,mkdirat"
    )
    strace = ["strace", "-f", "-y", "-A", "-o", str(folder / "calls"), "-e", calls]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "temp"),
    }
    done = subprocess.run(
        [*strace, sys.executable, *arguments],
        input=PASSPHRASE,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        timeout=300,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert SECRET not in done.stdout + done.stderr


def test_nothing_is_written_elsewhere(day: Path) -> None:
    calls = (day / "calls").read_text("utf-8", "replace")
    moved = [name for names in MOVING.findall(calls) for name in re.findall(r'"([^"]+)"', names)]
    written = {Path(day, name) for name in WRITING.findall(calls) + moved}
    assert day / "vault" / "vault.db" in written and day / "given" / "client.json" in written, "the watch is blind"
    elsewhere = {
        path for path in written if not path.is_relative_to(day / "vault") and not path.is_relative_to(day / "given")
    }
    assert {str(path) for path in elsewhere} <= set(HARMLESS)
    assert not list((day / "home").iterdir()) and not list((day / "temp").iterdir())


def test_no_socket_is_opened(day: Path) -> None:
    assert SOCKET.findall("7 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3<socket:[97662]>")
    assert SOCKET.findall((day / "calls").read_text("utf-8", "replace")) == []


def test_the_client_is_named_only_where_the_counselor_said(day: Path) -> None:
    telling = [file for file in day.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]
    assert {str(file.relative_to(day)) for file in telling} <= {"client.json", "given/client.json"}
    assert (day / "given/client.json") in telling
    assert not [file for file in day.rglob("*") if SECRET.lower() in file.name.lower()]
