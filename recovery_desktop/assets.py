"""Finds the files of `resources/`, in the source tree, in an installed wheel and in a bundle alike."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder of the program's own files: fonts, sample clients and all later data files."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
