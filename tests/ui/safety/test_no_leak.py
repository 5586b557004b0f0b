"""After a day at work no file outside the vault, and no title of a window, holds a name or a word of a client."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.people import admitted
from tests.practices import new_practice
from tests.ui.safety.day import NAME, QUOTE
from tests.ui.safety.processes import environment

PLACES = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
SECRETS = (NAME, QUOTE, QUOTE[:12])


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the day, and all that was printed."""
    folder = tmp_path_factory.mktemp("day")
    for name in (*PLACES, "given"):
        (folder / name).mkdir(mode=0o700)
    store = new_practice(folder / "vault")
    admitted(store, legal_family=NAME, preferred_name=NAME)
    store.close()
    command = [sys.executable, "-m", "tests.ui.safety.day", str(folder / "vault"), str(folder / "given")]
    places = {name: str(folder / name) for name in PLACES}
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=folder / "HOME",
        env=environment(**places),
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "done"
    (folder / "console").write_text(done.stdout + done.stderr)
    return folder, done.stdout + done.stderr


def written(secret: str) -> tuple[bytes, ...]:
    """How a word may stand in a file: as programs write text on any system, and in addresses."""
    return (
        *(word.encode(code) for word in (secret, secret.lower()) for code in ("utf-8", "utf-16-le", "utf-16-be")),
        secret.replace(" ", "%20").encode(),
    )


def test_no_file_outside_holds_a_word_of_a_client(day: tuple[Path, str]) -> None:
    folder, _printed = day
    files = [each for each in folder.rglob("*") if each.is_file() and not each.is_relative_to(folder / "given")]
    assert any(each.name == "settings.json" for each in files), "the watch is blind"
    telling = [each for each in files for secret in SECRETS if any(w in each.read_bytes() for w in written(secret))]
    assert telling == []


def test_no_name_of_a_file_or_folder_tells_either(day: tuple[Path, str]) -> None:
    folder, _printed = day
    names = " ".join(str(each.relative_to(folder)) for each in folder.rglob("*")).lower()
    assert not any(secret.lower() in names for secret in SECRETS)


def test_what_was_given_out_is_where_it_was_wanted_and_nowhere_else(day: tuple[Path, str]) -> None:
    folder, _printed = day
    documents = sorted(each.relative_to(folder) for each in folder.rglob("*") if each.suffix.lower() == ".pdf")
    assert len(documents) == 2
    assert all(each.parts[0] == "given" for each in documents)
    assert all(b"%PDF" in (folder / each).read_bytes()[:8] for each in documents)


def test_titles_and_print_queue_say_the_record_number_and_no_name(day: tuple[Path, str]) -> None:
    _folder, printed = day
    assert "title RD-000900" in printed
    assert not any(secret.lower() in printed.lower() for secret in SECRETS)
    assert "ValueError" in printed, "the mistake was made"


def test_nothing_stays_in_the_folder_for_temporary_files(day: tuple[Path, str]) -> None:
    folder, _printed = day
    assert [each for each in (folder / "TMPDIR").rglob("*") if each.is_file()] == []
