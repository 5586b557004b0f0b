"""What the program remembers outside the vault from one start to the next: how it looks and where the vault lies."""

import dataclasses
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recovery_desktop.files import make_folder, write_atomically

LOOKS = ("system", "light", "dark")
LEAST_TEXT_SIZE, MOST_TEXT_SIZE = 1.0, 2.0
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LARGEST = 64 * 1024  # bytes that are read
_SIDES = range(200, 20_000)  # pixels that a window may be wide or high


@dataclass(frozen=True)
class Settings:
    """Nothing in here is about a client; without any file these are the values."""

    language: str = ""  # ISO 639 code; empty follows the system
    text_size: float = LEAST_TEXT_SIZE  # times the usual
    look: str = LOOKS[0]
    vault_folder: Path | None = None  # None before the first run
    window_size: tuple[int, int] | None = None  # width and height; None is the usual


def read(file: Path) -> Settings:
    """The settings in `file`; whatever is missing, damaged or impossible there has its usual value. Never raises."""
    try:
        with file.open("rb") as source:
            content = json.loads(source.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return Settings()  # a lost look is no reason not to start
    kept = content if isinstance(content, dict) else {}
    return Settings(
        language=_language(kept.get("language")),
        text_size=_text_size(kept.get("text_size")),
        look=_look(kept.get("look")),
        vault_folder=_folder(kept.get("vault_folder")),
        window_size=_window_size(kept.get("window_size")),
    )


def write(file: Path, settings: Settings) -> None:
    """Keeps `settings` in `file`, whole or not at all, and makes its folder. Raises OSError."""
    content = dataclasses.asdict(settings)
    if settings.vault_folder is not None:
        content["vault_folder"] = str(settings.vault_folder)
    make_folder(file.parent)
    write_atomically(file, json.dumps(content, indent=2).encode())


def _language(value: Any) -> str:
    return value if isinstance(value, str) and _LANGUAGE.fullmatch(value) else ""


def _text_size(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return LEAST_TEXT_SIZE
    return float(value) if LEAST_TEXT_SIZE <= value <= MOST_TEXT_SIZE else LEAST_TEXT_SIZE


def _look(value: Any) -> str:
    return value if value in LOOKS else LOOKS[0]


def _folder(value: Any) -> Path | None:
    return Path(value) if isinstance(value, str) and value and "\0" not in value else None


def _window_size(value: Any) -> tuple[int, int] | None:
    sides = value if isinstance(value, list) and len(value) == 2 else []
    if any(isinstance(side, bool) or not isinstance(side, int) or side not in _SIDES for side in sides):
        return None
    return (sides[0], sides[1]) if sides else None
