"""Compiles each `resources/languages/CODE/LC_MESSAGES/*.po` into the .mo file beside it, as gettext reads it.

usage: python build/make_catalogs.py      (needs nothing but Python)
"""

import ast
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

LANGUAGES = Path(__file__).resolve().parent.parent / "resources" / "languages"
_MAGIC, _HEAD = 0x950412DE, 28  # bytes of the head
_BETWEEN = "\0"  # stands between singular and plural, in what is looked up and in what is found


def messages_of(source: str) -> dict[str, str]:
    """The translations of a .po file by what is looked up; one that is fuzzy or empty is left out."""
    return dict(message for block in source.split("\n\n") if (message := _message(block)))


def _message(block: str) -> tuple[str, str] | None:
    parts: dict[str, str] = {}
    for key, text in _strings(block):
        parts[key] = parts.get(key, "") + text
    if "fuzzy" in "".join(line for line in block.splitlines() if line.startswith("#,")) or not parts.get("msgstr", "x"):
        return None
    plurals = [text for key, text in parts.items() if key.startswith("msgstr[")]
    if not plurals:
        return (parts["msgid"], parts["msgstr"]) if "msgid" in parts else None
    return _BETWEEN.join((parts["msgid"], parts["msgid_plural"])), _BETWEEN.join(plurals)


def _strings(block: str) -> Iterator[tuple[str, str]]:
    """Each string of a block with the keyword it belongs to."""
    key = ""
    for line in block.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        word, quote, rest = line.partition('"')
        key = word.strip() or key
        yield key, str(ast.literal_eval(quote + rest))


def compiled(messages: Mapping[str, str]) -> bytes:
    """The .mo file of some translations; the one of the empty text is its head."""
    pairs = sorted((key.encode(), value.encode()) for key, value in messages.items())
    count = len(pairs)
    at = _HEAD + 16 * count
    tables, texts = [], b""
    for side in (0, 1):
        for pair in pairs:
            tables += [len(pair[side]), at + len(texts)]
            texts += pair[side] + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, count, _HEAD, _HEAD + 8 * count, 0, _HEAD)
    return head + struct.pack(f"<{len(tables)}I", *tables) + texts


def main() -> None:
    for source in sorted(LANGUAGES.glob("*/LC_MESSAGES/*.po")):
        messages = messages_of(source.read_text(encoding="utf-8"))
        source.with_suffix(".mo").write_bytes(compiled(messages))
        print(f"{source.parts[-3]} {source.stem}: {len(messages) - 1} messages")


if __name__ == "__main__":
    main()
