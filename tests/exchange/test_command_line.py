"""The commands as a person or a script types them, each in a process of its own."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from pypdf import PdfReader

from recovery_desktop.exchange.sample import sample_client_files
from recovery_desktop.records.store import open_store
from recovery_desktop.vault import unlock_key
from tests.exchange.test_bad_files import GOOD, changed
from tests.practices import PASSPHRASE, new_practice

ROOT = Path(__file__).parents[2]


def run(*arguments: str | Path, typed: str = "", module: str = "recovery_desktop") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)


def exchange(*arguments: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    return run(*arguments, typed=typed, module="recovery_desktop.exchange")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    new_practice(tmp_path / "vault").close()
    return tmp_path / "vault"


@pytest.fixture
def good_file(tmp_path: Path) -> Path:
    file = tmp_path / "client.json"
    file.write_text(json.dumps(GOOD))
    return file


def exported(vault: Path) -> list[str]:
    """What the audit has of files that left."""
    store = open_store(vault, unlock_key(vault, PASSPHRASE))
    rows = store.vault.connection().execute("SELECT object FROM audit WHERE action = 'export' ORDER BY seq").fetchall()
    store.close()
    return [name for (name,) in rows]


def test_each_client_file_that_leaves_stands_in_the_audit(vault: Path, good_file: Path) -> None:
    exchange("--vault", vault, "import", good_file, typed=PASSPHRASE + "\n")
    exchange("--vault", vault, "export", "RD-000001", typed=PASSPHRASE + "\n")
    exchange("--vault", vault, "export", "RD-000001", "--with-counseling-notes", typed=PASSPHRASE + "\n")
    assert exported(vault) == ["client/1/client-file", "client/1/client-file-with-notes"]


def test_help_names_every_way_in() -> None:
    shown = run("--help")
    assert shown.returncode == 0
    assert all(word in shown.stdout for word in ("--sample", "--vault DIR", "--export DIR", "never an argument"))
    shown = exchange("--help")
    assert shown.returncode == 0
    assert all(word in shown.stdout for word in ("import", "export", "schema", "new-vault", "--vault DIR"))


def test_a_client_goes_in_and_out(vault: Path, good_file: Path, tmp_path: Path) -> None:
    taken = exchange("--vault", vault, "import", good_file, typed=PASSPHRASE + "\n")
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "RD-000001" in taken.stdout
    given = exchange("--vault", vault, "export", "RD-000001", typed=PASSPHRASE + "\n")
    assert given.returncode == 0
    assert json.loads(given.stdout)["client"]["legal_family"] == "Doe"
    target = tmp_path / "out.json"
    given = exchange("--vault", vault, "export", "RD-000001", "--to", target, typed=PASSPHRASE + "\n")
    assert json.loads(target.read_text("utf-8"))["client"]["record_number"] == "RD-000001"
    assert os.name == "nt" or stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_heading_for_a_code_is_counted_and_not_named(vault: Path, tmp_path: Path) -> None:
    """What a client has stays off the console."""
    file = tmp_path / "client.json"
    diagnosis = {"name": "Alcohol dependence", "code": "F10.2", "code_set": "ICD-10-CM April 2026"}
    file.write_bytes(changed("client/episodes/0/diagnoses", [diagnosis]))
    taken = exchange("--vault", vault, "import", file, typed=PASSPHRASE + "\n")
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "1 code has to be chosen anew: the Diagnoses tab says which" in taken.stdout
    assert "F10" not in taken.stdout


def test_a_bad_file_is_refused_with_each_place(vault: Path, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(changed("client/sex", "sometimes"))
    refused = exchange("--vault", vault, "import", file, typed=PASSPHRASE + "\n")
    assert refused.returncode == 1
    assert "client.sex: Choose one of" in refused.stderr
    assert exchange("--vault", vault, "export", "RD-000001", typed=PASSPHRASE + "\n").returncode == 1


def test_a_wrong_passphrase_is_told_in_words(vault: Path, good_file: Path) -> None:
    refused = exchange("--vault", vault, "import", good_file, typed="not the passphrase\n")
    assert refused.returncode == 1
    assert "passphrase" in refused.stderr.lower()
    assert "Traceback" not in refused.stderr


def test_a_missing_vault_file_or_client_is_told_in_words(vault: Path, tmp_path: Path) -> None:
    assert "--vault" in exchange("export", "RD-000001").stderr
    assert "cannot be read" in exchange("--vault", vault, "import", tmp_path / "none.json").stderr
    assert "RD-9" in exchange("--vault", vault, "export", "RD-9", typed=PASSPHRASE + "\n").stderr
    nowhere = run("--vault", tmp_path / "none", "--export", tmp_path / "out", typed=PASSPHRASE + "\n")
    assert nowhere.returncode == 1 and nowhere.stderr.strip() and "Traceback" not in nowhere.stderr


def test_a_file_that_cannot_be_written_is_told_in_words(vault: Path, good_file: Path, tmp_path: Path) -> None:
    assert exchange("--vault", vault, "import", good_file, typed=PASSPHRASE + "\n").returncode == 0
    for target in (tmp_path, tmp_path / "missing" / "out.json", good_file / "out.json"):
        refused = exchange("--vault", vault, "export", "RD-000001", "--to", target, typed=PASSPHRASE + "\n")
        assert refused.returncode == 1
        assert "The file cannot be written" in refused.stderr
    assert sorted(tmp_path.iterdir()) == [good_file, vault]


def test_a_vault_needs_a_name_and_a_passphrase(tmp_path: Path) -> None:
    new = ("--vault", tmp_path / "new", "new-vault", "--practice", "P", "--user")
    nameless = exchange(*new, " ", typed="six plain words would do\n")
    assert nameless.returncode == 1 and "--user" in nameless.stderr
    silent = exchange(*new, "U")
    assert silent.returncode == 1 and "No passphrase was entered" in silent.stderr
    assert not (tmp_path / "new").exists()


def test_the_schema_is_printed() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(exchange("schema").stdout))


def test_a_script_makes_a_vault_and_exports_its_plans(tmp_path: Path) -> None:
    vault, plans, passphrase = tmp_path / "Práctica nueva", tmp_path / "plans", "six plain words would do\n"
    made = exchange("--vault", vault, "new-vault", "--practice", "P", "--user", "U", typed=passphrase)
    assert made.returncode == 0, made.stderr
    assert made.stdout.count("-") >= 7  # the recovery code comes in groups
    for file in sample_client_files():
        assert exchange("--vault", vault, "import", file, typed=passphrase).returncode == 0
    exported = run("--vault", vault, "--export", plans, typed=passphrase)
    assert exported.returncode == 0, exported.stderr
    assert len(list(plans.glob("RD-*_plan_v*.pdf"))) == len(sample_client_files())


def test_the_sample_practice_does_the_main_job(tmp_path: Path) -> None:
    exported = run("--sample", "--export", tmp_path / "plans")
    assert exported.returncode == 0, exported.stderr
    files = sorted((tmp_path / "plans").iterdir())
    assert len(files) == len(sample_client_files())
    for file in files:
        assert str(file) in exported.stdout
        text = PdfReader(file).pages[0].extract_text()
        assert "Treatment plan" in text and "SAMPLE" in text


def test_an_export_without_a_practice_says_which_there_are(tmp_path: Path) -> None:
    shown = run("--export", tmp_path)
    assert shown.returncode == 1 and "--sample" in shown.stderr


def test_a_folder_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    taken = tmp_path / "a file"
    taken.write_text("x")
    refused = run("--sample", "--export", taken)
    assert refused.returncode == 1
    assert "records are unchanged" in refused.stderr
