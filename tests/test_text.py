"""Texts come in the chosen language where there is a catalog for it, and in English otherwise."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_desktop import text
from recovery_desktop.text import (
    _,
    document_languages,
    in_language,
    language,
    language_here,
    languages,
    ngettext,
    use_language,
)
from tests.catalogs import write_catalog

GOALS = {"Goals": "Metas", "one goal\0{n} goals": "una meta\0{n} metas"}


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Resources without any language; English is spoken again afterwards."""
    monkeypatch.setattr(text, "resources", lambda: tmp_path)
    yield tmp_path
    use_language("en")


def test_a_catalog_is_a_language_that_can_be_chosen(folder: Path) -> None:
    assert languages() == ["en"]
    write_catalog(folder, "es", GOALS)
    write_catalog(folder, "de", {})
    assert languages() == ["en", "de", "es"]
    use_language("es")
    assert (language(), _("Goals"), _(""), _("Needs")) == ("es", "Metas", "", "Needs")
    assert [ngettext("one goal", "{n} goals", count) for count in (1, 2)] == ["una meta", "{n} metas"]


def test_a_language_without_a_catalog_is_english(folder: Path) -> None:
    write_catalog(folder, "es", GOALS)
    use_language("es")
    use_language("de")
    assert (language(), _("Goals")) == ("en", "Goals")


def test_a_folder_without_a_catalog_is_no_language_and_english_is_named_once(folder: Path) -> None:
    (folder / "languages" / "fr" / "LC_MESSAGES").mkdir(parents=True)
    write_catalog(folder, "en", {})
    assert languages() == ["en"]


def test_a_language_for_documents_alone_is_not_offered_for_the_window(folder: Path) -> None:
    write_catalog(folder, "es", GOALS, "recovery_desktop_documents")
    assert (languages(), document_languages()) == (["en"], ["en", "es"])
    use_language("es")
    assert (language(), _("Goals")) == ("en", "Goals")
    with in_language("es"):
        assert (language_here(), _("Goals"), ngettext("one goal", "{n} goals", 2)) == ("es", "Metas", "{n} metas")
    assert (language_here(), _("Goals")) == ("en", "Goals")


def test_a_document_falls_back_to_the_window_s_words_and_then_to_english(folder: Path) -> None:
    write_catalog(folder, "es", {"Goals": "Metas"}, "recovery_desktop_documents")
    write_catalog(folder, "es", {"Goals": "Objetivos", "Needs": "Necesidades"})
    use_language("es")
    with in_language("es"):
        assert [_("Goals"), _("Needs"), _("Findings")] == ["Metas", "Necesidades", "Findings"]
    with in_language("en"):
        assert (language_here(), _("Goals")) == ("en", "Goals")
    assert _("Goals") == "Objetivos"
