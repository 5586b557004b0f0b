"""The wheel: everything the program needs travels in it, and it runs away from the source tree."""

import configparser
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {
    "recovery_desktop": ROOT / "recovery_desktop",
    "recovery_desktop_ui": ROOT / "ui" / "recovery_desktop_ui",
    "recovery_desktop/resources": ROOT / "resources",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A freshly built wheel, unpacked as an installer would lay it down."""
    built, unpacked = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("unpacked")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(built)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(unpacked)
    return unpacked


def files(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix() for path in paths}


def start(wheel: Path, *arguments: str) -> str:
    """What the unpacked program prints, run by a Python that does not find the source tree."""
    code = f"""
import runpy, sys
from pathlib import Path
source = Path({str(ROOT)!r})
sys.path[:] = [{str(wheel)!r}] + [path for path in sys.path if Path(path) not in (source, source / "ui")]
sys.argv = ["recovery-desktop", *{arguments!r}]
runpy.run_module("recovery_desktop", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=wheel)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("package", PACKAGES)
def test_all_files_travel(wheel: Path, package: str) -> None:
    wanted = files(PACKAGES[package])
    assert wanted
    assert wanted <= files(wheel / package)


def test_nothing_else_travels(wheel: Path) -> None:
    assert {path.name.partition("-")[0] for path in wheel.iterdir()} == {"recovery_desktop", "recovery_desktop_ui"}


def test_it_has_a_command_without_a_console(wheel: Path) -> None:
    commands = configparser.ConfigParser()
    commands.read(next(wheel.glob("*.dist-info/entry_points.txt")), encoding="utf-8")
    assert commands["gui_scripts"]["recovery-desktop"] == "recovery_desktop.__main__:main"


def test_it_helps(wheel: Path) -> None:
    assert "--sample" in start(wheel, "--help")


def test_it_does_the_main_job(wheel: Path, tmp_path: Path) -> None:
    start(wheel, "--sample", "--export", str(tmp_path))
    assert list(tmp_path.glob("*.pdf"))
