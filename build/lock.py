"""Makes the two lock files with uv, then asks uv for every platform we promise whether each pin has a wheel.

`python build/lock.py` adds and drops libraries and keeps the other pins; `python build/lock.py --upgrade` takes the
newest. Every change of `pyproject.toml` or of the `.in` files needs it.
"""

import itertools
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pythons import NEWEST, OLDEST

BUILD = Path(__file__).resolve().parent
PROGRAM_LOCK = BUILD / "requirements.lock"
TEST_LOCK = BUILD / "requirements-dev.lock"
PYTHONS = [f"3.{minor}" for minor in range(OLDEST[1], NEWEST[1] + 1)]
PLATFORMS = (
    "x86_64-pc-windows-msvc",
    "aarch64-pc-windows-msvc",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-manylinux_2_34",
    "aarch64-manylinux_2_39",
)
OLDEST_MACOS = "14.0"


def main() -> None:
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("uv is missing: install it with `pip install uv`, then start this again.")
    make_lock(uv, PROGRAM_LOCK, "requirements.in")
    make_lock(uv, TEST_LOCK, "requirements.in", "requirements-dev.in", "-c", PROGRAM_LOCK.name)
    targets = list(itertools.product(PLATFORMS, PYTHONS))
    with ThreadPoolExecutor() as pool:
        found = pool.map(lambda target: has_wheels(uv, *target), targets)
        missing = [", Python ".join(target) for target, whole in zip(targets, found, strict=True) if not whole]
    if missing:
        sys.exit("Set narrower bounds in build/requirements.in, a wheel is missing for:\n" + "\n".join(missing))
    print("Both locks are made and have wheels for every platform.")


def make_lock(uv: str, lock: Path, *inputs: str) -> None:
    """Writes one lock for all platforms: exact versions and hashes, and no word of where they were fetched."""
    arguments = ["--universal", "--python-version", PYTHONS[0], "--generate-hashes", "--no-annotate", "--quiet"]
    arguments += ["--no-emit-index-url", "--no-emit-find-links", "--only-binary", ":all:", "--output-file", lock.name]
    arguments += ["--custom-compile-command", "python build/lock.py"]
    compile_command = [uv, "pip", "compile", "../pyproject.toml", *inputs, *arguments, *sys.argv[1:]]
    subprocess.run(compile_command, cwd=BUILD, check=True)


def has_wheels(uv: str, platform: str, python: str) -> bool:
    """Whether every pin can be had as a wheel there (the tests' lock holds the program's too); uv says which cannot."""
    target = ["--python-platform", platform, "--python-version", python]
    compile_command = [uv, "pip", "compile", TEST_LOCK.name, *target, "--no-deps", "--only-binary", ":all:", "--quiet"]
    environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": OLDEST_MACOS}
    return subprocess.run(compile_command, cwd=BUILD, env=environment, stdout=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    main()
