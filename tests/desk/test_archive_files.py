"""Every document is an archive file that a screen reader can read: PDF/A-2a and PDF/UA-1, with the record attached
PDF/A-3a; veraPDF and qpdf find nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_desktop.desk.disclosing import Prepared
from recovery_desktop.documents.paper import Paper
from recovery_desktop.plans.snapshot import take
from recovery_desktop.records.client import Client
from recovery_desktop.records.store import Store
from tests.desk.sample_documents import EVERY_ONE, SAMPLES, document_of, living_client
from tests.documents.every_document import IN_EACH_LANGUAGE, document, made_up
from tests.people import sample
from tests.verapdf.checker import check_archive_files

TOLD = {"recipient": "Dr. Lee", "address": "County hospital", "detail": "Unconscious", "told_by": "Dana"}


def write(folder: Path, prepared: Prepared, name: str) -> Path:
    """A document as a file, whose name says which form it has."""
    file = folder / f"{name}{'-3a' if prepared.attached else ''}.pdf"
    file.write_bytes(prepared.pdf())
    return file


def leaving(client: Client, folder: Path) -> Iterator[Path]:
    """What goes outside: on a release with the notice in front and the record attached, and in an emergency."""
    record = take(client.id)
    for number, release in enumerate(record.rows("releases")):
        if release["revoked_on"] is None and "plan" in release["scope"]:
            going = document_of(client, "plan", way="release", release=release, with_record=True)
            yield write(folder, going, f"{client.id}-release-{number}")
    yield write(folder, document_of(client, "plan", way="emergency", **TOLD), f"{client.id}-emergency")
    attached = document_of(client, "discharge", way="emergency", with_record=True, **TOLD)
    yield write(folder, attached, f"{client.id}-emergency-attached")


FILLINGS = {
    "long": (lambda name: f"A longer text about {name}, é ἀ Щ ☒ 😀, told at length. " * 3, 2),
    "empty": (lambda name: "A title" if name == "title" else "", 0),  # the program's own, never without words
    "unseen": (lambda name: "\x00 \n\n\t", 1),
}


def made_up_files(folder: Path, papers: tuple[Paper, ...], fillings: tuple[str, ...]) -> Iterator[Path]:
    """Documents with something in every field, or nothing."""
    for code, lang in IN_EACH_LANGUAGE:
        for filling in fillings:
            text, count = FILLINGS[filling]
            for paper in papers:
                file = folder / f"{code}-{lang}-{filling}-{paper.name}.pdf"
                file.write_bytes(document(code, made_up(code, text, lambda count=count: count), paper, lang))
                yield file


def test_each_document_in_each_language(store: Store, tmp_path: Path) -> None:
    """Of the example client, with something in every field, and the plans of the other sample clients: one run."""
    client = living_client(store, "priya-shah")
    files = [write(tmp_path, document_of(client, code, lang), f"{code}-{lang}") for code, lang in EVERY_ONE]
    files += leaving(client, tmp_path)
    files += made_up_files(tmp_path, (Paper.A4,), ("long",))
    files += [
        write(tmp_path, document_of(sample(store, name), "plan"), name) for name in SAMPLES if "priya" not in name
    ]
    assert any(file.stem.endswith("-3a") for file in files) and len(set(files)) == len(files)
    check_archive_files(files)


@pytest.mark.long
@pytest.mark.parametrize("name", SAMPLES)
def test_each_document_of_each_sample_client_on_both_papers(store: Store, name: str, tmp_path: Path) -> None:
    client = living_client(store, name)
    files = [
        write(tmp_path, document_of(client, code, lang, paper), f"{code}-{lang}-{paper}")
        for code, lang in EVERY_ONE
        for paper in ("letter", "a4")
    ]
    check_archive_files([*files, *leaving(client, tmp_path)])


@pytest.mark.long
@pytest.mark.parametrize("paper", Paper, ids=lambda paper: paper.name)
def test_each_document_filled_and_empty(paper: Paper, tmp_path: Path) -> None:
    check_archive_files(list(made_up_files(tmp_path, (paper,), tuple(FILLINGS))))
