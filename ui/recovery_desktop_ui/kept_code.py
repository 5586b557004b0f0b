"""Keeps what Python compiles of PySide6's own modules, as it keeps it of all others.

They lie as text in an archive inside PySide6's library, from where Python's import cannot keep anything: they were
compiled at each start, a tenth of it. Where PySide6 comes to do otherwise, this does nothing.
"""

import builtins
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

_ARCHIVE = "shibokensupport/"  # how the names of its files begin


class _InMemory(SourceFileLoader):
    """Python's own loader, which keeps what it compiles, for a text that lies in no file."""

    def __init__(self, text: bytes, name: str) -> None:
        super().__init__(name, str(Path(__file__).with_name(name.replace("/", "."))))
        self._text = text

    def get_data(self, path: str) -> bytes:
        return self._text if path == self.path else super().get_data(path)

    def path_stats(self, path: str) -> Any:
        """In place of the time when a file was changed: another text is compiled anew."""
        return {"mtime": zlib.crc32(self._text), "size": len(self._text)}


@contextmanager
def kept_code() -> Iterator[None]:
    """While PySide6 is imported: code of its archive is read where it was kept, and kept where it was not."""
    real = builtins.compile

    def read_or_compile(source: Any, filename: Any, *how: Any, **named: Any) -> Any:
        if isinstance(source, bytes) and isinstance(filename, str) and filename.startswith(_ARCHIVE):
            return _InMemory(source, filename).get_code(filename)
        return real(source, filename, *how, **named)

    builtins.compile = read_or_compile
    try:
        yield
    finally:
        builtins.compile = real
