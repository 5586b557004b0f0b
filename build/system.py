"""Packages of the system that pip cannot bring: on Debian and Ubuntu named, and installed for root."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable


def need(packages: Iterable[str], reason: str) -> None:
    """Installs what is missing, or ends the program with the command that does."""
    missing = provide(packages)
    if missing:
        raise SystemExit(f"{reason}: {command_for(missing)}, then start this again.")


def provide(packages: Iterable[str]) -> list[str]:
    """Installs the missing packages where that is ours to do and returns those still missing."""
    missing = _missing(packages)
    if missing and os.geteuid() == 0:
        _install(missing)
        missing = _missing(missing)
    return missing


def command_for(packages: Iterable[str]) -> str:
    """What the reader is to type, as the middle of a sentence."""
    return f"install the system packages with `sudo apt-get install {' '.join(packages)}`"


def _missing(packages: Iterable[str]) -> list[str]:
    """Those not installed; none on systems whose package names we do not know."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return []
    return [package for package in packages if not _is_installed(package)]


def _is_installed(package: str) -> bool:
    question = ["dpkg-query", "--show", "--showformat", "${db:Status-Status}", package]
    answer = subprocess.run(question, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return answer.startswith(b"installed")  # once for each architecture it is installed for


def _install(packages: list[str]) -> None:
    print("Installing system packages:", *packages, flush=True)
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wanted = ["install", "--yes", "--no-install-recommends", *packages]
    for arguments in (["update"], wanted):
        subprocess.run(["apt-get", "--quiet", *arguments], env=variables, stdin=subprocess.DEVNULL)
