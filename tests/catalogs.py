"""Catalogs of languages that are made up for tests, compiled as gettext reads them."""

import gettext
import struct
from collections.abc import Mapping
from pathlib import Path

_MAGIC, _HEAD = 0x950412DE, 28  # bytes of the head
_ABOUT = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
_BETWEEN = "\0"  # stands between singular and plural, in what is looked up and in what is found


class Heard(gettext.NullTranslations):
    """English, and remembers what was asked for: the words that a catalog needs."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: set[str] = set()

    def gettext(self, message: str) -> str:
        self.messages.add(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        self.messages.add(f"{msgid1}{_BETWEEN}{msgid2}")
        return super().ngettext(msgid1, msgid2, n)


def marked(message: str) -> str:
    """A message with brackets around it, around singular and plural each."""
    return _BETWEEN.join(f"⟦{form}⟧" for form in message.split(_BETWEEN))


def write_catalog(resources: Path, code: str, messages: Mapping[str, str]) -> None:
    """Puts a language where the program looks for it in the folder of its resources."""
    pairs = sorted((key.encode(), value.encode()) for key, value in {**messages, "": _ABOUT}.items())
    count = len(pairs)
    at = _HEAD + 16 * count
    tables, texts = [], b""
    for side in (0, 1):
        for pair in pairs:
            tables += [len(pair[side]), at + len(texts)]
            texts += pair[side] + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, count, _HEAD, _HEAD + 8 * count, 0, _HEAD)
    file = resources / "languages" / code / "LC_MESSAGES" / "recovery_desktop.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(head + struct.pack(f"<{len(tables)}I", *tables) + texts)
