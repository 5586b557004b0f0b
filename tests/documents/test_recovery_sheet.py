"""The recovery sheet: one page that a person can read, a screen reader can speak and an archive keeps."""

import gettext
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_desktop import text
from recovery_desktop.documents.paper import Paper
from recovery_desktop.documents.recovery_sheet import RecoverySheet, build
from recovery_desktop.vault import groups_of
from recovery_desktop.vault.recovery_code import code_for
from tests.documents.reading import headings, spoken, structure, unmarked_text
from tests.verapdf.checker import check_archive_files

_CODE = code_for(bytes(range(7, 27)))
_SHEET = RecoverySheet(
    _CODE, "Harbor Street Counseling", date(2026, 11, 20), "C:\\Users\\Dana\\Recovery Desktop\\vault"
)
_NAMELESS = RecoverySheet(_CODE, "", date(2026, 2, 28))


def _pages(document: bytes) -> int:
    with pikepdf.open(io.BytesIO(document)) as pdf:
        return len(pdf.pages)


@given(st.binary(min_size=20, max_size=20))
@settings(max_examples=10)
def test_every_group_is_read_back_under_its_number(secret: bytes) -> None:
    code = code_for(secret)
    document = build(replace(_SHEET, code=code), Paper.LETTER)
    items = [piece for piece in structure(document).walk() if piece.tag == "LI"]
    groups = [(item.kids[0].text.strip(), item.kids[1].text.strip()) for item in items[:9]]
    labels = [*(f"Group {number}" for number in range(1, 9)), "Group 9, the check"]
    assert groups == list(zip(labels, groups_of(code), strict=True))


def test_it_says_what_it_is_for_how_to_keep_it_and_that_nobody_can_help() -> None:
    said = " ".join(" ".join(spoken(build(_SHEET, Paper.LETTER))).split())
    for words in (
        "Made on 20 November 2026",
        "opens the records of Harbor Street Counseling when the passphrase is forgotten",
        "Seal it in an envelope",
        "never in the laptop bag",
        "the records are lost for ever. Nobody can bring them back",
        "A newer recovery sheet replaces this one",
        "C:\\Users\\Dana\\Recovery Desktop\\vault",
        "Sealed on (date)",
        "By (name)",
    ):
        assert words in said


def test_without_a_name_of_the_practice_it_still_reads_well() -> None:
    document = build(_NAMELESS, Paper.A4)
    said = " ".join(spoken(document))
    assert "opens your records when" in said
    assert "The records lie in" not in said
    assert headings(document) == [("H1", "Recovery sheet"), ("H2", "When you need it"), ("H2", "How to keep it")]
    assert unmarked_text(document) == []


@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_one_page_also_with_long_names_and_in_a_wordy_language(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = replace(
        _SHEET, practice="Harbor Street Counseling and Family Services, " * 2, folder_hint="/srv/folder" * 15
    )
    assert _pages(build(long, paper)) == 1

    class Wordy(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message + " más" * (len(message) // 16)

    monkeypatch.setattr(text, "_translation", Wordy())
    assert _pages(build(_SHEET, paper)) == 1


def test_a_name_without_end_goes_on_and_loses_nothing() -> None:
    document = build(replace(_SHEET, practice="Harbor " * 1500), Paper.LETTER)
    assert _pages(document) > 1
    assert all(any(group == said.strip() for said in spoken(document)) for group in groups_of(_CODE))


def test_the_code_is_in_no_title_outline_or_repr() -> None:
    with pikepdf.open(io.BytesIO(build(_SHEET, Paper.LETTER))) as pdf:
        about = str(dict(pdf.docinfo)) + pdf.Root.Metadata.read_bytes().decode()
        with pdf.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
            titles += [child.title for entry in outline.root for child in entry.children]
    assert titles == ["Recovery sheet", "When you need it", "How to keep it"]
    for group in groups_of(_CODE):
        assert group not in repr(_SHEET)
        assert f"({group})" not in about
    assert _CODE not in about


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert build(_SHEET, Paper.LETTER) == build(_SHEET, Paper.LETTER)
    assert build(_SHEET, Paper.LETTER) != build(_SHEET, Paper.A4)


def test_it_is_an_archive_file(tmp_path: Path) -> None:
    for name, sheet, paper in (("letter", _SHEET, Paper.LETTER), ("nameless", _NAMELESS, Paper.A4)):
        (tmp_path / f"{name}.pdf").write_bytes(build(sheet, paper))
    check_archive_files(sorted(tmp_path.iterdir()))
