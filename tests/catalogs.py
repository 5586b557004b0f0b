"""Catalogs of languages that are made up for tests, compiled as gettext reads them."""

import gettext
import importlib.util
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

BUILD = Path(__file__).resolve().parents[1] / "build"
_ABOUT = "Language: {code}\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
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


def make_catalogs() -> ModuleType:
    """The script that compiles catalogs; the folder `build/` is no package."""
    spec = importlib.util.spec_from_file_location("make_catalogs", BUILD / "make_catalogs.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_catalog(resources: Path, code: str, messages: Mapping[str, str], domain: str = "recovery_desktop") -> None:
    """Puts a language where the program looks for it in the folder of its resources."""
    file = resources / "languages" / code / "LC_MESSAGES" / f"{domain}.mo"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(make_catalogs().compiled({**messages, "": _ABOUT.format(code=code)}))
