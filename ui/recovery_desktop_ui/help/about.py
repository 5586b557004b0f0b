"""What the program is, which version, and under which licenses its parts are; read from its own files."""

import sys

from PySide6.QtCore import qVersion

from recovery_desktop import __version__
from recovery_desktop.assets import resources
from recovery_desktop.text import N_, _
from recovery_desktop_ui.help.reading_pane import ReadingPane
from recovery_desktop_ui.parts.layouts import col
from recovery_desktop_ui.parts.reading import escaped

PARTS: tuple[tuple[str, str, str], ...] = (
    ("Python", N_("the language it is written in"), "PSF-2.0"),
    ("Qt, PySide6", N_("window, printing, preview"), "LGPL-3.0"),
    ("SQLCipher, sqlcipher3", N_("encrypted database"), "BSD-3-Clause, Zlib"),
    ("cryptography, OpenSSL", N_("keys"), "Apache-2.0, BSD-3-Clause"),
    ("peewee", N_("records"), "MIT"),
    ("ReportLab", N_("pages of documents"), "BSD-3-Clause"),
    ("pikepdf, qpdf", N_("archive form of documents"), "MPL-2.0, Apache-2.0"),
    ("PDFium", N_("preview"), "BSD-3-Clause"),
    ("rapidfuzz", N_("search that forgives slips"), "MIT"),
    ("evalidate", N_("conditions of the rules"), "MIT"),
    ("tomli", N_("reading of the data files"), "MIT"),
    ("pyspellchecker", N_("word lists of the spelling check"), "MIT"),
    ("Pillow, lxml", N_("pictures in documents, their description"), "MIT-CMU, BSD-3-Clause"),
    ("platformdirs", N_("the place for the records"), "MIT"),
    ("Source Sans 3, Source Serif 4, Noto", N_("fonts"), "OFL-1.1"),
    ("Lucide", N_("icons"), "ISC"),
    ("EFF Large Wordlist", N_("words for passphrases"), "CC BY 3.0 US"),
)
"""What the program is built on, what it does here, and its license."""
TEXTS: dict[str, tuple[str, ...]] = {
    N_("Fonts"): ("fonts", "OFL.txt"),
    N_("Icons"): ("icons", "LICENSE"),
    N_("Word lists"): ("words", "SOURCE.txt"),
}
"""License texts that lie beside what they are for."""


class AboutPane(ReadingPane):
    """One page with all of it."""

    def __init__(self) -> None:
        super().__init__(_("About Recovery Desktop"))
        self.reader.show_text("\n\n".join((_what(), _parts(), *_texts())))
        self.setLayout(col(self.page, gap=0))


def _what() -> str:
    version = _("Version {version}, with Qt {qt} and Python {python}").format(
        version=__version__, qt=qVersion(), python=sys.version.partition(" ")[0]
    )
    about = _(
        "It helps a counselor to build a personalized treatment plan together with the client. It supports a "
        "clinician's judgement; it does not diagnose and does not order treatment."
    )
    free = _(
        "The program is free software under the MIT license. It works offline: it has no network code and sends "
        "nothing to anybody. There is no warranty."
    )
    return f"# Recovery Desktop\n\n{version}\n\n{about}\n\n{free}"


def _parts() -> str:
    head = f"## {_('What it is built on')}\n\n| {_('Part')} | {_('For')} | {_('License')} |\n|---|---|---|\n"
    return head + "\n".join(f"| {name} | {_(use)} | {license_} |" for name, use, license_ in PARTS)


def _texts() -> list[str]:
    found = []
    for title, way in TEXTS.items():
        words = resources().joinpath(*way).read_text("utf-8")
        paragraphs = (" ".join(part.split()) for part in words.split("\n\n"))
        found.append(f"## {_(title)}\n\n" + "\n\n".join(escaped(each) for each in paragraphs if each))
    return found
