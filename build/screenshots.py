"""Takes a picture of every screen, filled and empty, and lays them on contact sheets, to be looked at.

usage: python build/screenshots.py FOLDER [--look light|dark] [--text 2] [--size 1920x1080]

Without choices it makes all four sets: light and dark at 1366x768, double text, and 1920x1080. The clients are the
sample practice's and one who was just added. It needs no screen.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "ui")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image  # noqa: E402
from PySide6.QtCore import QEvent, QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from recovery_desktop_ui.access.restore import RestorePage  # noqa: E402
from recovery_desktop_ui.app import make_application  # noqa: E402
from recovery_desktop_ui.clock import today  # noqa: E402
from recovery_desktop_ui.editing.places import Place  # noqa: E402
from recovery_desktop_ui.editing.record_list import RecordList  # noqa: E402
from recovery_desktop_ui.editing.sections import SectionedPage  # noqa: E402
from recovery_desktop_ui.gate import Gate  # noqa: E402
from recovery_desktop_ui.look import Look  # noqa: E402
from recovery_desktop_ui.tabs.names import BESIDE, TABS  # noqa: E402
from recovery_desktop_ui.window import MainWindow  # noqa: E402

from recovery_desktop.records.client import Client, Episode  # noqa: E402
from recovery_desktop.records.store import create_store  # noqa: E402
from recovery_desktop.settings import Settings  # noqa: E402
from recovery_desktop.vault import KeyCost, VaultDamaged, VaultInUse, VaultTooNew, WrongPassphrase  # noqa: E402

SETS = (["--look", "light"], ["--look", "dark"], ["--text", "2"], ["--size", "1920x1080"])
CHEAP = KeyCost(memory=8 * 1024, passes=1, lanes=1)
SETTLED = 400  # milliseconds for what a page does after it is shown
PANES = ("due", "new_client", "practice", "services", "rules", "backup", "passphrase", "keys", "about", "help", "due")
SHEET = 4  # pictures across


class Camera:
    """One window and the folder for its pictures."""

    def __init__(self, app: QApplication, window: MainWindow, folder: Path, prefix: str) -> None:
        self._app, self._window, self._folder, self._prefix = app, window, folder, prefix
        self.taken: list[Path] = []

    def shoot(self, name: str) -> None:
        """A picture of the whole window as it stands."""
        loop = QEventLoop()
        QTimer.singleShot(SETTLED, loop.quit)
        loop.exec()
        self._app.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        file = self._folder / f"{self._prefix}-{len(self.taken):02d}-{name}.png"
        self._window.grab().save(str(file))
        self.taken.append(file)


def take_all(app: QApplication, window: MainWindow, camera: Camera, vault: Path) -> None:
    """Every screen in the order in which a counselor meets them."""
    gate = window.gate
    first_run(gate, camera)
    unlock(gate, camera, vault)
    gate.open_sample()
    for name in PANES:
        window.commands.run(name)
        camera.shoot(f"pane-{name}")
    clients = list(Client.select().order_by(Client.record_number))
    shah = next(each for each in clients if each.legal_family == "Shah").id
    filled(window, camera, shah)
    questionnaires(window, camera, shah)
    add_new_client(window)
    empty(window, camera)
    states(window, camera)


def first_run(gate: Gate, camera: Camera) -> None:
    gate.begin()
    camera.shoot("first-run-1-looks")
    for step, button in (("2-place", "next"), ("3-practice", "next"), ("4-passphrase", "next")):
        if step.startswith("4"):
            type_into(gate, "counselor_name", "Dana Whitfield")
            type_into(gate, "counselor_credential", "LCADC")
            type_into(gate, "practice_name", "Willow Street Practice")
        press(gate, button)
        camera.shoot(f"first-run-{step}")
    type_into(gate, "same", find(gate, "offer").text())  # type: ignore[attr-defined]
    press(gate, "next")
    camera.shoot("first-run-5-sheet")
    press(gate, "on_paper")
    camera.shoot("first-run-5-groups")
    gate.leave()


def unlock(gate: Gate, camera: Camera, vault: Path) -> None:
    gate.use_folder(vault)
    gate.show_locked("Locked because nobody was here. Everything was saved at 14:02.")
    camera.shoot("unlock")
    for error in (WrongPassphrase(), VaultInUse(), VaultDamaged(), VaultTooNew()):
        page = gate.page
        page._explain(error)  # type: ignore[union-attr]
        camera.shoot(f"unlock-{type(error).__name__}")
    gate.show_recovery()
    camera.shoot("recovery")
    gate.show_restore()
    assert isinstance(gate.page, RestorePage)
    camera.shoot("restore")


def filled(window: MainWindow, camera: Camera, client: int) -> None:
    """Each tab of a client in treatment, section by section."""
    workplace = window.workplace
    assert workplace is not None
    for tab in (*TABS, *BESIDE):
        workplace.show_client(client, tab.key)
        page = workplace.page
        for name in sections_of(page):
            if name:
                workplace.go_to(Place(tab.key, name))
            camera.shoot(f"{tab.key}-{name}".rstrip("-"))
    workplace.go_to(Place("overview", "timeline"))
    camera.shoot("overview-timeline")
    for command in ("thread", "log_contact", "log_test"):
        window.commands.run(command)
        camera.shoot(command)
    workplace.show_client(client, "plan")
    window.commands.run("preview")
    camera.shoot("preview")


def sections_of(page: QWidget | None) -> Iterator[str]:
    if isinstance(page, SectionedPage):
        yield from page.section_keys()
    else:
        yield ""


def add_new_client(window: MainWindow) -> None:
    assert window.keeper is not None
    store = window.keeper.store
    client = store.add(Client, record_number="RD-000900", legal_given="Sam", legal_family="Fielding")
    store.add(Episode, client)


def empty(window: MainWindow, camera: Camera) -> None:
    """Each tab of a client who was just added."""
    workplace = window.workplace
    assert workplace is not None
    new = Client.get(Client.record_number == "RD-000900")
    for tab in TABS:
        workplace.show_client(new.id, tab.key)
        camera.shoot(f"empty-{tab.key}")


def states(window: MainWindow, camera: Camera) -> None:
    """Names hidden, a mistake of ours told, an offer to undo."""
    window.commands.run("private")
    camera.shoot("names-hidden")
    window.commands.run("private")
    window.tell_mistake("Recovery Desktop\nrecovery_desktop_ui.example does 12\nValueError")
    assert window.keeper is not None
    window.keeper.removed.emit("Anjali Shah")
    camera.shoot("trouble-and-undo")


def questionnaires(window: MainWindow, camera: Camera, client: int) -> None:
    """One that is being asked, what others came to, and the client who answers alone."""
    workplace = window.workplace
    assert workplace is not None
    workplace.show_client(client, "assessment")
    workplace.go_to(Place("assessment", "administration"))
    give(window, "PHQ-9")
    type_here("21121111")
    type_here("1")
    camera.shoot("questionnaire-asked")
    rows = find(window, "administration.row0").parentWidget()
    assert isinstance(rows, RecordList)
    for name in ("bam", "gad-7"):
        rows.open_row(next(row.id for row in rows.rows if row.instrument == name and row.given_on < today()))
        camera.shoot(f"questionnaire-result-{name}")
    rows.close_row()
    give(window, "PHQ-9")
    press(window, "administration.client")
    camera.shoot("client-welcome")
    press(window, "client.begin")
    camera.shoot("client-question")
    type_here("0000000000")
    camera.shoot("client-end")
    press(window, "client.record")


def give(window: MainWindow, name: str) -> None:
    """Gives a questionnaire, with the cursor on its first question."""
    window.activateWindow()
    QApplication.processEvents()
    find(window, "questionnaire.which").setFocus()
    type_here(name)
    press(window, "questionnaire.give")


def type_here(words: str) -> None:
    """Types where the cursor is, which goes on with each answer."""
    from PySide6.QtTest import QTest

    for letter in words:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)
        QApplication.processEvents()


def find(place: QWidget, name: str) -> QWidget:
    """The visible widget of that object name."""
    return next(each for each in place.findChildren(QWidget, name) if each.isVisible())


def press(place: QWidget, name: str) -> None:
    find(place, name).click()  # type: ignore[attr-defined]


def type_into(place: QWidget, name: str, words: str) -> None:
    """Typed as a person would, so that the page hears of it."""
    from PySide6.QtTest import QTest

    QTest.keyClicks(find(place, name), words)


def contact_sheets(pictures: list[Path], folder: Path, prefix: str) -> None:
    """All pictures small, sixteen on a sheet."""
    for number, start in enumerate(range(0, len(pictures), SHEET * SHEET), start=1):
        small = [Image.open(file).convert("RGB") for file in pictures[start : start + SHEET * SHEET]]
        for each in small:
            each.thumbnail((480, 480))
        wide, high = max(each.width for each in small) + 6, max(each.height for each in small) + 6
        sheet = Image.new("RGB", (wide * SHEET, high * -(-len(small) // SHEET)), "white")
        for place, each in enumerate(small):
            sheet.paste(each, (place % SHEET * wide, place // SHEET * high))
        sheet.save(folder / f"{prefix}-sheet-{number}.png")


def make_set(folder: Path, look: str, text: float, size: str) -> None:
    """One set of pictures in a window of its own."""
    width, height = map(int, size.split("x"))
    prefix = f"{look}-{size}" + (f"-text{text:g}" if text != 1 else "")
    with tempfile.TemporaryDirectory() as scratch:
        vault = Path(scratch, "practice")
        create_store(vault, "correct horse battery", {"name": "Willow Street"}, user="Dana Whitfield", cost=CHEAP)[
            0
        ].close()
        app = make_application(Settings())
        gate = Gate(Settings(text_size=text, look=look), None, Path(scratch, "new"), cost=CHEAP, ballast=0)
        window = MainWindow(gate, Look(app, text, look))
        window.resize(width, height)
        window.show()
        camera = Camera(app, window, folder, prefix)
        take_all(app, window, camera, vault)
        contact_sheets(camera.taken, folder, prefix)
        window.close()
    print(f"{prefix}: {len(camera.taken)} pictures")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", choices=["light", "dark"])
    parser.add_argument("--text", type=float)
    parser.add_argument("--size")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if not (chosen.look or chosen.text or chosen.size):
        for choices in SETS:
            subprocess.run([sys.executable, __file__, str(chosen.folder), *choices], check=True)
        return
    make_set(chosen.folder, chosen.look or "light", chosen.text or 1.0, chosen.size or "1366x768")


if __name__ == "__main__":
    main()
