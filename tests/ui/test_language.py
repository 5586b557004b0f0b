"""The language of the window: chosen in the first run or by its command, spoken at once and at the next start."""

import json
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from recovery_desktop_ui import app
from recovery_desktop_ui.gate import Gate
from recovery_desktop_ui.look import Look
from recovery_desktop_ui.parts.languages import language_names
from recovery_desktop_ui.window import MainWindow

from recovery_desktop import settings, text
from recovery_desktop.records.store import Store
from recovery_desktop.settings import Settings
from recovery_desktop.text import language, use_language
from tests.catalogs import Heard, marked, write_catalog
from tests.people import admitted
from tests.ui.test_pseudo_language import untranslated
from tests.ui.windows import click, field, locked_window, opened_window, press, settle


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Where languages are looked for: none is there yet. English is spoken again afterwards."""
    made = tmp_path / "resources"
    monkeypatch.setattr(text, "resources", lambda: made)
    yield made
    use_language("en")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """Every text that is asked for before the first change of the language."""
    heard = Heard()
    monkeypatch.setattr(text, "_translation", heard)
    return heard


def menu_words(window: MainWindow) -> list[str]:
    titles = [action.text() for action in window.menuBar().actions()]
    return titles + [words for _menu, words, _keys in window.commands.listed()]


def test_one_language_alone_is_no_choice(qtbot: QtBot, tmp_path: Path) -> None:
    window = locked_window(qtbot, tmp_path / "vault")
    with pytest.raises(AssertionError, match="language_en is not seen"):
        field(window, "language_en")
    assert field(window, "size_1.0").hasFocus()
    assert not [words for words in menu_words(window) if "anguage" in words]


def test_each_is_named_in_itself(folder: Path) -> None:
    for code in ("es", "fr", "xx"):
        write_catalog(folder, code, {})
    assert language_names() == {"en": "English", "es": "Español", "fr": "Français", "xx": "xx"}


def test_it_is_chosen_in_the_first_run_spoken_at_once_and_kept(
    qtbot: QtBot, tmp_path: Path, folder: Path, heard: Heard
) -> None:
    write_catalog(folder, "fr", {})
    file = tmp_path / "settings.json"
    qapp = QApplication.instance()
    assert isinstance(qapp, QApplication)
    window = MainWindow(Gate(Settings(look="light"), file, tmp_path / "vault"), Look(qapp, 1.0, "light"))
    qtbot.addWidget(window)
    window.gate.begin()
    window.show()
    settle()
    assert field(window, "language_en").isChecked() and field(window, "language_en").hasFocus()
    menu_words(window)
    write_catalog(folder, "es", {message: marked(message) for message in heard.messages})
    window.gate.begin()
    click(window, "language_es")
    settle()
    assert untranslated(window) <= set(language_names().values())
    assert [words for words in menu_words(window) if "⟦" not in words] == []
    assert field(window, "language_es").isChecked() and field(window, "language_es").hasFocus()
    assert settings.read(file).language == "es"
    click(window, "language_en")
    assert settings.read(file).language == "en"
    assert field(window, "next").text() == "Next"


def test_the_command_leads_from_one_to_the_next_at_the_same_place(
    qtbot: QtBot, folder: Path, store: Store, heard: Heard
) -> None:
    write_catalog(folder, "fr", {})
    client, _episode = admitted(store)
    window = opened_window(qtbot, store, client=client, page="goals")
    menu_words(window)
    write_catalog(folder, "es", {message: marked(message) for message in heard.messages})
    press(window, "Ctrl+Shift+G")
    settle()
    assert language() == "es"
    assert window.workplace is not None and window.workplace.page is not None
    assert window.workplace.page.objectName() == "page.goals"
    assert window.windowTitle().startswith("RD-000900")
    assert [words for words in menu_words(window) if "⟦" not in words] == []
    assert [words for words in menu_words(window) if "Français" in words]
    tabs = field(window, "tabs")
    assert [name for name in map(tabs.tabText, range(tabs.count())) if "⟦" not in name] == []
    for spoken in ("fr", "en"):
        press(window, "Ctrl+Shift+G")
        settle()
        assert language() == spoken
    assert [words for words in menu_words(window) if words == "Next language: Español"]


@pytest.mark.parametrize(
    ("chosen", "computer", "spoken"),
    [("", "es_MX", "es"), ("", "en_US", "en"), ("", "sv_SE", "en"), ("es", "en_US", "es"), ("en", "es_MX", "en")],
)
def test_what_was_chosen_goes_before_the_language_of_the_computer(
    chosen: str, computer: str, spoken: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalog(folder, "es", {})
    for name in ("QApplication", "install_guards"):
        monkeypatch.setattr(app, name, Mock())
    monkeypatch.setattr(app, "QLocale", Mock(system=lambda: QLocale(computer)))
    (tmp_path / "settings.json").write_text(json.dumps({"language": chosen}))
    app.make_application(settings.read(tmp_path / "settings.json"))
    assert language() == spoken
